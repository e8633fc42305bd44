"""Criteria that do not go together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from procura_desktop.domain.checks.figures import amount, as_number
from procura_desktop.domain.checks.finding import Finding, Mend
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.procurement import Item
from procura_desktop.domain.records import Direction
from procura_desktop.domain.wording import SlotState
from procura_desktop.phrases import Phrase, Value, phrase

_LEVELS = {"core": phrase("checks", "core"), "comprehensive": phrase("checks", "comprehensive")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What an item limits: a property, its unit, and the value that its one slot of that unit has."""

    name: str
    unit: str
    direction: Direction
    value: float


def limit_of(item: Item, states: tuple[SlotState, ...]) -> Limit | None:
    """Give what an item limits; None where no single figure says so."""
    details = item.copied.record.criterion if item.copied else None
    limited = details.property if details else None
    if limited is None or limited.direction == "yes-no":
        return None
    values = [state.value for state in states if state.used and state.slot.unit == limited.unit]
    number = as_number(values[0]) if len(values) == 1 else None
    if number is None:
        return None
    name = " ".join(limited.name.casefold().split())
    return Limit(name=name, unit=limited.unit, direction=limited.direction, value=number)


def share_a_lot(one: Item, other: Item) -> bool:
    """Say whether both hold for some lot."""
    return not one.lots or not other.lots or not set(one.lots).isdisjoint(other.lots)


def check_levels(items: Iterable[Item]) -> Iterator[Finding]:
    """Look for a criterion that stands twice."""
    by_source: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for item in items:
        if item.copied is not None:
            by_source[item.copied.library, item.copied.record.id, item.kind].append(item)
    for same in by_source.values():
        for one, other in combinations(same, 2):
            if share_a_lot(one, other):
                mends = tuple(Mend(action="take-out", item=item.id) for item in (other, one))
                what = _twice(other.title, tuple(dict.fromkeys(filter(None, (one.level, other.level)))))
                yield finding("level-twice", what, item=other.id, others=(one.id,), mends=mends)


def check_conflicts(items: Iterable[Item]) -> Iterator[Finding]:
    """Look for criteria whose source says that they do not go together."""
    by_record: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.copied is not None:
            by_record[item.copied.record.id].append(item)
    seen: set[frozenset[str]] = set()
    for one in (item for same in by_record.values() for item in same):
        details = one.copied.record.criterion if one.copied else None
        for record_id in details.conflicts_with if details else ():
            for other in by_record.get(record_id, ()):
                pair = frozenset((one.id, other.id))
                if other is not one and pair not in seen and share_a_lot(one, other):
                    seen.add(pair)
                    what = phrase(
                        "checks", "“{one}” and “{other}” do not go together, says their source."
                    ).of(one=one.title, other=other.title)
                    yield finding("contradiction", what, item=one.id, others=(other.id,))


def check_limits(limited: Iterable[tuple[Item, Limit]]) -> Iterator[Finding]:
    """Look for one property that is limited in two ways; award criteria may ask for more than the minimum."""
    by_property: dict[tuple[str, str], list[tuple[Item, Limit]]] = defaultdict(list)
    for item, limit in limited:
        if item.kind != "AC":
            by_property[limit.name, limit.unit].append((item, limit))
    for same in by_property.values():
        for (one, first), (other, second) in combinations(same, 2):
            wrong = _clash(first, second)
            if wrong is not None and share_a_lot(one, other):
                what = wrong.of(one=one.title, other=other.title)
                yield finding("contradiction", what, item=one.id, others=(other.id,))


def _twice(title: str, levels: tuple[str, ...]) -> Phrase:
    if len(levels) > 1:
        return phrase("checks", "“{title}” stands twice ({one} and {other}).").of(
            title=title, one=_level(levels[0]), other=_level(levels[1])
        )
    if levels:
        return phrase("checks", "“{title}” stands twice ({level}).").of(title=title, level=_level(levels[0]))
    return phrase("checks", "“{title}” stands twice.").of(title=title)


def _level(name: str) -> Value:
    """Give the words for a level; a source's own word is kept."""
    return _LEVELS.get(name, name)


def _clash(one: Limit, other: Limit) -> Phrase | None:
    """Say how two limits of one property clash; the titles are put in by the caller. None: they do not."""
    if one.direction == other.direction:
        if one.value == other.value:
            return None
        return phrase("checks", "“{one}” and “{other}” both limit it, at {first} and at {second}.").of(
            first=amount(one.value, ""), second=amount(other.value, one.unit)
        )
    low, high = (one, other) if one.direction == "at-least" else (other, one)
    if low.value <= high.value:
        return None
    return phrase("checks", "“{one}” and “{other}” ask for at least {low} and at most {high}.").of(
        low=amount(low.value, ""), high=amount(high.value, one.unit)
    )
