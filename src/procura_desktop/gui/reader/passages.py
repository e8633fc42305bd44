"""Passages of a document: between its positions and the characters of its text.

A QTextDocument counts UTF-16 units, so a sign beyond the first 65,536 counts twice there and once in Python.
"""

from bisect import bisect_left

from PySide6.QtGui import QTextDocument

from procura_desktop.domain.anchors import Anchor, Passages, anchor_of

_LAST_SINGLE = 0xFFFF


class DocumentText:
    """The text of a document as it is now."""

    def __init__(self, document: QTextDocument) -> None:
        self.text = document.toRawText()
        self._passages: Passages | None = None
        self._doubled: list[int] = []
        if document.characterCount() != len(self.text) + 1:
            self._doubled = [at for at, sign in enumerate(self.text) if ord(sign) > _LAST_SINGLE]
        self._doubled_there = [at + number for number, at in enumerate(self._doubled)]

    def anchor(self, start: int, end: int) -> Anchor | None:
        """Give the anchor of what stands between two positions; None where that is no passage."""
        return anchor_of(self.text, self._in_text(start), self._in_text(end))

    def find(self, anchor: Anchor) -> tuple[int, int] | None:
        """Give the positions of a passage; None: it is not there."""
        if self._passages is None:
            self._passages = Passages(self.text)
        found = self._passages.find(anchor)
        return (self._in_document(found.start), self._in_document(found.end)) if found else None

    def _in_text(self, position: int) -> int:
        return position - bisect_left(self._doubled_there, position)

    def _in_document(self, place: int) -> int:
        return place + bisect_left(self._doubled, place)
