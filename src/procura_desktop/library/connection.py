"""Reading a library file with SQLite, and saying so in our own words when it is damaged."""

import sqlite3
from collections import Counter
from pathlib import Path

from procura_desktop.errors import LibraryDamagedError
from procura_desktop.phrases import Words, phrase
from procura_desktop.progress import Cancelled

Value = str | int | float | bytes | None
INDEX_DAMAGED = phrase("details", "its index makes no sense")
_STEPS_AT_ONCE = 100  # of SQLite's machine, between two looks at the budget
_CACHE_KIB = 8_192


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
        try:
            self._sqlite.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")  # reads the schema
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._sqlite.close()
            raise LibraryDamagedError(path=path, detail=str(error)) from error

    def rows(self, sql: str, *values: Value) -> list[tuple[Value, ...]]:
        """Give all rows that the statement finds.

        Raises:
            LibraryDamagedError: the file cannot be read there.
            Cancelled: `interrupt` was called.
        """
        try:
            return self._sqlite.execute(sql, values).fetchall()
        except sqlite3.ProgrammingError:
            raise  # closed, or the wrong thread: a bug, not a damaged file
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._told(error) from error

    def counted(self, sql: str, *values: Value) -> Counter[tuple[Value, ...]]:
        """Count how often the statement finds each row, one by one, so that many of them need no memory.

        Raises:
            LibraryDamagedError: the file cannot be read there.
            Cancelled: `interrupt` was called.
        """
        try:
            return Counter(self._sqlite.execute(sql, values))
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._told(error) from error

    def rows_within(self, steps: int, sql: str, *values: Value) -> list[tuple[Value, ...]]:
        """Give the rows that the statement finds within so many steps of SQLite's machine.

        The same file and statement take the same steps, so that they give the same rows on every computer,
        but for the last hundred: SQLite goes on counting where the statement ended before.

        Raises:
            LibraryDamagedError: the file cannot be read there.
            Cancelled: `interrupt` was called.
        """
        left = steps // _STEPS_AT_ONCE
        found: list[tuple[Value, ...]] = []

        def is_over() -> bool:
            nonlocal left
            left -= 1
            return left < 0

        self._sqlite.set_progress_handler(is_over, _STEPS_AT_ONCE)
        try:
            for row in self._sqlite.execute(sql, values):
                found.append(row)  # noqa: PERF402 - what was found before the end counts
        except sqlite3.OperationalError as error:
            if not _is_interrupt(error):
                raise self.damaged(str(error)) from error
            if left >= 0:
                raise Cancelled from error
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self.damaged(str(error)) from error
        finally:
            self._sqlite.set_progress_handler(None, 0)
        return found

    def _told(self, error: Exception) -> Exception:
        """Give what an error of SQLite means."""
        interrupted = isinstance(error, sqlite3.OperationalError) and _is_interrupt(error)
        return Cancelled() if interrupted else self.damaged(str(error))

    def row(self, sql: str, *values: Value) -> tuple[Value, ...]:
        """Give the one row that must be there.

        Raises:
            LibraryDamagedError: it is not, or the file cannot be read there.
        """
        found = self.rows(sql, *values)
        if len(found) != 1:
            raise self.damaged(
                phrase("details", "{number} rows where there must be one").of(number=len(found))
            )
        return found[0]

    def interrupt(self) -> None:
        """Stop the statement that runs, from any thread; it raises `Cancelled`."""
        self._sqlite.interrupt()

    def damaged(self, detail: Words) -> LibraryDamagedError:
        """Give the error that says what is wrong with this file."""
        return LibraryDamagedError(path=self.path, detail=detail)

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self._sqlite.close()


def _is_interrupt(error: sqlite3.OperationalError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT
