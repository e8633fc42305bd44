"""The program as its users have it: processes of its own, a data folder, an X server made for the test."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.window import Program
from tests.unit.sync.conftest import bundled, computer, new_computer, published, publisher

__all__ = ["bundled", "computer", "new_computer", "published", "publisher"]  # fixtures of updates

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "dist" / "procura-desktop" / "procura-desktop"
PACKAGES = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "nginx": "nginx-light",
    "faketime": "faketime",
    "openbox": "openbox",
    "soffice": "libreoffice-writer-nogui",
    "strace": "strace",
    "unshare": "util-linux",
    "runuser": "util-linux",
}
# What is no program of a package, and what it takes instead.
RIGHTS = {
    "mounts": (["unshare", "-m", "true"], "needs the right to mount (unshare -m)"),
    "no network": (["unshare", "-n", "true"], "needs the right to be without a network (unshare -n)"),
    "other users": (
        ["runuser", "-u", "nobody", "--", "true"],
        "needs the right to be another user (runuser)",
    ),
    "bundle": ([str(BUNDLE), "--version"], "needs the built program: ./run build"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a program that is not here, and say which."""
    for marker in item.iter_markers("external"):
        for name in marker.args:
            if name in RIGHTS:
                command, reason = RIGHTS[name]
                if shutil.which(command[0]) is None or run_quietly(command) != 0:
                    pytest.skip(reason)
            elif shutil.which(name) is None:
                pytest.skip(f"needs {name}, of the Debian package {PACKAGES.get(name, name)}")


def run_quietly(command: list[str]) -> int:
    """Run a command to its end; give its exit code."""
    return subprocess.run(command, capture_output=True, check=False).returncode


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder for --data-dir; it does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The variables of a user with an empty home and no display."""
    monkeypatch.delenv(
        "XDG_RUNTIME_DIR", raising=False
    )  # a test that calls a window looks where that listens
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in hidden and not name.startswith("XDG_")
    }
    home = tmp_path / "home"
    home.mkdir()
    return kept | {"HOME": str(home)}


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of this test's own, without a window manager."""
    read, write = os.pipe()
    server = subprocess.Popen(
        # without -noreset it refuses who comes just after the last window has gone
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as told:
            number = told.readline().strip()  # written once it is ready; empty if it ended instead
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def program(data: Path, environment: dict[str, str], tmp_path: Path) -> Iterator[Program]:
    """The installed program over the data folder; what still runs at the end is ended."""
    made = Program(
        command=(str(Path(sys.executable).with_name("procura-desktop")), "--data-dir", str(data)),
        environment=environment,
        said=tmp_path / "stderr.txt",
    )
    yield made
    made.end()
    if made.said.exists():
        sys.stdout.write(made.said.read_text(encoding="utf-8", errors="replace"))  # shown if the test fails
