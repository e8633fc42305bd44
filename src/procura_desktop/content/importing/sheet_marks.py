"""What openpyxl does not tell of a sheet that it only reads: merged cells, and formulas without a value.

The XML of the sheet is read once for these. `workbook_file` has looked at it before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MOST_MARKS = 100


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that were merged: the place of the first, and the name of all, such as ``B2:B4``."""

    row: int
    column: int
    range: str


@dataclass(slots=True)
class SheetMarks:
    """What cannot be read, the first hundred of each kind; and how far filled cells reach."""

    merged: list[Merged] = field(default_factory=list)
    without_value: list[tuple[int, int]] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0


def read_marks(source: IO[bytes]) -> SheetMarks:
    """Read the XML of a sheet from its beginning to its end."""
    marks = SheetMarks()
    row = 0
    for element in _elements(source):
        if element.tag == f"{_NAMESPACE}row":
            row = int(element.get("r", row + 1))
            _read_row(element, row, marks)
            element.clear()
        elif element.tag == f"{_NAMESPACE}mergeCell" and len(marks.merged) < MOST_MARKS:
            left, top, _, _ = range_boundaries(element.get("ref", ""))
            marks.merged.append(Merged(int(top or 1), int(left or 1), element.get("ref", "")))
    return marks


def _elements(source: IO[bytes]) -> Iterator[Element]:
    for _, element in iterparse(source):  # noqa: S314 - declarations of entities were refused
        yield element


def _read_row(element: Element, row: int, marks: SheetMarks) -> None:
    column = 0
    for cell in element:
        place = cell.get("r")
        at, column = coordinate_to_tuple(place) if place else (row, column + 1)
        value = cell.find(f"{_NAMESPACE}v")
        formula = cell.find(f"{_NAMESPACE}f") is not None
        filled = cell.find(f"{_NAMESPACE}is") is not None or (value is not None and bool(value.text))
        if formula and not filled and cell.get("t") != "str" and len(marks.without_value) < MOST_MARKS:
            marks.without_value.append((at, column))
        if filled or formula:
            marks.last_row = max(marks.last_row, at)
            marks.last_column = max(marks.last_column, column)
