"""The criteria table of a product group, filtered by kind, with the meaning of its marks below."""

from collections import Counter
from typing import get_args

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from procura_desktop.domain.records import Confidence, CriterionKind, Record
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.criteria_model import ID_ROLE, CriteriaModel
from procura_desktop.gui.criteria_view import CriteriaView
from procura_desktop.gui.theme import LIGHT, Colours
from procura_desktop.gui.words import confidence_meaning, confidence_name, criterion_kind_name


class CriteriaTable(QWidget):
    """Chips for the kinds, the table, the legend."""

    record_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[Record, ...] = ()
        self._parts: dict[str, str] = {}
        self._kind: CriterionKind | None = None
        self._model = CriteriaModel(self)
        self._chips = Chips()
        self.table = CriteriaView(self._model, LIGHT)
        self._legend = QLabel()
        self._legend.setWordWrap(True)
        self._legend.setProperty("role", "muted")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._chips)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._legend)

        self._chips.chosen.connect(self._choose_kind)
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)

    def show_criteria(self, records: tuple[Record, ...], parts: dict[str, str]) -> None:
        """Show the criteria of a group; `parts` gives the title of each part by its name."""
        self._records, self._parts, self._kind = records, parts, None
        present = {record.confidence for record in records}
        marks: tuple[Confidence, ...] = get_args(Confidence)
        self._legend.setText(
            "   ".join(
                f"{confidence_name(mark)}: {confidence_meaning(mark)}" for mark in marks if mark in present
            )
        )
        self._fill()

    def _choose_kind(self, key: str) -> None:
        kinds: tuple[CriterionKind, ...] = get_args(CriterionKind)
        self._kind = next((kind for kind in kinds if kind == key), None)
        self._fill()

    def _fill(self) -> None:
        counts = Counter(record.criterion.kind for record in self._records if record.criterion)
        chips = [("", self.tr("All {count}").format(count=len(self._records)))]
        chips += [
            (kind, f"{criterion_kind_name(kind)} {counts[kind]}")
            for kind in get_args(CriterionKind)
            if counts[kind]
        ]
        self._chips.set_chips(chips, self._kind or "")
        self.table.clearSpans()
        self._model.set_criteria(self._records, self._parts, self._kind)
        for row in self._model.headings():
            self.table.setSpan(row, 0, 1, self._model.columnCount())
        self.table.fit()

    def _open(self, index: QModelIndex) -> None:
        record_id = index.data(ID_ROLE)
        if record_id:
            self.record_chosen.emit(record_id)

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.table.set_colours(colours)
