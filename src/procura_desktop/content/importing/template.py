"""The empty table: names of columns to fill in, a second sheet that explains them, lists to choose from."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from procura_desktop.content.importing.columns import COLUMNS, Column, Form
from procura_desktop.content.importing.csv_file import SEPARATORS
from procura_desktop.content.importing.files import write_all
from procura_desktop.content.importing.names import template_headings
from procura_desktop.content.importing.tables import CSV, WORKBOOK
from procura_desktop.content.importing.workbook import MOST_ROWS, SHEET

EXPLAINED = ("column", "must be filled", "what it holds", "allowed", "example")
_WIDTHS: dict[Form, float] = {"text": 50, "line": 26, "list": 24, "lines": 40}
_NARROW = 14
_EXPLAINED_WIDTHS = (24, 22, 70, 50, 60)
_TEXT, _DATE, _GENERAL = "@", "yyyy-mm-dd", "General"
# As text, Excel makes no date of "1-2" and no formula of what begins with "=".
_FORMATS: dict[Form, str] = {"date": _DATE, "number": _GENERAL}


def write_template(file: Path) -> None:
    """Write the empty table, as a workbook or as CSV, by the ending of its name.

    Raises:
        ValueError: the name has another ending, or there is a file already, perhaps a filled one.
        OSError: the file cannot be written.
    """
    makers: dict[str, Callable[[], bytes]] = {WORKBOOK: _workbook, CSV: _csv}
    make = makers.get(file.suffix.lower())
    if make is None:
        raise ValueError(f"{file}: end its name in {WORKBOOK} or {CSV}")
    if file.exists():
        raise ValueError(f"{file}: there is such a file already; choose another name")
    write_all({file: make()})


def _csv() -> bytes:
    """With a byte order mark, by which Excel knows UTF-8."""
    text = io.StringIO()
    csv.writer(text, delimiter=SEPARATORS[0]).writerow(template_headings())
    return text.getvalue().encode("utf-8-sig")


def _workbook() -> bytes:
    workbook = Workbook()
    criteria = workbook.active
    if not isinstance(criteria, Worksheet):
        raise TypeError("a new workbook of openpyxl has a sheet")
    criteria.title = SHEET
    _fill_criteria(criteria)
    _fill_explained(workbook.create_sheet("Columns"))
    workbook.properties.creator = "Procura Desktop"
    workbook.properties.created = datetime(2026, 1, 1)  # noqa: DTZ001 - openpyxl takes no time zone
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def _fill_criteria(sheet: Worksheet) -> None:
    for number, (heading, column) in enumerate(_headed(), 1):
        letters = get_column_letter(number)
        head = sheet.cell(1, number, heading)
        head.font = Font(bold=column.must == "yes")
        head.alignment = Alignment(wrap_text=True, vertical="top")
        look = sheet.column_dimensions[letters]
        look.width = _WIDTHS.get(column.form, _NARROW)
        look.number_format = _FORMATS.get(column.form, _TEXT)
        look.alignment = Alignment(wrap_text=True, vertical="top")
        if column.form in {"one of", "yes or no"}:
            sheet.add_data_validation(_choices(column, f"{letters}2:{letters}{MOST_ROWS}"))
    sheet.freeze_panes = "D2"


def _headed() -> Iterator[tuple[str, Column]]:
    for column in COLUMNS:
        yield from ((heading, column) for heading in column.headings)


def _choices(column: Column, cells: str) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=f'"{",".join(column.allowed)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=column.name,
        error=f"Write one of {', '.join(column.allowed)}."[:255],
        sqref=cells,
    )


def _fill_explained(sheet: Worksheet) -> None:
    for row, line in enumerate((EXPLAINED, *map(_explained, COLUMNS)), 1):
        for number, text in enumerate(line, 1):
            cell = sheet.cell(row, number, text)
            cell.data_type = "s"
            cell.font = Font(bold=row == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, width in enumerate(_EXPLAINED_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"


def _explained(column: Column) -> tuple[str, ...]:
    return column.name, column.must, column.what, ", ".join(column.allowed), column.example
