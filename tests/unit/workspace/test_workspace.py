import multiprocessing
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from procura_desktop.errors import WorkspaceDamagedError, WorkspaceError, WorkspaceTooNewError
from procura_desktop.workspace.migrations import MIGRATIONS
from procura_desktop.workspace.workspace import RecentRecord, open_workspace

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "workspace.sqlite"


def test_recent_records_come_latest_first(file: Path) -> None:
    with open_workspace(file) as workspace:
        workspace.note_opened("main", "terms/a", "A", NOON)
        workspace.note_opened("main", "terms/b", "B", NOON + timedelta(seconds=1))
        workspace.note_opened("main", "terms/c", "C", NOON - timedelta(days=1))

        assert [record.title for record in workspace.recent()] == ["B", "A", "C"]
        assert [record.title for record in workspace.recent(2)] == ["B", "A"]


def test_opening_again_moves_a_record_to_the_front(file: Path) -> None:
    with open_workspace(file) as workspace:
        workspace.note_opened("main", "terms/a", "Old title", NOON)
        workspace.note_opened("main", "terms/b", "B", NOON + timedelta(seconds=1))
        workspace.note_opened("main", "terms/a", "A", NOON + timedelta(seconds=2))

        assert [record.title for record in workspace.recent()] == ["A", "B"]


def test_times_of_other_zones_are_put_in_order(file: Path) -> None:
    kyiv = timezone(timedelta(hours=2))
    with open_workspace(file) as workspace:
        workspace.note_opened("main", "terms/a", "A", NOON)
        workspace.note_opened("main", "terms/b", "B", datetime(2026, 11, 23, 13, tzinfo=kyiv))

        assert workspace.recent() == (
            RecentRecord("main", "terms/a", "A", NOON),
            RecentRecord("main", "terms/b", "B", NOON - timedelta(hours=1)),
        )


def test_a_time_without_a_zone_is_refused(file: Path) -> None:
    with open_workspace(file) as workspace, pytest.raises(ValueError, match="zone"):
        workspace.note_opened("main", "terms/a", "A", NOON.replace(tzinfo=None))


def test_only_the_last_two_hundred_are_kept(file: Path) -> None:
    with open_workspace(file) as workspace:
        for number in range(203):
            workspace.note_opened("main", f"terms/t{number}", "T", NOON + timedelta(seconds=number))

        kept = workspace.recent(1000)
    assert len(kept) == 200
    assert kept[-1].record_id == "terms/t3"


def test_a_record_never_read_is_at_its_beginning(file: Path) -> None:
    with open_workspace(file) as workspace:
        assert workspace.reading_position("main", "terms/a") == 0.0


@pytest.mark.parametrize(
    ("given", "kept"), [(0.25, 0.25), (1.5, 1.0), (-1.0, 0.0), (float("nan"), 0.0), (float("inf"), 1.0)]
)
def test_a_reading_position_is_remembered_within_bounds(file: Path, given: float, kept: float) -> None:
    with open_workspace(file) as workspace:
        workspace.set_reading_position("main", "terms/a", 0.5)
        workspace.set_reading_position("main", "terms/a", given)

        assert workspace.reading_position("main", "terms/a") == kept
        assert workspace.reading_position("other", "terms/a") == 0.0


def test_everything_is_there_after_reopening(file: Path) -> None:
    with open_workspace(file) as workspace:
        workspace.note_opened("main", "terms/a", "A", NOON)
        workspace.set_reading_position("main", "terms/a", 0.5)
        workspace.set_window_state("main", b"first")
        workspace.set_window_state("main", b"\x00second")

    with open_workspace(file) as workspace:
        assert len(workspace.recent()) == 1
        assert workspace.reading_position("main", "terms/a") == 0.5
        assert workspace.window_state("main") == b"\x00second"
        assert workspace.window_state("reader") is None


def test_it_is_in_wal_mode_with_keys_checked_and_every_commit_on_disk(file: Path) -> None:
    with open_workspace(file) as workspace:
        connection = workspace.connection
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_workspace_of_a_later_program_is_refused_and_kept(file: Path) -> None:
    open_workspace(file).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO migrations VALUES (999, 'from the future', '2030-01-01')")
    before = file.read_bytes()

    with pytest.raises(WorkspaceTooNewError) as caught:
        open_workspace(file)

    assert (caught.value.found, caught.value.supported) == (999, MIGRATIONS[-1].number)
    assert file.read_bytes() == before


@pytest.mark.parametrize("damage", ["text", "torn page", "cut short"])
def test_a_damaged_workspace_is_refused_and_kept(file: Path, damage: str) -> None:
    with open_workspace(file) as workspace:
        workspace.set_window_state("main", b"x" * 20_000)
    sound = file.read_bytes()
    broken = {
        "text": b"this was a workspace " * 500,
        "torn page": sound[:4096] + b"\xff" * 8192 + sound[12288:],
        "cut short": sound[: len(sound) // 2],
    }[damage]
    file.write_bytes(broken)

    with pytest.raises(WorkspaceDamagedError) as caught:
        open_workspace(file)

    assert caught.value.path == file
    assert file.read_bytes() == broken


def test_another_programs_database_is_refused_and_kept(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = file.read_bytes()

    with pytest.raises(WorkspaceDamagedError, match="another program"):
        open_workspace(file)

    assert file.read_bytes() == before


def test_damage_found_while_reading_is_named(file: Path) -> None:
    with open_workspace(file) as workspace:
        workspace.set_window_state("main", b"x" * 20_000)
    with open_workspace(file) as workspace:
        with file.open("r+b") as raw:
            raw.seek(4096)
            raw.write(b"\xff" * (file.stat().st_size - 4096))
        workspace.connection.execute("PRAGMA shrink_memory")

        with pytest.raises(WorkspaceDamagedError):
            workspace.recent()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the way")

    with pytest.raises(WorkspaceError, match="data"):
        open_workspace(tmp_path / "data" / "workspace.sqlite")


def test_a_full_disk_is_not_called_damage(file: Path) -> None:
    with open_workspace(file) as workspace:
        pages = workspace.connection.execute("PRAGMA page_count").fetchone()[0]
        workspace.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(WorkspaceError) as caught:
            workspace.set_window_state("main", b"x" * 100_000)
        assert not isinstance(caught.value, WorkspaceDamagedError)

        workspace.set_window_state("main", b"small")
        assert workspace.window_state("main") == b"small"


def test_a_copy_of_the_file_alone_is_whole_after_closing(file: Path, tmp_path: Path) -> None:
    with open_workspace(file) as workspace:
        workspace.set_window_state("main", b"state")
    shutil.copy(file, tmp_path / "copy.sqlite")

    with open_workspace(tmp_path / "copy.sqlite") as workspace:
        assert workspace.window_state("main") == b"state"


def _open_often(folder: str) -> None:
    for number in range(20):
        own = Path(folder) / str(number)  # or a backup of one would be taken for one of the next
        own.mkdir(exist_ok=True)
        with open_workspace(own / "workspace.sqlite") as workspace:
            workspace.set_window_state("main", b"state")


def test_two_programs_may_make_the_same_workspace_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=_open_often, args=(str(tmp_path),)) for _ in range(2)]
    for program in programs:
        program.start()
    for program in programs:
        program.join(60)

    assert [program.exitcode for program in programs] == [0, 0]
