"""How the award is decided: weights, rules, and a try with example offers."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from procura_desktop.domain.procurement import Procurement
from procura_desktop.gui.boxes import boxed, put_into, words
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import ChoiceField, Labelled
from procura_desktop.gui.procurements.offers_form import OffersForm
from procura_desktop.gui.procurements.rules_form import RulesForm
from procura_desktop.gui.procurements.weights_form import WeightsForm
from procura_desktop.gui.procurements.words import lot_name

WIDEST = 1040
OFFERS_AFTER_MS = 60  # so that the boxes above are painted


class AwardPanel(QWidget):
    """Three boxes; with lots, for one of them at a time.

    The example offers of a procurement that is shown for the first time come in a turn of their own: with
    hundreds of criteria, all boxes at once would take the window longer than it may be silent.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lots: tuple[tuple[str, str], ...] = ()
        self._shown: Procurement | None = None
        self._offers_soon = QTimer(self, singleShot=True, interval=OFFERS_AFTER_MS)
        self._lot = ChoiceField(self.tr("Lot"), [])
        self._lot_box = Labelled(
            self.tr("For which lot"),
            self._lot,
            why=self.tr("The weight of the price and how offers are compared hold for every lot."),
        )
        self._nothing = words()
        said = words(
            self.tr("Move the scores of example offers to see which criterion ever decides. Not exported.")
        )
        said.setProperty("role", "muted")
        self.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 8, 16)
        layout.setSpacing(14)
        layout.addWidget(self._lot_box)
        layout.addWidget(self._nothing)
        # Each box is in its place before it is filled: see `scrolled`.
        self._weights_box = boxed(self.tr("What counts how much"))
        layout.addWidget(self._weights_box)
        layout.addWidget(rules := boxed(self.tr("How offers are compared")))
        layout.addWidget(offers := boxed(self.tr("Try it"), said))
        self._weights = put_into(self._weights_box, WeightsForm(desk, self._weights_box))
        self._rules = put_into(rules, RulesForm(desk, rules))
        self._offers = put_into(offers, OffersForm(desk, offers))
        layout.addStretch(1)

        self._lot.picked.connect(lambda _: self._refresh())
        self._offers_soon.timeout.connect(self._show_offers)

    def _refresh(self) -> None:
        if (one := self._desk.procurement) is not None:
            self.show_procurement(one)

    def show_procurement(self, procurement: Procurement) -> None:
        """Show the award."""
        self._shown = procurement
        lots = tuple((lot.id, lot.title) for lot in procurement.lots)
        if lots != self._lots:
            self._lots = lots
            self._lot.set_choices(
                (lot_id, lot_name(number, title)) for number, (lot_id, title) in enumerate(lots, start=1)
            )
        self._lot_box.setVisible(len(lots) > 1)
        lot = str(self._lot.currentData() or "")
        scored = bool(procurement.of_kind("AC", lot))
        self._nothing.setText(
            self.tr("No award criterion holds for this lot: the lowest price wins in it.")
            if procurement.of_kind("AC")
            else self.tr(
                "No award criterion is chosen yet: the lowest price wins. Choose some under Criteria."
            )
        )
        self._nothing.setVisible(not scored)
        self._weights_box.setVisible(scored)
        self._weights.show_award(procurement, lot)
        self._rules.show_award(procurement, lot)
        if procurement.id == self._offers.shown_id:
            self._show_offers()
        else:
            self._offers.hide()
            self._offers_soon.start()
        editable = procurement.head.status == "draft"
        for part in (self._weights, self._rules, self._offers):
            part.setEnabled(editable)

    def _show_offers(self) -> None:
        one = self._shown
        if one is not None and one is self._desk.procurement:  # or another was opened meanwhile
            self._offers.show_offers(one, str(self._lot.currentData() or ""))
            self._offers.show()
