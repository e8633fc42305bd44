"""What can be done with a text, as actions: words for buttons and menus, keys for hands."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

translate = QCoreApplication.translate


class ReaderActions(QObject):
    """The actions of one reader, in the order of their importance.

    The window binds the keys of the reader that is seen, wherever the keyboard is. Where the keyboard is in
    the reader itself, the reader answers before the window does. So no key is bound twice, however many
    readers a window holds.
    """

    def __init__(self, contents_menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys: list[tuple[QKeySequence, QAction]] = []
        self.choose = QAction(translate("Reader", "Add to a procurement…"), self)
        self.choose.setVisible(False)
        self.contents = QAction(translate("Reader", "On this page"), self)
        self.contents.setMenu(contents_menu)
        self.bookmark_menu = QMenu(parent)
        self.bookmark = QAction(translate("Reader", "Bookmark"), self)
        self.bookmark.setMenu(self.bookmark_menu)
        self.turn_bookmark = self._keyed(translate("Reader", "Bookmark this text"), "Ctrl+D")
        self.note = self._keyed(translate("Reader", "Note"), "Ctrl+Shift+N")
        self.highlight = self._keyed(translate("Reader", "Highlight"), "Ctrl+Shift+H")
        self.caret = self._keyed(translate("Reader", "Select with the keyboard"), "F7")
        self.notes_menu = QMenu(parent)
        self.notes = QAction(translate("Reader", "Notes"), self)
        self.notes.setMenu(self.notes_menu)
        for action in (self.bookmark, self.note, self.highlight, self.notes):
            action.setVisible(False)
        self.find = self._keyed(translate("Reader", "Find"), "Ctrl+F")
        self.find_next = self._keyed(translate("Reader", "Find next"), "F3")
        self.find_previous = self._keyed(translate("Reader", "Find previous"), "Shift+F3")
        self.copy_with_source = self._keyed(translate("Reader", "Copy with source"), "Ctrl+Shift+C")
        self.copy_address = QAction(translate("Reader", "Copy address"), self)
        self.print = self._keyed(translate("Reader", "Print"), "Ctrl+P")
        self.save_pdf = QAction(translate("Reader", "Save as PDF"), self)

    def _keyed(self, words: str, keys: str) -> QAction:
        action = QAction(words, self)
        sequence = QKeySequence(keys)
        action.setToolTip(f"{words} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
        self._keys.append((sequence, action))
        return action

    def meant_by(self, event: QKeyEvent) -> QAction | None:
        """Give the action of a key."""
        pressed = QKeySequence(event.keyCombination())
        return next((action for keys, action in self._keys if keys == pressed), None)

    @property
    def in_row(self) -> tuple[QAction, ...]:
        """Those that are buttons."""
        return (
            self.choose, self.contents, self.notes, self.bookmark, self.note, self.highlight, self.find,
            self.copy_with_source, self.copy_address, self.print, self.save_pdf,
        )  # fmt: skip
