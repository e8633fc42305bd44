"""The user's own database: so far what was read, how far, what was searched, how the window stood.

What a method has returned from is on the disk and survives a power cut. A file that cannot be used is
left exactly as it is: it holds work that nobody else has. Where nothing can be written, a copy is read.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from procura_desktop.errors import WorkspaceDamagedError, WorkspaceTooNewError
from procura_desktop.phrases import phrase
from procura_desktop.workspace.disks import kind_of
from procura_desktop.workspace.emptied import refuse_emptied
from procura_desktop.workspace.migrations import (
    APPLICATION_ID,
    MIGRATIONS,
    keep_before_migrating,
    migrate,
    newest_applied,
)
from procura_desktop.workspace.writing import refuse_unwritable, translated_error

if TYPE_CHECKING:
    from procura_desktop.workspace.disks import Kind
    from procura_desktop.workspace.lock import Lock

BUSY_SECONDS = 5.0
KEPT_RECENT = 200
KEPT_SEARCHES = 30
LONGEST_SEARCH = 500  # characters


@dataclass(frozen=True, slots=True)
class RecentRecord:
    """A record that was opened; `title` is what it was called then."""

    library: str
    record_id: str
    title: str
    opened: datetime


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched for, as it was typed."""

    text: str
    saved: bool


class Workspace:
    """An open workspace, for the thread that opened it; `connection` is for the modules of this room.

    `keeps` False means that it is a copy in memory: what is done to it is lost.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, *, keeps: bool = True, lock: "Lock | None" = None
    ) -> None:
        self.connection = connection
        self._lock = lock
        self.path = path
        self.keeps = keeps

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; closing twice does nothing."""
        self.connection.close()
        if self._lock is not None:
            self._lock.release()

    def note_opened(self, library: str, record_id: str, title: str, when: datetime) -> None:
        """Remember that a record was opened; only the last 200 are kept."""
        if when.tzinfo is None:
            raise ValueError("a time without its zone cannot be put in order")
        opened = when.astimezone(UTC).isoformat(timespec="microseconds")
        with self.transaction():
            self.connection.execute(
                "INSERT INTO recent_records (library, record_id, title, opened) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO UPDATE SET title = excluded.title, opened = excluded.opened",
                (library, record_id, title, opened),
            )
            self.connection.execute(
                "DELETE FROM recent_records WHERE opened < "
                "(SELECT opened FROM recent_records ORDER BY opened DESC LIMIT 1 OFFSET ?)",
                (KEPT_RECENT - 1,),
            )

    def recent(self, limit: int = 8) -> tuple[RecentRecord, ...]:
        """Give the records opened last, the latest first."""
        with _translated(self.path):
            rows = self.connection.execute(
                "SELECT library, record_id, title, opened FROM recent_records ORDER BY opened DESC LIMIT ?",
                (limit,),
            ).fetchall()
        return tuple(
            RecentRecord(library, record_id, title, datetime.fromisoformat(opened))
            for library, record_id, title, opened in rows
        )

    def reading_position(self, library: str, record_id: str) -> float:
        """Give how far a record was read: 0 is the beginning (also of one never opened), 1 the end."""
        with _translated(self.path):
            row = self.connection.execute(
                "SELECT position FROM reading_positions WHERE library = ? AND record_id = ?",
                (library, record_id),
            ).fetchone()
        return float(row[0]) if row else 0.0

    def set_reading_position(self, library: str, record_id: str, position: float) -> None:
        """Remember how far a record was read; what lies outside 0 to 1 becomes the nearer end."""
        within = min(1.0, max(0.0, position))
        with self.transaction():
            self.connection.execute(
                "INSERT INTO reading_positions (library, record_id, position) VALUES (?, ?, ?) "
                "ON CONFLICT DO UPDATE SET position = excluded.position",
                (library, record_id, within),
            )

    def note_search(self, text: str, when: datetime) -> None:
        """Remember what was searched for with success; only the last 30 are kept, and all that were saved."""
        self._put_search(text, when, saved=None)

    def save_search(self, text: str, when: datetime, *, saved: bool) -> None:
        """Keep a search until it is taken out, or take it out."""
        self._put_search(text, when, saved=saved)

    def _put_search(self, text: str, when: datetime, *, saved: bool | None) -> None:
        typed = " ".join(text.split())[:LONGEST_SEARCH]
        if not typed:
            return
        used = when.astimezone(UTC).isoformat(timespec="microseconds")
        with self.transaction():
            self.connection.execute(
                "INSERT INTO searches (text, used, saved) VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
                "SET used = excluded.used, saved = coalesce(?, saved)",
                (typed, used, int(saved or False), saved),
            )
            self.connection.execute(
                "DELETE FROM searches WHERE saved = 0 AND used < "
                "(SELECT used FROM searches WHERE saved = 0 ORDER BY used DESC LIMIT 1 OFFSET ?)",
                (KEPT_SEARCHES - 1,),
            )

    def searches(self) -> tuple[Search, ...]:
        """Give the saved searches by name, then the others, the latest first."""
        with _translated(self.path):
            rows = self.connection.execute(
                "SELECT text, saved FROM searches "
                "ORDER BY saved DESC, CASE WHEN saved THEN text END, used DESC"
            ).fetchall()
        return tuple(Search(text, saved=bool(saved)) for text, saved in rows)

    def mark_changes(self, library: str, record_ids: Sequence[str], version: str) -> None:
        """Remember which records the last update of a library added or changed, until each is read.

        Ids are those of several libraries side by side, see `library.namespace`.
        """
        with self.transaction():
            self.connection.execute("DELETE FROM unread_changes WHERE library = ?", (library,))
            self.connection.executemany(
                "INSERT INTO unread_changes (library, record_id, version) VALUES (?, ?, ?)",
                [(library, record_id, version) for record_id in dict.fromkeys(record_ids)],
            )

    def unread_changes(self, library: str) -> frozenset[str]:
        """Give the records that an update added or changed and nobody has read since."""
        with _translated(self.path):
            rows = self.connection.execute(
                "SELECT record_id FROM unread_changes WHERE library = ?", (library,)
            ).fetchall()
        return frozenset(record_id for (record_id,) in rows)

    def forget_change(self, record_id: str) -> None:
        """Take the mark from one record."""
        with self.transaction():
            self.connection.execute("DELETE FROM unread_changes WHERE record_id = ?", (record_id,))

    def has_procurements(self) -> bool:
        """Say whether there is any procurement, without reading one."""
        with _translated(self.path):
            row = self.connection.execute("SELECT EXISTS (SELECT 1 FROM procurements)").fetchone()
        return bool(row[0])

    def count_kept(self) -> int:
        """Count bookmarks and notes."""
        with _translated(self.path):
            (count,) = self.connection.execute(
                "SELECT (SELECT count(*) FROM bookmarks) + (SELECT count(*) FROM notes)"
            ).fetchone()
        return int(count)

    def count_notes(self, typed: str) -> int:
        """Count the notes that have every word of a text; of no words none."""
        from procura_desktop.workspace.notes import Notes  # the start does not need them

        return Notes(self).count(typed)

    def window_state(self, name: str) -> bytes | None:
        """Give what a window wrote about itself, or None if it never did."""
        with _translated(self.path):
            row = self.connection.execute(
                "SELECT state FROM window_states WHERE name = ?", (name,)
            ).fetchone()
        return bytes(row[0]) if row else None

    def set_window_state(self, name: str, data: bytes) -> None:
        """Remember what a window writes about itself."""
        with self.transaction():
            self.connection.execute(
                "INSERT INTO window_states (name, state) VALUES (?, ?) "
                "ON CONFLICT DO UPDATE SET state = excluded.state",
                (name, data),
            )

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read within one view of the file; errors of SQLite become ours."""
        with _translated(self.path):
            if self.connection.in_transaction:  # a part of what is written together
                yield
                return
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write whole or not at all, with what is written within; errors of SQLite become ours."""
        with _translated(self.path):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise


def open_workspace(path: Path, *, backups: Iterable[Path] | None = None) -> Workspace:
    """Open the workspace, make it if there is none, and bring its tables up to date.

    On a disk of a network or one that comes off, the lock of `workspace.lock` is held until it is closed.
    `backups` are the folders in which there may be backups of it; None is the one beside it.

    Raises:
        WorkspaceTooNewError: a later version of the program wrote it; nothing was changed.
        WorkspaceDamagedError: it is not a sound workspace, not ours, or empty and was not always so; nothing
            was changed.
        BackupError: an earlier program wrote it, and it cannot be backed up before it is changed.
        WorkspaceNotKeptError: nothing can be written to it just now; `open_for_reading` can read it.
        WorkspaceError: it cannot be reached just now.
    """
    refuse_unwritable(path)
    kind = kind_of(path.parent)
    lock = _locked(path, kind) if kind != "local" else None
    try:
        with _translated(path):
            refuse_emptied(path, _backups_of(path) if backups is None else backups)
            return Workspace(_connected(path, shared=kind != "local"), path, lock=lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _backups_of(path: Path) -> tuple[Path, ...]:
    from procura_desktop.workspace.backup import backup_folder  # which opens workspaces

    return (backup_folder(path),)


def _locked(path: Path, kind: "Kind") -> "Lock":
    from procura_desktop.workspace.lock import take_lock  # most people have a disk of their own

    try:
        return take_lock(path, kind)
    except OSError as error:
        raise translated_error(path, error) from error


def _connected(path: Path, *, shared: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        if shared:  # before the first look: else a write-ahead log would want memory that all share
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        refuse_unsound(connection, path)
        if shared:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA locking_mode = NORMAL")
        else:
            connection.execute("PRAGMA journal_mode = WAL")  # where a disk cannot, SQLite stays with its own
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        keep_before_migrating(connection, path)
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path, *, backups: Iterable[Path] | None = None) -> Workspace:
    """Open a copy in memory of a workspace to which nothing can be written; what is done to it is lost.

    Raises:
        WorkspaceTooNewError: a later version of the program wrote it.
        WorkspaceDamagedError: it is not a sound workspace, not ours, or empty and was not always so.
        WorkspaceError: it cannot be read just now.
    """
    from procura_desktop.workspace.reading import read_into_memory

    try:
        with _translated(path):
            refuse_emptied(path, _backups_of(path) if backups is None else backups)
            return _in_memory(read_into_memory(path), path)
    except OSError as error:  # it may not be looked at, or there is no room to copy it
        raise translated_error(path, error) from error


def empty_workspace(path: Path) -> Workspace:
    """Give an empty workspace in memory in place of one that cannot be used; the file is not touched."""
    return _in_memory(sqlite3.connect(":memory:", isolation_level=None), path)


def _in_memory(connection: sqlite3.Connection, path: Path) -> Workspace:
    try:
        refuse_unsound(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return Workspace(connection, path, keeps=False)


def refuse_unsound(connection: sqlite3.Connection, path: Path) -> None:
    """Look before anything is written, in one view: another start may be making the same file."""
    connection.execute("BEGIN")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application != APPLICATION_ID:
        raise WorkspaceDamagedError(path=path, detail=phrase("details", "another program's database"))
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise WorkspaceDamagedError(path=path, detail=verdict)
    found, supported = newest_applied(connection), MIGRATIONS[-1].number
    if found > supported:
        raise WorkspaceTooNewError(path=path, found=found, supported=supported)
    connection.execute("COMMIT")


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise translated_error(path, error) from error
