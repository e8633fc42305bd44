"""The page "Bookmarks and notes": a field that looks in notes, chips for notes and folders, the list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.boxes import row, words
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CARD_ROLE, CardModel
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.headings import heading
from procura_desktop.gui.notes.kept_cards import bookmark_card, note_card, parts_of
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import button_text
from procura_desktop.workspace.bookmarks import Bookmark, in_folder
from procura_desktop.workspace.notes import Note, matching

NOTES, BOOKMARKS, FOLDER = "notes", "bookmarks", "folder:"
WIDEST_LETTERS = 90
SIDE_BY_SIDE_LETTERS = 70


class NotesPage(QWidget):
    """Shows what was kept; what is done with it leaves as signals."""

    bookmark_chosen = Signal(str)  # an address
    bookmark_moved = Signal(str, str)  # address, folder
    bookmark_stepped = Signal(str, int)  # address, by how many places
    bookmark_to_name = Signal(str)
    bookmark_to_delete = Signal(str)
    note_chosen = Signal(str)  # a note's id
    note_to_delete = Signal(str)
    folder_wanted = Signal()  # a new one
    folder_to_name = Signal(str)
    folder_to_delete = Signal(str)
    save_wanted = Signal()

    def __init__(self, origins: Callable[[], Origins], parent: QWidget | None = None) -> None:
        """Show bookmarks and notes; `origins` gives whose the records of the libraries are that are here."""
        super().__init__(parent)
        self._origins = origins
        self._bookmarks: tuple[Bookmark, ...] = ()
        self._folders: tuple[str, ...] = ()
        self._notes: tuple[Note, ...] = ()
        self._chip = ""
        self._model = CardModel(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search in your notes"))
        self.field.setAccessibleName(self.tr("Search in your notes"))
        self.field.setClearButtonEnabled(True)
        self._save = QPushButton(self.tr("Save as a file…"))
        self._save.setToolTip(self.tr("All bookmarks and notes with their sources, as Markdown"))
        self._new = QPushButton(self.tr("New folder…"))
        self._more = QPushButton(self.tr("More"))
        self._more.setToolTip(self.tr("Move, rename, delete: for the entry that is marked, and its folder"))
        self.chips = Chips()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.view = CardView(self._model, self.tr("Bookmarks and notes"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.menu = QMenu(self)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack = QStackedWidget()
        self._make_actions()
        self._lay_out()

        self.field.textChanged.connect(self._search)
        self._save.clicked.connect(self.save_wanted)
        self._new.clicked.connect(self.folder_wanted)
        self._more.clicked.connect(self._open_menu_below)
        self.chips.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.view.left.connect(self.field.setFocus)
        self.view.customContextMenuRequested.connect(self._open_menu)

    def _make_actions(self) -> None:
        self._open_it = self._action(self.tr("Open"), "", lambda: self._open(self._current()))
        self._rename = self._action(
            self.tr("Rename…"), "F2", lambda: self._of_bookmark(self.bookmark_to_name.emit)
        )
        self._up = self._action(self.tr("Move up"), "Alt+Up", lambda: self._step(-1))
        self._down = self._action(self.tr("Move down"), "Alt+Down", lambda: self._step(1))
        self._delete = self._action(self.tr("Delete"), "Del", self._delete_current)

    def _action(self, text: str, key: str, run: object) -> QAction:
        action = QAction(text, self.view)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: run() if callable(run) else None)
        self.view.addAction(action)
        return action

    def _lay_out(self) -> None:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._top.setSpacing(8)
        self._top.addWidget(self.field, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._new, self._save, self._more):
            buttons.addWidget(button)
        self._top.addLayout(buttons)
        column.addLayout(self._top)
        column.addWidget(self.chips)
        column.addWidget(self.count)
        column.addWidget(self.view, 1)
        self._stack.addWidget(listed)
        self._stack.addWidget(self._beginning())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Bookmarks and notes"), "h1"))
        layout.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the field where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < SIDE_BY_SIDE_LETTERS * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _beginning(self) -> QWidget:
        """Say how to begin, before there is anything."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        about = words(
            self.tr(
                "Nothing is kept yet.\n\n"
                "While you read a text, press Ctrl+D for a bookmark. Select a passage and press Ctrl+Shift+H "
                "to highlight it, or Ctrl+Shift+N to write a note on it; without a passage the note is on "
                "the whole text.\n\n"
                "All of it is on this computer only, in your workspace."
            )
        )
        about.setMaximumWidth(about.fontMetrics().averageCharWidth() * WIDEST_LETTERS)
        column.addWidget(about)
        folder = QPushButton(self.tr("New folder…"))
        folder.clicked.connect(self.folder_wanted)
        column.addWidget(row(folder))
        column.addStretch(1)
        return page

    # Showing.

    def show_kept(
        self, bookmarks: tuple[Bookmark, ...], folders: tuple[str, ...], notes: tuple[Note, ...]
    ) -> None:
        """Show what there is now."""
        self._bookmarks, self._folders, self._notes = bookmarks, folders, notes
        self._stack.setCurrentIndex(0 if bookmarks or folders or notes else 1)
        chips = [
            (BOOKMARKS, self.tr("Bookmarks {count}").format(count=len(bookmarks))),
            (NOTES, self.tr("Notes {count}").format(count=len(notes))),
        ]
        chips += [(f"{FOLDER}{name}", f"{name} {len(in_folder(bookmarks, name))}") for name in folders]
        if self._chip not in dict(chips):
            self._chip = BOOKMARKS if bookmarks or not notes else NOTES
        self.chips.set_chips(chips, self._chip)
        self._fill()

    def show_folder(self, name: str) -> None:
        """Show a folder as soon as it is there."""
        self._chip = f"{FOLDER}{name}"

    def search(self, typed: str) -> None:
        """Look for words in the notes."""
        self.field.setText(typed)

    def _search(self) -> None:
        self._choose(NOTES)

    def _choose(self, chip: str) -> None:
        self._chip = chip
        self.show_kept(self._bookmarks, self._folders, self._notes)

    def _fill(self) -> None:
        marked, before = self._current(), self.view.currentIndex().row()
        origins = self._origins()
        if self._chip == NOTES:
            cards = [note_card(note, origins) for note in matching(self._notes, self.field.text())]
        else:
            name = self._chip.removeprefix(FOLDER)
            shown = self._bookmarks if self._chip == BOOKMARKS else in_folder(self._bookmarks, name)
            cards = [bookmark_card(one, origins) for one in shown]
        self._model.set_cards(cards)
        self.count.setText(
            self.tr("%n note(s)", "", len(cards))
            if self._chip == NOTES
            else self.tr("%n bookmark(s)", "", len(cards))
        )
        found = self._model.row_of(marked) if marked else -1
        self.view.select(found if found >= 0 else min(max(before, 0), len(cards) - 1))

    # What is done with one.

    def _current(self) -> str:
        index = self.view.currentIndex()
        return index.data(CARD_ROLE).id if index.isValid() else ""

    def _open(self, card_id: str) -> None:
        kind, name = parts_of(card_id)
        if kind == "note":
            self.note_chosen.emit(name)
        elif name:
            self.bookmark_chosen.emit(name)

    def _of_bookmark(self, emit: object) -> None:
        kind, name = parts_of(self._current())
        if kind == "bookmark" and callable(emit):
            emit(name)

    def _step(self, by: int) -> None:
        self._of_bookmark(lambda address: self.bookmark_stepped.emit(address, by))

    def _delete_current(self) -> None:
        kind, name = parts_of(self._current())
        if kind == "note":
            self.note_to_delete.emit(name)
        elif name:
            self.bookmark_to_delete.emit(name)

    def fill_menu(self) -> None:
        """Put into the menu what can be done with the marked entry, and with the folder that is shown."""
        self.menu.clear()
        kind, name = parts_of(self._current())
        if kind:
            self.menu.addAction(self._open_it)
        if kind == "bookmark":
            self._add_moves(name)
            for action in (self._rename, self._up, self._down):
                self.menu.addAction(action)
        if kind:
            self.menu.addAction(self._delete)
        if self._chip.startswith(FOLDER):
            folder = self._chip.removeprefix(FOLDER)
            self.menu.addSeparator()
            self.menu.addAction(self.tr("Rename this folder…")).triggered.connect(
                lambda: self.folder_to_name.emit(folder)
            )
            self.menu.addAction(self.tr("Delete this folder")).triggered.connect(
                lambda: self.folder_to_delete.emit(folder)
            )
        if self.menu.isEmpty():
            self.menu.addAction(self.tr("Mark an entry of the list first")).setEnabled(False)

    def _add_moves(self, address: str) -> None:
        one = next(one for one in self._bookmarks if one.address == address)
        submenu = self.menu.addMenu(self.tr("Move to"))
        for folder in ("", *self._folders):
            action = submenu.addAction(button_text(folder) or self.tr("No folder"))
            action.setEnabled(folder != one.folder)
            action.triggered.connect(partial(self._move, address, folder))

    def _move(self, address: str, folder: str, _checked: bool = False) -> None:
        self.bookmark_moved.emit(address, folder)

    def _open_menu(self, at: QPoint) -> None:
        if self.view.indexAt(at).isValid():
            self.view.setCurrentIndex(self.view.indexAt(at))
            self.fill_menu()
            self.menu.popup(self.view.viewport().mapToGlobal(at))

    def _open_menu_below(self) -> None:
        self.fill_menu()
        self.menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.view.set_colours(colours)
