"""Leads from a place to the page that shows it; makes each page when it is first wanted."""

import re
from datetime import UTC, datetime
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal

from procura_desktop.domain.addresses import MAIN_LIBRARY, SCHEME, parse_address
from procura_desktop.domain.records import Record, RecordKind
from procura_desktop.errors import ProcuraError, RecordNotFoundError
from procura_desktop.gui.browse_page import BrowsePage
from procura_desktop.gui.card_list import CardList
from procura_desktop.gui.group_page import GroupPage
from procura_desktop.gui.groups_page import GroupsPage
from procura_desktop.gui.home_page import HomePage
from procura_desktop.gui.lists import (
    GUIDANCE_KINDS,
    LIST_OF_KIND,
    case_cards,
    criteria_cards,
    glossary_cards,
    group_chips,
    guidance_cards,
    guidance_chips,
)  # fmt: skip
from procura_desktop.gui.main_window import MainWindow
from procura_desktop.gui.manual import manual_page
from procura_desktop.gui.manual_page import ManualPage
from procura_desktop.gui.places import History, Place, PlaceName, parse_place
from procura_desktop.gui.reader.document import DocumentContext
from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.search_page import SearchPage
from procura_desktop.gui.settings_page import SettingsPage
from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.library.read import Library
from procura_desktop.workspace.workspace import Workspace

SAVE_POSITION_AFTER_MS = 800
_LINKED = re.compile(r'href="procura:([^"#]+)')


class Router(QObject):
    """Knows where the person is. The pages know nothing of each other."""

    failed = Signal(Exception)
    web_requested = Signal(str)

    def __init__(
        self, window: MainWindow, library: Library, workspace: Workspace, *, tasks: Tasks, colours: Colours
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._workspace = workspace
        self._tasks = tasks
        self._colours = colours
        self._text_scale = 100
        self._history = History()
        self._criteria_group = ""
        self._shown: Record | None = None
        self._position = 0.0
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_POSITION_AFTER_MS)
        self._save_timer.timeout.connect(self.save_position)
        self._connect_window()

    def _connect_window(self) -> None:
        bar = self._window.top_bar
        self._window.place_wanted.connect(lambda name: self.go(parse_place(name)))
        bar.typed.connect(self.type_search)
        bar.entered.connect(self.enter_search)
        bar.back_chosen.connect(lambda: self.step(-1))
        bar.forward_chosen.connect(lambda: self.step(1))

    # The pages, each made when it is first wanted.

    @cached_property
    def home(self) -> HomePage:
        """The first page."""
        page = HomePage(self._library)
        page.fill(datetime.now(UTC).astimezone().date())
        page.record_chosen.connect(self.open_record)
        return page

    @cached_property
    def groups(self) -> GroupsPage:
        """The product groups."""
        page = GroupsPage(self._library)
        page.record_chosen.connect(self.open_record)
        return page

    @cached_property
    def group(self) -> GroupPage:
        """One product group."""
        page = GroupPage(self._library, self._make_reader(), self._colours)
        page.record_chosen.connect(self._chosen_in_group)
        page.web_requested.connect(self.web_requested)
        return page

    @cached_property
    def reader(self) -> Reader:
        """The reader beside the lists."""
        reader = self._make_reader()
        reader.position_changed.connect(self._note_position)
        return reader

    @cached_property
    def browse(self) -> BrowsePage:
        """Lists and reader."""
        return BrowsePage(self.reader)

    @cached_property
    def search(self) -> SearchPage:
        """Search results."""
        page = SearchPage(self._library.path, self._tasks)
        page.set_colours(self._colours)
        page.record_chosen.connect(self.open_record)
        page.failed.connect(self.failed)
        self.browse.add_list(page)
        return page

    @cached_property
    def guidance(self) -> CardList:
        """Guidance, labels, organisations, events."""
        page = self._make_list(self.tr("Guidance"))
        page.chip_chosen.connect(self._fill_guidance)
        return page

    @cached_property
    def cases(self) -> CardList:
        """Cases."""
        page = self._make_list(self.tr("Cases"))
        page.chip_chosen.connect(lambda group: page.set_cards(case_cards(self._library, group)))
        page.set_chips(group_chips(self._library), "")
        page.set_cards(case_cards(self._library, ""))
        return page

    @cached_property
    def glossary(self) -> CardList:
        """Terms."""
        page = self._make_list(self.tr("Glossary"))
        page.set_cards(glossary_cards(self._library))
        return page

    @cached_property
    def criteria(self) -> CardList:
        """The criteria of the product group that was opened last."""
        return self._make_list(self.tr("Criteria"))

    @cached_property
    def settings(self) -> SettingsPage:
        """Settings."""
        return SettingsPage()

    @cached_property
    def manual(self) -> ManualPage:
        """The manual."""
        page = ManualPage(self._make_reader())
        page.page_chosen.connect(lambda name: self.go(Place("manual", name)))
        return page

    def _make_list(self, title: str) -> CardList:
        page = CardList(title)
        page.set_colours(self._colours)
        page.record_chosen.connect(self.open_record)
        self.browse.add_list(page)
        return page

    def _make_reader(self) -> Reader:
        reader = Reader(self._colours, asset=self._library.asset)
        reader.set_text_scale(self._text_scale)
        reader.address_requested.connect(self.open_address)
        reader.web_requested.connect(self.web_requested)
        return reader

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
        if self._history.can_go(steps):
            self.save_position()
            self._show(self._history.go(steps))
            self._update_bar()

    def _update_bar(self) -> None:
        self._window.top_bar.set_way(back=self._history.can_go(-1), forward=self._history.can_go(1))

    def open_record(self, record_id: str) -> None:
        """Open a record by its id, "#section" allowed."""
        self.go(Place("record", *_split(record_id)))

    def open_address(self, text: str) -> None:
        """Open a ``procura:`` address, a plain id, or a place by its name."""
        if not text.startswith(SCHEME):
            self.go(parse_place(text))
            return
        try:
            address = parse_address(text)
            if address.library != MAIN_LIBRARY:
                raise RecordNotFoundError(record_id=text)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self.go(Place("record", address.record_id, address.section))

    def type_search(self, text: str) -> None:
        """Search while somebody types."""
        if not text.strip().startswith(SCHEME):
            self.go(Place("search", text))

    def enter_search(self, text: str) -> None:
        """Open a pasted address, or the first hit."""
        if text.strip().startswith(SCHEME):
            self.open_address(text.strip())
        elif self.browse.current_list is self.search:
            self.search.open_first()

    def _show(self, place: Place) -> None:
        self._shown = None
        show = {
            "home": self._show_home,
            "search": self._show_search,
            "guidance": self._show_guidance,
            "criteria": self._show_criteria,
            "cases": lambda _: self._show_list(self.cases, "cases"),
            "glossary": lambda _: self._show_list(self.glossary, "glossary"),
            "settings": lambda _: self._window.show_page(self.settings, "settings"),
            "manual": self._show_manual,
            "record": self._show_record,
        }[place.name]
        show(place)

    def _show_home(self, _place: Place) -> None:
        self.home.set_recent(self._workspace.recent(limit=5))
        self._window.show_page(self.home, "home")

    def _show_search(self, place: Place) -> None:
        self._window.top_bar.set_text(place.detail)
        self._show_list(self.search, "search")
        self.search.search(place.detail)

    def _show_guidance(self, place: Place) -> None:
        self._fill_guidance(place.detail or "article")
        self._show_list(self.guidance, "guidance")

    def _fill_guidance(self, key: str) -> None:
        kind: RecordKind = next((kind for kind in GUIDANCE_KINDS if kind == key), "article")
        self.guidance.set_chips(guidance_chips(self._library), kind)
        self.guidance.set_cards(guidance_cards(self._library, kind))

    def _show_criteria(self, _place: Place) -> None:
        self._window.show_page(self.groups, "criteria")

    def _show_list(self, page: CardList | SearchPage, name: PlaceName) -> None:
        self.browse.show_list(page)
        self.browse.show_empty()
        self._window.show_page(self.browse, name)

    def _show_manual(self, place: Place) -> None:
        self.manual.show_page(manual_page(place.detail))
        self._window.show_page(self.manual, "manual")

    def _chosen_in_group(self, record_id: str) -> None:
        if record_id:
            self.open_record(record_id)
        else:
            self.go(Place("criteria"))

    def _show_record(self, place: Place) -> None:
        record = self._library.record(place.detail)
        self._workspace.note_opened(MAIN_LIBRARY, record.id, record.title, datetime.now(UTC))
        if record.kind == "group":
            self._show_group(record, place.section)
            return
        self._show_beside_list(record)
        position = 0.0 if place.section else self._workspace.reading_position(MAIN_LIBRARY, record.id)
        self.reader.show_record(
            record, context=self._context(record), section=place.section, position=position
        )
        self._shown, self._position = record, position
        self.browse.show_reader()

    def _show_group(self, record: Record, section: str) -> None:
        self.group.reader.show_record(record, context=self._context(record), section=section)
        self.group.show_group(record, view="overview" if section else "criteria")
        self._window.show_page(self.group, "criteria")

    def _show_beside_list(self, record: Record) -> None:
        name = LIST_OF_KIND[record.kind]
        stay = self.browse.current_list is self.search and self._window.pages.currentWidget() is self.browse
        page: CardList | SearchPage = self.search if stay else self._list_for(record, name)
        self.browse.show_list(page)
        page.select(record.id)
        marked: dict[str, PlaceName] = {
            "guidance": "guidance", "cases": "cases", "glossary": "glossary", "criteria": "criteria",
        }  # fmt: skip
        self._window.show_page(self.browse, "search" if stay else marked[name])

    def _list_for(self, record: Record, name: str) -> CardList:
        if name == "guidance":
            self._fill_guidance(record.kind)
            return self.guidance
        if name == "criteria" and record.criterion is not None:
            self._fill_criteria(record.criterion.group)
            return self.criteria
        return self.cases if name == "cases" else self.glossary

    def _fill_criteria(self, group: str) -> None:
        if group == self._criteria_group:
            return
        brief = self._library.brief(group)
        self.criteria.set_title(brief.title if brief else self.tr("Criteria"))
        self.criteria.set_cards(criteria_cards(self._library, group))
        self._criteria_group = group

    def _context(self, record: Record) -> DocumentContext:
        linked = self._library.linking_to(record.id)
        wanted = {*record.see_also, *record.product_groups, *_LINKED.findall(record.html)}
        if record.criterion:
            wanted |= {record.criterion.group, *record.criterion.labels, *record.criterion.conflicts_with}
        if record.case:
            wanted |= {used for used in record.case.criteria_used if used.startswith("criteria/")}
        if record.group:
            wanted |= set(record.group.top_criteria)
        titles = {found.id: found.title for name in wanted if (found := self._library.brief(name))}
        return DocumentContext(
            library=MAIN_LIBRARY, title_of=titles, linking_to=linked, glossary=self._library.glossary()
        )

    # Keeping the place in a text.

    def _note_position(self, position: float) -> None:
        self._position = position
        self._save_timer.start()

    def save_position(self) -> None:
        """Remember how far the text shown was read."""
        self._save_timer.stop()
        if self._shown is not None:
            self._workspace.set_reading_position(MAIN_LIBRARY, self._shown.id, self._position)

    # The look.

    def set_look(self, colours: Colours, text_scale: int) -> None:
        """Take on other colours and another size of text, in every page that exists."""
        self._colours, self._text_scale = colours, text_scale
        self._window.set_colours(colours)
        for name in ("search", "guidance", "cases", "glossary", "criteria", "group"):
            if name in self.__dict__:
                self.__dict__[name].set_colours(colours)
        for reader in self._readers():
            reader.set_colours(colours)
            reader.set_text_scale(text_scale)

    def _readers(self) -> list[Reader]:
        made = self.__dict__
        readers = [made["reader"]] if "reader" in made else []
        readers += [made[name].reader for name in ("group", "manual") if name in made]
        return readers


def _split(record_id: str) -> tuple[str, str]:
    name, _, section = record_id.partition("#")
    return name, section
