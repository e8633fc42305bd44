"""How offers are compared: weights or order, how a price becomes a score, rounding, what parts equals."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from procura_desktop.domain.amounts import parse_number
from procura_desktop.domain.award_words import award_sentences, plain
from procura_desktop.domain.price_table import parse_table, table_text
from procura_desktop.domain.procurement import Procurement
from procura_desktop.export.formats import formats_of
from procura_desktop.export.words import words_of
from procura_desktop.gui.boxes import words
from procura_desktop.gui.procurements.code_words import (
    formula_names,
    price_kind_names,
    tie_names,
    weighting_names,
)
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import CheckedField, ChoiceField, Labelled, TextField
from procura_desktop.gui.procurements.form_grid import FormGrid
from procura_desktop.gui.procurements.number_faults import number_fault


class RulesForm(QWidget):
    """Choices, and what the documents will say of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._weighting = self._choice(
            "weighting",
            self.tr("How criteria are weighed"),
            tuple(weighting_names().items()),
        )
        self._price_kind = self._choice(
            "price_kind",
            self.tr("What is compared"),
            tuple(price_kind_names().items()),
        )
        self._formula = self._choice(
            "formula",
            self.tr("How a price becomes a score"),
            tuple(formula_names().items()),
        )
        self._tie = self._choice(
            "tie",
            self.tr("Between equal totals"),
            tuple(tie_names().items()),
        )
        self._decimals = self._choice(
            "decimals", self.tr("Rounded to decimals"), tuple((str(n), str(n)) for n in range(7))
        )
        self._zero_at = CheckedField(self.tr("Score 0 from how many times the lowest price"), self._number)
        self._table = CheckedField(
            self.tr("Table of scores"), self._table_fault, hint=self.tr("100: 100; 120: 60; 150: 20")
        )
        self._order_reason = TextField(self.tr("Why no weights can be given"), lines=2)
        self._said = words()
        self._lay_out()
        self._zero_at.accepted.connect(lambda text: self._set("zero_at", parse_number(text) or Decimal(0)))
        self._table.accepted.connect(lambda text: self._set("table", parse_table(text)))
        self._order_reason.typed.connect(lambda text: self._set("order_reason", text))
        for field in (self._zero_at, self._table, self._order_reason):
            field.finished.connect(desk.end_field)

    def _choice(self, name: str, text: str, choices: tuple[tuple[str, str], ...]) -> ChoiceField:
        field = ChoiceField(text, choices)
        field.picked.connect(
            lambda key: self._set(name, int(key) if name == "decimals" else key, typing=False)
        )
        return field

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        grid = FormGrid()
        layout.addWidget(grid)
        self._zero_box = Labelled(self.tr("Score 0 from how many times the lowest price"), self._zero_at)
        self._table_box = Labelled(
            self.tr("Table of scores"),
            self._table,
            why=self.tr("Per cent of the lowest price, and the score up to there."),
        )
        self._order_box = Labelled(self.tr("Why no weights can be given"), self._order_reason)
        self._scored = [  # what only matters where something is scored
            Labelled(self.tr("How criteria are weighed"), self._weighting),
            Labelled(self.tr("How a price becomes a score"), self._formula),
            Labelled(self.tr("Between equal totals"), self._tie),
            Labelled(self.tr("Rounded to decimals"), self._decimals),
        ]
        for one in (Labelled(self.tr("What is compared"), self._price_kind), *self._scored):
            grid.add(one)
        grid.add(self._zero_box)
        grid.add(self._table_box, wide=True)
        grid.add(self._order_box, wide=True)
        layout.addWidget(Labelled(self.tr("The documents will say"), self._said))

    def _set(self, name: str, value: object, *, typing: bool = True) -> None:
        values: dict[str, Any] = {name: value}
        self._desk.apply(
            self.tr("How offers are compared"),
            lambda one: replace(one, award=replace(one.award, **values)),
            field=f"award.{name}" if typing else "",
        )

    def _number(self, text: str) -> str:
        wanted = self.tr("Write a number above 1, such as 2.")
        return number_fault(text, parse_number, wanted) or ("" if (parse_number(text) or 0) > 1 else wanted)

    def _table_fault(self, text: str) -> str:
        wanted = self.tr("Write pairs such as 100: 100; 120: 60, the limits rising, the scores falling.")
        return number_fault(text, parse_table, wanted)

    def show_award(self, procurement: Procurement, lot: str) -> None:
        """Show the rules for a lot; where the price stands alone, only whether it is a price or a cost."""
        award = procurement.award
        for field, value in (
            (self._weighting, award.weighting),
            (self._price_kind, award.price_kind),
            (self._formula, award.formula),
            (self._tie, award.tie),
            (self._decimals, str(award.decimals)),
        ):
            field.show_value(value)
        self._zero_at.show_value(plain(award.zero_at))
        self._table.show_value(table_text(award.table))
        self._order_reason.show_value(award.order_reason)
        scored = bool(procurement.of_kind("AC", lot))
        counted = scored and award.weighting != "order"
        for widget, shown in (
            *((box, scored) for box in self._scored),
            (self._zero_box, counted and award.formula == "linear"),
            (self._table_box, counted and award.formula == "table"),
            (self._order_box, scored and not counted),
        ):
            widget.setVisible(shown)
        language = procurement.head.language
        said = award_sentences(procurement, lot, say=words_of(language), number=formats_of(language).number)
        self._said.setText("\n".join(said))
