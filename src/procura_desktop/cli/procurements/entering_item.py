"""What `procurement set` can fill in of a criterion: words, level, lots, weight, and its figures."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, get_args

from procura_desktop.cli.procurements.entering_award import SHARES, with_share
from procura_desktop.cli.procurements.finding import found, named
from procura_desktop.cli.procurements.values import EntryError, one_of, parts, shown, text
from procura_desktop.domain.amounts import parse_figure
from procura_desktop.domain.checks.figures import beyond_range, takes_number
from procura_desktop.domain.drafting import change_item, lots_chosen, with_slot
from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.records import Slot
from procura_desktop.domain.wording import WORDING_PARTS, slot_states
from procura_desktop.workspace.choosing import at_level

TEXTS = ("title", "reason", "level_reason", "link")
OTHERS = ("kind", "level", "lots")
_SLOT = "slot."


def item_entered(procurement: Procurement, name: str, rest: str, value: str) -> Procurement:
    """Fill one value in; `rest` is the name without its first word."""
    which, part = named(procurement, "item", rest)
    item = procurement.item(which.id)
    if part == "lots":
        lots = lots_entered(procurement, value)
        return change_item(procurement, item.id, lambda one: replace(one, lots=lots))
    return change_item(procurement, item.id, _change(item, name, part, value))


def lots_entered(procurement: Procurement, value: str) -> tuple[str, ...]:
    """Read ids of lots as an item keeps them; none is every lot.

    Raises:
        EntryError: there is no such lot.
    """
    return lots_chosen(procurement, [found(procurement, "lot", lot).id for lot in parts(value)])


def _change(item: Item, name: str, part: str, value: str) -> Callable[[Item], Item]:
    if part in TEXTS:
        texts: dict[str, Any] = {part: text(name, value)}
        return lambda one: replace(one, **texts)
    if part in WORDING_PARTS:
        wording: dict[str, Any] = {part: text(name, value)}
        return lambda one: replace(one, wording=replace(one.wording, **wording))
    if part in SHARES:
        share = with_share(item.share, part, name, value)
        return lambda one: replace(one, share=share)
    if part == "level":
        level = one_of(name, value, _levels(item, name))
        return lambda one: at_level(one, level)
    if part == "kind":
        kinds: dict[str, Any] = {part: _kind(item, name, value)}
        return lambda one: replace(one, **kinds)
    if part.startswith(_SLOT):
        slot = _slot(item, part.removeprefix(_SLOT))
        figure = _figure(slot, name, value)
        return lambda one: with_slot(one, slot.name, figure)
    raise EntryError(
        f"{shown(part)} is no part of an item; there are: "
        f"{', '.join((*TEXTS, *OTHERS, *WORDING_PARTS, *SHARES))}, and slot.NAME"
    )


def _levels(item: Item, name: str) -> tuple[str, ...]:
    details = item.copied.record.criterion if item.copied is not None else None
    if details is None:
        raise EntryError(f"{name}: {shown(item.title)} is a criterion of your own, which has no levels")
    return tuple(level.name for level in details.levels)


def _kind(item: Item, name: str, value: str) -> str:
    if item.copied is not None:
        raise EntryError(
            f"{name}: {shown(item.title)} is a criterion of a library, whose kind stays {item.kind}"
        )
    return one_of(name, value, get_args(CriterionKind))


def _slot(item: Item, name: str) -> Slot:
    known = {state.slot.name: state.slot for state in slot_states(item)}
    if name not in known:
        raise EntryError(
            f"{shown(item.title)} has no figure {shown(name)}; there are: {', '.join(known) or 'none'}"
        )
    return known[name]


def _figure(slot: Slot, name: str, value: str) -> str:
    """Refuse what the form of the window refuses: where a source says what is sensible, it is a number."""
    text(name, value)
    if takes_number(slot):
        try:
            parse_figure(value)
        except ValueError as error:
            unit = f" without its unit ({slot.unit})" if slot.unit else ""
            raise EntryError(f"{name} is a number{unit}, such as 500, not {shown(value)}") from error
    return value


def odd_figures(procurement: Procurement, names: Iterable[str]) -> Iterator[str]:
    """Say of figures that were filled in what the form of the window warns of."""
    for name in names:
        sort, _, rest = name.partition(".")
        which, part = named(procurement, "item", rest) if sort == "item" else (None, "")
        if which is None or not part.startswith(_SLOT):
            continue
        slot = part.removeprefix(_SLOT)
        state = next(one for one in slot_states(procurement.item(which.id)) if one.slot.name == slot)
        if not state.used:
            yield f"{name} is kept, but the words of this criterion have no [[{slot}]]: nobody will read it"
        elif (beyond := beyond_range(state)) is not None:
            figure, bounds = beyond
            yield f"{name} is kept as {figure:.12g}; sensible is {bounds}"
