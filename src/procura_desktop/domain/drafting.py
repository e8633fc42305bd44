"""What a buyer does to a procurement: each step gives a new procurement and leaves the old as it is."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from procura_desktop.domain.procurement import (
    DOCUMENT_ORDER,
    Event,
    Item,
    Lot,
    Offer,
    Procurement,
    SlotEntry,
)


def with_items(procurement: Procurement, items: Iterable[Item]) -> Procurement:
    """Put items at the end of those of their kind; the documents' order holds.

    Raises:
        ValueError: an id is there already.
    """
    return replace(procurement, items=in_order((*procurement.items, *items)))


def without_item(procurement: Procurement, item_id: str) -> Procurement:
    """Take an item out, and what example offers scored for it."""
    offers = tuple(
        replace(offer, scores=tuple(score for score in offer.scores if score[0] != item_id))
        for offer in procurement.offers
    )
    items = tuple(item for item in procurement.items if item.id != item_id)
    return replace(procurement, items=items, offers=offers)


def with_item(procurement: Procurement, changed: Item) -> Procurement:
    """Put a changed item in the place of the one with its id.

    Raises:
        KeyError: there is none.
    """
    procurement.item(changed.id)
    items = tuple(changed if item.id == changed.id else item for item in procurement.items)
    return replace(procurement, items=in_order(items))


def change_item(procurement: Procurement, item_id: str, change: Callable[[Item], Item]) -> Procurement:
    """Change one item.

    Raises:
        KeyError: there is none with this id.
    """
    return with_item(procurement, change(procurement.item(item_id)))


def moved(procurement: Procurement, item_id: str, by: int) -> Procurement:
    """Move an item by so many places among those of its kind; at an end it stays.

    Raises:
        KeyError: there is none with this id.
    """
    item = procurement.item(item_id)
    same = [one for one in procurement.items if one.kind == item.kind]
    at = same.index(item)
    to = min(max(at + by, 0), len(same) - 1)
    same.insert(to, same.pop(at))
    others = [one for one in procurement.items if one.kind != item.kind]
    return replace(procurement, items=in_order((*others, *same)))


def with_slot(item: Item, name: str, value: str | None) -> Item:
    """Fill a slot; None takes the source's value again."""
    kept = tuple(entry for entry in item.slots if entry.name != name)
    entered = () if value is None else (SlotEntry(name=name, value=value),)
    return replace(item, slots=(*kept, *entered))


def with_source_wording(item: Item) -> Item:
    """Give an item the wording of its source again; an own criterion stays as it is."""
    return replace(item, wording=item.original) if item.original is not None else item


def with_lots(procurement: Procurement, lots: tuple[Lot, ...]) -> Procurement:
    """Divide into these lots; an item loses a lot that is gone, and without any it holds for all."""
    known = {lot.id for lot in lots}
    items = tuple(
        replace(item, lots=tuple(lot for lot in item.lots if lot in known))
        if any(lot not in known for lot in item.lots)
        else item
        for item in procurement.items
    )
    return replace(procurement, lots=lots, items=items)


def of_lot_alone(procurement: Procurement, lot_id: str) -> tuple[Item, ...]:
    """Give the items that hold for this lot and no other; where there is one lot, it is the whole."""
    if len(procurement.lots) < 2:
        return ()
    return tuple(item for item in procurement.items if item.lots == (lot_id,))


def without_lot(procurement: Procurement, lot_id: str, *, own: bool) -> Procurement:
    """Take a lot out; `own`: together with the items of it alone, which hold for all lots otherwise."""
    gone = of_lot_alone(procurement, lot_id) if own else ()
    left = replace(procurement, items=tuple(item for item in procurement.items if item not in gone))
    return with_lots(left, tuple(lot for lot in procurement.lots if lot.id != lot_id))


def with_offer(procurement: Procurement, offer: Offer) -> Procurement:
    """Put an offer in, or in the place of the one with its id."""
    if any(one.id == offer.id for one in procurement.offers):
        offers = tuple(offer if one.id == offer.id else one for one in procurement.offers)
    else:
        offers = (*procurement.offers, offer)
    return replace(procurement, offers=offers)


def without_offer(procurement: Procurement, offer_id: str) -> Procurement:
    """Take an offer out."""
    return replace(procurement, offers=tuple(one for one in procurement.offers if one.id != offer_id))


def with_event(procurement: Procurement, event: Event) -> Procurement:
    """Add a dated line to the history."""
    return replace(procurement, events=(*procurement.events, event))


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Sort items by the order of the documents; those of one kind stay in their order.

    Raises:
        ValueError: two have the same id.
    """
    ordered = tuple(sorted(items, key=lambda item: DOCUMENT_ORDER.index(item.kind)))
    if len({item.id for item in ordered}) != len(ordered):
        raise ValueError("two items of a procurement have the same id")
    return ordered
