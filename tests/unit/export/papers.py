"""Papers for the tests of the writers: a procurement of the bundled kind, and one paper with every block."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from procura_desktop.domain.drafting import with_event, with_items
from procura_desktop.domain.procurement import Confirmation, Event, FollowUp, Procurement, Share
from procura_desktop.export.facts import Facts
from procura_desktop.export.paper import (
    Cell,
    Column,
    Field,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
    paragraph_text,
)
from tests.factories import make_criterion
from tests.procurements import make_item, make_own_item, make_procurement

FACTS = Facts(made=datetime(2026, 11, 29, 12, 30, tzinfo=UTC), program="Procura Desktop 0.1.0")

# Lists whose numbers are easily lost.
LISTS = """1. one
2. two
4. four
  7. deep
  8. deeper
- dot
5. five
  - dash
    1. deepest
6. six

6. six again
7. seven
"""


def texts(paper: Paper) -> Iterator[str]:
    """Give the words of every heading, paragraph, point and cell, in the order of reading."""
    for block in paper.blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Paragraph):
            yield paragraph_text(block)
        elif isinstance(block, ListBlock):
            yield from map(paragraph_text, block.items)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield from (paragraph_text(one) for cell in row for one in cell.paragraphs)


def rich_procurement() -> Procurement:
    """Make the sample with a confirmed, an edited and a selection criterion, proofs, checks and a history."""
    selection = make_item(
        "select-1",
        record=make_criterion(
            "criteria/computers/sc1-control", title="Control of substances", code="SC1", kind="SC"
        ),
    )
    record = selection.copied.record if selection.copied else make_criterion()
    selection = replace(
        selection,
        confirmed=Confirmation(
            by="A. Buyer",
            on="2026-11-28",
            document="EU criteria for computers",
            page="12",
            record_id=record.id,
            record_version=record.version,
        ),
    )
    edited = make_item(
        "edited-1", record=make_criterion("criteria/computers/ts7", title="Memory", code="TS7")
    )
    edited = replace(
        edited,
        wording=replace(
            edited.wording,
            requirement="The battery keeps at least 90 % of [[battery_cycles]], see TS6 and TS9.",
        ),
        follow_up=(
            FollowUp(
                id="f-1",
                what="Test ten batteries",
                proof="A report",
                if_not="Replace them",
                done=("2027-05-30",),
            ),
        ),
        share=Share(minimum=Decimal(10)),
    )
    made = with_items(
        make_procurement(), (selection, edited, make_own_item("subject-1", kind="SM", title="Reuse"))
    )
    return with_event(made, Event(on="2026-11-28T09:00:00+00:00", what="Added three criteria"))


def words(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text),), "cell"),))


def every_block(text: str = "Words", *, language: str = "en", dense: bool = False) -> Paper:
    """Make a paper with every kind of block and run, and a text in each."""
    runs = tuple(Run(f"{text} {how}", how) for how in ("", "strong", "weak", "gone", "new"))
    points = tuple(ListItem((Run(f"{text} {at}"),), depth=depth) for at, depth in enumerate((0, 1, 2, 0)))
    numbers = (
        ListItem((Run(text),), number=1),
        ListItem((Run(text),), 1),
        ListItem((Run(text),), number=2),
    )
    columns = (Column(70), Column(30, "right"))
    return Paper(
        title=f"Title {text}",
        language=language,
        subject=f"Subject {text}",
        author=f"Author {text}",
        header=f"Header {text}",
        page="Page {page} of {pages}",
        dense=dense,
        blocks=(
            Paragraph((Run(text),), "title"),
            Paragraph((Run(text),), "subtitle"),
            *(Heading(f"{text} {level}", level) for level in (1, 2, 3)),
            Paragraph(runs),
            Paragraph((Run(text, language="fr"),), "label", keep=True),
            ListBlock(points),
            ListBlock(numbers),
            words("Between"),
            ListBlock((replace(numbers[0], number=3),)),
            Table(
                "With a head",
                columns,
                (cell("A"), cell("B")),
                ((cell(text), cell("1")), (cell("x"), cell("2"))),
            ),
            Table(
                "Without", columns, (), ((cell(text), Cell((Paragraph((Field("text", "Name"),), "cell"),))),)
            ),
            PageBreak(),
            Paragraph((Field("yes-no", "Met", ("yes", "no")),), "note"),
            Paragraph((Run(text),), "small"),
        ),
    )
