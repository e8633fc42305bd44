"""References from one criterion to another by its code in their source, such as "see TS8".

A code means something only beside its group and part. A code in words that the buyer wrote may be something
else, such as a category of switches, unless the library has a criterion of that code.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.records import Record
from procura_desktop.domain.wording import parts_of

CODE = re.compile(r"\b(?:SM|SC|TS|AC|CPC)\d+(?:\.\d+)*[a-z]?\b")
Key = tuple[str, str, str]  # (id of the group, part, code)
Read = Callable[[str], Iterable[Record]]  # gives the criteria of a group


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One code in the text of an item.

    Attributes:
        part: of the wording, such as "proof_contract". start: where in it the code begins.
        copied: whether the code stands in the wording of the source too.
    """

    key: Key
    part: str
    start: int
    copied: bool

    @property
    def code(self) -> str:
        """Give the code as it is written."""
        return self.key[2]


def references(item: Item) -> tuple[Reference, ...]:
    """Find every code in the wording of an item, in order; an own criterion has none."""
    details = item.copied.record.criterion if item.copied else None
    if details is None:
        return ()
    source = codes_in_source(item)
    return tuple(
        Reference(
            key=(details.group, details.part, found[0]),
            part=part,
            start=found.start(),
            copied=found[0] in source,
        )
        for part, text in parts_of(item.wording)
        for found in CODE.finditer(text)
    )


def codes_in_source(item: Item) -> frozenset[str]:
    """Give the codes that the source's wording of an item has."""
    if item.original is None:
        return frozenset()
    return frozenset(found for _, text in parts_of(item.original) for found in CODE.findall(text))


def keys_of(item: Item) -> Iterator[Key]:
    """Give what other criteria of its source call an item: its code, and that of its level."""
    details = item.copied.record.criterion if item.copied else None
    if details is not None:
        for code in {details.code, *(level.code for level in details.levels if level.name == item.level)}:
            if code:
                yield details.group, details.part, code


class Named:
    """Knows what codes in the texts of some items mean among them.

    A code means criteria of the same library: another may use it for another criterion. And of one that was
    chosen for other lots alone nobody who reads the text would see anything.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        """Take the items of a procurement."""
        self._found: dict[tuple[str, Key], list[Item]] = {}
        for item in items:
            for key in keys_of(item):
                self._found.setdefault((_library(item), key), []).append(item)

    def by(self, item: Item, key: Key) -> tuple[Item, ...]:
        """Give the items that a code means in the text of an item, in their order; more than one by lots."""
        return tuple(one for one in self._found.get((_library(item), key), ()) if _share_lot(item, one))

    def elsewhere(self, item: Item, key: Key) -> bool:
        """Say whether a code means something that was chosen for other lots alone."""
        return (_library(item), key) in self._found and not self.by(item, key)


def _library(item: Item) -> str:
    return item.copied.library if item.copied else ""


def _share_lot(one: Item, other: Item) -> bool:
    return not one.lots or not other.lots or not set(one.lots).isdisjoint(other.lots)


def by_key(records: Iterable[Record]) -> Mapping[Key, Record]:
    """Give the criteria that a code names; a code that two of them have names none."""
    found: dict[Key, dict[str, Record]] = {}
    for record in records:
        if (details := record.criterion) is not None:
            for code in {details.code, *(level.code for level in details.levels)} - {""}:
                found.setdefault((details.group, details.part, code), {})[record.id] = record
    return {key: next(iter(named.values())) for key, named in found.items() if len(named) == 1}


def titles_of_missing(procurement: Procurement, read: Read) -> tuple[tuple[Key, str], ...]:
    """Give (key, title) of the criteria that texts refer to, that were not chosen and that the source has.

    Only groups with such references are read.
    """
    named = Named(procurement.items)
    wanted = {
        one.key for item in procurement.items for one in references(item) if not named.by(item, one.key)
    }
    known: dict[Key, Record] = {}
    for group in sorted({key[0] for key in wanted}):
        known.update(by_key(read(group)))
    return tuple((key, known[key].title) for key in sorted(wanted) if key in known)


class MissingTitles:
    """Gives `titles_of_missing`, found once for each state of a procurement."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._found: tuple[Procurement, tuple[tuple[Key, str], ...]] | None = None

    def of(self, procurement: Procurement) -> tuple[tuple[Key, str], ...]:
        """Give (key, title) of the criteria that texts refer to, that were not chosen and that are there."""
        if self._found is None or self._found[0] is not procurement:
            self._found = (procurement, titles_of_missing(procurement, self._read))
        return self._found[1]
