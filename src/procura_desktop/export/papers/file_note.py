"""The note for the file: every choice with its reason, source, version, confidence, edits, and the history.

It is what an auditor reads, and what the next procurer of the same thing begins from; bidders never get it.
"""

from collections.abc import Iterator

from procura_desktop.domain.history import told
from procura_desktop.domain.procurement import Event, Item
from procura_desktop.domain.weights import award_of
from procura_desktop.domain.wording import SlotState, in_unit, slot_states
from procura_desktop.export.paper import Block, Column, Heading, How, Paper, Paragraph, Run, Table
from procura_desktop.export.papers.answers import TITLES
from procura_desktop.export.papers.criterion import LABELS, headline
from procura_desktop.export.papers.desk import Desk, cell, text
from procura_desktop.export.papers.opening import closing, opening
from procura_desktop.export.papers.origin import CONFIDENCE, OWN, confirmation, source_name
from procura_desktop.library.difference import word_difference

_HOW: dict[str, How] = {"same": "", "gone": "gone", "new": "new"}
_YES_NO = {"yes": "yes", "no": "no", "": "not answered"}


def file_note(desk: Desk) -> Paper:
    """Write the note."""
    title = desk.say("Note for the file")
    return desk.paper(
        title, (*opening(desk, title), *_decisions(desk), *_choices(desk), *_history(desk), *closing(desk))
    )


def _decisions(desk: Desk) -> Iterator[Block]:
    head, say = desk.procurement.head, desk.say
    value = desk.write.money(head.value, head.currency) if head.value is not None else ""
    award = award_of(desk.procurement)
    found = (
        (say("What is bought"), head.need),
        (say("Purpose"), head.purpose),
        (say("Estimated value without VAT"), value),
        (say("Ambition"), say(head.ambition)),
        (say("People will use it (Article 42(1))"), say(_YES_NO[head.people_use])),
        (say("Accessibility"), head.accessibility),
        (say("Clean vehicles"), head.clean_vehicles),
        (say("Energy efficiency"), head.energy_efficiency),
        (say("Why it is not divided into lots"), head.no_lots),
        (say("Why no weights are given"), award.order_reason if award.weighting == "order" else ""),
        (say("Product groups"), ", ".join(map(desk.facts.group_title, head.groups))),
    )
    yield Heading(say("Decisions"), 1)
    rows = tuple((cell(name, "strong"), cell(value)) for name, value in found if value.strip())
    yield Table(say("Decisions"), (Column(34), Column(66)), (), rows)


def _choices(desk: Desk) -> Iterator[Block]:
    yield Heading(desk.say("Criteria and why they were chosen"), 1)
    if not desk.procurement.items:
        yield text(desk.say("There are none in this procurement."))
    kind = ""
    for item in desk.procurement.items:
        if item.kind != kind:
            kind = item.kind
            yield Heading(desk.say(TITLES[item.kind]), 2)
        yield from _choice(desk, item)


def _choice(desk: Desk, item: Item) -> Iterator[Block]:
    yield Heading(headline(desk, item), 3)
    rows = tuple((cell(name, "strong"), cell(value)) for name, value in _told(desk, item) if value.strip())
    yield Table(headline(desk, item), (Column(28), Column(72)), (), rows)
    if states := slot_states(item):
        yield text(desk.say("Values"), style="label", keep=True)
        yield _slots(desk, item, states)
    yield from _edits(desk, item)


def _told(desk: Desk, item: Item) -> Iterator[tuple[str, str]]:
    say = desk.say
    yield say("Why it was chosen"), item.reason or say("no reason given")
    yield say("Level"), say(item.level) if item.level else ""
    yield say("Why this level"), item.level_reason
    yield say("Link to the subject matter"), item.link
    yield say("Lots"), desk.lot_list(item)
    if item.copied is None:
        yield say("Source"), say(OWN)
        return
    copied, record = item.copied, item.copied.record
    edition = say("Library “{library}”, edition {edition}", library=copied.library, edition=copied.edition)
    yield say("Copied from"), ", ".join(filter(None, (edition, copied.publisher)))
    yield (
        say("Criterion"),
        say(
            "{id}, version {version} of {date}",
            id=record.id,
            version=str(record.version),
            date=desk.write.date(record.updated),
        ),
    )
    yield (
        say("Sources"),
        "\n".join(" ".join(filter(None, (source_name(desk, one), one.url))) for one in record.sources),
    )
    yield (
        say("Confidence"),
        ". ".join(filter(None, (say(CONFIDENCE[record.confidence]), record.confidence_note))),
    )
    yield say("Confirmation"), confirmation(desk, item).text


def _slots(desk: Desk, item: Item, states: tuple[SlotState, ...]) -> Table:
    say = desk.say
    rows = []
    for state in states:
        source = next((one.value for one in state.slot.values if one.level == item.level), "")
        if not state.slot.checked and source:
            source = say("{value} (to be checked)", value=source)
        whose = say("set by the contracting authority") if state.own else say("as in the source")
        rows.append(
            (
                cell(state.slot.label),
                cell(in_unit(item, state.slot, state.value)),
                cell(source or "–"),
                cell(whose if state.used else say("not used in the wording")),
            )
        )
    return Table(
        say("Values of {criterion}", criterion=headline(desk, item)),
        (Column(40), Column(18), Column(18), Column(24)),
        (cell(say("What")), cell(say("Value")), cell(say("In the source")), cell(say("Whose"))),
        tuple(rows),
    )


def _edits(desk: Desk, item: Item) -> Iterator[Block]:
    """Show word by word what the buyer changed in each part of the wording."""
    if item.original is None or not item.edited:
        return
    yield text(
        desk.say("Changes to the wording of the source (removed words struck out, new words underlined)"),
        style="label",
        keep=True,
    )
    names = {"requirement": "Requirement", **dict(LABELS)}
    for name in names:
        old, new = getattr(item.original, name), getattr(item.wording, name)
        if old != new:
            words = tuple(Run(f"{run.text} ", _HOW[run.how]) for run in word_difference(old, new))
            yield Paragraph((Run(f"{desk.say(names[name])}: ", "strong"), *words))


def _history(desk: Desk) -> Iterator[Block]:
    say = desk.say
    if not desk.procurement.events:
        return
    yield Heading(say("History"), 1)
    yield Table(
        say("History"),
        (Column(26), Column(74)),
        (cell(say("Date")), cell(say("What"))),
        tuple(
            (cell(desk.write.date(event.on)), cell(_line(desk, event))) for event in desk.procurement.events
        ),
    )


def _line(desk: Desk, event: Event) -> str:
    """Say a line of the history in the language of the documents, where it is one of the program's."""
    line = told(event)
    if isinstance(line, str):
        return line
    return desk.say(line.text, **{name: str(value) for name, value in line.values})
