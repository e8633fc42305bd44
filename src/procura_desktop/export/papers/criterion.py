"""A criterion as a bidder reads it, and criteria by their lots."""

from collections.abc import Callable, Iterator

from procura_desktop.domain.procurement import Item
from procura_desktop.export.numbering import by_lots
from procura_desktop.export.paper import Block, Heading
from procura_desktop.export.papers.desk import Desk, text
from procura_desktop.export.papers.origin import origin
from procura_desktop.export.prose import prose

# The parts of a wording after the requirement, and what stands above each.
LABELS: tuple[tuple[str, str], ...] = (
    ("proof_tender", "Proof with the tender"),
    ("points", "Points"),
    ("proof_contract", "Proof during the contract"),
)


def criterion(desk: Desk, item: Item, parts: tuple[str, ...], *, level: int) -> tuple[Block, ...]:
    """Give a criterion: number and title, requirement, the named parts, where it comes from.

    Args:
        desk: of the procurement.
        item: the criterion.
        parts: names of parts of the wording after the requirement.
        level: of its heading.
    """
    return (
        Heading(headline(desk, item), level),
        *wording(desk, item, parts),
        *origin(desk, item),
    )


def headline(desk: Desk, item: Item) -> str:
    """Give number and title of a criterion."""
    return f"{desk.numbers[item.id]}  {' '.join(item.title.split())}"


def headline_with_lots(desk: Desk, item: Item) -> str:
    """Give number and title of a criterion, and its lots where it does not hold for all."""
    lots = desk.lot_list(item)
    return f"{headline(desk, item)} ({lots})" if lots else headline(desk, item)


def wording(desk: Desk, item: Item, parts: tuple[str, ...]) -> Iterator[Block]:
    """Give the requirement and the named parts of the wording, each part under its label."""
    filled, language = desk.filled(item), desk.foreign(item)
    yield from prose(filled.requirement, title=item.title, language=language)
    for name, label in LABELS:
        words = getattr(filled, name) if name in parts else ""
        if words.strip():
            yield text(desk.say(label), style="label", keep=True)
            yield from prose(words, title=f"{item.title}: {desk.say(label)}", language=language)


def by_lot(
    desk: Desk, items: tuple[Item, ...], write: Callable[[Item, int], tuple[Block, ...]], *, level: int
) -> Iterator[Block]:
    """Give items one after the other; where there are lots, under the lots that they hold for.

    Args:
        desk: of the procurement.
        items: of one kind.
        write: gives the blocks of an item, its heading at a level.
        level: of the headings of the lots, or of the items where there are none.
    """
    for lots, found in by_lots(desk.procurement, items):
        below = level
        if desk.lots:
            names = "; ".join(desk.lot_name(lot) for lot in lots)
            yield Heading(names or desk.say("For all lots"), level)
            below = level + 1
        for item in found:
            yield from write(item, below)
