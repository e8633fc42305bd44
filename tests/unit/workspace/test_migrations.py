import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from procura_desktop.workspace.migrations import MIGRATIONS, Migration, migrate, newest_applied


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        yield opened


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_numbers_begin_at_one_without_gaps() -> None:
    assert [migration.number for migration in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_every_migration_is_recorded(connection: sqlite3.Connection) -> None:
    migrate(connection)

    recorded = connection.execute("SELECT number, name FROM migrations ORDER BY number").fetchall()
    assert recorded == [(migration.number, migration.name) for migration in MIGRATIONS]
    assert newest_applied(connection) == MIGRATIONS[-1].number


def test_migrating_again_changes_nothing(connection: sqlite3.Connection) -> None:
    migrate(connection)
    before = "\n".join(connection.iterdump())

    migrate(connection)

    assert "\n".join(connection.iterdump()) == before


@pytest.mark.parametrize("reached", range(len(MIGRATIONS)))
def test_every_earlier_workspace_is_brought_up_to_date(connection: sqlite3.Connection, reached: int) -> None:
    migrate(connection, MIGRATIONS[:reached])
    migrate(connection)

    assert tables(connection) >= {"recent_records", "reading_positions", "window_states"}


def test_a_failing_migration_leaves_no_trace(connection: sqlite3.Connection) -> None:
    number = MIGRATIONS[-1].number + 1
    broken = Migration(number, "broken", ("CREATE TABLE half (a TEXT)", "CREATE NONSENSE"))
    migrate(connection)
    before = "\n".join(connection.iterdump())

    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, [*MIGRATIONS, broken])

    assert "\n".join(connection.iterdump()) == before
    assert not connection.in_transaction
