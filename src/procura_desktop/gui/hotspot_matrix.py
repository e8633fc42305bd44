"""The hotspots of a product group: stages across, impacts down, a word and a shade in each cell."""

from typing import get_args

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from procura_desktop.domain.records import Hotspot, Impact, Stage
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import hotspot_level_name, impact_name, stage_name, tip

HEADER_PADDING = 22


class HotspotMatrix(QTableWidget):
    """A small matrix that is as high as its rows and never narrower than its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Where the impacts are"))
        self.setAccessibleDescription(self.tr("Stages of the life cycle across, impacts down."))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(True)

    def show_hotspots(self, hotspots: tuple[Hotspot, ...], colours: Colours) -> None:
        """Show them; the notes are tool tips and are read out."""
        stages = [stage for stage in get_args(Stage) if any(spot.stage == stage for spot in hotspots)]
        impacts = [impact for impact in get_args(Impact) if any(spot.impact == impact for spot in hotspots)]
        self.clear()
        self.setRowCount(len(impacts))
        self.setColumnCount(len(stages))
        self.setHorizontalHeaderLabels([_two_lines(stage_name(stage)) for stage in stages])
        self.setVerticalHeaderLabels([_two_lines(impact_name(impact)) for impact in impacts])
        for spot in hotspots:
            self.setItem(impacts.index(spot.impact), stages.index(spot.stage), _item(spot, colours))
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows, and wide enough for every word."""
        metrics = self.fontMetrics()
        words = [
            line
            for column in range(self.columnCount())
            if (item := self.horizontalHeaderItem(column)) is not None
            for line in item.text().split("\n")
        ]
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        self.horizontalHeader().setMinimumSectionSize(int(widest * 1.1) + HEADER_PADDING)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 6)
        columns = self.columnCount() * self.horizontalHeader().minimumSectionSize()
        self.setMinimumWidth(self.verticalHeader().sizeHint().width() + columns + 6)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text grows or shrinks."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()


def _item(spot: Hotspot, colours: Colours) -> QTableWidgetItem:
    shades = {
        "high": (colours.accent, colours.accent_text),
        "medium": (colours.accent_soft, colours.text),
    }
    item = QTableWidgetItem(hotspot_level_name(spot.level))
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    item.setToolTip(tip(spot.note))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(spot))
    if spot.level in shades:
        back, front = shades[spot.level]
        item.setBackground(QBrush(QColor(back)))
        item.setForeground(QBrush(QColor(front)))
    return item


def _two_lines(text: str) -> str:
    """Break a heading of several words in the middle."""
    words = text.split()
    breaks = range(1, len(words))
    if not breaks:
        return text
    best = min(breaks, key=lambda at: max(len(" ".join(words[:at])), len(" ".join(words[at:]))))
    return " ".join(words[:best]) + "\n" + " ".join(words[best:])


def _spoken(spot: Hotspot) -> str:
    where = f"{impact_name(spot.impact)}, {stage_name(spot.stage)}"
    return f"{where}: {hotspot_level_name(spot.level)}. {spot.note}"
