"""The window: navigation, top bar and pages; it places them and owns the actions."""

from collections.abc import Callable
from functools import partial
from typing import Literal, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from procura_desktop.gui.navigation import Navigation
from procura_desktop.gui.notice_bar import NoticeBar
from procura_desktop.gui.places import PlaceName
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.top_bar import TopBar

STARTING_SIZE = (1240, 800)
FRAME_ROOM = QSize(8, 44)  # pixels that the title bar and the edges take beside the window
SMALLEST_SIZE = (640, 420)
NUMBERED: tuple[PlaceName, ...] = (
    "home", "search", "guidance", "criteria", "cases", "glossary", "procurements",
)  # fmt: skip


@runtime_checkable
class HasAreas(Protocol):
    """A page of several parts between which F6 moves."""

    def areas(self) -> list[QWidget]:
        """Give the parts that are shown."""


ReaderCommand = Literal[
    "find", "find-next", "find-previous", "copy", "print", "bookmark", "note", "highlight", "caret"
]
READER_KEYS: dict[str, ReaderCommand] = {
    "Ctrl+F": "find",
    "F3": "find-next",
    "Shift+F3": "find-previous",
    "Ctrl+Shift+C": "copy",
    "Ctrl+P": "print",
    "Ctrl+D": "bookmark",
    "Ctrl+Shift+N": "note",
    "Ctrl+Shift+H": "highlight",
    "F7": "caret",
}


class MainWindow(QMainWindow):
    """The frame around every page."""

    place_wanted = Signal(str)  # as `parse_place` reads it
    reader_command = Signal(str)  # a ReaderCommand, for the text on the screen
    closing = Signal()
    larger_wanted = Signal()
    smaller_wanted = Signal()
    usual_size_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Procura Desktop"))
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*STARTING_SIZE)
        self.navigation = Navigation()
        self.top_bar = TopBar()
        self.notice = NoticeBar()
        self.pages = QStackedWidget()
        self._lay_out()

        self.navigation.place_chosen.connect(self.place_wanted)
        self._add_actions()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.pages, 1)
        frame = QWidget()
        frame.setObjectName("page")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(column, 1)
        self.setCentralWidget(frame)
        self.notice.float_over(self.pages)

    def _add_actions(self) -> None:
        keys = QKeySequence.StandardKey
        self._action(self.tr("Search"), ["Ctrl+K", "Ctrl+L"], self.top_bar.focus_field)
        self._action(self.tr("Back"), ["Alt+Left"], self.top_bar.back_chosen.emit)
        self._action(self.tr("Forward"), ["Alt+Right"], self.top_bar.forward_chosen.emit)
        self._action(self.tr("Manual"), ["F1"], lambda: self.place_wanted.emit("manual"))
        self._action(self.tr("Keyboard"), ["Ctrl+/"], lambda: self.place_wanted.emit("manual:shortcuts"))
        self._action(self.tr("Bookmarks and notes"), ["Ctrl+B"], lambda: self.place_wanted.emit("notes"))
        self._action(self.tr("Larger text"), ["Ctrl++", "Ctrl+="], self.larger_wanted.emit)
        self._action(self.tr("Smaller text"), ["Ctrl+-"], self.smaller_wanted.emit)
        self._action(self.tr("Usual text size"), ["Ctrl+0"], self.usual_size_wanted.emit)
        self._action(self.tr("Next area"), ["F6"], self.focus_next_area)
        self._action(self.tr("Quit"), [QKeySequence(keys.Quit).toString() or "Ctrl+Q"], self.close)
        for number, name in enumerate(NUMBERED, start=1):
            go = partial(self._go_to, name)
            self._action(self.navigation.name_of(name), [f"Ctrl+{number}"], go)

    def _go_to(self, name: PlaceName) -> None:
        """Go to a place; in the list of procurements one works with Enter, not with what one types."""
        self.place_wanted.emit(name)
        if name == "procurements":
            self.focus_page()

    def _action(self, text: str, keys: list[str], run: Callable[[], object]) -> None:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: run())
        self.addAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on the reader's keys, from wherever the keyboard is; Escape, left over, closes the notice."""
        pressed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if pressed in READER_KEYS:
            self.reader_command.emit(READER_KEYS[pressed])
        elif event.key() == Qt.Key.Key_Escape and self.notice.isVisible():
            self.notice.close_notice()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go from the search field through the page to the navigation and round again.

        Qt asks for it too when what has the keyboard is hidden: it stays on the page then.
        """
        from procura_desktop.gui.focus import controls_in, next_stop

        controls = controls_in(self.top_bar, self.notice, self.pages, self.navigation)
        if forward and self.focusWidget() not in controls and self.focus_page():
            return True
        found = next_stop(controls, forward=forward)
        if found is None:
            return False
        reasons = Qt.FocusReason
        found.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        if self.navigation.isAncestorOf(found):
            self.navigation.ensureWidgetVisible(found)
        return True

    def focus_next_area(self) -> None:
        """Move the keyboard on: search field, the areas of the page, the notice, navigation."""
        from procura_desktop.gui.focus import focus_inside, has_focus_inside

        areas: list[QWidget] = [self.top_bar, *self._page_areas()]
        areas += [self.notice] if self.notice.isVisible() else []
        areas += [self.navigation]
        here = next((number for number, area in enumerate(areas) if has_focus_inside(area)), -1)
        for area in (areas[here + 1 :] + areas)[: len(areas)]:
            if area is self.top_bar:
                self.top_bar.focus_field()
                return
            if area is self.navigation:
                self.navigation.focus_first()
                return
            if focus_inside(area):
                return

    def _page_areas(self) -> list[QWidget]:
        page = self.pages.currentWidget()
        if page is None:
            return []
        return page.areas() if isinstance(page, HasAreas) else [page]

    def focus_page(self) -> bool:
        """Put the keyboard on the first control of the page; False if it has none."""
        from procura_desktop.gui.focus import focus_inside

        return any(focus_inside(area) for area in self._page_areas())

    def add_page(self, page: QWidget) -> None:
        """Hold a page behind the one that is shown, unless it is there already."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)

    def show_page(self, page: QWidget, place: PlaceName) -> None:
        """Bring a page to the front and mark its place; the keyboard comes along if it was on the page."""
        focused = self.focusWidget()
        was_inside = focused is not None and self.pages.isAncestorOf(focused) and focused.isVisible()
        self.add_page(page)
        another = self.pages.currentWidget() is not page
        if another:
            self.notice.pass_by()
        self.pages.setCurrentWidget(page)
        self.navigation.set_place(place)
        if another and was_inside:  # Qt itself would take any button
            self.focus_page()

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.navigation.set_colours(colours)
        self.top_bar.set_colours(colours)

    def state(self) -> bytes:
        """Give size and place of the window, to be remembered."""
        return bytes(self.saveGeometry().data())

    def fit_into(self, room: QSize) -> None:
        """Be no larger than the room that a screen has, where it is smaller than a new window."""
        self.resize(self.size().boundedTo(room - FRAME_ROOM))

    def restore(self, state: bytes) -> None:
        """Take on a remembered size and place; one that fits no screen is ignored by Qt."""
        self.restoreGeometry(QByteArray(state))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the others before the window goes."""
        self.closing.emit()
        super().closeEvent(event)
