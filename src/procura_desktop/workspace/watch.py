"""After an update of the library: which criteria of procurements are not as they were chosen.

Hashes are compared first, so that many large procurements are looked through in an instant; only what differs
is read.
"""

from dataclasses import dataclass
from typing import Literal

from procura_desktop.domain.procurement import Item
from procura_desktop.domain.records import Record
from procura_desktop.errors import RecordNotFoundError
from procura_desktop.library.books import Books
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.workspace.news import is_changed

State = Literal["changed", "superseded", "withdrawn", "older", "not-yet", "elsewhere"]

# Nothing is asked here: the own wording is the newer one, or nobody knows.
_STAYS: tuple[State, ...] = ("older", "not-yet", "elsewhere")

WITHDRAWN = "withdrawn"


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
    hashed = books.hashes((record_id,)).get(record_id)
    if hashed is None:
        return _gone(item, info)
    if hashed == item.copied.hash:
        return None
    return _compared(item, books.record(record_id), hashed, info)


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
