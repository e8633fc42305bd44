"""Being alone with a workspace, to put another file in its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from procura_desktop.errors import WorkspaceDamagedError, WorkspaceOpenError
from procura_desktop.workspace.disks import kind_of
from procura_desktop.workspace.emptied import is_empty
from procura_desktop.workspace.lock import take_lock
from procura_desktop.workspace.writing import translated_error

_HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def alone(workspace: Path) -> Iterator[None]:
    """Make sure that nobody has a workspace open; on a disk that others reach, nobody can open it meanwhile.

    Raises:
        WorkspaceOpenError: a program has it open.
        WorkspaceInUseError: somebody else has it open, on this computer or another.
        WorkspaceError: it cannot be used just now.
    """
    kind = kind_of(workspace.parent)
    if kind == "local" or not workspace.parent.exists():
        _refuse_open(workspace)
        yield
        return
    try:
        lock = take_lock(workspace, kind)
    except OSError as error:
        raise translated_error(workspace, error) from error
    try:
        if not lock.is_held:
            raise WorkspaceOpenError(path=workspace)
        _refuse_open(workspace)
        yield
    finally:
        lock.release()


def _refuse_open(workspace: Path) -> None:
    """Ask SQLite; nothing is written but what a crash left to be written. Damage is for others to notice."""
    if not workspace.exists() or is_empty(workspace):  # SQLite would delete a log beside an empty one
        return
    with suppress(WorkspaceDamagedError):
        _lock_and_let_go(workspace)


def _lock_and_let_go(workspace: Path) -> None:
    with closing(sqlite3.connect(workspace, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _HELD:
                raise WorkspaceOpenError(path=workspace) from error
            raise translated_error(workspace, error) from error
