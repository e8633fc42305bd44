"""The chosen criteria in the order of the documents, to be put in another order by mouse or keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from procura_desktop.domain.procurement import Item
from procura_desktop.domain.wording import filled
from procura_desktop.gui.card import Card
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CARD_ROLE, CardModel
from procura_desktop.gui.procurements.words import item_title, kinds_heading
from procura_desktop.gui.words import level_name

Index = QModelIndex | QPersistentModelIndex
MOST_LETTERS = 220


class ItemsModel(CardModel):
    """Cards of items; one that is dragged tells where it was put."""

    put = Signal(str, int)  # item, and by how many rows it moves

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged = ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cards be dragged, and put between others."""
        flags = super().flags(index)
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Only move."""
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Take note of what is dragged."""
        self._dragged = indexes[0].data(CARD_ROLE).id if indexes else ""
        return super().mimeData(indexes)

    def dropMimeData(
        self, _data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index
    ) -> bool:
        """Tell where it was put; the list is filled anew, so nothing is taken out by the view."""
        at = self.row_of(self._dragged)
        if at >= 0 and row >= 0:
            self.put.emit(self._dragged, row - at if row <= at else row - 1 - at)
        return False


class ItemsView(CardView):
    """The list; Alt+Up and Alt+Down move the marked one."""

    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, model: ItemsModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self.setAccessibleDescription(self.tr("Alt and an arrow key move a criterion; Delete takes it out."))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        model.put.connect(self.moved)

    def current_id(self) -> str:
        """Give the item that is marked; "" is none."""
        index = self.currentIndex()
        return index.data(CARD_ROLE).id if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or take out the marked one."""
        marked = self.current_id()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if marked and steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(marked, steps)
        elif marked and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(marked)
        else:
            super().keyPressEvent(event)


class ItemCards:
    """Makes a card of each item; that of an item that did not change is made once."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Item, str, str, Card]] = {}

    def of(self, items: Sequence[Item], lots: dict[str, str], numbers: dict[str, str]) -> tuple[Card, ...]:
        """Give the cards; `lots` has titles by id, `numbers` those of the documents by item."""
        made: dict[str, tuple[Item, str, str, Card]] = {}
        for item in items:
            number = numbers.get(item.id, "")
            where = ", ".join(lots.get(lot, "") for lot in item.lots)
            old = self._made.get(item.id)
            if old is None or old[0] is not item or old[1:3] != (number, where):
                old = (item, number, where, _card(item, number, where))
            made[item.id] = old
        self._made = made
        return tuple(card for _, _, _, card in made.values())


def _card(item: Item, number: str, where: str) -> Card:
    words = (number or kinds_heading(item.kind), level_name(item.level) if item.level else "")
    text = " ".join(filled(item.wording.requirement, item).split())[:MOST_LETTERS]
    return Card(item.id, " · ".join(filter(None, words)), item_title(item), text, where, lines=2)
