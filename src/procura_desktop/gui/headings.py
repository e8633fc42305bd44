"""Headings on pages; their size stands in the style sheet, so that it grows with the text."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def heading(text: str, role: Literal["h1", "h2", "h3"]) -> QLabel:
    """Make a heading of a page (h1), of a list (h2) or of a part (h3)."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)  # a title that somebody typed may have a < in it
    return label
