"""The number of each criterion: the same in every document, form and data file of a procurement.

Numbers run within a kind over all lots, in the order of the items, so that "TS 3" is one criterion wherever
it is named, and a bidder for one lot sees numbers missing rather than others used.
"""

import re
from collections.abc import Callable
from dataclasses import fields, replace

from procura_desktop.domain.procurement import DOCUMENT_ORDER, Item, Lot, Procurement, Wording
from procura_desktop.domain.references import CODE, Key, Named, codes_in_source
from procura_desktop.domain.wording import filled_wording


def numbers_of(procurement: Procurement) -> dict[str, str]:
    """Give the number of every item by its id, such as "TS 1"."""
    return {
        item.id: f"{kind} {at}"
        for kind in DOCUMENT_ORDER
        for at, item in enumerate(procurement.of_kind(kind), start=1)
    }


def lot_numbers(procurement: Procurement) -> dict[str, int]:
    """Give the number of every lot by its id; they stand in the order of the procurement, from 1."""
    return {lot.id: at for at, lot in enumerate(procurement.lots, start=1)}


def by_lots(
    procurement: Procurement, items: tuple[Item, ...]
) -> tuple[tuple[tuple[Lot, ...], tuple[Item, ...]], ...]:
    """Give items by the lots that they hold for: (lots, items), an empty tuple of lots for those of all lots.

    Those of all lots come first, then in the order of the lots; within a group the items keep their order.
    """
    found: dict[tuple[int, ...], list[Item]] = {}
    order = lot_numbers(procurement)
    for item in items:
        numbers = tuple(sorted(order[lot] for lot in set(item.lots) if lot in order))
        found.setdefault(() if len(numbers) == len(order) else numbers, []).append(item)
    return tuple(
        (tuple(procurement.lots[number - 1] for number in numbers), tuple(found[numbers]))
        for numbers in sorted(found)
    )


class Codes:
    """Knows the numbers that codes in texts become."""

    def __init__(self, procurement: Procurement) -> None:
        """Number the items of a procurement."""
        self._numbers = numbers_of(procurement)
        self._named = Named(procurement.items)

    def number(self, item: Item, key: Key) -> str:
        """Give the number of what a code means for the text of an item; "" where that was not chosen."""
        return ", ".join(self._numbers[one.id] for one in self._named.by(item, key))


def wording_for_readers(item: Item, codes: Codes, unknown: Callable[[Key, bool], str]) -> Wording:
    """Give the wording of an item with its slots filled and with the numbers of these documents.

    A library's text names other criteria by their codes in its set, "see TS8", and here TS 8 is another one.

    Args:
        item: of the procurement.
        codes: of its procurement.
        unknown: what to write for the code of a criterion that was not chosen; told too whether the source
            wrote that code.
    """
    wording = filled_wording(item)
    details = item.copied.record.criterion if item.copied else None
    if details is None:
        return wording
    copied = codes_in_source(item)

    def number(found: re.Match[str]) -> str:
        key = (details.group, details.part, found[0])
        return codes.number(item, key) or unknown(key, found[0] in copied)

    return replace(
        wording, **{one.name: CODE.sub(number, getattr(wording, one.name)) for one in fields(wording)}
    )
