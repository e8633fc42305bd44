"""What happens with procurements in the window: the list, the open one and its steps, and what waits."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from procura_desktop.domain.checks.facts import Facts, facts_of
from procura_desktop.domain.drafting import without_item
from procura_desktop.domain.records import Hotspot
from procura_desktop.errors import RecordNotFoundError
from procura_desktop.export.letterhead import Letterhead
from procura_desktop.gui.procurements.beginning import Beginning
from procura_desktop.gui.procurements.choosing import Choosing
from procura_desktop.gui.procurements.criteria_panel import CriteriaPanel
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.list_page import ListPage
from procura_desktop.gui.procurements.page import ProcurementPage, Step
from procura_desktop.gui.procurements.watching import Watching
from procura_desktop.gui.remembering import Remembering
from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.library.books import Books
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import Workspace

if TYPE_CHECKING:
    from procura_desktop.domain.references import MissingTitles
    from procura_desktop.export.facts import Facts as ExportFacts
    from procura_desktop.gui.procurements.agenda import Agenda
    from procura_desktop.gui.procurements.parcels import Parcels

PLACE = "procurements"


class Procuring(QObject):
    """Makes the pages when they are first wanted, and answers what they ask for."""

    place_wanted = Signal(str)  # as `parse_place` reads it
    record_chosen = Signal(str)
    failed = Signal(Exception)
    told = Signal(str)  # what was done
    offered = Signal(str, str, object)  # what was done, the words for undoing it, and what undoes it

    def __init__(
        self,
        workspace: Workspace,
        library: Books,
        window: QWidget,
        *,
        tasks: Tasks,
        colours: Colours,
        letterhead: Callable[[], Letterhead],
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._tasks = tasks
        self._letterhead = letterhead
        self._library = library
        self._colours = colours
        self._window = window
        self.desk = Desk(Procurements(workspace), self)
        self.desk.failed.connect(self.failed)
        self._remembering = Remembering(self)
        self._remembering.failed.connect(self.failed)
        self.beginning = Beginning(
            self.desk, lambda: self._library, window, language=lambda: self._letterhead().language
        )
        self.choosing = Choosing(self.beginning, lambda: self._library, window)
        self._connect()
        self.watching = Watching(self.desk, self._facts, self._hotspots, lambda: self._library, self)

    def _connect(self) -> None:
        for part in (self.beginning, self.choosing):
            part.began.connect(self.go)
            part.failed.connect(self.failed)
        self.beginning.propose_wanted.connect(self.choosing.choose)
        self.choosing.taken.connect(self._show_taken)
        self.choosing.told.connect(self.told)

    def _show_taken(self, item_id: str) -> None:
        """Mark what was taken; the next thing is to fill in its figures."""
        panel = self.page.panel("criteria")
        if isinstance(panel, CriteriaPanel):
            panel.select(item_id)
            if panel.isVisible():
                panel.view.setFocus()

    # The pages.

    @cached_property
    def list_page(self) -> ListPage:
        """All procurements."""
        page = ListPage()
        page.set_colours(self._colours)
        page.chosen.connect(self.go)
        page.new_wanted.connect(self.beginning.ask_for_new)
        page.copy_wanted.connect(self.beginning.copy)
        page.template_wanted.connect(self.beginning.make_template)
        page.delete_wanted.connect(self.beginning.delete)
        page.file_wanted.connect(lambda: self.parcels.ask_which())
        page.save_wanted.connect(lambda name: self.parcels.ask_where_to_save(name))
        self.desk.listed.connect(lambda: page.show_entries(self.desk.entries()))
        return page

    @cached_property
    def page(self) -> ProcurementPage:
        """The one that is open."""
        page = ProcurementPage(self.desk, self._colours)
        page.set_steps(
            (
                Step("about", self.tr("About"), self._about_panel),
                Step("criteria", self.tr("Criteria"), self._criteria_panel),
                Step("news", self.tr("Changed"), self._news_panel),
                Step("award", self.tr("Award"), self._award_panel),
                Step("checks", self.tr("Checks"), self._checks_panel),
                Step("documents", self.tr("Documents"), self._documents_panel),
                Step("follow-up", self.tr("Follow-up"), self._follow_up_panel),
            )
        )
        page.set_hidden("news", hidden=True)
        self.watching.checked.connect(self._mark_checks)
        self.watching.news_found.connect(self._mark_news)
        page.told.connect(self.told)
        page.list_wanted.connect(lambda: self.place_wanted.emit(PLACE))
        page.step_chosen.connect(self._go_to_step)
        self.desk.changed.connect(self._leave_what_is_gone)
        return page

    def _leave_what_is_gone(self) -> None:
        """Go to the list where the procurement that is shown was deleted elsewhere."""
        if self.desk.procurement is None and self.page.isVisible():
            self.place_wanted.emit(PLACE)

    def _about_panel(self, inside: QWidget) -> QWidget:
        from procura_desktop.domain.cpv import cpv_codes
        from procura_desktop.gui.procurements.about_panel import AboutPanel

        def groups() -> tuple[tuple[str, str], ...]:
            return tuple((brief.id, brief.title) for brief in self._library.briefs(kind="group"))

        return AboutPanel(self.desk, groups, cpv_codes, inside)

    def _criteria_panel(self, inside: QWidget) -> QWidget:
        panel = CriteriaPanel(self.desk, self.watching, inside)
        panel.choose_wanted.connect(self.choosing.choose)
        panel.source_wanted.connect(self.record_chosen)
        panel.confirm_wanted.connect(self.choosing.confirm)
        panel.told.connect(self.told)
        return panel

    def _checks_panel(self, inside: QWidget) -> QWidget:
        from procura_desktop.gui.procurements.checks_panel import ChecksPanel

        panel = ChecksPanel(self.desk, self.watching, inside)
        panel.place_wanted.connect(self._go_to_place)
        panel.confirm_wanted.connect(self.choosing.confirm)
        panel.add_wanted.connect(self.choosing.add_named)
        panel.source_wanted.connect(self.record_chosen)
        return panel

    def _documents_panel(self, inside: QWidget) -> QWidget:
        from procura_desktop.gui.procurements.documents_panel import DocumentsPanel
        from procura_desktop.workspace.document_choices import keep_choices, read_choices

        panel = DocumentsPanel(
            self.desk,
            self._tasks,
            self._export_facts,
            choices=read_choices(self._workspace),
            parent=inside,
        )
        panel.chosen.connect(
            lambda choices: self._remembering.keep(lambda: keep_choices(self._workspace, choices))
        )
        return panel

    def _follow_up_panel(self, inside: QWidget) -> QWidget:
        from procura_desktop.gui.procurements.follow_up_panel import FollowUpPanel

        return FollowUpPanel(self.desk, inside)

    def _export_facts(self) -> "ExportFacts":
        from procura_desktop import __version__
        from procura_desktop.export.facts import Facts

        letterhead, one = self._letterhead(), self.desk.procurement
        records = [item.copied.record.id for item in one.items if item.copied] if one else []
        infos = {self._library.info_of(name) for name in records}
        return Facts(
            made=datetime.now(UTC).astimezone(),
            program=f"Procura Desktop {__version__}",
            organisation=letterhead.organisation,
            logo=letterhead.logo,
            docx_template=letterhead.docx_template,
            odt_template=letterhead.odt_template,
            libraries=tuple(infos),
            groups=tuple(self._library.titles(one.head.groups).items()) if one else (),
            missing=self._missing_titles.of(one) if one else (),
        )

    @cached_property
    def _missing_titles(self) -> "MissingTitles":
        from procura_desktop.domain.references import MissingTitles

        return MissingTitles(self._library.criteria_of)

    def _go_to_place(self, step: str, item: str) -> None:
        if (one := self.desk.procurement) is not None:
            self.go(one.id, step, item)

    def _mark_news(self) -> None:
        self.page.set_hidden("news", hidden=not self.watching.news)
        self.page.set_mark("news", str(self.watching.open_news) if self.watching.open_news else "")

    def _news_panel(self, inside: QWidget) -> QWidget:
        from procura_desktop.gui.procurements.news_panel import NewsPanel

        panel = NewsPanel(self.desk, self.watching, lambda: self._library, inside)
        panel.source_wanted.connect(self.record_chosen)
        panel.remove_wanted.connect(self._take_out)
        return panel

    def _take_out(self, item_id: str) -> None:
        one = self.desk.procurement
        if one is not None and item_id:
            words = self.tr("Take out “{title}”").format(title=one.item(item_id).title)
            self.desk.apply(words, lambda one: without_item(one, item_id))

    def _mark_checks(self) -> None:
        self.page.set_mark("checks", str(self.watching.musts) if self.watching.musts else "")

    def _facts(self) -> Facts:
        labels = (self._library.record(brief.id) for brief in self._library.briefs(kind="label"))
        today = datetime.now(UTC).astimezone().date().isoformat()
        return facts_of(labels, today=today, criteria=lambda group: self._library.criteria_of(group))

    def _hotspots(self, groups: tuple[str, ...]) -> tuple[Hotspot, ...]:
        found: list[Hotspot] = []
        for name in groups:
            try:
                details = self._library.record(name).group
            except RecordNotFoundError:
                continue  # of a library that is not here
            found += details.hotspots if details else ()
        return tuple(found)

    def _award_panel(self, inside: QWidget) -> QWidget:
        from procura_desktop.gui.procurements.award_panel import AwardPanel

        return AwardPanel(self.desk, inside)

    @cached_property
    def agenda(self) -> "Agenda":
        """What waits for the buyer over all procurements."""
        from procura_desktop.gui.procurements.agenda import Agenda

        agenda = Agenda(self.desk, lambda: self._library, self)
        agenda.failed.connect(self.failed)
        agenda.found.connect(lambda: self.list_page.set_changed(agenda.changed))
        return agenda

    @cached_property
    def parcels(self) -> "Parcels":
        """Procurements on their way to a colleague and from one."""
        from procura_desktop.gui.procurements.parcels import Parcels

        parcels = Parcels(
            self._workspace, self.desk, self._window, tasks=self._tasks, colours=lambda: self._colours
        )
        parcels.told.connect(self.told)
        parcels.offered.connect(self.offered)
        parcels.place_wanted.connect(self.place_wanted)
        parcels.failed.connect(self.failed)
        return parcels

    def show(self, detail: str) -> QWidget:
        """Give the page of a place: "" is the list, else an id, a step and an item divided by "/".

        Raises:
            ProcurementMissingError: there is no such procurement.
        """
        if not detail:
            self.list_page.show_entries(self.desk.entries())
            self.agenda.start()
            return self.list_page
        name, _, rest = detail.partition("/")
        step, _, item = rest.partition("/")
        with self.page.turning():
            one = self.desk.open(name)
        panel = self.page.show_step(step or ("criteria" if one.items else "about"))
        if item and isinstance(panel, CriteriaPanel):
            panel.select(item)
            panel.view.setFocus()  # what led here was hidden, and the keyboard with it
        return self.page

    def go(self, procurement_id: str, step: str = "", item: str = "") -> None:
        """Ask to be led to a procurement."""
        self.place_wanted.emit(":".join((PLACE, "/".join(filter(None, (procurement_id, step, item))))))

    def _go_to_step(self, step: str) -> None:
        if (one := self.desk.procurement) is not None:
            self.go(one.id, step)

    # Another library or look.

    def use_library(self, library: Books) -> None:
        """Go on with another edition."""
        from procura_desktop.gui.procurements.about_panel import AboutPanel

        self._library = library
        self.__dict__.pop("_missing_titles", None)
        self.watching.forget()
        about = self.page.panel("about") if "page" in self.__dict__ else None
        if isinstance(about, AboutPanel):
            about.use_library()

    def let_go(self) -> None:
        """Look at nothing any more: the workspace and the library are about to be closed."""
        if "agenda" in self.__dict__:
            self.agenda.stop()
        self.desk.close()

    def set_colours(self, colours: Colours) -> None:
        """Take on other colours."""
        self._colours = colours
        for name in ("list_page", "page"):
            if name in self.__dict__:
                self.__dict__[name].set_colours(colours)
