"""Room for new records between the numbers of those that are there.

Numbers follow the order of `list_key`; a library is built with room between them. Where a record belongs is
found by halving, which decodes some twenty records of its kind instead of all.
"""

import bisect
from collections.abc import Mapping, Sequence
from itertools import groupby

from sqlite_utils import Database

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.records import Record
from procura_desktop.library import schema
from procura_desktop.library.order import KINDS, ListKey, list_key
from procura_desktop.library.pack import decode_record


def numbers_between(
    db: Database, new: Sequence[Record], *, kept: Mapping[int, Record]
) -> dict[str, int] | None:
    """Give numbers, by id, for records that are not in the file; None where there is no room for them.

    `new` is in the order of `list_key`; `kept` are records whose numbers are taken though they are not in the
    file just now.
    """
    places = _Places(db, kept)
    numbers: dict[str, int] = {}
    for (low, high), group in groupby(new, key=lambda record: places.around(record)):
        records = list(group)
        top = high if high is not None else low + schema.NUMBER_STEP * (len(records) + 1)
        if top - low <= len(records):
            return None
        step = (top - low) / (len(records) + 1)
        for at, record in enumerate(records, start=1):
            numbers[record.id] = low + int(step * at)
    return numbers


class _Places:
    """The numbers in use, of the file and of `kept`, with the keys that they stand for."""

    def __init__(self, db: Database, kept: Mapping[int, Record]) -> None:
        self._db = db
        self._kept = kept
        self._keys: dict[int, ListKey] = {}
        self._numbers: dict[str, list[int]] = {}

    def around(self, record: Record) -> tuple[int, int | None]:
        """Give the numbers between which a record belongs; None means that nothing comes after it."""
        numbers = self._of_kind(record.kind)
        at = bisect.bisect_left(numbers, list_key(record), key=self._key)
        low = numbers[at - 1] if at else self._last_before(record.kind)
        high = numbers[at] if at < len(numbers) else self._first_after(record.kind)
        return low, high

    def _of_kind(self, kind: str) -> list[int]:
        if kind not in self._numbers:
            found = self._db.execute("SELECT number FROM record WHERE kind = ?", (kind,)).fetchall()
            kept = [number for number, record in self._kept.items() if record.kind == kind]
            self._numbers[kind] = sorted([*(int(number) for (number,) in found), *kept])
        return self._numbers[kind]

    def _key(self, number: int) -> ListKey:
        if number not in self._keys:
            record = self._kept.get(number)
            if record is None:
                (line,) = self._db.execute("SELECT json FROM record WHERE number = ?", (number,)).fetchone()
                record = decode_record(line.encode())
            self._keys[number] = list_key(record)
        return self._keys[number]

    def _last_before(self, kind: RecordKind) -> int:
        earlier = (self._of_kind(other) for other in KINDS[: KINDS.index(kind)])
        return max((numbers[-1] for numbers in earlier if numbers), default=0)

    def _first_after(self, kind: RecordKind) -> int | None:
        later = (self._of_kind(other) for other in KINDS[KINDS.index(kind) + 1 :])
        return min((numbers[0] for numbers in later if numbers), default=None)
