"""The verification and follow-up plan: what is checked when, with which proof, and what if not."""

from collections.abc import Iterator
from datetime import date

from procura_desktop.domain.follow_up import dates_of
from procura_desktop.domain.procurement import FollowUp, Item
from procura_desktop.export.paper import Block, Cell, Column, Heading, Paper, Paragraph, Run, Table
from procura_desktop.export.papers.criterion import headline, headline_with_lots
from procura_desktop.export.papers.desk import Desk, cell, text
from procura_desktop.export.papers.opening import closing, opening
from procura_desktop.export.papers.origin import confidence_line, confirmation, source_line
from procura_desktop.export.prose import prose_lines


def follow_up(desk: Desk) -> Paper:
    """Write the plan: proofs that come with the tender, checks during the contract, sources."""
    title = desk.say("Verification and follow-up plan")
    return desk.paper(
        title, (*opening(desk, title), *_tender(desk), *_contract(desk), *_sources(desk), *closing(desk))
    )


def _tender(desk: Desk) -> Iterator[Block]:
    say = desk.say
    yield Heading(say("Before the award: proofs that come with the tender"), 1)
    items = tuple(
        item for item in desk.procurement.items if item.kind != "CPC" and item.wording.proof_tender.strip()
    )
    if not items:
        yield text(say("No criterion asks for a proof with the tender."))
        return
    yield Table(
        say("Proofs that come with the tender"),
        (Column(30), Column(50), Column(20)),
        (cell(say("Criterion")), cell(say("Proof")), cell(say("Checked by, on"))),
        tuple((_name(desk, item), _proof(desk, item, "proof_tender"), cell("")) for item in items),
    )


def _contract(desk: Desk) -> Iterator[Block]:
    say = desk.say
    yield Heading(say("During the contract"), 1)
    if not desk.procurement.head.dates.contract_start:
        yield text(
            say("The dates are counted from the start of the contract, which is not fixed yet."), style="note"
        )
    items = tuple(
        item for item in desk.procurement.items if item.follow_up or item.wording.proof_contract.strip()
    )
    if not items:
        yield text(say("Nothing is planned."))
        return
    yield Table(
        say("Checks during the contract"),
        (Column(34), Column(30), Column(20), Column(16)),
        (
            cell(say("Criterion and proof")),
            cell(say("What to check")),
            cell(say("When")),
            cell(say("If not")),
        ),
        tuple(row for item in items for row in _rows(desk, item)),
    )


def _sources(desk: Desk) -> Iterator[Block]:
    """Name source and confidence of each criterion, as in every document."""
    say = desk.say
    if not desk.procurement.items:
        return
    yield Heading(say("Sources of the criteria"), 1)
    yield source_table(desk, desk.procurement.items)


def source_table(desk: Desk, items: tuple[Item, ...]) -> Table:
    """Give a table of criteria with source, confidence and confirmation."""
    say = desk.say
    return Table(
        say("Sources of the criteria"),
        (Column(34), Column(66)),
        (cell(say("Criterion")), cell(say("Source, confidence, confirmation"))),
        tuple((cell(headline(desk, item)), _source(desk, item)) for item in items),
    )


def _source(desk: Desk, item: Item) -> Cell:
    runs = [Run(f"{source_line(desk, item)} {confidence_line(desk, item)}".strip())]
    if item.copied is not None:
        runs += [Run(" "), confirmation(desk, item)]
    return Cell((Paragraph(tuple(runs), "cell"),))


def _name(desk: Desk, item: Item) -> Cell:
    return cell(headline_with_lots(desk, item))


def _proof(desk: Desk, item: Item, part: str) -> Cell:
    words = getattr(desk.filled(item), part)
    return Cell(prose_lines(words, language=desk.foreign(item)) or cell("–").paragraphs)


def _rows(desk: Desk, item: Item) -> Iterator[tuple[Cell, ...]]:
    """Give a row for each check of a criterion; its proof stands in the first."""
    proof = prose_lines(desk.filled(item).proof_contract, language=desk.foreign(item))
    name = Cell((*_strong(_name(desk, item)), *proof))
    if not item.follow_up:
        yield name, cell(desk.say("The proof")), cell("…"), cell("…")
    for one in item.follow_up:
        what = cell(
            "\n".join(filter(None, (one.what, one.proof and desk.say("Proof: {proof}", proof=one.proof))))
        )
        when = Cell((*cell(rhythm(desk, one)).paragraphs, *_done(desk, one)))
        yield name, what, when, cell(one.if_not or "…")
        name = cell(desk.numbers[item.id], "strong")


def _strong(made: Cell) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(tuple(Run(run.text, "strong") for run in one.runs if isinstance(run, Run)), one.style)
        for one in made.paragraphs
    )


def _done(desk: Desk, one: FollowUp) -> tuple[Paragraph, ...]:
    dates = ", ".join(map(desk.write.date, one.done))
    return cell(desk.say("Checked: {dates}", dates=dates)).paragraphs if dates else ()


def rhythm(desk: Desk, one: FollowUp) -> str:
    """Say when a check falls due: the date where the start is known, then how often.

    A first date after the end of the contract is no date to plan with: it is told with that end.
    """
    say, dates = desk.say, desk.procurement.head.dates
    first, end = first_date(dates.contract_start, one), dates.contract_end
    if first and end and first > end:
        return say(
            "{date}: after the end of the contract on {end}",
            date=desk.write.date(first),
            end=desk.write.date(end),
        )
    when = say("first by {date}", date=desk.write.date(first)) if first else _days(desk, one.after_days)
    if one.every_months == 0:
        return when
    if one.every_months == 1:
        return f"{when}, {say('then every month')}"
    return f"{when}, {say('then every {number} months', number=str(one.every_months))}"


def _days(desk: Desk, days: int) -> str:
    if days == 0:
        return desk.say("first at the start of the contract")
    if days == 1:
        return desk.say("first one day after the start of the contract")
    return desk.say("first {number} days after the start of the contract", number=str(days))


def first_date(start: str, one: FollowUp) -> str:
    """Give the ISO date of the first check; "" where the start is not known or the sum is no date."""
    try:
        begin = date.fromisoformat(start)
    except ValueError:
        return ""
    return next((on.isoformat() for on in dates_of(one, start=begin, end=None)), "")
