"""What `procurement set` can fill in: names, what they stand for, and which values make sense."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

from procura_desktop.domain.addresses import is_record_id
from procura_desktop.domain.amounts import parse_amount, parse_number
from procura_desktop.domain.cpv import whole_code
from procura_desktop.domain.drafting import change_item, with_slot
from procura_desktop.domain.procurement import (
    Ambition,
    Formula,
    Item,
    Nature,
    Procedure,
    Procurement,
    Status,
    TieRule,
    Weighting,
    YesNo,
)
from procura_desktop.domain.weights import HIGHEST_SCORE
from procura_desktop.domain.wording import WORDING_PARTS, slot_states
from procura_desktop.errors import ProcurementError
from procura_desktop.export.words import known_languages
from procura_desktop.workspace.choosing import at_level

_TEXTS = (
    "title", "buyer", "reference", "need", "purpose", "accessibility", "clean_vehicles", "energy_efficiency",
    "no_lots", "language",
)  # fmt: skip
_CHOICES: dict[str, tuple[str, ...]] = {
    "nature": get_args(Nature),
    "procedure": get_args(Procedure),
    "ambition": get_args(Ambition),
    "people_use": get_args(YesNo),
    "status": get_args(Status),
}
_DATES = ("publication", "deadline", "contract_start", "contract_end")
_AWARD_CHOICES: dict[str, tuple[str, ...]] = {
    "weighting": get_args(Weighting),
    "formula": get_args(Formula),
    "tie": get_args(TieRule),
}
_SHARES = ("weight", "most", "minimum")
_DATE = re.compile(r"|\d{4}-\d{2}-\d{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")


class EntryError(ProcurementError):
    """A name or a value that `set` cannot use; the message says what to write instead."""


def entered(procurement: Procurement, name: str, value: str) -> Procurement:
    """Fill one value in.

    Raises:
        EntryError: the name is none, or the value makes no sense for it.
        ChoiceError: a criterion has no such level.
    """
    if name.startswith("item."):
        return _of_item(procurement, name, value)
    head = _of_head(procurement, name, value)
    if head is not None:
        return replace(procurement, head=replace(procurement.head, **head))
    award = _of_award(procurement, name, value)
    if award is not None:
        return replace(procurement, award=replace(procurement.award, **award))
    raise EntryError(f"{name!r} is no name; see: procura-desktop procurement --help")


def _of_head(procurement: Procurement, name: str, value: str) -> dict[str, Any] | None:
    head = procurement.head
    if name == "language":
        return {name: _one_of(name, value, known_languages())}
    if name in _TEXTS:
        return {name: value}
    if name in _CHOICES:
        return {name: _one_of(name, value, _CHOICES[name])}
    if name == "value":
        return {name: _amount(name, value)}
    if name == "currency":
        return {name: _formed(name, value.upper(), _CURRENCY, "three letters, such as EUR")}
    if name in ("cpv", "groups"):
        read = _code if name == "cpv" else _group
        return {name: tuple(read(part.strip()) for part in value.split(",") if part.strip())}
    if name in _DATES:
        return {"dates": replace(head.dates, **{name: _date(name, value)})}
    if name in ("contact.name", "contact.email", "contact.phone"):
        return {"contact": replace(head.contact, **{name.removeprefix("contact."): value})}
    return None


def _of_award(procurement: Procurement, name: str, value: str) -> dict[str, Any] | None:
    part = name.removeprefix("price.")
    if name.startswith("price.") and part in _SHARES:
        changed: dict[str, Decimal | None] = {part: _share(name, value)}
        return {"price": replace(procurement.award.price, **changed)}
    if name in _AWARD_CHOICES:
        return {name: _one_of(name, value, _AWARD_CHOICES[name])}
    if name == "order_reason":
        return {name: value}
    if name == "zero_at":
        return {name: _factor(name, value)}
    if name == "decimals":
        return {name: int(_formed(name, value, re.compile("[0-6]"), "a whole number from 0 to 6"))}
    return None


def _of_item(procurement: Procurement, name: str, value: str) -> Procurement:
    _, _, rest = name.partition(".")
    item_id, _, part = rest.partition(".")
    found = next((item for item in procurement.items if item.id == item_id), None)
    if found is None:
        raise EntryError(f"there is no item {item_id!r}; see: procura-desktop procurement show ID")
    return change_item(procurement, item_id, _change(found, part, value))


def _change(item: Item, part: str, value: str) -> Callable[[Item], Item]:
    texts: dict[str, Any] = {part: value}
    if part in ("title", "reason", "level_reason", "link"):
        return lambda one: replace(one, **texts)
    if part == "level":
        return lambda one: at_level(one, value)
    if part in WORDING_PARTS:
        return lambda one: replace(one, wording=replace(one.wording, **texts))
    if part in _SHARES:
        number: dict[str, Decimal | None] = {part: _share(part, value)}
        return lambda one: replace(one, share=replace(one.share, **number))
    slot = part.removeprefix("slot.")
    known = [state.slot.name for state in slot_states(item)]
    if part.startswith("slot.") and slot in known:
        return lambda one: with_slot(one, slot, value)
    if part.startswith("slot."):
        raise EntryError(f"{item.title!r} has no figure {slot!r}; there are: {', '.join(known) or 'none'}")
    raise EntryError(f"{part!r} is no part of an item; see: procura-desktop procurement --help")


def _code(text: str) -> str:
    code = whole_code(text)
    if not code and re.fullmatch("[0-9]{8}", text):
        raise EntryError(f"cpv: {text} is not in the list of the program; write it with its check digit")
    if not code:
        raise EntryError(f"cpv: a code has eight figures and a check digit, such as 30213100-6, not {text!r}")
    return code


def _group(text: str) -> str:
    if not is_record_id(text):
        raise EntryError(f"groups: a product group has an id such as groups/computers, not {text!r}")
    return text


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        shown = ", ".join(one or "(nothing)" for one in allowed)
        raise EntryError(f"{name} is one of {shown}, not {value!r}")
    return value


def _formed(name: str, value: str, form: re.Pattern[str], wanted: str) -> str:
    if not form.fullmatch(value):
        raise EntryError(f"{name} is {wanted}, not {value!r}")
    return value


def _date(name: str, value: str) -> str:
    from datetime import date

    _formed(name, value, _DATE, "a date such as 2027-03-01")
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise EntryError(f"{name} is a day that exists, not {value!r}") from error


def _amount(name: str, value: str) -> Decimal | None:
    return _read(name, value, parse_amount)


def _share(name: str, value: str) -> Decimal | None:
    number = _read(name, value, parse_number)
    if name.endswith("minimum") and number is not None and number > HIGHEST_SCORE:
        raise EntryError(f"{name} is a score from 0 to 100, not {value!r}")
    return number


def _factor(name: str, value: str) -> Decimal:
    number = _read(name, value, parse_number)
    if number is None or number <= 1:
        raise EntryError(f"{name} is a number above 1, such as 2, not {value!r}")
    return number


def _read(name: str, value: str, read: Callable[[str], Decimal | None]) -> Decimal | None:
    try:
        return read(value)
    except ValueError as error:
        raise EntryError(f"{name}: {error}") from error
