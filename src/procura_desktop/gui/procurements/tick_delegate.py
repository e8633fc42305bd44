"""Rows with a tick: a title in at most two lines, below it quiet ones; a row of one line is a heading."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from procura_desktop.gui.text_lines import fitted, height_of

Index = QModelIndex | QPersistentModelIndex
PADDING = 5
TICK_ROOM = 6  # pixels that the style leaves around the tick
GAP = 8  # pixels between the tick and the words
EDGE = 4  # pixels behind the words
TITLE_LINES = 2


class TickDelegate(QStyledItemDelegate):
    """Paints the ground, the tick and the selection as the style does, the words by itself."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give room to the lines of the title, at the width of the view, and to the quiet ones."""
        title, *quiet = str(index.data()).split("\n")
        width, view = option.rect.width(), self.parent()
        height = option.fontMetrics.lineSpacing()
        if quiet and isinstance(view, QTreeView):
            tick = view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, view)
            before = view.indentation() + tick + TICK_ROOM + GAP + EDGE
            width = view.viewport().width()
            height = height_of(title, option.font, width - before, lines=TITLE_LINES)
        return QSize(
            option.rect.width(), height + len(quiet) * option.fontMetrics.lineSpacing() + 2 * PADDING
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        box = QRect(option.rect)  # the style writes into what it is given
        self.initStyleOption(option, index)
        title, _, quiet = str(index.data()).partition("\n")
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        words = QRect(words.left() + GAP, box.top() + PADDING, box.right() - words.left() - GAP - EDGE, 0)
        painter.save()
        colours = option.palette
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        muted = colours.color(QPalette.ColorRole.PlaceholderText)
        strong = colours.color(QPalette.ColorRole.Text) if enabled else muted
        painter.setPen(strong)
        wide = words.width()
        layout, height = fitted(title, option.font, wide, lines=TITLE_LINES if quiet else 1)
        layout.draw(painter, QPointF(words.topLeft()))
        words.moveTop(words.top() + height)
        words.setHeight(option.fontMetrics.lineSpacing())
        painter.setFont(option.font)
        painter.setPen(muted)
        for line in quiet.split("\n"):
            shown = QFontMetrics(option.font).elidedText(line, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
            words.moveTop(words.bottom() + 1)
        painter.restore()
