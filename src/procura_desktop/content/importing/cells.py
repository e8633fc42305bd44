"""Cells as a spreadsheet gives them, and what is wrong with one: named by sheet, row and column.

A fault is found by a person who has the table open, so it names the place in the words of the table.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from openpyxl.utils import get_column_letter

CellKind = Literal["text", "number", "date", "yes-no"]
LONGEST_CELL = 20_000
_BREAKS = re.compile("(?:_x000D_)?\r?\n|_x000D_|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\u00a0\u2007\u2009\u202f]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # a word processor brings these, and nobody sees them
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell; `row` and `column` count from 1.

    A number is written with a decimal point, a date as ``2026-11-23``, yes and no in these words.
    """

    row: int
    column: int
    text: str
    kind: CellKind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """The filled rows of a table, each with its filled cells from left to right; the first is the header."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class CellFault:
    """One thing that the office must change in its table, or, as a `warning`, should look at.

    Attributes:
        sheet: "" in a file that has no sheets.
        row: counts from 1; 0 when the sheet or file as a whole is meant.
        column: its letters; "" when the row as a whole is meant.
        name: the name of the column; "" when it has none.
    """

    path: str
    sheet: str
    row: int
    column: str
    name: str
    what: str
    instead: str
    warning: bool = False

    def __str__(self) -> str:
        """Give the one line that `import` prints."""
        name = f" ({self.name})" if self.name else ""
        places = (
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row else "",
            f"column {self.column}{name}" if self.column else "",
        )
        place = ", ".join(filter(None, places))
        warning = "warning: " if self.warning else ""
        return f"{self.path}: {place}{': ' if place else ''}{warning}{self.what}; {self.instead}"


class CellLog:
    """Collects the faults of one table, each once.

    `sheet` and `names`, those of the columns, are set once they are known.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.sheet = ""
        self.names: dict[int, str] = {}
        self._noted: dict[tuple[int, int, str, str, bool], None] = {}
        self._wrong: dict[int, set[int]] = {}

    def fault(self, what: str, instead: str, *, row: int = 0, column: int = 0) -> None:
        """Note something that must be changed."""
        self._noted[row, column, what, instead, False] = None
        self._wrong.setdefault(row, set()).add(column)

    def warn(self, what: str, instead: str, *, row: int = 0, column: int = 0) -> None:
        """Note something to look at."""
        self._noted[row, column, what, instead, True] = None

    def is_wrong(self, row: int, column: int) -> bool:
        """Say whether something was noted that must be changed in this cell."""
        return column in self._wrong.get(row, ())

    def wrong_columns(self, row: int) -> frozenset[int]:
        """Give the columns of a row in which something must be changed; 0 for the row as a whole."""
        return frozenset(self._wrong.get(row, ()))

    @property
    def failed(self) -> bool:
        """Whether anything must be changed."""
        return bool(self._wrong)

    @property
    def faults(self) -> tuple[CellFault, ...]:
        """What was noted so far, in the order of rows and columns."""
        return tuple(
            CellFault(
                path=self.path,
                sheet=self.sheet,
                row=row,
                column=get_column_letter(column) if column else "",
                name=self.names.get(column, ""),
                what=what,
                instead=instead,
                warning=warning,
            )
            for row, column, what, instead, warning in sorted(self._noted, key=lambda noted: noted[:2])
        )


def clean(text: str) -> str:
    """Give a text with plain line ends and blanks, without blanks around it and signs that nobody sees."""
    text = _UNSEEN.sub("", _BLANKS.sub(" ", _BREAKS.sub("\n", text)))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def take_text(text: str, place: tuple[int, int], log: CellLog) -> Cell | None:
    """Make a cell of a text; None when it is empty or cannot be used, which is noted."""
    row, column = place
    if len(text) > LONGEST_CELL:
        what = f"the cell holds {len(text)} characters"
        log.fault(what, f"write at most {LONGEST_CELL}", row=row, column=column)
        return None
    if control := _CONTROL.search(text):
        name = unicodedata.name(control[0], "control character").lower()
        what = f"the cell holds a character that cannot be seen (U+{ord(control[0]):04X} {name})"
        log.fault(what, "type the text again", row=row, column=column)
        return None
    cleaned = clean(text)
    return Cell(row, column, cleaned) if cleaned else None
