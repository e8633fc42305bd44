"""The headings of a shown document, as the outline and its menu need them."""

import re
from dataclasses import dataclass
from html import unescape

from PySide6.QtGui import QTextBlock, QTextDocument

OUTLINE_LEVELS = (2, 3)
_WRITTEN = re.compile(r"<h([23])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading; `anchor` may be "".

    Attributes:
        position: of its first letter; None: in a piece of the text that is not in the document yet.
    """

    level: int
    title: str
    position: int | None
    anchor: str


def headings_of(document: QTextDocument) -> tuple[Heading, ...]:
    """List the headings of level 2 and 3, in order."""
    found = []
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level in OUTLINE_LEVELS and block.text().strip():
            found.append(Heading(level, block.text().strip(), block.position(), _anchor(block)))
        block = block.next()
    return tuple(found)


def headings_in(html: str) -> tuple[Heading, ...]:
    """List the headings of HTML that is still to be written into a document."""
    found = (
        (int(level), " ".join(unescape(_TAG.sub("", inner)).split()))
        for level, inner in _WRITTEN.findall(html)
    )
    return tuple(Heading(level, title, None, "") for level, title in found if title)


def _anchor(block: QTextBlock) -> str:
    names = block.begin().fragment().charFormat().anchorNames()
    return next((name for name in names if name), "")
