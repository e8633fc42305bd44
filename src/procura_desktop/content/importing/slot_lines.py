"""The column of slots: one line declares one slot, in the order of ``[[name: 5 | 10 | years]]``.

A line is ``name: label | values | unit | least to most | not checked``; the last two may be left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from procura_desktop.content.importing.page import Page, scalar
from procura_desktop.content.importing.rows import Row

KEY = "slots"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_BOUND = r"-?\d{1,15}(?:\.\d{1,15})?"
_RANGE = re.compile(rf"(?P<least>{_BOUND})? ?to ?(?P<most>{_BOUND})?")
_FIGURE = re.compile(_BOUND)
_NOT_CHECKED = "not checked"
_FORM = (
    "write 'name: label | a value for each level | unit', then perhaps '| least to most' and '| not checked'"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a line says of a slot; `span` is its range, with the groups `least` and `most`."""

    name: str
    label: str
    values: tuple[str, ...]
    unit: str
    span: re.Match[str] | None
    checked: bool


def write_slots(row: Row, page: Page, levels: Sequence[str], *, checked: bool) -> None:
    """Write the slots that a cell declares; where `checked` is not, no figure counts as read."""
    taken: set[str] = set()
    for line in row.lines(KEY):
        said = _read(line, len(levels))
        if said is None:
            row.fault(KEY, f'"{line}" does not declare a slot', _FORM)
        elif said.name in taken:
            row.fault(KEY, f"the slot '{said.name}' is declared twice", "delete one of the two lines")
        else:
            if not taken:
                page.put("slots:", KEY)
            taken.add(said.name)
            _write(page, said, levels, checked=checked and said.checked)


def _read(line: str, levels: int) -> _Said | None:
    """Take a line apart; None when it does not have the form."""
    name, colon, rest = (piece.strip() for piece in line.partition(":"))
    pieces = [piece.strip() for piece in rest.split("|")]
    checked = pieces[-1].casefold() != _NOT_CHECKED
    if not checked:
        pieces.pop()
    span = _RANGE.fullmatch(pieces[-1]) if len(pieces) > 3 else None
    if span is not None:
        pieces.pop()
    if not colon or not _NAME.fullmatch(name) or len(pieces) not in {3, levels + 2}:
        return None
    label, *values, unit = pieces
    if _FIGURE.fullmatch(unit):  # the unit was left out, and this is the value of a level
        return None
    return _Said(name, label, tuple(values), unit, span, checked)


def _write(page: Page, said: _Said, levels: Sequence[str], *, checked: bool) -> None:
    page.put(f"  {said.name}:", KEY)
    page.field("label", said.label, KEY, indent="    ")
    if len(set(said.values)) == 1:
        page.put(f"    values: {_figure(said.values[0])}", KEY)
    else:
        page.put("    values:", KEY)
        for level, value in zip(levels, said.values, strict=True):
            page.put(f"      {scalar(level)}: {_figure(value)}", KEY)
    page.field("unit", said.unit, KEY, indent="    ")
    for name, group in (("min", "least"), ("max", "most")):
        if said.span is not None and said.span[group]:
            page.put(f"    {name}: {said.span[group]}", KEY)
    if not checked:
        page.field("checked", False, KEY, indent="    ")


def _figure(value: str) -> str:
    """Write a number as it is, so that 4.0 does not become 4; everything else as a text."""
    return value if _FIGURE.fullmatch(value) else scalar(value)
