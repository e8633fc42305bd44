"""The slots of one criterion: a field each, what its source puts there, whether a figure is in range."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from procura_desktop.domain.amounts import parse_figure
from procura_desktop.domain.checks.figures import beyond_range, takes_number
from procura_desktop.domain.records import Slot
from procura_desktop.domain.wording import SlotState
from procura_desktop.gui.procurements.fields import CheckedField
from procura_desktop.gui.procurements.number_faults import number_fault
from procura_desktop.gui.said import written
from procura_desktop.gui.words import level_name, plain_tip


class SlotForm(QWidget):
    """Shows each slot that the wording uses."""

    filled = Signal(str, str)  # name, value
    reset = Signal(str)  # name: the source's value is wanted again
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots: tuple[Slot, ...] = ()
        self._fields: dict[str, tuple[CheckedField, QToolButton, QLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(3, 3)

    def show_slots(self, states: tuple[SlotState, ...]) -> None:
        """Show the slots as they stand; those that the wording does not use are left out."""
        used = tuple(state for state in states if state.used)
        slots = tuple(state.slot for state in used)
        if slots != self._slots:  # slots of two criteria may be called the same
            self._rebuild(slots)
        for state in used:
            field, back, source = self._fields[state.slot.name]
            field.show_value(state.value)
            field.warn(self._warning(state))
            back.setVisible(state.own)
            source.setText(self._source_words(state.slot))
        self.setVisible(bool(used))

    def _rebuild(self, slots: tuple[Slot, ...]) -> None:
        self._slots = slots
        self._fields = {}
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, slot in enumerate(slots):
            self._put_row(row, slot)

    def _put_row(self, row: int, slot: Slot) -> None:
        label = QLabel(f"{slot.label}, {slot.unit}" if slot.unit else slot.label)
        label.setWordWrap(True)
        field = CheckedField(label.text(), lambda text: self._fault(slot, text), hint=self.tr("your figure"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(field)
        back = QToolButton()
        back.setText("↺")
        back.setAccessibleName(self.tr("{slot}: the source's value again").format(slot=slot.label))
        back.setToolTip(plain_tip(back.accessibleName()))
        source = QLabel()
        source.setWordWrap(True)
        source.setTextFormat(Qt.TextFormat.PlainText)
        source.setProperty("role", "muted")
        field.accepted.connect(lambda text: self.filled.emit(slot.name, text))
        field.finished.connect(self.finished)
        back.clicked.connect(lambda: self.reset.emit(slot.name))
        self._fields[slot.name] = (field, back, source)
        for column, widget in enumerate((label, field, back, source)):
            self._grid.addWidget(widget, row, column)

    def _source_words(self, slot: Slot) -> str:
        values = {level_name(one.level): one.value for one in slot.values if one.value}
        if not values:
            return self.tr("The source leaves it to you.")
        alike = len(set(values.values())) == 1
        given = next(iter(values.values())) if alike else ", ".join(f"{k}: {v}" for k, v in values.items())
        if slot.suggested:
            return self.tr("Suggested: {values}").format(values=given)
        words = self.tr("Source: {values}").format(values=given)
        return words if slot.checked else self.tr("{words} (check it)").format(words=words)

    def _warning(self, state: SlotState) -> str:
        if (beyond := beyond_range(state)) is None:
            return ""
        number, bounds = map(written, beyond)
        return self.tr("Read as {number}; sensible is {bounds}.").format(number=number, bounds=bounds)

    def _fault(self, slot: Slot, text: str) -> str:
        if not takes_number(slot):
            return ""
        return number_fault(text, parse_figure, self.tr("Write a number."))
