"""A second start brings the first window to the front, also a minimised one, and hands over what it got."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.sync.history import read_history
from procura_desktop.workspace.workspace import open_workspace
from tests.e2e.window import Program, Screen, until
from tests.unit.sync.computer import Computer

pytestmark = [
    pytest.mark.external("Xvfb"),
    pytest.mark.external("xdotool"),
    pytest.mark.external("openbox"),
]
TITLE = "Procura Desktop"
LABELS = "guidance/labels"


@pytest.fixture
def screen(display: str, environment: dict[str, str]) -> Iterator[Screen]:
    """A display with a window manager, without which nothing can be minimised."""
    environment["DISPLAY"] = display
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        yield Screen(display)
    finally:
        manager.terminate()
        manager.wait()


def ask(display: str, *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words], env={"DISPLAY": display, "PATH": "/usr/bin"}, capture_output=True, check=False
    )
    return done.stdout.decode().strip()


@pytest.mark.parametrize("minimised", [True, False], ids=["minimised", "behind another"])
def test_the_first_window_comes_to_the_front(
    program: Program, screen: Screen, data: Path, tmp_path: Path, minimised: bool
) -> None:
    first = program.start()
    window = screen.wait_for(TITLE)
    if minimised:
        ask(screen.display, "windowminimize", window)
        until(lambda: not screen.windows(TITLE), "the window to go")
    else:
        other = replace(program, command=(program.command[0], "--data-dir", str(tmp_path / "other")))
        above = other.start()
        until(lambda: len(screen.windows(TITLE)) == 2, "another window")
        until(lambda: ask(screen.display, "getactivewindow") != window, "the other to be in front")

    second = program.start(f"procura:main/{LABELS}")
    assert second.wait(30) == 0
    until(lambda: ask(screen.display, "getactivewindow") == window, "the first to be in front")
    until(lambda: window in screen.windows(TITLE), "the first to be seen")
    with open_workspace(data / "workspace.sqlite") as workspace:
        until(lambda: [one.record_id for one in workspace.recent()] == [LABELS], "the article")

    assert first.poll() is None
    if not minimised:
        other.end()
        assert above.poll() is not None
    assert program.complaints() == ""


@pytest.mark.parametrize("written", ["path", "address"])
def test_a_file_is_looked_into_by_the_first_window(
    program: Program, screen: Screen, computer: Computer, tmp_path: Path, written: str
) -> None:
    mine = replace(program, command=(program.command[0], "--data-dir", str(computer.places.data)))
    file = tmp_path / "an edition.procura"
    made = mine.run("mirror", "--to", str(file), "--json")
    assert made.returncode == 0, made.stdout
    assert json.loads(made.stdout)["bytes"] > 0
    before = read_history(computer.place)
    computer.place.updates.unlink()

    first = mine.start()
    screen.wait_for(TITLE)
    second = mine.start(str(file) if written == "path" else file.as_uri())
    assert second.wait(30) == 0
    until(computer.place.updates.exists, "the first to look into the file")

    assert first.poll() is None
    assert read_history(computer.place).error == before.error == ""
    mine.end()
