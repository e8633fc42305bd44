"""The mark around the link that has the keyboard: Qt's own is a thin dotted line that is easily missed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

PEN = 2.0
ROUND = 3.0
ROOM = 2.0


def focused_link(text: QTextEdit) -> list[QRectF]:
    """Give one rectangle in the viewport for each line of the link that is selected; none without one."""
    cursor = text.textCursor()
    if not cursor.hasSelection() or not cursor.charFormat().isAnchor():
        return []
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = text.document().findBlock(start)
    layout, origin = block.layout(), block.position()
    if end > origin + block.length():
        return []
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start - origin, line.textStart())
        last = min(end - origin, line.textStart() + line.textLength())
        if first < last:
            at = QTextCursor(block)
            at.setPosition(origin + first)
            # The stubs give cursorToX as a pair (x, position); Qt returns exactly that.
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            place = text.cursorRect(at)
            shift = min(left, right) - left
            found.append(QRectF(place.left() + shift, place.top(), abs(right - left), place.height()))
    return found


def _x(given: object) -> float:
    return float(given[0]) if isinstance(given, tuple) else float(str(given))


def paint_focus(text: QTextEdit, colour: str) -> None:
    """Draw a line in `colour` around the link that has the keyboard."""
    rectangles = focused_link(text)
    if not rectangles:
        return
    painter = _painter(text.viewport(), colour)
    for rectangle in rectangles:
        painter.drawRoundedRect(rectangle.adjusted(-ROOM, -1, ROOM, 1), ROUND, ROUND)
    painter.end()


def paint_frame(text: QTextEdit, colour: str) -> None:
    """Draw a line in `colour` around all of the text that is seen."""
    painter = _painter(text.viewport(), colour)
    edge = QRectF(text.viewport().rect()).adjusted(PEN, PEN, -PEN, -PEN)
    painter.drawRoundedRect(edge, 2 * ROUND, 2 * ROUND)
    painter.end()


def _painter(widget: QWidget, colour: str) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), PEN))
    return painter
