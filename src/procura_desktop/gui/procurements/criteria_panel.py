"""The criteria of a procurement: the list at the left, the one that is marked at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.domain.drafting import moved, with_items, without_item
from procura_desktop.domain.procurement import Item, Procurement, Wording
from procura_desktop.gui.boxes import row
from procura_desktop.gui.procurements.coverage_strip import CoverageStrip
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import Quietly
from procura_desktop.gui.procurements.item_editor import ItemEditor
from procura_desktop.gui.procurements.items_view import ItemCards, ItemsModel, ItemsView
from procura_desktop.gui.procurements.two_panes import TwoPanes
from procura_desktop.gui.procurements.watching import Watching
from procura_desktop.gui.procurements.words import item_title, lot_name
from procura_desktop.gui.theme import Colours
from procura_desktop.workspace.choosing import new_id


class CriteriaPanel(QWidget):
    """Choose, order, adapt."""

    choose_wanted = Signal()  # criteria of the library are to be chosen
    source_wanted = Signal(str)
    confirm_wanted = Signal(str)
    told = Signal(str)  # what a change of the marked criterion took along

    def __init__(self, desk: Desk, watching: Watching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watching = watching
        self._left, self._right = QWidget(), QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(TwoPanes(self._left, self._right, (400, 600), self))
        self._model = ItemsModel(self)
        self._cards = ItemCards()
        self._choose = QPushButton(self.tr("Choose criteria…"))
        self._choose.setProperty("role", "primary")
        self._own = QPushButton(self.tr("Add your own"))
        self._up = _arrow("↑", self.tr("Move the marked criterion up"))
        self._down = _arrow("↓", self.tr("Move the marked criterion down"))
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self.view = ItemsView(self._model, self.tr("Chosen criteria"))
        self.editor = ItemEditor(desk, self._right)
        self._coverage = CoverageStrip()
        self._nothing = QLabel(
            self.tr(
                "Nothing is chosen yet. “Choose criteria…” proposes the three that matter most for your "
                "product group, then the others, each with its reason."
            )
        )
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._right.addWidget(self._nothing)
        self._right.addWidget(self.editor)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(self._up)
        line.addWidget(self._down)
        column.addWidget(row(self._choose, self._own))
        column.addLayout(line)
        column.addWidget(self.view, 1)
        column.addWidget(self._coverage)

    def _connect(self) -> None:
        self._watching.checked.connect(lambda: self._coverage.show_coverage(self._watching.coverage))
        self._choose.clicked.connect(self.choose_wanted)
        self._own.clicked.connect(self._add_own)
        self._up.clicked.connect(lambda: self._move(self.view.current_id(), -1))
        self._down.clicked.connect(lambda: self._move(self.view.current_id(), 1))
        self.view.moved.connect(self._move)
        self.view.removed.connect(self.take_out)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_marked())
        self.editor.source_wanted.connect(self.source_wanted)
        self.editor.confirm_wanted.connect(self.confirm_wanted)
        self.editor.remove_wanted.connect(self.take_out)
        self.editor.told.connect(self.told)

    def _move(self, item_id: str, by: int) -> None:
        if item_id:
            self._desk.apply(self.tr("Move"), lambda one: moved(one, item_id, by))

    def take_out(self, item_id: str) -> None:
        """Take an item out; undo brings it back."""
        one = self._desk.procurement
        if one is None:
            return
        words = self.tr("Take out “{title}”").format(title=item_title(one.item(item_id)))
        at = self._model.row_of(item_id)
        self._desk.apply(words, lambda one: without_item(one, item_id))
        self.view.select(min(at, self._model.rowCount() - 1))

    def _add_own(self) -> None:
        item = Item(id=new_id(), kind="TS", title=self.tr("Own criterion"), wording=Wording())
        if self._desk.apply(self.tr("Add your own"), lambda one: with_items(one, (item,))):
            self.select(item.id)

    def select(self, item_id: str) -> None:
        """Mark an item and show it."""
        self.view.select(self._model.row_of(item_id))

    def show_procurement(self, procurement: Procurement) -> None:
        """Show the chosen criteria; what is marked stays marked."""
        marked = self.view.current_id()
        lots = {
            lot.id: lot.title.strip() or lot_name(number, "")
            for number, lot in enumerate(procurement.lots, start=1)
        }
        cards = self._cards.of(procurement.items, lots, {})
        with Quietly(self.view.selectionModel()):
            self._model.renew_cards(cards)
            at = self._model.row_of(marked) if marked else -1
            self.view.select(at if at >= 0 else 0 if cards else -1)
        self._count.setText(self.tr("%n criterion/criteria chosen", "", len(cards)))
        editable = procurement.head.status == "draft"
        for button in (self._choose, self._own):
            button.setEnabled(editable)
        for arrow in (self._up, self._down):
            arrow.setEnabled(editable and len(cards) > 1)
        self._coverage.show_coverage(self._watching.coverage)
        self._show_marked()

    def _show_marked(self) -> None:
        one, marked = self._desk.procurement, self.view.current_id()
        found = next((item for item in one.items if item.id == marked), None) if one else None
        if one is not None and found is not None:
            self.editor.show_item(one, found)
        self._right.setCurrentIndex(1 if found else 0)

    def areas(self) -> list[QWidget]:
        """Give the parts between which F6 moves."""
        return [self.view, self._right]

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.view.set_colours(colours)
        self._coverage.set_colours(colours)


def _arrow(sign: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
