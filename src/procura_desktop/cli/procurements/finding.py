"""What an id in a shell stands for: a criterion, a lot, an offer or a follow-up of a procurement."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from procura_desktop.cli.procurements.values import EntryError, shown
from procura_desktop.domain.procurement import FollowUp, Item, Lot, Offer, Procurement

Sort = Literal["item", "lot", "offer", "follow-up"]
SORTS: dict[Sort, str] = {
    "item": "a criterion",
    "lot": "a lot",
    "offer": "an offer",
    "follow-up": "a follow-up",
}
_SEE = "see: procura-desktop procurement show ID"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a procurement that has an id; `item` is the id of the criterion that it belongs to, or is."""

    sort: Sort
    id: str
    item: str = ""


def parts_of(procurement: Procurement) -> Iterator[Part]:
    """Give everything that has an id."""
    yield from (Part("lot", lot.id) for lot in procurement.lots)
    for item in procurement.items:
        yield Part("item", item.id, item.id)
        yield from (Part("follow-up", check.id, item.id) for check in item.follow_up)
    yield from (Part("offer", offer.id) for offer in procurement.offers)


def found(procurement: Procurement, sort: Sort, name: str) -> Part:
    """Give the part of one sort with this id.

    Raises:
        EntryError: there is none.
    """
    same = [part for part in parts_of(procurement) if part.id == name]
    for part in same:
        if part.sort == sort:
            return part
    if same:
        raise EntryError(f"{shown(name)} is {SORTS[same[0].sort]}, not {SORTS[sort]}; {_SEE}")
    raise EntryError(f"there is no {sort} {shown(name)}; {_SEE}")


def named(procurement: Procurement, sort: Sort, rest: str) -> tuple[Part, str]:
    """Divide what stands behind `item.` into the part that it names, and what of it; ids may have points.

    Raises:
        EntryError: there is none.
    """
    ids = [one.id for one in parts_of(procurement) if one.sort == sort and rest.startswith(f"{one.id}.")]
    name = max(ids, key=len) if ids else rest.partition(".")[0]
    return found(procurement, sort, name), rest.removeprefix(name).removeprefix(".")


def any_part(procurement: Procurement, name: str) -> Part:
    """Give what has this id, whatever it is; `lot.X` is the lot where a criterion has the same id.

    Raises:
        EntryError: nothing has it, or more than one thing.
    """
    every = tuple(parts_of(procurement))
    same = [part for part in every if name in (part.id, f"{part.sort}.{part.id}")]
    if not same:
        raise EntryError(f"nothing here has the id {shown(name)}; {_SEE}")
    if len(same) > 1:
        ways = " or ".join(dict.fromkeys(f"{part.sort}.{part.id}" for part in same))
        raise EntryError(f"more than one thing has the id {shown(name)}; write {ways}")
    return same[0]


def item_of(procurement: Procurement, name: str) -> Item:
    """Give the criterion with this id.

    Raises:
        EntryError: there is none.
    """
    return procurement.item(found(procurement, "item", name).id)


def lot_of(procurement: Procurement, part: Part) -> Lot:
    """Give a lot that was found."""
    return next(lot for lot in procurement.lots if lot.id == part.id)


def offer_of(procurement: Procurement, part: Part) -> Offer:
    """Give an offer that was found."""
    return next(offer for offer in procurement.offers if offer.id == part.id)


def follow_up_of(procurement: Procurement, part: Part) -> FollowUp:
    """Give a follow-up that was found."""
    return next(check for check in procurement.item(part.item).follow_up if check.id == part.id)
