"""The lock of a workspace on a disk that others reach too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from procura_desktop.errors import WorkspaceDamagedError, WorkspaceInUseError
from procura_desktop.workspace import workspace as workspaces
from procura_desktop.workspace.disks import Kind
from procura_desktop.workspace.lock import Owner, lock_path, take_lock, this_owner
from procura_desktop.workspace.workspace import open_workspace

ANNA = Owner(user="anna", computer="pc-1", since="2026-11-29 10:02+00:00")
ANNA_ELSEWHERE = Owner(user="anna", computer="pc-2", since="2026-11-29 11:00+00:00")
BORIS = Owner(user="Борис", computer="pc-1", since="2026-11-29 12:00+00:00")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "workspace.sqlite"


@pytest.mark.parametrize("kind", ["network", "removable"])
@pytest.mark.parametrize("second", [ANNA_ELSEWHERE, BORIS], ids=["another computer", "another user"])
def test_a_second_person_or_computer_is_told_who_has_it(file: Path, kind: Kind, second: Owner) -> None:
    held = take_lock(file, kind, ANNA)

    with pytest.raises(
        WorkspaceInUseError, match=r"anna has it open on the computer pc-1 since 2026"
    ) as caught:
        take_lock(file, kind, second)
    assert caught.value.lock == lock_path(file)

    held.release()
    take_lock(file, kind, second).release()


def test_the_same_person_here_shares_it_and_keeps_it_for_the_first(file: Path) -> None:
    held = take_lock(file, "network", ANNA)
    take_lock(file, "network", ANNA).release()

    with pytest.raises(WorkspaceInUseError):
        take_lock(file, "network", BORIS)
    held.release()


def leave_behind(file: Path) -> None:
    """As a computer leaves it whose power failed: written, and held by nobody."""
    held = take_lock(file, "network", ANNA)
    written = lock_path(file).read_bytes()
    held.release()
    lock_path(file).write_bytes(written)


def test_what_a_crash_left_does_not_stop_the_same_computer(file: Path) -> None:
    leave_behind(file)

    take_lock(file, "network", BORIS).release()


def test_a_stick_is_in_one_computer_at_a_time(file: Path) -> None:
    leave_behind(file)

    take_lock(file, "removable", ANNA_ELSEWHERE).release()


def test_on_a_network_another_computer_may_still_be_at_work(file: Path) -> None:
    leave_behind(file)

    with pytest.raises(WorkspaceInUseError, match="If that program no longer runs, delete"):
        take_lock(file, "network", ANNA_ELSEWHERE)
    lock_path(file).unlink()
    take_lock(file, "network", ANNA_ELSEWHERE).release()


@pytest.mark.parametrize(
    "left", [b"", b"{", b"[]", b'{"user": 3, "computer": "x", "since": ""}', b"\xff" * 9]
)
def test_a_lock_that_makes_no_sense_is_taken(file: Path, left: bytes) -> None:
    lock_path(file).write_bytes(left)

    take_lock(file, "network", ANNA).release()


def test_the_system_lets_go_when_the_program_dies(file: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from procura_desktop.workspace.lock import *\n"
        "take_lock(Path(sys.argv[1]), 'removable'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(WorkspaceInUseError, match=this_owner().computer):
            take_lock(file, "removable", BORIS)
        other.kill()
        other.wait()

        take_lock(file, "removable", BORIS).release()


@pytest.fixture(params=["network", "removable"])
def shared_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every folder count as on such a disk."""
    monkeypatch.setattr(workspaces, "kind_of", lambda _: request.param)


def journal_mode(path: Path) -> str:
    with open_workspace(path) as workspace:
        found = workspace.connection.execute("PRAGMA journal_mode").fetchone()
        return str(found[0])


@pytest.mark.usefixtures("shared_disk")
def test_a_shared_disk_has_a_rollback_journal_and_a_lock(file: Path) -> None:
    with open_workspace(file) as workspace:
        workspace.set_window_state("main", b"state")
        assert workspace.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert this_owner().computer.encode() in lock_path(file).read_bytes()
        with open_workspace(file) as second:  # a command beside the window
            assert second.window_state("main") == b"state"
            second.set_window_state("main", b"of the command")
        assert workspace.window_state("main") == b"of the command"

    assert lock_path(file).read_bytes() == b""
    assert {path.name for path in file.parent.iterdir()} == {file.name, lock_path(file).name}


def test_a_workspace_that_moves_between_disks_takes_the_journal_of_each(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert journal_mode(file) == "wal"
    monkeypatch.setattr(workspaces, "kind_of", lambda _: "network")
    assert journal_mode(file) == "delete"
    monkeypatch.setattr(workspaces, "kind_of", lambda _: "local")
    assert journal_mode(file) == "wal"


def _write_and_die(file: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from procura_desktop.workspace.workspace import *\n"
        "open_workspace(Path(sys.argv[1])).set_window_state('main', b'kept'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(file)], check=True)


def test_what_a_killed_program_left_in_its_log_is_there_on_a_shared_disk_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write_and_die(file)
    assert file.with_name(f"{file.name}-wal").stat().st_size > 0
    monkeypatch.setattr(workspaces, "kind_of", lambda _: "network")

    with open_workspace(file) as workspace:
        assert workspace.window_state("main") == b"kept"
    assert not file.with_name(f"{file.name}-wal").exists()


@pytest.mark.usefixtures("shared_disk")
def test_a_workspace_that_cannot_be_opened_leaves_no_lock(file: Path) -> None:
    file.write_bytes(b"this was a workspace " * 500)
    with pytest.raises(WorkspaceDamagedError):
        open_workspace(file)

    assert lock_path(file).read_bytes() == b""
    take_lock(file, "network", BORIS).release()


def test_a_user_without_a_name_has_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", nameless)

    assert this_owner().user == str(os.getuid())
