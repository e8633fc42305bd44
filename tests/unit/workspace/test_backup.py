import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from procura_desktop.errors import (
    BackupError,
    WorkspaceDamagedError,
    WorkspaceInUseError,
    WorkspaceOpenError,
    WorkspaceTooNewError,
)
from procura_desktop.progress import Cancelled, Silent
from procura_desktop.workspace import alone
from procura_desktop.workspace import workspace as opening
from procura_desktop.workspace.backup import KEPT, back_up, back_up_daily, backup_folder, backups, is_due
from procura_desktop.workspace.lock import Owner, take_lock
from procura_desktop.workspace.migrations import MIGRATIONS, migrate
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.restoring import restore
from procura_desktop.workspace.workspace import open_workspace
from tests.procurements import make_procurement

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class Stopped:
    """A person who stops at once."""

    def advance(self, done: int, total: int | None = None) -> None:
        del done, total
        raise Cancelled


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "workspace.sqlite"
    with open_workspace(path) as workspace:
        Procurements(workspace).add(make_procurement())
    return path


@pytest.fixture
def folder(file: Path) -> Path:
    return backup_folder(file)


def titles(path: Path) -> list[str]:
    with open_workspace(path) as workspace:
        return [entry.title for entry in Procurements(workspace).entries()]


def add_another(path: Path) -> None:
    with open_workspace(path) as workspace:
        Procurements(workspace).add(make_procurement("another"))


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : len(data)] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """Let no file grow beyond a size: what is written there fails as on a full disk."""
    if sys.platform == "win32":
        pytest.skip("the system has no such limit")
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_backup_holds_what_the_workspace_holds(file: Path, folder: Path) -> None:
    made = back_up(file, folder, reason="by-hand", now=NOON)

    (found,) = backups(folder)
    assert (found.path, found.made, found.reason, found.procurements) == (made, NOON, "by-hand", 1)
    assert found.size == made.stat().st_size
    assert [path.name for path in folder.iterdir()] == [made.name]
    assert titles(made) == ["Laptops for the town hall"]


def test_it_is_made_while_the_window_has_the_workspace_open(file: Path, folder: Path) -> None:
    with open_workspace(file) as workspace:
        store = Procurements(workspace)
        store.add(make_procurement("in the journal still"))
        back_up(file, folder, reason="daily", now=NOON)
        store.add(make_procurement("later"))

    assert backups(folder)[0].procurements == 2


def test_one_a_day_is_enough(file: Path, folder: Path) -> None:
    assert back_up_daily(file, folder, NOON, Silent()) is not None
    assert back_up_daily(file, folder, NOON + timedelta(hours=1), Silent()) is None
    assert back_up_daily(file, folder, NOON + DAY, Silent()) is not None

    assert [one.made for one in backups(folder)] == [NOON + DAY, NOON]


def test_other_backups_do_not_stand_for_that_of_the_day(file: Path, folder: Path) -> None:
    back_up(file, folder, reason="before-restore", now=NOON)

    assert is_due(folder, NOON.astimezone().date())


def test_where_there_is_no_workspace_nothing_is_backed_up(tmp_path: Path) -> None:
    assert back_up_daily(tmp_path / "none.sqlite", tmp_path / "backups", NOON, Silent()) is None
    assert list(tmp_path.iterdir()) == []


def test_the_last_ten_of_each_reason_are_kept(file: Path, folder: Path) -> None:
    first = back_up(file, folder, reason="before-migration", now=NOON)
    for day in range(KEPT + 3):
        back_up(file, folder, reason="daily", now=NOON + day * DAY)

    kept = [one for one in backups(folder) if one.reason == "daily"]
    assert [one.made for one in kept] == [NOON + day * DAY for day in range(KEPT + 2, 2, -1)]
    assert first.exists()


def test_a_full_disk_is_told_and_costs_no_earlier_backup(file: Path, folder: Path) -> None:
    for day in range(KEPT):
        back_up(file, folder, reason="daily", now=NOON + day * DAY)
    before = sorted(folder.iterdir())

    with no_room_beyond(8192), pytest.raises(BackupError):
        back_up(file, folder, reason="daily", now=NOON + 20 * DAY)

    assert sorted(folder.iterdir()) == before


def test_a_folder_that_cannot_be_made_is_told(file: Path, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file")

    with pytest.raises(BackupError, match="in the way"):
        back_up(file, tmp_path / "in the way" / "backups", reason="daily", now=NOON)


def test_who_stops_leaves_nothing(file: Path, folder: Path) -> None:
    with pytest.raises(Cancelled):
        back_up(file, folder, reason="daily", now=NOON, progress=Stopped())

    assert list(folder.iterdir()) == []
    assert back_up_daily(file, folder, NOON, Silent()) is not None


def test_a_damaged_workspace_makes_no_backup(file: Path, folder: Path) -> None:
    kept = back_up(file, folder, reason="daily", now=NOON)
    spoil(file)

    with pytest.raises(WorkspaceDamagedError) as caught:
        back_up(file, folder, reason="daily", now=NOON + DAY)

    assert caught.value.path == file
    assert list(folder.iterdir()) == [kept]


def test_what_a_crash_left_is_swept_up_later(file: Path, folder: Path) -> None:
    folder.mkdir()
    old, young = (folder / f".workspace-{age}.sqlite.tmp" for age in ("old", "young"))
    old.touch()
    young.touch()
    os.utime(old, (0, 0))

    back_up(file, folder, reason="daily", now=NOON)

    assert not old.exists()
    assert young.exists()


def test_a_damaged_backup_is_listed_as_such(file: Path, folder: Path) -> None:
    spoil(back_up(file, folder, reason="daily", now=NOON))
    (folder / "holiday.jpg").write_bytes(b"not ours")

    assert [one.procurements for one in backups(folder)] == [None]


def test_restoring_keeps_the_workspace_of_now(file: Path, folder: Path) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    add_another(file)

    kept = restore(made, file, folder=folder, now=NOON + DAY, progress=Silent())

    assert len(titles(file)) == 1
    assert kept is not None
    assert kept == backups(folder)[0].path
    assert backups(folder)[0].procurements == 2
    restore(kept, file, folder=folder, now=NOON + 2 * DAY, progress=Silent())
    assert len(titles(file)) == 2


def test_a_journal_left_by_a_crash_is_not_played_into_what_is_restored(file: Path, folder: Path) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    with open_workspace(file) as workspace:
        Procurements(workspace).add(make_procurement("another"))
        journal = file.with_name("workspace.sqlite-wal").read_bytes()
        whole = file.read_bytes()
    file.write_bytes(whole)
    file.with_name("workspace.sqlite-wal").write_bytes(journal)

    kept = restore(made, file, folder=folder, now=NOON + DAY, progress=Silent())

    assert len(titles(file)) == 1
    assert kept is not None
    assert len(titles(kept)) == 2  # the journal counted for what is kept


def test_restoring_where_there_is_no_workspace(file: Path, folder: Path) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    file.unlink()

    assert restore(made, file, folder=folder, now=NOON, progress=Silent()) is None
    assert len(titles(file)) == 1


def test_a_damaged_backup_is_not_restored(file: Path, folder: Path) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    spoil(made)
    before = file.read_bytes()

    with pytest.raises(WorkspaceDamagedError):
        restore(made, file, folder=folder, now=NOON, progress=Silent())
    for wrong in ("", "not a database"):
        made.write_text(wrong)
        with pytest.raises(WorkspaceDamagedError):
            restore(made, file, folder=folder, now=NOON, progress=Silent())

    assert file.read_bytes() == before


def test_a_backup_of_a_later_program_is_not_restored(file: Path, folder: Path) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("INSERT INTO migrations VALUES (999, 'from the future', '2030-01-01')")

    with pytest.raises(WorkspaceTooNewError):
        restore(made, file, folder=folder, now=NOON, progress=Silent())


def test_nothing_is_restored_while_a_program_has_the_workspace_open(file: Path, folder: Path) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    with open_workspace(file) as workspace:
        assert workspace.recent() == ()
        with pytest.raises(WorkspaceOpenError):
            restore(made, file, folder=folder, now=NOON, progress=Silent())
        Procurements(workspace).add(make_procurement("another"))

    assert len(titles(file)) == 2


def test_a_damaged_workspace_is_kept_beside_what_is_restored(file: Path, folder: Path) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    spoil(file)
    damaged = file.read_bytes()

    kept = restore(made, file, folder=folder, now=NOON, progress=Silent())

    assert kept is not None
    assert kept.name == "workspace-damaged-20261129T120000-000000.sqlite"
    assert kept.read_bytes() == damaged
    assert len(titles(file)) == 1


def test_a_disk_without_room_keeps_the_workspace(file: Path, folder: Path) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    before = file.read_bytes()

    with no_room_beyond(8192), pytest.raises(BackupError):
        restore(made, file, folder=folder, now=NOON, progress=Silent())

    assert file.read_bytes() == before


def test_an_older_workspace_is_backed_up_before_it_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "workspace.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:4])
        connection.execute("INSERT INTO searches VALUES ('laptops', '2026-11-29', 1)")

    with open_workspace(file) as workspace:
        assert [search.text for search in workspace.searches()] == ["laptops"]
    open_workspace(file).close()

    (kept,) = backups(backup_folder(file))
    assert (kept.reason, kept.procurements) == ("before-migration", 0)
    with closing(sqlite3.connect(kept.path)) as connection:
        assert connection.execute("SELECT max(number) FROM migrations").fetchone() == (4,)
    monkeypatch.setattr(opening, "migrate", lambda _connection: None)
    open_workspace(tmp_path / "fresh" / "workspace.sqlite").close()
    assert not (tmp_path / "fresh" / "backups").exists()


def test_an_older_workspace_that_cannot_be_backed_up_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "workspace.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:4])
    (tmp_path / "backups").write_text("a file in the way")

    with pytest.raises(BackupError):
        open_workspace(file)

    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT max(number) FROM migrations").fetchone() == (4,)


@pytest.fixture
def shared_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every folder count as one that other computers reach."""
    for module in (opening, alone):
        monkeypatch.setattr(module, "kind_of", lambda _: "network")


@pytest.mark.usefixtures("shared_disk")
def test_on_a_shared_disk_a_backup_is_made_beside_the_window(file: Path, folder: Path) -> None:
    with open_workspace(file) as workspace:
        Procurements(workspace).add(make_procurement("another"))
        back_up(file, folder, reason="daily", now=NOON)
        Procurements(workspace).add(make_procurement("later"))

    assert backups(folder)[0].procurements == 2


@pytest.mark.usefixtures("shared_disk")
def test_on_a_shared_disk_nothing_is_restored_while_a_program_has_the_workspace_open(
    file: Path, folder: Path
) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    with open_workspace(file), pytest.raises(WorkspaceOpenError):
        restore(made, file, folder=folder, now=NOON, progress=Silent())

    restore(made, file, folder=folder, now=NOON, progress=Silent())
    assert len(titles(file)) == 1


@pytest.mark.usefixtures("shared_disk")
def test_on_a_shared_disk_nothing_is_restored_while_somebody_else_has_it_open(
    file: Path, folder: Path
) -> None:
    made = back_up(file, folder, reason="daily", now=NOON)
    somebody = Owner(user="boris", computer="another", since="2026-11-29 12:00+00:00")
    lock = take_lock(file, "network", somebody)
    try:
        with pytest.raises(WorkspaceInUseError, match="boris"):
            restore(made, file, folder=folder, now=NOON, progress=Silent())
    finally:
        lock.release()


@pytest.mark.usefixtures("shared_disk")
def test_on_a_shared_disk_an_older_workspace_is_backed_up_before_it_is_changed(tmp_path: Path) -> None:
    file = tmp_path / "workspace.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:4])

    open_workspace(file).close()

    (kept,) = backups(backup_folder(file))
    assert kept.reason == "before-migration"
