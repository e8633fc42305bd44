"""The menu behind the button "Bookmark": set it, choose its folder, take it out."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from procura_desktop.gui.reader.keeper import Keeper
from procura_desktop.gui.words import button_text

translate = QCoreApplication.translate


class BookmarkMenu(QObject):
    """Fills the menu of `button` for the record that is shown; `toggle` is its first entry, and a key."""

    told = Signal(str)  # what was done

    def __init__(self, button: QAction, toggle: QAction, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._button = button
        self._toggle = toggle
        self._menu = menu
        self._folders = QActionGroup(self)  # of which one is chosen
        self._keeper: Keeper | None = None
        self._address = self._title = ""
        self._last = ""  # folder that was chosen last

        toggle.triggered.connect(self.turn)
        menu.aboutToShow.connect(self._fill)

    def show_for(self, keeper: Keeper | None, address: str, title: str) -> None:
        """Go on with another record; without a keeper or an address there is no button."""
        self._keeper, self._address, self._title = keeper, address, title
        self._button.setVisible(keeper is not None and bool(address))
        self.refresh()

    def refresh(self) -> None:
        """Say on the button whether there is a bookmark."""
        there = self._folder() is not None
        self._button.setText(translate("Reader", "Bookmarked") if there else translate("Reader", "Bookmark"))
        self._toggle.setText(
            translate("Reader", "Take the bookmark out")
            if there
            else translate("Reader", "Bookmark this text")
        )

    def _folder(self) -> str | None:
        return self._keeper.folder_of(self._address) if self._keeper and self._address else None

    def turn(self) -> None:
        """Set a bookmark in the folder that was chosen last, or take it out."""
        if self._keeper is None or not self._address:
            return
        if self._folder() is None:
            self._put(self._last if self._last in self._keeper.folders() else "")
        else:
            self._keeper.unbookmark(self._address)
            self.refresh()

    def _put(self, folder: str) -> None:
        if self._keeper is None:
            return
        self._keeper.bookmark(self._address, self._title, folder)
        if self._folder() is None:  # it could not be kept, and that was told
            return
        self._last = folder
        self.refresh()
        words = (
            translate("Reader", "Bookmarked in “{folder}”.")
            if folder
            else translate("Reader", "Bookmarked. You find it again with Ctrl+B.")
        )
        self.told.emit(words.format(folder=folder))

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction(self._toggle)
        if self._keeper is None:
            return
        self._menu.addSeparator()
        chosen = self._folder()
        for folder in ("", *self._keeper.folders()):
            words = button_text(folder) or translate("Reader", "In no folder")
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(folder == chosen)
            action.setActionGroup(self._folders)
            action.triggered.connect(partial(self._choose, folder))
        new = self._menu.addAction(translate("Reader", "In a new folder…"))
        new.triggered.connect(self._ask)

    def _choose(self, folder: str, _checked: bool = False) -> None:
        self._put(folder)

    def _ask(self) -> None:
        if self._keeper is not None:
            self._keeper.ask_folder(self._put)
