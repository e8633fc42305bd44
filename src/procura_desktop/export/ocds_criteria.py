"""The criteria of a procurement by the requirements extension of OCDS."""

from math import isfinite
from typing import Any

from procura_desktop.domain.procurement import Item
from procura_desktop.domain.wording import SlotState, in_unit, slot_states
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.origin import origin_text

Data = dict[str, Any]


def criteria(desk: Desk) -> list[Data]:
    """Give every criterion but the subject matter, with what it requires and where it comes from."""
    known = {lot.id for lot in desk.procurement.lots}
    return [
        {
            "id": item.id,
            "title": f"{desk.numbers[item.id]} {item.title}",
            "description": f"{desk.filled(item).requirement}\n\n{origin_text(desk, item)}",
            "relatesToTenderer": item.kind == "SC",
            "relatedLots": [lot for lot in dict.fromkeys(item.lots) if lot in known],
            "requirementGroups": [{"id": f"{item.id}-all", "requirements": _requirements(desk, item)}],
        }
        for item in desk.procurement.items
        if item.kind != "SM"
    ]


def _requirements(desk: Desk, item: Item) -> list[Data]:
    """Give what is to be answered: yes to what must be met, a text to what is scored, and each figure."""
    wording = desk.filled(item)
    if item.kind == "AC":
        first: Data = {
            "id": f"{item.id}-offered",
            "title": desk.say("What is offered"),
            "description": wording.points,
            "dataType": "string",
        }
    else:
        first = {
            "id": f"{item.id}-met",
            "title": desk.say("Accepted" if item.kind == "CPC" else "Met"),
            "description": wording.proof_contract if item.kind == "CPC" else wording.proof_tender,
            "dataType": "boolean",
            "expectedValue": True,
        }
    if item.kind == "AC":
        return [first]  # its figures say what earns points; nothing of it is demanded
    figures = [state for state in slot_states(item) if state.used and number_in(state) is not None]
    return [first, *(_figure(desk, item, state, alone=len(figures) == 1) for state in figures)]


def _figure(desk: Desk, item: Item, state: SlotState, *, alone: bool) -> Data:
    """Give one figure; whether it is a least or a most is only said where the source says it."""
    slot = state.slot
    value = in_unit(item, slot, state.value)
    asked: Data = {
        "id": f"{item.id}-{slot.name}",
        "title": slot.asked,
        "description": desk.say("{what}, demanded: {value}", what=slot.asked, value=value),
        "dataType": "number",
    }
    details = item.copied.record.criterion if item.copied else None
    limited = details.property if details and alone else None
    bounds = {"at-least": "minValue", "at-most": "maxValue"}
    if limited is not None and limited.direction in bounds and limited.unit == slot.unit:
        asked[bounds[limited.direction]] = number_in(state)
    return asked


def number_in(state: SlotState) -> int | float | None:
    """Give the number that stands in a slot; None where it is none."""
    text = state.value.strip().replace(",", ".")
    try:
        number = int(text) if text.isdigit() else float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def without_empty(data: Data) -> Data:
    """Leave out what has no value, however deep: OCDS has no empty texts, lists or objects."""
    return {key: kept for key, value in data.items() if (kept := _kept(value)) not in ("", None, [], {})}


def _kept(value: Any) -> Any:  # noqa: ANN401 - it is JSON
    if isinstance(value, dict):
        return without_empty(value)
    if isinstance(value, list):
        return [kept for one in value if (kept := _kept(one)) not in ("", None, [], {})]
    return value
