"""What `procurement set` can fill in: names, what they stand for, and which values make sense."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

from procura_desktop.cli.arguments import UsageError
from procura_desktop.cli.procurements.entering_award import award_entered
from procura_desktop.cli.procurements.entering_item import item_entered, odd_figures
from procura_desktop.cli.procurements.entering_parts import follow_up_entered, lot_entered, offer_entered
from procura_desktop.cli.procurements.values import (
    EntryError,
    amount,
    codes,
    day,
    formed,
    one_of,
    parts,
    shown,
    text,
    yes_no,
)
from procura_desktop.domain.addresses import is_record_id
from procura_desktop.domain.drafting import with_status
from procura_desktop.domain.procurement import Ambition, Nature, Procedure, Procurement, Status, YesNo
from procura_desktop.export.words import known_languages

TEXTS = (
    "title", "buyer", "reference", "need", "purpose", "accessibility", "clean_vehicles", "energy_efficiency",
    "no_lots",
)  # fmt: skip
CHOICES: dict[str, tuple[str, ...]] = {
    "nature": get_args(Nature),
    "procedure": get_args(Procedure),
    "ambition": get_args(Ambition),
    "people_use": get_args(YesNo),
}
DATES = ("publication", "deadline", "contract_start", "contract_end")
CONTACT = ("contact.name", "contact.email", "contact.phone")
OTHERS = ("language", "value", "currency", "cpv", "groups", "template", "status")
_CURRENCY = re.compile(r"[A-Z]{3}")
_OF_PARTS = {
    "item": item_entered,
    "lot": lot_entered,
    "offer": offer_entered,
    "follow-up": follow_up_entered,
}


def read_pairs(pairs: Iterable[str]) -> dict[str, str]:
    """Divide NAME=VALUE at the first sign of equality.

    Raises:
        UsageError: one is none, or a name stands twice.
    """
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"write NAME=VALUE, not {shown(pair)}")
        if name.strip() in values:
            raise UsageError(f"{name.strip()} is given twice; give it once")
        values[name.strip()] = value
    return values


def all_entered(procurement: Procurement, values: dict[str, str]) -> tuple[Procurement, tuple[str, ...]]:
    """Fill values in; give the procurement, and what is odd about figures that it keeps all the same.

    Levels come first, whatever the order: another level puts all words and figures back to the source's.

    Raises:
        EntryError: a name is none, a value makes no sense for it, or what they say together makes none.
        ChoiceError: a criterion has no such level.
    """
    made = procurement
    for name in sorted(values, key=lambda name: not name.endswith(".level")):
        made = entered(made, name, values[name])
    if made.award.formula == "table" and not made.award.table and {"formula", "price.table"} & set(values):
        raise EntryError(
            "formula=table wants a table: per cent of the lowest price and the score up to there, "
            "such as price.table=100:100,120:60,150:20"
        )
    return made, tuple(odd_figures(made, values))


def entered(procurement: Procurement, name: str, value: str) -> Procurement:
    """Fill one value in.

    Raises:
        EntryError: the name is none, or the value makes no sense for it.
        ChoiceError: a criterion has no such level.
    """
    sort, point, rest = name.partition(".")
    if point and sort in _OF_PARTS:
        return _OF_PARTS[sort](procurement, name, rest, value)
    if name == "status":
        status: Status = "closed" if one_of(name, value, get_args(Status)) == "closed" else "draft"
        return with_status(procurement, status, datetime.now(UTC))
    head = _of_head(procurement, name, value)
    if head is not None:
        return replace(procurement, head=replace(procurement.head, **head))
    award = award_entered(procurement.award, name, value)
    if award is not None:
        return replace(procurement, award=award)
    raise EntryError(f"{shown(name)} is no name; see: procura-desktop procurement --help")


def _of_head(procurement: Procurement, name: str, value: str) -> dict[str, Any] | None:
    head = procurement.head
    if name == "language":
        return {name: one_of(name, value, known_languages())}
    if name in TEXTS:
        return {name: text(name, value)}
    if name in CHOICES:
        return {name: one_of(name, value, CHOICES[name])}
    if name == "template":
        return {name: yes_no(name, value)}
    if name == "value":
        return {name: amount(name, value)}
    if name == "currency":
        return {name: formed(name, value.upper(), _CURRENCY, "three letters, such as EUR")}
    if name == "cpv":
        return {name: codes(name, value)}
    if name == "groups":
        return {name: tuple(map(_group, parts(value)))}
    if name in DATES:
        return {"dates": replace(head.dates, **{name: day(name, value)})}
    if name in CONTACT:
        return {"contact": replace(head.contact, **{name.removeprefix("contact."): text(name, value)})}
    return None


def _group(name: str) -> str:
    if not is_record_id(name):
        raise EntryError(f"groups: a product group has an id such as groups/computers, not {shown(name)}")
    return name
