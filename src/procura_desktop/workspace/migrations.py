"""How the workspace's tables came to be, step by numbered step.

A migration and the record that it ran share one transaction, so a crash leaves the one without the other
never. A released migration is not edited: what it made is on users' machines. A change is a new number.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

APPLICATION_ID = 0x50524F57  # "PROW": tells a workspace from any other SQLite file


@dataclass(frozen=True, slots=True)
class Migration:
    """One step; `statements` run in order.

    Attributes:
        number: from 1, without gaps.
        name: what it brings, for people who look into the file.
    """

    number: int
    name: str
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        1,
        "recent records",
        (
            """
            CREATE TABLE recent_records (
                library TEXT NOT NULL,
                record_id TEXT NOT NULL,
                title TEXT NOT NULL,
                opened TEXT NOT NULL, -- ISO 8601 in UTC with microseconds, so that text order is time order
                PRIMARY KEY (library, record_id)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX recent_records_by_time ON recent_records (opened)",
        ),
    ),
    Migration(
        2,
        "reading positions",
        (
            """
            CREATE TABLE reading_positions (
                library TEXT NOT NULL,
                record_id TEXT NOT NULL,
                position REAL NOT NULL CHECK (position BETWEEN 0 AND 1), -- 0 is the beginning, 1 the end
                PRIMARY KEY (library, record_id)
            ) STRICT, WITHOUT ROWID
            """,
        ),
    ),
    Migration(
        3,
        "window states",
        (
            """
            CREATE TABLE window_states (
                name TEXT PRIMARY KEY,
                state BLOB NOT NULL -- as the window wrote it
            ) STRICT
            """,
        ),
    ),
    Migration(
        4,
        "searches",
        (
            """
            CREATE TABLE searches (
                text TEXT PRIMARY KEY, -- as it was typed
                used TEXT NOT NULL, -- ISO 8601 in UTC with microseconds
                saved INTEGER NOT NULL CHECK (saved IN (0, 1)) -- kept until the person takes it out
            ) STRICT
            """,
        ),
    ),
    Migration(
        5,
        "unread changes",
        (
            """
            CREATE TABLE unread_changes (
                library TEXT NOT NULL,
                record_id TEXT NOT NULL,
                version TEXT NOT NULL, -- of the edition that brought it
                PRIMARY KEY (library, record_id)
            ) STRICT, WITHOUT ROWID
            """,
        ),
    ),
    Migration(
        6,
        "procurements",
        (
            """
            CREATE TABLE procurements (
                id TEXT PRIMARY KEY,
                title TEXT NOT NULL,
                buyer TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('draft', 'closed')),
                template INTEGER NOT NULL CHECK (template IN (0, 1)),
                items INTEGER NOT NULL, -- how many
                changed TEXT NOT NULL, -- ISO 8601 in UTC with microseconds
                body TEXT NOT NULL, -- JSON: everything but the items, and their order
                revision INTEGER NOT NULL -- counts the saves
            ) STRICT
            """,
            """
            CREATE TABLE procurement_items (
                procurement TEXT NOT NULL REFERENCES procurements ON DELETE CASCADE,
                id TEXT NOT NULL,
                document TEXT NOT NULL, -- JSON of the item, with the whole criterion as it was chosen
                PRIMARY KEY (procurement, id)
            ) STRICT, WITHOUT ROWID
            """,
        ),
    ),
    Migration(
        7,
        "bookmarks and notes",
        (
            """
            CREATE TABLE bookmark_folders (
                name TEXT PRIMARY KEY,
                place INTEGER NOT NULL -- order among them
            ) STRICT
            """,
            """
            CREATE TABLE bookmarks (
                address TEXT PRIMARY KEY, -- procura:library/id
                title TEXT NOT NULL,
                folder TEXT NOT NULL, -- its name; empty is none. One without its row above is still a folder
                place INTEGER NOT NULL, -- order within the folder
                made TEXT NOT NULL -- ISO 8601 in UTC with microseconds
            ) STRICT
            """,
            """
            CREATE TABLE notes (
                id TEXT PRIMARY KEY,
                address TEXT NOT NULL, -- procura:library/id
                title TEXT NOT NULL, -- of the record
                quote TEXT NOT NULL, -- the passage; empty: the whole record
                before TEXT NOT NULL,
                after TEXT NOT NULL,
                start INTEGER NOT NULL,
                colour TEXT NOT NULL, -- of a highlight; empty is none
                words TEXT NOT NULL,
                made TEXT NOT NULL, -- ISO 8601 in UTC with microseconds
                changed TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX notes_by_address ON notes (address)",
        ),
    ),
    Migration(
        8,
        "confirmed criteria",
        (
            # What is no JSON is left out: one damaged item must not keep all others from being opened.
            """
            CREATE INDEX confirmed_criteria ON procurement_items (
                CASE WHEN json_valid(document) THEN json_extract(document, '$.confirmed.record_id') END
            ) WHERE CASE WHEN json_valid(document) THEN json_extract(document, '$.confirmed.record_id') END
                IS NOT NULL
            """,
        ),
    ),
)


def newest_applied(connection: sqlite3.Connection) -> int:
    """Give the number of the last migration that ran here; 0 for a fresh file."""
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").fetchone()
    if known is None:
        return 0
    (number,) = connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()
    return int(number)


def keep_before_migrating(connection: sqlite3.Connection, path: Path) -> None:
    """Back up a workspace that an earlier program wrote, before its tables change; a fresh one has nothing.

    Raises:
        BackupError: that cannot be done; nothing was changed.
    """
    if 0 < newest_applied(connection) < MIGRATIONS[-1].number:
        from procura_desktop.workspace.backup import back_up, backup_folder  # most starts migrate nothing

        back_up(path, backup_folder(path), reason="before-migration", now=datetime.now(UTC))


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Run every migration that has not run here; the connection is in autocommit mode.

    Two programs may open the same fresh file: what ran is read again under the write lock.
    """
    for migration in migrations:
        if migration.number <= newest_applied(connection):
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if migration.number > newest_applied(connection):
                _apply(connection, migration)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _apply(connection: sqlite3.Connection, migration: Migration) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migrations "
        "(number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL) STRICT"
    )
    for statement in migration.statements:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO migrations (number, name, applied) VALUES (?, ?, ?)",
        (migration.number, migration.name, datetime.now(UTC).isoformat(timespec="seconds")),
    )
