"""What can be done with a text, as actions: words for buttons and menus, keys for hands."""

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

translate = QCoreApplication.translate


class ReaderActions(QObject):
    """The actions of one reader, in the order of their importance."""

    def __init__(self, contents_menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self.contents = QAction(translate("Reader", "On this page"), self)
        self.contents.setMenu(contents_menu)
        self.find = QAction(translate("Reader", "Find"), self)
        self.find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        self.find_next = QAction(translate("Reader", "Find next"), self)
        self.find_next.setShortcut(QKeySequence("F3"))
        self.find_previous = QAction(translate("Reader", "Find previous"), self)
        self.find_previous.setShortcut(QKeySequence("Shift+F3"))
        self.copy_with_source = QAction(translate("Reader", "Copy with source"), self)
        self.copy_address = QAction(translate("Reader", "Copy address"), self)
        self.print = QAction(translate("Reader", "Print"), self)
        self.save_pdf = QAction(translate("Reader", "Save as PDF"), self)
        for action in self.keyed:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def keyed(self) -> tuple[QAction, ...]:
        """Those that have keys: the reader adds them to itself."""
        return (self.find, self.find_next, self.find_previous)

    @property
    def in_row(self) -> tuple[QAction, ...]:
        """Those that are buttons."""
        return (
            self.contents, self.find, self.copy_with_source, self.copy_address, self.print, self.save_pdf,
        )  # fmt: skip
