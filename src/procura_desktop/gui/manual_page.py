"""The manual: its pages as a list, and the chosen one beside it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem, QWidget

from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.manual import Page, manual_titles
from procura_desktop.gui.reader.reader import Reader

LIST_LETTERS = 18
BESIDE_LETTERS = 76  # with less room the list is a box above the text, or tables would not fit


class ManualPage(QWidget):
    """Titles at the left, or, where it is narrow, in a box above; below or beside them the text."""

    page_chosen = Signal(str)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = reader
        self._titles = manual_titles()
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Pages of the manual"))
        for _, title in self._titles:
            self._list.addItem(QListWidgetItem(title))
        self._box = ChoiceBox(self.tr("Pages of the manual"))
        self._box.addItems([title for _, title in self._titles])

        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(16, 6, 12, 12)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._box)
        self._layout.addWidget(self._list)
        self._layout.addWidget(reader, 1)

        self._fit()
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._box.activated.connect(lambda at: self.page_chosen.emit(self._titles[at][0]))

    def _choose(self) -> None:
        self.page_chosen.emit(self._titles[self._list.currentRow()][0])

    def show_page(self, page: Page) -> None:
        """Show a page and mark its title."""
        self.reader.show_html(page.title, page.html)
        at = [name for name, _ in self._titles].index(page.name)
        self._list.setCurrentRow(at)
        self._box.setCurrentIndex(at)

    def _fit(self) -> None:
        """Give the list the width of its longest title, but never half the page; else show the box."""
        beside = self.width() >= BESIDE_LETTERS * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._list.setVisible(beside)
        self._box.setVisible(not beside)
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
        """Give the titles and the text."""
        return [self._box if self._list.isHidden() else self._list, self.reader]
