"""How the award is decided: weights, rules, and a try with example offers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from procura_desktop.domain.procurement import Procurement
from procura_desktop.gui.boxes import boxed
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.fields import ChoiceField, Labelled
from procura_desktop.gui.procurements.offers_form import OffersForm
from procura_desktop.gui.procurements.rules_form import RulesForm
from procura_desktop.gui.procurements.weights_form import WeightsForm
from procura_desktop.gui.tasks import Tasks

WIDEST = 1040


class AwardPanel(QScrollArea):
    """Three boxes; with lots, for one of them at a time."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lots: tuple[tuple[str, str], ...] = ()
        self._lot = ChoiceField(self.tr("Lot"), [])
        self._lot_box = Labelled(self.tr("For which lot"), self._lot)
        self._weights = WeightsForm(desk)
        self._rules = RulesForm(desk)
        self._offers = OffersForm(desk, tasks)
        self._nothing = QLabel(
            self.tr("No award criterion is chosen yet: the lowest price wins. Choose some under Criteria.")
        )
        self._nothing.setWordWrap(True)
        centre = QWidget()
        centre.setObjectName("centre")
        centre.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 2, 8, 16)
        layout.setSpacing(14)
        layout.addWidget(self._nothing)
        layout.addWidget(self._lot_box)
        layout.addWidget(boxed(self.tr("What counts how much"), self._weights))
        layout.addWidget(boxed(self.tr("How offers are compared"), self._rules))
        words = QLabel(
            self.tr("Move the scores of example offers to see which criterion ever decides. Not exported.")
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        layout.addWidget(boxed(self.tr("Try it"), words, self._offers))
        layout.addStretch(1)
        self.setWidget(centre)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self._lot.picked.connect(lambda _: self._refresh())

    def _refresh(self) -> None:
        if (one := self._desk.procurement) is not None:
            self.show_procurement(one)

    def show_procurement(self, procurement: Procurement) -> None:
        """Show the award."""
        lots = tuple((lot.id, lot.title) for lot in procurement.lots)
        if lots != self._lots:
            self._lots = lots
            kept = self._lot.currentData()
            self._lot.clear()
            for number, (lot_id, title) in enumerate(lots, start=1):
                words = self.tr("Lot {number}: {title}").format(number=number, title=title)
                self._lot.addItem(words, lot_id)
            self._lot.show_value(kept or "")
        self._lot_box.setVisible(len(lots) > 1)
        lot = str(self._lot.currentData() or "")
        self._nothing.setVisible(not procurement.of_kind("AC", lot))
        self._weights.show_award(procurement, lot)
        self._rules.show_award(procurement, lot)
        self._offers.show_offers(procurement, lot)
        editable = procurement.head.status == "draft"
        for part in (self._weights, self._rules, self._offers):
            part.setEnabled(editable)
