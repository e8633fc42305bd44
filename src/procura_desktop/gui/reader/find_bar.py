"""Finding words in the text that is shown."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget

from procura_desktop.gui.reader.page import Page
from procura_desktop.gui.theme import Colours

MOST_HITS = 999
WAIT_MS = 60


class FindBar(QWidget):
    """A field, a count and the way from hit to hit; all hits are marked in the text."""

    closed = Signal()

    def __init__(self, text: Page, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._colours = colours
        self._hits: list[QTextCursor] = []
        self._current = -1
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find on this page"))
        self.field.setAccessibleName(self.tr("Find on this page"))
        self.count = QLabel()
        self._place_children()

        self.field.textChanged.connect(self._wait.start)
        self.field.returnPressed.connect(self.go_next)
        self._wait.timeout.connect(self._search)
        self.hide()

    def _place_children(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.setSpacing(6)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        for words, slot in (
            (self.tr("Previous"), self.go_back),
            (self.tr("Next"), self.go_next),
            (self.tr("Close"), self.close_bar),
        ):
            button = QPushButton(words)
            button.clicked.connect(slot)
            layout.addWidget(button)

    def open_bar(self) -> None:
        """Show the bar with what is selected in the text, ready to type over."""
        selected = self._text.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.field.setText(selected)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and its marks."""
        self.hide()
        self._text.setExtraSelections([])
        self.closed.emit()

    def refresh(self, colours: Colours) -> None:
        """Search again in another document, or mark in other colours."""
        self._colours = colours
        self._hits, self._current = [], -1
        if self.isVisible():
            self._search()

    @property
    def hit(self) -> QTextCursor | None:
        """The hit that is shown; None while the bar is closed or has none."""
        return self._hits[self._current] if self.isVisible() and self._hits else None

    def go_next(self) -> None:
        """Go to the next hit, from the last to the first."""
        self._go(self._current + 1)

    def go_back(self) -> None:
        """Go to the hit before, from the first to the last."""
        self._go(self._current - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, go back on Shift+Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def go_next_or_open(self) -> None:
        """Go on; a closed bar is opened first."""
        if self.isVisible():
            self.go_next()
        else:
            self.open_bar()

    def go_back_or_open(self) -> None:
        """Go back; a closed bar is opened first."""
        if self.isVisible():
            self.go_back()
        else:
            self.open_bar()

    def _search(self) -> None:
        self._wait.stop()
        self._hits = _find_all(self._text.whole(), self.field.text())
        top = self._text.cursorForPosition(self._text.viewport().rect().topLeft()).position()
        below = (index for index, hit in enumerate(self._hits) if hit.selectionStart() >= top)
        self._go(next(below, 0))

    def _go(self, index: int) -> None:
        self._current = index % len(self._hits) if self._hits else -1
        self._tell_count()
        self._mark()
        if self._hits:
            place = QTextCursor(self._hits[self._current])
            place.setPosition(place.selectionStart())
            self._text.setTextCursor(place)
            self._text.ensureCursorVisible()

    def _tell_count(self) -> None:
        if not self.field.text():
            self.count.setText("")
        elif not self._hits:
            self.count.setText(self.tr("not found"))
        else:
            words = self.tr("{n} of {m}").format(n=self._current + 1, m=len(self._hits))
            self.count.setText(words)

    def _mark(self) -> None:
        colours = self._colours
        marks = []
        for index, hit in enumerate(self._hits):
            here = index == self._current
            mark = QTextEdit.ExtraSelection()
            mark.cursor = hit
            mark.format = _colours_of(
                colours.accent if here else colours.mark, colours.accent_text if here else colours.text
            )
            marks.append(mark)
        self._text.setExtraSelections(marks)


def _colours_of(back: str, text: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QColor(back))
    made.setForeground(QColor(text))
    return made


def _find_all(document: QTextDocument, words: str) -> list[QTextCursor]:
    hits: list[QTextCursor] = []
    found = document.find(words) if words else QTextCursor()
    while not found.isNull() and len(hits) < MOST_HITS:
        hits.append(found)
        found = document.find(words, found)
    return hits
