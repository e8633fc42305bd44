"""Texts that refer to a criterion of their source that was not chosen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from procura_desktop.domain.checks.facts import Facts
from procura_desktop.domain.checks.finding import Finding, Mend
from procura_desktop.domain.checks.prose import passage
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.procurement import Item
from procura_desktop.domain.records import Record
from procura_desktop.domain.references import Key, Named, Reference, by_key
from procura_desktop.phrases import Phrase, phrase

_OF_OTHER_LOTS = phrase(
    "checks", "It refers to {code} of its source, which this procurement has for other lots only."
)


class Missing:
    """Looks again and again; what the library has of a group is read once, when a text first needs it."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._read: dict[str, Mapping[Key, Record]] = {}

    def check(self, items: Iterable[tuple[Item, tuple[Reference, ...]]]) -> Iterator[Finding]:
        """Look for codes that no item of the procurement has; each once for an item."""
        seen = tuple(items)
        named = Named(item for item, _ in seen)
        chosen = {item.copied.record.id for item, _ in seen if item.copied}
        for item, found in seen:
            first: dict[Key, Reference] = {}
            for one in found:
                first.setdefault(one.key, one)
            for one in first.values():
                if named.by(item, one.key):
                    continue
                record = self._named(one.key)
                if named.elsewhere(item, one.key):
                    yield _finding(item, one, _OF_OTHER_LOTS.of(code=one.code))
                elif one.copied or record is not None:
                    yield _found(item, one, record if record and record.id not in chosen else None)

    def _named(self, key: Key) -> Record | None:
        group = key[0]
        if group not in self._read:
            self._read[group] = by_key(self._facts.criteria(group))
        return self._read[group].get(key)


def _found(item: Item, one: Reference, record: Record | None) -> Finding:
    if record is None:
        what = phrase("checks", "It refers to {code} of its source, which is not in this procurement.").of(
            code=one.code
        )
    else:
        what = phrase(
            "checks", "It refers to “{title}” ({code} of its source), which is not in this procurement."
        ).of(title=record.title, code=one.code)
    add = (Mend(action="add", item=item.id, field=one.part, text=record.id),) if record else ()
    return _finding(item, one, what, add)


def _finding(item: Item, one: Reference, what: Phrase, mends: tuple[Mend, ...] = ()) -> Finding:
    text = getattr(item.wording, one.part)
    sentence = next(piece.text for piece in reversed(passage(text).sentences) if piece.start <= one.start)
    made = finding("reference", what, item=item.id, field=one.part, words=one.code, mends=mends)
    return replace(made, start=one.start, sentence=sentence)
