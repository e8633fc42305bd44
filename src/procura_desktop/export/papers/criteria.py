"""Selection and award criteria: who may take part, and how offers are ranked."""

from collections.abc import Iterator
from functools import partial

from procura_desktop.domain.procurement import Item
from procura_desktop.export.paper import Block, Heading, Paper
from procura_desktop.export.papers.criterion import by_lot, criterion
from procura_desktop.export.papers.desk import Desk, text
from procura_desktop.export.papers.opening import closing, opening
from procura_desktop.export.papers.scoring import scoring, shares_by_lot, weight_tables


def criteria(desk: Desk) -> Paper:
    """Write the selection and award criteria."""
    title = desk.say("Selection and award criteria")
    return desk.paper(title, (*opening(desk, title), *_selection(desk), *_award(desk), *closing(desk)))


def _selection(desk: Desk) -> Iterator[Block]:
    yield Heading(desk.say("Selection criteria"), 1)
    items = desk.procurement.of_kind("SC")
    if not items:
        yield text(desk.say("There are none in this procurement."))
    yield from by_lot(desk, items, partial(_selected, desk), level=2)


def _award(desk: Desk) -> Iterator[Block]:
    say = desk.say
    items = desk.procurement.of_kind("AC")
    yield Heading(say("Award criteria"), 1)
    yield from weight_tables(desk)
    yield Heading(say("How tenders are scored"), 2)
    yield from scoring(desk)
    yield from by_lot(desk, items, partial(_awarded, desk), level=2)


def _selected(desk: Desk, item: Item, level: int) -> tuple[Block, ...]:
    return criterion(desk, item, ("proof_tender", "proof_contract"), level=level)


def _awarded(desk: Desk, item: Item, level: int) -> tuple[Block, ...]:
    first, *rest = criterion(desk, item, ("proof_tender", "points", "proof_contract"), level=level)
    share = text(desk.say("Counts: {share}", share=shares_by_lot(desk, item)), style="label", keep=True)
    return first, share, *rest
