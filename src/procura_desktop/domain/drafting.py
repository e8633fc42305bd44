"""What a buyer does to a procurement: each step gives a new procurement and leaves the old as it is."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from procura_desktop.domain.history import line
from procura_desktop.domain.procurement import (
    DOCUMENT_ORDER,
    Confirmation,
    Event,
    FollowUp,
    Item,
    Lot,
    Offer,
    Procurement,
    SlotEntry,
    Status,
)
from procura_desktop.domain.records import Record
from procura_desktop.domain.wording import slot_states

MIDDLE_SCORE = Decimal(50)


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
    """Fill a slot; None takes the source's value again.

    What was confirmed was the figure of before: another one is not confirmed.
    """
    kept = tuple(entry for entry in item.slots if entry.name != name)
    entered = () if value is None else (SlotEntry(name=name, value=value),)
    filled = replace(item, slots=(*kept, *entered))
    if item.confirmed is None or _figures(filled) == _figures(item):
        return filled
    return replace(filled, confirmed=None)


def _figures(item: Item) -> tuple[str, ...]:
    return tuple(state.value.strip() for state in slot_states(item) if state.used)


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


def change_lot(procurement: Procurement, lot_id: str, change: Callable[[Lot], Lot]) -> Procurement:
    """Change one lot; one that is not there changes nothing."""
    return with_lots(procurement, tuple(change(lot) if lot.id == lot_id else lot for lot in procurement.lots))


def lots_chosen(procurement: Procurement, chosen: Iterable[str]) -> tuple[str, ...]:
    """Give lots as an item keeps them, in their order; of every lot, or of none, it keeps nothing."""
    wanted = set(chosen)
    kept = tuple(lot.id for lot in procurement.lots if lot.id in wanted)
    return () if len(kept) == len(procurement.lots) else kept


def chosen_already(procurement: Procurement, record_id: str, lots: Iterable[str] = ()) -> Item | None:
    """Give the item that a criterion of a library already is for one of these lots; none is every lot."""
    wanted = set(lots)
    for item in procurement.items:
        same = item.copied is not None and item.copied.record.id == record_id
        if same and (not wanted or not item.lots or wanted & set(item.lots)):
            return item
    return None


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


def example_offer(procurement: Procurement, offer_id: str, *, name: str, price: Decimal) -> Offer:
    """Make an offer that scores in the middle for each award criterion."""
    scores = tuple((item.id, MIDDLE_SCORE) for item in procurement.of_kind("AC"))
    return Offer(id=offer_id, name=name, price=price, scores=scores)


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


def with_follow_up(procurement: Procurement, item_id: str, follow_up: FollowUp) -> Procurement:
    """Give an item one more thing to check.

    Raises:
        KeyError: there is no item with this id.
    """
    return change_item(
        procurement, item_id, lambda item: replace(item, follow_up=(*item.follow_up, follow_up))
    )


def change_follow_up(
    procurement: Procurement, item_id: str, follow_up_id: str, change: Callable[[FollowUp], FollowUp]
) -> Procurement:
    """Change one thing to check of an item.

    Raises:
        KeyError: there is no item with this id.
    """

    def changed(item: Item) -> Item:
        checks = (change(one) if one.id == follow_up_id else one for one in item.follow_up)
        return replace(item, follow_up=tuple(checks))

    return change_item(procurement, item_id, changed)


def without_follow_up(procurement: Procurement, item_id: str, follow_up_id: str) -> Procurement:
    """Take one thing to check out of an item.

    Raises:
        KeyError: there is no item with this id.
    """

    def changed(item: Item) -> Item:
        return replace(item, follow_up=tuple(one for one in item.follow_up if one.id != follow_up_id))

    return change_item(procurement, item_id, changed)


def confirmation_of(record: Record, *, by: str, on: str, document: str, page: str) -> Confirmation:
    """Note who read the figures of a criterion, when and where; it holds for this version of it."""
    return Confirmation(
        by=by.strip(),
        on=on,
        document=document.strip(),
        page=page.strip(),
        record_id=record.id,
        record_version=record.version,
    )


def with_status(procurement: Procurement, status: Status, now: datetime) -> Procurement:
    """Close a procurement or open it again; the history says when. `now` is in UTC."""
    if procurement.head.status == status:
        return procurement
    on = now.isoformat(timespec="seconds")
    dated = with_event(procurement, line(on, "closed" if status == "closed" else "opened-again"))
    return replace(dated, head=replace(dated.head, status=status))


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
