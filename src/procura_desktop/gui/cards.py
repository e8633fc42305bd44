"""Lists of records as cards: the model, and the delegate that paints them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

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
from procura_desktop.gui.text_lines import fitted, height_of
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import tip

Index = QModelIndex | QPersistentModelIndex
LINES = 2
MOST_HEIGHTS = 2_000
CARD_ROLE = Qt.ItemDataRole.UserRole
# Factor of the size of the text, and whether bold: kicker, title, text, detail.
_SIZES = ((0.8, True), (1.05, True), (0.92, False), (0.85, False))
SIZE_ROLE = Qt.ItemDataRole.UserRole + 1  # the card as far as its height goes


class CardModel(QAbstractListModel):
    """Cards in their order; a card that costs something to fill is filled when it is first looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._fill: Callable[[Card], Card] | None = None
        self._filled: set[int] = set()
        self._unread: frozenset[str] = frozenset()
        self._mark = ""

    def set_unread(self, unread: frozenset[str], mark: str) -> None:
        """Put a mark before the kicker of these records."""
        if (unread, mark) == (self._unread, self._mark):
            return
        self.layoutAboutToBeChanged.emit()
        self._unread, self._mark = unread, mark
        self.layoutChanged.emit()

    def _marked(self, card: Card) -> Card:
        if card.id not in self._unread:
            return card
        return replace(card, kicker=f"{self._mark} · {card.kicker}" if card.kicker else self._mark)

    def set_cards(self, cards: Sequence[Card], fill: Callable[[Card], Card] | None = None) -> None:
        """Show other cards; `fill` completes one without changing its height."""
        self.beginResetModel()
        self._cards, self._fill, self._filled = list(cards), fill, set()
        self.endResetModel()

    def renew_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; of the same records as before, only those that differ are painted."""
        if [card.id for card in cards] != [card.id for card in self._cards]:
            self.set_cards(cards)
            return
        for row, card in enumerate(cards):
            if card != self._cards[row]:
                self._cards[row] = card
                self.dataChanged.emit(self.index(row), self.index(row))

    def _full_card(self, row: int) -> Card:
        if self._fill is not None and row not in self._filled:
            self._filled.add(row)
            self._cards[row] = self._fill(self._cards[row])
        return self._cards[row]

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
        if role == SIZE_ROLE:
            return self._marked(self._cards[index.row()])
        if role == CARD_ROLE:
            return self._marked(self._full_card(index.row()))
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cards[index.row()].title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            card = self._marked(self._full_card(index.row()))
            parts = (card.title, card.kicker, card.detail, card.text, card.whose)
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._cards[index.row()].origin or None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._cards[index.row()].origin) or None
        return None


class CardDelegate(QStyledItemDelegate):
    """Paints a card: kicker, title, up to two lines of text, quiet last lines."""

    MARGIN = 12
    GAP = 8

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self._fonts: _Fonts | None = None
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give room to the lines this card has."""
        card: Card = index.data(SIZE_ROLE)
        width = self._width(option)
        fonts = self._fonts_of(option.font)
        quiet = bool(card.detail) + bool(card.whose)
        key = (width, card.title, card.lines or card.text, bool(card.kicker), quiet)
        height = self._heights.get(key)
        if height is None:  # lists of one search after the other have many cards in common
            height = self._heights[key] = self._height(card, fonts, width)
        return QSize(100, height)

    def _height(self, card: Card, fonts: "_Fonts", width: int) -> int:
        title, spacing = fonts.title_metrics, fonts.title_metrics.lineSpacing()
        # Most titles need one line, which their width tells at once; only of the others lines are laid out.
        needs_one = title.horizontalAdvance(card.title) <= width
        height = spacing if needs_one else height_of(card.title, fonts.title, width, lines=LINES)
        if card.lines:
            height += card.lines * fonts.text_metrics.lineSpacing()
        elif card.text:
            height += height_of(card.text, fonts.text, width, lines=LINES)
        if card.kicker:
            height += fonts.kicker_metrics.lineSpacing()
        quiet = bool(card.detail) + bool(card.whose)
        height += quiet * fonts.detail_metrics.lineSpacing()
        return height + 2 * self.MARGIN + self.GAP - 4

    def _fonts_of(self, font: QFont) -> "_Fonts":
        """Give the fonts of a card, made once for each size of text."""
        if self._fonts is None or self._fonts.key != font.key():
            self._fonts = _Fonts.of(font)
            self._heights.clear()
        if len(self._heights) > MOST_HEIGHTS:
            self._heights.clear()
        return self._fonts

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        inside = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        outer = option.rect.width() if option.rect.width() > 0 else inside
        return max(80, outer - 2 * self.MARGIN - 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the frame, then line by line."""
        card: Card = index.data(CARD_ROLE)
        fonts = self._fonts_of(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = option.rect.adjusted(3, 2, -5, -(self.GAP - 2))
        self._paint_frame(painter, option, frame)
        inner = frame.adjusted(self.MARGIN, self.MARGIN - 2, -self.MARGIN, -self.MARGIN + 2)
        y = inner.top()
        if card.kicker:
            y = self._line(
                painter,
                card.kicker.upper(),
                QRect(inner.left(), y, inner.width(), 0),
                fonts.kicker,
                self.colours.accent,
            )
        one_line = fonts.title_metrics.horizontalAdvance(card.title) <= inner.width()
        y = (self._line if one_line else self._block)(
            painter, card.title, QRect(inner.left(), y, inner.width(), 0), fonts.title, self.colours.text
        )
        if card.text:
            y = self._block(
                painter,
                card.text,
                QRect(inner.left(), y, inner.width(), 0),
                fonts.text,
                self.colours.muted,
                card.marks,
                lines=card.lines or LINES,
            )
        for quiet in filter(None, (card.detail, card.whose)):
            box = QRect(inner.left(), y, inner.width(), 0)
            y = self._line(painter, quiet, box, fonts.detail, self.colours.muted)
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
        box: QRect,
        font: QFont,
        colour: str,
        marks: tuple[tuple[int, int], ...] = (),
        *,
        lines: int = LINES,
    ) -> int:
        """Paint at most so many lines with marked parts; give the y below them."""
        layout, height = fitted(text, font, box.width(), lines=lines)
        length = len(layout.text())
        marked = [_mark(start, min(end, length), self.colours) for start, end in marks if start < length]
        painter.setPen(QColor(colour))
        layout.draw(painter, QPointF(box.topLeft()), marked)
        return box.top() + height


@dataclass(frozen=True, slots=True)
class _Fonts:
    """The fonts of the lines of a card, with their measures."""

    key: str
    kicker: QFont
    title: QFont
    text: QFont
    detail: QFont
    kicker_metrics: QFontMetrics
    title_metrics: QFontMetrics
    text_metrics: QFontMetrics
    detail_metrics: QFontMetrics

    @classmethod
    def of(cls, font: QFont) -> "_Fonts":
        kicker, title, text, detail = (_scaled(font, factor, bold=bold) for factor, bold in _SIZES)
        return cls(
            font.key(),
            *(kicker, title, text, detail),
            *(QFontMetrics(kicker), QFontMetrics(title), QFontMetrics(text), QFontMetrics(detail)),
        )


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
