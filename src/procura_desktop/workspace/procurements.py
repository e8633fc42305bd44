"""Procurements on the disk: what is there, one by one, each change saved at once.

A procurement is kept in parts, its items apart from the rest, so that a keystroke in one of 300 criteria
writes that one. A revision counts the saves: who holds an older one is told, and overwrites nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from procura_desktop.domain.procurement import Item, Procurement, Status
from procura_desktop.errors import (
    ProcurementDamagedError,
    ProcurementElsewhereError,
    ProcurementMissingError,
    WorkspaceDamagedError,
)
from procura_desktop.phrases import phrase
from procura_desktop.workspace.pages import Value

if TYPE_CHECKING:
    import sqlite3

    from procura_desktop.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementEntry:
    """One line of the list of procurements; `changed` is when it was last saved."""

    id: str
    title: str
    buyer: str
    status: Status
    template: bool
    items: int
    changed: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A procurement as it is on the disk, the revision that it has there, and when that was saved."""

    procurement: Procurement
    revision: int
    changed: str


class Body(msgspec.Struct, kw_only=True, frozen=True):
    """What is kept beside the items: a procurement without them, and their order."""

    procurement: Procurement
    order: tuple[str, ...]


class Procurements:
    """The procurements of one open workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._connection: sqlite3.Connection = workspace.connection
        self._bodies = msgspec.json.Decoder(Body)
        self._items = msgspec.json.Decoder(Item)

    @property
    def workspace(self) -> "Workspace":
        """The workspace that they are in."""
        return self._workspace

    @property
    def path(self) -> Path:
        """The file of the workspace."""
        return self._workspace.path

    def entries(self) -> tuple[ProcurementEntry, ...]:
        """List all, the one saved last first.

        Raises:
            WorkspaceDamagedError: a time in the list makes no sense.
        """
        with self._workspace.reading():
            rows = self._connection.execute(
                "SELECT id, title, buyer, status, template, items, changed FROM procurements "
                "ORDER BY changed DESC, id"
            ).fetchall()
        try:
            return tuple(
                ProcurementEntry(
                    id=name,
                    title=title,
                    buyer=buyer,
                    status=status,
                    template=bool(template),
                    items=items,
                    changed=datetime.fromisoformat(changed),
                )
                for name, title, buyer, status, template, items, changed in rows
            )
        except ValueError as error:
            detail = phrase("details", "procurements: {error}").of(error=error)
            raise WorkspaceDamagedError(path=self._workspace.path, detail=detail) from error

    def read(self, procurement_id: str) -> Stored:
        """Read one.

        Raises:
            ProcurementMissingError: there is none with this id.
            ProcurementDamagedError: what is kept of it makes no sense.
        """
        with self._workspace.reading():
            row = self._connection.execute(
                "SELECT body, revision, changed FROM procurements WHERE id = ?", (procurement_id,)
            ).fetchone()
            items = dict(
                self._connection.execute(
                    "SELECT id, document FROM procurement_items WHERE procurement = ?", (procurement_id,)
                )
            )
        if row is None:
            raise ProcurementMissingError(procurement=procurement_id)
        try:
            body = self._bodies.decode(row[0])
            ordered = tuple(self._items.decode(items[name]) for name in body.order)
        except (msgspec.MsgspecError, KeyError, ValueError) as error:
            raise ProcurementDamagedError(
                path=self._workspace.path,
                detail=phrase("details", "procurement {procurement_id}: {error}").of(
                    procurement_id=procurement_id, error=error
                ),
            ) from error
        _, revision, changed = row
        made = replace(body.procurement, items=ordered)
        return Stored(procurement=made, revision=revision, changed=changed)

    def is_newest(self, stored: Stored) -> bool:
        """Say whether nobody saved or deleted it since."""
        known = stored.procurement.id, stored.revision, stored.changed
        with self._workspace.reading():
            found = self._connection.execute(
                "SELECT 1 FROM procurements WHERE id = ? AND revision = ? AND changed = ?", known
            ).fetchone()
        return found is not None

    def add(self, procurement: Procurement) -> Stored:
        """Keep a new one.

        Raises:
            ProcurementElsewhereError: one with this id is there already.
        """
        return self.save(procurement, before=None)

    def save(self, procurement: Procurement, *, before: Stored | None) -> Stored:
        """Save a procurement whole or not at all; only the parts that differ from `before` are written.

        Raises:
            ProcurementElsewhereError: what is on the disk is not `before`: somebody else saved it since.
        """
        old = {item.id: item for item in before.procurement.items} if before else {}
        changed = [item for item in procurement.items if old.get(item.id) is not item]
        gone = old.keys() - {item.id for item in procurement.items}
        documents = [(procurement.id, item.id, msgspec.json.encode(item).decode()) for item in changed]
        revision = before.revision + 1 if before else 1
        values = body_values(procurement, revision=revision)
        with self._workspace.transaction():
            if not self._write_body(values, new=before is None):
                raise ProcurementElsewhereError(title=procurement.head.title)
            self._connection.executemany(
                "DELETE FROM procurement_items WHERE procurement = ? AND id = ?",
                [(procurement.id, name) for name in gone],
            )
            self._connection.executemany(
                "INSERT INTO procurement_items (procurement, id, document) VALUES (?, ?, ?) "
                "ON CONFLICT DO UPDATE SET document = excluded.document",
                documents,
            )
        return Stored(procurement=procurement, revision=revision, changed=str(values["changed"]))

    def delete(self, procurement_id: str) -> Procurement:
        """Take one out and give it back, so that it can be undone.

        Raises:
            ProcurementMissingError: there is none with this id.
        """
        stored = self.read(procurement_id)
        with self._workspace.transaction():
            self._connection.execute("DELETE FROM procurements WHERE id = ?", (procurement_id,))
        return stored.procurement

    def all(self) -> Iterator[Procurement]:
        """Give every procurement, the one saved last first."""
        for entry in self.entries():
            yield self.read(entry.id).procurement

    def _write_body(self, values: dict[str, Value], *, new: bool) -> bool:
        if new:
            statement = (
                "INSERT INTO procurements "
                "(id, title, buyer, status, template, items, changed, body, revision) VALUES "
                "(:id, :title, :buyer, :status, :template, :items, :changed, :body, :revision) "
                "ON CONFLICT DO NOTHING"
            )
        else:
            statement = (
                "UPDATE procurements SET title = :title, buyer = :buyer, status = :status, "
                "template = :template, items = :items, changed = :changed, body = :body, "
                "revision = :revision WHERE id = :id AND revision = :revision - 1"
            )
        return self._connection.execute(statement, values).rowcount == 1


def body_values(procurement: Procurement, *, revision: int) -> dict[str, Value]:
    """Give the row that is kept of a procurement beside its items, by column."""
    head = procurement.head
    order = tuple(item.id for item in procurement.items)
    body = Body(procurement=replace(procurement, items=()), order=order)
    return {
        "id": procurement.id,
        "title": head.title,
        "buyer": head.buyer,
        "status": head.status,
        "template": int(head.template),
        "items": len(order),
        "changed": datetime.now(UTC).isoformat(timespec="microseconds"),
        "body": msgspec.json.encode(body).decode(),
        "revision": revision,
    }
