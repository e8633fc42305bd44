"""A piece of text for the clipboard, with where it comes from: as plain text, and as HTML on white."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_WEB = ("http://", "https://")


def quotation(document: QTextDocument, span: tuple[int, int], *, origin: Sequence[str]) -> QMimeData:
    """Make what is copied.

    Args:
        document: in the colours of paper, for whoever pastes it has a white page.
        span: first position and the one after the last.
        origin: lines that say where it comes from.
    """
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    piece = cursor.selection()
    made = QMimeData()
    made.setText("\n".join([_plain(piece.toPlainText()), "", *origin]))
    made.setHtml(_with_origin(_PICTURE.sub("", piece.toHtml()), origin))
    return made


def _plain(text: str) -> str:
    """Leave out what stands for pictures, and make every blank a plain one."""
    return text.replace("\ufffc", "").replace("\xa0", " ").strip()


def _with_origin(html: str, origin: Sequence[str]) -> str:
    lines = "<br>".join(_linked(line) for line in origin)
    body, end, rest = html.rpartition("</body>")
    return f"{body}<hr><p>{lines}</p>{end}{rest}" if end else f"{html}<hr><p>{lines}</p>"


def _linked(line: str) -> str:
    """Make the web address that ends a line a link."""
    words, blank, last = line.rpartition(" ")
    if not last.startswith(_WEB):
        return escape(line)
    return f'{escape(words + blank)}<a href="{escape(last)}">{escape(last)}</a>'
