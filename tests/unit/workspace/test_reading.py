"""A workspace to which nothing can be written is read without a trace."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from procura_desktop.errors import (
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceFullError,
    WorkspaceReadOnlyError,
)
from procura_desktop.workspace.beside import opened_beside
from procura_desktop.workspace.workspace import empty_workspace, open_for_reading, open_workspace

OPEN_FILES = Path("/proc/self/fd")
as_root = pytest.mark.skipif("not hasattr(os, 'geteuid') or os.geteuid() != 0", reason="mounts need root")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "workspace.sqlite"
    with open_workspace(path) as workspace:
        workspace.set_window_state("main", b"kept")
    return path


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_a_copy_is_read_and_what_is_done_to_it_is_lost(file: Path) -> None:
    before = contents(file.parent)
    with open_for_reading(file) as workspace:
        assert not workspace.keeps
        assert workspace.window_state("main") == b"kept"
        workspace.set_window_state("main", b"new")
        assert workspace.window_state("main") == b"new"

    assert contents(file.parent) == before


def test_what_a_crash_left_in_the_log_is_read_too(file: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from procura_desktop.workspace.workspace import *\n"
        "open_workspace(Path(sys.argv[1])).set_window_state('main', b'later'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(file)], check=True)
    assert file.with_name(f"{file.name}-wal").stat().st_size > 0
    before = contents(file.parent)

    with open_for_reading(file) as workspace:
        assert workspace.window_state("main") == b"later"
    assert contents(file.parent) == before


def test_a_copy_for_which_there_is_no_place_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.with_name(f"{file.name}-wal").write_bytes(b"left by a crash")
    monkeypatch.setattr(tempfile, "tempdir", str(file.parent / "none"))

    with pytest.raises(WorkspaceError, match="cannot be used"):
        open_for_reading(file)


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="the system does not say which files are open")
def test_one_that_cannot_be_opened_a_second_time_is_let_go_of(file: Path) -> None:
    """On Windows nothing could take its place otherwise, as when it is mended."""
    file.write_bytes(b"no database" * 1000)

    with pytest.raises(WorkspaceDamagedError) as caught, opened_beside(file):
        pass

    assert caught.value.path == file
    assert file not in {Path(os.path.realpath(one)) for one in OPEN_FILES.iterdir()}


def test_where_there_is_none_an_empty_one_is_read(tmp_path: Path) -> None:
    with open_for_reading(tmp_path / "none" / "workspace.sqlite") as workspace:
        assert workspace.recent() == ()
        workspace.set_window_state("main", b"x")
    assert not list(tmp_path.iterdir())


def test_a_damaged_one_is_refused_and_can_be_stood_in_for(file: Path) -> None:
    file.write_bytes(b"this was a workspace " * 500)
    with pytest.raises(WorkspaceDamagedError):
        open_for_reading(file)

    with empty_workspace(file) as workspace:
        workspace.set_window_state("main", b"x")
    assert file.read_bytes().startswith(b"this was")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EROFS, WorkspaceReadOnlyError),
        (errno.EACCES, WorkspaceReadOnlyError),
        (errno.ENOSPC, WorkspaceFullError),
        (errno.ENOTDIR, WorkspaceError),
    ],
)
def test_a_folder_that_cannot_be_made_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[WorkspaceError]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(WorkspaceError) as caught:
        open_workspace(tmp_path / "data" / "workspace.sqlite")

    assert type(caught.value) is kind


@pytest.mark.parametrize("closed", ["folder", "file"])
def test_what_may_not_be_written_is_named(file: Path, monkeypatch: pytest.MonkeyPatch, closed: str) -> None:
    unwritable = file if closed == "file" else file.parent
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != unwritable)  # root may write all

    with pytest.raises(WorkspaceReadOnlyError, match=f"{unwritable.name} can only be read"):
        open_workspace(file)


@pytest.fixture
def mounted(tmp_path: Path) -> "Path":
    """A disk of 1 MB of its own, as far as this user may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["unshare", "-m", "true"]
    if (
        shutil.which("unshare") is None
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        pytest.skip("needs the right to mount (unshare -m)")
    return folder


def in_namespace(mounted: Path, prepare: str, code: str) -> str:
    """Run Python where a disk is mounted that goes away with it."""
    script = (
        f"mount -t tmpfs -o size=1m,mode=777 none {mounted} && {prepare} && exec {sys.executable} -c '{code}'"
    )
    done = subprocess.run(
        ["unshare", "-m", "sh", "-ec", script], capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


LOOK = """
from pathlib import Path
from procura_desktop.errors import WorkspaceError
from procura_desktop.workspace.workspace import *
path = Path("{disk}/data/workspace.sqlite")
try:
    open_workspace(path).set_window_state("main", b"new")
    print("written")
except WorkspaceError as error:
    print(type(error).__name__)
print(open_for_reading(path).window_state("main"))
"""


@as_root
@pytest.mark.parametrize("state", ["kept", "none yet"])
def test_a_disk_that_is_mounted_read_only(mounted: Path, file: Path, state: str) -> None:
    copy = f"cp -r {file.parent} {mounted}/data" if state == "kept" else "true"
    said = in_namespace(mounted, f"{copy} && mount -o remount,ro {mounted}", LOOK.format(disk=mounted))

    assert said == f"WorkspaceReadOnlyError\n{repr(b'kept') if state == 'kept' else None}\n"


@as_root
@pytest.mark.parametrize("state", ["kept", "none yet"])
def test_a_disk_that_is_full(mounted: Path, file: Path, state: str) -> None:
    copy = f"cp -r {file.parent} {mounted}/data" if state == "kept" else f"mkdir {mounted}/data"
    fill = f"(dd if=/dev/zero of={mounted}/fill bs=4k 2>/dev/null || true)"
    said = in_namespace(mounted, f"{copy} && {fill}", LOOK.format(disk=mounted))

    assert said == f"WorkspaceFullError\n{repr(b'kept') if state == 'kept' else None}\n"
