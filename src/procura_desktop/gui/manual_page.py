"""The manual: its pages as a list, and the chosen one beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from procura_desktop.gui.manual import Page, manual_titles
from procura_desktop.gui.reader.reader import Reader

LIST_LETTERS = 26


class ManualPage(QWidget):
    """Titles at the left, text at the right."""

    page_chosen = Signal(str)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = reader
        self._titles = manual_titles()
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Pages of the manual"))
        self._list.setFixedWidth(LIST_LETTERS * self.fontMetrics().averageCharWidth())
        for _, title in self._titles:
            self._list.addItem(QListWidgetItem(title))

        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self._list)
        layout.addWidget(reader, 1)

        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)

    def _choose(self) -> None:
        self.page_chosen.emit(self._titles[self._list.currentRow()][0])

    def show_page(self, page: Page) -> None:
        """Show a page and mark its title."""
        self.reader.show_html(page.title, page.html)
        self._list.setCurrentRow([name for name, _ in self._titles].index(page.name))
