"""The weights of the award criteria: a line each, with the sum below that says whether it adds up."""

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from procura_desktop.domain.amounts import parse_amount
from procura_desktop.domain.drafting import change_item
from procura_desktop.domain.procurement import Procurement, Share
from procura_desktop.domain.weights import PRICE, adds_up
from procura_desktop.gui.procurements.award_words import criterion_titles, fault_words, sum_words
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import CheckedField
from procura_desktop.gui.procurements.words import value_text

if TYPE_CHECKING:
    from collections.abc import Callable

Fields = tuple[CheckedField, CheckedField, CheckedField]
PARTS = ("weight", "most", "minimum")


class WeightsForm(QWidget):
    """Price first, then the award criteria in their order."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ids: tuple[str, ...] = ()
        self._fields: dict[str, Fields] = {}
        self._titles: dict[str, QLabel] = {}
        self._heads: list[QLabel] = []
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column, stretch in enumerate((5, 2, 2, 2)):
            self._grid.setColumnStretch(column, stretch)
        self._sum = QLabel()
        self._sum.setProperty("role", "label")
        self._fault = QLabel()
        self._fault.setWordWrap(True)
        self._fault.setProperty("role", "fault")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._rows)
        layout.addWidget(self._sum)
        layout.addWidget(self._fault)

    def show_award(self, procurement: Procurement, lot: str) -> None:
        """Show the weights that hold for a lot; "" is all."""
        items = procurement.of_kind("AC", lot)
        ids = (PRICE, *(item.id for item in items))
        titles = criterion_titles(procurement)
        if ids != self._ids:
            self._rebuild(ids)
        shares = {PRICE: procurement.award.price, **{item.id: item.share for item in items}}
        for name, fields in self._fields.items():
            self._titles[name].setText(titles[name])
            for part, field in zip(PARTS, fields, strict=True):
                field.line.setAccessibleName(f"{titles[name]}, {self._part_name(part)}")
                field.show_value(value_text(getattr(shares[name], part)))
        self._show_columns(procurement.award.weighting)
        summed = adds_up(procurement, lot)
        self._sum.setText(sum_words(summed))
        self._sum.setVisible(bool(items) and summed.total is not None)
        order = procurement.award.weighting == "order"
        self._fault.setText("\n".join(fault_words(fault, order=order) for fault in summed.faults))
        self._fault.setVisible(bool(summed.faults))

    def _show_columns(self, weighting: str) -> None:
        heads = {
            "percent": self.tr("Weight, %"),
            "points": self.tr("Highest points"),
            "ranges": self.tr("From, %"),
            "order": self.tr("Place of the price"),
        }
        self._heads[1].setText(heads[weighting])
        self._heads[2].setVisible(weighting == "ranges")
        self._heads[1].setVisible(True)
        for name, (weight, most, _) in self._fields.items():
            weight.setVisible(weighting != "order" or name == PRICE)
            most.setVisible(weighting == "ranges")

    def _part_name(self, part: str) -> str:
        return {
            "weight": self.tr("weight"),
            "most": self.tr("upper end"),
            "minimum": self.tr("minimum score"),
        }[part]

    def _rebuild(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._fields, self._titles, self._heads = {}, {}, []
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for column, words in enumerate(("", "", self.tr("To, %"), self.tr("Minimum score, of 100"))):
            head = QLabel(words)
            head.setProperty("role", "muted")
            head.setWordWrap(True)
            self._heads.append(head)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
        for row, name in enumerate(ids, start=1):
            self._put_row(row, name)

    def _put_row(self, row: int, name: str) -> None:
        title = QLabel()
        title.setWordWrap(True)
        self._titles[name] = title
        self._grid.addWidget(title, row, 0)
        fields = tuple(self._field(name, part) for part in PARTS)
        self._fields[name] = (fields[0], fields[1], fields[2])
        for column, field in enumerate(fields, start=1):
            self._grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)

    def _field(self, name: str, part: str) -> CheckedField:
        field = CheckedField("", self._number_fault)
        field.accepted.connect(lambda text: self._change(name, part, parse_amount(text)))
        field.finished.connect(self._desk.end_field)
        return field

    def _number_fault(self, text: str) -> str:
        try:
            parse_amount(text)
        except ValueError:
            return self.tr("Write a number.")
        return ""

    def _change(self, name: str, part: str, value: Decimal | None) -> None:
        def changed(share: Share) -> Share:
            values: dict[str, Decimal | None] = {part: value}
            return replace(share, **values)

        change: Callable[[Procurement], Procurement] = (
            (lambda one: replace(one, award=replace(one.award, price=changed(one.award.price))))
            if name == PRICE
            else (lambda one: change_item(one, name, lambda i: replace(i, share=changed(i.share))))
        )
        self._desk.apply(self.tr("Weight"), change, field=f"{name}.{part}")
