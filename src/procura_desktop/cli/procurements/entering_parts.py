"""What `procurement set` can fill in of lots, example offers and follow-ups."""

from dataclasses import replace
from typing import Any

from procura_desktop.cli.procurements.finding import (
    follow_up_of,
    item_of,
    lot_of,
    named,
    offer_of,
)
from procura_desktop.cli.procurements.values import (
    EntryError,
    amount,
    codes,
    price,
    score,
    shown,
    text,
    whole,
)
from procura_desktop.domain.drafting import change_follow_up, change_lot, with_offer
from procura_desktop.domain.follow_up import MOST_DAYS, MOST_MONTHS
from procura_desktop.domain.procurement import Offer, Procurement
from procura_desktop.domain.what_if import scoring_at

LOT = ("title", "description", "value", "cpv")
OFFER = ("name", "price")
FOLLOW_UP = ("what", "after_days", "every_months", "proof", "if_not")
_SCORE = "score."


def lot_entered(procurement: Procurement, name: str, rest: str, value: str) -> Procurement:
    """Fill in a value of a lot; `rest` is the name without its first word."""
    which, part = named(procurement, "lot", rest)
    lot = lot_of(procurement, which)
    read = {"title": text, "description": text, "value": amount, "cpv": codes}.get(part)
    if read is None:
        raise EntryError(f"{shown(part)} is no part of a lot; there are: {', '.join(LOT)}")
    changed: dict[str, Any] = {part: read(name, value)}
    return change_lot(procurement, lot.id, lambda one: replace(one, **changed))


def offer_entered(procurement: Procurement, name: str, rest: str, value: str) -> Procurement:
    """Fill in a value of an example offer."""
    which, part = named(procurement, "offer", rest)
    offer = offer_of(procurement, which)
    if part.startswith(_SCORE):
        return with_offer(procurement, _scored(procurement, offer, name, part.removeprefix(_SCORE), value))
    if part == "name":
        return with_offer(procurement, replace(offer, name=text(name, value)))
    if part == "price":
        return with_offer(procurement, replace(offer, price=price(name, value)))
    raise EntryError(f"{shown(part)} is no part of an offer; there are: {', '.join(OFFER)}, and score.ITEM")


def _scored(procurement: Procurement, offer: Offer, name: str, item_id: str, value: str) -> Offer:
    item = item_of(procurement, item_id)
    if item.kind != "AC":
        raise EntryError(
            f"{name}: {shown(item.title)} is no award criterion (AC), so that no offer scores for it"
        )
    found = score(name, value)
    if found is None:
        return replace(offer, scores=tuple(one for one in offer.scores if one[0] != item.id))
    return scoring_at(offer, item.id, found)


def follow_up_entered(procurement: Procurement, name: str, rest: str, value: str) -> Procurement:
    """Fill in a value of a follow-up."""
    which, part = named(procurement, "follow-up", rest)
    if part not in FOLLOW_UP:
        raise EntryError(f"{shown(part)} is no part of a follow-up; there are: {', '.join(FOLLOW_UP)}")
    most = {"after_days": MOST_DAYS, "every_months": MOST_MONTHS}.get(part)
    changed: dict[str, Any] = {part: text(name, value) if most is None else whole(name, value, most)}
    check = follow_up_of(procurement, which)
    return change_follow_up(procurement, which.item, check.id, lambda one: replace(one, **changed))
