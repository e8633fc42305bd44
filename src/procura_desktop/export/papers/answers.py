"""The bidder's answer form: each demand with a place for the answer and the proof."""

from collections.abc import Iterator
from functools import partial

from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import Item
from procura_desktop.export.paper import Block, Cell, Column, Field, Heading, Paper, Paragraph, Table
from procura_desktop.export.papers.criterion import by_lot, criterion, headline
from procura_desktop.export.papers.desk import Desk, cell, text
from procura_desktop.export.papers.opening import closing, opening
from procura_desktop.export.papers.scoring import shares_by_lot

TITLES: dict[CriterionKind, str] = {
    "SM": "Subject matter",
    "SC": "Selection criteria",
    "TS": "Technical specifications",
    "AC": "Award criteria",
    "CPC": "Contract performance clauses",
}
_ASKED: tuple[CriterionKind, ...] = ("SM", "SC", "TS", "AC", "CPC")


def answers(desk: Desk) -> Paper:
    """Write the form."""
    title = desk.say("Answer form of the tenderer")
    return desk.paper(
        title,
        (*opening(desk, title), *_tenderer(desk), *_questions(desk), *_signature(desk), *closing(desk)),
    )


def _tenderer(desk: Desk) -> Iterator[Block]:
    say = desk.say
    names = ["Name of the tenderer", "Registration number", "Contact person", "E-mail", "Lots tendered for"]
    if not desk.procurement.lots:
        names.pop()
    yield Heading(say("The tenderer"), 1)
    yield text(say("Fill in every field. What is stated here becomes part of the contract."))
    rows = tuple((cell(say(name), "strong"), field_cell(say(name))) for name in names)
    yield Table(say("The tenderer"), (Column(34), Column(66)), (), rows)


def _questions(desk: Desk) -> Iterator[Block]:
    for kind in _ASKED:
        items = tuple(item for item in desk.procurement.of_kind(kind) if is_asked(item))
        if items:
            yield Heading(desk.say(TITLES[kind]), 1)
            yield from by_lot(desk, items, partial(_question, desk), level=2)


def is_asked(item: Item) -> bool:
    """Say whether a tenderer answers to a criterion: the subject matter only states what is bought."""
    return item.kind != "SM" or bool(item.wording.proof_tender.strip())


def _question(desk: Desk, item: Item, level: int) -> tuple[Block, ...]:
    asked = ("points", "proof_tender") if item.kind == "AC" else ("proof_tender",)
    first, *rest = criterion(desk, item, asked, level=level)
    share: tuple[Block, ...] = ()
    if item.kind == "AC":
        share = (
            text(desk.say("Counts: {share}", share=shares_by_lot(desk, item)), style="label", keep=True),
        )
    return first, *share, *rest, _answer(desk, item)


def _answer(desk: Desk, item: Item) -> Table:
    say, number = desk.say, desk.numbers[item.id]
    choices = (say("yes"), say("no"))
    met = {"AC": "What is offered", "CPC": "Accepted"}.get(item.kind, "Met")
    first = (
        field_cell(f"{number}: {say(met)}")
        if item.kind == "AC"
        else Cell((Paragraph((Field("yes-no", f"{number}: {say(met)}", choices),), "cell"),))
    )
    rows = [(cell(say(met), "strong"), first)]
    if item.kind != "CPC":
        rows.append(
            (
                cell(say("Proof: document and page"), "strong"),
                field_cell(f"{number}: {say('Proof: document and page')}"),
            )
        )
    rows.append((cell(say("Remarks"), "strong"), field_cell(f"{number}: {say('Remarks')}")))
    return Table(
        say("Answer to {criterion}", criterion=headline(desk, item)),
        (Column(34), Column(66)),
        (),
        tuple(rows),
    )


def _signature(desk: Desk) -> Iterator[Block]:
    say = desk.say
    yield Heading(say("Signature"), 1)
    yield text(say("The tenderer declares that these answers are true and complete."), keep=True)
    names = ("Place and date", "Name and function", "Signature")
    rows = tuple((cell(say(name), "strong"), field_cell(say(name))) for name in names)
    yield Table(say("Signature"), (Column(34), Column(66)), (), rows)


def field_cell(label: str) -> Cell:
    """Make a cell that is filled in."""
    return Cell((Paragraph((Field("text", label),), "cell"),))
