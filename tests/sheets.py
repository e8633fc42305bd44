"""Workbooks for tests: made, filled in as a buyer would, recalculated by LibreOffice, and read back."""

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from procura_desktop.domain.procurement import Offer, Procurement
from procura_desktop.export.facts import Facts
from procura_desktop.export.papers.desk import Desk

FACTS = Facts(made=datetime(2026, 11, 29, 12, 0, tzinfo=UTC), program="Procura Desktop 0.1.0")
FIRST = 6  # the column of the first tender in a matrix, from 1


def desk_of(procurement: Procurement) -> Desk:
    """Put a procurement on a desk."""
    return Desk(procurement=procurement, facts=FACTS)


def opened(data: bytes, *, values: bool = False) -> Workbook:
    """Open a workbook, with formulas or with what they gave when it was written."""
    return load_workbook(BytesIO(data), data_only=values)


def sheet_of(book: Workbook, at: int = 0) -> Worksheet:
    """Give a sheet by its place."""
    found = book.worksheets[at]
    assert isinstance(found, Worksheet)
    return found


def row_of(sheet: Worksheet, label: str, *, column: int = 2) -> int:
    """Find a row by what stands in a column, from 1."""
    for row in range(1, sheet.max_row + 1):
        if sheet.cell(row, column).value == label:
            return row
    raise AssertionError(f"no row {label!r} in {sheet.title!r}")


def fill_in(data: bytes, procurement: Procurement, offers: tuple[Offer, ...], at: int = 0) -> bytes:
    """Fill offers into an empty matrix; what formulas gave is lost, so that it must be calculated anew."""
    book = opened(data)
    sheet = sheet_of(book, at)
    titles = {item.id: item.title for item in procurement.items}
    for place, offer in enumerate(offers):
        column = FIRST + place
        sheet.cell(row_of(sheet, "Name of the tenderer"), column).value = offer.name
        sheet.cell(row_of(sheet, "Price (EUR)"), column).value = float(offer.price)
        for criterion, score in offer.scores:
            sheet.cell(row_of(sheet, titles[criterion]), column).value = float(score)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def recalculated(files: dict[str, bytes], folder: Path) -> dict[str, Workbook]:
    """Let LibreOffice open, calculate and save workbooks; give them with their values."""
    given, gives, profile = folder / "given", folder / "gives", folder / "profile"
    given.mkdir(parents=True)
    for name, data in files.items():
        (given / f"{name}.xlsx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    names = [str(given / f"{name}.xlsx") for name in files]
    subprocess.run([*command, "--outdir", str(gives), *names], check=True, capture_output=True, timeout=300)
    return {name: load_workbook(gives / f"{name}.xlsx", data_only=True) for name in files}


@dataclass(frozen=True, slots=True)
class Line:
    """What a matrix says of one tender."""

    status: str
    price_score: float | None
    total: float | None
    rank: int | None
    tie: str


def lines(sheet: Worksheet, count: int) -> list[Line]:
    """Read the results of the first tenders of a matrix."""
    rows = [row_of(sheet, name) for name in ("Status", "Score of the price", "Total", "Rank", "Tie")]
    found = []
    for place in range(count):
        status, score, total, rank, tie = (sheet.cell(row, FIRST + place).value for row in rows)
        found.append(
            Line(
                status=str(status or ""),
                price_score=_number(score),
                total=_number(total),
                rank=int(str(rank)) if rank else None,
                tie=str(tie or ""),
            )
        )
    return found


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
