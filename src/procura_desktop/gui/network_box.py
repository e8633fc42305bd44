"""The part of Settings about the network: whether it is used, for what, and by which way."""

import re
from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.boxes import row, words
from procura_desktop.gui.kilobytes_box import KilobytesBox
from procura_desktop.gui.organisation import LockMark
from procura_desktop.settings.settings import PROXY, Settings

FIELD_WIDTH = 220


class NetworkBox(QGroupBox):
    """Shows what is set; a change is told with the name of the setting."""

    chosen = Signal(str, object)  # name of a field of `Settings`, its value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Network and updates"))
        self.never = QCheckBox(self.tr("Never use the network"))
        self.background = QCheckBox(self.tr("Look for updates by itself, and fetch small ones"))
        self.sharing = QCheckBox(self.tr("Offer my library to others on this network"))
        self.ask_above = KilobytesBox(self.tr("Ask before fetching more than"), " kB", 100)
        self.most_rate = KilobytesBox(self.tr("Use of the line at most"), " kB/s", 1)
        self.most_rate.setSpecialValueText(self.tr("as much as there is"))
        self.proxy = self._field(self.tr("Proxy"))
        self.proxy.setPlaceholderText(self.tr("that of the system"))
        self.ca_file = self._field(self.tr("Additional certificates"))
        self.ca_file.setPlaceholderText(self.tr("none beside those of the system"))
        self.choose_file = QPushButton(self.tr("Choose…"))
        self.choose_file.setAccessibleName(self.tr("Choose a file of additional certificates"))
        self._fault = words()
        self._fault.hide()
        self._marks = {
            "network": LockMark(self.never),
            "background": LockMark(self.background),
            "sharing": LockMark(self.sharing),
            "ask_above": LockMark(self.ask_above),
            "most_rate": LockMark(self.most_rate),
            "proxy": LockMark(self.proxy),
            "ca_file": LockMark(self.ca_file, self.choose_file),
        }
        self._lay_out()
        self._connect()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setMinimumWidth(FIELD_WIDTH)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for key, line in (
            ("network", self.never),
            ("background", self.background),
            ("sharing", self.sharing),
            (
                "ask_above",
                row(_buddy(self.tr("Ask before fetching more than"), self.ask_above), self.ask_above),
            ),
            ("most_rate", row(_buddy(self.tr("Use of the line at most"), self.most_rate), self.most_rate)),
        ):
            column.addWidget(line)
            column.addWidget(self._marks[key].label)
        for widget in (
            _buddy(self.tr("Proxy"), self.proxy),
            _filling(self.proxy),
            self._marks["proxy"].label,
            self._fault,
            _buddy(self.tr("Additional certificates"), self.ca_file),
            _filling(self.ca_file, self.choose_file),
            self._marks["ca_file"].label,
        ):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.never.clicked.connect(lambda on: self.chosen.emit("network", not on))
        self.background.clicked.connect(lambda on: self.chosen.emit("background", on))
        self.sharing.clicked.connect(lambda on: self.chosen.emit("sharing", on))
        self.ask_above.editingFinished.connect(self._teller("ask_above", self.ask_above.value))
        self.most_rate.editingFinished.connect(self._teller("most_rate", self.most_rate.value))
        self.proxy.editingFinished.connect(self._type_proxy)
        self.ca_file.editingFinished.connect(self._teller("ca_file", self.ca_file.text))
        self.choose_file.clicked.connect(self._choose_file)

    def _teller(self, key: str, value: Callable[[], object]) -> Callable[[], None]:
        return lambda: self.chosen.emit(key, value())

    def _type_proxy(self) -> None:
        text = self.proxy.text().strip()
        sound = re.fullmatch(PROXY, text) is not None
        self._fault.setText(
            self.tr("Type an address such as http://proxy.example:3128, or “none”, or leave it empty.")
        )
        self._fault.setVisible(not sound)
        if sound:
            self.chosen.emit("proxy", text)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Additional certificates"), "", self.tr("Certificates (*.pem *.crt *.cer);;All (*)")
        )
        if name:
            self.chosen.emit("ca_file", name)

    def show_settings(self, settings: Settings, *, locked: Collection[str], hidden: Collection[str]) -> None:
        """Show what is set; `locked` are names of settings, `hidden` of features."""
        self.blockSignals(True)
        self.never.setChecked(not settings.network)
        self.background.setChecked(settings.background)
        self.sharing.setChecked(settings.sharing)
        self.ask_above.setValue(settings.ask_above)
        self.most_rate.setValue(settings.most_rate)
        if not self.proxy.hasFocus():
            self.proxy.setText(settings.proxy)
        if not self.ca_file.hasFocus():
            self.ca_file.setText(settings.ca_file)
        for key, mark in self._marks.items():
            needs_network = key in ("background", "sharing")
            mark.show_locked(locked=key in locked, enabled=settings.network or not needs_network)
        if "sharing" in hidden:
            self.sharing.hide()
            self._marks["sharing"].label.hide()
        self.blockSignals(False)


def _filling(field: QLineEdit, *others: QWidget) -> QWidget:
    """Put a field and what belongs to it in a line that the field fills."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    layout.addWidget(field, 1)
    for other in others:
        layout.addWidget(other)
    return line


def _buddy(text: str, control: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(control)
    return label
