"""The specification of a small purchase, made to fit one page: facts, one table of demands, the limits."""

from collections.abc import Iterator

from procura_desktop.domain.procurement import Item, Wording
from procura_desktop.export.paper import Block, Cell, Column, Heading, Paper, Paragraph, Run, Table
from procura_desktop.export.papers.desk import Desk, cell, text
from procura_desktop.export.papers.opening import about, head_facts, lots_table
from procura_desktop.export.papers.origin import (
    NOT_CONFIRMED,
    OWN,
    confidence_line,
    is_confirmed,
    source_name,
)
from procura_desktop.export.papers.scoring import counts, rules_by_lot, shares_by_lot
from procura_desktop.export.prose import prose, prose_lines


def short_specification(desk: Desk) -> Paper:
    """Write everything that bidders for a small contract need onto as little paper as it takes."""
    title = desk.say("Specification")
    return desk.paper(
        title,
        (
            text(f"{title}: {desk.procurement.head.title}", style="title"),
            *_facts(desk),
            *_subject(desk),
            *_demands(desk),
            *_small_print(desk),
        ),
        dense=True,
    )


def _facts(desk: Desk) -> Iterator[Table]:
    """Give the facts two to a row; where nothing is filled in yet, there is no table."""
    skipped = {
        desk.say("Date of this document"),  # the last line of the page has it
        desk.say("Procedure"),
        desk.say("Nature of the contract"),
    }
    found = [(name, value) for name, value in head_facts(desk) if value.strip() and name not in skipped]
    if not found:
        return
    if len(found) % 2:
        found.append(("", ""))
    rows = tuple(
        tuple(made for name, value in found[at : at + 2] for made in (cell(name, "strong"), cell(value)))
        for at in range(0, len(found), 2)
    )
    yield Table(desk.say("The procurement"), (Column(19), Column(31), Column(19), Column(31)), (), rows)


def _subject(desk: Desk) -> Iterator[Block]:
    head, say = desk.procurement.head, desk.say
    yield Heading(say("Subject matter"), 2)
    yield from prose(
        "\n\n".join(filter(None, (head.need or head.title, head.purpose))), title=say("Subject matter")
    )
    if any(lot.description.strip() or lot.cpv for lot in desk.procurement.lots):
        yield lots_table(desk)  # their names alone stand above
    if head.accessibility.strip():
        yield text(say("Accessibility"), style="label", keep=True)
        yield from prose(head.accessibility, title=say("Accessibility"))


def _demands(desk: Desk) -> Iterator[Block]:
    say = desk.say
    if desk.procurement.items:
        yield Heading(say("Requirements"), 2)
        yield Table(
            say("Requirements"),
            (Column(8), Column(57), Column(35)),
            (cell(say("No.")), cell(say("Requirement")), cell(say("Proof and points"))),
            tuple(_row(desk, item) for item in desk.procurement.items),
        )
    yield text(say("How tenders are scored"), style="label", keep=True)
    yield text(" ".join((*_price(desk), *_rules(desk))), style="note")


def _price(desk: Desk) -> Iterator[str]:
    if not desk.procurement.of_kind("AC"):
        return
    share, minimum = shares_by_lot(desk, None), desk.procurement.award.price.minimum
    if minimum is None:
        yield desk.say("Price or cost counts: {share}.", share=share)
        return
    number = desk.write.number(minimum)
    yield desk.say("Price or cost counts: {share}; least score: {number}.", share=share, number=number)


def _rules(desk: Desk) -> Iterator[str]:
    for lot, said in rules_by_lot(desk):
        if lot:
            yield f"{lot}:"
        yield from said


def _row(desk: Desk, item: Item) -> tuple[Cell, ...]:
    filled, language = desk.filled(item), desk.foreign(item)
    name = " · ".join(filter(None, (item.title, desk.lot_list(item))))
    first = Paragraph((Run(name, "strong"),), "cell")
    return (
        cell(desk.numbers[item.id], "strong"),
        Cell((first, *prose_lines(filled.requirement, language=language))),
        Cell(
            (
                *prose_lines(filled.proof_tender, language=language),
                *(cell(counts(desk, item)).paragraphs if item.kind == "AC" else ()),
                *prose_lines(filled.points, language=language),
                *_proof_later(desk, filled, language),
            )
            or cell("–").paragraphs
        ),
    )


def _proof_later(desk: Desk, filled: Wording, language: str) -> tuple[Paragraph, ...]:
    """Give the proof during the contract under its name: what stands above it is asked with the tender."""
    found = prose_lines(filled.proof_contract, language=language)
    return (*cell(desk.say("Proof during the contract"), "strong").paragraphs, *found) if found else ()


def _small_print(desk: Desk) -> Iterator[Block]:
    """Name each source once with its criteria, then those not confirmed, then the limits."""
    found: dict[str, list[str]] = {}
    for item in desk.procurement.items:
        found.setdefault(_source(desk, item), []).append(desk.numbers[item.id])
    told = " ".join(f"{', '.join(numbers)}: {line}" for line, numbers in found.items())
    waiting = [desk.numbers[item.id] for item in desk.procurement.items if not is_confirmed(item)]
    not_confirmed = f" {', '.join(waiting)}: {desk.say(NOT_CONFIRMED)}" if waiting else ""
    if told:
        yield Paragraph((Run(told, "weak"), Run(not_confirmed, "strong")), "small")
    yield text(" ".join(about(desk)), "weak", style="small")


def _source(desk: Desk, item: Item) -> str:
    if item.copied is None:
        return desk.say(OWN)
    sources = item.copied.record.sources
    name = source_name(desk, sources[0]) if sources else desk.say("none named")
    return desk.say("Source: {source}. {confidence}", source=name, confidence=confidence_line(desk, item))
