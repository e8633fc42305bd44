"""Home: what are you buying, where did you stop reading, how old is the library."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from procura_desktop.gui.headings import heading
from procura_desktop.gui.tiles import GroupTiles
from procura_desktop.gui.words import date_text
from procura_desktop.library.read import Library
from procura_desktop.workspace.workspace import RecentRecord

WIDEST = 980
OLD_AFTER_DAYS = 365


class HomePage(QScrollArea):
    """The first page."""

    record_chosen = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tiles = GroupTiles()
        self._recent = _Links(self.tr("Continue reading"))
        self._starts = _Links(self.tr("Start here"))
        self._age = QLabel()
        self._age.setWordWrap(True)
        self._age.setProperty("role", "muted")

        centre = QWidget()
        centre.setObjectName("centre")
        centre.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(24, 14, 24, 24)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("What are you buying?"), "h1"))
        layout.addWidget(self._tiles)
        layout.addSpacing(8)
        layout.addWidget(self._recent)
        layout.addWidget(self._starts)
        layout.addSpacing(8)
        layout.addWidget(_rule())
        layout.addWidget(self._age)
        layout.addStretch(1)
        self.setWidget(centre)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self._tiles.group_chosen.connect(self.record_chosen)
        self._recent.chosen.connect(self.record_chosen)
        self._starts.chosen.connect(self.record_chosen)

    def fill(self, today: date) -> None:
        """Read what the page shows from the library."""
        self._tiles.set_groups(self._library.briefs(kind="group"))
        articles = self._library.briefs(kind="article", section="guidance")
        self._starts.set_links(tuple((brief.id, brief.title) for brief in articles[:5]))
        self._age.setText(self._library_sentence(today))

    def _library_sentence(self, today: date) -> str:
        counts = self._library.counts()
        criteria = self.tr("%n criterion/criteria", "", counts.get("criterion", 0))
        cases = self.tr("%n case(s)", "", counts.get("case", 0))
        articles = self.tr("%n article(s) of guidance", "", counts.get("article", 0))
        newest = self._library.info.newest
        text = self.tr(
            "This library holds {criteria}, {cases} and {articles}. Its newest text is of {date}."
        ).format(criteria=criteria, cases=cases, articles=articles, date=date_text(newest))
        if newest and (today - date.fromisoformat(newest)).days > OLD_AFTER_DAYS:
            text += " " + self.tr(
                "That is more than a year ago: check what you use in the official documents."
            )
        return text + " " + self.tr("Nothing here is legal advice; national law prevails.")

    def set_recent(self, recent: tuple[RecentRecord, ...]) -> None:
        """Show what was read last."""
        self._recent.set_links(tuple((entry.record_id, entry.title) for entry in recent))


class _Links(QWidget):
    """A heading with links under it; hidden while there are none."""

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self._layout.addWidget(heading(title, "h3"))
        self.hide()

    def set_links(self, links: tuple[tuple[str, str], ...]) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(record_id, title) for record_id, title in links]
        self.setVisible(bool(links))

    def _button(self, record_id: str, title: str) -> QPushButton:
        button = QPushButton(title.replace("&", "&&"))
        button.setProperty("role", "link")
        button.setAccessibleName(title)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(record_id))
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
