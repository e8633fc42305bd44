"""Home: what are you buying, where did you stop reading, how old is the library."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.due_lines import DueLines
from procura_desktop.gui.headings import heading
from procura_desktop.gui.link_button import LinkButton
from procura_desktop.gui.origins import Origins, publisher_words
from procura_desktop.gui.tiles import GroupTiles
from procura_desktop.gui.update_words import is_old
from procura_desktop.gui.words import date_text, library_name, tip
from procura_desktop.library.books import Books
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.workspace.workspace import RecentRecord

WIDEST = 1240
SIDE_BY_SIDE_LETTERS = 84
REST_MS = 600  # as long as that the pointer has to rest before a tile moves away under it


class HomePage(QScrollArea):
    """The first page."""

    record_chosen = Signal(str)
    changes_wanted = Signal()
    place_wanted = Signal(str)  # as `parse_place` reads it
    kept_wanted = Signal()  # the bookmarks and notes

    def __init__(self, library: Books, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._origins = Origins(library)
        self._tiles = GroupTiles()
        self._recent = _Links(self.tr("Continue reading"))
        self._starts = _Links(self.tr("Start here"))
        self._waiting = DueLines()
        self._found: tuple[tuple[str, str], ...] = ()
        self._pointer: QPoint | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._age = QLabel()
        self._age.setWordWrap(True)
        self._age.setTextFormat(Qt.TextFormat.PlainText)
        self._changes = LinkButton("")
        self._changes.hide()
        self._kept = LinkButton("")
        self._kept.hide()
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()

        self._tiles.group_chosen.connect(self.record_chosen)
        self._recent.chosen.connect(self.record_chosen)
        self._starts.chosen.connect(self.record_chosen)
        self._waiting.chosen.connect(self.place_wanted)
        self._rest.timeout.connect(self._show_waiting)
        self._changes.clicked.connect(self.changes_wanted)
        self._kept.clicked.connect(self.kept_wanted)

    def _lay_out(self) -> None:
        self._pair.setSpacing(14)
        self._pair.addWidget(self._recent, 1)
        self._pair.addWidget(self._starts, 1)
        card = _card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 12, 18, 14)
        inside.setSpacing(4)
        inside.addWidget(heading(self.tr("Your library"), "h3"))
        inside.addWidget(self._age)
        inside.addWidget(self._changes)
        centre = QWidget()
        centre.setObjectName("centre")
        centre.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(24, 14, 24, 24)
        layout.setSpacing(14)
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("What are you buying?"), "h1"), 1)
        top.addWidget(self._kept)
        layout.addLayout(top)
        layout.addWidget(self._waiting)
        layout.addWidget(self._tiles)
        layout.addLayout(self._pair)
        layout.addWidget(card)
        layout.addStretch(1)
        self.setWidget(centre)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what to read side by side where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE_LETTERS * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._pair.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def fill(self, today: date) -> None:
        """Read what the page shows from the library."""
        self._tiles.set_groups(self._library.briefs(kind="group"), self._origins)
        articles = self._library.briefs(kind="article", section="guidance")
        self._starts.set_links(tuple((brief.id, brief.title) for brief in articles[:5]), self._origins)
        self._age.setText(self._library_words(today))

    def _library_words(self, today: date) -> str:
        info, counts = self._library.info, self._library.counts()
        holds = self.tr("{library}, edition {version}: {criteria}, {cases} and {articles}.").format(
            library=library_name(info.name),
            version=info.version,
            criteria=self.tr("%n criterion/criteria", "", counts.get("criterion", 0)),
            cases=self.tr("%n case(s)", "", counts.get("case", 0)),
            articles=self.tr("%n article(s) of guidance, law and checklists", "", counts.get("article", 0)),
        )
        records = self.tr("%n record(s) in all", "", info.records)
        whose = self.tr("Published by {publisher}.") if info.publisher else self.tr("Publisher not named.")
        lines = [f"{holds} {records}. {whose.format(publisher=info.publisher)}"]
        lines += [self._beside(other) for other in self._library.infos[1:]]
        if info.newest:
            lines.append(self.tr("The newest text is of {date}.").format(date=date_text(info.newest)))
        if info.newest and is_old(info.newest, today):
            lines[-1] += " " + self.tr(
                "That is more than a year ago: check what you use in the official documents."
            )
        lines.append(self.tr("Nothing here is legal advice; national law prevails."))
        return "\n".join(lines)

    def _beside(self, info: LibraryInfo) -> str:
        words = self.tr("Beside it: {library}, edition {version}, {publisher}.")
        return words.format(
            library=library_name(info.name), version=info.version, publisher=publisher_words(info)
        )

    def set_changes(self, count: int) -> None:
        """Say how many texts the last update changed that nobody has read yet."""
        self._changes.set_words(self.tr("%n text(s) changed in the last update: see which", "", count))
        self._changes.setVisible(count > 0)

    def set_waiting(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Show what waits in the person's procurements, (place, words), as soon as no tile is aimed at."""
        self._found = lines
        self._pointer = None
        self._show_waiting()

    def _show_waiting(self) -> None:
        at = QCursor.pos()
        if self._waiting.isHidden() and self._found and self._tiles.underMouse() and at != self._pointer:
            self._pointer = at
            self._rest.start()
            return
        self._waiting.set_lines(self._found)

    def set_kept(self, count: int) -> None:
        """Say how many bookmarks and notes there are, and lead to them."""
        self._kept.set_words(self.tr("Your bookmarks and notes ({count})").format(count=count))
        self._kept.setVisible(count > 0)

    def set_recent(self, recent: tuple[RecentRecord, ...]) -> None:
        """Show what was read last."""
        self._recent.set_links(tuple((entry.record_id, entry.title) for entry in recent), self._origins)


def _card() -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    return card


class _Links(QFrame):
    """A heading with links under it; hidden while there are none."""

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._buttons: list[LinkButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 12, 12, 12)
        self._layout.setSpacing(1)
        title_label = heading(title, "h3")
        title_label.setContentsMargins(6, 0, 0, 4)
        self._layout.addWidget(title_label)
        self._layout.addStretch(1)
        self.hide()

    def set_links(self, links: tuple[tuple[str, str], ...], origins: Origins) -> None:
        """Show these records, (id, title); what is of another library than the main one says so."""
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(record_id, title, origins) for record_id, title in links]
        self.setVisible(bool(links))

    def _button(self, record_id: str, title: str, origins: Origins) -> LinkButton:
        library = origins.name_of(record_id)
        button = LinkButton(" · ".join(filter(None, (title, origins.mention(library, on="")))))
        button.setToolTip(tip(origins.sentence(library)))
        button.setAccessibleDescription(origins.sentence(library))
        button.clicked.connect(lambda: self.chosen.emit(record_id))
        self._layout.insertWidget(self._layout.count() - 1, button)
        return button
