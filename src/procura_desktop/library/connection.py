"""Reading a library file with SQLite, and saying so in our own words when it is damaged."""

import sqlite3
from pathlib import Path

from procura_desktop.errors import LibraryDamagedError
from procura_desktop.progress import Cancelled

Value = str | int | float | bytes | None


class ReadConnection:
    """One read-only connection to a library file, of the thread that made it.

    The file is opened as immutable: it is never changed in place, so nobody needs a lock.
    """

    def __init__(self, path: Path) -> None:
        """Connect.

        Raises:
            LibraryDamagedError: SQLite cannot open the file.
        """
        self.path = path
        try:
            self._sqlite = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        except sqlite3.Error as error:
            raise LibraryDamagedError(path=path, detail=str(error)) from error
        self._sqlite.execute("PRAGMA trusted_schema = OFF")

    def rows(self, sql: str, *values: Value) -> list[tuple[Value, ...]]:
        """Give all rows that the statement finds.

        Raises:
            LibraryDamagedError: the file cannot be read there.
            Cancelled: `interrupt` was called.
        """
        try:
            return self._sqlite.execute(sql, values).fetchall()
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise Cancelled from error
            raise self.damaged(str(error)) from error
        except sqlite3.ProgrammingError:
            raise  # closed, or the wrong thread: a bug, not a damaged file
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self.damaged(str(error)) from error

    def row(self, sql: str, *values: Value) -> tuple[Value, ...]:
        """Give the one row that must be there.

        Raises:
            LibraryDamagedError: it is not, or the file cannot be read there.
        """
        found = self.rows(sql, *values)
        if len(found) != 1:
            raise self.damaged(f"{len(found)} rows where there must be one")
        return found[0]

    def interrupt(self) -> None:
        """Stop the statement that runs, from any thread; it raises `Cancelled`."""
        self._sqlite.interrupt()

    def damaged(self, detail: str) -> LibraryDamagedError:
        """Give the error that says what is wrong with this file."""
        return LibraryDamagedError(path=self.path, detail=detail)

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self._sqlite.close()
