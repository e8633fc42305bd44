"""Which "green procurement criteria" a notice may claim (BT-805), and why no more.

"eu" says to the public that the criteria of the European Union were used, and statistics count it. So it is
offered only where the buyer has confirmed each of them against the official text, and left its words alone.
"""

from dataclasses import dataclass
from typing import Literal

from procura_desktop.domain.procurement import Item
from procura_desktop.domain.wording import SlotState, slot_states
from procura_desktop.export.papers.origin import is_confirmed

GreenCode = Literal["eu", "national", "other", "none"]
WHY_EU = "Each EU criterion was confirmed against its official text."
WHY_NATIONAL = "Each national criterion was confirmed against its official text."
WHY_OTHER = "There are environmental criteria that are neither confirmed EU nor confirmed national ones."
WHY_NONE = "No criterion of this lot is known to be environmental."
NOT_CONFIRMED = "Not confirmed against the official text, or changed, so not claimed: {numbers}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Green:
    """What may be claimed.

    Attributes:
        code: of the code list gpp-criteria.
        why: template of the reason.
        unconfirmed: ids of the EU and national criteria that stand in the way.
    """

    code: GreenCode
    why: str
    unconfirmed: tuple[str, ...] = ()


def green_criteria(items: tuple[Item, ...]) -> Green:
    """Say what may be claimed for these items."""
    of_eu, national = _of_origin(items, "eu"), _of_origin(items, "national")
    open_ones = tuple(item.id for item in (*of_eu, *national) if not _is_as_confirmed(item))
    if of_eu and all(map(_is_as_confirmed, of_eu)):
        return Green(code="eu", why=WHY_EU, unconfirmed=open_ones)
    if not of_eu and national and not open_ones:
        return Green(code="national", why=WHY_NATIONAL)
    if of_eu or national or any(is_environmental(item) for item in items):
        return Green(code="other", why=WHY_OTHER, unconfirmed=open_ones)
    return Green(code="none", why=WHY_NONE)


def _is_as_confirmed(item: Item) -> bool:
    """Say whether it was confirmed and still says what its source does: own words are not the EU's."""
    return is_confirmed(item) and not item.edited and not any(map(_is_own_figure, slot_states(item)))


def _is_own_figure(state: SlotState) -> bool:
    """Say whether a buyer's figure stands where the source has another, read in the official text.

    One that nobody has read there yet may well have been corrected when it was confirmed.
    """
    slot = state.slot
    if not state.used or not slot.checked or slot.suggested:
        return False
    return bool(state.source.strip()) and state.value.strip() != state.source.strip()


def is_environmental(item: Item) -> bool:
    """Whether the source of an item names an environmental impact; nobody knows it of an own criterion."""
    details = item.copied.record.criterion if item.copied else None
    return details is not None and bool(details.environmental_impact)


def _of_origin(items: tuple[Item, ...], origin: str) -> tuple[Item, ...]:
    return tuple(
        item
        for item in items
        if item.copied
        and item.copied.record.criterion
        and item.copied.record.criterion.origin == origin
        and (origin != "eu" or _is_green(item))
    )


def _is_green(item: Item) -> bool:
    """EU criteria are green ones unless they are only social."""
    details = item.copied.record.criterion if item.copied else None
    return details is not None and (bool(details.environmental_impact) or not details.social_objective)
