"""Codes in an order that matters: chosen ones as buttons to take out, and a field to find more."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from procura_desktop.domain.cpv import whole_code
from procura_desktop.gui.chips import FlowLayout
from procura_desktop.gui.words import button_text, tip

UNSURE = re.compile(r"[0-9]{8}")  # a CPV code without its check digit
DIVIDER = "  "


class _FindField(QLineEdit):
    """Tells when the keyboard comes, so that the words to complete are only read then."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusInEvent(event)
        self.entered.emit()


class CodeList(QWidget):
    """Chosen codes and a field that completes words; with `free`, also a code that no list has."""

    changed = Signal(tuple)

    def __init__(
        self,
        name: str,
        known: Callable[[], Sequence[tuple[str, str]]],
        *,
        free: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known_of = known
        self._labels: dict[str, str] | None = None
        self._free = free
        self._codes: tuple[str, ...] = ()
        self._chosen = QWidget()
        self._flow = FlowLayout(self._chosen)
        self._field = _FindField()
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(
            self.tr("Add: a code or a word") if free else self.tr("Add: type or press the down key")
        )
        self._fault = QLabel()
        self._fault.setProperty("role", "fault")
        self._fault.hide()
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(12)
        self._field.setCompleter(self._completer)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._chosen)
        layout.addWidget(self._field)
        layout.addWidget(self._fault)
        self.setFocusProxy(self._field)

        self._field.entered.connect(self._read)
        self._field.textEdited.connect(lambda: self._fault.hide())
        self._field.returnPressed.connect(self._take_typed)
        self._completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def _read(self) -> dict[str, str]:
        if self._labels is None:
            self._labels = dict(self._known_of())
            self._words.setStringList([self._entry(code) for code in self._labels])
        return self._labels

    def forget_known(self) -> None:
        """Read anew what there is, the next time that somebody asks."""
        self._labels = None

    def _entry(self, code: str) -> str:
        label = (self._labels or {}).get(code, "")
        return (f"{code}{DIVIDER}{label}" if label else code) if self._free else label

    def _take_typed(self) -> None:
        popup = self._completer.popup()
        if not (popup is not None and popup.isVisible() and popup.currentIndex().isValid()):
            self._take(self._field.text())

    def _take(self, text: str) -> None:
        code = self._code_of(text.strip())
        if not code:
            self._fault.setText(self._why_none(text.strip()))
            self._fault.setVisible(bool(text.strip()))
            return
        self._field.clear()
        self._fault.hide()
        if code not in self._codes:
            self._tell((*self._codes, code))

    def _code_of(self, text: str) -> str:
        if not self._free:
            labels = self._read()
            return next((code for code, label in labels.items() if label.lower() == text.lower()), "")
        return whole_code(text.partition(DIVIDER)[0].strip())

    def _why_none(self, text: str) -> str:
        if not self._free:
            return self.tr("This is not in the list.")
        if UNSURE.fullmatch(text):
            return self.tr("This code is not in the list. Write it with its check digit, such as 30213100-6.")
        return self.tr("No code and no word of the list. A CPV code has eight figures, such as 30213100-6.")

    def _tell(self, codes: tuple[str, ...]) -> None:
        self.show_codes(codes)
        self.changed.emit(codes)

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """Show what is chosen."""
        if codes == self._codes and self._flow.count() == len(codes):
            return
        self._codes = codes
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for code in codes:
            self._flow.addWidget(self._button(code))
        self._chosen.setVisible(bool(codes))
        self._chosen.updateGeometry()

    def _button(self, code: str) -> QPushButton:
        self._read()
        text = self._entry(code) or code
        button = QPushButton(f"{button_text(text)}   ×")
        button.setProperty("role", "chip")
        button.setAccessibleName(self.tr("Take out {code}").format(code=text))
        button.setToolTip(tip(button.accessibleName()))
        button.clicked.connect(lambda: self._tell(tuple(one for one in self._codes if one != code)))
        return button
