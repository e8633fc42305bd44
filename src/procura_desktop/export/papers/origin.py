"""Where a criterion comes from, how sure it is, and whether the buyer confirmed it: never left out."""

from procura_desktop.domain.kinds import Confidence
from procura_desktop.domain.procurement import Item
from procura_desktop.domain.records import Source
from procura_desktop.export.paper import Paragraph, Run
from procura_desktop.export.papers.desk import Desk

CONFIDENCE: dict[Confidence, str] = {
    "verified": "verified – the figures were read in the named source",
    "listed": "listed – name, kind and level were read in the source, the wording is the library's own",
    "check": "to be checked – written from general knowledge, not read in the source",
}
OWN = "Own criterion of the contracting authority."
NOT_CONFIRMED = "Not yet confirmed by the contracting authority."


def is_confirmed(item: Item) -> bool:
    """Say whether the buyer confirmed this version of the criterion; an own criterion needs no source."""
    return item.copied is None or item.is_confirmed


def origin(desk: Desk, item: Item) -> tuple[Paragraph, ...]:
    """Give the small print under a criterion: source, library, confidence, confirmation."""
    return (Paragraph(_told(desk, item), "small"),)


def origin_text(desk: Desk, item: Item) -> str:
    """Give the same as plain text, for tables and data."""
    return "".join(run.text for run in _told(desk, item))


def origin_lines(desk: Desk) -> tuple[str, ...]:
    """Give it for every criterion, behind its number and title."""
    return tuple(
        f"{desk.numbers[item.id]} {item.title} – {origin_text(desk, item)}" for item in desk.procurement.items
    )


def _told(desk: Desk, item: Item) -> tuple[Run, ...]:
    if item.copied is None:
        return (Run(desk.say(OWN), "weak"),)
    runs = [Run(f"{source_line(desk, item)} {confidence_line(desk, item)} ", "weak")]
    if item.edited:
        runs.append(Run(desk.say("The contracting authority changed the wording.") + " ", "weak"))
    return (*runs, confirmation(desk, item))


def source_line(desk: Desk, item: Item) -> str:
    """Name the first source of a criterion and the library it was copied from."""
    if item.copied is None:
        return desk.say(OWN)
    copied = item.copied
    source = source_name(desk, copied.record.sources[0]) if copied.record.sources else desk.say("none named")
    return desk.say(
        "Source: {source}. Library “{library}” {edition}, version {version} of {date}.",
        source=source,
        library=copied.library,
        edition=copied.edition,
        version=str(copied.record.version),
        date=desk.write.date(copied.record.updated),
    )


def source_name(desk: Desk, source: Source) -> str:
    """Name a source with publisher and date."""
    told = ", ".join(filter(None, (source.publisher, desk.write.date(source.date))))
    return f"{source.title} ({told})" if told else source.title


def confidence_line(desk: Desk, item: Item) -> str:
    """Say how sure the library is of a criterion; "" for an own one."""
    if item.copied is None:
        return ""
    return desk.say(
        "Confidence: {confidence}.", confidence=desk.say(CONFIDENCE[item.copied.record.confidence])
    )


def confirmation(desk: Desk, item: Item) -> Run:
    """Say whether the buyer compared the criterion with its source: who, when, where in it."""
    made = item.confirmed
    if made is None or not is_confirmed(item):
        return Run(desk.say(NOT_CONFIRMED), "strong")
    place = ", ".join(filter(None, (made.document, made.page and desk.say("page {page}", page=made.page))))
    return Run(
        desk.say(
            "Confirmed by {name} on {date}: {place}.",
            name=made.by,
            date=desk.write.date(made.on),
            place=place,
        ),
        "weak",
    )
