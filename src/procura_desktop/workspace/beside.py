"""A workspace opened a second time, for work in another thread than that of the window."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from procura_desktop.workspace.sound import open_settled
from procura_desktop.workspace.workspace import Workspace
from procura_desktop.workspace.writing import translated_error


@contextmanager
def opened_beside(path: Path) -> Iterator[Workspace]:
    """Open a workspace that this program has open; its lock and its tables are the concern of that other.

    Raises:
        WorkspaceError: it cannot be opened.
    """
    try:
        connection = open_settled(path)
    except sqlite3.DatabaseError as error:
        raise translated_error(path, error) from error
    with Workspace(connection, path) as workspace:
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
        except sqlite3.DatabaseError as error:
            raise translated_error(path, error) from error
        yield workspace
