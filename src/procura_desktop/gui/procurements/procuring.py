"""What happens with procurements in the window: the list, the open one, and criteria on their way into it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from procura_desktop.domain.checks.facts import Facts, facts_of
from procura_desktop.domain.drafting import with_items, without_item
from procura_desktop.domain.procurement import Head, Item, Procurement
from procura_desktop.domain.proposing import Proposal, propose
from procura_desktop.domain.records import Hotspot, Record
from procura_desktop.errors import ProcuraError, RecordNotFoundError
from procura_desktop.export.letterhead import Letterhead
from procura_desktop.gui.procurements.add_dialog import AddDialog
from procura_desktop.gui.procurements.chooser import Chooser
from procura_desktop.gui.procurements.confirm_dialog import ConfirmDialog
from procura_desktop.gui.procurements.criteria_panel import CriteriaPanel
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.list_page import ListPage
from procura_desktop.gui.procurements.offered import Offered, level_for, offered_criteria, proposed_criteria
from procura_desktop.gui.procurements.page import ProcurementPage, Step
from procura_desktop.gui.procurements.start_dialog import Start, StartDialog
from procura_desktop.gui.procurements.watching import Watching
from procura_desktop.gui.procurements.where_dialog import WhereDialog
from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.library.books import Books
from procura_desktop.workspace.choosing import item_of, new_id
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import Workspace

if TYPE_CHECKING:
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
        self._who = ""
        self._confirming = ""
        self.desk = Desk(Procurements(workspace), self)
        self.desk.failed.connect(self.failed)
        self.watching = Watching(self.desk, self._facts, self._hotspots, lambda: self._library, self)

    # The pages.

    @cached_property
    def list_page(self) -> ListPage:
        """All procurements."""
        page = ListPage()
        page.set_colours(self._colours)
        page.chosen.connect(self.go)
        page.new_wanted.connect(self.ask_for_new)
        page.copy_wanted.connect(self._copy)
        page.template_wanted.connect(self._make_template)
        page.delete_wanted.connect(self._delete)
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
        page.list_wanted.connect(lambda: self.place_wanted.emit(PLACE))
        page.step_chosen.connect(self._go_to_step)
        return page

    def _about_panel(self) -> QWidget:
        from procura_desktop.gui.procurements.about_panel import AboutPanel
        from procura_desktop.gui.procurements.cpv_codes import cpv_codes

        groups = tuple((brief.id, brief.title) for brief in self._library.briefs(kind="group"))
        return AboutPanel(self.desk, groups, cpv_codes)

    def _criteria_panel(self) -> QWidget:
        panel = CriteriaPanel(self.desk, self.watching)
        panel.choose_wanted.connect(self.choose)
        panel.source_wanted.connect(self.record_chosen)
        panel.confirm_wanted.connect(self._confirm)
        return panel

    def _checks_panel(self) -> QWidget:
        from procura_desktop.gui.procurements.checks_panel import ChecksPanel

        panel = ChecksPanel(self.desk, self.watching)
        panel.place_wanted.connect(self._go_to_place)
        panel.confirm_wanted.connect(self._confirm)
        panel.source_wanted.connect(self.record_chosen)
        return panel

    def _documents_panel(self) -> QWidget:
        from procura_desktop.gui.procurements.documents_panel import DocumentsPanel

        return DocumentsPanel(self.desk, self._tasks, self._export_facts)

    def _follow_up_panel(self) -> QWidget:
        from procura_desktop.gui.procurements.follow_up_panel import FollowUpPanel

        return FollowUpPanel(self.desk)

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
        )

    def _go_to_place(self, step: str, item: str) -> None:
        if (one := self.desk.procurement) is not None:
            self.go(one.id, step, item)

    def _mark_news(self) -> None:
        self.page.set_hidden("news", hidden=not self.watching.news)
        self.page.set_mark("news", str(self.watching.open_news) if self.watching.open_news else "")

    def _news_panel(self) -> QWidget:
        from procura_desktop.gui.procurements.news_panel import NewsPanel

        panel = NewsPanel(self.desk, self.watching, lambda: self._library)
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
        return facts_of(labels, today=datetime.now(UTC).astimezone().date().isoformat())

    def _hotspots(self, groups: tuple[str, ...]) -> tuple[Hotspot, ...]:
        found: list[Hotspot] = []
        for name in groups:
            try:
                details = self._library.record(name).group
            except RecordNotFoundError:
                continue  # of a library that is not here
            found += details.hotspots if details else ()
        return tuple(found)

    def _award_panel(self) -> QWidget:
        from procura_desktop.gui.procurements.award_panel import AwardPanel

        return AwardPanel(self.desk, self._tasks)

    @cached_property
    def agenda(self) -> "Agenda":
        """What waits for the buyer over all procurements."""
        from procura_desktop.gui.procurements.agenda import Agenda

        agenda = Agenda(self.desk, lambda: self._library, self)
        agenda.failed.connect(self.failed)
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
            return self.list_page
        name, _, rest = detail.partition("/")
        step, _, item = rest.partition("/")
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

    # Beginning.

    def ask_for_new(self) -> None:
        """Ask what is bought, and begin."""
        groups = tuple((brief.id, brief.title) for brief in self._library.briefs(kind="group"))
        dialog = StartDialog(groups, self.desk.entries(), self._window)
        dialog.accepted.connect(lambda: self._begin(dialog.start))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _begin(self, start: Start) -> None:
        try:
            if start.earlier:
                self.go(self.desk.copy(start.earlier, start.title), "about")
                return
            procurement = self._new(start)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        if self.desk.start(procurement):
            self.go(procurement.id, "criteria" if start.propose else "about")
            if start.propose:
                self.choose()

    def _new(self, start: Start) -> Procurement:
        group = self._library.record(start.group).group if start.group else None
        return Procurement(
            id=new_id(),
            head=Head(
                title=start.title,
                groups=(start.group,) if start.group else (),
                cpv=group.cpv[:1] if group else (),
                procedure="below-threshold" if start.small else "open",
                ambition=start.ambition,
                created=datetime.now(UTC).isoformat(timespec="seconds"),
            ),
        )

    # What is done with one in the list.

    def _copy(self, procurement_id: str) -> None:
        self._ask_title(procurement_id, template=False)

    def _make_template(self, procurement_id: str) -> None:
        self._ask_title(procurement_id, template=True)

    def _ask_title(self, procurement_id: str, *, template: bool) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Make a template") if template else self.tr("Copy"))
        dialog.setLabelText(self.tr("Title"))
        try:
            dialog.setTextValue(self.desk.read(procurement_id).head.title)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        dialog.textValueSelected.connect(
            lambda title: self._copy_as(procurement_id, title.strip(), template=template)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _copy_as(self, procurement_id: str, title: str, *, template: bool) -> None:
        try:
            made = self.desk.copy(procurement_id, title, template=template)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self.go(made)

    def _delete(self, procurement_id: str) -> None:
        title = self.desk.delete(procurement_id)
        if not title:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setText(self.tr("“{title}” was deleted.").format(title=title))
        back = box.addButton(self.tr("Bring it back"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.buttonClicked.connect(lambda button: self.desk.bring_back() if button is back else None)
        box.finished.connect(box.deleteLater)
        box.open()

    # Criteria on their way in.

    def choose_of(self, group: str) -> None:
        """Ask into which procurement criteria of a product group are to go, and offer them."""
        drafts = [entry for entry in self.desk.entries() if entry.status == "draft" and not entry.template]
        if not drafts:
            self._choose_into("", group)
            return
        last = self.desk.procurement
        drafts.sort(key=lambda entry: last is None or entry.id != last.id)
        dialog = WhereDialog(self.tr("Choose criteria"), drafts, self._window)
        dialog.accepted.connect(lambda: self._choose_into(dialog.procurement, group))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_into(self, procurement_id: str, group: str) -> None:
        try:
            if procurement_id:
                one = self.desk.open(procurement_id)
            else:
                title = self._library.group_titles().get(group, self.tr("New procurement"))
                start = Start(
                    title=title, group=group, earlier="", ambition="core", small=False, propose=True
                )
                one = self._new(start)
                if not self.desk.start(one):
                    return
        except ProcuraError as error:
            self.failed.emit(error)
            return
        if group not in one.head.groups:
            self.desk.change_head(
                self.tr("Product groups"), lambda head: replace(head, groups=(*head.groups, group))
            )
        self.go(one.id, "criteria")
        self.choose()

    def choose(self) -> None:
        """Offer the criteria of the product groups of the open procurement."""
        one = self.desk.procurement
        if one is None:
            return
        chosen = {item.copied.record.id for item in one.items if item.copied}
        offered: list[Offered] = []
        try:
            for name in one.head.groups or tuple(self._library.group_titles()):
                group = self._library.record(name)
                proposals = propose(
                    group,
                    self._library.criteria_of(name),
                    ambition=one.head.ambition,
                    small=one.head.procedure == "below-threshold",
                    chosen=chosen,
                )
                offered += self._first_or_all(group, proposals, chosen, one.head.ambition)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self._offer(self.tr("Choose criteria"), offered)

    def _first_or_all(
        self, group: Record, proposals: Sequence[Proposal], chosen: set[str], ambition: str
    ) -> tuple[Offered, ...]:
        """Offer what is proposed, ticked only at first; then what was left out of the proposal, unticked."""
        one = self.desk.procurement
        several = one is not None and len(one.head.groups) != 1
        proposed = proposed_criteria(proposals, of=group.title if several else "")
        if chosen:
            proposed = tuple(replace(one, ticked=False) for one in proposed)
        there = {one.record.id for one in proposed} | chosen
        others = [record for record in self._library.criteria_of(group.id) if record.id not in there]
        return (*proposed, *offered_criteria(others, ambition=ambition))

    def _offer(self, title: str, offered: Sequence[Offered]) -> None:
        one = self.desk.procurement
        if one is None:
            return
        there = frozenset(item.copied.record.id for item in one.items if item.copied)
        dialog = Chooser(title, offered, there, self._window)
        dialog.accepted.connect(lambda: self.take(dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, chosen: Sequence[Offered]) -> None:
        """Put criteria into the open procurement."""
        items = [self._item(one.record, one.level, one.reason) for one in chosen]
        words = (
            self.tr("Add “{title}”").format(title=items[0].title)
            if len(items) == 1
            else self.tr("Add %n criterion/criteria", "", len(items))
        )
        if items and self.desk.apply(words, lambda one: with_items(one, items)):
            panel = self.page.panel("criteria")
            if isinstance(panel, CriteriaPanel):
                panel.select(items[0].id)
                if panel.isVisible():
                    panel.view.setFocus()  # the next thing is to fill in the figures

    def _item(self, record: Record, level: str, reason: str) -> Item:
        info = self._library.info_of(record.id)
        return item_of(
            record,
            level=level,
            library=info.name,
            edition=info.version,
            publisher=info.publisher,
            reason=reason,
        )

    def add_record(self, record_id: str) -> None:
        """Ask into which procurement the criterion that somebody reads is to be taken."""
        try:
            record = self._library.record(record_id)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        last = self.desk.procurement
        level = level_for(record, last.head.ambition if last else "core")
        entries = [entry for entry in self.desk.entries() if entry.status == "draft"]
        entries.sort(key=lambda entry: last is None or entry.id != last.id)
        dialog = AddDialog(record, entries, level, self._window)
        dialog.accepted.connect(
            lambda: self._add(
                record,
                dialog.procurement,
                Offered(heading="", record=record, level=dialog.level, reason=dialog.reason),
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, record: Record, procurement_id: str, wanted: Offered) -> None:
        try:
            if procurement_id:
                self.desk.open(procurement_id)
            else:
                group = record.criterion.group if record.criterion else ""
                title = self._library.group_titles().get(group, self.tr("New procurement"))
                start = Start(
                    title=title, group=group, earlier="", ambition="core", small=False, propose=False
                )
                if not self.desk.start(self._new(start)):
                    return
            self.take([wanted])
        except ProcuraError as error:
            self.failed.emit(error)
            return
        if (one := self.desk.procurement) is not None:
            self.told.emit(self.tr("Added to “{title}”.").format(title=one.head.title))

    def offer_records(self, record_ids: Sequence[str]) -> None:
        """Offer several criteria, such as those that a case used, for the open or a new procurement."""
        try:
            records = [self._library.record(name) for name in record_ids]
        except ProcuraError as error:
            self.failed.emit(error)
            return
        if self.desk.procurement is None or self.desk.procurement.head.status == "closed":
            self._begin_for(records)
        if (one := self.desk.procurement) is not None:
            self.go(one.id, "criteria")
            self._offer(self.tr("Choose criteria"), offered_criteria(records, ambition=one.head.ambition))

    def _begin_for(self, records: Sequence[Record]) -> None:
        groups = [record.criterion.group for record in records if record.criterion]
        group = groups[0] if groups else ""
        title = self._library.group_titles().get(group, self.tr("New procurement"))
        start = Start(title=title, group=group, earlier="", ambition="core", small=False, propose=False)
        self.desk.start(self._new(start))

    # Confirming.

    def _confirm(self, item_id: str) -> None:
        one = self.desk.procurement
        if one is None:
            return
        dialog = ConfirmDialog(one.item(item_id), self._who or one.head.contact.name, self._window)
        dialog.accepted.connect(lambda: self._note_confirmed(item_id, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _note_confirmed(self, item_id: str, dialog: ConfirmDialog) -> None:
        confirmation = dialog.confirmation
        self._who = confirmation.by
        self.desk.change_item(
            self.tr("Confirm the figures"), item_id, lambda item: replace(item, confirmed=confirmation)
        )

    # Another library or look.

    def use_library(self, library: Books) -> None:
        """Go on with another edition."""
        self._library = library
        self.watching.forget()

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
