"""Fields of forms that save as one types: each shows what is kept and hands back what was typed."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.field_text import text_in
from procura_desktop.gui.procurements.day_calendar import DayCalendar
from procura_desktop.workspace.plain import LONGEST_TEXT

LINES_SHOWN = 3
LONG_NAME = 30  # letters; a longer name of a field may break into lines


def leaves_undo(event: QEvent) -> bool:
    """Say whether a key means undo or redo: the page answers it with its own steps, not the field."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class LineField(QLineEdit):
    """One line of text."""

    typed = Signal(str)
    finished = Signal()  # the keyboard has left: what comes next is another step

    def __init__(self, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST_TEXT)  # a shorter one would cut what is kept
        self.textEdited.connect(self.typed)
        self.editingFinished.connect(self.finished)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the page."""
        if leaves_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def show_value(self, value: str) -> None:
        """Show what is kept, without moving the cursor where it is the same."""
        if self.text() != value:
            self.setText(value)


class TextField(QPlainTextEdit):
    """A few lines of text; Tab leaves it.

    What is kept may have signs that the field shows in another way, such as other ends of lines: it stays as
    it is until somebody types.
    """

    typed = Signal(str)
    finished = Signal()

    def __init__(
        self, name: str, *, hint: str = "", lines: int = LINES_SHOWN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._tell)
        self._kept = ""
        self._shown = ""  # what is kept, as the field gives it back
        self._fit()

    def _tell(self) -> None:
        text = text_in(self)
        if text != self._shown:
            self._shown = self._kept = text
            self.typed.emit(text)

    def text(self) -> str:
        """Give what is kept, or what was typed since."""
        return self._kept

    def show_value(self, value: str) -> None:
        """Show what is kept, without moving the cursor where it is the same; this is no typing."""
        if self._kept != value:
            self._kept = value
            with Quietly(self):
                self.setPlainText(value)
            self._shown = text_in(self)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the page."""
        if leaves_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the step."""
        super().focusOutEvent(event)
        self.finished.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Be as high as before in lines when the text grows or shrinks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + 22)


class ChoiceField(ChoiceBox):
    """One of a few words."""

    picked = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        for key, text in choices:
            self.addItem(text, key)
        self.activated.connect(lambda: self.picked.emit(self.currentData()))

    def show_value(self, value: str) -> None:
        """Show what is kept; what is none of the words, as a command may have set it, names itself."""
        if value and self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(max(0, self.findData(value)))

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer others (value, words); what was chosen stays so, where it is still among them."""
        kept = self.currentData()
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(kept)))


class CheckedField(QWidget):
    """A line whose text must make sense: what does not is not kept, and says why below.

    It stays to be seen and mended, also when other fields are filled meanwhile; `forget` gives it up.
    What is kept and only looks odd can be told there too: see `warn`.
    """

    accepted = Signal(str)  # a text that makes sense, or ""
    finished = Signal()

    def __init__(
        self, name: str, fault_of: Callable[[str], str], *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fault_of = fault_of
        self._telling = False
        self._kept = ""
        self.line = LineField(name, hint=hint, parent=self)
        self.fault = ""  # why what stands there is not kept
        self.warning = ""  # what is odd about what is kept
        self._why: QLabel | None = None  # made with the first fault: most fields never have one
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.line, 1)
        self._column.addLayout(self._row)
        self.setFocusProxy(self.line)

        self.line.typed.connect(self._check)
        self.line.finished.connect(self._say_what_stays)
        self.line.finished.connect(self.finished)

    def _tell(self, fault: str) -> None:
        self.fault = fault
        self._say(fault or self.warning)

    def warn(self, words: str) -> None:
        """Say below what is odd about what is kept; why something is not kept goes before."""
        self.warning = words
        if not self.fault:
            self._say(words)

    def _say(self, words: str) -> None:
        if words and self._why is None:
            self._why = QLabel(self)
            self._why.setProperty("role", "fault")
            self._why.setWordWrap(True)
            self._why.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(self._why)
        if self._why is not None:
            self._why.setText(words)
            self._why.setVisible(bool(words))
        self.line.setAccessibleDescription(words)

    def _check(self, text: str) -> None:
        fault = self._fault_of(text)
        self._tell(fault)
        if not fault:
            self._telling = True  # what is kept may be written in another way than it was typed
            self.accepted.emit(self._meant(text))
            self._telling = False

    def _meant(self, text: str) -> str:
        """Give a text that makes sense in the form in which it is kept."""
        return text

    def _say_what_stays(self) -> None:
        if self.fault and self._why is not None:
            stays = self.tr("Until then “{kept}” stays.").format(kept=self._kept)
            empty = self.tr("Until then nothing is kept here.")
            self._why.setText(f"{self.fault} {stays if self._kept else empty}")

    def show_value(self, value: str) -> None:
        """Show what is kept; what somebody is typing there, or typed and has to mend, stays as it is."""
        same, self._kept = value == self._kept, value
        if self._telling or (self.fault and (same or self.line.hasFocus())):
            return
        self.line.show_value(value)
        self._tell("")

    def forget(self) -> None:
        """Give up what was typed and is not kept, since another thing is shown from now on."""
        if self.fault:
            self._tell("")
            self.line.show_value(self._kept)


def forget_faults(within: QWidget) -> None:
    """Give up what was typed and is not kept in all fields of a widget."""
    for field in within.findChildren(CheckedField):
        field.forget()


def read_day(text: str) -> QDate:
    """Read a day as 2027-03-01 or, with points, as 1.3.2027; one that does not exist is not valid."""
    bare = "".join(text.split())
    day = QDate.fromString(bare, Qt.DateFormat.ISODate)
    return day if day.isValid() else QDate.fromString(bare, "d.M.yyyy")


class DateField(CheckedField):
    """A date as 2027-03-01, typed or picked from a calendar; a day that does not exist is told.

    `accepted` always has the form 2027-03-01; 1.3.2027 is written so when the keyboard leaves.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, self._date_fault, hint=self.tr("year-month-day"), parent=parent)
        self._button = QPushButton(self.tr("Calendar"))
        self._button.setAccessibleName(self.tr("Pick a day for: {name}").format(name=name))
        self._row.addWidget(self._button)
        self._button.clicked.connect(self._pick)
        self.line.finished.connect(self._write_plainly)

    def _date_fault(self, text: str) -> str:
        if not text.strip() or read_day(text).isValid():
            return ""
        return self.tr("Write year, month and day, such as 2027-03-01.")

    def _meant(self, text: str) -> str:
        return read_day(text).toString(Qt.DateFormat.ISODate)

    def _write_plainly(self) -> None:
        if not self.fault:
            self.line.show_value(self._meant(self.line.text()))

    def _pick(self) -> None:
        calendar = DayCalendar()
        calendar.show_day(read_day(self.line.text()))
        menu = QMenu(self)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(self._take)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        text = day.toString(Qt.DateFormat.ISODate)
        if text != self.line.text():
            self.line.setText(text)
            self._check(text)
            self.finished.emit()


class Labelled(QWidget):
    """A field with its name above it and, where it needs one, a quiet line of explanation."""

    def __init__(self, name: str, field: QWidget, *, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(name)
        label.setProperty("role", "label")
        label.setBuddy(field)
        label.setWordWrap(len(name) > LONG_NAME)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(label)
        layout.addWidget(field)
        if why:
            quiet = QLabel(why)
            quiet.setProperty("role", "muted")
            quiet.setWordWrap(True)
            layout.addWidget(quiet)
            field.setAccessibleDescription(why)
        if (
            isinstance(field, QFrame | CheckedField)  # whose neighbour may grow by the reason of a fault
            or field.sizePolicy().verticalPolicy() == field.sizePolicy().Policy.Fixed
        ):
            layout.addStretch(0)


class Quietly:
    """Keeps an object from telling of changes while it is filled."""

    def __init__(self, *objects: QObject) -> None:
        self._objects = objects
        self._before: list[bool] = []

    def __enter__(self) -> None:
        """Silence them."""
        self._before = [one.blockSignals(True) for one in self._objects]

    def __exit__(self, *_error: object) -> None:
        """Let them speak as before."""
        for one, before in zip(self._objects, self._before, strict=True):
            one.blockSignals(before)
