"""The box at the foot of the reader in which a note is read, written, coloured and deleted.

What is typed is handed on while one types, and when the box is closed: there is nothing to save.
"""

from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.chips import Chips
from procura_desktop.gui.field_text import text_in
from procura_desktop.gui.words import figure_text
from procura_desktop.workspace.notes import COLOURS, LONGEST_NOTE, Colour

WAIT_MS = 400
LINES = 3


class NoteBox(QFrame):
    """Hidden while no note is open."""

    changed = Signal(str, str)  # words, colour
    delete_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour: Colour = ""
        self._words = ""
        self._kept = ""
        self._shown = ""  # what is kept, as the field gives it back
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._title = QLabel()
        self.field = QPlainTextEdit()
        self.colours = Chips()
        self._fault = QLabel()
        self._fault.setProperty("role", "fault")
        self._fault.setWordWrap(True)
        self._fault.hide()
        self._delete = QPushButton(self.tr("Delete"))
        self._done = QPushButton(self.tr("Done"))
        self._lay_out()

        self.field.textChanged.connect(self._wait.start)
        self.field.textChanged.connect(self._judge_length)
        self._wait.timeout.connect(self.hand_on)
        self.colours.chosen.connect(self._choose)
        self._delete.clicked.connect(self.delete_wanted)
        self._done.clicked.connect(self.close_wanted)
        self.hide()

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self.setAutoFillBackground(True)
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.setBuddy(self.field)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Your note"))
        self.field.setPlaceholderText(self.tr("Your note. It is saved while you type."))
        self.colours.setAccessibleName(self.tr("Colour of the passage"))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._delete)
        top.addWidget(self._done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.field)
        layout.addWidget(self._fault)
        layout.addWidget(self.colours)
        for first, second in ((self.field, self._delete), (self._delete, self._done)):
            QWidget.setTabOrder(first, second)

    def open_note(self, quote: str, words: str, colour: Colour, *, kept: bool) -> None:
        """Show a note; without a quote it is on the whole text. `kept`: there is something to delete."""
        self._words = self.tr("On “{quote}”").format(quote=quote) if quote else self.tr("On this text")
        self._title.setAccessibleName(self._words)
        self._colour = colour
        self.field.blockSignals(True)
        self.field.setPlainText(words)
        self.field.blockSignals(False)
        self._kept, self._shown = words, text_in(self.field)
        self._fault.hide()
        names = {
            "": self.tr("No colour"),
            "yellow": self.tr("Yellow"),
            "green": self.tr("Green"),
            "blue": self.tr("Blue"),
            "pink": self.tr("Pink"),
        }
        self.colours.set_chips([(key, names[key]) for key in COLOURS] if quote else [], colour)
        self._delete.setVisible(kept)
        metrics = self.field.fontMetrics()
        self.field.setMinimumHeight(metrics.lineSpacing() + 20)
        self.field.setMaximumHeight(LINES * metrics.lineSpacing() + 20)
        self.show()
        self._fit_title()
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_kept(self) -> None:
        """Offer to delete, now that there is something."""
        self._delete.show()

    def _choose(self, colour: str) -> None:
        self._colour = next(known for known in COLOURS if known == colour)
        self.hand_on()

    def hand_on(self) -> None:
        """Tell what the note says now."""
        self._wait.stop()
        text = text_in(self.field)
        self.changed.emit(self._kept if text == self._shown else text[:LONGEST_NOTE], self._colour)

    def _judge_length(self) -> None:
        """Say what is not kept of a note that is too long."""
        if too_long := len(text_in(self.field)) > LONGEST_NOTE:
            words = self.tr("A note has room for {number} characters: the end of this one is not kept.")
            self._fault.setText(words.format(number=figure_text(Decimal(LONGEST_NOTE))))
        self._fault.setVisible(too_long)

    def leave(self) -> None:
        """Hide without handing anything on."""
        self._wait.stop()
        self.hide()

    def _fit_title(self) -> None:
        """Keep to one line: where there is little room, the note and the text need it."""
        metrics = self._title.fontMetrics()
        self._title.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self._title.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the passage as there is room for."""
        super().resizeEvent(event)
        if (layout := self.layout()) is not None:
            layout.activate()
        self._fit_title()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)
