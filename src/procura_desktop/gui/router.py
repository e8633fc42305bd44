"""Leads from a place to the page that shows it, and remembers the way."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from procura_desktop.domain.addresses import MAIN_LIBRARY, SCHEME, parse_address
from procura_desktop.errors import ProcuraError
from procura_desktop.gui.change_marks import ChangeMarks
from procura_desktop.gui.main_window import MainWindow, ReaderCommand
from procura_desktop.gui.pages import Pages
from procura_desktop.gui.places import History, Place, PlaceName, parse_place
from procura_desktop.gui.preload import PROCUREMENT_MODULES, Preload
from procura_desktop.gui.reading_place import ReadingPlace
from procura_desktop.gui.remembering import Remembering
from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.library.books import Books, record_id_of
from procura_desktop.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from procura_desktop.domain.records import Record
    from procura_desktop.export.letterhead import Letterhead
    from procura_desktop.gui.card_list import CardList
    from procura_desktop.gui.notes.noting import Noting
    from procura_desktop.gui.procurements.agenda import Line
    from procura_desktop.gui.procurements.procuring import Procuring
    from procura_desktop.gui.reader.document import DocumentContext
    from procura_desktop.gui.search_page import SearchPage
    from procura_desktop.gui.updates import Updates
# Every part of a procurement but "news", which few have; the first to be opened first.
STEPS_AHEAD = ("criteria", "about", "award", "documents", "checks", "follow-up")


class Router(QObject):
    """Knows where the person is. The pages know nothing of each other."""

    failed = Signal(Exception)
    shows = Signal(str)  # the name of a place, just before it is shown, whatever led there
    web_requested = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        library: Books,
        workspace: Workspace,
        *,
        tasks: Tasks,
        colours: Colours,
        updates: "Callable[[], Updates]",
        letterhead: "Callable[[], Letterhead]",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._workspace = workspace
        self._tasks = tasks
        self._updates = updates
        self._letterhead = letterhead
        self._colours = colours
        self._procuring: Procuring | None = None
        self._noting: Noting | None = None
        self.pages = Pages(library, tasks, colours, workspace, self)
        self._history = History()
        self._group: Record | None = None
        self._group_section = ""
        self.remembering = Remembering(self)
        self.marks = ChangeMarks(library, workspace, self.remembering)
        self.pages.set_unread(self.marks.unread())
        self._forbidden: Mapping[str, ProcuraError] = {}
        self._reading = ReadingPlace(workspace, self.remembering, self)
        self._ready_procurements = Preload(self._steps_to_procurements(), self, modules=PROCUREMENT_MODULES)
        self._ready_procurements.done.connect(self._look_for_what_waits)
        self._connect_window()
        self._connect_pages()

    def forbid(self, places: "Mapping[str, ProcuraError]") -> None:
        """Go to none of these places, by name, but say what is given for it."""
        self._forbidden = places

    def _connect_window(self) -> None:
        bar = self._window.top_bar
        self._window.place_wanted.connect(lambda name: self.go(parse_place(name)))
        self._window.reader_command.connect(self._command_reader)
        bar.typed.connect(self.type_search)
        bar.entered.connect(self.enter_search)
        bar.list_wanted.connect(self.enter_list)
        bar.back_chosen.connect(lambda: self.step(-1))
        bar.forward_chosen.connect(lambda: self.step(1))

    def _connect_pages(self) -> None:
        pages = self.pages
        pages.record_chosen.connect(self.open_record)
        pages.change_chosen.connect(lambda record_id: self.go(Place("changes", record_id)))
        pages.place_wanted.connect(lambda name: self.go(parse_place(name)))
        pages.address_requested.connect(self.open_address)
        pages.web_requested.connect(self.web_requested)
        pages.choose_wanted.connect(self._choose)
        pages.search_wanted.connect(lambda text: self.go(Place("search", text)))
        pages.search_used.connect(self._note_search)
        pages.search_saved.connect(self._save_search)
        pages.group_text_wanted.connect(self._show_group_text)
        pages.position_changed.connect(self._reading.move)
        pages.field_wanted.connect(self._window.top_bar.focus_field)
        pages.failed.connect(self.failed)
        pages.reader_made.connect(lambda reader: self.noting.serve(reader))

    def _command_reader(self, command: ReaderCommand) -> None:
        """Do with the text on the screen what a key of the window asks for."""
        reader = self.pages.visible_reader()
        if reader is None:
            return
        {
            "find": reader.find_bar.open_bar,
            "find-next": reader.what_to_do.find_next.trigger,
            "find-previous": reader.what_to_do.find_previous.trigger,
            "copy": reader.copy_with_source,
            "print": reader.print_document,
            "bookmark": reader.what_to_do.turn_bookmark.trigger,
            "note": reader.what_to_do.note.trigger,
            "highlight": reader.what_to_do.highlight.trigger,
            "caret": reader.what_to_do.caret.trigger,
        }[command]()

    # Going places.

    def go(self, place: Place) -> None:
        """Show a place and remember the way."""
        self.save_position()
        try:
            self._show(place)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self._history.visit(place)
        self._update_bar()

    def step(self, steps: int) -> None:
        """Go back (negative) or forward among the places visited, as far as there are some."""
        if not self._history.can_go(steps):
            return
        self.save_position()
        try:
            self._show(self._history.go(steps))
        except ProcuraError as error:  # what was there is gone; the next step leads past it
            self.failed.emit(error)
        self._update_bar()

    def _update_bar(self) -> None:
        self._window.top_bar.set_way(back=self._history.can_go(-1), forward=self._history.can_go(1))

    def open_record(self, record_id: str) -> None:
        """Open a record by its id, "#section" allowed."""
        name, _, section = record_id.partition("#")
        self.go(Place("record", name, section))

    def open_address(self, text: str) -> None:
        """Open a ``procura:`` address, a plain id, or a place by its name."""
        if not text.startswith(SCHEME):
            self.go(parse_place(text))
            return
        try:
            address = parse_address(text)
            record_id = record_id_of(address, self._library)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self.go(Place("record", record_id, address.section))

    def _is_here(self, address: str) -> bool:
        """Say whether a ``procura:`` address leads to a record of the libraries that are open."""
        try:
            record_id = record_id_of(parse_address(address), self._library)
        except ProcuraError:  # of a library that is not here
            return False
        return bool(self._library.titles((record_id,)))

    def type_search(self, text: str) -> None:
        """Search while somebody types."""
        if not text.strip().startswith(SCHEME):
            self.go(Place("search", text))

    def enter_search(self, text: str) -> None:
        """Open a pasted address, or the best hit; from another page, show the results first."""
        if text.strip().startswith(SCHEME):
            self.open_address(text.strip())
        elif self._at_search():
            self.pages.search.open_first()
        elif text.strip():
            self.go(Place("search", text))

    def enter_list(self) -> None:
        """Move the keyboard from the search field into the list below it."""
        if self._at_search():
            self.pages.search.focus_hits()
        else:
            self._window.focus_page()

    def _note_search(self, text: str) -> None:
        self.remembering.keep(lambda: self._workspace.note_search(text, datetime.now(UTC)))

    def _save_search(self, text: str, saved: bool) -> None:
        self.remembering.keep(lambda: self._workspace.save_search(text, datetime.now(UTC), saved=saved))

    def _at_search(self) -> bool:
        if not self.pages.is_made("search"):
            return False
        browse = self.pages.browse
        return self._window.pages.currentWidget() is browse and browse.current_list is self.pages.search

    def _show(self, place: Place) -> None:
        if place.name in self._forbidden:
            raise self._forbidden[place.name]
        self.shows.emit(place.name)
        self._reading.end()
        if place.name not in ("search", "record"):
            self._window.top_bar.set_text("")
        show = {
            "home": self._show_home,
            "search": self._show_search,
            "guidance": self._show_guidance,
            "criteria": self._show_criteria,
            "cases": lambda _: self._show_list(self.pages.cases, "cases"),
            "glossary": lambda _: self._show_list(self.pages.glossary, "glossary"),
            "procurements": self._show_procurements,
            "updates": self._show_updates,
            "changes": self._show_changes,
            "notes": self._show_notes,
            "settings": lambda _: self._window.show_page(self.pages.settings, "settings"),
            "manual": self._show_manual,
            "record": self._show_record,
        }[place.name]
        show(place)

    def _show_home(self, _place: Place) -> None:
        self.pages.home.set_recent(self._workspace.recent(limit=5))
        self.pages.home.set_changes(len(self.pages.unread))
        self.pages.home.set_kept(self._workspace.count_kept())
        self._window.show_page(self.pages.home, "home")
        if self._workspace.has_procurements() and "procurements" not in self._forbidden:
            self._ready_procurements.start()
        else:
            self.pages.home.set_waiting(())

    def _look_for_what_waits(self) -> None:
        """Look through the procurements for what waits, once Home is painted and the rest is prepared."""
        agenda = self.procuring.agenda
        agenda.found.connect(self._show_waiting, Qt.ConnectionType.UniqueConnection)
        agenda.start()

    def _show_waiting(self, lines: "tuple[Line, ...]") -> None:
        self.pages.home.set_waiting(tuple((line.place, line.text) for line in lines))

    def _show_search(self, place: Place) -> None:
        self._window.top_bar.set_text(place.detail)
        self._show_list(self.pages.search, "search")
        self.pages.search.search(place.detail)

    def _show_guidance(self, place: Place) -> None:
        self.pages.fill_guidance(place.detail)
        self._show_list(self.pages.guidance, "guidance")

    def _show_criteria(self, _place: Place) -> None:
        self._window.show_page(self.pages.groups, "criteria")

    def _show_list(self, page: "CardList | SearchPage", name: PlaceName) -> None:
        from procura_desktop.gui.placard_words import notice_of

        self.pages.browse.show_list(page)
        self.pages.browse.show_placard(notice_of(name, self._library))
        self._window.show_page(self.pages.browse, name)

    @property
    def procuring(self) -> "Procuring":
        """What happens with procurements; made when it is first wanted."""
        if self._procuring is None:
            from procura_desktop.gui.procurements.procuring import Procuring

            self._procuring = Procuring(
                self._workspace,
                self._library,
                self._window,
                tasks=self._tasks,
                colours=self._colours,
                letterhead=self._letterhead,
            )
            self._procuring.place_wanted.connect(lambda name: self.go(parse_place(name)))
            self._procuring.record_chosen.connect(self.open_record)
            self._procuring.failed.connect(self.failed)
            self._procuring.told.connect(self._window.notice.mention)
            self._procuring.offered.connect(self._window.notice.offer)
        return self._procuring

    @property
    def noting(self) -> "Noting":
        """What keeps bookmarks and notes; made with the first reader."""
        if self._noting is None:
            from procura_desktop.gui.notes.noting import Noting

            self._noting = Noting(
                self._workspace,
                self._window.notice,
                self._colours,
                lambda: self.pages.origins,
                self._window,
                is_here=self._is_here,
            )
            self._noting.address_wanted.connect(self.open_address)
            self._noting.failed.connect(self.failed)
        return self._noting

    def _show_notes(self, place: Place) -> None:
        self._window.show_page(self.noting.show(place.detail), "notes")

    def _show_procurements(self, place: Place) -> None:
        self._window.show_page(self.procuring.show(place.detail), "procurements")

    def _choose(self, record_id: str) -> None:
        """Take what is read into a procurement: a criterion, or those of a case or a product group."""
        if "procurements" in self._forbidden:
            self.failed.emit(self._forbidden["procurements"])
            return
        record = self._library.record(record_id)
        used = record.case.criteria_used if record.case else ()
        if record.kind == "group":
            self.procuring.choosing.choose_of(record_id)
        elif used:
            self.procuring.choosing.offer_records([name for name in used if name.startswith("criteria/")])
        else:
            self.procuring.choosing.add_record(record_id)

    def _show_updates(self, _place: Place) -> None:
        updates = self._updates()
        updates.set_changes(self.marks.changes.counts())
        self._window.show_page(updates.page, "updates")

    def _show_changes(self, place: Place) -> None:
        from procura_desktop.gui.placard_words import notice_of

        browse, changes = self.pages.browse, self.marks.changes
        if browse.current_list is not self.pages.changes or not place.detail:
            self.pages.fill_changes(changes)
        browse.show_list(self.pages.changes)
        self._window.show_page(browse, "updates")
        if not place.detail:
            browse.show_placard(notice_of("changes", self._library))
            return
        title, html = changes.document(place.detail)
        self.pages.changes.select(place.detail)
        browse.show_reader()
        self.pages.reader.show_html(title, html)
        self._note_read(place.detail)

    def _note_read(self, record_id: str) -> None:
        if record_id in self.pages.unread:
            self.marks.take_off(record_id)
            self.pages.set_unread(self.pages.unread - {record_id})

    def _show_manual(self, place: Place) -> None:
        from procura_desktop.gui.manual import manual_page

        self.pages.manual.show_page(manual_page(place.detail))
        self._window.show_page(self.pages.manual, "manual")

    def _show_record(self, place: Place) -> None:
        record = self._library.record(place.detail)
        now = datetime.now(UTC)
        self.remembering.keep(lambda: self._workspace.note_opened(MAIN_LIBRARY, record.id, record.title, now))
        self._note_read(record.id)
        if record.kind == "group":
            self._show_group(record, place.section)
            return
        self._show_beside_list(record)
        position = 0.0 if place.section else self._reading.known(record.id)
        self.pages.browse.show_reader()  # first: a text shown for the first time scrolls to its cursor
        self.pages.reader.show_record(
            record, context=self._context(record), section=place.section, position=position
        )
        self._reading.begin(record.id, position)

    def _show_group(self, record: "Record", section: str) -> None:
        self._group, self._group_section = record, section
        self.pages.group.show_group(record, view="text" if section else "criteria")
        self._window.show_page(self.pages.group, "criteria")

    def _show_group_text(self) -> None:
        if self._group is not None:
            self.pages.group.reader.show_record(
                self._group, context=self._context(self._group), section=self._group_section
            )

    def _show_beside_list(self, record: "Record") -> None:
        name: PlaceName
        page: CardList | SearchPage
        name, page = ("search", self.pages.search) if self._at_search() else self.pages.list_for(record)
        self.pages.browse.show_list(page)
        page.select(record.id)
        self._window.show_page(self.pages.browse, name)

    def _context(self, record: "Record") -> "DocumentContext":
        from procura_desktop.gui.reader.context import context_of

        return context_of(record, self._library, self.pages.origins)

    # Another library.

    def use_library(self, library: Books, previous: "Mapping[str, Path]", look: tuple[Colours, int]) -> None:
        """Show everything from other editions, at the place where the person is; see `ChangeMarks`.

        Where they do not have what is read, Home is shown, and it is told why.
        """
        self.save_position()
        old, self._library = self.pages, library
        self._reading.end()
        self._group = None
        self.pages = Pages(library, self._tasks, look[0], self._workspace, self)
        self.marks.use_library(library)
        self.marks.set_previous(previous)
        self.pages.set_unread(self.marks.unread())
        self._connect_pages()
        if self._procuring is not None:
            self._procuring.use_library(library)
        self.set_look(*look)
        try:
            self._show(self._history.current or parse_place("home"))
        except ProcuraError as error:
            self.go(parse_place("home"))
            QTimer.singleShot(0, self, partial(self.failed.emit, error))  # once the others have them too
        old.let_go()

    def steps_to_first_use(self) -> tuple[Callable[[], object], ...]:
        """Give, in short steps, what the first opening of a text or the first search would make otherwise."""
        pages = self.pages
        return (
            lambda: pages.reader,
            lambda: pages.browse,
            lambda: pages.guidance,
            self._library.glossary,
            lambda: pages.search.prepare(),
        )

    def _steps_to_procurements(self) -> tuple[Callable[[], object], ...]:
        """Give, in short steps, what the first opening of a procurement would make otherwise."""
        return (
            lambda: self.procuring.list_page,
            lambda: self._window.add_page(self.procuring.page),
            *(work for step in STEPS_AHEAD for work in self._halves_of(step)),
        )

    def _halves_of(self, step: str) -> tuple[Callable[[], object], ...]:
        return (
            lambda: self.procuring.page.begin_step(step),
            lambda: self.procuring.page.make_step(step),
        )

    def save_position(self) -> None:
        """Remember how far the text shown was read."""
        self._reading.save()

    def let_go(self) -> None:
        """Look at nothing any more: the workspace and the library are about to be closed."""
        self._ready_procurements.stop()
        self.pages.stop_searching()
        if self._procuring is not None:
            self._procuring.let_go()

    # The look.

    def set_look(self, colours: Colours, text_scale: int) -> None:
        """Take on other colours and another size of text, in every page that exists."""
        self._colours = colours
        self._window.set_colours(colours)
        self.pages.set_look(colours, text_scale)
        if self._procuring is not None:
            self._procuring.set_colours(colours)
        if self._noting is not None:
            self._noting.set_colours(colours)
