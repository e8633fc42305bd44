"""The headings of a shown document, as the outline and its menu need them."""

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextDocument

OUTLINE_LEVELS = (2, 3)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading; `position` is that of its first letter, `anchor` may be ""."""

    level: int
    title: str
    position: int
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


def _anchor(block: QTextBlock) -> str:
    names = block.begin().fragment().charFormat().anchorNames()
    return next((name for name in names if name), "")
