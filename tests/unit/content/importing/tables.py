"""Tables of criteria for tests: a sound row, changed where a test wants it, as a workbook or as CSV."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from procura_desktop.content.importing.columns import COLUMNS
from procura_desktop.content.importing.importing import Imported, import_criteria
from procura_desktop.content.importing.names import template_headings
from tests.unit.content.site import ARTICLE, TODAY, Site

HEADINGS = tuple(template_headings())
Row = Mapping[str, Any]


def sound_row(**changes: object) -> dict[str, Any]:
    """Give the examples of the columns, changed; a name's blanks are written as ``_``, None empties."""
    row: dict[str, Any] = {}
    for column in COLUMNS:
        row.update(dict.fromkeys(column.headings, column.example))
    row |= {"requirement": "", "see also": ARTICLE}
    for name, value in changes.items():
        row[name.replace("__", ": ").replace("_", " ").replace("follow up", "follow-up")] = value
    return row


def write_xlsx(file: Path, rows: Iterable[Row], *, headings: Iterable[str] = HEADINGS) -> Path:
    """Write a workbook with one sheet."""
    workbook = Workbook()
    sheet = sheet_of(workbook)
    sheet.title = "Criteria"
    fill(sheet, rows, tuple(headings))
    workbook.save(file)
    return file


def fill(sheet: Worksheet, rows: Iterable[Row], headings: tuple[str, ...]) -> None:
    """Write names and rows into a sheet; a text is a text, whatever it begins with."""
    for number, row in enumerate([dict(zip(headings, headings, strict=True)), *rows], 1):
        for column, name in enumerate(headings, 1):
            value = row.get(name)
            if value not in (None, ""):
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"


def change(file: Path, address: str, value: str | float | datetime | timedelta | bool) -> None:
    """Write one cell of a workbook anew, a formula where it begins with ``=``."""
    workbook = load_workbook(file)
    sheet_of(workbook)[address] = value
    workbook.save(file)


def sheet_of(workbook: Workbook) -> Worksheet:
    """Give the first sheet."""
    sheet = workbook.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def csv_text(rows: Iterable[Row], *, headings: Iterable[str] = HEADINGS, separator: str = ";") -> str:
    """Give a CSV file."""
    names = tuple(headings)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(names)
    writer.writerows([row.get(name) or "" for name in names] for row in rows)
    return text.getvalue()


def bring_in(site: Site, table: Path, *, replace: bool = False, write: bool = True) -> Imported:
    """Import a table into a site."""
    return import_criteria(table, site.root, today=TODAY, replace=replace, write=write)


def bring_rows(site: Site, *rows: Row, replace: bool = False) -> Imported:
    """Import rows as CSV."""
    table = site.root.parent / "criteria.csv"
    table.write_text(csv_text(rows), encoding="utf-8", newline="")
    return bring_in(site, table, replace=replace)


def told(imported: Imported) -> list[str]:
    """Give the faults as `import` prints them, with the name of the table alone."""
    return [str(fault).replace(f"{Path(fault.path).parent.as_posix()}/", "", 1) for fault in imported.faults]
