"""Text with slots: which there are, what stands in each, and the text as a bidder reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from procura_desktop.domain.procurement import Item, Wording
from procura_desktop.domain.records import Slot
from procura_desktop.domain.units import measured

EMPTY = "…"
SLOT = re.compile(r"\[\[(?P<name>[a-z][a-z0-9_]*)\]\]")
WORDING_PARTS: tuple[str, ...] = tuple(field.name for field in fields(Wording))


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotState:
    """A slot of an item as it stands.

    Attributes:
        slot: how the source declares it.
        value: the buyer's, else the source's at the item's level; "" is not filled.
        own: whether the buyer filled it in.
        used: whether the wording still has it.
        source: the source's value at the item's level; "" where it leaves that to the buyer.
    """

    slot: Slot
    value: str
    own: bool
    used: bool
    source: str = ""


def slot_names(text: str) -> tuple[str, ...]:
    """Give the names of the slots in a text, each once, in their order."""
    return tuple(dict.fromkeys(found["name"] for found in SLOT.finditer(text)))


def parts_of(wording: Wording) -> Iterator[tuple[str, str]]:
    """Give (name of the part, its text) of each part that is not empty."""
    for name in WORDING_PARTS:
        if text := getattr(wording, name):
            yield name, text


def source_value(slot: Slot, level: str) -> str:
    """Give what the source puts into a slot at a level; "" where it leaves it to the buyer."""
    return next((one.value for one in slot.values if one.level == level), "")


def slot_states(item: Item) -> tuple[SlotState, ...]:
    """Give every slot that the source of an item declares, as it stands; an own criterion has none."""
    values = _values(item)
    used = {name for _, text in parts_of(item.wording) for name in slot_names(text)} if values else set()
    entered = {entry.name for entry in item.slots}
    return tuple(
        SlotState(
            slot=slot,
            value=value,
            own=slot.name in entered,
            used=slot.name in used,
            source=source_value(slot, item.level),
        )
        for slot, value in values
    )


def _values(item: Item) -> list[tuple[Slot, str]]:
    """Give each declared slot of an item with the buyer's value, else the source's at its level."""
    details = item.copied.record.criterion if item.copied else None
    entered = {entry.name: entry.value for entry in item.slots}
    return [
        (slot, entered.get(slot.name, source_value(slot, item.level)))
        for slot in (details.slots if details else ())
    ]


def filled(text: str, item: Item) -> str:
    """Give a text of an item with its slots filled, each value with its unit; an empty one shows "…".

    A slot that nobody declared stays as it is written.
    """
    return _with(_shown(item), text)


def filled_wording(item: Item) -> Wording:
    """Give the wording of an item as a bidder reads it."""
    shown = _shown(item)
    return Wording(**{name: _with(shown, text) for name, text in parts_of(item.wording)})


def _shown(item: Item) -> dict[str, str]:
    """Give what stands in each slot, by its name."""
    return {slot.name: in_unit(item, slot, value) for slot, value in _values(item)}


def in_unit(item: Item, slot: Slot, value: str) -> str:
    """Give a value of a slot with its unit; "…" stands for none."""
    language = item.copied.record.language if item.copied else ""
    return measured(value.strip() or EMPTY, slot.unit, language=language)


def _with(shown: dict[str, str], text: str) -> str:
    return SLOT.sub(lambda found: shown.get(found["name"], found[0]), text)
