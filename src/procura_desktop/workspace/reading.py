"""Reading a workspace without a trace: nothing beside it is made, nothing in it is changed.

SQLite may write to a file that it only reads: after a crash it finishes what the journal holds, and a
write-ahead log wants a file for its index. So the workspace is copied, as it is at one moment.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from procura_desktop.errors import WorkspaceError
from procura_desktop.phrases import phrase

_ATTEMPTS = 5
# https://www.sqlite.org/tempfiles.html: what a crash leaves beside the file belongs to it
_COMPANIONS = ("-wal", "-journal")
_State = tuple[tuple[int, int] | None, ...]


def copy_settled(path: Path, copy: Path) -> None:
    """Copy the files as they are at one moment: again if a running program wrote in between.

    Raises:
        WorkspaceError: it cannot be read just now.
    """
    _settled(path, lambda: _copy(path, copy))


def read_into_memory(path: Path) -> sqlite3.Connection:
    """Give a copy of the workspace in memory, in autocommit mode; an empty one where there is no file.

    Raises:
        WorkspaceError: it cannot be read just now.
        sqlite3.DatabaseError: it is no database.
    """
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        if path.exists():
            _fill(memory, path)
    except BaseException:
        memory.close()
        raise
    return memory


def _fill(memory: sqlite3.Connection, path: Path) -> None:
    if not any(found is not None and found[1] for found in _state(path)[1:]):
        _settled(path, lambda: _read(memory, path, "mode=ro&immutable=1"))
        return
    with TemporaryDirectory(prefix="procura-desktop-") as folder:
        copy = Path(folder) / path.name
        copy_settled(path, copy)
        _read(memory, copy, "mode=rw")  # finishes what the journal holds


def _read(memory: sqlite3.Connection, path: Path, how: str) -> None:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True)) as source:
        source.backup(memory)


def _copy(path: Path, copy: Path) -> None:
    for companion, found in zip(("", *_COMPANIONS), _state(path), strict=True):
        target = copy.with_name(copy.name + companion)
        target.unlink(missing_ok=True)
        if found is not None:
            shutil.copyfile(path.with_name(path.name + companion), target)


def _settled(path: Path, read: Callable[[], None]) -> None:
    """Read until nobody has written meanwhile."""
    try:
        for _ in range(_ATTEMPTS):
            before = _state(path)
            read()
            if _state(path) == before:
                return
    except FileNotFoundError:  # gone between the look and the copy: the program has just closed
        pass
    except OSError as error:
        text = phrase("details", "{path}: it cannot be read ({error})").of(
            path=path, error=error.strerror or error
        )
        raise WorkspaceError(text, path=path) from error
    text = phrase("details", "{path}: the program is writing to it; try again when it is closed")
    raise WorkspaceError(text.of(path=path), path=path)


def _state(path: Path) -> _State:
    return tuple(_told(path.with_name(path.name + companion)) for companion in ("", *_COMPANIONS))


def _told(file: Path) -> tuple[int, int] | None:
    try:
        told = file.stat()
    except FileNotFoundError:
        return None
    return told.st_mtime_ns, told.st_size
