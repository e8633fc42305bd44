"""The text of a criterion as blocks: paragraphs, lists and tables.

The form is that of `domain.procurement`: an empty line parts paragraphs, "- " or "1. " begins a list item,
whose number stays as it is written, two blanks before it set it one step deeper, and lines with " | " in
them, two or more in a row, are a table whose first line is its head.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from procura_desktop.export.paper import (
    Block,
    Cell,
    Column,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)

# A larger number is none of a list, and one such as "01" would not stay as it is written.
_ITEM = re.compile(r"(?P<deep> *)(?:- |(?P<number>0|[1-9][0-9]{0,3})\. )(?P<text>.*)")
_BAR = " | "
_PARTS = re.compile(r"\n[ \t]*\n")


def prose(text: str, *, title: str, language: str = "", style: ParagraphStyle = "body") -> tuple[Block, ...]:
    """Give the blocks of a text.

    Args:
        text: of a criterion, its slots filled.
        title: what a table in it shows.
        language: of the text, where it is another than the paper's.
        style: of its paragraphs.
    """
    blocks: list[Block] = []
    for part in _PARTS.split(text):
        lines = [line for line in part.splitlines() if line.strip()]
        for form, found in groupby(lines, key=_form):
            blocks += _blocks(form, list(found), title, language, style)
    return tuple(blocks)


def prose_lines(text: str, *, language: str = "", style: ParagraphStyle = "cell") -> tuple[Paragraph, ...]:
    """Give a text as paragraphs alone, for the cell of a table; list items keep their marks."""
    return tuple(
        Paragraph((Run(_marked(line), language=language),), style)
        for line in text.splitlines()
        if line.strip()
    )


def _form(line: str) -> str:
    if _ITEM.fullmatch(line):
        return "list"
    return "table" if _BAR in line else "text"


def _blocks(form: str, lines: list[str], title: str, language: str, style: ParagraphStyle) -> Iterator[Block]:
    if form == "list":
        yield _list(lines, language)
    elif form == "table" and len(lines) > 1:
        yield _table([line.split(_BAR) for line in lines], title, language)
    else:
        yield Paragraph((Run("\n".join(lines), language=language),), style)


def _list(lines: list[str], language: str) -> ListBlock:
    found = [one for one in map(_ITEM.fullmatch, lines) if one]
    items = tuple(
        ListItem(
            (Run(one["text"], language=language),),
            depth=min(len(one["deep"]) // 2, 2),
            number=int(one["number"]) if one["number"] else None,
        )
        for one in found
    )
    return ListBlock(items)


def _table(lines: list[list[str]], title: str, language: str) -> Table:
    """Make a table; a column is as wide as its longest words ask, within bounds."""
    wide = max(map(len, lines))
    rows = tuple(
        tuple(
            Cell((Paragraph((Run(text.strip(), language=language),), "cell"),))
            for text in (*line, *[""] * (wide - len(line)))
        )
        for line in lines
    )
    return Table(title, tuple(Column(share) for share in shares(lines, wide)), rows[0], rows[1:])


def shares(lines: list[list[str]], wide: int) -> tuple[int, ...]:
    """Share 100 per cent of a width among columns by the length of their texts; none is left too narrow."""
    lengths = [
        min(max(max((len(line[at]) for line in lines if at < len(line)), default=0), 8), 60)
        for at in range(wide)
    ]
    found = [100 * length // sum(lengths) for length in lengths]
    return (found[0] + 100 - sum(found), *found[1:])


def _marked(line: str) -> str:
    found = _ITEM.fullmatch(line)
    return f"– {found['text']}" if found and not found["number"] else line.strip()
