"""A list in the middle and the reader at the right; the list folds away where there is no room for both."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.focus import focus_inside, has_focus_inside
from procura_desktop.gui.placard import Notice, Placard
from procura_desktop.gui.reader.reader import Reader

LIST_LETTERS = 44
READER_LETTERS = 52


class BrowsePage(QWidget):
    """Shows one of several lists, and what was chosen from it."""

    list_wanted = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._reading = False
        self._lists = QStackedWidget()
        self._empty = Placard()
        self._right = QStackedWidget()
        self._right.addWidget(self._empty)
        self._right.addWidget(reader)
        self._unfold = QPushButton(self.tr("‹ Back to the list"))
        self._unfold.setProperty("role", "link")
        self._unfold.hide()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(10)
        self._splitter.addWidget(self._lists)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)

        column = QVBoxLayout(self)
        column.setContentsMargins(16, 2, 12, 12)
        column.setSpacing(4)
        column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(self._splitter)
        column.addLayout(row, 1)

        self._unfold.clicked.connect(self.show_empty)
        self._unfold.clicked.connect(self.list_wanted)

    def add_list(self, page: QWidget) -> None:
        """Take one more list."""
        self._lists.addWidget(page)

    def show_list(self, page: QWidget) -> None:
        """Bring one of the lists to the front."""
        self._lists.setCurrentWidget(page)

    @property
    def current_list(self) -> QWidget | None:
        """The list in front."""
        return self._lists.currentWidget()

    def show_reader(self) -> None:
        """Show the reader beside the list, or in its place."""
        self._reading = True
        self._right.setCurrentWidget(self._reader)
        self._fold()

    def show_placard(self, notice: Notice) -> None:
        """Show the list with nothing chosen, and beside it what the list is."""
        self._empty.set_notice(notice)
        self.show_empty()

    def show_empty(self) -> None:
        """Show the list with nothing chosen."""
        left = has_focus_inside(self._reader)
        self._reading = False
        self._right.setCurrentWidget(self._empty)
        self._fold()
        if left:
            focus_inside(self._lists)

    def resizeEvent(self, event: object) -> None:
        """Fold or unfold the list."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt hands over its own event
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Share out the width anew when the text grows or shrinks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def areas(self) -> list[QWidget]:
        """Give list and reader, as far as they are shown."""
        return [area for area in (self._lists, self._reader) if area.isVisible()]

    def _fold(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        list_width, reader_width = LIST_LETTERS * letter, READER_LETTERS * letter
        narrow = self.width() < list_width + reader_width
        folding = narrow and self._reading and has_focus_inside(self._lists)
        self._right.setVisible(self._reading or not narrow)
        if folding:
            self._reader.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lists.setVisible(not (narrow and self._reading))
        self._unfold.setVisible(narrow and self._reading)
        if not narrow:
            wide = min(int(self.width() * 0.36), int(list_width * 1.25))
            self._lists.setMinimumWidth(min(list_width, wide))
            self._lists.setMaximumWidth(max(wide, list_width))
        else:
            self._lists.setMinimumWidth(0)
            self._lists.setMaximumWidth(16777215)
