"""What differs between two states of one procurement: field by field, and in texts word by word."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from procura_desktop.domain.history import told
from procura_desktop.domain.procurement import Item, Lot, Offer, Procurement
from procura_desktop.library.difference import Run, word_difference
from procura_desktop.phrases import Phrase

Place = Literal["head", "award", "lot", "item", "offer", "event", "order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that differs.

    Attributes:
        place: of which part of the procurement.
        name: title of the item, lot or offer; "" for what there is once.
        field: its path, such as "wording.requirement"; "" is the whole: it is only in one of the two.
        runs: words gone are mine, new ones theirs.
    """

    place: Place
    name: str
    field: str
    runs: tuple[Run, ...]


def differences(
    mine: Procurement, theirs: Procurement, *, say: Callable[[Phrase | str], str] = str
) -> tuple[Difference, ...]:
    """Give what differs, in the order of the procurement; `say` says lines of the history."""
    titles = _Titles(
        lots=_titles((*mine.lots, *theirs.lots)),
        items=_titles((*mine.items, *theirs.items)),
    )
    before, after = _parts(mine, titles, say), _parts(theirs, titles, say)
    return tuple(
        difference
        for key in dict.fromkeys((*before, *after))
        for difference in _compared(key, before.get(key), after.get(key))
    )


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Titles:
    """What stands in the place of ids, which tell people nothing."""

    lots: Mapping[str, str]
    items: Mapping[str, str]


def _titles(records: Iterable[Lot | Item]) -> dict[str, str]:
    """Give the titles by id, the first of each; those that are alike or empty get a number."""
    titles: dict[str, str] = {}
    often: Counter[str] = Counter()
    for record in records:
        if record.id not in titles:
            often[record.title] += 1
            number = often[record.title]
            alone = bool(record.title) and number == 1
            titles[record.id] = record.title if alone else f"{record.title} ({number})".strip()
    return titles


def _compared(key: tuple[Place, str], before: _Part | None, after: _Part | None) -> Iterator[Difference]:
    place, _ = key
    if before is None or after is None:
        there = before or after
        if there is not None:
            run = Run("gone" if before else "new", there.name)
            yield Difference(place=place, name=there.name, field="", runs=(run,))
        return
    for field in dict.fromkeys((*before.texts, *after.texts)):
        mine, theirs = before.texts.get(field, ""), after.texts.get(field, "")
        if mine != theirs:
            runs = tuple(word_difference(mine, theirs))
            yield Difference(place=place, name=after.name, field=field, runs=runs)


def _parts(
    procurement: Procurement, titles: _Titles, say: Callable[[Phrase | str], str]
) -> dict[tuple[Place, str], _Part]:
    parts: dict[tuple[Place, str], _Part] = {
        ("head", ""): _Part("", _texts(procurement.head)),
        ("award", ""): _Part("", _texts(procurement.award)),
    }
    for lot in procurement.lots:
        parts["lot", lot.id] = _Part(lot.title, _texts(lot))
    for item in procurement.items:
        parts["item", item.id] = _Part(item.title, _item_texts(item, titles))
    for offer in procurement.offers:
        parts["offer", offer.id] = _Part(offer.name, _offer_texts(offer, titles))
    for at, event in enumerate(procurement.events):
        what = say(told(event))
        parts["event", str(at)] = _Part(what, {"on": event.on, "what": what})
    order = "\n".join(item.title for item in procurement.items)
    parts["order", ""] = _Part("", {"order": order})
    return parts


def _item_texts(item: Item, titles: _Titles) -> dict[str, str]:
    """Give the texts of an item; of what it was copied from only which it is, and all else as one."""
    texts = {
        name: text for name, text in _texts(item).items() if not name.startswith(("copied.", "original."))
    }
    texts["lots"] = "\n".join(titles.lots.get(lot, lot) for lot in item.lots)
    if item.copied is not None:
        copied = item.copied
        texts["copied"] = f"{copied.library}/{copied.record.id} {copied.record.version} ({copied.edition})"
        texts["copied.text"] = copied.record.text
    return texts


def _offer_texts(offer: Offer, titles: _Titles) -> dict[str, str]:
    scores = (f"{titles.items.get(item, item)}: {score}" for item, score in offer.scores)
    return {**_texts(offer), "scores": "\n".join(scores)}


def _texts(record: object) -> dict[str, str]:
    return dict(_flat("", msgspec.to_builtins(record)))


def _flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(f"{path}.{name}" if path else str(name), inner)
    elif isinstance(value, list | tuple):
        yield path, "\n".join(_line(inner) for inner in value)
    else:
        yield path, "" if value is None else str(value)


def _line(value: object) -> str:
    """Write an entry of a list on a line, without its id."""
    return ", ".join(text for path, text in _flat("", value) if text and path != "id")
