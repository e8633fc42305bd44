"""Example offers as sliders: which would win, what decides it, and what another offer could turn."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSlider,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.domain.amounts import parse_amount
from procura_desktop.domain.drafting import example_offer, with_offer, without_offer
from procura_desktop.domain.procurement import Offer, Procurement
from procura_desktop.domain.scoring import Ranking, rank
from procura_desktop.domain.weights import PRICE
from procura_desktop.domain.what_if import scoring_at
from procura_desktop.gui.boxes import row
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.procurements.award_words import criterion_titles, influence_words, rank_words
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import CheckedField, Labelled, LineField, Quietly
from procura_desktop.gui.procurements.number_faults import number_fault
from procura_desktop.gui.procurements.rows import Row, Rows
from procura_desktop.gui.procurements.trying import Tried, Trying
from procura_desktop.gui.procurements.words import amount_text, value_text
from procura_desktop.gui.wheel import WheelToPage
from procura_desktop.gui.words import figure_text
from procura_desktop.workspace.choosing import new_id

FIRST_PRICE = Decimal(100_000)
FIGURES = (1, 2)  # columns of the table: price, total
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class OffersForm(QWidget):
    """Chips for the offers, fields and sliders for the chosen one, the ranking of all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._trying = Trying(self)
        self.shown_id = ""  # of the procurement whose offers are shown
        self._chosen = ""  # offer
        self._lot = ""
        self._titles: dict[str, str] = {}
        self._chips = Chips()
        self._add = QPushButton(self.tr("Add an example offer"))
        self._out = QPushButton(self.tr("Take this one out"))
        self._name = LineField(self.tr("Name of the offer"))
        self._price = CheckedField(self.tr("Price or cost of the offer"), self._price_fault)
        self._scores = Rows(self._make_slider)
        self._scores.set_columns((8, 10, 2))
        self._one = QWidget()
        self._table = QTableWidget(0, 4)
        self._decides = QLabel()
        self._warning = QLabel()
        self._lay_out()

        self._trying.found.connect(self._show_tried)
        self._chips.chosen.connect(self._choose)
        self._add.clicked.connect(self._add_offer)
        self._out.clicked.connect(self._take_out)
        self._name.typed.connect(lambda text: self._change("name", name=text))
        self._name.finished.connect(desk.end_field)
        self._price.accepted.connect(lambda text: self._change("price", price=parse_amount(text)))
        self._price.finished.connect(desk.end_field)

    def _lay_out(self) -> None:
        self._table.setHorizontalHeaderLabels(
            [self.tr("Offer"), self.tr("Price"), self.tr("Total"), self.tr("Rank")]
        )
        self._table.setAccessibleName(self.tr("Ranking of the example offers"))
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.setProperty("role", "figures")
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        for column in range(self._table.columnCount()):
            if (head := self._table.horizontalHeaderItem(column)) is not None:
                head.setTextAlignment(_aligned(column))
        for label in (self._decides, self._warning):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        fields = QHBoxLayout()
        fields.setSpacing(18)
        fields.addWidget(Labelled(self.tr("Name"), self._name), 1)
        fields.addWidget(Labelled(self.tr("Price or cost"), self._price), 1)
        one = QVBoxLayout(self._one)
        one.setContentsMargins(0, 0, 0, 0)
        one.setSpacing(12)
        one.addLayout(fields)
        one.addWidget(self._scores)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._chips)
        layout.addWidget(row(self._add, self._out))
        layout.addWidget(self._one)
        layout.addWidget(self._table)
        layout.addWidget(self._decides)
        layout.addWidget(self._warning)

    # What is changed.

    def _choose(self, offer_id: str) -> None:
        self._chosen = offer_id
        self._price.forget()
        if (one := self._desk.procurement) is not None:
            self.show_offers(one, self._lot)

    def _current(self) -> Offer | None:
        one = self._desk.procurement
        return next((offer for offer in one.offers if offer.id == self._chosen), None) if one else None

    def _add_offer(self) -> None:
        one = self._desk.procurement
        if one is None:
            return
        taken = {offer.name for offer in one.offers}
        name = next((letter for letter in LETTERS if letter not in taken), str(len(taken) + 1))
        offer = example_offer(one, new_id(), name=name, price=one.head.value or FIRST_PRICE)
        self._chosen = offer.id
        self._desk.apply(self.tr("Add an example offer"), lambda one: with_offer(one, offer))

    def _take_out(self) -> None:
        chosen = self._chosen
        self._desk.apply(self.tr("Take out an example offer"), lambda one: without_offer(one, chosen))

    def _change(self, field: str, **values: object) -> None:
        if (offer := self._current()) is not None:
            changed = replace(offer, **values)  # type: ignore[arg-type] # names and types are given above
            self._desk.apply(
                self.tr("Example offer"), lambda one: with_offer(one, changed), field=f"{offer.id}.{field}"
            )

    def _slide(self, criterion: str, score: int) -> None:
        if (offer := self._current()) is not None:
            changed = scoring_at(offer, criterion, Decimal(score))
            self._desk.apply(
                self.tr("Score"), lambda one: with_offer(one, changed), field=f"{offer.id}.{criterion}"
            )

    def _price_fault(self, text: str) -> str:
        wanted = self.tr("Write a price above 0.")
        return number_fault(text, parse_amount, wanted) or ("" if parse_amount(text) else wanted)

    # What is shown.

    def show_offers(self, procurement: Procurement, lot: str) -> None:
        """Show the example offers as they come out for a lot; "" is all."""
        if procurement.id != self.shown_id:
            self.shown_id = procurement.id
            self._decides.hide()  # until the offers of this one are tried
            self._warning.hide()
        self._lot = lot
        offers = procurement.offers
        if offers and self._chosen not in [offer.id for offer in offers]:
            self._chosen = offers[0].id
            self._price.forget()
        self._chips.set_chips([(offer.id, offer.name or "…") for offer in offers], self._chosen)
        offer = self._current()
        self._one.setVisible(offer is not None)
        self._out.setVisible(offer is not None)
        if offer is not None:
            self._show_one(procurement, offer, lot)
        ranking = rank(procurement, offers, lot)
        self._show_ranking(procurement, ranking)
        self._trying.start(procurement, lot)

    def _show_one(self, procurement: Procurement, offer: Offer, lot: str) -> None:
        self._name.show_value(offer.name)
        self._price.show_value(value_text(offer.price))
        self._titles = criterion_titles(procurement)
        self._scores.set_rows({item.id: self._titles[item.id] for item in procurement.of_kind("AC", lot)})

    def _make_slider(self, name: str) -> Row:
        slider, value = QSlider(Qt.Orientation.Horizontal, self._scores), QLabel(self._scores)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        WheelToPage(slider)
        slider.valueChanged.connect(lambda score: self._slide(name, score))
        slider.sliderReleased.connect(self._desk.end_field)

        def fill() -> None:
            offer = self._current()
            score = dict(offer.scores).get(name) if offer else None
            slider.setAccessibleName(self.tr("Score for {title}").format(title=self._titles[name]))
            with Quietly(slider):
                slider.setValue(int(score) if score is not None else 0)
            value.setText(figure_text(score) if score is not None else "–")

        return (slider, value), fill

    def _show_ranking(self, procurement: Procurement, ranking: Ranking) -> None:
        titles, table = criterion_titles(procurement), self._table
        table.setRowCount(len(ranking.placings))
        for at, placing in enumerate(ranking.placings):
            cells = (
                placing.offer.name,
                amount_text(placing.offer.price, procurement.head.currency),
                "–"
                if placing.total is None
                else figure_text(placing.total, least=procurement.award.decimals),
                rank_words(placing, titles),
            )
            for column, text in enumerate(cells):
                if (item := table.item(at, column)) is None:
                    item = QTableWidgetItem()
                    item.setTextAlignment(_aligned(column))
                    table.setItem(at, column, item)
                item.setText(text)
                font = item.font()
                font.setBold(placing.rank == 1)
                item.setFont(font)
        table.setVisible(bool(ranking.placings))
        line = table.fontMetrics().lineSpacing() + 14
        table.verticalHeader().setDefaultSectionSize(line)
        table.setFixedHeight(line * (len(ranking.placings) + 1) + 16)

    def _show_tried(self, found: Tried) -> None:
        procurement, warned = found.procurement, found.third
        titles = criterion_titles(procurement)
        self._decides.setText("\n".join(influence_words(one, titles) for one in found.influences))
        self._decides.setVisible(bool(found.influences))
        words = ""
        if warned.turns:
            turn = warned.turns[0]
            third = turn.third or self.tr("a cheap offer of {price}").format(
                price=amount_text(turn.price, procurement.head.currency)
            )
            words = self.tr(
                "Careful: whether {first} or {second} comes before the other depends on a third: {third}."
            ).format(first=turn.before[0], second=turn.before[1], third=third)
        elif warned.depends and self._has_price(procurement):
            words = self.tr(
                "Price scores are measured against the lowest price: a third offer can change the order of "
                "two others."
            )
        self._warning.setText(words)
        self._warning.setProperty("role", "fault" if warned.turns else "muted")
        self._warning.style().polish(self._warning)
        self._warning.setVisible(bool(words))

    def _has_price(self, procurement: Procurement) -> bool:
        return PRICE in criterion_titles(procurement) and bool(procurement.award.price.weight)


def _aligned(column: int) -> Qt.AlignmentFlag:
    """Put figures at the right, where their places stand below each other."""
    side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
