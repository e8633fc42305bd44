"""A paper as Markdown and as plain text, for the clipboard and for those who want no more.

Where it comes from stands in the text itself: every paper ends with what it rests on. Markdown is CommonMark
with the tables and the strike-through of GitHub Flavored Markdown.
"""

import re
from collections.abc import Iterator
from textwrap import indent

from procura_desktop.export.characters import all_printable
from procura_desktop.export.list_lines import ListLines
from procura_desktop.export.paper import (
    Block,
    Cell,
    Field,
    Heading,
    ListBlock,
    Paper,
    Paragraph,
    Run,
    Table,
    field_text,
    paragraph_text,
)

# What would be markup; a mark that only counts at the start of a line is escaped there alone.
_MARKS = re.compile(r"([\\`*_\[\]>|~])")
_STARTS = re.compile(r"^(\s*)(?:([#+\-=])|(\d+)([.)])(?=\s|$))", re.MULTILINE)


def markdown_text(paper: Paper) -> str:
    """Give a paper as Markdown."""
    return "\n\n".join(_markdown(all_printable(paper).blocks)) + "\n"


def plain_text(paper: Paper) -> str:
    """Give a paper as plain text."""
    return "\n\n".join(_plain(all_printable(paper).blocks)) + "\n"


def _markdown(blocks: tuple[Block, ...]) -> Iterator[str]:
    lists = ListLines(lambda item: _markdown_runs(item.runs), markdown=True)
    for block in blocks:
        if not isinstance(block, ListBlock):
            lists.break_off()
        if isinstance(block, Heading):
            yield f"{'#' * (block.level + 1)} {_escaped(' '.join(block.text.split()))}"
        elif isinstance(block, Paragraph):
            words = _markdown_runs(block.runs).strip().replace("\n", "  \n")
            yield (
                f"**{words}**"
                if block.style == "label"
                else f"# {words}"
                if block.style == "title"
                else words
            )
        elif isinstance(block, ListBlock):
            yield lists.text(block)
        elif isinstance(block, Table):
            yield "\n".join(_markdown_table(block))


def _markdown_runs(runs: tuple[Run | Field, ...]) -> str:
    return "".join(_markdown_run(run) if isinstance(run, Run) else field_text(run) for run in runs)


def _markdown_run(run: Run) -> str:
    """Mark a run; blanks at its ends stay outside, or the marks would not count."""
    words = _escaped(run.text)
    inner = words.strip()
    sign = {"strong": "**", "gone": "~~", "new": "**"}.get(run.how, "")
    return words.replace(inner, f"{sign}{inner}{sign}", 1) if inner and sign else words


def _escaped(text: str) -> str:
    marked = _MARKS.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")
    return _STARTS.sub(_start, marked)


def _start(found: re.Match[str]) -> str:
    """Escape a mark at the start of a line; not every reader of Markdown knows an escaped equals sign."""
    sign = found[2] or found[4]
    safe = "&#61;" if sign == "=" else "\\" + sign
    return f"{found[1]}{found[3] or ''}{safe}"


def _markdown_table(table: Table) -> Iterator[str]:
    head = table.header or tuple(Cell(()) for _ in table.columns)
    yield _markdown_row(head)
    yield "|" + "|".join(" ---: " if column.align == "right" else " --- " for column in table.columns) + "|"
    yield from map(_markdown_row, table.rows)


def _markdown_row(row: tuple[Cell, ...]) -> str:
    cells = (
        "<br>".join(_markdown_runs(one.runs).replace("\n", "<br>") for one in cell.paragraphs) for cell in row
    )
    return f"| {' | '.join(cells)} |"


def _plain(blocks: tuple[Block, ...]) -> Iterator[str]:
    lists = ListLines(paragraph_text, markdown=False)
    for block in blocks:
        if isinstance(block, Heading):
            yield f"\n{block.text}\n{('=' if block.level == 1 else '-') * min(len(block.text), 78)}"
        elif isinstance(block, Paragraph):
            words = _plain_runs(block)
            yield f"{words}:" if block.style == "label" and not words.endswith(":") else words
        elif isinstance(block, ListBlock):
            yield lists.text(block)
        elif isinstance(block, Table):
            yield "\n".join(_plain_table(block))


def _plain_runs(paragraph: Paragraph) -> str:
    """Give the words of a paragraph; what was removed or is new stands in brackets."""
    return "".join(_plain_run(run) if isinstance(run, Run) else field_text(run) for run in paragraph.runs)


def _plain_run(run: Run) -> str:
    inner = run.text.strip()
    if run.how not in {"gone", "new"} or not inner:
        return run.text
    sign = "−" if run.how == "gone" else "+"
    return run.text.replace(inner, f"[{sign}{inner}{sign}]", 1)


def _plain_table(table: Table) -> Iterator[str]:
    """Write each row under the other: the first cell, then the others with the names of their columns."""
    names = [_cell_text(cell) for cell in table.header]
    for row in table.rows:
        first, *rest = map(_cell_text, row)
        if not names and len(rest) == 1 and "\n" not in rest[0]:
            yield f"{first}: {rest[0]}"
            continue
        yield first
        for name, words in zip(names[1:] or [""] * len(rest), rest, strict=True):
            if words:
                yield indent(f"{name}: {words}" if name else words, "  ")


def _cell_text(cell: Cell) -> str:
    return "\n".join(paragraph_text(one) for one in cell.paragraphs)
