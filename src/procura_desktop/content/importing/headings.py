"""The first row of a table: which column holds what. It says so once for all rows below it."""

import difflib
from collections.abc import Sequence

from procura_desktop.content.importing.cells import Cell, CellLog, Table
from procura_desktop.content.importing.columns import COLUMNS, REQUIREMENT
from procura_desktop.content.importing.names import Heading, find_heading, same
from procura_desktop.content.importing.rows import Row

_KNOWN = tuple(column.name for column in COLUMNS)
# Of each of these a table has at least one.
_ONE_OF = ((REQUIREMENT, f"{REQUIREMENT}: "), ("proof at tender", "proof in contract"))
_TEMPLATE = "'import --template FILE.xlsx' writes a table with all of them"


def read_rows(table: Table, log: CellLog) -> tuple[Row, ...]:
    """Read the names of the columns, and give the rows below them."""
    if not table.rows:
        log.fault("the table is empty", "name the columns in its first row, and fill the rows below")
        return ()
    header, *below = table.rows
    log.names.update((cell.column, " ".join(cell.text.split())) for cell in header)
    headings = _headings(header, log)
    if not headings:
        return ()
    _check_missing(headings, header[0].row, log)
    _check_nameless(below, log)
    if not below:
        log.fault("there is no criterion below the first row", "write one row for each criterion")
    return tuple(_row(cells, headings, log) for cells in below)


def _headings(header: Sequence[Cell], log: CellLog) -> dict[int, Heading]:
    found = {cell.column: find_heading(cell.text) for cell in header}
    known = {column: heading for column, heading in found.items() if heading is not None}
    if not known:
        log.fault("no name of a column stands in the first row", _TEMPLATE, row=header[0].row)
        return {}
    first: dict[str, int] = {}
    for cell in header:
        heading = found[cell.column]
        if heading is None:
            what = f'there is no column "{log.names[cell.column]}"'
            log.fault(what, _nearest(cell.text), row=cell.row, column=cell.column)
        elif first.setdefault(heading.key, cell.column) != cell.column:
            del known[cell.column]
            what = f'the column "{log.names[cell.column]}" stands here twice'
            log.fault(what, "keep one of them", row=cell.row, column=cell.column)
    return known


def _nearest(text: str) -> str:
    near = difflib.get_close_matches(same(text), map(same, _KNOWN), n=1, cutoff=0.75)
    meant = f"did you mean '{near[0]}'? " if near else ""
    return f"{meant}use one of {', '.join(_KNOWN)}"


def _check_missing(headings: dict[int, Heading], row: int, log: CellLog) -> None:
    keys = {heading.key for heading in headings.values()}
    for column in COLUMNS:
        if column.must == "yes" and column.name not in keys:
            log.fault(f"the column '{column.name}' is missing", f"add it: {column.what}", row=row)
    for first, other in _ONE_OF:
        if first not in keys and not any(key.startswith(other) for key in keys):
            log.fault(f"the column '{first}' is missing", f"add it; {_TEMPLATE}", row=row)


def _check_nameless(rows: Sequence[Sequence[Cell]], log: CellLog) -> None:
    """Name the first cell of each column that is filled and has no name."""
    noted: set[int] = set()
    for cell in (cell for cells in rows for cell in cells):
        if cell.column not in log.names and cell.column not in noted:
            noted.add(cell.column)
            what = "the cell is filled, but its column has no name"
            log.fault(what, "name the column in the first row, or empty it", row=cell.row, column=cell.column)


def _row(cells: Sequence[Cell], headings: dict[int, Heading], log: CellLog) -> Row:
    by_key = {headings[cell.column].key: cell for cell in cells if cell.column in headings}
    return Row(cells[0].row, by_key, headings, log)
