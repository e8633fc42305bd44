"""The box above a text with notes whose passage is no longer in it: they are kept, to be read or deleted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from procura_desktop.gui.headings import heading
from procura_desktop.gui.link_button import LinkButton
from procura_desktop.workspace.notes import Note

MOST = 3  # that are named; all are in the menu "Notes"
SHORT = 60  # letters of each part


class LooseBox(QFrame):
    """Hidden while every note has its place, or when it was closed for this text."""

    note_chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loose")
        self._closed: frozenset[str] = frozenset()
        self._shown: tuple[str, ...] = ()
        self._links: list[LinkButton] = []
        self._column = QVBoxLayout(self)
        self._more = QLabel()
        self._hide = QPushButton(self.tr("Hide"))
        self._hide.setAccessibleName(self.tr("Hide the notes that have lost their place"))
        self._lay_out()
        self.hide()

        self._hide.clicked.connect(self._close)

    def _lay_out(self) -> None:
        title = heading(self.tr("These notes have lost their place"), "h3")
        title.setToolTip(self.tr("The text has changed, and their passage is no longer in it."))
        title.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self._hide, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(14, 8, 8, 8)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addWidget(self._more)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Name these notes."""
        self._shown = tuple(note.id for note in notes)
        for number, note in enumerate(notes[:MOST]):
            if number == len(self._links):
                self._add_link(number)
            self._links[number].set_words(note_line(note))
        for number, link in enumerate(self._links):
            link.setVisible(number < len(notes))
        self._more.setText(self.tr("and %n more", "", len(notes) - MOST))
        self._more.setVisible(len(notes) > MOST)
        self.setVisible(not self._closed.issuperset(self._shown))

    def _add_link(self, number: int) -> None:
        link = LinkButton("")
        link.clicked.connect(partial(self._choose, number))
        self._column.insertWidget(self._column.indexOf(self._more), link)
        QWidget.setTabOrder(link, self._hide)
        self._links.append(link)

    def _close(self) -> None:
        self._closed = frozenset(self._shown)
        self.hide()
        self.closed.emit()

    def _choose(self, number: int) -> None:
        self.note_chosen.emit(self._shown[number])


def note_line(note: Note) -> str:
    """Give the passage and the words of a note in one line."""
    quote = f"“{_short(note.anchor.quote)}”" if note.anchor else ""
    return " – ".join(filter(None, (quote, _short(" ".join(note.words.split())))))


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"
