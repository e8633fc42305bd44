"""Updates: how old the library is, what a newer edition would cost, and ways without a network."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGroupBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.boxes import boxed, row, words
from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.headings import heading
from procura_desktop.gui.kilobytes_box import KilobytesBox
from procura_desktop.gui.organisation import LockMark
from procura_desktop.gui.sharing_box import SharingBox

WIDEST = 820
CHOICES = ("network", "background", "ask_above", "most_rate")  # settings that are on this page
STEPS = 1000  # of the progress bar: bytes may be more than it can count


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person chose about updating: kilobytes, and kilobytes a second (0 is no limit)."""

    background: bool
    offline: bool
    ask_above: int
    most_rate: int

    def as_settings(self) -> dict[str, object]:
        """Give it by the names of settings."""
        return {
            "background": self.background,
            "network": not self.offline,
            "ask_above": self.ask_above,
            "most_rate": self.most_rate,
        }


class UpdatesPage(QScrollArea):
    """Shows words that it is given, and tells which button was pressed."""

    look_wanted = Signal()
    update_wanted = Signal()
    pause_wanted = Signal(bool)
    cancel_wanted = Signal()
    back_wanted = Signal()
    changes_wanted = Signal()
    folder_wanted = Signal()
    file_wanted = Signal()
    copy_wanted = Signal()
    source_wanted = Signal()
    forget_wanted = Signal()
    chosen = Signal(object)  # Choices
    library_chosen = Signal(str)
    shown_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._library = words()
        self._libraries = ChoiceBox(self.tr("Library"))
        self._shown = QCheckBox(self.tr("Read and search this library beside the main one"))
        self._status = words()
        self._source = words()
        self._source.setProperty("role", "muted")
        self._program = words()
        self._program.setObjectName("program")
        self._program.hide()
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the update"))
        self._bar.hide()
        self.look = self._button(self.tr("Look for an update"), primary=True)
        self.update_now = self._button(self.tr("Update now"), primary=True)
        self.pause = self._button(self.tr("Pause"))
        self.pause.setCheckable(True)
        self.cancel = self._button(self.tr("Cancel"))
        self.back = self._button(self.tr("Go back to the edition before"))
        self.changes = self._button(self.tr("See what changed"))
        self.folder = self._button(self.tr("From a folder or stick…"))
        self.file = self._button(self.tr("From a file…"))
        self.copy = self._button(self.tr("Write the newest edition to a stick…"))
        self.add_source = self._button(self.tr("Add a source…"))
        self.forget_source = self._button(self.tr("Remove this source"))
        self.sharing = SharingBox()
        self._background = QCheckBox(self.tr("Look for updates by itself, and fetch small ones"))
        self._offline = QCheckBox(self.tr("Never use the network"))
        self._ask_above = KilobytesBox(self.tr("Ask before fetching more than"), " kB", 100)
        self._most_rate = KilobytesBox(self.tr("Use of the line at most"), " kB/s", 1)
        self._most_rate.setSpecialValueText(self.tr("as much as there is"))
        self._marks = {
            "network": LockMark(self._offline),
            "background": LockMark(self._background),
            "ask_above": LockMark(self._ask_above),
            "most_rate": LockMark(self._most_rate),
        }
        self._shown_mark = LockMark(self._shown)
        self._busy, self._may_add = False, True
        self._own_sources = LockMark(self.add_source)
        self._lay_out()
        self._connect()
        self.show_idle()

    def _button(self, text: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "primary" if primary else "")
        return button

    def _lay_out(self) -> None:
        centre = QWidget()
        centre.setObjectName("centre")
        centre.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(24, 14, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Updates"), "h1"))
        layout.addWidget(
            boxed(
                self.tr("Your library"),
                row(self._libraries),
                self._library,
                self._shown,
                self._shown_mark.label,
                row(self.changes, self.back),
            )
        )
        layout.addWidget(
            boxed(
                self.tr("A newer edition"),
                self._status,
                self._bar,
                row(self.look, self.update_now, self.pause, self.cancel),
                self._source,
                self._program,
            )
        )
        layout.addWidget(
            boxed(
                self.tr("Without a network"),
                words(
                    self.tr(
                        "An edition can come on a stick, from a shared folder, or as one file that ends in "
                        ".procura. It is checked in the same way as one from the network."
                    )
                ),
                row(self.folder, self.file, self.copy),
            )
        )
        layout.addWidget(self.sharing)
        layout.addWidget(self._rules())
        layout.addStretch(1)
        self.setWidget(centre)

    def _rules(self) -> QGroupBox:
        ask = QLabel(self.tr("Ask before fetching more than"))
        ask.setBuddy(self._ask_above)
        rate = QLabel(self.tr("Use of the line at most"))
        rate.setBuddy(self._most_rate)
        return boxed(
            self.tr("How updates come"),
            self._background,
            self._marks["background"].label,
            self._offline,
            self._marks["network"].label,
            row(ask, self._ask_above),
            self._marks["ask_above"].label,
            row(rate, self._most_rate),
            self._marks["most_rate"].label,
            row(self.add_source, self.forget_source),
            self._own_sources.label,
        )

    def _connect(self) -> None:
        for button, signal in (
            (self.look, self.look_wanted),
            (self.update_now, self.update_wanted),
            (self.cancel, self.cancel_wanted),
            (self.back, self.back_wanted),
            (self.changes, self.changes_wanted),
            (self.folder, self.folder_wanted),
            (self.file, self.file_wanted),
            (self.copy, self.copy_wanted),
            (self.add_source, self.source_wanted),
            (self.forget_source, self.forget_wanted),
        ):
            button.clicked.connect(signal)
        self.pause.toggled.connect(self._toggle_pause)
        self._background.toggled.connect(self._choose)
        self._offline.toggled.connect(self._choose)
        self._libraries.activated.connect(lambda: self.library_chosen.emit(self._libraries.currentData()))
        self._shown.clicked.connect(self.shown_chosen)
        self._ask_above.editingFinished.connect(self._choose)
        self._most_rate.editingFinished.connect(self._choose)

    def _toggle_pause(self, paused: bool) -> None:
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause_wanted.emit(paused)

    def _choose(self) -> None:
        self.chosen.emit(
            Choices(
                background=self._background.isChecked(),
                offline=self._offline.isChecked(),
                ask_above=self._ask_above.value(),
                most_rate=self._most_rate.value(),
            )
        )

    # What is shown.

    def show_library(self, text: str, *, previous: str, changes: int) -> None:
        """Say what is in use; `previous` names the edition to go back to, "" if there is none."""
        self._library.setText(text)
        self.back.setVisible(bool(previous))
        self.back.setText(previous)
        self.changes.setVisible(changes > 0)
        self.changes.setText(self.tr("See what changed: %n text(s)", "", changes))

    def show_libraries(
        self, names: Sequence[str], current: str, *, shown: bool | None, locked: bool = False
    ) -> None:
        """Offer the libraries that there are; `shown` None means that this one cannot be switched off.

        `locked` says that the organisation has set which are switched off.
        """
        self._libraries.clear()
        for name in names:
            self._libraries.addItem(name, name)
        self._libraries.setCurrentIndex(max(0, self._libraries.findData(current)))
        line = self._libraries.parentWidget()
        if line is not None:
            line.setVisible(len(names) > 1)
        self._shown.setVisible(shown is not None)
        self._shown.setChecked(bool(shown))
        self._shown_mark.show_locked(locked=locked and shown is not None)

    def show_source(self, text: str, *, can_look: bool, own: bool) -> None:
        """Say where updates come from; `own` is a source that a person added."""
        self._source.setText(text)
        self.look.setEnabled(can_look)
        self.forget_source.setVisible(own)

    def show_program(self, text: str) -> None:
        """Say that a newer version of the program itself is offered; "" says nothing."""
        self._program.setText(text)
        self._program.setVisible(bool(text))

    def show_choices(
        self, choices: Choices, *, locked: Collection[str] = (), own_sources: bool = True
    ) -> None:
        """Show what is chosen, without choosing it again; `locked` are names of settings."""
        self.blockSignals(True)
        self._background.setChecked(choices.background)
        self._offline.setChecked(choices.offline)
        self._ask_above.setValue(choices.ask_above)
        self._most_rate.setValue(choices.most_rate)
        for key, mark in self._marks.items():
            mark.show_locked(locked=key in locked, enabled=key != "background" or not choices.offline)
        self._may_add = own_sources
        self._own_sources.show_locked(locked=not own_sources, enabled=not self._busy)
        self.blockSignals(False)

    def show_idle(self, text: str = "", *, offered: bool = False) -> None:
        """Nothing runs; `offered` shows the button that carries out what was found."""
        self._set_status(text)
        self._bar.hide()
        self.look.setVisible(not offered)
        self.update_now.setVisible(offered)
        self._hand_over((self.pause, self.cancel), self.update_now if offered else self.look)
        self.pause.hide()
        self.cancel.hide()
        self._busy = False
        for button in (self.folder, self.file, self.copy, self.back):
            button.setEnabled(True)
        self.add_source.setEnabled(self._may_add)
        self.sharing.show_updating(busy=False)

    def show_busy(self, text: str, *, can_pause: bool = False) -> None:
        """Something runs and can be cancelled."""
        self._set_status(text)
        self._bar.setRange(0, 0)
        self._bar.show()
        self.pause.setChecked(False)
        self.pause.setVisible(can_pause)
        self.cancel.show()
        self._hand_over((self.look, self.update_now), self.cancel)
        self.look.hide()
        self.update_now.hide()
        self._busy = True
        for button in (self.folder, self.file, self.copy, self.add_source, self.back):
            button.setEnabled(False)
        self.sharing.show_updating(busy=True)

    def _hand_over(self, going: Sequence[QPushButton], to: QPushButton) -> None:
        """Give the keyboard to a button before those that have it go, or Qt gives it to any other control."""
        if any(button.hasFocus() for button in going):
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, text: str, fraction: float) -> None:
        """Say how far it is, without a word to the screen reader for every step."""
        self._status.setText(text)
        self._bar.setRange(0, STEPS)
        self._bar.setValue(round(fraction * STEPS))

    def _set_status(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self._status, QAccessible.Event.Alert))

    @property
    def status(self) -> str:
        """What is said about a newer edition."""
        return self._status.text()
