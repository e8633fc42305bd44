"""Whether a workspace can be written to, and what it means when it cannot: a full disk is no damage."""

import errno
import os
import sqlite3
from pathlib import Path

from procura_desktop.errors import (
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceFullError,
    WorkspaceReadOnlyError,
)
from procura_desktop.phrases import phrase

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_MAY_NOT = {errno.EROFS, errno.EACCES, errno.EPERM}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def refuse_unwritable(path: Path) -> None:
    """Make the folder of a workspace, and see that it and the file can be written to.

    Raises:
        WorkspaceNotKeptError: they cannot.
        WorkspaceError: the folder cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise translated_error(path, error) from error
    for place in (path.parent, path):
        if place.exists() and not os.access(place, os.W_OK):
            raise WorkspaceReadOnlyError(
                path=path, detail=phrase("details", "{place} can only be read").of(place=place)
            )


def translated_error(path: Path, error: sqlite3.Error | OSError) -> WorkspaceError:
    """Give our error for one of SQLite or of the system."""
    if isinstance(error, OSError):
        return _of_system(path, error)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGE:
        return WorkspaceDamagedError(path=path, detail=str(error))
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(path)):
        return WorkspaceFullError(path=path)
    if code == sqlite3.SQLITE_READONLY or (code == sqlite3.SQLITE_CANTOPEN and path.is_file()):
        return WorkspaceReadOnlyError(path=path, detail=str(error))
    text = phrase("details", "{path}: the workspace cannot be used ({error})").of(path=path, error=error)
    return WorkspaceError(text, path=path)


def _of_system(path: Path, error: OSError) -> WorkspaceError:
    if error.errno in _NO_ROOM:
        return WorkspaceFullError(path=path)
    if error.errno in _MAY_NOT:
        return WorkspaceReadOnlyError(path=path, detail=error.strerror or str(error))
    text = phrase("details", "{path}: the folder cannot be used ({error})").of(
        path=path, error=error.strerror or error
    )
    return WorkspaceError(text, path=path)


def _is_full(path: Path) -> bool:
    """Say whether nothing fits any more: SQLite's shared memory then fails as if the disk were broken."""
    from shutil import disk_usage

    try:
        return disk_usage(path.parent).free < 64 * 1024
    except OSError:
        return False
