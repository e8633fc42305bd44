"""The view of the criteria table: shares out its width, paints a few calm lines a cell."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from procura_desktop.gui.criteria_model import ID_ROLE, TITLE_COLUMN, CriteriaModel
from procura_desktop.gui.text_lines import fitted, height_of
from procura_desktop.gui.theme import Colours

Index = QModelIndex | QPersistentModelIndex
LINES = 6
PADDING = 8
CODE_LETTERS, SURE_LETTERS, LEAST_LETTERS = 8, 13, 18


class CellDelegate(QStyledItemDelegate):
    """Paints a cell; a row ends in a thin rule, a heading of a part is bold."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give room to at most `LINES` lines."""
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        if not index.data(ID_ROLE):
            return QSize(width, option.fontMetrics.lineSpacing() + 2 * PADDING + 4)
        inner, font = width - 2 * PADDING, self._font(option, index)
        text, rest = _parts(index)
        height = height_of(text, font, inner, lines=LINES)
        height += height_of(rest, option.font, inner, lines=LINES) if rest else 0
        return QSize(width, height + 2 * PADDING)

    def _font(self, option: QStyleOptionViewItem, index: Index) -> QFont:
        font = QFont(option.font)
        font.setBold(not index.data(ID_ROLE) or index.column() == TITLE_COLUMN)
        return font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, text and rule."""
        painter.save()
        box = option.rect
        heading = not index.data(ID_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        back = (
            self.colours.window if heading else self.colours.accent_soft if selected else self.colours.surface
        )
        painter.fillRect(box, QColor(back))
        painter.setPen(QColor(self.colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_text(painter, option, index)
        self._paint_current(painter, option, index)
        painter.restore()

    def _paint_current(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Frame the current row while the table has the keyboard, and mark its left edge."""
        view = self.parent()
        if not isinstance(view, QTableView) or view.currentIndex().row() != index.row():
            return
        box = option.rect
        if index.column() == 0:
            painter.fillRect(box.left(), box.top(), 4, box.height(), QColor(self.colours.accent))
        if view.hasFocus():
            colour = QColor(self.colours.focus)
            painter.fillRect(box.left(), box.top(), box.width(), 2, colour)
            painter.fillRect(box.left(), box.bottom() - 1, box.width(), 2, colour)

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        inner = option.rect.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        font = self._font(option, index)
        title, rest = _parts(index)
        y = self._paint_block(painter, title, font=font, at=QPointF(inner.topLeft()), width=inner.width())
        if rest:
            self._paint_block(
                painter, rest, font=option.font, at=QPointF(inner.left(), y), width=inner.width(), quiet=True
            )

    def _paint_block(
        self, painter: QPainter, text: str, *, font: QFont, at: QPointF, width: int, quiet: bool = False
    ) -> float:
        layout, height = fitted(text, font, width, lines=LINES)
        painter.setPen(QColor(self.colours.muted if quiet else self.colours.text))
        layout.draw(painter, at)
        return at.y() + height


def _parts(index: Index) -> tuple[str, str]:
    """Give the text of a cell and, of a title, what stands below it in quiet letters."""
    if index.column() != TITLE_COLUMN:
        return index.data(), ""
    title, _, rest = str(index.data()).partition("\n")
    return title, rest


class CriteriaView(QTableView):
    """A table without a grid; the level columns share what the short columns leave."""

    def __init__(self, model: CriteriaModel, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = CellDelegate(colours, self)
        self._fitted: tuple[int, str] | None = None
        self.setItemDelegate(self._delegate)
        self._criteria = model
        self.setModel(model)
        model.modelReset.connect(self._forget_fit)
        self.setAccessibleName(self.tr("Criteria"))
        self.setAccessibleDescription(self.tr("A row a criterion; Enter opens it."))
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(0)  # a set whose codes nobody has read has no column for them
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._delegate.colours = colours
        self.viewport().update()

    def fit(self) -> None:
        """Share out the width among the columns, then give each row its height."""
        last = self.horizontalHeader().count() - 1
        wanted = (self.viewport().width(), self.font().key())
        if last < TITLE_COLUMN or wanted == self._fitted:
            return
        self._fitted = wanted
        letter = self.fontMetrics().averageCharWidth()
        code = CODE_LETTERS * letter if self._criteria.has_codes() else 0
        sure = SURE_LETTERS * letter
        share = max(LEAST_LETTERS * letter, (self.viewport().width() - code - sure) // (last - 1))
        self.setColumnWidth(0, code)
        self.setColumnWidth(last, sure)
        for column in range(TITLE_COLUMN, last):
            self.setColumnWidth(column, share)
        self.resizeRowsToContents()

    def _forget_fit(self) -> None:
        self._fitted = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width anew."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text grows or shrinks."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Paint the whole rows anew."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first criterion."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() or not self.currentIndex().data(ID_ROLE):
            self._go_to_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame of the current row away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _go_to_first(self) -> None:
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 0)
            if index.data(ID_ROLE):
                self.setCurrentIndex(index)
                return
