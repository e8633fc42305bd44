"""The pages of a SQLite file, read without SQLite: it stops at the first damage, this goes on behind it.

What is whole on a page is given out; what is not is told, never guessed. The format is that of
https://www.sqlite.org/fileformat2.html (database, sections 1 and 2; rollback journal and write-ahead log,
sections 3 and 4).
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Value = int | float | str | bytes | None

TABLE_LEAF, INDEX_LEAF = 13, 10
_TABLE_INTERIOR, _INDEX_INTERIOR = 5, 2
_KINDS = (TABLE_LEAF, INDEX_LEAF, _TABLE_INTERIOR, _INDEX_INTERIOR)
_SIZES = tuple(1 << power for power in range(9, 17))
_USUAL_SIZE = 4096
_FILE_HEAD = 100  # bytes at the beginning of the first page
_LOG_HEAD, _FRAME_HEAD = 32, 24
_JOURNAL_HEAD, _JOURNAL_MAGIC = 28, bytes.fromhex("d9d505f920a163d7")
_MOST_PAGES = 1 << 22  # that a file is believed to have had


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a page.

    Attributes:
        number: its rowid; 0 in an index and in a table without.
        values: what could be read, from the first column on.
        whole: whether that is all.
    """

    number: int
    values: tuple[Value, ...]
    whole: bool


class Pages:
    """The pages of one file as its journals leave them, by number from 1.

    `log` is the write-ahead log; `journal` the rollback journal of a transaction that never came to its end.
    """

    def __init__(self, data: bytes, log: bytes = b"", journal: bytes = b"") -> None:
        self._size = _page_size(data)
        self._data = data
        older, before = _rolled_back(journal, self._size)
        self._newer = {**older, **_logged(log, self._size)}
        self._usable = self._size - (data[20] if len(data) > 20 and data[20] < 64 else 0)
        in_file = (len(data) + self._size - 1) // self._size
        self.count = before if 0 < before < _MOST_PAGES else max(in_file, *self._newer, 1)
        first = self._page(1)
        said = _number(first, 28) if len(first) >= _FILE_HEAD else 0
        self.expected = said if self.count < said < _MOST_PAGES else self.count  # of a file cut short

    def kind(self, number: int) -> int:
        """Give the kind of a page of a tree; 0 is none."""
        page = self._page(number)
        at = _FILE_HEAD if number == 1 else 0
        return page[at] if len(page) > at and page[at] in _KINDS else 0

    def rows(self, number: int) -> Iterator[Row]:
        """Give the rows of a page of a tree, also torn ones; an inner page of a table has none."""
        kind = self.kind(number)
        if kind in (0, _TABLE_INTERIOR):
            return
        page = self._page(number)
        for cell in self._cells(number, page):
            try:
                yield self._row(page, cell, kind)
            except (IndexError, struct.error):
                yield Row(0, (), whole=False)

    def children(self, number: int) -> tuple[int, ...]:
        """Give the pages below a page of a tree; a leaf has none."""
        if self.kind(number) not in (_TABLE_INTERIOR, _INDEX_INTERIOR):
            return ()
        page = self._page(number)
        at = _FILE_HEAD if number == 1 else 0
        cells = (cell for cell in self._cells(number, page) if cell + 4 <= len(page))
        found = [_number(page, cell) for cell in cells]
        return tuple(found if len(page) < at + 12 else [*found, _number(page, at + 8)])

    def free(self) -> frozenset[int]:
        """Give the pages that are in no use; what stands on them was deleted."""
        found: set[int] = set()
        first = self._page(1)
        trunk = _number(first, 32) if len(first) >= _FILE_HEAD else 0
        while 0 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            if len(page) < 8:
                break
            many = min(_number(page, 4), (len(page) - 8) // 4)
            found.update(_number(page, 8 + 4 * at) for at in range(many))
            trunk = _number(page, 0)
        return frozenset(found)

    def _page(self, number: int) -> bytes:
        if number in self._newer:
            return self._newer[number]
        begin = (number - 1) * self._size
        return self._data[begin : begin + self._size] if number > 0 else b""

    def _cells(self, number: int, page: bytes) -> Iterator[int]:
        at = _FILE_HEAD if number == 1 else 0
        head = 12 if self.kind(number) in (_TABLE_INTERIOR, _INDEX_INTERIOR) else 8
        if len(page) < at + head:
            return
        (many,) = struct.unpack_from(">H", page, at + 3)
        for cell in range(min(many, (len(page) - at - head) // 2)):
            (begin,) = struct.unpack_from(">H", page, at + head + 2 * cell)
            yield begin

    def _row(self, page: bytes, cell: int, kind: int) -> Row:
        at = cell + 4 if kind == _INDEX_INTERIOR else cell
        size, at = _varint(page, at)
        number = 0
        if kind == TABLE_LEAF:
            number, at = _varint(page, at)
        payload, whole = self._payload(page, at, size, table=kind == TABLE_LEAF)
        values, complete = _record(payload)
        return Row(number, values, whole=whole and complete)

    def _payload(self, page: bytes, at: int, size: int, *, table: bool) -> tuple[bytes, bool]:
        """Give the bytes of a cell, and whether these are all: long ones go on in a chain of other pages."""
        usable = self._usable
        most = usable - 35 if table else (usable - 12) * 64 // 255 - 23
        if size <= most:
            return page[at : at + size], at + size <= len(page)
        least = (usable - 12) * 32 // 255 - 23
        local = least + (size - least) % (usable - 4)
        local = local if local <= most else least
        parts, left = [page[at : at + local]], size - local
        following, seen = _number(page, at + local), set[int]()
        while left > 0:
            piece = self._page(following)[4:usable]
            if following in seen or not piece:
                return b"".join(parts), False
            seen.add(following)
            parts.append(piece[:left])
            left -= len(piece)
            following = _number(self._page(following), 0)
        return b"".join(parts), following == 0


def _page_size(data: bytes) -> int:
    """Give what the file says, where that can be; else what nearly all files have."""
    if len(data) >= _FILE_HEAD:
        (said,) = struct.unpack_from(">H", data, 16)
        size = 65536 if said == 1 else int(said)
        if size in _SIZES:
            return size
    return _USUAL_SIZE


def _logged(log: bytes, size: int) -> Mapping[int, bytes]:
    """Give the pages that a write-ahead log holds of whole transactions, the last of each."""
    settled: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    if len(log) < _LOG_HEAD or _number(log, 8) != size:
        return settled
    salt = log[16:24]
    for at in range(_LOG_HEAD, len(log) - _FRAME_HEAD - size + 1, _FRAME_HEAD + size):
        if log[at + 8 : at + 16] != salt:  # what is left of an earlier log
            break
        waiting[_number(log, at)] = log[at + _FRAME_HEAD : at + _FRAME_HEAD + size]
        if _number(log, at + 4):
            settled |= waiting
            waiting.clear()
    return settled


def _rolled_back(journal: bytes, size: int) -> tuple[dict[int, bytes], int]:
    """Give pages as they were before a transaction that a crash broke off, and how many there were.

    Without a journal there were 0. It has a head for each time that it was brought onto the disk; the first
    state of a page counts.
    """
    found: dict[int, bytes] = {}
    before = at = 0
    while len(journal) - at >= _JOURNAL_HEAD and journal[at : at + 8] == _JOURNAL_MAGIC:
        count, _, pages, sector, page_size = struct.unpack_from(">5I", journal, at + 8)
        if page_size != size or sector not in _SIZES:
            break
        before, begin = before or pages, at + sector
        for entry in range(begin, min(begin + count * (size + 8), len(journal) - size - 7), size + 8):
            found.setdefault(_number(journal, entry), journal[entry + 4 : entry + 4 + size])
        at = -(-(begin + count * (size + 8)) // sector) * sector
    return found, before


def pages_before(journal: bytes) -> int:
    """Give how many pages a file had before the transaction of a journal; 0 is none, or no journal."""
    return _rolled_back(journal, _USUAL_SIZE)[1]


def _record(payload: bytes) -> tuple[tuple[Value, ...], bool]:
    """Give the values of a record up to the first that cannot be read, and whether these are all."""
    values: list[Value] = []
    try:
        head, at = _varint(payload, 0)
        body = head
        while at < head:
            code, at = _varint(payload, at)
            length = _length(code)
            if body + length > len(payload):
                return tuple(values), False
            values.append(_value(code, payload[body : body + length]))
            body += length
    except (IndexError, ValueError, struct.error):
        return tuple(values), False
    return tuple(values), at == head and body == len(payload)


def _length(code: int) -> int:
    if code in (10, 11):
        raise ValueError("a code that SQLite keeps for itself")
    return (code - 12) // 2 if code >= 12 else (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[code]


def _value(code: int, data: bytes) -> Value:
    if code == 0:
        return None
    if code == 7:
        (real,) = struct.unpack(">d", data)
        return float(real)
    if code in (8, 9):
        return code - 8
    if code < 7:
        return int.from_bytes(data, "big", signed=True)
    return data.decode() if code % 2 else data


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes; give it and where it ends."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def _number(data: bytes, at: int) -> int:
    (number,) = struct.unpack_from(">I", data, at)
    return int(number)
