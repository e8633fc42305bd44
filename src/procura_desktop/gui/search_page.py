"""Search results as one types: counts and filters by kind and product group, and the hits."""

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from procura_desktop.gui.card import Card
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CardModel
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.focus import mark_first
from procura_desktop.gui.lists import case_detail
from procura_desktop.gui.tasks import Newest, Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import kind_name, kinds_name
from procura_desktop.library.open import open_library
from procura_desktop.library.query import Query, parse_query
from procura_desktop.library.search import Hit, Results

if TYPE_CHECKING:
    from procura_desktop.domain.kinds import RecordKind

ALL = ""
LIMIT = 100


def search_once(path: Path, query: Query) -> Results:
    """Search with a connection of its own, so that it can run in any thread."""
    with closing(open_library(path)) as library:
        return library.search(query, limit=LIMIT)


class SearchPage(QWidget):
    """Filters above, hits below."""

    record_chosen = Signal(str)
    failed = Signal(Exception)
    searched = Signal()  # results of the newest typed text are shown

    def __init__(self, library_path: Path, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = library_path
        self._newest = Newest(tasks, self)
        self._text = ""
        self._kind: RecordKind | None = None
        self._group = ALL
        self._awaited = False
        self._open_when_found = False
        self._model = CardModel(self)
        self._chips = Chips()
        self._groups = ChoiceBox(self.tr("Product group"))
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setProperty("role", "muted")
        self.view = CardView(self._model, self.tr("Search results"))

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        for widget in (self._chips, self._groups, self._status):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)

        self._chips.chosen.connect(self._choose_kind)
        self._groups.activated.connect(self._choose_group)
        self.view.opened.connect(self.record_chosen)
        self._newest.succeeded.connect(self._show)
        self._newest.failed.connect(self.failed)
        self._show(Results(hits=(), total=0, kinds=(), groups=()))

    def search(self, text: str) -> None:
        """Search for what was typed; the results come when they are there."""
        self._text = text
        self._start()

    def _start(self) -> None:
        kinds = (self._kind,) if self._kind else ()
        groups = (self._group,) if self._group else ()
        self._awaited, self._open_when_found = True, False
        query = parse_query(self._text, kinds=kinds, groups=groups)
        self._newest.start(partial(search_once, self._path, query))

    def _choose_kind(self, key: str) -> None:
        kinds: tuple[RecordKind, ...] = (
            "article", "group", "criterion", "case", "term", "label", "organisation", "event",
        )  # fmt: skip
        self._kind = next((kind for kind in kinds if kind == key), None)
        self._start()

    def _choose_group(self) -> None:
        self._group = self._groups.currentData()
        self._start()

    def _show(self, results: Results) -> None:
        self._show_filters(results)
        self._model.set_cards(tuple(_card(hit) for hit in results.hits))
        self.view.scrollToTop()
        self._status.setText(self._sentence(results))
        event = QAccessibleEvent(self._status, QAccessible.Event.NameChanged)
        QAccessible.updateAccessibility(event)
        self.searched.emit()
        self._awaited = False
        if self._open_when_found:
            self.open_first()

    def _show_filters(self, results: Results) -> None:
        counts = dict(results.kinds)
        if self._kind and self._kind not in counts:
            counts[self._kind] = 0
        chips = [(ALL, self.tr("All {count}").format(count=sum(counts.values())))]
        chips += [(kind, f"{kinds_name(kind)} {count}") for kind, count in counts.items()]
        self._chips.set_chips(chips if counts else [], self._kind or ALL)
        self._groups.clear()
        self._groups.addItem(self.tr("All product groups"), ALL)
        for group, title, count in results.groups:
            self._groups.addItem(f"{title} ({count})", group)
        if self._group and self._groups.findData(self._group) < 0:
            self._groups.addItem(f"{self._group.removeprefix('groups/')} (0)", self._group)
        self._groups.setCurrentIndex(max(0, self._groups.findData(self._group)))
        self._groups.setVisible(bool(results.groups) or bool(self._group))

    def _sentence(self, results: Results) -> str:
        if not self._text.strip():
            return self.tr(
                "Type what you buy, or what you want to know: laptop battery, cleaning, award criteria."
            )
        if not results.total:
            return self.tr(
                "Nothing was found. Try fewer or other words, or choose all kinds and all product groups."
            )
        shown = len(results.hits)
        if shown < results.total:
            return self.tr("The first {shown} of {total} results").format(shown=shown, total=results.total)
        return self.tr("%n result(s)", "", results.total)

    def focus_hits(self) -> None:
        """Put the keyboard on the first hit."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        mark_first(self.view)

    def open_first(self) -> None:
        """Open the marked hit, or the best one; wait for it where the search still runs."""
        self._open_when_found = self._awaited
        if self._awaited:
            return
        index = self.view.currentIndex()
        row = index.row() if index.isValid() else 0
        if self._model.rowCount():
            self.view.activated.emit(self._model.index(row, 0))

    def select(self, record_id: str) -> None:
        """Mark the hit of a record, if it is here."""
        self.view.select(self._model.row_of(record_id))

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self.view.set_colours(colours)


def _card(hit: Hit) -> Card:
    own = case_detail(hit.detail) if hit.kind == "case" else hit.detail
    detail = " · ".join(part for part in (hit.group_title, own) if part)
    return Card(hit.id, kind_name(hit.kind), hit.title, hit.snippet, detail=detail, marks=hit.marks)
