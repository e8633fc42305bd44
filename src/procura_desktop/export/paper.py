"""A document without a format: what the papers say and what every writer writes.

A writer gets nothing but a `Paper`; what looks how is in `export.look`. So the same words stand in the same
order in DOCX, ODT, HTML, Markdown and plain text.
"""

from dataclasses import dataclass
from typing import Literal

How = Literal["", "strong", "weak", "gone", "new"]
ParagraphStyle = Literal["body", "title", "subtitle", "label", "note", "small", "cell"]
FieldKind = Literal["text", "yes-no"]
Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one paragraph that look alike.

    Attributes:
        how: "gone" and "new" show a difference; "weak" stands back.
        language: ISO 639-1, where it is another than the paper's; "" is the paper's.
    """

    text: str
    how: How = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A place that a reader fills in by hand or in the file.

    Attributes:
        label: what belongs there; it is the field's name for those who cannot see the form.
        choices: the words beside the boxes of "yes-no"; empty for "text".
    """

    kind: FieldKind
    label: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `keep` holds it on the page of what follows."""

    runs: tuple[Run | Field, ...]
    style: ParagraphStyle = "body"
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; its number is part of the text."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class ListItem:
    """One point of a list; `depth` 0 is the outermost. A point without a number has a bullet."""

    runs: tuple[Run, ...]
    depth: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Points that follow each other; `points.lists_of` tells which of them are one list."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its share of the width in per cent, and how its cells are set."""

    share: int
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: one paragraph or more."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a cell for each column.

    Attributes:
        title: what the table shows, for those who cannot see it.
        header: cells of the row that is repeated on every page; empty where the first column names the rows.
    """

    title: str
    columns: tuple[Column, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        """Check the shape.

        Raises:
            ValueError: a row has other cells than there are columns, or there is no row.
        """
        if not self.rows:
            raise ValueError("a table has no rows")
        if any(len(row) != len(self.columns) for row in (*self.rows, self.header or self.rows[0])):
            raise ValueError("a row of a table has another number of cells than there are columns")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | ListBlock | Table | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document.

    Attributes:
        language: ISO 639-1, of the document.
        subject: what the procurement is called; `author` who buys.
        header: what stands at the top of every page.
        page: what stands at the foot of every page, with {page} and {pages} in it.
        dense: set closer, to stay on one page.
    """

    title: str
    language: str
    subject: str
    author: str
    header: str
    page: str
    blocks: tuple[Block, ...]
    dense: bool = False


def paragraph_text(paragraph: Paragraph | ListItem) -> str:
    """Give the words of a paragraph; a field shows as boxes with their words, or as a line to write on."""
    return "".join(run.text if isinstance(run, Run) else field_text(run) for run in paragraph.runs)


def field_text(field: Field) -> str:
    """Give what stands in a field before anybody fills it in."""
    if field.kind == "yes-no":
        return "    ".join(f"☐ {choice}" for choice in field.choices)
    return "………"
