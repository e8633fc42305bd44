"""The text itself: one column of readable width that keeps its place and opens nothing by itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from procura_desktop.gui.reader.paper import Paper

COLUMN_LETTERS = 72
SIDE_MARGIN = 24
TOP_MARGIN = 22
BOTTOM_MARGIN = 48
HEADING_ROOM = 12
HOVER_MS = 350
_SAMPLE = "The cheapest printer to buy is seldom the cheapest to own; compare costs."


class Page(QTextBrowser):
    """Shows one `Paper`."""

    link_activated = Signal(QUrl, QRect)  # where it stands, in this widget
    link_hovered = Signal(QUrl, QRect)
    link_left = Signal()
    position_changed = Signal(float)
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: Paper | None = None
        self._still = False
        self._return: Callable[[], None] | None = None
        self._hovered = ""
        self._hover_at = QPoint()
        self._hover = QTimer(self, singleShot=True, interval=HOVER_MS)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

        self._hover.timeout.connect(self._tell_hovered)
        self.anchorClicked.connect(self._activate)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_paper(self, paper: Paper, *, section: str = "", position: float = 0.0) -> None:
        """Show a document at a section, or at a fraction of its length."""
        old, self._paper = self._paper, paper
        with self._keeping_still():
            self._fit_column(self.width())
            self.setDocument(paper)
            self._hovered = ""
            self._return = lambda: self._go_to(section, position)
            self._return()
        if old is not None:
            old.deleteLater()

    @property
    def position(self) -> float:
        """How far down the text is, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def go_to_section(self, anchor: str) -> bool:
        """Scroll to a named place; say whether there is one."""
        if not self._has_anchor(anchor):
            return False
        self._return = None
        self.scrollToAnchor(anchor)
        self._leave_room()
        return True

    def go_to_text(self, position: int) -> None:
        """Scroll until the text at `position` is at the top, and put the cursor there."""
        self._return = None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._scroll_to(cursor)

    def top_position(self) -> int:
        """Give the text position of what is shown at the top, a heading's room included."""
        return self.cursorForPosition(QPoint(self.viewport().width() // 2, 2 * HEADING_ROOM)).position()

    def at_end(self) -> bool:
        """Say whether the text cannot go further."""
        bar = self.verticalScrollBar()
        return bar.maximum() > 0 and bar.value() == bar.maximum()

    # Keeping the place.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the column out again without losing the place."""
        keep = self._return
        top = QTextCursor(self.cursorForPosition(QPoint(SIDE_MARGIN, 0)))
        with self._keeping_still():
            self._fit_column(event.size().width() + self.verticalScrollBar().width())
            super().resizeEvent(event)
            if keep is not None:
                keep()
            elif top.position() > 0:
                self._scroll_to(top)

    @contextmanager
    def _keeping_still(self) -> Iterator[None]:
        """Do not report positions that are only the consequence of a new layout."""
        before, self._still = self._still, True
        try:
            yield
        finally:
            self._still = before

    def _go_to(self, section: str, position: float) -> None:
        if section:
            self.scrollToAnchor(section)
            self._leave_room()
        else:
            self.document().documentLayout().documentSize()
            bar = self.verticalScrollBar()
            bar.setValue(round(position * bar.maximum()))

    def _leave_room(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - HEADING_ROOM)

    def _scroll_to(self, cursor: QTextCursor) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - HEADING_ROOM)

    def _scrolled(self) -> None:
        self.scrolled.emit()
        if not self._still and self.isVisible():
            self._return = None
            self.position_changed.emit(self.position)

    def _has_anchor(self, anchor: str) -> bool:
        block = self.document().begin()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                if anchor in pieces.fragment().charFormat().anchorNames():
                    return True
                pieces += 1
            block = block.next()
        return False

    # The column.

    def _fit_column(self, width: int) -> None:
        """Set side margins such that lines hold about 72 letters, centred."""
        if self._paper is None:
            return
        room = width - self.verticalScrollBar().sizeHint().width()
        letters = QFontMetricsF(self._paper.defaultFont()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        margin = max(SIDE_MARGIN, (room - COLUMN_LETTERS * letters) / 2)
        self._paper.column = max(1, int(room - 2 * margin))
        frame = self._paper.rootFrame()
        made = frame.frameFormat()
        if made.leftMargin() != margin:
            made.setLeftMargin(margin)
            made.setRightMargin(margin)
            made.setTopMargin(TOP_MARGIN)
            made.setBottomMargin(BOTTOM_MARGIN)
            frame.setFrameFormat(made)

    # Links.

    def _activate(self, url: QUrl) -> None:
        self._hover.stop()
        self.link_activated.emit(url, self.cursorRect().translated(self.viewport().pos()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Notice which link the mouse rests on."""
        super().mouseMoveEvent(event)
        found = self.anchorAt(event.position().toPoint())
        if found == self._hovered:
            return
        self._hovered, self._hover_at = found, event.position().toPoint()
        if found:
            self._hover.start()
        else:
            self._hover.stop()
            self.link_left.emit()

    def _tell_hovered(self) -> None:
        at = self.cursorRect(self.cursorForPosition(self._hover_at)).translated(self.viewport().pos())
        at.moveLeft(self._hover_at.x())
        self.link_hovered.emit(QUrl(self._hovered), at)
