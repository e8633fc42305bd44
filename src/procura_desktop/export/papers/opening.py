"""How every paper begins and ends: what it is, of which procurement; then what it rests on and its limits."""

from procura_desktop.domain.procurement import Nature, Procedure
from procura_desktop.export.paper import Block, Column, Heading, Table
from procura_desktop.export.papers.desk import Desk, cell, text

PROCEDURES: dict[Procedure, str] = {
    "below-threshold": "below the thresholds",
    "open": "open procedure",
    "restricted": "restricted procedure",
    "negotiated": "competitive procedure with negotiation",
    "competitive-dialogue": "competitive dialogue",
    "innovation-partnership": "innovation partnership",
    "other": "other procedure",
}
NATURES: dict[Nature, str] = {"supplies": "supplies", "services": "services", "works": "works"}


def opening(desk: Desk, title: str) -> tuple[Block, ...]:
    """Give the title and the facts of the procurement."""
    return (
        text(title, style="title"),
        text(desk.procurement.head.title, style="subtitle"),
        facts_table(desk),
    )


def facts_table(desk: Desk) -> Table:
    """Give the facts of the procurement that are known, a row each."""
    rows = tuple((cell(name, "strong"), cell(value)) for name, value in head_facts(desk) if value.strip())
    return Table(desk.say("The procurement"), (Column(28), Column(72)), (), rows)


def head_facts(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Give (name, value) of what the head of the procurement says; a value may be ""."""
    head, say, write = desk.procurement.head, desk.say, desk.write
    contact = ", ".join(filter(None, (head.contact.name, head.contact.email, head.contact.phone)))
    lots = "\n".join(desk.lot_name(lot) for lot in desk.procurement.lots)
    return (
        (say("Contracting authority"), head.buyer),
        (say("Reference"), head.reference),
        (say("Nature of the contract"), say(NATURES[head.nature])),
        (say("Procedure"), say(PROCEDURES[head.procedure])),
        (say("CPV codes"), ", ".join(head.cpv)),
        (say("Lots"), lots),
        (say("Deadline for tenders"), write.date(head.dates.deadline)),
        (say("Start of the contract"), write.date(head.dates.contract_start)),
        (say("End of the contract"), write.date(head.dates.contract_end)),
        (say("Contact"), contact),
        (say("Date of this document"), write.date(desk.facts.made.date().isoformat())),
    )


def lots_table(desk: Desk) -> Table:
    """Give the lots, each with what it is."""
    say, codes = desk.say, desk.procurement.head.cpv  # where a lot has none of its own, as in a notice
    return Table(
        say("Lots"),
        (Column(30), Column(46), Column(24)),
        (cell(say("Lot")), cell(say("Description")), cell(say("CPV codes"))),
        tuple(
            (cell(desk.lot_name(lot)), cell(lot.description or "–"), cell(", ".join(lot.cpv or codes) or "–"))
            for lot in desk.procurement.lots
        ),
    )


def closing(desk: Desk) -> tuple[Block, ...]:
    """Give what the paper rests on, and what it is not."""
    say = desk.say
    return (
        Heading(say("About this document"), 1),
        *(text(line, style="note") for line in about(desk)),
    )


def about(desk: Desk) -> tuple[str, ...]:
    """Give the sentences about libraries, confirmation and law that every document carries."""
    return (*origins(desk), *notices(desk), _made(desk))


def origins(desk: Desk) -> tuple[str, ...]:
    """Name each library that criteria were copied from, with its edition and date."""
    copied = [item.copied for item in desk.procurement.items if item.copied]
    dates: dict[tuple[str, str, str], str] = {}
    for one in copied:
        key = one.library, one.edition, one.publisher
        dates[key] = dates.get(key) or one.dated or desk.facts.library_date(one.library, one.edition)
    return tuple(library_line(desk, *key, dated=dated) for key, dated in dates.items())


def library_line(desk: Desk, library: str, edition: str, publisher: str, *, dated: str) -> str:
    """Name one edition of a library, with its ISO date."""
    say = desk.say
    parts = [
        say(
            "Criteria were copied from the library “{library}”, edition {edition}",
            library=library,
            edition=edition,
        )
    ]
    if publisher:
        parts.append(say("published by {publisher}", publisher=publisher))
    if dated:
        parts.append(say("as of {date}", date=desk.write.date(dated)))
    return ", ".join(parts) + "."


def notices(desk: Desk) -> tuple[str, ...]:
    """Give the sentences on confirmation and law."""
    say = desk.say
    return (
        say(
            "Criteria marked “not yet confirmed” have not been compared with their official source by "
            "the contracting "
            "authority. The contracting authority confirms every figure before it publishes this document."
        ),
        say(
            "This document is no legal advice. National law that transposes the directives prevails; "
            "below the "
            "thresholds of the European Union the national rules apply."
        ),
    )


def _made(desk: Desk) -> str:
    on = desk.write.date(desk.facts.made.date().isoformat())
    return desk.say("Made with {program} on {date}.", program=desk.facts.program, date=on)
