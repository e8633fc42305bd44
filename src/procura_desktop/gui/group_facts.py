"""What is known of a product group at a glance: hotspots, what matters most, the official document, codes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from procura_desktop.domain.records import GroupDetails, OfficialDocument
from procura_desktop.gui.counted import Counted
from procura_desktop.gui.headings import heading
from procura_desktop.gui.hotspot_matrix import HotspotMatrix
from procura_desktop.gui.link_button import LinkButton
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import date_text, status_name, tip
from procura_desktop.library.read import Brief

SIDE_BY_SIDE_LETTERS = 130
WIDEST = 1240
MOST_CASES = 6


class GroupFacts(QScrollArea):
    """Cards, side by side where there is room."""

    record_chosen = Signal(str)
    web_requested = Signal(str)

    def __init__(self, colours: Colours, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._origins = origins
        self._details: GroupDetails | None = None
        self._titles: dict[str, str] = {}
        self._cases: tuple[Brief, ...] = ()
        self._library = ""
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_group(
        self,
        details: GroupDetails,
        titles: dict[str, str],
        cases: tuple[Brief, ...] = (),
        *,
        library: str = "",
    ) -> None:
        """Show the facts; `titles` names the criteria that matter most by id, `library` is the group's."""
        self._details, self._titles, self._cases, self._library = details, titles, cases, library
        panel = QWidget()
        panel.setObjectName("centre")
        panel.setMaximumWidth(WIDEST)
        outer = QVBoxLayout(panel)
        outer.setContentsMargins(0, 0, 4, 8)
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pair.setSpacing(12)
        outer.addLayout(self._pair)
        outer.addStretch(1)
        self._pair.addWidget(self._hotspots(details), 3)
        right = QVBoxLayout()
        right.setSpacing(12)
        for card in self._other_cards(details):
            right.addWidget(card)
        right.addStretch(1)
        self._pair.addLayout(right, 2)
        self.setWidget(panel)
        self._arrange()

    def _other_cards(self, details: GroupDetails) -> list[QFrame]:
        cards = [self._top(details)] if details.top_criteria else []
        if details.official_document is not None:
            cards.append(self._document(details.official_document))
        if self._cases:
            cards.append(self._case_links())
        if details.cpv:
            cards.append(_card(self.tr("CPV codes"), _text(", ".join(details.cpv))))
        return cards

    def _hotspots(self, details: GroupDetails) -> QFrame:
        if not details.hotspots:
            nothing = self.tr("Nobody has yet said for this set where in the life cycle its impacts are.")
            return _card(self.tr("Where the impacts are"), _text(nothing, role="muted"))
        matrix = HotspotMatrix()
        matrix.show_hotspots(details.hotspots, self._colours)
        return _card(
            self.tr("Where the impacts are"), matrix, _text(self._basis(details.hotspots_basis), role="muted")
        )

    def _top(self, details: GroupDetails) -> QFrame:
        links = [self._record_link(record_id) for record_id in details.top_criteria]
        basis = _text(self._basis(details.top_criteria_basis), role="muted")
        return _card(self.tr("Three criteria that matter most"), *links, basis)

    def _document(self, document: OfficialDocument) -> QFrame:
        facts = (document.number, date_text(document.date), status_name(document.status))
        address = LinkButton(document.url, anywhere=True)
        address.setAccessibleName(self.tr("Open in the browser: {address}").format(address=document.url))
        address.setToolTip(self.tr("Opens in the browser, if you are online"))
        address.clicked.connect(lambda: self.web_requested.emit(document.url))
        known = _text(" · ".join(fact for fact in facts if fact), role="muted")
        return _card(self.tr("Official document"), _text(document.title), known, address)

    def _case_links(self) -> QFrame:
        """Name what other buyers did; the list of cases has them all."""
        links = [self._link(brief.id, brief.title) for brief in self._cases[:MOST_CASES]]
        left = len(self._cases) - len(links)
        more = [_text(Counted().more_cases(left), role="muted")] if left else []
        return _card(self.tr("What other buyers did"), *links, *more)

    def _record_link(self, record_id: str) -> LinkButton:
        return self._link(record_id, self._titles.get(record_id, record_id))

    def _link(self, record_id: str, title: str) -> LinkButton:
        library = self._origins.name_of(record_id)
        button = LinkButton(
            " · ".join(filter(None, (title, self._origins.mention(library, on=self._library))))
        )
        button.setToolTip(tip(self._origins.sentence(library)))
        button.setAccessibleDescription(self._origins.sentence(library))
        button.clicked.connect(lambda: self.record_chosen.emit(record_id))
        return button

    def _basis(self, basis: str) -> str:
        if basis == "source":
            return self.tr("This stands in the sources.")
        return self.tr("This is our judgement.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= SIDE_BY_SIDE_LETTERS * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._pair.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self._colours = colours
        if self._details is not None:
            self.show_group(self._details, self._titles, self._cases, library=self._library)


def _card(title: str, *widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(16, 12, 16, 12)
    layout.setSpacing(5)
    layout.addWidget(heading(title, "h3"))
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return card


def _text(text: str, *, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
