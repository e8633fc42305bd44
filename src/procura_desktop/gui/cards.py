"""Lists of records as cards: the model, and the delegate that paints them."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from procura_desktop.gui.card import Card
from procura_desktop.gui.text_lines import cut_to_lines, height_of, lay_out
from procura_desktop.gui.theme import Colours

Index = QModelIndex | QPersistentModelIndex
LINES = 2
CARD_ROLE = Qt.ItemDataRole.UserRole


class CardModel(QAbstractListModel):
    """Cards in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def set_cards(self, cards: tuple[Card, ...]) -> None:
        """Show other cards."""
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def row_of(self, record_id: str) -> int:
        """Give the row of a record, -1 if it has none."""
        return next((row for row, card in enumerate(self._cards) if card.id == record_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the card, or its title, or what a screen reader says."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (card.title, card.kicker, card.detail, card.text) if part)
        return None


class CardDelegate(QStyledItemDelegate):
    """Paints a card: kicker, title, up to two lines of text, a quiet last line."""

    MARGIN = 12
    GAP = 8

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give room to the lines this card has."""
        card: Card = index.data(CARD_ROLE)
        width = self._width(option)
        height = height_of(card.title, _scaled(option.font, 1.05, bold=True), width, lines=LINES)
        if card.text:
            height += height_of(card.text, _scaled(option.font, 0.92), width, lines=LINES)
        if card.kicker:
            height += QFontMetrics(_scaled(option.font, 0.8, bold=True)).lineSpacing()
        if card.detail:
            height += QFontMetrics(_scaled(option.font, 0.85)).lineSpacing()
        return QSize(100, height + 2 * self.MARGIN + self.GAP - 4)

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        inside = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        outer = option.rect.width() if option.rect.width() > 0 else inside
        return max(80, outer - 2 * self.MARGIN - 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the frame, then line by line."""
        card: Card = index.data(CARD_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = option.rect.adjusted(3, 2, -5, -(self.GAP - 2))
        self._paint_frame(painter, option, frame)
        inner = frame.adjusted(self.MARGIN, self.MARGIN - 2, -self.MARGIN, -self.MARGIN + 2)
        y = inner.top()
        if card.kicker:
            font = _scaled(option.font, 0.8, bold=True)
            y = self._line(
                painter,
                card.kicker.upper(),
                QRect(inner.left(), y, inner.width(), 0),
                font,
                self.colours.accent,
            )
        font = _scaled(option.font, 1.05, bold=True)
        y = self._block(
            painter, card.title, (), QRect(inner.left(), y, inner.width(), 0), font, self.colours.text
        )
        font = _scaled(option.font, 0.92)
        if card.text:
            y = self._block(
                painter,
                card.text,
                card.marks,
                QRect(inner.left(), y, inner.width(), 0),
                font,
                self.colours.muted,
            )
        if card.detail:
            self._line(
                painter,
                card.detail,
                QRect(inner.left(), y, inner.width(), 0),
                _scaled(option.font, 0.85),
                self.colours.muted,
            )
        painter.restore()

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge = self.colours.focus if focused else self.colours.accent if selected else self.colours.line
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(self.colours.accent_soft if selected else self.colours.surface))
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if selected:
            painter.fillRect(
                frame.left() + 1, frame.top() + 9, 3, frame.height() - 18, QColor(self.colours.accent)
            )

    def _line(self, painter: QPainter, text: str, box: QRect, font: QFont, colour: str) -> int:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        box.setHeight(metrics.lineSpacing())
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()),
        )
        return box.top() + metrics.lineSpacing()

    def _block(
        self,
        painter: QPainter,
        text: str,
        marks: tuple[tuple[int, int], ...],
        box: QRect,
        font: QFont,
        colour: str,
    ) -> int:
        """Paint at most two lines with marked parts; give the y below them."""
        cut = cut_to_lines(text, font, box.width(), lines=LINES)
        layout = QTextLayout(cut, font)
        layout.setFormats(
            [_mark(start, min(end, len(cut)), self.colours) for start, end in marks if start < len(cut)]
        )
        height = lay_out(layout, box.width(), lines=LINES)
        painter.setPen(QColor(colour))
        layout.draw(painter, QPointF(box.topLeft()))
        return box.top() + height


def _mark(start: int, end: int, colours: Colours) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = end - start
    look = QTextCharFormat()
    look.setBackground(QColor(colours.mark))
    look.setForeground(QColor(colours.text))
    made.format = look
    return made


def _scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setBold(bold)
    return made
