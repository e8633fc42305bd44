"""What the library says now of a criterion that was chosen earlier: word by word, part by part."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from procura_desktop.domain.kinds import Confidence, CriterionKind
from procura_desktop.domain.procurement import Item, Wording
from procura_desktop.domain.records import CriterionDetails, Record, Slot
from procura_desktop.library.difference import Run, word_difference
from procura_desktop.phrases import Phrase, phrase
from procura_desktop.workspace.choosing import wording_at

Part = Literal[
    "title",
    "requirement",
    "proof_tender",
    "proof_contract",
    "points",
    "slots",
    "level",
    "kind",
    "labels",
    "legal_basis",
    "confidence",
    "superseded_by",
]


Say = Callable[[Phrase | str], str]
_LEVELS = {"core": phrase("words", "Core"), "comprehensive": phrase("words", "Comprehensive")}
_KINDS: dict[CriterionKind, Phrase] = {
    "SM": phrase("words", "Subject matter"),
    "SC": phrase("words", "Selection criterion"),
    "TS": phrase("words", "Technical specification"),
    "AC": phrase("words", "Award criterion"),
    "CPC": phrase("words", "Contract clause"),
}
_CONFIDENCE: dict[Confidence, Phrase] = {
    "verified": phrase("words", "✓ Verified"),
    "listed": phrase("words", "○ Listed"),
    "check": phrase("words", "△ Check"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One part that differs between the criterion as it was copied and as it is now."""

    part: Part
    runs: tuple[Run, ...]


def is_changed(item: Item, now: Record) -> bool:
    """Say whether anything differs that a buyer's documents rest on: a keyword or a date of review is not."""
    before, after = _copied(item), _now(now, item.level)
    return any(_differ(text, after.get(part)) for part, text in before.items())


def changes_of(item: Item, now: Record, *, say: Say = str) -> tuple[Change, ...]:
    """Compare what an item was copied from with the criterion of now, word by word; layout does not count.

    `say` gives words for what the library keeps as a code.
    """
    before, after = _copied(item, say), _now(now, item.level, say)
    return tuple(
        Change(part=part, runs=tuple(word_difference(text, after[part])))
        for part, text in before.items()
        if _differ(text, after.get(part))
    )


def _differ(before: str, after: str | None) -> bool:
    return after is not None and before.split() != after.split()


def _now(now: Record, level: str, say: Say = str) -> dict[Part, str]:
    return dict(_texts(now, now.criterion, level, None, say)) if now.criterion else {}


def _copied(item: Item, say: Say = str) -> dict[Part, str]:
    if item.copied is None or item.copied.record.criterion is None:
        return {}
    record, details = item.copied.record, item.copied.record.criterion
    return dict(_texts(record, details, item.level, item.original, say))


def _level_of(details: CriterionDetails, name: str) -> Wording | None:
    """Give the wording at a level; None where the criterion has it no more."""
    return wording_at(details, name) if any(level.name == name for level in details.levels) else None


def _texts(
    record: Record, details: CriterionDetails, level: str, wording: Wording | None, say: Say
) -> Iterator[tuple[Part, str]]:
    yield "title", record.title
    found = wording or _level_of(details, level) or Wording()
    yield "requirement", found.requirement
    yield "proof_tender", found.proof_tender
    yield "proof_contract", found.proof_contract
    yield "points", found.points
    yield "slots", "\n".join(_slot_line(slot, level, say) for slot in details.slots)
    yield "level", ", ".join(say(_LEVELS.get(one.name, one.name)) for one in details.levels)
    yield "kind", say(_KINDS[details.kind])
    yield "labels", "\n".join(details.labels)
    yield "legal_basis", "\n".join(details.legal_basis)
    yield "confidence", f"{say(_CONFIDENCE[record.confidence])} {record.confidence_note}"
    yield "superseded_by", "\n".join(details.superseded_by)


def _slot_line(slot: Slot, level: str, say: Say) -> str:
    """Write a slot on a line: what it is, what the source puts there, and what is sensible."""
    value = next((one.value for one in slot.values if one.level == level), "")
    limits = [f"{limit:g}" if limit is not None else "" for limit in (slot.minimum, slot.maximum)]
    reach = f"({' – '.join(limits).strip()})" if any(limits) else ""
    checked = "" if slot.checked else say(phrase("news", "to be checked"))
    return " ".join(filter(None, (f"[[{slot.name}]]", slot.label, value, slot.unit, reach, checked)))
