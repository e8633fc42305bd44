"""The evaluation matrix as a document: weights, formula, rounding and tie rule, and a table to fill in."""

from collections.abc import Iterator

from procura_desktop.domain.procurement import Item, Lot
from procura_desktop.domain.weights import award_of
from procura_desktop.export.paper import Block, Cell, Column, Heading, Paper, Table
from procura_desktop.export.papers.answers import field_cell
from procura_desktop.export.papers.desk import Desk, cell, text
from procura_desktop.export.papers.follow_up import source_table
from procura_desktop.export.papers.opening import closing, opening
from procura_desktop.export.papers.scoring import counted, price_name, scoring, share_words, weight_tables
from procura_desktop.export.prose import prose

_TENDERS = 4  # columns for tenders; more than that do not fit an upright page


def evaluation(desk: Desk) -> Paper:
    """Write the matrix."""
    title = desk.say("Evaluation matrix")
    return desk.paper(
        title,
        (
            *opening(desk, title),
            *_weights(desk),
            *_rules(desk),
            *_matrices(desk),
            *_sources(desk),
            *closing(desk),
        ),
    )


def _weights(desk: Desk) -> Iterator[Block]:
    yield Heading(desk.say("Weights"), 1)
    yield from weight_tables(desk)


def _rules(desk: Desk) -> Iterator[Block]:
    yield Heading(desk.say("How tenders are scored"), 1)
    yield from scoring(desk)
    for item in desk.procurement.of_kind("AC"):
        yield Heading(f"{desk.numbers[item.id]}  {item.title}", 2)
        yield from _points(desk, item)


def _points(desk: Desk, item: Item) -> Iterator[Block]:
    points = desk.filled(item).points
    if points.strip():
        yield from prose(points, title=desk.say("Points"), language=desk.foreign(item))
    else:
        yield text(desk.say("No rule for the points is written yet."))


def _matrices(desk: Desk) -> Iterator[Block]:
    scored = bool(desk.procurement.of_kind("AC"))
    title = desk.say("Scores") if scored else price_name(desk)
    yield Heading(title, 1)
    if scored:
        if award_of(desk.procurement).weighting == "order":
            said = desk.say("Write the score of 0 to 100 of each tender, then the ranks.")
        else:
            said = desk.say(
                "Write the score of 0 to 100 of each tender; the rank follows from the rules above."
            )
        yield text(said, keep=True)
    if not desk.procurement.lots:
        yield from _matrix(desk, "", title)
    for lot in desk.procurement.lots:
        yield from _of_lot(desk, lot, title)


def _of_lot(desk: Desk, lot: Lot, title: str) -> Iterator[Block]:
    name = desk.lot_name(lot)
    yield Heading(name, 2)
    yield from _matrix(desk, lot.id, f"{title}: {name}")


def _matrix(desk: Desk, lot: str, title: str) -> Iterator[Block]:
    """Give the table to fill in; where the price stands alone it is written down, and nothing is added up."""
    if desk.procurement.of_kind("AC", lot):
        totals = award_of(desk.procurement, lot).weighting != "order"  # where only the order counts
    else:
        totals = False
        yield text(
            desk.say("Write the price of each tender; the rank follows from the rules above."), keep=True
        )
    yield _table(desk, lot, title, totals=totals)


def _table(desk: Desk, lot: str, title: str, *, totals: bool) -> Table:
    say = desk.say
    rows = [_row(desk, _name(desk, item), share_words(desk, item, lot)) for item in counted(desk, lot)]
    rows += [_row(desk, say("Total"), "")] if totals else []
    rows.append(_row(desk, say("Rank"), ""))
    names = tuple(cell(say("Tender {letter}", letter=letter)) for letter in "ABCD"[:_TENDERS])
    return Table(
        title,
        (Column(36), Column(16, "right"), *(Column(12) for _ in names)),
        (cell(say("Award criterion")), cell(say("Counts")), *names),
        tuple(rows),
    )


def _name(desk: Desk, item: Item | None) -> str:
    return f"{desk.numbers[item.id]}  {item.title}" if item else price_name(desk)


def _row(desk: Desk, name: str, share: str) -> tuple[Cell, ...]:
    fields = (
        field_cell(f"{name}: {desk.say('Tender {letter}', letter=letter)}") for letter in "ABCD"[:_TENDERS]
    )
    return cell(name, "strong"), cell(share), *fields


def _sources(desk: Desk) -> Iterator[Block]:
    items = desk.procurement.of_kind("AC")
    if items:
        yield Heading(desk.say("Sources of the criteria"), 1)
        yield source_table(desk, items)
