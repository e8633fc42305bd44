"""The pages of the window, each made, and its code read, when it is first wanted."""

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, SignalInstance

from procura_desktop.gui.home_page import HomePage
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.library.books import Books

if TYPE_CHECKING:
    from collections.abc import Iterator

    from procura_desktop.domain.records import Record
    from procura_desktop.gui.browse_page import BrowsePage
    from procura_desktop.gui.card_list import CardList
    from procura_desktop.gui.changes import Changes, What
    from procura_desktop.gui.group_page import GroupPage
    from procura_desktop.gui.groups_page import GroupsPage
    from procura_desktop.gui.manual_page import ManualPage
    from procura_desktop.gui.places import PlaceName
    from procura_desktop.gui.reader.reader import Reader
    from procura_desktop.gui.search_page import Searches, SearchPage
    from procura_desktop.gui.settings_page import SettingsPage

_COLOURED = ("search", "guidance", "cases", "glossary", "criteria", "group", "changes")
_LISTS = ("guidance", "cases", "glossary", "criteria", "changes")
_SHOWN_ALONE = ("home", "groups", "group", "browse", "settings", "manual")


class Pages(QObject):
    """All pages. They know nothing of each other; what happens on them leaves as signals."""

    record_chosen = Signal(str)
    change_chosen = Signal(str)  # a record of which is to be shown what is different
    place_wanted = Signal(str)  # as `parse_place` reads it
    address_requested = Signal(str)
    web_requested = Signal(str)
    choose_wanted = Signal(str)  # a criterion, a case or a product group with criteria, for a procurement
    reader_made = Signal(object)  # a Reader
    position_changed = Signal(float)  # how far down the text beside the lists is
    search_wanted = Signal(str)  # a text to be put into the search field
    search_used = Signal(str)
    search_saved = Signal(str, bool)
    group_text_wanted = Signal()  # somebody turns to the text of the product group that is shown
    field_wanted = Signal()  # the keyboard is to go back to the search field
    failed = Signal(Exception)

    def __init__(
        self,
        library: Books,
        tasks: Tasks,
        colours: Colours,
        searches: "Searches",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._searches = searches
        self._library = library
        self._tasks = tasks
        self._colours = colours
        self._text_scale = 100
        self.origins = Origins(library)
        self._criteria_group = ""
        self._changes: Changes | None = None
        self._unread: frozenset[str] = frozenset()
        self.guidance_list = ""  # what `fill_guidance` listed last

    @cached_property
    def home(self) -> HomePage:
        """The first page."""
        page = HomePage(self._library)
        page.fill(datetime.now(UTC).astimezone().date())
        page.record_chosen.connect(self.record_chosen)
        page.changes_wanted.connect(lambda: self.place_wanted.emit("changes"))
        page.place_wanted.connect(self.place_wanted)
        page.kept_wanted.connect(lambda: self.place_wanted.emit("notes"))
        return page

    @cached_property
    def groups(self) -> "GroupsPage":
        """The product groups."""
        from procura_desktop.gui.groups_page import GroupsPage

        page = GroupsPage(self._library)
        page.record_chosen.connect(self.record_chosen)
        return page

    @cached_property
    def group(self) -> "GroupPage":
        """One product group."""
        from procura_desktop.gui.group_page import GroupPage

        page = GroupPage(self._library, self._make_reader(), self._colours)
        page.record_chosen.connect(self._chosen_in_group)
        page.web_requested.connect(self.web_requested)
        page.text_wanted.connect(self.group_text_wanted)
        page.procure_wanted.connect(self.choose_wanted)
        return page

    def _chosen_in_group(self, record_id: str) -> None:
        if record_id:
            self.record_chosen.emit(record_id)
        else:
            self.place_wanted.emit("criteria")

    @cached_property
    def reader(self) -> "Reader":
        """The reader beside the lists."""
        reader = self._make_reader()
        reader.position_changed.connect(self.position_changed)
        return reader

    @cached_property
    def browse(self) -> "BrowsePage":
        """Lists and reader."""
        from procura_desktop.gui.browse_page import BrowsePage

        return BrowsePage(self.reader)

    @cached_property
    def search(self) -> "SearchPage":
        """Search results."""
        from procura_desktop.gui.search_page import SearchPage

        page = SearchPage(self._library, self._tasks, self._searches)
        page.set_colours(self._colours)
        page.record_chosen.connect(self.record_chosen)
        page.text_wanted.connect(self.search_wanted)
        page.search_used.connect(self.search_used)
        page.search_saved.connect(self.search_saved)
        page.notes_wanted.connect(lambda text: self.place_wanted.emit(f"notes:{text}"))
        page.failed.connect(self.failed)
        page.view.left.connect(self.field_wanted)
        self.browse.add_list(page)
        return page

    @cached_property
    def guidance(self) -> "CardList":
        """Guidance, labels, organisations, events."""
        page = self._make_list(self.tr("Guidance"))
        page.chip_chosen.connect(self.fill_guidance)
        return page

    @cached_property
    def cases(self) -> "CardList":
        """Cases."""
        from procura_desktop.gui.lists import case_cards, group_choices

        page = self._make_list(self.tr("Cases"))
        page.chip_chosen.connect(lambda group: page.set_cards(case_cards(self._library, group, self.origins)))
        page.set_choices(group_choices(self._library))
        page.set_cards(case_cards(self._library, "", self.origins))
        return page

    @cached_property
    def glossary(self) -> "CardList":
        """Terms."""
        from procura_desktop.gui.lists import glossary_cards

        page = self._make_list(self.tr("Glossary"))
        page.set_cards(glossary_cards(self._library, self.origins))
        return page

    @cached_property
    def criteria(self) -> "CardList":
        """The criteria of the product group that was opened last."""
        return self._make_list(self.tr("Criteria"))

    @cached_property
    def changes(self) -> "CardList":
        """What the last update changed."""
        page = self._make_list(self.tr("What changed"), chosen=self.change_chosen)
        page.chip_chosen.connect(self._list_changes)
        return page

    @cached_property
    def settings(self) -> "SettingsPage":
        """Settings."""
        from procura_desktop.gui.settings_page import SettingsPage

        page = SettingsPage()
        page.place_wanted.connect(self.place_wanted)
        return page

    @cached_property
    def manual(self) -> "ManualPage":
        """The manual."""
        from procura_desktop.gui.manual_page import ManualPage

        page = ManualPage(self._make_reader())
        page.page_chosen.connect(lambda name: self.place_wanted.emit(f"manual:{name}"))
        return page

    def _make_list(self, title: str, *, chosen: SignalInstance | None = None) -> "CardList":
        from procura_desktop.gui.card_list import CardList

        page = CardList(title)
        page.set_colours(self._colours)
        page.record_chosen.connect(chosen or self.record_chosen)
        page.view.left.connect(self.field_wanted)
        page.set_unread(self._unread, self._mark("changes" if chosen else ""))
        page.set_origin(self.origins.line, short=self.origins.short)
        self.browse.add_list(page)
        return page

    def _make_reader(self) -> "Reader":
        from procura_desktop.gui.reader.reader import Reader

        reader = Reader(self._colours, asset=self._library.asset)
        reader.set_text_scale(self._text_scale)
        reader.address_requested.connect(self.address_requested)
        reader.web_requested.connect(self.web_requested)
        reader.choose_wanted.connect(self.choose_wanted)
        self.reader_made.emit(reader)
        return reader

    # What stands in the lists.

    def fill_guidance(self, key: str) -> None:
        """List guidance, law, checklists, labels, organisations or events; another word gives guidance."""
        from procura_desktop.gui.lists import GUIDANCE_LISTS, guidance_cards, guidance_chips

        name = key if key in GUIDANCE_LISTS else GUIDANCE_LISTS[0]
        self.guidance.set_chips(guidance_chips(self._library), name)
        self.guidance.set_cards(guidance_cards(self._library, name, self.origins))
        self.guidance_list = name

    def list_for(self, record: "Record") -> "tuple[PlaceName, CardList]":
        """Give the list in which a record stands, filled with what is beside it, and its place."""
        from procura_desktop.gui.lists import LIST_OF_KIND, guidance_list_of

        name = LIST_OF_KIND[record.kind]
        if name == "guidance":
            section = record.article.section if record.article else ""
            wanted = guidance_list_of(record.kind, section)
            if wanted != self.guidance_list:
                self.fill_guidance(wanted)
            return "guidance", self.guidance
        if name == "criteria" and record.criterion is not None:
            self.fill_criteria(record.criterion.group)
            return "criteria", self.criteria
        return ("cases", self.cases) if name == "cases" else ("glossary", self.glossary)

    def fill_criteria(self, group: str) -> None:
        """List the criteria of a product group."""
        from procura_desktop.gui.lists import criteria_cards

        if group == self._criteria_group:
            return
        brief = self._library.brief(group)
        self.criteria.set_title(brief.title if brief else self.tr("Criteria"))
        self.criteria.set_cards(criteria_cards(self._library, group, self.origins))
        self._criteria_group = group

    def fill_changes(self, changes: "Changes") -> None:
        """List what differs from the edition before."""
        self._changes = changes
        chips = changes.chips()
        self.changes.set_chips(chips, chips[0][0] if chips else "")
        self._list_changes("")

    @property
    def unread(self) -> frozenset[str]:
        """The records that an update changed and nobody has read."""
        return self._unread

    def set_unread(self, unread: frozenset[str]) -> None:
        """Mark these records in every list."""
        self._unread = unread
        for name in _LISTS:
            if name in self.__dict__:
                self.__dict__[name].set_unread(unread, self._mark(name))

    def _mark(self, name: str) -> str:
        return self.tr("Not read yet") if name == "changes" else self.tr("Changed")

    def _list_changes(self, what: "What | Literal['']") -> None:
        if self._changes is not None:
            self.changes.set_cards(self._changes.cards(what))

    def stop_searching(self) -> None:
        """Search no more: the library and the workspace are about to be closed."""
        if "search" in self.__dict__:
            self.search.let_go()

    def let_go(self) -> None:
        """Give up all pages: another library takes the place of this one."""
        self.stop_searching()
        for name in _SHOWN_ALONE:
            if name in self.__dict__:
                page = self.__dict__[name]
                page.setParent(None)
                page.deleteLater()
        self.deleteLater()

    # The look.

    def set_look(self, colours: Colours, text_scale: int) -> None:
        """Take on other colours and another size of text, in every page that exists."""
        self._colours, self._text_scale = colours, text_scale
        for name in _COLOURED:
            if name in self.__dict__:
                self.__dict__[name].set_colours(colours)
        for reader in self._readers():
            reader.set_colours(colours)
            reader.set_text_scale(text_scale)

    def _readers(self) -> "Iterator[Reader]":
        made = self.__dict__
        if "reader" in made:
            yield made["reader"]
        for name in ("group", "manual"):
            if name in made:
                yield made[name].reader

    def visible_reader(self) -> "Reader | None":
        """Give the reader that is on the screen, if one is."""
        return next((reader for reader in self._readers() if reader.isVisible()), None)

    def is_made(self, name: str) -> bool:
        """Say whether a page exists already."""
        return name in self.__dict__
