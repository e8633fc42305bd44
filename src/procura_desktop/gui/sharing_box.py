"""The part of the page Updates about the local network: offering the library, and finding who does."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.boxes import row, words
from procura_desktop.gui.neighbours import ADDRESS, NeighbourModel
from procura_desktop.gui.organisation import LockMark

STEPS = 1000
MOST_ROWS = 5
SPACING = 3  # around a row


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferState:
    """What is so with the own offer.

    Attributes:
        button: what the button that goes on says; "" hides it.
        other: whether another place can be named to take the files from.
        busy: whether something runs that can be cancelled.
    """

    text: str = ""
    button: str = ""
    other: bool = False
    busy: bool = False


class SharingBox(QGroupBox):
    """Shows words that it is given, and tells what was pressed."""

    offer_toggled = Signal(bool)
    go_on_wanted = Signal()
    other_wanted = Signal()
    stop_wanted = Signal()
    search_wanted = Signal()
    search_stop_wanted = Signal()
    address_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("On this network"))
        self.offer = QCheckBox(self.tr("Offer my library to others on this network"))
        self._offer_text = words()
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of fetching what is offered"))
        self.go_on = QPushButton()
        self.other = QPushButton(self.tr("Take it from a folder or stick…"))
        self.stop = QPushButton(self.tr("Stop fetching"))
        self.search = QPushButton(self.tr("Look on this network"))
        self.search_stop = QPushButton(self.tr("Stop looking"))
        self._search_text = words()
        self.neighbours = QListView()
        self.neighbours.setSpacing(SPACING)
        self.neighbours.setAccessibleName(self.tr("Computers that offer a library"))
        self.ask_neighbour = QPushButton(self.tr("See what it has"))
        self.address = QLineEdit()
        self.address.setPlaceholderText(self.tr("such as 192.168.1.20"))
        self.address.setMinimumWidth(220)
        self.ask_address = QPushButton(self.tr("Look there"))
        self._offer_row = row(self.go_on, self.other, self.stop)
        self._found_row = row(self.ask_neighbour)
        self._network = self._free = True
        self._locked = False
        self._mark = LockMark(self.offer)
        self._model = NeighbourModel(self)
        self.neighbours.setModel(self._model)
        self._lay_out()
        self._connect()
        self.show_offer(OfferState())
        self.show_search("", busy=False)
        self.show_neighbours(())

    def _lay_out(self) -> None:
        address = QLabel(self.tr("Address of a computer"))
        address.setBuddy(self.address)
        note = words(
            self.tr(
                "One computer fetches an edition, the others take it from there. They can read the signed "
                "files of your libraries, and nothing else that is yours; what they get is checked as always."
            )
        )
        note.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (
            note,
            self.offer,
            self._mark.label,
            self._offer_text,
            self._bar,
            self._offer_row,
            row(self.search, self.search_stop),
            self._search_text,
            self.neighbours,
            self._found_row,
            row(address, self.address, self.ask_address),
        ):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.offer.clicked.connect(self.offer_toggled)
        for button, signal in (
            (self.go_on, self.go_on_wanted),
            (self.other, self.other_wanted),
            (self.stop, self.stop_wanted),
            (self.search, self.search_wanted),
            (self.search_stop, self.search_stop_wanted),
        ):
            button.clicked.connect(signal)
        self.neighbours.activated.connect(self._choose)
        self.ask_neighbour.clicked.connect(lambda: self._choose(self.neighbours.currentIndex()))
        self.address.returnPressed.connect(self._type)
        self.ask_address.clicked.connect(self._type)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.ask_neighbour.isEnabled():
            self.address_wanted.emit(index.data(ADDRESS))

    def _type(self) -> None:
        self.address_wanted.emit(self.address.text())

    # What is shown.

    def show_rules(self, *, sharing: bool, network: bool, allowed: bool = True, locked: bool = False) -> None:
        """Show what was chosen; without a network, or where it is not allowed, nothing here can be done.

        `locked` says that the organisation has set whether the library is offered.
        """
        self.offer.setChecked(sharing)
        self._network = network and allowed
        self._locked = locked
        self._enable()
        if not network:
            self.show_search(self.tr("The network is switched off: see “Never use the network”."), busy=False)
            self.show_neighbours(())

    def show_updating(self, *, busy: bool) -> None:
        """While an update runs nobody else is asked for one."""
        self._free = not busy
        self._enable()

    def _enable(self) -> None:
        self._mark.show_locked(locked=self._locked, enabled=self._network)
        self.search.setEnabled(self._network)
        for widget in (self.address, self.ask_address, self.ask_neighbour):
            widget.setEnabled(self._network and self._free)

    def show_offer(self, state: OfferState) -> None:
        """Say what is so with the own offer."""
        _say(self._offer_text, state.text)
        self.go_on.setText(state.button)
        self.go_on.setVisible(bool(state.button))
        self.other.setVisible(state.other)
        self.stop.setVisible(state.busy)
        self._offer_row.setVisible(bool(state.button) or state.other or state.busy)
        self._bar.setRange(0, 0)
        self._bar.setVisible(state.busy)

    def show_progress(self, text: str, fraction: float) -> None:
        """Say how far it is, without a word to the screen reader for every step."""
        self._offer_text.setText(text)
        self._bar.setRange(0, STEPS)
        self._bar.setValue(round(fraction * STEPS))

    def show_search(self, text: str, *, busy: bool) -> None:
        """Say how looking for others goes."""
        _say(self._search_text, text)
        self.search.setVisible(not busy)
        self.search_stop.setVisible(busy)

    def show_neighbours(self, rows: tuple[tuple[str, str], ...]) -> None:
        """List who was found, as (words, address); the first is chosen."""
        self._model.set_rows(rows)
        self.neighbours.setVisible(bool(rows))
        self._found_row.setVisible(bool(rows))
        if rows:
            row = self.neighbours.sizeHintForRow(0) + 2 * SPACING
            frame = self.neighbours.height() - self.neighbours.viewport().height()
            self.neighbours.setFixedHeight(row * min(len(rows), MOST_ROWS) + frame + 2 * SPACING)
            self.neighbours.setCurrentIndex(self._model.index(0))

    @property
    def offer_text(self) -> str:
        """What is said about the own offer."""
        return self._offer_text.text()

    @property
    def search_text(self) -> str:
        """What is said about others."""
        return self._search_text.text()


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
    if text and label.isVisible():
        QAccessible.updateAccessibility(QAccessibleEvent(label, QAccessible.Event.Alert))
