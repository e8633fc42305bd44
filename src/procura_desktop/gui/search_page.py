"""Search results as one types: what the words may become, counts and filters, and the hits."""

from functools import partial
from typing import TYPE_CHECKING, Protocol, get_args

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from procura_desktop.domain.kinds import Sort
from procura_desktop.errors import WorkspaceError
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CardModel
from procura_desktop.gui.chips import Chips, Offers
from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.focus import mark_first
from procura_desktop.gui.hit_cards import FOLD, TYPED, card_filler, cards_of_hits, cards_of_searches
from procura_desktop.gui.link_button import PADDING, LinkButton
from procura_desktop.gui.origin_line import OriginLine
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.searcher import Answer, Searcher, Wanted
from procura_desktop.gui.tasks import Newest, Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.words import cut, kinds_name, sort_name
from procura_desktop.library.books import Books
from procura_desktop.library.complete import MOST as COMPLETIONS
from procura_desktop.library.query import parse_query
from procura_desktop.library.search import Results
from procura_desktop.workspace.workspace import Search

if TYPE_CHECKING:
    from collections.abc import Callable

    from procura_desktop.domain.kinds import RecordKind

ALL = ""
LIMIT = 50
LONGEST_SHOWN = 80  # letters of what was typed, where it is repeated
COUNT_AFTER_MS = 150  # who types on, a key in 120, wants hits, not counts
NOTES_AFTER_MS = 150
SORTS: tuple[Sort, ...] = get_args(Sort)


class Searches(Protocol):
    """Where searches are remembered."""

    def searches(self) -> tuple[Search, ...]:
        """Give the saved ones, then the latest."""

    def count_notes(self, typed: str) -> int:
        """Count the person's own notes that match."""


class SearchPage(QWidget):
    """Completions and filters above, hits below."""

    record_chosen = Signal(str)
    text_wanted = Signal(str)  # is to stand in the search field, and to be searched
    search_used = Signal(str)  # a hit of this search was opened
    search_saved = Signal(str, bool)  # this search is to be kept, or no longer
    notes_wanted = Signal(str)  # the person's own notes that have this text are to be shown
    failed = Signal(Exception)
    searched = Signal()  # results of the newest typed text are shown

    def __init__(
        self,
        library: Books,
        tasks: Tasks,
        searches: Searches,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._searches = searches
        searcher = Searcher(library.paths, limit=LIMIT, prefer=library.preferred)
        tasks.at_end(searcher.close)
        self._tasks, self._close_library, self._open_library = tasks, searcher.close, searcher.prepare
        self._search: Callable[[Wanted], Answer] = searcher.search
        self._newest = Newest(tasks, self, stop=searcher.stop)
        self._text = ""
        self._kind: RecordKind | None = None
        self._group = ALL
        self._correct = True
        self._count = QTimer(self, singleShot=True, interval=COUNT_AFTER_MS)
        self._look_in_notes = QTimer(self, singleShot=True, interval=NOTES_AFTER_MS)
        self._awaited = False
        self._open_when_found = False
        self._model = CardModel(self)
        self._completions = Offers(COMPLETIONS)
        self._chips = Chips()
        self._groups = ChoiceBox(self.tr("Product group"))
        self._sort = ChoiceBox(self.tr("Order of the results"))
        for sort in SORTS:
            self._sort.addItem(sort_name(sort), sort)
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setProperty("role", "muted")
        self._instead = LinkButton("")
        self._save = LinkButton("")
        self._notes = LinkButton("")
        self._notes.hide()
        self.view = CardView(self._model, self.tr("Search results"))
        self._origins = Origins(library)
        self._origin = OriginLine()
        self._lay_out()

        self._completions.chosen.connect(self.text_wanted)
        self._chips.chosen.connect(self._choose_kind)
        self._groups.activated.connect(self._choose_group)
        self._sort.activated.connect(self._start)
        self._instead.clicked.connect(self._search_as_typed)
        self._save.clicked.connect(self._keep)
        self._notes.clicked.connect(lambda: self.notes_wanted.emit(self._text.strip()))
        self._look_in_notes.timeout.connect(self._count_notes)
        self.view.opened.connect(self._open)
        self._newest.succeeded.connect(self._show)
        self._count.timeout.connect(self._count_all)
        self._newest.failed.connect(self.failed)
        self._show_answer(Results(), "", ())

    def prepare(self) -> None:
        """Open the library beside the window, so that the first letter takes no longer than others.

        What fails here fails again when somebody searches, and is told then.
        """
        if not self._tasks.ended:
            self._tasks.start(self._open_library)

    def let_go(self) -> None:
        """Search no more, and close the library in the thread that opened it."""
        self._count.stop()
        self._look_in_notes.stop()
        if not self._tasks.ended:
            self._tasks.start(self._close_library)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        boxes = QHBoxLayout()
        boxes.addWidget(self._groups, 3)
        boxes.addWidget(self._sort, 2)
        layout.addWidget(self._completions)
        layout.addWidget(self._chips)
        layout.addLayout(boxes)
        self._status.setContentsMargins(0, PADDING, 0, PADDING)  # its first line beside that of the link
        said = QHBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._status, 1)
        said.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(said)
        layout.addWidget(self._instead)
        layout.addWidget(self._notes)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._origin)

    # Searching.

    def search(self, text: str) -> None:
        """Search for what was typed; the results come when they are there."""
        if text != self._text:
            self._correct = True
        self._text = text
        self._start()

    def _start(self) -> None:
        self._awaited, self._open_when_found = True, False
        self._count.stop()
        self._look_in_notes.start()
        self._newest.start(partial(self._search, self._wanted(count=False)))

    def _count_all(self) -> None:
        self._newest.start(partial(self._search, self._wanted(count=True)))

    def _wanted(self, *, count: bool) -> Wanted:
        asked = bool(self._text.strip())  # what was chosen narrows a question, and is none by itself
        query = parse_query(
            self._text,
            kinds=(self._kind,) if self._kind and asked else (),
            groups=(self._group,) if self._group and asked else (),
            sort=self._sort.currentData(),
            correct=self._correct,
        )
        return Wanted(text=self._text, query=query, count=count)

    def _choose_kind(self, key: str) -> None:
        from procura_desktop.domain.records import DETAIL_FIELDS

        self._kind = next((kind for kind in DETAIL_FIELDS if kind == key), None)
        self._start()

    def _choose_group(self) -> None:
        self._group = self._groups.currentData()
        self._start()

    def _search_as_typed(self) -> None:
        """Search for the very words that were typed."""
        self._correct = False
        self._start()

    # Showing.

    def _show(self, answer: Answer) -> None:
        results = answer.results
        if answer.wanted.count:
            self._show_filters(results)
            self._tell(results)
            return
        self._show_answer(results, answer.wanted.text, answer.completions)
        if not results.counted:
            self._count.start()

    def _show_answer(self, results: Results, text: str, completions: tuple[str, ...]) -> None:
        if results.counted:
            self._show_filters(results)
        self._completions.set_offers([(one, one.strip().split()[-1]) for one in completions])
        if text.strip():
            fill = card_filler(self._library, text, results)
            cards = cards_of_hits(results, self._library.group_titles(), self._origins)
            self._model.set_cards(cards, fill)
        else:
            self._model.set_cards(cards_of_searches(self._searches.searches()))
        found = bool(results.hits)
        self._origin.say(self._origins.line if found else "", short=self._origins.short if found else "")
        self.view.scrollToTop()
        self._tell(results)
        self.searched.emit()
        self._awaited = False
        if self._open_when_found:
            self.open_first()

    def _tell(self, results: Results) -> None:
        """Say how much was found, and for which words."""
        self._status.setText(self._sentence(results))
        QAccessible.updateAccessibility(QAccessibleEvent(self._status, QAccessible.Event.NameChanged))
        self._instead.set_words(
            self.tr("Search instead for “{text}”").format(text=cut(self._text, LONGEST_SHOWN))
        )
        self._instead.setVisible(bool(results.corrected))
        self._name_save()
        self._save.setVisible(bool(self._text.strip()) and bool(results.hits))

    def _count_notes(self) -> None:
        """Say how many of the person's own notes have these words, and lead there."""
        try:
            count = self._searches.count_notes(self._text)
        except WorkspaceError as error:
            self.failed.emit(error)
            return
        self._notes.set_words(self.tr("Also in your notes ({count})").format(count=count))
        self._notes.setVisible(count > 0)

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
        self._sort.setVisible(bool(results.hits))

    def _sentence(self, results: Results) -> str:
        if not self._text.strip():
            return self.tr(
                "Type what you buy, or what you want to know: laptop battery, cleaning, award criteria."
            )
        if not results.hits:
            return self.tr(
                "Nothing was found. Try fewer or other words, or choose all kinds and all product groups."
            )
        shown = len(results.hits)
        parts = []
        if results.corrected and results.nearest != "spelling":
            parts.append(
                self.tr("Showing results for “{text}”.").format(text=cut(results.corrected, LONGEST_SHOWN))
            )
        if results.nearest:
            parts.append(self._nearest(results).format(text=cut(results.corrected, LONGEST_SHOWN)))
            return " ".join(parts)
        if results.total is not None and shown < results.total:
            parts.append(
                self.tr("The first {shown} of {total} results").format(shown=shown, total=results.total)
            )
        elif results.total is not None:
            parts.append(self.tr("%n result(s)", "", results.total))
        return " ".join(parts)

    def _nearest(self, results: Results) -> str:
        """Introduce what is only near."""
        if results.nearest == "filters":
            return self.tr("Nothing has these words and passes the filters. Nearest, without the filters:")
        if results.nearest == "spelling":
            return self.tr("Nothing has these words. Nearest, with words that look alike: “{text}”")
        return self.tr("Nothing has all of these words. Nearest:")

    # Opening and keeping.

    def _open(self, card_id: str) -> None:
        """Open a hit, search again what was searched once, or show all of a fold."""
        kind, _, value = card_id.partition(":")
        if kind == TYPED:
            self.text_wanted.emit(value)
        elif kind == FOLD:
            self._group = value
            self._choose_kind("criterion")
        else:
            self.search_used.emit(self._text.strip())
            self.record_chosen.emit(card_id)

    def _keep(self) -> None:
        self.search_saved.emit(self._text.strip(), not self._is_saved())
        self._name_save()

    def _name_save(self) -> None:
        remove, save = self.tr("Remove from the saved searches"), self.tr("Save this search")
        self._save.set_words(remove if self._is_saved() else save)

    def _is_saved(self) -> bool:
        text = " ".join(self._text.split())
        return any(one.saved and one.text == text for one in self._searches.searches()) if text else False

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
