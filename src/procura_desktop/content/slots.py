"""Slots: the places in a requirement that the buyer fills.

A slot is declared in the front matter, or in place by its short form ``[[name: 500 | 800 | cycles]]``.
The short form is rewritten to ``[[name]]`` before the text is rendered, so that its bars never cut a table.
A short form in a criterion of confidence ``check`` counts as not checked.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from procura_desktop.content.draft import Draft
from procura_desktop.content.fields import Fields, as_number
from procura_desktop.content.sections import Section
from procura_desktop.domain.kinds import Confidence
from procura_desktop.domain.records import Slot, SlotValue
from procura_desktop.domain.units import measured
from procura_desktop.markup.render import SlotFill

EMPTY = "…"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_USE = re.compile(r"\[\[(?P<inside>[^\[\]\n]*)\]\]")
_OPEN = re.compile(r"\[\[")
_NAMING = "use small letters, digits and _, beginning with a letter"


@dataclass(slots=True)
class Slots:
    """The slots of one criterion, and on which line each is first used."""

    levels: tuple[str, ...]
    language: str
    checked: bool
    declared: dict[str, Slot] = field(default_factory=dict)
    short: dict[str, Slot] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)

    def all(self) -> tuple[Slot, ...]:
        """Give every slot: the declared ones first, then those declared in place."""
        return (*self.declared.values(), *self.short.values())

    def fills(self, level: str | None = None) -> Mapping[str, SlotFill]:
        """Give what stands in each slot at one level, or, for text that all levels share, at all."""
        return {slot.name: _fill(slot, level, self.language) for slot in self.all()}


def read_slots(draft: Draft, levels: tuple[str, ...], confidence: Confidence) -> Slots:
    """Read the slots that the front matter declares."""
    slots = Slots(levels, draft.place.language, checked=confidence != "check")
    declared = draft.fields.part("slots")
    for name in declared.names() if declared is not None else ():
        if declared is None:
            break
        if not _NAME.fullmatch(name):
            declared.fault(name, "is no name for a slot", _NAMING)
            continue
        fields = declared.part(name, must=True)
        if fields is not None:
            slots.declared[name] = _declared(name, fields, levels)
            _check_promise(declared, slots.declared[name], confidence)
    return slots


def take_uses(draft: Draft, slots: Slots, section: Section) -> str:
    """Note every slot that a section uses, and give its text with short forms made plain."""
    for found in _OPEN.finditer(section.text):
        if not _USE.match(section.text, found.start()):
            line = section.line + section.text.count("\n", 0, found.start())
            draft.log.fault(line, "'[[' begins a slot that does not end", "write [[name]] in one line")

    def plain_form(found: re.Match[str]) -> str:
        line = section.line + section.text.count("\n", 0, found.start())
        name = _use(draft, slots, found["inside"], line)
        return f"[[{name}]]" if name else found[0]

    return _USE.sub(plain_form, section.text)


def check_uses(draft: Draft, slots: Slots) -> None:
    """Name slots that are used but nowhere declared, and those declared for nothing."""
    known = {slot.name for slot in slots.all()}
    for name, line in slots.used.items():
        if name not in known:
            draft.log.fault(
                line, f"slot '{name}' is not declared", f"add '{name}' with label and values to 'slots'"
            )
    for name in slots.declared:
        if name not in slots.used:
            line = draft.fields.line("slots")
            draft.log.warn(line, f"slot '{name}' is declared but not used", f"write [[{name}]] in the text")


def _use(draft: Draft, slots: Slots, inside: str, line: int) -> str:
    name, colon, rest = (part.strip() for part in inside.partition(":"))
    if not _NAME.fullmatch(name):
        draft.log.fault(line, f"'{name}' is no name for a slot", _NAMING)
        return ""
    slots.used.setdefault(name, line)
    if colon:
        _take_short(draft, slots, name, (rest, line))
    return name


def _take_short(draft: Draft, slots: Slots, name: str, said: tuple[str, int]) -> None:
    rest, line = said
    *values, unit = (part.strip() for part in rest.split("|"))
    if len(values) != len(slots.levels):
        form = " | ".join((*(f"<{level}>" for level in slots.levels), "unit"))
        what = f"slot '{name}' has {len(values)} values for {len(slots.levels)} levels"
        draft.log.fault(line, what, f"write [[{name}: {form}]]; the last may be empty")
        return
    pairs = zip(slots.levels, values, strict=True)
    slot = Slot(
        name=name,
        label=name.replace("_", " ").capitalize(),
        values=tuple(SlotValue(level=level, value=value) for level, value in pairs),
        unit=unit,
        checked=slots.checked,
    )
    if name in slots.declared or slots.short.setdefault(name, slot) != slot:
        draft.log.fault(line, f"slot '{name}' is declared twice", f"write [[{name}]] in the other place")


def _declared(name: str, fields: Fields, levels: tuple[str, ...]) -> Slot:
    slot = Slot(
        name=name,
        label=fields.text("label", must=True, any_scalar=True),
        values=_values(fields, levels),
        unit=fields.text("unit", any_scalar=True),
        minimum=fields.number("min"),
        maximum=fields.number("max"),
        checked=fields.flag("checked", default=True),
    )
    _check_range(fields, slot)
    fields.finish()
    return slot


def _values(fields: Fields, levels: tuple[str, ...]) -> tuple[SlotValue, ...]:
    if not fields.is_mapping("values"):
        same = fields.text("values", must=True, any_scalar=True)
        return tuple(SlotValue(level=level, value=same) for level in levels)
    by_level = fields.part("values")
    if by_level is None:
        return ()
    values = tuple(
        SlotValue(level=level, value=by_level.text(level, must=True, any_scalar=True)) for level in levels
    )
    by_level.finish()
    return values


def _check_range(fields: Fields, slot: Slot) -> None:
    low, high = slot.minimum, slot.maximum
    if low is not None and high is not None and low > high:
        fields.fault("min", f"({low:g}) is above 'max' ({high:g})", "exchange them")
        return
    if low is None and high is None:
        return
    for value in dict.fromkeys(one.value for one in slot.values if one.value):
        number = as_number(value)
        if number is None:
            fields.fault(
                "values", f"holds '{value}', which is no number", "write figures, or delete min and max"
            )
        elif (low is not None and number < low) or (high is not None and number > high):
            bounds = f"{'' if low is None else f'{low:g}'}..{'' if high is None else f'{high:g}'}"
            fields.fault(
                "values", f"holds {value}, out of the range {bounds}", "correct the value, min or max"
            )


def _check_promise(declared: Fields, slot: Slot, confidence: Confidence) -> None:
    """Check that a slot says the same about who read its figures as the criterion does."""
    filled = any(one.value for one in slot.values)
    if confidence == "check" and slot.checked and filled:
        declared.fault(
            slot.name, "is not marked, but confidence is check", "add 'checked: false' to the slot"
        )
    if confidence == "verified" and not slot.checked:
        declared.fault(
            slot.name, "has 'checked: false', but confidence is verified", "read the figure, or write listed"
        )


def _fill(slot: Slot, level: str | None, language: str) -> SlotFill:
    values: Iterable[str] = (one.value or EMPTY for one in slot.values if level in {None, one.level})
    shown = " / ".join(dict.fromkeys(values)) or EMPTY
    return SlotFill(measured(shown, slot.unit, language=language), checked=slot.checked)
