"""Rows with a tick and two lines: a title, and below it a quiet line; a row of one line is a heading."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
PADDING = 5
GAP = 8  # pixels between the tick and the words


class TickDelegate(QStyledItemDelegate):
    """Paints the ground, the tick and the selection as the style does, the words by itself."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give room to the lines."""
        lines = str(index.data()).count("\n") + 1
        return QSize(option.rect.width(), lines * option.fontMetrics.lineSpacing() + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        box = QRect(option.rect)  # the style writes into what it is given
        self.initStyleOption(option, index)
        title, _, quiet = str(index.data()).partition("\n")
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        words = QRect(words.left() + GAP, box.top() + PADDING, box.right() - words.left() - GAP - 4, 0)
        painter.save()
        colours = option.palette
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        muted = colours.color(QPalette.ColorRole.PlaceholderText)
        strong = colours.color(QPalette.ColorRole.Text) if enabled else muted
        for text, colour in ((title, strong), (quiet, muted)):
            words.setHeight(option.fontMetrics.lineSpacing())
            painter.setFont(option.font)
            painter.setPen(colour)
            shown = QFontMetrics(option.font).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
            words.moveTop(words.bottom() + 1)
        painter.restore()
