"""All procurements: open one, begin one, and what else can be done with one."""

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from procura_desktop.gui.boxes import row
from procura_desktop.gui.card import Card
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CARD_ROLE, CardModel
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.headings import heading
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import date_text
from procura_desktop.workspace.procurements import ProcurementEntry

OPEN, CLOSED, TEMPLATES = "open", "closed", "templates"
WIDEST_LETTERS = 110


class ListPage(QWidget):
    """The list, or, while there is none, how to begin."""

    chosen = Signal(str)  # the id of a procurement to open
    new_wanted = Signal()
    file_wanted = Signal()  # a procurement is to be taken from a file
    copy_wanted = Signal(str)
    template_wanted = Signal(str)  # a template is to be made of this one
    save_wanted = Signal(str)  # this one is to be written to a file
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[ProcurementEntry, ...] = ()
        self._changed: Mapping[str, int] = {}
        self._shown = OPEN
        self._model = CardModel(self)
        self._new = QPushButton()
        self._new.setProperty("role", "primary")
        self._file = QPushButton(self.tr("Open a file…"))
        self._file.setToolTip(self.tr("A procurement from a colleague, in a file that ends in .procurement"))
        self._chips = Chips()
        self.view = CardView(self._model, self.tr("My procurements"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._more = QPushButton(self.tr("More"))
        self._more.setToolTip(self.tr("Copy, template, file, delete: for the procurement that is marked"))
        self._menu = QMenu(self)
        self._actions = self._make_actions()
        self._stack = QStackedWidget()
        self._lay_out()

        self._new.clicked.connect(self.new_wanted)
        self._file.clicked.connect(self.file_wanted)
        self._chips.chosen.connect(self._show_kind)
        self.view.opened.connect(self.chosen)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._more.clicked.connect(self._open_menu_below)

    def _make_actions(self) -> tuple[QAction, ...]:
        wanted = (
            (self.tr("Open"), self.chosen),
            (self.tr("Copy…"), self.copy_wanted),
            (self.tr("Make a template of it…"), self.template_wanted),
            (self.tr("Save as a file for a colleague…"), self.save_wanted),
            (self.tr("Delete"), self.delete_wanted),
        )
        made = []
        for text, signal in wanted:
            action = self._menu.addAction(text)
            action.triggered.connect(lambda _checked, signal=signal: self._emit_for_current(signal.emit))
            made.append(action)
        return tuple(made)

    def _lay_out(self) -> None:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._chips)
        column.addWidget(self.view, 1)
        self._stack.addWidget(listed)
        self._stack.addWidget(_beginning())
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("My procurements"), "h1"), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(row(self._new, self._file, self._more))
        layout.addWidget(self._stack, 1)

    def show_entries(self, entries: tuple[ProcurementEntry, ...]) -> None:
        """Show the list."""
        self._entries = entries
        self._stack.setCurrentIndex(0 if entries else 1)
        self._more.setVisible(bool(entries))
        self._new.setText(
            self.tr("New procurement…") if entries else self.tr("Begin your first procurement…")
        )
        kinds = (
            (OPEN, self.tr("Being worked on"), len(self._of(OPEN))),
            (CLOSED, self.tr("Closed"), len(self._of(CLOSED))),
            (TEMPLATES, self.tr("Templates"), len(self._of(TEMPLATES))),
        )
        chips = [(key, f"{text} {count}") for key, text, count in kinds if count]
        if self._shown not in [key for key, _ in chips]:
            self._shown = chips[0][0] if chips else OPEN
        self._chips.set_chips(chips if len(chips) > 1 else [], self._shown)
        self._fill()

    def set_changed(self, changed: Mapping[str, int]) -> None:
        """Say of which procurements the library has changed how many criteria, by id."""
        if changed != self._changed:
            self._changed = dict(changed)
            self._fill()

    def _of(self, kind: str) -> list[ProcurementEntry]:
        def kind_of(entry: ProcurementEntry) -> str:
            return TEMPLATES if entry.template else CLOSED if entry.status == "closed" else OPEN

        return [entry for entry in self._entries if kind_of(entry) == kind]

    def _show_kind(self, kind: str) -> None:
        self._shown = kind
        self._fill()

    def _fill(self) -> None:
        marked = self._current()
        self._model.set_cards(tuple(self._card(entry) for entry in self._of(self._shown)))
        row = self._model.row_of(marked) if marked else -1
        self.view.select(max(row, 0) if self._model.rowCount() else -1)

    def _card(self, entry: ProcurementEntry) -> Card:
        changed = entry.changed.astimezone()
        today = datetime.now(UTC).astimezone().date()
        when = (
            self.tr("today at {time}").format(time=f"{changed:%H:%M}")
            if changed.date() == today
            else date_text(changed.date().isoformat())
        )
        criteria = self.tr("%n criterion/criteria", "", entry.items)
        text = self.tr("{criteria} · last changed {when}").format(criteria=criteria, when=when)
        if count := self._changed.get(entry.id, 0):
            text += " · " + self.tr("%n criterion/criteria changed in the library", "", count)
        return Card(entry.id, entry.buyer, entry.title or self.tr("Without a title"), text)

    def _current(self) -> str:
        index = self.view.currentIndex()
        return index.data(CARD_ROLE).id if index.isValid() else ""

    def _emit_for_current(self, emit: object) -> None:
        if callable(emit) and (current := self._current()):
            emit(current)

    def _open_menu(self, at: QPoint) -> None:
        index: QModelIndex = self.view.indexAt(at)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self._menu.popup(self.view.viewport().mapToGlobal(at))

    def _open_menu_below(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def areas(self) -> list[QWidget]:
        """Give the parts between which F6 moves."""
        return [self.view if self._entries else self]

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.view.set_colours(colours)


def _beginning() -> QWidget:
    """Say what a procurement is here, before there is one."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 12, 0, 0)
    column.setSpacing(10)
    words = QLabel(
        page.tr(
            "Choose criteria, fill in your figures, and leave with the documents: the specification, the "
            "award criteria with their weights, the contract clauses, the form for the bidders.\n\n"
            "A small purchase takes five minutes. What you type is saved at once, on this computer only."
        )
    )
    words.setWordWrap(True)
    words.setMaximumWidth(words.fontMetrics().averageCharWidth() * WIDEST_LETTERS)
    column.addWidget(words)
    column.addStretch(1)
    return page
