"""The specification: what is bought, and the technical specifications that it has to meet."""

from collections.abc import Iterator
from functools import partial

from procura_desktop.domain.procurement import Item
from procura_desktop.export.paper import Block, Heading, Paper
from procura_desktop.export.papers.criterion import by_lot, criterion
from procura_desktop.export.papers.desk import Desk, text
from procura_desktop.export.papers.opening import closing, lots_table, opening
from procura_desktop.export.papers.short_specification import short_specification
from procura_desktop.export.prose import prose

_PARTS = ("proof_tender", "proof_contract")


def specification(desk: Desk) -> Paper:
    """Write the specification; below the thresholds a short one for low values."""
    if desk.procurement.head.procedure == "below-threshold":
        return short_specification(desk)
    title = desk.say("Specification")
    return desk.paper(
        title,
        (*opening(desk, title), *_subject(desk), *_specifications(desk), *closing(desk)),
    )


def _subject(desk: Desk) -> Iterator[Block]:
    head, say = desk.procurement.head, desk.say
    yield Heading(say("Subject matter"), 1)
    yield from prose(head.need or head.title, title=say("Subject matter"))
    if head.purpose.strip():
        yield text(say("Purpose"), style="label", keep=True)
        yield from prose(head.purpose, title=say("Purpose"))
    if desk.procurement.lots:
        yield lots_table(desk)
    elif head.no_lots.strip():
        yield text(say("Why it is not divided into lots"), style="label", keep=True)
        yield from prose(head.no_lots, title=say("Lots"))
    yield from by_lot(desk, desk.procurement.of_kind("SM"), partial(_criterion, desk), level=2)
    yield from _accessibility(desk)


def _accessibility(desk: Desk) -> Iterator[Block]:
    """Article 42(1): what people will use is accessible, or the documents say why nothing is asked."""
    if desk.procurement.head.accessibility.strip():
        yield text(desk.say("Accessibility"), style="label", keep=True)
        yield from prose(desk.procurement.head.accessibility, title=desk.say("Accessibility"))


def _specifications(desk: Desk) -> Iterator[Block]:
    yield Heading(desk.say("Technical specifications"), 1)
    items = desk.procurement.of_kind("TS")
    if not items:
        yield text(desk.say("There are none in this procurement."))
        return
    yield text(
        desk.say(
            "What is offered shall meet every requirement of this section. Where a standard, label, brand or "
            "certificate is named, an equivalent one is accepted."
        )
    )
    yield from by_lot(desk, items, partial(_criterion, desk), level=2)


def _criterion(desk: Desk, item: Item, level: int) -> tuple[Block, ...]:
    return criterion(desk, item, _PARTS, level=level)
