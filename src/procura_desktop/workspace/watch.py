"""After an update of the library: which criteria of procurements are not as they were chosen.

Hashes are compared first, straight from what is kept, so that fifty large procurements are looked through in
an instant; only what differs is read.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from procura_desktop.domain.procurement import Item
from procura_desktop.domain.records import Record
from procura_desktop.errors import RecordNotFoundError, WorkspaceDamagedError
from procura_desktop.library.books import Books
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.phrases import phrase
from procura_desktop.workspace.news import is_changed
from procura_desktop.workspace.workspace import Workspace

State = Literal["changed", "superseded", "withdrawn", "older", "not-yet", "elsewhere"]

# Nothing is asked here: the own wording is the newer one, or nobody knows.
_STAYS: tuple[State, ...] = ("older", "not-yet", "elsewhere")

WITHDRAWN = "withdrawn"
_COPIED = (
    "SELECT procurement, id, json_extract(document, '$.copied.library'), "
    "json_extract(document, '$.copied.record.id'), json_extract(document, '$.copied.hash'), "
    "json_extract(document, '$.seen') FROM procurement_items "
    "WHERE json_type(document, '$.copied') = 'object'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What became of the source of one item; `news.changes_of` gives what differs, word by word.

    Attributes:
        state: "older": somebody went back to an edition that has an earlier version of it; "not-yet": to one
            that does not have it yet. "elsewhere": the library that it was copied from is not here, so nobody
            knows.
        now: the criterion as it is; None where it is withdrawn, not there yet or elsewhere.
        token: what `Item.seen` says once the buyer keeps the own wording over this.
        seen: whether the buyer did so already.
    """

    item: Item
    state: State
    now: Record | None
    token: str
    seen: bool

    @property
    def waits(self) -> bool:
        """Whether the buyer is asked to decide; where the library went back, the own wording simply stays."""
        return not self.seen and self.state not in _STAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One procurement of which something is not as it was; a closed one is only told, never changed."""

    procurement: str
    title: str
    closed: bool
    news: tuple[News, ...]

    @property
    def open(self) -> int:
        """How many items wait for a decision."""
        return 0 if self.closed else sum(one.waits for one in self.news)


@dataclass(frozen=True, slots=True)
class _Copy:
    """What is kept of where an item is from."""

    item: str
    library: str
    record: str
    hash: str
    seen: str


def watch(workspace: Workspace, books: Books) -> tuple[Watched, ...]:
    """Look through all procurements, the one saved last first; those that are as they were are left out.

    Raises:
        WorkspaceError: the workspace cannot be read.
        LibraryDamagedError: the library cannot be read.
    """
    heads, copies = _kept(workspace)
    watcher = _Watcher(workspace, books, {copy.record for held in copies.values() for copy in held})
    told = (
        Watched(
            procurement=name,
            title=title,
            closed=status == "closed",
            news=tuple(watcher.news(name, copies.get(name, []))),
        )
        for name, title, status in heads
    )
    return tuple(one for one in told if one.news)


def news_of(item: Item, books: Books) -> News | None:
    """Look at one item; None where it is as it was, or an own criterion.

    Raises:
        LibraryDamagedError: the library cannot be read.
    """
    if item.copied is None:
        return None
    record_id = item.copied.record.id
    info = books.info_of(record_id)
    if info.name != item.copied.library:
        return News(item=item, state="elsewhere", now=None, token="", seen=False)
    hashes = books.hashes((record_id,))
    if record_id not in hashes:
        return _gone(item, info)
    return _compared(item, books.record(record_id), hashes[record_id], info)


def _kept(workspace: Workspace) -> tuple[list[tuple[str, str, str]], dict[str, list[_Copy]]]:
    copies: dict[str, list[_Copy]] = defaultdict(list)
    with workspace.reading():
        heads = workspace.connection.execute(
            "SELECT id, title, status FROM procurements ORDER BY changed DESC, id"
        ).fetchall()
        for name, item, library, record, hashed, seen in workspace.connection.execute(_COPIED):
            copies[name].append(_Copy(item, library, record, hashed or "", seen or ""))
    return heads, copies


class _Watcher:
    """Compares what is kept with what the books say; reads each record once."""

    def __init__(self, workspace: Workspace, books: Books, record_ids: set[str]) -> None:
        self._workspace = workspace
        self._books = books
        self._hashes = books.hashes(record_ids)
        self._libraries = {name: books.info_of(name) for name in record_ids}
        self._records: dict[str, Record] = {}
        self._items = msgspec.json.Decoder(Item)

    def news(self, procurement: str, copies: list[_Copy]) -> Iterator[News]:
        for copy in copies:
            if (
                self._hashes.get(copy.record) != copy.hash
                or self._libraries[copy.record].name != copy.library
            ):
                found = self._news(self._item(procurement, copy.item), copy)
                if found is not None:
                    yield found

    def _news(self, item: Item, copy: _Copy) -> News | None:
        info = self._libraries[copy.record]
        if info.name != copy.library:
            return News(item=item, state="elsewhere", now=None, token="", seen=False)
        hashed = self._hashes.get(copy.record)
        if hashed is None:
            return _gone(item, info)
        return _compared(item, self._now(copy.record), hashed, info)

    def _now(self, record_id: str) -> Record:
        if record_id not in self._records:
            self._records[record_id] = self._books.record(record_id)
        return self._records[record_id]

    def _item(self, procurement: str, item: str) -> Item:
        with self._workspace.reading():
            (document,) = self._workspace.connection.execute(
                "SELECT document FROM procurement_items WHERE procurement = ? AND id = ?", (procurement, item)
            ).fetchone()
        try:
            return self._items.decode(document)
        except msgspec.MsgspecError as error:
            raise WorkspaceDamagedError(
                path=self._workspace.path,
                detail=phrase("details", "procurement {procurement}: {error}").of(
                    procurement=procurement, error=error
                ),
            ) from error


def _gone(item: Item, info: LibraryInfo) -> News:
    seen = item.seen == WITHDRAWN
    state: State = "not-yet" if _went_back(item, info) else "withdrawn"
    return News(item=item, state=state, now=None, token=WITHDRAWN, seen=seen)


def _went_back(item: Item, info: LibraryInfo) -> bool:
    """Say whether a library was released before the edition that an item was copied from.

    One that was never released has the day of its latest record, which goes back too where that is withdrawn.
    """
    return item.copied is not None and bool(info.published) and info.published < item.copied.dated


def _compared(item: Item, now: Record, hashed: str, info: LibraryInfo) -> News | None:
    """Compare with the criterion of now; a version that differs counts even where no word does."""
    if item.copied is None or item.copied.record == now:
        return None
    before = item.copied.record.version
    if before == now.version and not is_changed(item, now):
        return None
    state: State = "superseded" if now.criterion and now.criterion.superseded_by else "changed"
    if now.version < before or (now.version == before and _went_back(item, info)):
        state = "older"
    return News(item=item, state=state, now=now, token=hashed, seen=item.seen == hashed)


def successors(news: News, books: Books) -> tuple[Record, ...]:
    """Give the criteria that have taken the place of one, as far as the library has them.

    Raises:
        LibraryDamagedError: the library cannot be read.
    """
    found = []
    for record_id in news.now.criterion.superseded_by if news.now and news.now.criterion else ():
        try:
            found.append(books.record(record_id))
        except RecordNotFoundError:
            continue
    return tuple(found)
