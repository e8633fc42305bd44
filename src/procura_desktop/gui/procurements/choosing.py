"""Criteria on their way into a procurement: proposed, read, used in a case; and confirming figures."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from procura_desktop.domain.drafting import chosen_already, with_items
from procura_desktop.domain.procurement import Item, Procurement
from procura_desktop.domain.proposing import level_for
from procura_desktop.domain.records import Record
from procura_desktop.errors import ProcuraError
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.procurements.add_dialog import AddDialog
from procura_desktop.gui.procurements.beginning import Beginning
from procura_desktop.gui.procurements.chooser import Chooser
from procura_desktop.gui.procurements.confirm_dialog import ConfirmDialog
from procura_desktop.gui.procurements.offered import (
    Offered,
    offered_criteria,
    offered_of,
    part_asked,
    parts_of,
)
from procura_desktop.gui.procurements.start_dialog import Start
from procura_desktop.gui.procurements.where_dialog import WhereDialog
from procura_desktop.library.books import Books
from procura_desktop.workspace.choosing import item_of


class Choosing(QObject):
    """Asks into which procurement, at which level and why; nothing is taken without a reason."""

    began = Signal(str, str)  # a procurement, and the step to show
    taken = Signal(str)  # the first item of those that were taken
    failed = Signal(Exception)
    told = Signal(str)  # what was done

    def __init__(self, beginning: Beginning, books: Callable[[], Books], window: QWidget) -> None:
        super().__init__(window)
        self.desk = beginning.desk
        self._beginning = beginning
        self._books = books
        self._window = window
        self._who = ""

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
                title = self._books().group_titles().get(group, self.tr("New procurement"))
                start = Start(
                    title=title, group=group, earlier="", ambition="core", small=False, propose=True
                )
                one = self._beginning.new(start)
                if not self.desk.start(one):
                    return
        except ProcuraError as error:
            self.failed.emit(error)
            return
        if group not in one.head.groups:
            self.desk.change_head(
                self.tr("Product groups"), lambda head: replace(head, groups=(*head.groups, group))
            )
        self.began.emit(one.id, "criteria")
        self.choose()

    def choose(self) -> None:
        """Offer the criteria of the product groups of the open procurement."""
        one = self.desk.procurement
        if one is None:
            return
        books = self._books()
        known = books.group_titles()
        gone = [name for name in one.head.groups if name not in known]
        if gone:
            words = self.tr("Your library no longer has these product groups: {groups}.")
            self.told.emit(words.format(groups=", ".join(gone)))
        wanted = [name for name in one.head.groups if name in known] or [*known]
        try:
            sets = tuple((books.record(name), books.criteria_of(name)) for name in wanted)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        parts = parts_of(sets)
        part = part_asked(one.items, sets, parts)
        dialog = self._offer(self.tr("Choose criteria"), offered_of(one, sets, part), parts=parts, part=part)
        dialog.part_picked.connect(lambda picked: dialog.offer(offered_of(one, sets, picked)))

    def _offer(
        self,
        title: str,
        offered: Sequence[Offered],
        *,
        parts: Sequence[tuple[str, str]] = (),
        part: str | None = "",
    ) -> Chooser:
        one = self.desk.procurement
        items = one.items if one is not None else ()
        there = frozenset(item.copied.record.id for item in items if item.copied)
        origins = Origins(self._books())
        dialog = Chooser(title, offered, there, parts=parts, part=part, origins=origins, parent=self._window)
        dialog.accepted.connect(lambda: self.take(dialog.chosen) if self._back_at(one) else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def take(self, chosen: Sequence[Offered]) -> None:
        """Put criteria into the open procurement, but for those that came in while they were offered."""
        now = self.desk.procurement
        made = [
            self._item(one.record, one.level, one.reason)
            for one in chosen
            if now is not None and chosen_already(now, one.record.id) is None
        ]
        try:
            items = self.desk.with_earlier_confirmations(made)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        words = (
            self.tr("Add “{title}”").format(title=items[0].title)
            if len(items) == 1
            else self.tr("Add %n criterion/criteria", "", len(items))
        )
        if items and self.desk.apply(words, lambda one: with_items(one, items)):
            self.taken.emit(items[0].id)

    def _back_at(self, one: Procurement | None) -> bool:
        """Open what a dialog was about, unless it is open still; False if it is gone.

        A file or an address that another program opens leads elsewhere while a dialog is there.
        """
        now = self.desk.procurement
        if one is None or (now is not None and now.id == one.id):
            return one is not None
        try:
            self.desk.open(one.id)
        except ProcuraError as error:
            self.failed.emit(error)
            return False
        self.began.emit(one.id, "criteria")
        return True

    def add_named(self, record_id: str, item_id: str) -> None:
        """Choose a criterion that an item of the open procurement refers to, for the same lots."""
        one = self.desk.procurement
        if one is None:
            return
        try:
            record, by = self._books().record(record_id), one.item(item_id)
            reason = self.tr("“{title}” refers to it.").format(title=by.title)
            item = self._item(record, level_for(record, by.level), reason)
            (made,) = self.desk.with_earlier_confirmations([item])
        except ProcuraError as error:
            self.failed.emit(error)
            return
        words = self.tr("Add “{title}”").format(title=made.title)
        if self.desk.apply(words, lambda one: with_items(one, [replace(made, lots=by.lots)])):
            self.taken.emit(made.id)

    def _item(self, record: Record, level: str, reason: str) -> Item:
        info = self._books().info_of(record.id)
        return item_of(
            record,
            level=level,
            library=info.name,
            edition=info.version,
            publisher=info.publisher,
            dated=info.dated,
            reason=reason,
        )

    def add_record(self, record_id: str) -> None:
        """Ask into which procurement the criterion that somebody reads is to be taken."""
        try:
            record = self._books().record(record_id)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        last = self.desk.procurement
        level = level_for(record, last.head.ambition if last else "core")
        entries = [entry for entry in self.desk.entries() if entry.status == "draft"]
        entries.sort(key=lambda entry: (last is None or entry.id != last.id, entry.template))
        dialog = AddDialog(
            record, entries, level, self._window, there=lambda name: self._is_in(name, record.id)
        )
        dialog.accepted.connect(
            lambda: self._add(
                record,
                dialog.procurement,
                Offered(heading="", record=record, level=dialog.level, reason=dialog.reason),
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _is_in(self, procurement_id: str, record_id: str) -> bool:
        try:
            one = self.desk.read(procurement_id)
        except ProcuraError as error:  # deleted elsewhere, or damaged
            self.failed.emit(error)
            return False
        return chosen_already(one, record_id) is not None

    def _add(self, record: Record, procurement_id: str, wanted: Offered) -> None:
        try:
            if procurement_id:
                self.desk.open(procurement_id)
            else:
                group = record.criterion.group if record.criterion else ""
                title = self._books().group_titles().get(group, self.tr("New procurement"))
                start = Start(
                    title=title, group=group, earlier="", ambition="core", small=False, propose=False
                )
                if not self.desk.start(self._beginning.new(start)):
                    return
            self.take([wanted])
        except ProcuraError as error:
            self.failed.emit(error)
            return
        if (one := self.desk.procurement) is not None:
            title = one.head.title or self.tr("Without a title")
            self.told.emit(self.tr("Added to “{title}”.").format(title=title))

    def offer_records(self, record_ids: Sequence[str]) -> None:
        """Offer several criteria, such as those that a case used, for the open or a new procurement."""
        try:
            records = [self._books().record(name) for name in record_ids]
        except ProcuraError as error:
            self.failed.emit(error)
            return
        if self.desk.procurement is None or self.desk.procurement.head.status == "closed":
            self._begin_for(records)
        if (one := self.desk.procurement) is not None:
            self.began.emit(one.id, "criteria")
            self._offer(self.tr("Choose criteria"), offered_criteria(records, ambition=one.head.ambition))

    def _begin_for(self, records: Sequence[Record]) -> None:
        groups = [record.criterion.group for record in records if record.criterion]
        group = groups[0] if groups else ""
        title = self._books().group_titles().get(group, self.tr("New procurement"))
        start = Start(title=title, group=group, earlier="", ambition="core", small=False, propose=False)
        self.desk.start(self._beginning.new(start))

    # Confirming.

    def confirm(self, item_id: str) -> None:
        """Ask who read the official figures of an item, and where."""
        one = self.desk.procurement
        if one is None:
            return
        dialog = ConfirmDialog(one.item(item_id), self._who or one.head.contact.name, self._window)
        dialog.accepted.connect(lambda: self._note_confirmed(item_id, dialog) if self._back_at(one) else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _note_confirmed(self, item_id: str, dialog: ConfirmDialog) -> None:
        confirmation = dialog.confirmation
        self._who = confirmation.by
        self.desk.change_item(
            self.tr("Confirm the figures"), item_id, lambda item: replace(item, confirmed=confirmation)
        )
