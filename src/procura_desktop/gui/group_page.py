"""A product group's page: its criteria as a table, its facts at a glance, its text to read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from procura_desktop.domain.records import Record
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.criteria_table import CriteriaTable
from procura_desktop.gui.group_facts import GroupFacts
from procura_desktop.gui.headings import heading
from procura_desktop.gui.origin_line import OriginLine
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import Colours
from procura_desktop.library.books import Books

CRITERIA, FACTS, TEXT = "criteria", "facts", "text"
VIEWS = (CRITERIA, FACTS, TEXT)
ROOMY_LINES = 18


class GroupPage(QWidget):
    """Three views of a group, each filled when first looked at; the caller fills the reader of the third."""

    record_chosen = Signal(str)
    web_requested = Signal(str)
    text_wanted = Signal()  # the reader is to show the group's text
    procure_wanted = Signal(str)  # criteria of this group are to be chosen for a procurement

    def __init__(
        self, library: Books, reader: Reader, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._record: Record | None = None
        self._unfilled: set[str] = set()
        self.reader = reader
        self._up = QPushButton(self.tr("‹ All product groups"))
        self._up.setProperty("role", "link")
        self._title = heading("", "h2")
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setProperty("role", "muted")
        self._chips = Chips()
        self._procure = QPushButton(self.tr("Choose for a procurement…"))
        self._procure.setProperty("role", "primary")
        self._origins = Origins(library)
        self._origin = OriginLine()
        self.criteria = CriteriaTable()
        self.criteria.set_colours(colours)
        self.facts = GroupFacts(colours, self._origins)
        self._views = QStackedWidget()
        for view in (self.criteria, self.facts, self.reader):
            self._views.addWidget(view)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(self._up, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._title)
        layout.addWidget(self._summary)
        line = QHBoxLayout()
        line.addWidget(self._chips, 1)
        line.addWidget(self._procure, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        layout.addSpacing(4)
        layout.addWidget(self._views, 1)
        layout.addWidget(self._origin)

        self._up.clicked.connect(lambda: self.record_chosen.emit(""))
        self._chips.chosen.connect(self.show_view)
        self._procure.clicked.connect(self._procure_this)
        self.criteria.record_chosen.connect(self.record_chosen)
        self.facts.record_chosen.connect(self.record_chosen)
        self.facts.web_requested.connect(self.web_requested)

    def show_group(self, record: Record, *, view: str = CRITERIA) -> None:
        """Show a product group."""
        if record.group is None:
            raise ValueError(f"{record.id} is not a product group")
        self._record, self._unfilled = record, {FACTS, TEXT}
        criteria = self._library.criteria_of(record.id)
        self._title.setText(record.title)
        self._summary.setText(record.summary)
        library = self._origins.name_of(record.id)
        self._origin.say(self._origins.line_for(library))
        self.criteria.set_origins(self._origins, library)
        chips = [
            (CRITERIA, self.tr("Criteria ({count})").format(count=len(criteria))),
            (FACTS, self.tr("At a glance")),
            (TEXT, self.tr("Read more")),
        ]
        self._chips.set_chips(chips, view)
        self.criteria.show_criteria(criteria, {part.name: part.title for part in record.group.parts})
        self.show_view(view)

    def _procure_this(self) -> None:
        if self._record is not None:
            self.procure_wanted.emit(self._record.id)

    def _fill(self, view: str) -> None:
        """Fill a view that has not been looked at since the group was chosen."""
        if view not in self._unfilled or self._record is None or self._record.group is None:
            return
        self._unfilled.discard(view)
        if view == TEXT:
            self.text_wanted.emit()
            return
        top = self._record.group.top_criteria
        titles = {name: found.title for name in top if (found := self._library.brief(name))}
        library = self._origins.name_of(self._record.id)
        cases = self._library.cases_of(self._record.id)
        self.facts.show_group(self._record.group, titles, cases, library=library)

    def show_view(self, view: str) -> None:
        """Turn to one of the views; only at a glance is there room for the summary."""
        self._fill(view)
        self._views.setCurrentIndex(VIEWS.index(view))
        self._summary.setVisible(view == FACTS)

    def areas(self) -> list[QWidget]:
        """Give the chips of the views and the view that is shown; the table counts by itself."""
        shown = self._views.currentWidget()
        inside = [self.criteria.table] if shown is self.criteria else [self.reader, self.facts]
        return [self._chips, *(area for area in inside if area.isVisible())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the way up where there is little room; the navigation leads there too."""
        super().resizeEvent(event)
        self._up.setVisible(self.height() >= ROOMY_LINES * self.fontMetrics().lineSpacing())

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.facts.set_colours(colours)
        self.criteria.set_colours(colours)
