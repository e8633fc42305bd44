"""The headings of a text as a tree of real items: to read, to go through by keyboard, to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from procura_desktop.gui.reader.headings import OUTLINE_LEVELS, Heading
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import tip

NUMBER = Qt.ItemDataRole.UserRole


class Outline(QTreeView):
    """Headings of level 2 with those of level 3 beneath; Enter or a click chooses one."""

    heading_chosen = Signal(int)  # its number, from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QStandardItem] = []
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(14)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("On this page"))
        self.setTabKeyNavigation(False)

        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def set_colours(self, colours: Colours) -> None:
        """Lie quietly on the ground of the reader."""
        self.setStyleSheet(
            f"QTreeView {{ background: {colours.surface}; }}"
            "QTreeView::branch { background: transparent; image: none; border-image: none; }"
            f"QTreeView::item {{ padding: 5px 6px; border-radius: 5px; color: {colours.muted}; }}"
            f"QTreeView::item:hover {{ color: {colours.text}; background: {colours.accent_soft}; }}"
            f"QTreeView::item:selected {{ background: {colours.accent_soft}; color: {colours.accent}; }}"
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the lines again: before it is shown a widget does not know its style."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def set_headings(self, headings: Sequence[Heading]) -> None:
        """Show other headings."""
        self._model.clear()
        self._items = []
        above: QStandardItem | None = None
        for heading in headings:
            item = QStandardItem(heading.title)
            item.setData(len(self._items), NUMBER)
            item.setToolTip(tip(heading.title))
            if heading.level == OUTLINE_LEVELS[0] or above is None:
                self._model.appendRow(item)
                above = item
            else:
                above.appendRow(item)
            self._items.append(item)
        self.expandAll()

    def follow(self, number: int) -> None:
        """Mark the heading under which one reads; -1: what stands before the first."""
        if self.hasFocus():
            return
        self.setCurrentIndex(self._items[number].index() if number >= 0 else QModelIndex())

    def _choose(self, index: QModelIndex) -> None:
        self.heading_chosen.emit(index.data(NUMBER))
