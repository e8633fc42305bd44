"""The cells of a workbook of Excel, as openpyxl reads them: values only, nothing is computed."""

import io
import warnings
from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import islice

from openpyxl.reader.excel import ExcelReader

from procura_desktop.content.importing.cells import Cell, CellLog, Table, take_text
from procura_desktop.content.importing.sheet_marks import SheetMarks, read_marks
from procura_desktop.content.importing.workbook_file import is_safe_workbook

SHEET = "Criteria"
MOST_ROWS = 5_000
MOST_COLUMNS = 200
_MIDNIGHT = time()


def read_workbook(data: bytes, log: CellLog) -> Table | None:
    """Read the sheet that holds the criteria; None when there is none that can be read.

    It is the sheet named Criteria, or else the first.
    """
    if not is_safe_workbook(data, log):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep: colours, extensions
            return _read(data, log)
    except Exception as error:
        what = f"the workbook is damaged ({type(error).__name__}: {' '.join(str(error).split())[:200]})"
        log.fault(what, "open it in your office program and save it as .xlsx")
        return None


def _read(data: bytes, log: CellLog) -> Table | None:
    reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    reader.read()
    sheets = reader.wb.worksheets
    if not sheets:
        log.fault("the workbook has no sheet with cells", "make a table with 'import --template'")
        return None
    sheet = next((one for one in sheets if one.title.strip().casefold() == SHEET.casefold()), sheets[0])
    log.sheet = sheet.title
    targets = {one.name: rel.target for one, rel in reader.parser.find_sheets()}
    with reader.archive.open(targets[sheet.title]) as source:
        marks = read_marks(source)
    if not _fits(marks, log):
        return None
    _note_marks(marks, log)
    lines = sheet.iter_rows(max_row=marks.last_row, max_col=marks.last_column) if marks.last_row else ()
    rows = (_row(number, line, log) for number, line in enumerate(lines, 1))
    return Table(tuple(row for row in rows if row))


def _fits(marks: SheetMarks, log: CellLog) -> bool:
    if marks.last_row > MOST_ROWS:
        log.fault("cells are filled below", f"bring at most {MOST_ROWS} rows in one file", row=marks.last_row)
    if marks.last_column > MOST_COLUMNS:
        log.fault(
            "cells are filled this far to the right",
            f"keep to the first {MOST_COLUMNS} columns",
            row=1,
            column=min(marks.last_column, 16_384),
        )
    return not log.failed


def _note_marks(marks: SheetMarks, log: CellLog) -> None:
    for merged in marks.merged:
        what, instead = f"the cells {merged.range} are merged", "split them, and fill each"
        log.fault(what, instead, row=merged.row, column=merged.column)
    for row, column in marks.without_value:
        what = "a formula stands here whose value was not saved"
        log.fault(what, "put the value in its place, or save the file in Excel", row=row, column=column)


def _row(number: int, line: Iterable[object], log: CellLog) -> tuple[Cell, ...]:
    cells = (_cell(cell, (number, column), log) for column, cell in enumerate(islice(line, MOST_COLUMNS), 1))
    return tuple(cell for cell in cells if cell is not None)


def _cell(read: object, place: tuple[int, int], log: CellLog) -> Cell | None:
    """Make a cell of what openpyxl read: a text, a number, a date, yes and no, or an error of Excel."""
    value: object = getattr(read, "value", None)
    row, column = place
    if value is None:
        return None
    if getattr(read, "data_type", "") == "e":
        log.fault(f"the cell shows the error {value}", "put a value in its place", row=row, column=column)
        return None
    if isinstance(value, bool):
        return Cell(row, column, "yes" if value else "no", "yes-no")
    if isinstance(value, (int, float)):
        return Cell(row, column, _number(value, str(getattr(read, "number_format", ""))), "number")
    if isinstance(value, (date, datetime)):
        return _day(value, place, log)
    if isinstance(value, str):
        return take_text(value, place, log)
    log.fault(f"the cell holds a time ({value})", "write a text or a date", row=row, column=column)
    return None


def _number(value: float, number_format: str) -> str:
    if "%" in number_format:
        return f"{value * 100:.13g} %"
    return str(value) if isinstance(value, int) else f"{value:.15g}"


def _day(value: date, place: tuple[int, int], log: CellLog) -> Cell | None:
    row, column = place
    if isinstance(value, datetime) and value.time() != _MIDNIGHT:
        log.fault(
            f"the cell holds a time of day ({value})",
            "write a date such as 2026-11-23",
            row=row,
            column=column,
        )
        return None
    day = value.date() if isinstance(value, datetime) else value
    return Cell(row, column, day.isoformat(), "date")
