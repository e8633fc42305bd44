"""The text itself: one column of readable width that keeps its place and opens nothing by itself.

A text that was begun with what fits on the screen grows in the turns after it has been painted. Whoever needs
all of it asks `whole`, which writes what is missing.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QToolTip, QWidget

from procura_desktop.gui.reader.column import SIDE_MARGIN, fit_column
from procura_desktop.gui.reader.focus_mark import focused_link, paint_focus, paint_frame
from procura_desktop.gui.reader.margin import Mark, mark_at, paint_margin, selections
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.theme import LIGHT, Colours
from procura_desktop.gui.words import plain_tip

HEADING_ROOM = 12
HOVER_MS = 350
FILL_LETTERS = 600  # written at a time until the screen is full
ROUNDED = 3  # pixels by which Qt may make a table wider than the column
BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Page(QTextBrowser):
    """Shows one `Paper`."""

    link_activated = Signal(QUrl, QRect)  # where it stands, in this widget
    link_hovered = Signal(QUrl, QRect)
    link_left = Signal()
    position_changed = Signal(float)
    mark_chosen = Signal(str)  # a note's id
    scrolled = Signal()
    completed = Signal()  # a text that was begun is there with its end

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: Paper | None = None
        self._side: QWidget | None = None
        self._by_key = False
        self._colours = LIGHT
        self._marks: tuple[Mark, ...] = ()
        self._found: list[QTextEdit.ExtraSelection] = []
        self._still = False
        self._return: Callable[[], None] | None = None
        self._hovered = ""
        self._hover_at = QPoint()
        self._hover = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._grow_soon = QTimer(self, singleShot=True, interval=0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self._hover.timeout.connect(self._tell_hovered)
        self._grow_soon.timeout.connect(self._grow)
        self.anchorClicked.connect(self._activate)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_paper(self, paper: Paper, *, section: str = "", position: float = 0.0) -> None:
        """Show a document at a section, or at a fraction of its length."""
        old, self._paper = self._paper, paper
        paper.draws = False  # until it is painted
        with self._keeping_still():
            self._fit_column()
            paper.setTextWidth(self.viewport().width())  # or Qt lays it out for an endless line first
            self._marks = ()
            self.setDocument(paper)
            self._hovered = ""
            while paper.rest and paper.size().height() < self.viewport().height():
                paper.write_on(FILL_LETTERS)
            self._allow_sideways()
            self._return = lambda: self._go_to(section, position)
            self._return()
        if old is not None:
            old.deleteLater()
        if paper.rest:
            self._grow_soon.start()

    def whole(self) -> QTextDocument:
        """Give the document with all of its text, written to the end if it was only begun."""
        while self._paper is not None and self._paper.rest:
            self._grow()
        return self.document()

    def _grow(self) -> None:
        """Write the next piece of what is shown, below everything that is there; nothing moves."""
        if self._paper is None or not self._paper.rest:
            return
        with self._keeping_still():
            self._paper.write_on()
            self._allow_sideways()
        if self._paper.rest:
            self._grow_soon.start()
        else:
            self.completed.emit()

    def replace_paper(self, paper: Paper) -> None:
        """Show the same text in another dress, where it was read."""
        wanted, position = self._return, self.position
        self.show_paper(paper, position=position)
        if wanted is not None:
            with self._keeping_still():
                self._return = wanted
                wanted()

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
        cursor = QTextCursor(self.whole())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._scroll_to(cursor)

    def bring_into_view(self, position: int) -> None:
        """Scroll to the text at `position`, unless it is in view; selection and cursor stay."""
        cursor = QTextCursor(self.whole())
        cursor.setPosition(position)
        line = self.cursorRect(cursor)
        if line.top() < 0 or line.bottom() > self.viewport().height():
            self._return = None
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
            self._fit_column()
            super().resizeEvent(event)
            self._place_side()
            self._allow_sideways()
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
        if section or position:
            self.whole()
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
            self.whole()  # a share of what has been written so far would be no place in the text
            self.position_changed.emit(self.position)

    def _has_anchor(self, anchor: str) -> bool:
        block = self.whole().begin()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                if anchor in pieces.fragment().charFormat().anchorNames():
                    return True
                pieces += 1
            block = block.next()
        return False

    # The column, and what stands beside it.

    def set_side(self, side: QWidget) -> None:
        """Take a sibling of fixed width, to be laid between the text and its scroll bar.

        It is no child, or Tab in it would lead back to the links of the text.
        """
        self._side = side

    def show_side(self, *, shown: bool) -> None:
        """Show what stands beside the text, or leave its room to the text."""
        if self._side is not None:
            self.setViewportMargins(0, 0, self._side.width() if shown else 0, 0)
            self._side.setVisible(shown)
            self._place_side()

    def _place_side(self) -> None:
        if self._side is not None:
            view, width = self.viewport().geometry(), self._side.width()
            left = view.left() - width if self.isRightToLeft() else view.right() + 1
            self._side.setGeometry(self.x() + left, self.y(), width, view.height())
            self._side.raise_()

    def _fit_column(self) -> None:
        """Leave room for the scroll bar even while there is none, so that nothing jumps."""
        if self._paper is not None:
            bar = self.verticalScrollBar()
            hidden = 0 if bar.isVisibleTo(self) else bar.sizeHint().width()
            fit_column(self._paper, self.viewport().width() - hidden)

    def _allow_sideways(self) -> None:
        """Give a horizontal scroll bar only to a table that cannot wrap, not to one that Qt rounded up."""
        policy = Qt.ScrollBarPolicy
        over = self.document().size().width() - self.viewport().width()
        wanted = policy.ScrollBarAsNeeded if over > ROUNDED else policy.ScrollBarAlwaysOff
        if self.horizontalScrollBarPolicy() != wanted:
            self.setHorizontalScrollBarPolicy(wanted)

    # Notes.

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The passages with notes, in the order of the text."""
        return self._marks

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show passages with notes; they are not in the document."""
        self._marks = marks
        self._select()

    def setExtraSelections(self, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Mark what was found, over the passages with notes."""
        self._found = list(selections)
        self._select()

    def _select(self) -> None:
        super().setExtraSelections([*selections(self, self._marks, self._colours), *self._found])
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a note says where the mouse rests on its mark."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = mark_at(self, self._marks, event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(mark.words) if mark else "", self)
            return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the note of a mark, unless the click selected something or opened a link."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if self.textCursor().hasSelection() or self.anchorAt(at):
            return
        if event.button() == Qt.MouseButton.LeftButton and (
            mark := mark_at(self, self._marks, at.x(), at.y())
        ):
            self.mark_chosen.emit(mark.note)

    # The keyboard.

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of marks, of notes and around what has the keyboard."""
        self._colours = colours
        self._select()

    @property
    def has_caret(self) -> bool:
        """Whether the arrows move a place in the text, and with Shift select."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def set_caret(self, *, shown: bool) -> None:
        """Let the arrows move a place in the text, at first the top of what is seen; or let them scroll."""
        if shown and not self.has_caret:
            self.setTextCursor(self.cursorForPosition(QPoint(SIDE_MARGIN, HEADING_ROOM)))
        flag = Qt.TextInteractionFlag.TextSelectableByKeyboard
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(flags | flag if shown else flags & ~flag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means in the whole text, such as End."""
        self.whole()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether the keyboard came by a key, which wants to see where it is."""
        self._by_key = event.reason() in BY_KEY
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the mark away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the mark around the link, or the text, that has the keyboard."""
        if self._paper is None:
            super().paintEvent(event)
        else:
            self._paper.draws = True
            super().paintEvent(event)
            self._paper.draws = False
        paint_margin(self, self._marks, self._colours)
        if not self.hasFocus():
            return
        if focused_link(self):
            paint_focus(self, self._colours.focus)
        elif self._by_key:
            paint_frame(self, self._colours.focus)

    # Links.

    def _activate(self, url: QUrl) -> None:
        self._hover.stop()
        start = QTextCursor(self.textCursor())
        start.setPosition(start.selectionStart())
        self.link_activated.emit(url, self.cursorRect(start).translated(self.viewport().pos()))

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
