"""Which rows and tables are short enough to stay on one page, whatever the format."""

from procura_desktop.export.paper import Cell, Table, paragraph_text

SHORT_ROW = 700  # characters
SHORT_TABLE = 600


def is_short_row(row: tuple[Cell, ...]) -> bool:
    """Say whether a row may be kept together: one longer than a page could not be."""
    return _length(row) <= SHORT_ROW


def is_short_table(table: Table) -> bool:
    """Say whether a table may be kept together."""
    return sum(map(_length, table.rows)) <= SHORT_TABLE


def _length(row: tuple[Cell, ...]) -> int:
    return sum(len(paragraph_text(one)) for cell in row for one in cell.paragraphs)
