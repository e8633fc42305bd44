"""Places to be filled, and what stands in them."""

import re
from collections.abc import Iterator, Sequence

from procura_desktop.domain.amounts import parse_figure
from procura_desktop.domain.checks.finding import Finding, Mend
from procura_desktop.domain.checks.prose import Hit, Passage
from procura_desktop.domain.checks.rules import finding
from procura_desktop.domain.procurement import Item
from procura_desktop.domain.records import Slot
from procura_desktop.domain.wording import SlotState, in_unit
from procura_desktop.phrases import Phrase, Value, phrase

# What people leave in the place of a figure. "…" at the end of a list is none.
_OPEN = re.compile(
    r"\[\s*(?:X|[Xx]{2,5}|[●•…_]+|\.{2,}|TBC|TBD|tbd|insert[^\]\n]*|to be (?:completed|filled|defined"
    r"|determined)[^\]\n]*|"
    r"fill in[^\]\n]*|enter[^\]\n]*|your [^\]\n]*|date|number|amount|figure|name|\s{3,})\s*\](?!\])"
    r"|_{3,}|\bX{2,5}\b(?= ?(?:%|per|days|years|hours|weeks|months|euro|EUR|kg|km|\w+))|\bTB[CD]\b"
    r"|(?<![\w.])\.{4,}|(?<=\s)…(?=\s+[\w%])|\bto be (?:determined|decided later)\b"
)
_PERHAPS_OPEN = ("[", "___", "xx", "tb", "....", "…", "to be d")  # each sign has one of these


def as_number(text: str) -> float | None:
    """Read a figure as the form of the slots does; None where it is none."""
    try:
        number = parse_figure(text)
    except ValueError:
        return None
    return None if number is None else float(number)


def amount(number: float, unit: str) -> Value:
    """Give a figure with its unit, for a sentence; `unit` "" is none."""
    return phrase("checks", "{number} {unit}").of(number=number, unit=unit) if unit else number


def check_open_places(passage: Passage) -> Iterator[Hit]:
    """Look for signs that something is still to be written."""
    if not passage.has_any(_PERHAPS_OPEN):
        return
    for found in _OPEN.finditer(passage.text):
        words = found[0]
        what = phrase("checks", "“{words}” is still to be filled.").of(words=words)
        yield Hit(rule="slot-empty", start=found.start(), words=words, what=what)


def check_slots(item: Item, states: tuple[SlotState, ...]) -> Iterator[Finding]:
    """Look at what stands in the slots that the wording uses."""
    used = [state for state in states if state.used]
    for state in used:
        field = f"slots.{state.slot.name}"
        fill = Mend(action="fill", item=item.id, field=field)
        wrong = _out_of_range(state)
        if not state.value.strip():
            what = phrase("checks", "“{label}” is empty.").of(label=state.slot.label)
            yield finding("slot-empty", what, item=item.id, field=field, mends=(fill,))
        elif wrong is not None:
            yield finding("slot-range", wrong, item=item.id, field=field, words=state.value, mends=(fill,))
    if not item.is_confirmed:
        yield from _unconfirmed(item, [state for state in used if _waits_to_be_confirmed(state)])


def _waits_to_be_confirmed(state: SlotState) -> bool:
    """Say whether a figure has still to be read in the official text, which has none of our suggestions."""
    slot = state.slot
    return bool(state.value.strip()) and not (slot.checked or slot.suggested or state.own)


def _unconfirmed(item: Item, states: Sequence[SlotState]) -> Iterator[Finding]:
    """Give one finding for all figures of an item that are still to be confirmed."""
    if not states:
        return
    figures = "; ".join(f"{one.slot.label}: {in_unit(item, one.slot, one.value)}" for one in states)
    yield finding(
        "unconfirmed",
        phrase("checks", "Nobody has confirmed “{figures}”.").of(figures=figures),
        item=item.id,
        field=f"slots.{states[0].slot.name}",
        words=states[0].value,
        mends=(Mend(action="confirm", item=item.id),),
    )


def takes_number(slot: Slot) -> bool:
    """Say whether what stands in a slot has to be a number: its source says what is sensible."""
    return slot.minimum is not None or slot.maximum is not None


def beyond_range(state: SlotState) -> tuple[float, Value] | None:
    """Give as what a slot is read and what its source calls sensible; None where it is that, or no number."""
    low, high, number = state.slot.minimum, state.slot.maximum, as_number(state.value)
    if number is None or ((low is None or number >= low) and (high is None or number <= high)):
        return None
    return number, _bounds(low, high, state.slot.unit)


def _out_of_range(state: SlotState) -> Phrase | None:
    if takes_number(state.slot) and as_number(state.value) is None:
        return phrase("checks", "“{value}” in “{label}” is no number.").of(
            value=state.value, label=state.slot.label
        )
    if (beyond := beyond_range(state)) is None:
        return None
    number, bounds = beyond
    return phrase("checks", "“{label}” is {number}; sensible is {bounds}.").of(
        label=state.slot.label, number=number, bounds=bounds
    )


def _bounds(low: float | None, high: float | None, unit: str) -> Value:
    if low is None:
        return phrase("checks", "at most {high}").of(high=amount(high or 0.0, unit))
    if high is None:
        return phrase("checks", "at least {low}").of(low=amount(low, unit))
    return phrase("checks", "{low} to {high}").of(low=low, high=amount(high, unit))
