"""What a reader sees of notes: passages on a ground of colour, and a mark in the margin beside words.

Nothing of it is in the document, so that it is neither printed nor copied.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from procura_desktop.gui.theme import Colours
from procura_desktop.workspace.notes import Colour

WIDE, HIGH = 13, 14
GAP = 5  # between mark and column
LINES = (0.34, 0.56, 0.78)  # of the height


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage with a note or a highlight; positions are those of the document.

    Attributes:
        colour: of the highlight; "" underlines the passage.
        words: what the note says; "" has no mark in the margin.
    """

    note: str
    start: int
    end: int
    colour: Colour
    words: str


def ink(colours: Colours, colour: Colour) -> str:
    """Give the ground of a highlight in a table of colours."""
    return {
        "": colours.surface,
        "yellow": colours.pen_yellow,
        "green": colours.pen_green,
        "blue": colours.pen_blue,
        "pink": colours.pen_pink,
    }[colour]


def selections(text: QTextEdit, marks: Sequence[Mark], colours: Colours) -> list[QTextEdit.ExtraSelection]:
    """Give what paints the passages; links in them keep their underline."""
    made = []
    for mark in marks:
        one = QTextEdit.ExtraSelection()
        one.cursor = QTextCursor(text.document())
        one.cursor.setPosition(mark.start)
        one.cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        one.format = _look(mark.colour, colours)
        made.append(one)
    return made


def _look(colour: Colour, colours: Colours) -> QTextCharFormat:
    made = QTextCharFormat()
    if colour:
        made.setBackground(QColor(ink(colours, colour)))
        made.setForeground(QColor(colours.text))
    else:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        made.setUnderlineColor(QColor(colours.accent))
    return made


def places(text: QTextEdit, marks: Sequence[Mark]) -> Iterator[tuple[QRect, Mark]]:
    """Give where in the viewport the marks that can be seen stand; of one line only the first."""
    view = text.viewport().rect()
    frame = text.document().rootFrame().frameFormat()
    shift = text.horizontalScrollBar().value()
    right = text.isRightToLeft()
    left = (
        view.width() - round(frame.rightMargin()) + GAP if right else round(frame.leftMargin()) - WIDE - GAP
    )
    taken: set[int] = set()
    for mark in marks:
        if not mark.words:
            continue
        cursor = QTextCursor(text.document())
        cursor.setPosition(mark.start)
        line = text.cursorRect(cursor)
        if line.bottom() < view.top() or line.top() > view.bottom() or line.top() in taken:
            continue
        taken.add(line.top())
        yield QRect(left - shift, line.center().y() - HIGH // 2, WIDE, HIGH), mark


def paint_margin(text: QTextEdit, marks: Sequence[Mark], colours: Colours) -> None:
    """Draw a small sheet of paper beside each passage with words."""
    found = list(places(text, marks))
    if not found:
        return
    painter = QPainter(text.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, mark in found:
        painter.setPen(QPen(QColor(colours.accent), 1.4))
        painter.setBrush(QColor(ink(colours, mark.colour)))
        painter.drawRoundedRect(place, 2.5, 2.5)
        for share in LINES:
            height = place.top() + share * place.height() - 1
            painter.drawLine(QPointF(place.left() + 3, height), QPointF(place.right() - 2, height))
    painter.end()


def mark_at(text: QTextEdit, marks: Sequence[Mark], x: int, y: int) -> Mark | None:
    """Give the mark at a place of the viewport: in the margin, or the passage itself."""
    for place, mark in places(text, marks):
        if place.adjusted(-4, -4, 4, 4).contains(x, y):
            return mark
    layout = text.document().documentLayout()
    at = QPointF(x + text.horizontalScrollBar().value(), y + text.verticalScrollBar().value())
    position = layout.hitTest(at, Qt.HitTestAccuracy.ExactHit)
    if position < 0:
        return None
    return next((mark for mark in marks if mark.start <= position < mark.end), None)
