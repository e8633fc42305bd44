"""What ranking and lists need of the records that were found, kept for those found last.

Most of what one text finds was found by the text before it, which had one letter less.
"""

import json
from collections.abc import Callable, Sequence
from sys import intern
from typing import NamedTuple, TypeVar, cast

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.records import DETAIL_FIELDS
from procura_desktop.library.connection import ReadConnection, Value
from procura_desktop.library.kept import Kept
from procura_desktop.phrases import phrase

_T = TypeVar("_T")
MOST_KEPT = 1_024  # records
_KINDS = {str(kind): kind for kind in DETAIL_FIELDS}
# Two or three times as fast as `number IN (SELECT value ...)`.
_THESE = "SELECT t.number, {columns} FROM json_each(?) CROSS JOIN {table} AS t ON t.number = value"
_ROWS = _THESE.format(columns="t.id, t.kind, t.title, t.product_groups, t.detail, t.updated", table="record")
_TITLES = _THESE.format(columns="t.title, t.kind", table="facet")
_FACETS = _THESE.format(columns="t.kind, t.updated, t.product_groups", table="facet")


class Shown(NamedTuple):
    """What a list shows of a record, in the order in which a hit begins; see `search.Hit`."""

    number: int
    id: str
    kind: RecordKind
    title: str
    group: str
    group_title: str
    detail: str
    updated: str


class Facet(NamedTuple):
    """What a record is sorted and counted by; `groups` are ids with blanks between."""

    kind: str
    updated: str
    groups: str


class ShownRecords:
    """Reads what is needed of records, by their numbers; `group_titles` gives those of all groups by id."""

    def __init__(self, connection: ReadConnection, group_titles: Callable[[], dict[str, str]]) -> None:
        self._connection = connection
        self._group_titles = group_titles
        self._shown: Kept[int, Shown] = Kept(most=MOST_KEPT)
        self._titles: Kept[int, tuple[frozenset[str], str]] = Kept(most=MOST_KEPT)

    def shown(self, numbers: Sequence[int]) -> list[Shown]:
        """Give what lists show of these records, in their order."""
        titles = self._group_titles()
        return self._of(numbers, self._shown, _ROWS, lambda row: self._shown_of(row, titles))

    def titles(self, numbers: Sequence[int]) -> list[tuple[frozenset[str], str]]:
        """Give the stems of the titles of these records, and their kinds, in their order."""
        return self._of(numbers, self._titles, _TITLES, _title_of)

    def facets(self, numbers: Sequence[int]) -> dict[int, Facet]:
        """Give what these records are sorted and counted by; nothing is kept of it."""
        rows = self._rows(_FACETS, numbers)
        return {
            cast("int", number): Facet(str(kind), str(updated), str(groups))
            for number, kind, updated, groups in rows
        }

    def _of(
        self, numbers: Sequence[int], kept: Kept[int, _T], sql: str, make: Callable[[tuple[Value, ...]], _T]
    ) -> list[_T]:
        found = [*map(kept.get, numbers)]
        if not all(found):
            missing = [number for number, one in zip(numbers, found, strict=True) if one is None]
            read = {cast("int", row[0]): make(row) for row in self._rows(sql, missing)}  # of an INTEGER KEY
            for number, one in read.items():
                kept.put(number, one)
            found = [one or read[number] for number, one in zip(numbers, found, strict=True)]
        return cast("list[_T]", found)

    def _rows(self, sql: str, numbers: Sequence[int]) -> list[tuple[Value, ...]]:
        rows = self._connection.rows(sql, json.dumps(numbers))
        if len(rows) != len(numbers):
            raise self._connection.damaged(phrase("details", "its index names records that are not there"))
        return rows

    def _shown_of(self, row: tuple[Value, ...], titles: dict[str, str]) -> Shown:
        number, record_id, kind, title, groups, detail, updated = row
        known = _KINDS.get(str(kind))
        if known is None:
            raise self._connection.damaged(
                phrase("details", "the row of {record_id} makes no sense").of(record_id=repr(record_id))
            )
        of_groups = str(groups).split()
        if record_id in of_groups:
            of_groups.remove(str(record_id))
        group = of_groups[0] if of_groups else ""
        return Shown(
            cast("int", number), str(record_id), known, str(title), group, titles.get(group, ""),
            str(detail), str(updated),
        )  # fmt: skip


def _title_of(row: tuple[Value, ...]) -> tuple[frozenset[str], str]:
    _, title, kind = row
    return frozenset(map(intern, str(title).split())), intern(str(kind))
