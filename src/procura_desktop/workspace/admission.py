"""A procurement from elsewhere, made fit to be kept, or refused.

What can be put right without a doubt is put right and told; what would have to be guessed is refused. HTML of
copied criteria passes the allow-list again: whoever wrote the file could have written anything into it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeVar

from procura_desktop.domain.addresses import is_record_id
from procura_desktop.domain.amounts import LARGEST_NUMBER
from procura_desktop.domain.drafting import in_order
from procura_desktop.domain.follow_up import MOST_DAYS, MOST_MONTHS
from procura_desktop.domain.history import told
from procura_desktop.domain.procurement import (
    Award,
    Copied,
    Event,
    FollowUp,
    Head,
    Item,
    Lot,
    Offer,
    Procurement,
    Share,
)
from procura_desktop.domain.records import Record
from procura_desktop.errors import ForeignFileError
from procura_desktop.library.arrival import cleaned
from procura_desktop.library.pack import PackError, encode_record, record_hash
from procura_desktop.phrases import Phrase, phrase
from procura_desktop.workspace.choosing import new_id
from procura_desktop.workspace.plain import plain

What = Literal["characters", "html", "ids", "lots", "scores", "slots", "codes", "dates", "order"]

MOST_ITEMS, MOST_LOTS, MOST_OFFERS, MOST_EVENTS, MOST_FOLLOW_UPS = 2_000, 1_000, 1_000, 50_000, 200

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_LIBRARY = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_CPV = re.compile(r"[0-9]{8}(-[0-9])?")  # programs of before kept some without their check digit
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_Identified = TypeVar("_Identified", Item, FollowUp, Offer)


@dataclass(frozen=True, slots=True)
class Mended:
    """What was put right, and how often."""

    what: What
    count: int

    def __str__(self) -> str:
        """Say it in English, for the command line."""
        return f"{_TOLD[self.what]} ({self.count})"


_TOLD: dict[What, str] = {
    "characters": "signs that no text may have were taken out",
    "html": "copied criteria were cleaned of what may not be shown",
    "ids": "things with the same id got a new one",
    "lots": "criteria named a lot that is not there",
    "scores": "offers had scores for criteria that are not there",
    "slots": "slots were filled twice; the last value counts",
    "codes": "codes that are none were taken out",
    "dates": "dates that are none were taken out",
    "order": "criteria were put into the order of the documents",
}


def admit(procurement: Procurement, path: Path) -> tuple[Procurement, tuple[Mended, ...]]:
    """Give a procurement that can be kept, and what was put right in it.

    Raises:
        ForeignFileError: something in it makes no sense, or goes beyond every limit.
    """
    return _Admission(path).admit(procurement)


class _Admission:
    """One procurement on its way in; counts what is put right."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mended: Counter[What] = Counter()

    def admit(self, procurement: Procurement) -> tuple[Procurement, tuple[Mended, ...]]:
        """See the function of this name."""
        self._count(procurement)
        made, changed = plain(procurement, self._refused)
        self._mended["characters"] += changed
        if not _ID.fullmatch(made.id):
            raise self._refused(phrase("details", "{id} is no id of a procurement").of(id=repr(made.id[:80])))
        lots = self._lots(made.lots)
        items = self._items(made.items, {lot.id for lot in lots})
        made = replace(
            made,
            head=self._head(made.head),
            lots=lots,
            items=items,
            award=self._award(made.award),
            offers=self._offers(made.offers, {item.id for item in items}),
            events=tuple(self._event(event) for event in made.events),
        )
        return made, _told(self._mended)

    def _refused(self, detail: Phrase) -> ForeignFileError:
        return ForeignFileError(path=self._path, detail=detail)

    def _count(self, procurement: Procurement) -> None:
        counted = (
            (
                phrase("details", "it has {number} criteria; {most} is the most"),
                procurement.items,
                MOST_ITEMS,
            ),
            (phrase("details", "it has {number} lots; {most} is the most"), procurement.lots, MOST_LOTS),
            (
                phrase("details", "it has {number} offers; {most} is the most"),
                procurement.offers,
                MOST_OFFERS,
            ),
            (
                phrase("details", "it has {number} lines of history; {most} is the most"),
                procurement.events,
                MOST_EVENTS,
            ),
            *(
                (
                    phrase("details", "it has {number} dates to follow up; {most} is the most"),
                    item.follow_up,
                    MOST_FOLLOW_UPS,
                )
                for item in procurement.items
            ),
        )
        for words, held, most in counted:
            if len(held) > most:
                raise self._refused(words.of(number=len(held), most=most))

    def _positive(self, words: Phrase, *numbers: Decimal | None, most: Decimal = LARGEST_NUMBER) -> None:
        for number in numbers:
            if number is not None and not 0 <= number <= most:
                raise self._refused(words.of(number=str(number)))

    def _between(self, words: Phrase, number: int, low: int, high: int) -> None:
        if not low <= number <= high:
            raise self._refused(words.of(number=number))

    # The parts of a procurement.

    def _head(self, head: Head) -> Head:
        self._positive(phrase("details", "{number} is no value"), head.value)
        if not _CURRENCY.fullmatch(head.currency):
            raise self._refused(
                phrase("details", "{currency} is no currency").of(currency=repr(head.currency[:20]))
            )
        if not _LANGUAGE.fullmatch(head.language):
            raise self._refused(
                phrase("details", "{language} is no language").of(language=repr(head.language[:20]))
            )
        dates = {field.name: self._day(getattr(head.dates, field.name)) for field in fields(head.dates)}
        return replace(
            head,
            cpv=self._codes(head.cpv),
            groups=self._kept("codes", head.groups, is_record_id),
            dates=replace(head.dates, **dates),
            created=self._moment(head.created),
        )

    def _lots(self, lots: tuple[Lot, ...]) -> tuple[Lot, ...]:
        if len({lot.id for lot in lots}) != len(lots) or not all(_ID.fullmatch(lot.id) for lot in lots):
            raise self._refused(phrase("details", "two of its lots have the same id, or one has none"))
        for lot in lots:
            self._positive(phrase("details", "{number} is no value"), lot.value)
        return tuple(replace(lot, cpv=self._codes(lot.cpv)) for lot in lots)

    def _items(self, items: tuple[Item, ...], lots: set[str]) -> tuple[Item, ...]:
        made = tuple(self._item(item, lots) for item in self._apart(items))
        ordered = in_order(made)
        self._mended["order"] += ordered != made
        return ordered

    def _item(self, item: Item, lots: set[str]) -> Item:
        self._share(item.share)
        names = {entry.name: entry for entry in item.slots}
        self._mended["slots"] += len(item.slots) - len(names)
        copied = self._copied(item) if item.copied else None
        if copied is None and item.original is not None:
            raise self._refused(
                phrase("details", "the criterion {title} does not say where it is from").of(
                    title=repr(item.title[:80])
                )
            )
        return replace(
            item,
            copied=copied,
            lots=self._kept("lots", item.lots, lots.__contains__),
            slots=tuple(names.values()) if len(names) != len(item.slots) else item.slots,
            follow_up=tuple(self._follow_up(one) for one in self._apart(item.follow_up)),
        )

    def _copied(self, item: Item) -> Copied:
        copied = item.copied
        if copied is None or copied.record.criterion is None or not is_record_id(copied.record.id):
            raise self._refused(
                phrase("details", "what {title} was copied from is no criterion").of(
                    title=repr(item.title[:80])
                )
            )
        levels = [level.name for level in copied.record.criterion.levels]
        if item.level not in levels or item.original is None:
            raise self._refused(
                phrase("details", "the criterion {title} has no level {level}").of(
                    title=repr(item.title[:80]), level=repr(item.level[:40])
                )
            )
        if not _LIBRARY.fullmatch(copied.library):
            raise self._refused(
                phrase("details", "{library} is no name of a library").of(library=repr(copied.library[:80]))
            )
        self._between(
            phrase("details", "{number} is no number of burden"), copied.record.criterion.burden.level, 1, 3
        )
        record = cleaned(copied.record)
        self._mended["html"] += record != copied.record
        # A hash that a file says of itself proves nothing: the watch over the library goes by it.
        return replace(copied, record=record, hash=self._hash(record) if copied.hash else "")

    def _hash(self, record: Record) -> str:
        try:
            return record_hash(encode_record(record))
        except PackError as error:
            raise self._refused(
                phrase("details", "a criterion in it has no form of its own ({error})").of(error=error)
            ) from error

    def _follow_up(self, one: FollowUp) -> FollowUp:
        self._between(phrase("details", "{number} is no number of days"), one.after_days, 0, MOST_DAYS)
        self._between(phrase("details", "{number} is no number of months"), one.every_months, 0, MOST_MONTHS)
        return replace(one, done=self._kept("dates", one.done, _is_day))

    def _share(self, share: Share) -> None:
        self._positive(phrase("details", "{number} is no weight"), share.weight, share.most)
        self._positive(phrase("details", "{number} is no score"), share.minimum, most=Decimal(100))

    def _award(self, award: Award) -> Award:
        self._share(award.price)
        self._between(phrase("details", "{number} is no number of decimals"), award.decimals, 0, 6)
        self._positive(phrase("details", "{number} is no price"), *(price for price, _ in award.table))
        self._positive(
            phrase("details", "{number} is no score"), *(score for _, score in award.table), most=Decimal(100)
        )
        if award.zero_at <= 1:
            raise self._refused(
                phrase("details", "{zero_at} times the lowest price cannot score nothing").of(
                    zero_at=award.zero_at
                )
            )
        return award

    def _offers(self, offers: tuple[Offer, ...], items: set[str]) -> tuple[Offer, ...]:
        return tuple(self._offer(offer, items) for offer in self._apart(offers))

    def _offer(self, offer: Offer, items: set[str]) -> Offer:
        self._positive(phrase("details", "{number} is no price"), offer.price)
        self._positive(
            phrase("details", "{number} is no score"),
            *(score for _, score in offer.scores),
            most=Decimal(100),
        )
        scores = tuple({name: (name, score) for name, score in offer.scores if name in items}.values())
        self._mended["scores"] += len(offer.scores) - len(scores)
        return replace(offer, scores=scores)

    def _event(self, event: Event) -> Event:
        """Take a line; where its code is known, what it says is what the code says."""
        return replace(event, on=self._moment(event.on), what=str(told(event)))

    # Names, codes and dates.

    def _apart(self, held: tuple[_Identified, ...]) -> tuple[_Identified, ...]:
        """Give each an id of its own: the second with the same, or one that is none, gets a new one."""
        seen: set[str] = set()
        made = []
        for one in held:
            known = one.id in seen or not _ID.fullmatch(one.id)
            self._mended["ids"] += known
            made.append(replace(one, id=new_id()) if known else one)
            seen.add(made[-1].id)
        return tuple(made)

    def _codes(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        return self._kept("codes", codes, lambda code: bool(_CPV.fullmatch(code)))

    def _kept(self, what: What, held: tuple[str, ...], is_right: Callable[[str], bool]) -> tuple[str, ...]:
        kept = tuple(one for one in held if is_right(one))
        self._mended[what] += len(held) - len(kept)
        return kept

    def _day(self, text: str) -> str:
        return "".join(self._kept("dates", (text,), lambda day: not day or _is_day(day)))

    def _moment(self, text: str) -> str:
        return "".join(self._kept("dates", (text,), _is_moment))


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_moment(text: str) -> bool:
    try:
        return not text or bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def total(told: Iterable[tuple[Mended, ...]]) -> tuple[Mended, ...]:
    """Add up what was put right in several."""
    counted: Counter[What] = Counter()
    for one in told:
        for mended in one:
            counted[mended.what] += mended.count
    return _told(counted)


def _told(counted: Mapping[What, int]) -> tuple[Mended, ...]:
    return tuple(Mended(what, count) for what, count in sorted(counted.items()) if count)
