"""The weights of the award criteria: a line each, with the sum below that says whether it adds up."""

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from procura_desktop.domain.amounts import parse_number
from procura_desktop.domain.drafting import change_item
from procura_desktop.domain.procurement import Procurement, Share
from procura_desktop.domain.weights import HIGHEST_SCORE, PRICE, WEIGHT_FAULTS, adds_up
from procura_desktop.gui.procurements.award_words import criterion_titles, fault_words, sum_words
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import CheckedField
from procura_desktop.gui.procurements.number_faults import number_fault
from procura_desktop.gui.procurements.rows import Row, Rows
from procura_desktop.gui.procurements.words import lot_name, value_text

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_NAMED = 5  # of other lots
HEADS = ""  # the row above the others


class WeightsForm(QWidget):
    """Price first, then the award criteria in their order."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._weighting = ""
        self._titles: dict[str, str] = {}
        self._shares: dict[str, Share] = {}
        self._heads = Rows(self._make_heads)
        self._rows = Rows(self._make_fields)
        self._sum = QLabel()
        self._sum.setProperty("role", "label")
        self._fault = QLabel()
        self._fault.setWordWrap(True)
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.setProperty("role", "fault")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._heads, self._rows, self._sum, self._fault):
            layout.addWidget(widget)

    def show_award(self, procurement: Procurement, lot: str) -> None:
        """Show the weights that hold for a lot; "" is all."""
        items, award = procurement.of_kind("AC", lot), procurement.award
        self._titles = criterion_titles(procurement)
        self._shares = {PRICE: award.price, **{item.id: item.share for item in items}}
        if award.weighting != self._weighting:
            self._weighting = award.weighting
            for rows in (self._heads, self._rows):
                rows.set_columns((5, *(2 for _ in self._parts())))
            self._heads.set_rows({HEADS: ""})
        self._rows.set_rows({name: self._titles[name] for name in self._shares})
        summed = adds_up(procurement, lot)
        self._sum.setText(sum_words(summed))
        self._sum.setVisible(bool(items) and summed.total is not None)
        order = award.weighting == "order"
        faults = [fault_words(fault, order=order) for fault in summed.faults]
        faults += self._elsewhere(procurement, lot)
        self._fault.setText("\n".join(faults))
        self._fault.setVisible(bool(faults))

    def _elsewhere(self, procurement: Procurement, lot: str) -> list[str]:
        """Name the other lots that do not add up: the price counts in them as well."""
        wrong = [
            lot_name(number, one.title)
            for number, one in enumerate(procurement.lots, start=1)
            if one.id != lot and WEIGHT_FAULTS & set(adds_up(procurement, one.id).faults)
        ]
        named = "; ".join((*wrong[:MOST_NAMED], *("…",) * (len(wrong) > MOST_NAMED)))
        return [self.tr("It does not add up in: {lots}").format(lots=named)] if wrong else []

    def _parts(self) -> dict[str, str]:
        """Give what is asked for with this weighting: each part of a share and what stands above it."""
        first = {
            "percent": self.tr("Weight, %"),
            "points": self.tr("Highest points"),
            "ranges": self.tr("From, %"),
            "order": self.tr("Place of the price"),
        }[self._weighting]
        most = {"most": self.tr("To, %")} if self._weighting == "ranges" else {}
        return {"weight": first, **most, "minimum": self.tr("Minimum score, of 100")}

    def _make_heads(self, _key: str) -> Row:
        heads = [QLabel(words, self._heads) for words in self._parts().values()]
        for head in heads:
            head.setProperty("role", "muted")
            head.setWordWrap(True)
            head.setAlignment(Qt.AlignmentFlag.AlignBottom)
        return heads, lambda: None

    def _make_fields(self, name: str) -> Row:
        fields = {
            part: self._field(name, part)
            for part in self._parts()
            if part != "weight" or name == PRICE or self._weighting != "order"
        }

        def fill() -> None:
            for part, field in fields.items():
                field.line.setAccessibleName(f"{self._titles[name]}, {self._part_name(part)}")
                field.show_value(value_text(getattr(self._shares[name], part)))

        return [fields.get(part) for part in self._parts()], fill

    def _part_name(self, part: str) -> str:
        return {
            "weight": self.tr("weight"),
            "most": self.tr("upper end"),
            "minimum": self.tr("minimum score"),
        }[part]

    def _field(self, name: str, part: str) -> CheckedField:
        fault = self._score_fault if part == "minimum" else self._number_fault
        field = CheckedField("", fault, parent=self._rows)
        field.accepted.connect(lambda text: self._change(name, part, parse_number(text)))
        field.finished.connect(self._desk.end_field)
        return field

    def _number_fault(self, text: str) -> str:
        return number_fault(text, parse_number, self.tr("Write a number."))

    def _score_fault(self, text: str) -> str:
        if fault := self._number_fault(text):
            return fault
        score = parse_number(text)
        return self.tr("Scores run from 0 to 100.") if score is not None and score > HIGHEST_SCORE else ""

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
