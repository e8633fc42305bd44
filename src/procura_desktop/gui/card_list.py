"""A titled list of cards, with a row of chips above it where there is something to choose."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from procura_desktop.gui.card import Card
from procura_desktop.gui.cards import CARD_ROLE, CardDelegate, CardModel
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.headings import heading
from procura_desktop.gui.origin_line import OriginLine
from procura_desktop.gui.theme import LIGHT, Colours

LAID_OUT_AT_ONCE = 12  # more than a screen shows


class CardView(QListView):
    """The list itself: Enter or a click opens, the cards fit the width."""

    opened = Signal(str)  # a record's id
    left = Signal()  # Escape was pressed: the person wants to go back to typing

    def __init__(self, model: CardModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = CardDelegate(LIGHT, self)
        self._needed = 0  # the row down to which cards are laid out at once
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(LAID_OUT_AT_ONCE)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        card: Card = index.data(CARD_ROLE)
        self.opened.emit(card.id)

    def set_colours(self, colours: Colours) -> None:
        """Paint the cards in other colours."""
        self._delegate.colours = colours
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the cards anew when the text grows or shrinks."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the cards anew in another width; Qt does so where the height changes, only."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Lay out anew: the card at the top stays there, and the current one in sight if it was.

        What stands above them has to be laid out at once for that.
        """
        top, current = self.indexAt(QPoint(self.viewport().width() // 2, 0)), self.currentIndex()
        y = self.visualRect(top).y()
        in_sight = self.visualRect(current).intersects(self.viewport().rect())
        self.setBatchSize(max(top.row(), current.row() if in_sight else 0, self._needed) + LAID_OUT_AT_ONCE)
        super().doItemsLayout()
        if top.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(top).y() - y)
        if in_sight:
            self.scrollTo(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def select(self, row: int) -> None:
        """Mark a row without opening it, and bring it in sight; -1 marks none."""
        if row < 0:
            self.clearSelection()
            return
        index = self.model().index(row, 0)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            if not self.visualRect(index).isValid():  # it would be laid out later only
                self._lay_out_to(row)
            self.scrollTo(index)

    def _lay_out_to(self, row: int) -> None:
        """Lay out at once what stands down to a row; Qt takes no new batch while it is laying out others."""
        self._needed = row
        self.doItemsLayout()
        self._needed = 0
        if not self.visualRect(self.model().index(row, 0)).isValid():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)


class CardList(QWidget):
    """Title, chips or a box to choose from, list."""

    record_chosen = Signal(str)
    chip_chosen = Signal(str)  # the key of a chip, or of an entry of the box

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CardModel(self)
        self._title = heading(title, "h2")
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._chips = Chips()
        self._box = ChoiceBox(self.tr("Product group"))
        self._box.hide()
        self.view = CardView(self._model, title)
        self._origin = OriginLine()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._chips)
        layout.addWidget(self._box)
        layout.addWidget(self._count)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._origin)

        self.view.opened.connect(self.record_chosen)
        self._chips.chosen.connect(self.chip_chosen)
        self._box.activated.connect(lambda: self.chip_chosen.emit(self._box.currentData()))

    def set_title(self, title: str) -> None:
        """Name the list."""
        self._title.setText(title)
        self.view.setAccessibleName(title)

    def set_chips(self, chips: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show chips (key, text), one of them chosen."""
        self._chips.set_chips(chips, chosen)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show a box with entries (key, text), the first of them chosen."""
        self._box.clear()
        for key, text in choices:
            self._box.addItem(text, key)
        self._box.setVisible(len(choices) > 1)

    def set_cards(self, cards: tuple[Card, ...]) -> None:
        """Show other cards."""
        self._model.set_cards(cards)
        self._count.setText(self.tr("%n record(s)", "", len(cards)))

    def set_origin(self, line: str, *, short: str = "") -> None:
        """Say below the list whose all of its records are; "" says nothing: each card says it."""
        self._origin.say(line, short=short)

    def set_unread(self, unread: frozenset[str], mark: str) -> None:
        """Put a mark on the cards of these records."""
        self._model.set_unread(unread, mark)

    def select(self, record_id: str) -> None:
        """Mark the card of a record, if it is here."""
        self.view.select(self._model.row_of(record_id))

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.view.set_colours(colours)
