"""The procurement that somebody works on, for every panel that shows a part of it.

A panel never changes a record by itself: it asks the desk, which saves at once and tells all panels.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from procura_desktop.domain.procurement import Head, Item, Procurement
from procura_desktop.errors import ProcuraError, ProcurementElsewhereError, ProcurementMissingError
from procura_desktop.workspace.beginning import as_template, from_earlier
from procura_desktop.workspace.confirmations import with_earlier_confirmations
from procura_desktop.workspace.drafts import Draft
from procura_desktop.workspace.procurements import ProcurementEntry, Procurements

Change = Callable[[Procurement], Procurement]


class Desk(QObject):
    """Holds the open procurement; what fails leaves as a signal and changes nothing."""

    changed = Signal()  # the open procurement is another than before, in whole or in part
    listed = Signal()  # the list of all is another
    failed = Signal(Exception)

    def __init__(self, store: Procurements, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._draft: Draft | None = None
        self._drafts: dict[str, Draft] = {}  # of all that were opened, with what can be undone in them
        self._deleted: Procurement | None = None

    @property
    def workspace_path(self) -> Path:
        """Where procurements are kept."""
        return self._store.path

    # The list.

    def entries(self) -> tuple[ProcurementEntry, ...]:
        """List all procurements and templates, the one saved last first."""
        return self._store.entries()

    def read(self, procurement_id: str) -> Procurement:
        """Read one without opening it.

        Raises:
            ProcurementMissingError: there is none.
        """
        if self._draft is not None and self._draft.procurement.id == procurement_id:
            return self._draft.procurement
        return self._store.read(procurement_id).procurement

    def start(self, procurement: Procurement) -> bool:
        """Keep a new procurement and open it."""
        try:
            self._take_up(Draft(self._store, self._store.add(procurement)))
        except ProcuraError as error:
            self.failed.emit(error)
            return False
        self.listed.emit()
        self.changed.emit()
        return True

    def delete(self, procurement_id: str) -> str | None:
        """Take one out, give its title; `bring_back` undoes it. None: it could not be taken out."""
        try:
            self._deleted = self._store.delete(procurement_id)
        except ProcuraError as error:
            self.failed.emit(error)
            return None
        if self._draft is not None and self._draft.procurement.id == procurement_id:
            self._draft = None
            self.changed.emit()
        self.listed.emit()
        return self._deleted.head.title

    def bring_back(self) -> None:
        """Put back what was deleted last."""
        if self._deleted is None:
            return
        try:
            self._store.add(self._deleted)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self._deleted = None
        self.listed.emit()

    def copy(self, procurement_id: str, title: str, *, template: bool = False) -> str:
        """Begin another one, or a template, from what is kept; give its id.

        Raises:
            ProcurementMissingError: there is none.
        """
        begin = as_template if template else from_earlier
        new = begin(self.read(procurement_id), now=datetime.now(UTC), title=title)
        self._store.add(new)
        self.listed.emit()
        return new.id

    def with_earlier_confirmations(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Give items with what was confirmed of the same criteria before.

        Raises:
            WorkspaceError: that cannot be read just now.
        """
        return with_earlier_confirmations(self._store.workspace, items)

    # The one that is open.

    @property
    def procurement(self) -> Procurement | None:
        """The open procurement."""
        return self._draft.procurement if self._draft else None

    def open(self, procurement_id: str) -> Procurement:
        """Open one; one that was open before keeps what can be undone, unless it was saved elsewhere.

        Raises:
            ProcurementMissingError: there is none.
            ProcurementDamagedError: what is kept of it makes no sense.
        """
        if self._draft is not None and self._draft.procurement.id == procurement_id:
            return self._draft.procurement
        draft = self._drafts.get(procurement_id)
        if draft is None or not self._store.is_newest(draft.stored):
            draft = Draft(self._store, self._store.read(procurement_id))
        self.end_field()
        self._take_up(draft)
        self.changed.emit()
        return draft.procurement

    def apply(self, name: str, change: Change, *, field: str = "") -> bool:
        """Change the open procurement and save it; `name` is what people can undo.

        Changes of one `field` that follow each other are undone together. False: nothing was changed.
        """
        if self._draft is None:
            return False
        title = self._draft.procurement.head.title
        try:
            done = self._draft.change(name, change(self._draft.procurement), field=field)
        except ProcuraError as error:
            self._explain(error)
            self.changed.emit()  # what was typed gives way to what is kept
            return False
        if done:
            self.changed.emit()
            if title != self._draft.procurement.head.title:
                self.listed.emit()
        return done

    def change_head(self, name: str, change: Callable[[Head], Head], *, field: str = "") -> bool:
        """Change what a procurement is about."""
        return self.apply(name, lambda one: replace(one, head=change(one.head)), field=field)

    def change_item(
        self, name: str, item_id: str, change: Callable[[Item], Item], *, field: str = ""
    ) -> bool:
        """Change one item of the open procurement."""
        from procura_desktop.domain.drafting import change_item

        return self.apply(name, lambda one: change_item(one, item_id, change), field=field)

    def end_field(self) -> None:
        """Let what is typed next be undone apart from what was typed before."""
        if self._draft is not None:
            self._draft.end_field()

    @property
    def to_undo(self) -> str:
        """What would be undone; "" is nothing."""
        return self._draft.to_undo if self._draft else ""

    @property
    def to_redo(self) -> str:
        """What would be done again; "" is nothing."""
        return self._draft.to_redo if self._draft else ""

    def undo(self) -> str:
        """Take back the last step; give its name, "" where there was nothing to take back."""
        return self._step(self.to_undo, back=True)

    def redo(self) -> str:
        """Do again what was undone last; give its name, "" where nothing was."""
        return self._step(self.to_redo, back=False)

    def _step(self, name: str, *, back: bool) -> str:
        if self._draft is None:
            return ""
        try:
            done = self._draft.undo() if back else self._draft.redo()
        except ProcuraError as error:
            self._explain(error)
            return ""
        if done:
            self.listed.emit()
            self.changed.emit()
        return name if done else ""

    def look_again(self, changed: Collection[str]) -> None:
        """Take note that others wrote these: the list is another, and the open one may be."""
        if self._draft is not None and self._draft.procurement.id in changed:
            self._open_anew()
        self.listed.emit()

    def close(self) -> None:
        """Let go of the open procurement; everything is on the disk."""
        self._draft = None
        self._drafts.clear()

    def _take_up(self, draft: Draft) -> None:
        self._draft = self._drafts[draft.procurement.id] = draft

    def _explain(self, error: ProcuraError) -> None:
        """Say why nothing was changed; what others saved or deleted meanwhile is shown first."""
        told = (self._open_anew() or error) if isinstance(error, ProcurementElsewhereError) else error
        self.failed.emit(told)

    def _open_anew(self) -> ProcurementMissingError | None:
        """Show the open procurement as it is on the disk; give why, where it is there no more."""
        missing = None
        if self._draft is not None:
            try:
                self._take_up(Draft(self._store, self._store.read(self._draft.procurement.id)))
            except ProcurementMissingError as error:
                self._draft, missing = None, error
            self.changed.emit()
        return missing
