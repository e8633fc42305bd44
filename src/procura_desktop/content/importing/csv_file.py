"""The cells of a CSV file: UTF-8, cut at semicolons, commas or tabs, whichever its header shows."""

import csv
import io
from collections.abc import Iterator

from procura_desktop.content.importing.cells import Cell, CellLog, Table, take_text
from procura_desktop.content.importing.names import is_known
from procura_desktop.content.importing.workbook import MOST_COLUMNS, MOST_ROWS

SEPARATORS = (";", ",", "\t")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_SAVE = "in Excel, save it as 'CSV UTF-8'"


def read_csv(data: bytes, log: CellLog) -> Table | None:
    """Read a CSV file; None when it is in another encoding or cannot be cut into cells."""
    text = _decode(data, log)
    if text is None:
        return None
    try:
        rows = list(_rows(text, _separator(text), log))
    except csv.Error as error:
        log.fault(f"the file cannot be cut into cells ({error})", "save it anew as CSV UTF-8, or as .xlsx")
        return None
    return Table(tuple(row for row in rows if row))


def _decode(data: bytes, log: CellLog) -> str | None:
    if data.startswith(_WIDE):
        log.fault("the file is UTF-16, not UTF-8", _SAVE)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        log.fault(f"the file is not UTF-8 (byte {error.start + 1}, line {line})", _SAVE)
        return None


def _separator(text: str) -> str:
    """Find what cuts the header into the most names that are known, or else into the most cells."""

    def fitness(separator: str) -> tuple[int, int]:
        try:
            header = next((row for row in _records(text, separator) if any(row)), [])
        except csv.Error:
            return 0, 0
        return sum(map(is_known, header)), len(header)

    return max(SEPARATORS, key=fitness)


def _records(text: str, separator: str) -> Iterator[list[str]]:
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _rows(text: str, separator: str, log: CellLog) -> Iterator[tuple[Cell, ...]]:
    for number, record in enumerate(_records(text, separator), 1):
        filled = [(column, one) for column, one in enumerate(record, 1) if one.strip()]
        if filled and number > MOST_ROWS:
            log.fault("the file goes on below", f"bring at most {MOST_ROWS} rows in one file", row=number)
            return
        if filled and filled[-1][0] > MOST_COLUMNS:
            what, instead = (
                "cells are filled this far to the right",
                f"keep to the first {MOST_COLUMNS} columns",
            )
            log.fault(what, instead, row=number, column=min(filled[-1][0], 16_384))
            return
        cells = (take_text(one, (number, column), log) for column, one in filled)
        yield tuple(cell for cell in cells if cell is not None)
