"""One row of a table, asked for its cells by name: what is of the wrong form is noted, and read as empty."""

import re
from collections.abc import Mapping
from datetime import date

from procura_desktop.content.importing.cells import Cell, CellLog
from procura_desktop.content.importing.names import Heading, family

_BULLET = re.compile(r"^[-*•·–]\s+")
_LIST = re.compile(r"[;,\n]")
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DAY_WITH_DOTS = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}
_KINDS = {"date": "a date", "yes-no": "yes or no"}
NEVER = "never"


class Row:
    """The cells of one criterion; `at` is the number of its row in the table."""

    def __init__(
        self, at: int, cells: Mapping[str, Cell], headings: Mapping[int, Heading], log: CellLog
    ) -> None:
        self.at = at
        self._cells = cells
        self._headings = {heading.key: heading for heading in headings.values()}
        self._columns = {heading.key: column for column, heading in headings.items()}
        self._log = log

    def fault(self, key: str, what: str, instead: str) -> None:
        """Note a fault of one cell, or of the row where the table has no such column."""
        self._log.fault(what, instead, row=self.at, column=self._columns.get(key, 0))

    def warn(self, key: str, what: str, instead: str) -> None:
        """Note something to look at in one cell."""
        self._log.warn(what, instead, row=self.at, column=self._columns.get(key, 0))

    def is_wrong(self, key: str) -> bool:
        """Say whether a fault was noted of this cell."""
        return key in self._columns and self._log.is_wrong(self.at, self._columns[key])

    @property
    def wrong_families(self) -> frozenset[str]:
        """The columns in which a fault was noted, by what they are read with, and "" if there are any."""
        wrong = self._log.wrong_columns(self.at)
        keys = [key for key, column in self._columns.items() if column in wrong]
        return frozenset((*map(family, keys), *(("",) if wrong else ())))

    def has(self, key: str) -> bool:
        """Say whether the cell is filled, with what may be wrong as well."""
        return key in self._cells or self.is_wrong(key)

    def must(self, key: str) -> None:
        """Note that a cell is empty; a column that is missing was noted once for all rows."""
        if key in self._columns and not self.has(key):
            self.fault(key, "the cell is empty", "fill it")

    def levels(self, name: str) -> tuple[Heading, ...]:
        """Give the filled columns that are there for one level each, from left to right."""
        return tuple(
            heading
            for key, heading in self._headings.items()
            if heading.level and key.startswith(f"{name}: ") and self.has(key)
        )

    def text(self, key: str) -> str:
        """Give a text with its line breaks; a number is a text as it is shown."""
        cell = self._cells.get(key)
        if cell is not None and cell.kind in _KINDS:
            what = f"the cell holds {_KINDS[cell.kind]} ({cell.text}), not a text"
            self.fault(key, what, "format the cell as text and type it again")
            return ""
        return cell.text if cell is not None else ""

    def line(self, key: str) -> str:
        """Give a text in one line."""
        return " ".join(self.text(key).split())

    def items(self, key: str) -> tuple[str, ...]:
        """Give the entries of a list: with ``;``, a comma or a line break between them."""
        return _entries(_LIST.split(self.text(key)))

    def lines(self, key: str, *, also: str = "\n") -> tuple[str, ...]:
        """Give the lines of a cell; they also end at the sign `also`."""
        return _entries(self.text(key).replace(also, "\n").split("\n"))

    def choice(self, key: str, default: str = "") -> str:
        """Give one of the words that the column allows, in its own spelling."""
        said = self.line(key)
        allowed = self._headings[key].column.allowed if key in self._headings else ()
        word = next((word for word in allowed if word.casefold() == said.casefold()), "")
        if said and not word:
            self.fault(key, f'"{said}" is none of {", ".join(allowed)}', "write one of them")
        return word or default

    def truth(self, key: str) -> bool | None:
        """Give yes or no; None when the cell is empty."""
        cell = self._cells.get(key)
        said = _TRUTH.get(cell.text.casefold()) if cell is not None else None
        if cell is not None and said is None:
            self.fault(key, f'"{cell.text}" is neither yes nor no', "write yes or no")
        return said

    def number(self, key: str) -> str:
        """Give a number in figures; a per cent sign is left out, and a decimal comma is a point."""
        said = self.line(key).removesuffix("%").strip()
        if said and not _NUMBER.fullmatch(said):
            self.fault(key, f'"{said}" is not a number', "write it in figures, such as 5")
            return ""
        return said.replace(",", ".")

    def day(self, key: str) -> date | None:
        """Give a date: one of the spreadsheet, or a text such as 2026-11-23 or 23.11.2026."""
        cell = self._cells.get(key)
        if cell is None:
            return None
        match = _DAY.fullmatch(cell.text) or _DAY_WITH_DOTS.fullmatch(cell.text)
        try:
            if match is not None:
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            pass  # a day that the calendar does not have is no date either
        self.fault(key, f'"{cell.text}" is not a date', "write year-month-day, such as 2026-11-23")
        return None

    def seen(self, key: str) -> date | str:
        """Give the date on which a source was read, or that it was never read."""
        if key not in self._cells or self._cells[key].text.casefold() == NEVER:
            return NEVER
        return self.day(key) or NEVER

    def published(self, key: str) -> str:
        """Give a year, a month or a day, as the content writes them."""
        cell = self._cells.get(key)
        if cell is not None and _DAY_WITH_DOTS.fullmatch(cell.text):
            day = self.day(key)
            return day.isoformat() if day is not None else ""
        return cell.text if cell is not None else ""


def _entries(pieces: list[str]) -> tuple[str, ...]:
    stripped = (_BULLET.sub("", piece.strip(), count=1) for piece in pieces)
    return tuple(" ".join(piece.split()) for piece in stripped if piece)
