"""A library or a workspace that cannot be used is named, with a way on; the user's own file is left alone."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from procura_desktop.workspace.workspace import open_workspace
from tests.e2e.window import Program, Screen, until
from tests.factories import build_sample

ROOT = Path(__file__).resolve().parents[2]
INSTEAD = "The library that came with the program is used instead."


def too_new(file: Path) -> None:
    build_sample(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 9")
        connection.execute("UPDATE library SET value = '9.1' WHERE key = 'needs_program'")
        connection.commit()


def cut_short(file: Path) -> None:
    data = build_sample(file).read_bytes()
    file.write_bytes(data[: len(data) // 2])


def folder_instead(file: Path) -> None:
    file.mkdir()


# what a shell says of it, and what the window says
UNSOUND: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "missing": (folder_instead, "there is no library here", "The library is missing"),
    "damaged": (cut_short, "this is not a sound library", "The library is damaged"),
    "too new": (too_new, "it needs Procura Desktop 9.1 or later", "The library is newer than this program"),
}


@pytest.fixture(params=UNSOUND)
def unsound(request: pytest.FixtureRequest, data: Path) -> tuple[str, str]:
    """An installed library that cannot be used, and what is said of it."""
    make, sentence, notice = UNSOUND[request.param]
    file = data / "library" / "main.sqlite"
    file.parent.mkdir(parents=True)
    make(file)
    return sentence, notice


def checks(said: str) -> dict[str, tuple[bool, str]]:
    return {check["name"]: (check["sound"], check["detail"]) for check in json.loads(said)["checks"]}


def test_check_names_an_unsound_library_and_tries_the_bundled_one(
    program: Program, unsound: tuple[str, str]
) -> None:
    done = program.run("check", "--json")

    assert (done.returncode, done.stderr) == (1, "")
    found = checks(done.stdout)
    sound, detail = found.pop("library")
    assert not sound
    assert unsound[0] in detail
    assert INSTEAD in detail
    assert all(sound for sound, _ in found.values())


def test_search_uses_the_bundled_library_and_says_so(program: Program, unsound: tuple[str, str]) -> None:
    done = program.run("search", "--json", "laptop", "battery")

    assert done.returncode == 0
    assert json.loads(done.stdout)["total"] > 0
    assert unsound[0] in done.stderr
    assert INSTEAD in done.stderr


@pytest.mark.external("Xvfb")
@pytest.mark.external("xdotool")
def test_the_window_says_so_and_opens_with_the_bundled_library(
    program: Program, unsound: tuple[str, str], display: str, environment: dict[str, str], data: Path
) -> None:
    environment["DISPLAY"] = display
    screen = Screen(display)
    running = program.start("procura:main/guidance/labels")

    screen.wait_for(unsound[1])
    screen.press("Return")
    until(lambda: not screen.windows(unsound[1]), "the dialog to go")
    screen.wait_for("Procura Desktop")
    with open_workspace(data / "workspace.sqlite") as workspace:
        assert workspace.recent()[0].record_id == "guidance/labels"
    screen.press("ctrl+q")

    assert running.wait(30) == 0
    assert program.complaints() == ""


@pytest.fixture
def without_bundled(tmp_path: Path, environment: dict[str, str]) -> None:
    """Let the program find itself in a copy of the source in which no library was built."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", copy / "resources", ignore=shutil.ignore_patterns("library"))
    environment["PYTHONPATH"] = str(copy / "src")


@pytest.mark.usefixtures("without_bundled")
def test_without_the_bundled_library_every_command_says_what_to_do(program: Program) -> None:
    for command in (["search", "laptop"], ["show", "guidance/labels"], ["shot", "x.png"]):
        done = program.run(*command)
        assert (done.returncode, done.stdout) == (1, "")
        assert "there is no library here" in done.stderr
        assert done.stderr.count("\n") == 1

    done = program.run("check", "--json")
    assert done.returncode == 1
    sound, detail = checks(done.stdout)["library"]
    assert not sound
    assert "install the program or its library again" in detail


@pytest.mark.usefixtures("without_bundled")
def test_both_libraries_are_named_when_neither_can_be_used(program: Program, data: Path) -> None:
    cut_short_at = data / "library" / "main.sqlite"
    cut_short_at.parent.mkdir(parents=True)
    cut_short(cut_short_at)

    done = program.run("search", "laptop")

    assert done.returncode == 1
    assert f"{cut_short_at}: this is not a sound library" in done.stderr
    assert "there is no library here" in done.stderr


@pytest.mark.usefixtures("without_bundled")
@pytest.mark.external("Xvfb")
@pytest.mark.external("xdotool")
def test_without_the_bundled_library_the_window_explains_and_ends(
    program: Program, display: str, environment: dict[str, str]
) -> None:
    environment["DISPLAY"] = display
    screen = Screen(display)
    running = program.start()

    screen.wait_for("The library is missing")
    screen.press("Return")

    assert running.wait(30) == 1
    assert program.complaints() == ""


def newer(file: Path) -> None:
    open_workspace(file).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("INSERT INTO migrations VALUES (99, 'of the future', '2030-01-01')")
        connection.commit()


def torn(file: Path) -> None:
    open_workspace(file).close()
    file.write_bytes(file.read_bytes()[:5000])


UNSOUND_WORKSPACES = pytest.mark.parametrize(
    ("make", "sentence"),
    [(newer, "workspace version 99 is newer"), (torn, "the workspace cannot be opened")],
    ids=["too new", "damaged"],
)


def state(file: Path) -> tuple[list[Path], bytes, int]:
    """What must stay as it is: the file, when it was written, and what stands beside it."""
    beside = sorted(file.parent.glob(f"{file.name}*"))
    return beside, file.read_bytes(), file.stat().st_mtime_ns


@UNSOUND_WORKSPACES
def test_check_names_an_unsound_workspace_and_leaves_it(
    program: Program, data: Path, make: Callable[[Path], None], sentence: str
) -> None:
    file = data / "workspace.sqlite"
    make(file)
    before = state(file)

    done = program.run("check", "--json")

    assert (done.returncode, done.stderr) == (1, "")
    found = checks(done.stdout)
    sound, detail = found.pop("workspace")
    assert not sound
    assert f"{file}: {sentence}" in detail
    assert all(sound for sound, _ in found.values())
    assert state(file) == before


@pytest.mark.external("Xvfb")
@pytest.mark.external("xdotool")
@UNSOUND_WORKSPACES
@pytest.mark.parametrize("goes_on", [True, False], ids=["go on", "quit"])
def test_the_window_asks_about_an_unsound_workspace_and_leaves_it(
    program: Program,
    data: Path,
    display: str,
    environment: dict[str, str],
    make: Callable[[Path], None],
    sentence: str,
    goes_on: bool,
) -> None:
    file = data / "workspace.sqlite"
    make(file)
    before = state(file)
    environment["DISPLAY"] = display
    screen = Screen(display)
    running = program.start()

    screen.wait_for("Your workspace")
    screen.press(*(("shift+Tab", "space") if goes_on else ("Escape",)))
    if goes_on:
        screen.wait_for("Procura Desktop")
        screen.press("ctrl+q")

    assert running.wait(30) == (0 if goes_on else 1), sentence
    assert program.complaints() == ""
    assert state(file) == before
