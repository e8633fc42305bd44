"""The manual: its pages as a list, and the chosen one beside it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from procura_desktop.gui.manual import Page, manual_titles
from procura_desktop.gui.reader.reader import Reader

LIST_LETTERS = 18


class ManualPage(QWidget):
    """Titles at the left, text at the right."""

    page_chosen = Signal(str)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = reader
        self._titles = manual_titles()
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Pages of the manual"))
        for _, title in self._titles:
            self._list.addItem(QListWidgetItem(title))

        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self._list)
        layout.addWidget(reader, 1)

        self._fit()
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)

    def _choose(self) -> None:
        self.page_chosen.emit(self._titles[self._list.currentRow()][0])

    def show_page(self, page: Page) -> None:
        """Show a page and mark its title."""
        self.reader.show_html(page.title, page.html)
        self._list.setCurrentRow([name for name, _ in self._titles].index(page.name))

    def _fit(self) -> None:
        """Give the list the width of its longest title, but never half the page."""
        letters = LIST_LETTERS * self.fontMetrics().averageCharWidth()
        longest = self._list.sizeHintForColumn(0) + 4 * self.fontMetrics().averageCharWidth()
        self._list.setFixedWidth(min(max(letters, longest), max(120, self.width() * 2 // 5)))
        self._list.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text grows or shrinks."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def areas(self) -> list[QWidget]:
        """Give the list and the text."""
        return [self._list, self.reader]
