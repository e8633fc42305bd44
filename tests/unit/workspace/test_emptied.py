"""A workspace of 0 bytes: begun where nothing was lost, told where something was."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from procura_desktop.errors import WorkspaceDamagedError
from procura_desktop.progress import Cancelled, Silent
from procura_desktop.workspace.backup import back_up, backup_folder
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.rescue import rescue
from procura_desktop.workspace.restoring import restore
from procura_desktop.workspace.workspace import Workspace, open_for_reading, open_workspace
from tests.procurements import make_procurement

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
Opened = Callable[[Path], Workspace]


class Stopped(Silent):
    """Somebody stops at once."""

    def advance(self, done: int, total: int | None = None) -> None:  # noqa: ARG002 - as `Progress` has it
        """Stop."""
        raise Cancelled


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a workspace was, with a procurement and a backup elsewhere; now it is a file of 0 bytes."""
    path = tmp_path / "data" / "workspace.sqlite"
    with open_workspace(path) as workspace:
        Procurements(workspace).add(make_procurement())
        back_up(path, tmp_path / "server", reason="daily", now=NOON)
        beside = path.with_name(f"{path.name}-wal")
        shutil.copyfile(beside, tmp_path / "log")
    path.write_bytes(b"")
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    return path


@pytest.fixture
def log(file: Path, tmp_path: Path) -> Path:
    """The log of the workspace, which has all that was written, beside it."""
    return shutil.copyfile(tmp_path / "log", file.with_name(f"{file.name}-wal"))


def test_an_empty_file_with_nothing_beside_it_is_begun(file: Path) -> None:
    with open_for_reading(file) as workspace:
        assert Procurements(workspace).entries() == ()
    assert file.read_bytes() == b""
    with open_workspace(file) as workspace:
        assert Procurements(workspace).entries() == ()


@pytest.mark.parametrize("opened", [open_workspace, open_for_reading])
def test_one_that_has_backups_is_told_and_not_touched(file: Path, tmp_path: Path, opened: Opened) -> None:
    shutil.copytree(tmp_path / "server", backup_folder(file))

    with pytest.raises(WorkspaceDamagedError, match="it is empty, and there are backups of what it held"):
        opened(file)
    assert file.read_bytes() == b""


def test_backups_may_be_in_another_folder(file: Path, tmp_path: Path) -> None:
    for opened in (open_workspace, open_for_reading):
        with pytest.raises(WorkspaceDamagedError, match="there are backups"):
            opened(file, backups=(tmp_path / "none", tmp_path / "server"))


@pytest.mark.parametrize("opened", [open_workspace, open_for_reading])
def test_one_that_has_a_log_is_told_and_the_log_stays(file: Path, log: Path, opened: Opened) -> None:
    before = log.read_bytes()

    with pytest.raises(WorkspaceDamagedError, match="it is empty, and the log beside it is not"):
        opened(file)
    assert (file.read_bytes(), log.read_bytes()) == (b"", before)


@pytest.mark.parametrize("rows", [0, 500])
def test_a_journal_tells_whether_there_was_anything(file: Path, tmp_path: Path, rows: int) -> None:
    """Where a crash broke the first transaction off, there was nothing."""
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 2")
        if rows:
            connection.execute("CREATE TABLE kept (text)")
            connection.executemany("INSERT INTO kept VALUES (?)", [("x" * 500,)] * rows)
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE more (text)")
        connection.executemany("INSERT INTO more VALUES (?)", [("x" * 500,)] * 500)
        if rows:
            connection.execute("UPDATE kept SET text = 'y'")
        journal = (tmp_path / "other.sqlite-journal").read_bytes()
    assert journal.startswith(bytes.fromhex("d9d505f920a163d7"))
    file.with_name(f"{file.name}-journal").write_bytes(journal)

    if rows:
        with pytest.raises(WorkspaceDamagedError, match="the log beside it is not"):
            open_workspace(file)
        assert file.with_name(f"{file.name}-journal").read_bytes() == journal
    else:
        open_workspace(file).close()


def test_what_the_log_holds_is_rescued(file: Path, log: Path) -> None:
    before = log.read_bytes()
    told = rescue(file, now=NOON, progress=Silent())

    assert told.procurements == ("Laptops for the town hall",)
    assert (told.kept.read_bytes(), told.kept.with_name(f"{told.kept.name}-wal").read_bytes()) == (
        b"",
        before,
    )
    with open_workspace(file) as workspace:
        assert Procurements(workspace).read("laptops-2026").procurement == make_procurement()


def test_a_rescue_that_is_stopped_leaves_the_log(file: Path, log: Path) -> None:
    before = log.read_bytes()
    with pytest.raises(Cancelled):
        rescue(file, now=NOON, progress=Stopped())

    assert (file.read_bytes(), log.read_bytes()) == (b"", before)
    assert sorted(file.parent.iterdir()) == [file, log]


def test_a_backup_takes_its_place_and_the_log_is_kept(file: Path, log: Path, tmp_path: Path) -> None:
    before = log.read_bytes()
    (backup,) = (tmp_path / "server").iterdir()
    kept = restore(backup, file, folder=backup_folder(file), now=NOON, progress=Silent())

    assert kept is not None
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == before
    with open_workspace(file) as workspace:
        assert Procurements(workspace).read("laptops-2026").procurement == make_procurement()


def test_no_backup_is_made_of_it(file: Path, log: Path) -> None:
    before = log.read_bytes()
    with pytest.raises(WorkspaceDamagedError, match="it is empty"):
        back_up(file, backup_folder(file), reason="by-hand", now=NOON)

    assert log.read_bytes() == before
    assert list(backup_folder(file).iterdir()) == []
