"""The text of a cell as Markdown: what a person sees as paragraphs and lists in a cell becomes these."""

import re
from itertools import pairwise

_BULLET = re.compile(r"(?P<indent> *)[-*•·–]\s+(?=\S)")
_NUMBERED = re.compile(r"(?P<indent> *)(?P<number>\d{1,3})[.)]\s+(?=\S)")
HEADING = re.compile(r"^ {0,3}#", re.MULTILINE)


def as_markdown(text: str) -> str:
    """Give the text with a blank line between paragraphs and around lists.

    A line break begins a paragraph. Lines that belong together stay together: entries of a list, rows of a
    table, and lines that begin with blanks.
    """
    lines = [_item(line) for line in text.split("\n")]
    pieces = [lines[0]]
    for above, line in pairwise(lines):
        apart = above and line and not _belong_together(above, line)
        pieces.append(f"\n{line}" if apart else line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(pieces))


def _item(line: str) -> str:
    line = _BULLET.sub(r"\g<indent>- ", line, count=1) if _BULLET.match(line) else line
    return _NUMBERED.sub(r"\g<indent>\g<number>. ", line, count=1) if _NUMBERED.match(line) else line


def _belong_together(above: str, line: str) -> bool:
    return line.startswith(" ") or (_kind(line) != "" and _kind(line) == _kind(above))


def _kind(line: str) -> str:
    """Say what a line is one of several of; "" for a line that stands alone."""
    bare = line.strip()
    if bare.startswith("|"):
        return "table"
    if bare.startswith("- "):
        return "list"
    return "numbers" if _NUMBERED.match(bare) else ""
