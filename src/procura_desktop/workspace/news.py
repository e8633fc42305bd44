"""What the library says now of a criterion that was chosen earlier: word by word, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from procura_desktop.domain.procurement import Item, Wording
from procura_desktop.domain.records import CriterionDetails, Record, Slot
from procura_desktop.library.difference import Run, word_difference
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One part that differs between the criterion as it was copied and as it is now."""

    part: Part
    runs: tuple[Run, ...]


def is_changed(item: Item, now: Record) -> bool:
    """Say whether anything differs that a buyer's documents rest on: a keyword or a date of review is not."""
    before, after = _copied(item), _now(now, item.level)
    return any(_differ(text, after.get(part)) for part, text in before.items())


def changes_of(item: Item, now: Record) -> tuple[Change, ...]:
    """Compare what an item was copied from with the criterion of now, word by word; layout does not count."""
    before, after = _copied(item), _now(now, item.level)
    return tuple(
        Change(part=part, runs=tuple(word_difference(text, after[part])))
        for part, text in before.items()
        if _differ(text, after.get(part))
    )


def _differ(before: str, after: str | None) -> bool:
    return after is not None and before.split() != after.split()


def _now(now: Record, level: str) -> dict[Part, str]:
    return dict(_texts(now, now.criterion, level, None)) if now.criterion else {}


def _copied(item: Item) -> dict[Part, str]:
    if item.copied is None or item.copied.record.criterion is None:
        return {}
    return dict(_texts(item.copied.record, item.copied.record.criterion, item.level, item.original))


def _level_of(details: CriterionDetails, name: str) -> Wording | None:
    """Give the wording at a level; None where the criterion has it no more."""
    return wording_at(details, name) if any(level.name == name for level in details.levels) else None


def _texts(
    record: Record, details: CriterionDetails, level: str, wording: Wording | None
) -> Iterator[tuple[Part, str]]:
    yield "title", record.title
    found = wording or _level_of(details, level) or Wording()
    yield "requirement", found.requirement
    yield "proof_tender", found.proof_tender
    yield "proof_contract", found.proof_contract
    yield "points", found.points
    yield "slots", "\n".join(_slot_line(slot, level) for slot in details.slots)
    yield "level", ", ".join(level.name for level in details.levels)
    yield "kind", details.kind
    yield "labels", "\n".join(details.labels)
    yield "legal_basis", "\n".join(details.legal_basis)
    yield "confidence", f"{record.confidence} {record.confidence_note}"
    yield "superseded_by", "\n".join(details.superseded_by)


def _slot_line(slot: Slot, level: str) -> str:
    """Write a slot on a line: what it is, what the source puts there, and what is sensible."""
    value = next((one.value for one in slot.values if one.level == level), "")
    limits = [f"{limit:g}" if limit is not None else "" for limit in (slot.minimum, slot.maximum)]
    reach = f"({' – '.join(limits).strip()})" if any(limits) else ""
    checked = "" if slot.checked else "to be checked"
    return " ".join(filter(None, (f"[[{slot.name}]]", slot.label, value, slot.unit, reach, checked)))
