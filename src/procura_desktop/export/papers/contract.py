"""The contract annex: the clauses that the contractor keeps, with proof and consequence."""

from collections.abc import Iterator
from functools import partial

from procura_desktop.domain.procurement import FollowUp, Item
from procura_desktop.export.paper import Block, Heading, ListBlock, ListItem, Paper, Run
from procura_desktop.export.papers.criterion import by_lot, criterion, headline_with_lots
from procura_desktop.export.papers.desk import Desk, text
from procura_desktop.export.papers.follow_up import rhythm
from procura_desktop.export.papers.opening import closing, opening


def contract(desk: Desk) -> Paper:
    """Write the annex to the contract."""
    title = desk.say("Contract annex: sustainability clauses")
    return desk.paper(title, (*opening(desk, title), *_clauses(desk), *_promises(desk), *closing(desk)))


def _clauses(desk: Desk) -> Iterator[Block]:
    yield Heading(desk.say("Contract performance clauses"), 1)
    items = desk.procurement.of_kind("CPC")
    if not items:
        yield text(desk.say("There are none in this procurement."))
        return
    yield text(desk.say("The contractor shall keep these clauses from the start to the end of the contract."))
    yield from by_lot(desk, items, partial(_clause, desk), level=2)


def _promises(desk: Desk) -> Iterator[Block]:
    """What was demanded or offered binds during the contract; it is named by number, not repeated."""
    items = (*desk.procurement.of_kind("TS"), *desk.procurement.of_kind("AC"))
    if not items:
        return
    yield Heading(desk.say("What the tender promised"), 1)
    yield text(
        desk.say(
            "The technical specifications, and what the contractor offered for the award criteria, are "
            "part of the "
            "contract:"
        ),
        keep=True,
    )
    yield ListBlock(tuple(ListItem((Run(headline_with_lots(desk, item)),)) for item in items))


def _clause(desk: Desk, item: Item, level: int) -> tuple[Block, ...]:
    first, *rest = criterion(desk, item, ("proof_contract",), level=level)
    return first, *rest[:-1], *_checks(desk, item), rest[-1]


def _checks(desk: Desk, item: Item) -> Iterator[Block]:
    told = [one for one in item.follow_up if not _is_advice(item, one)]
    if told:
        yield text(desk.say("What is checked"), style="label", keep=True)
        yield ListBlock(tuple(ListItem((Run(_check(desk, one)),)) for one in told))


def _is_advice(item: Item, one: FollowUp) -> bool:
    """Say whether a check is still the advice that the library gives to the buyer: no clause for others."""
    details = item.copied.record.criterion if item.copied else None
    return details is not None and one.what in details.follow_up and not one.proof and not one.if_not


def _check(desk: Desk, one: FollowUp) -> str:
    said = [f"{one.what.rstrip('.')} ({rhythm(desk, one)})."]
    if one.proof:
        said.append(_ended(desk.say("Proof: {proof}", proof=one.proof)))
    if one.if_not:
        said.append(_ended(desk.say("If not: {consequence}", consequence=one.if_not)))
    return " ".join(said)


def _ended(words: str) -> str:
    """Give a sentence with a sign at its end, so that the next one does not run into it."""
    told = words.rstrip()
    return told if told.endswith((".", "!", "?", "…")) else f"{told}."
