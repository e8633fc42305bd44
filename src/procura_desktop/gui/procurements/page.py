"""One procurement: its name, what can be done with it, and its parts as steps beside each other."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.boxes import scrolled
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.elided import Elided
from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import forget_faults
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import button_text, cut, plain_tip

ROOMY_LETTERS = 66
ROOMY_LINES = 20  # with fewer the steps are a box and the title is one line, or no room is left to work
WIDE_LETTERS = 84  # from there on a button names what it undoes
UNDO_LETTERS = 28  # that it has for it
QWIDGETSIZE_MAX = (1 << 24) - 1  # as Qt calls a width that nothing limits
EDGES = 32  # pixels left and right of the title
LONGEST_TITLE = 120  # letters; the whole of it stands under About


class Step:
    """A part of the page before it is made: its key, its name, and what makes it inside a widget."""

    def __init__(self, key: str, name: str, make: Callable[[QWidget], QWidget]) -> None:
        self.key = key
        self.name = name
        self.make = make


class ProcurementPage(QWidget):
    """Only the part that is looked at is made and kept current."""

    list_wanted = Signal()
    step_chosen = Signal(str)
    told = Signal(str)  # what was undone or done again

    def __init__(self, desk: Desk, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._colours = colours
        self._steps: dict[str, Step] = {}
        self._begun: dict[str, tuple[QScrollArea, QWidget]] = {}
        self._panels: dict[str, QWidget] = {}
        self._areas: dict[str, QScrollArea] = {}  # what scrolls each part
        self._shown = ""
        self._marks: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._shown_id = ""  # of the procurement
        self._turns = False
        self._list = QPushButton(self.tr("‹ My procurements"))
        self._list.setProperty("role", "link")
        self._title = heading("", "h2")
        self._about = Elided()
        self._about.setProperty("role", "muted")
        self._undo = QPushButton(self.tr("Undo"))
        self._redo = QPushButton(self.tr("Redo"))
        self._chips = Chips()
        self._box = ChoiceBox(self.tr("Part of the procurement"))
        self._box.hide()
        self._stack = QStackedWidget()
        self._lay_out()

        self._list.clicked.connect(self.list_wanted)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._chips.chosen.connect(self.step_chosen)
        self._box.activated.connect(lambda _: self.step_chosen.emit(self._box.currentData()))
        desk.changed.connect(self._follow)
        for keys, run in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(keys)  # all that the system knows, such as Ctrl+Y and Ctrl+Shift+Z
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._list)
        top.addWidget(self._box, 1)
        top.addWidget(self._about, 1)
        top.addStretch(0)  # keeps the buttons small where there is nothing to say beside them
        top.addWidget(self._undo)
        top.addWidget(self._redo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 12)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self._title)
        layout.addWidget(self._chips)
        layout.addWidget(self._stack, 1)

    def undo(self) -> None:
        """Take back the last step, and say which it was."""
        if name := self._desk.undo():
            words = self.tr("Undone: {what}. Redo with {keys}.")
            self.told.emit(words.format(what=name, keys=_keys(QKeySequence.StandardKey.Redo)))

    def redo(self) -> None:
        """Do the last step again, and say which it was."""
        if name := self._desk.redo():
            words = self.tr("Done again: {what}. Undo with {keys}.")
            self.told.emit(words.format(what=name, keys=_keys(QKeySequence.StandardKey.Undo)))

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """Take the parts, in the order of the work."""
        self._steps = {step.key: step for step in steps}

    def show_step(self, key: str) -> QWidget:
        """Turn to a part; an unknown one is the first."""
        if key not in self._steps:
            key = next(iter(self._steps))
        panel = self.make_step(key)
        self._shown = key
        self._stack.setCurrentWidget(self._areas[key])
        self._refresh()
        return panel

    def begin_step(self, key: str) -> None:
        """Make a part, but for its place on the page, which is the other half of the work."""
        if key not in self._panels and key not in self._begun:
            area = QScrollArea(self._stack)  # the window may be low, and the text large
            self._begun[key] = area, self._steps[key].make(area.viewport())

    def make_step(self, key: str) -> QWidget:
        """Give a part; make it where it is not there yet."""
        if key not in self._panels:
            self.begin_step(key)
            area, panel = self._begun.pop(key)
            scrolled(area, panel)
            self._panels[key], self._areas[key] = panel, area
            self._stack.addWidget(area)
            self._colour(panel)
        return self._panels[key]

    def panel(self, key: str) -> QWidget | None:
        """Give a part that has been made, or begun."""
        return self._begun[key][1] if key in self._begun else self._panels.get(key)

    def set_mark(self, key: str, mark: str) -> None:
        """Put a word behind the name of a part, such as how many findings it has; "" takes it away."""
        if self._marks.get(key, "") != mark:
            self._marks[key] = mark
            self._name_chips()

    def set_hidden(self, key: str, *, hidden: bool) -> None:
        """Leave a part out of the line as long as it has nothing to show."""
        if (key in self._hidden) != hidden:
            (self._hidden.add if hidden else self._hidden.discard)(key)
            self._name_chips()

    def _name_chips(self) -> None:
        chips = [
            (key, f"{step.name} {self._marks[key]}" if self._marks.get(key) else step.name)
            for key, step in self._steps.items()
            if key not in self._hidden or key == self._shown
        ]
        self._chips.set_chips([] if self._is_low() else chips, self._shown)
        self._box.setVisible(self._is_low())
        if chips != [(self._box.itemData(at), self._box.itemText(at)) for at in range(self._box.count())]:
            self._box.clear()
            for key, words in chips:
                self._box.addItem(words, key)
        self._box.setCurrentIndex(self._box.findData(self._shown))

    @contextmanager
    def turning(self) -> Iterator[None]:
        """Do not follow to another procurement meanwhile: a step of it is turned to next."""
        self._turns = True
        try:
            yield
        finally:
            self._turns = False

    def _follow(self) -> None:
        one = self._desk.procurement
        if one is not None and (one.id == self._shown_id or not self._turns):
            self._refresh()

    def _refresh(self) -> None:
        one = self._desk.procurement
        if one is None or not self._shown:
            return
        self._word_title()
        closed = (
            self.tr("Closed: open it again under About to change it") if one.head.status == "closed" else ""
        )
        template = self.tr("Template") if one.head.template else ""
        words = " · ".join(filter(None, (template, closed, one.head.buyer, one.head.reference)))
        self._about.setText(words)
        self._about.setToolTip(plain_tip(words))
        self._about.setVisible(bool(words) and self._is_roomy())
        for button, name, verb in (
            (self._undo, self._desk.to_undo, self.tr("Undo")),
            (self._redo, self._desk.to_redo, self.tr("Redo")),
        ):
            button.setEnabled(bool(name))
            button.setToolTip(plain_tip(f"{verb}: {name}" if name else verb))
            button.setAccessibleDescription(name)
        self._word_undo()
        self._name_chips()
        panel = self._panels[self._shown]
        if hasattr(panel, "show_procurement"):
            panel.show_procurement(one)
        if self._shown_id != one.id:
            self._shown_id = one.id
            forget_faults(self._stack)

    def _word_undo(self) -> None:
        """Name on the button what it undoes, where there is room, in the same width whatever it is."""
        letters, name = self.fontMetrics().averageCharWidth(), self._desk.to_undo
        if not name or self.width() < WIDE_LETTERS * letters:
            self._undo.setText(self.tr("Undo"))
            self._undo.setMinimumWidth(0)
            self._undo.setMaximumWidth(QWIDGETSIZE_MAX)
            return
        room = UNDO_LETTERS * letters
        words = self.tr("Undo: {what}").format(what=name)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._undo.setText(button_text(shown))
        self._undo.setFixedWidth(room + 3 * self.fontMetrics().height())

    def _word_title(self) -> None:
        """Show the title, in one line where there is little room."""
        one = self._desk.procurement
        title = (cut(one.head.title, LONGEST_TITLE) if one else "") or self.tr("Without a title")
        low = self._is_low()
        self._title.setToolTip(plain_tip(title) if low else "")
        self._title.setAccessibleName(title)
        fitted = self._title.fontMetrics().elidedText(
            title, Qt.TextElideMode.ElideRight, self.width() - EDGES
        )
        self._title.setText(fitted if low else title)
        self._list.setText("‹" if low else self.tr("‹ My procurements"))
        self._list.setAccessibleName(self.tr("My procurements"))
        self._list.setToolTip(self.tr("My procurements") if low else "")

    def _is_low(self) -> bool:
        return self.height() < ROOMY_LINES * self.fontMetrics().lineSpacing()

    def _is_roomy(self) -> bool:
        wide = self.width() >= ROOMY_LETTERS * self.fontMetrics().averageCharWidth()
        return wide and not self._is_low()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out who buys where there is little room; the first step says it too."""
        super().resizeEvent(event)
        if self._shown:
            self._word_title()
            self._name_chips()
        self._about.setVisible(bool(self._about.text()) and self._is_roomy())
        self._word_undo()

    def areas(self) -> list[QWidget]:
        """Give the parts between which F6 moves."""
        panel = self._panels.get(self._shown)
        inside = panel.areas() if panel is not None and hasattr(panel, "areas") else [panel] if panel else []
        return [self._box if self._is_low() else self._chips, *inside]

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self._colours = colours
        for panel in self._panels.values():
            self._colour(panel)

    def _colour(self, panel: QWidget) -> None:
        if hasattr(panel, "set_colours"):
            panel.set_colours(self._colours)


def _keys(of: QKeySequence.StandardKey) -> str:
    """Name the first keys that the system has for something."""
    return QKeySequence(of).toString(QKeySequence.SequenceFormat.NativeText)
