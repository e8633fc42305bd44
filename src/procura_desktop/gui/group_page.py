"""A product group's page: its criteria as a table, and everything else about it beside each other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from procura_desktop.domain.records import GroupDetails, Record
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.criteria_table import CriteriaTable
from procura_desktop.gui.headings import heading
from procura_desktop.gui.hotspot_matrix import HotspotMatrix
from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import date_text, status_name
from procura_desktop.library.read import Library

CRITERIA, OVERVIEW = "criteria", "overview"


class GroupPage(QWidget):
    """Two views of a group: criteria, overview. The reader of the overview belongs to the caller."""

    record_chosen = Signal(str)
    web_requested = Signal(str)

    def __init__(
        self, library: Library, reader: Reader, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._colours = colours
        self._record: Record | None = None
        self.reader = reader
        self._up = QPushButton(self.tr("‹ All product groups"))
        self._up.setProperty("role", "link")
        self._title = heading("", "h1")
        self._title.setWordWrap(True)
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setProperty("role", "muted")
        self._chips = Chips()
        self.criteria = CriteriaTable()
        self.criteria.set_colours(colours)
        self.facts = GroupFacts(colours)
        self._views = QStackedWidget()
        self._views.addWidget(self.criteria)
        self._views.addWidget(self._overview())

        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 2, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(self._up, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._title)
        layout.addWidget(self._summary)
        layout.addSpacing(4)
        layout.addWidget(self._chips)
        layout.addSpacing(4)
        layout.addWidget(self._views, 1)

        self._up.clicked.connect(lambda: self.record_chosen.emit(""))
        self._chips.chosen.connect(self.show_view)
        self.criteria.record_chosen.connect(self.record_chosen)
        self.facts.record_chosen.connect(self.record_chosen)
        self.facts.web_requested.connect(self.web_requested)

    def _overview(self) -> QWidget:
        overview = QWidget()
        layout = QHBoxLayout(overview)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.reader, 3)
        layout.addWidget(self.facts, 2)
        return overview

    def show_group(self, record: Record, *, view: str = CRITERIA) -> None:
        """Show a product group. The caller fills the reader."""
        if record.group is None:
            raise ValueError(f"{record.id} is not a product group")
        self._record = record
        criteria = self._library.criteria_of(record.id)
        self._title.setText(record.title)
        self._summary.setText(record.summary)
        self._chips.set_chips(
            [
                (CRITERIA, self.tr("Criteria ({count})").format(count=len(criteria))),
                (OVERVIEW, self.tr("Overview")),
            ],
            view,
        )
        self.criteria.show_criteria(criteria, {part.name: part.title for part in record.group.parts})
        titles = {
            brief: found.title for brief in record.group.top_criteria if (found := self._library.brief(brief))
        }
        self.facts.show_group(record.group, titles)
        self.show_view(view)

    def show_view(self, view: str) -> None:
        """Turn to the criteria or to the overview."""
        self._views.setCurrentIndex(0 if view == CRITERIA else 1)

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self._colours = colours
        self.facts.set_colours(colours)
        self.criteria.set_colours(colours)


class GroupFacts(QScrollArea):
    """What is known of a group, in short: official document, hotspots, what matters most, CPV codes."""

    record_chosen = Signal(str)
    web_requested = Signal(str)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._details: GroupDetails | None = None
        self._titles: dict[str, str] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(300)

    def show_group(self, details: GroupDetails, titles: dict[str, str]) -> None:
        """Show the facts; `titles` names the criteria that matter most by their ids."""
        self._details, self._titles = details, titles
        panel = QWidget()
        panel.setObjectName("centre")
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(4, 0, 8, 8)
        layout.setSpacing(6)
        self._add_document(layout, details)
        if details.hotspots:
            layout.addWidget(heading(self.tr("Where the impacts are"), "h3"))
            matrix = HotspotMatrix()
            matrix.show_hotspots(details.hotspots, self._colours)
            layout.addWidget(matrix)
            layout.addWidget(self._muted(self._basis(details.hotspots_basis)))
        self._add_top(layout, details)
        if details.cpv:
            layout.addWidget(heading(self.tr("CPV codes"), "h3"))
            layout.addWidget(self._text(", ".join(details.cpv)))
        layout.addStretch(1)
        self.setWidget(panel)

    def _add_document(self, layout: QVBoxLayout, details: GroupDetails) -> None:
        document = details.official_document
        facts = (document.number, date_text(document.date), status_name(document.status))
        layout.addWidget(heading(self.tr("Official document"), "h3"))
        layout.addWidget(self._text(document.title))
        layout.addWidget(self._muted(" · ".join(fact for fact in facts if fact)))
        address = QPushButton(_breakable(document.url))
        address.setProperty("role", "link")
        address.setAccessibleName(self.tr("Open in the browser: {address}").format(address=document.url))
        address.setToolTip(
            self.tr("Opens in the browser, if you are online:\n{address}").format(address=document.url)
        )
        address.clicked.connect(lambda: self.web_requested.emit(document.url))
        layout.addWidget(address)

    def _add_top(self, layout: QVBoxLayout, details: GroupDetails) -> None:
        if not details.top_criteria:
            return
        layout.addWidget(heading(self.tr("Three criteria that matter most"), "h3"))
        for record_id in details.top_criteria:
            layout.addWidget(self._record_link(record_id))
        layout.addWidget(self._muted(self._basis(details.top_criteria_basis)))

    def _record_link(self, record_id: str) -> QPushButton:
        title = self._titles.get(record_id, record_id)
        button = QPushButton(title.replace("&", "&&"))
        button.setProperty("role", "link")
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self.record_chosen.emit(record_id))
        return button

    def _basis(self, basis: str) -> str:
        if basis == "source":
            return self.tr("This stands in the sources.")
        return self.tr("This is our judgement.")

    def _text(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _muted(self, text: str) -> QLabel:
        label = self._text(text)
        label.setProperty("role", "muted")
        return label

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self._colours = colours
        if self._details is not None:
            self.show_group(self._details, self._titles)


def _breakable(url: str, *, width: int = 38) -> str:
    """Break an address into lines, so that all of it can be read."""
    return "\n".join(url[start : start + width] for start in range(0, len(url), width)).replace("&", "&&")
