"""The criteria table of a product group, filtered by kind, with the meaning of its marks below."""

from collections import Counter
from typing import get_args

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from procura_desktop.domain.kinds import Confidence, CriterionKind
from procura_desktop.domain.records import Record
from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.criteria_model import ID_ROLE, CriteriaModel
from procura_desktop.gui.criteria_view import CriteriaView
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.theme import LIGHT, Colours
from procura_desktop.gui.words import confidence_meaning, confidence_name, criterion_kind_name

ROOMY_LINES = 13


class CriteriaTable(QWidget):
    """A box for the kinds, the table, the legend."""

    record_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[Record, ...] = ()
        self._parts: dict[str, str] = {}
        self._kind: CriterionKind | None = None
        self._model = CriteriaModel(self)
        self._kinds = ChoiceBox(self.tr("Kind of criterion"))
        self._hint = QLabel(self.tr("Enter or a click opens a criterion."))
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self.table = CriteriaView(self._model, LIGHT)
        self._legend = QLabel()
        self._legend.setWordWrap(True)
        self._legend.setProperty("role", "muted")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._kinds)
        row.addSpacing(8)
        row.addWidget(self._hint, 1)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._legend)

        self._kinds.activated.connect(self._choose_kind)
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)

    def set_origins(self, origins: Origins, library: str) -> None:
        """Let each criterion that is of another library than this one say whose it is."""
        self._model.set_origins(origins, library)

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
        self._fill_kinds()
        self._fill()

    def _choose_kind(self) -> None:
        self._kind = self._kinds.currentData()
        self._fill()

    def _fill_kinds(self) -> None:
        counts = Counter(record.criterion.kind for record in self._records if record.criterion)
        self._kinds.clear()
        self._kinds.addItem(self.tr("All kinds ({count})").format(count=len(self._records)), None)
        for kind in get_args(CriterionKind):
            if counts[kind]:
                self._kinds.addItem(f"{criterion_kind_name(kind)} ({counts[kind]})", kind)

    def _fill(self) -> None:
        self.table.clearSpans()
        self._model.set_criteria(self._records, self._parts, self._kind)
        for row in self._model.headings():
            self.table.setSpan(row, 0, 1, self._model.columnCount())
        self.table.fit()

    def _open(self, index: QModelIndex) -> None:
        record_id = index.data(ID_ROLE)
        if record_id:
            self.record_chosen.emit(record_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the table where there is little; the marks explain themselves as tool tips."""
        super().resizeEvent(event)
        roomy = self.height() >= ROOMY_LINES * self.fontMetrics().lineSpacing()
        self._legend.setVisible(roomy)
        self._hint.setVisible(roomy)

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.table.set_colours(colours)
