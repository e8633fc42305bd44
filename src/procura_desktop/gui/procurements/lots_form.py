"""The lots of a procurement: a line each, with title and value."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.domain.amounts import parse_amount
from procura_desktop.domain.drafting import change_lot, of_lot_alone, with_lots, without_lot
from procura_desktop.domain.procurement import Lot, Procurement
from procura_desktop.gui.boxes import row
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import CheckedField, LineField
from procura_desktop.gui.procurements.number_faults import number_fault
from procura_desktop.gui.procurements.words import value_text
from procura_desktop.gui.words import cut, tip
from procura_desktop.workspace.choosing import new_id

LONGEST_TITLE = 60  # letters
MOST_TITLES = 6  # of criteria, in a question


class LotsForm(QWidget):
    """Adds, names and takes out lots."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ids: tuple[str, ...] = ()
        self._fields: dict[str, tuple[LineField, CheckedField]] = {}
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 1)
        self._words = QLabel(
            self.tr("Lots let smaller firms bid. Criteria can hold for all lots or for some of them.")
        )
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._add = QPushButton(self.tr("Add a lot"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addWidget(self._rows)
        layout.addWidget(row(self._add))
        self._add.clicked.connect(self._add_lot)

    def show_procurement(self, procurement: Procurement) -> None:
        """Show the lots."""
        ids = tuple(lot.id for lot in procurement.lots)
        if ids != self._ids:
            self._rebuild(ids)
        for lot in procurement.lots:
            title, value = self._fields[lot.id]
            title.show_value(lot.title)
            value.show_value(value_text(lot.value))
        self._rows.setVisible(bool(ids))

    def _rebuild(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._fields = {}
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, lot_id in enumerate(ids, start=1):
            self._put_row(number, lot_id)

    def _put_row(self, number: int, lot_id: str) -> None:
        name = self.tr("Lot {number}").format(number=number)
        title = LineField(self.tr("{lot}, title").format(lot=name), hint=self.tr("What this lot is"))
        value = CheckedField(
            self.tr("{lot}, estimated value").format(lot=name), self._fault, hint=self.tr("Value")
        )
        out = QToolButton()
        out.setText("×")
        out.setAccessibleName(self.tr("Take out {lot}").format(lot=name))
        out.setToolTip(tip(out.accessibleName()))
        title.typed.connect(lambda text: self._change(lot_id, f"title-{lot_id}", title=text))
        title.finished.connect(self._desk.end_field)
        value.accepted.connect(lambda text: self._change(lot_id, f"value-{lot_id}", value=parse_amount(text)))
        value.finished.connect(self._desk.end_field)
        out.clicked.connect(lambda: self._ask_or_take_out(lot_id))
        self._fields[lot_id] = (title, value)
        label = QLabel(name)
        label.setMinimumHeight(title.sizeHint().height())  # its words beside those of the field
        for column, widget in enumerate((label, title, value, out)):
            self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignTop)

    def _fault(self, text: str) -> str:
        return number_fault(text, parse_amount, self.tr("Write figures, such as 90000."))

    def _add_lot(self) -> None:
        lot = Lot(id=new_id(), title="")
        self._desk.apply(self.tr("Add a lot"), lambda one: with_lots(one, (*one.lots, lot)))
        if lot.id in self._fields:
            self._fields[lot.id][0].setFocus()

    def _ask_or_take_out(self, lot_id: str) -> None:
        one = self._desk.procurement
        if one is None:
            return
        if titles := [item.title for item in of_lot_alone(one, lot_id)]:
            self._ask_about(lot_id, titles)
        else:
            self._take_out(lot_id, own=False)

    def _ask_about(self, lot_id: str, titles: list[str]) -> None:
        """Ask what becomes of the criteria of a lot that goes: for all lots they may be too much."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("%n criterion/criteria hold for this lot alone.", "", len(titles)))
        shown = [cut(title, LONGEST_TITLE) for title in titles[:MOST_TITLES]]
        box.setInformativeText("\n".join((*shown, *("…",) * (len(titles) > MOST_TITLES))))
        out = box.addButton(self.tr("Take them out too"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep them for all lots"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        out.clicked.connect(lambda: self._take_out(lot_id, own=True))
        keep.clicked.connect(lambda: self._take_out(lot_id, own=False))
        box.finished.connect(box.deleteLater)
        box.open()

    def _take_out(self, lot_id: str, *, own: bool) -> None:
        self._desk.apply(self.tr("Take out a lot"), lambda one: without_lot(one, lot_id, own=own))

    def _change(self, lot_id: str, field: str, **values: object) -> None:
        self._desk.apply(
            self.tr("Lot"),
            lambda one: change_lot(one, lot_id, lambda lot: replace(lot, **values)),  # type: ignore[arg-type] # names and types are given above
            field=field,
        )
