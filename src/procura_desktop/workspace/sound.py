"""Looking whether a file is a sound workspace, without a trace of the look.

A backup is never written to again, so it is opened as one that nobody changes: no journal is made beside it.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from procura_desktop.errors import WorkspaceDamagedError
from procura_desktop.phrases import phrase
from procura_desktop.workspace.workspace import BUSY_SECONDS, refuse_unsound
from procura_desktop.workspace.writing import translated_error


def check_sound(path: Path) -> int:
    """Check a closed workspace that nobody writes to; give how many procurements it holds.

    Raises:
        WorkspaceTooNewError: a later version of the program wrote it.
        WorkspaceDamagedError: it is no sound workspace, or there is none.
        WorkspaceError: it cannot be read just now.
    """
    if not path.is_file():
        raise WorkspaceDamagedError(path=path, detail=phrase("details", "there is no such file"))
    try:
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,):
                raise WorkspaceDamagedError(path=path, detail=phrase("details", "it is empty"))
            refuse_unsound(connection, path)
            return count_procurements(connection)
    except sqlite3.DatabaseError as error:
        raise translated_error(path, error) from error


def count_procurements(connection: sqlite3.Connection) -> int:
    """Count the procurements; a workspace from before there were any has none."""
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'procurements'").fetchone()
    if known is None:
        return 0
    (count,) = connection.execute("SELECT count(*) FROM procurements").fetchone()
    return int(count)


def open_settled(path: Path) -> sqlite3.Connection:
    """Open a workspace beside whoever has it open, to read what is settled in it; it must be there."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
