"""The reading half of the procurer's journey, in the program as it is installed, on an empty folder."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from procura_desktop.workspace.workspace import RecentRecord, open_workspace
from tests.e2e.window import Program, Screen, until

TITLE = "Procura Desktop"
LABELS = "guidance/labels"
ENDURANCE = "criteria/computers/ts6-rechargeable-battery-endurance"


class Memory:
    """What the program remembers: the workspace, read while it runs."""

    def __init__(self, data: Path) -> None:
        self._file = data / "workspace.sqlite"

    def recent(self) -> tuple[RecentRecord, ...]:
        """Give what was opened, the latest first; nothing before the first start has made the file."""
        if not self._file.exists():
            return ()
        with open_workspace(self._file) as workspace:
            return workspace.recent()

    def latest(self) -> str:
        """Give the id of the record that was opened last, or ""."""
        return next((record.record_id for record in self.recent()), "")

    def opened(self, record_id: str) -> datetime:
        """Give when a record was opened last."""
        return next(record.opened for record in self.recent() if record.record_id == record_id)

    def position(self, record_id: str) -> float:
        """Give how far a record was read."""
        with open_workspace(self._file) as workspace:
            return workspace.reading_position("main", record_id)

    def wait_for(self, record_id: str) -> None:
        """Wait until a record is the one opened last."""
        until(lambda: self.latest() == record_id, f"{record_id} to be shown")


@pytest.fixture
def memory(data: Path) -> Memory:
    return Memory(data)


@pytest.fixture
def screen(display: str, environment: dict[str, str]) -> Screen:
    environment["DISPLAY"] = display
    return Screen(display)


def open_first_hit(screen: Screen, memory: Memory, text: str) -> str:
    """Search as a person does, with Enter until the hits are there; give the record that was opened."""
    before = memory.latest()
    screen.press("ctrl+k")
    screen.type(text)

    def opened() -> bool:
        screen.press("Return")
        return memory.latest() != before

    until(opened, f"a hit for {text!r}")
    return memory.latest()


def read_on(screen: Screen, memory: Memory, record_id: str) -> None:
    """Reach the text with F6 and turn pages until the program has noted a new place in it."""

    def noted() -> bool:
        screen.press("F6", "Next")
        try:
            until(lambda: memory.position(record_id) > 0, "the place", seconds=1.5)
        except AssertionError:
            return False
        return True

    until(noted, f"a place in {record_id}")


@pytest.mark.external("Xvfb")
@pytest.mark.external("xdotool")
def test_a_procurer_searches_reads_and_comes_back_to_it(
    program: Program, screen: Screen, memory: Memory, environment: dict[str, str]
) -> None:
    hits = json.loads(program.run("search", "--json", "laptop", "battery").stdout)["results"]
    first = program.start()
    window = screen.wait_for(TITLE)
    assert TITLE in screen.title(window)

    hit = open_first_hit(screen, memory, "laptop battery")
    assert hit == hits[0]["id"]
    read_on(screen, memory, hit)

    # Back leads to the results, where nothing is opened; forward opens the record again.
    opened = memory.opened(hit)
    screen.press("alt+Left", "alt+Right")
    until(lambda: memory.opened(hit) > opened, "the way back and forward")

    # A second start hands its address over and ends; there is still one window.
    second = program.start(f"procura:main/{LABELS}")
    assert second.wait(30) == 0
    memory.wait_for(LABELS)
    assert first.poll() is None
    assert screen.windows(TITLE) == [window]

    screen.press("ctrl+q")
    assert first.wait(30) == 0
    read = memory.position(hit)
    assert read > 0

    # The next start knows what was read.
    again = program.start()
    screen.wait_for(TITLE)
    assert [record.record_id for record in memory.recent()] == [LABELS, hit]
    screen.press("ctrl+q")
    assert again.wait(30) == 0
    assert memory.position(hit) == read

    assert program.complaints() == ""
    assert not list(Path(environment["HOME"]).rglob("*procura*"))


@pytest.mark.external("Xvfb")
@pytest.mark.external("xdotool")
def test_the_first_text_after_a_start_opens_where_it_was_left(
    program: Program, screen: Screen, memory: Memory
) -> None:
    running = program.start(f"procura:main/{LABELS}")
    screen.wait_for(TITLE)
    memory.wait_for(LABELS)
    read_on(screen, memory, LABELS)
    screen.press("ctrl+q")
    assert running.wait(30) == 0
    read = memory.position(LABELS)

    opened = memory.opened(LABELS)
    running = program.start()
    screen.wait_for(TITLE)
    assert program.start(f"procura:main/{LABELS}").wait(30) == 0
    until(lambda: memory.opened(LABELS) > opened, "the text to be shown again")
    screen.press("ctrl+q")
    assert running.wait(30) == 0
    assert memory.position(LABELS) == pytest.approx(read, abs=0.05)


@pytest.mark.external("Xvfb")
@pytest.mark.external("xdotool")
def test_the_arrow_keys_choose_a_hit(program: Program, screen: Screen, memory: Memory) -> None:
    hits = json.loads(program.run("search", "--json", "laptop", "battery").stdout)["results"]
    running = program.start(f"procura:main/{LABELS}")
    screen.wait_for(TITLE)
    memory.wait_for(LABELS)
    open_first_hit(screen, memory, "laptop battery")
    screen.press("alt+Left", "ctrl+k")

    def opened() -> bool:
        screen.press("Down", "Return")
        return memory.latest() in {hit["id"] for hit in hits[1:]}

    until(opened, "another hit")
    screen.press("ctrl+q")
    assert running.wait(30) == 0
    assert program.complaints() == ""


@pytest.mark.external("Xvfb")
@pytest.mark.external("xdotool")
@pytest.mark.parametrize("words", [[], ["--"]], ids=["plain", "after --"])
def test_an_address_on_the_command_line_is_shown(
    program: Program, screen: Screen, memory: Memory, words: list[str]
) -> None:
    running = program.start(*words, f"procura:main/{LABELS}")
    screen.wait_for(TITLE)
    memory.wait_for(LABELS)

    screen.press("ctrl+q")
    assert running.wait(30) == 0
    assert program.complaints() == ""


@pytest.mark.external("Xvfb")
@pytest.mark.external("xdotool")
def test_an_address_of_nothing_is_explained_and_the_window_stays(program: Program, screen: Screen) -> None:
    running = program.start("procura:main/guidance/nothing")

    screen.wait_for("Not in this library")
    screen.press("Return")
    until(lambda: not screen.windows("Not in this library"), "the dialog to go")
    screen.wait_for(TITLE)
    screen.press("ctrl+q")

    assert running.wait(30) == 0
    assert program.complaints() == ""


def test_a_word_that_is_no_address_is_refused_in_a_sentence(program: Program) -> None:
    done = program.run("procura:")

    assert (done.returncode, done.stdout) == (2, "")
    assert "procura:main/guidance/labels" in done.stderr


def test_the_same_reading_from_the_shell(program: Program, data: Path) -> None:
    checked = program.run("check", "--json")
    assert (checked.returncode, checked.stderr) == (0, "")
    found = json.loads(checked.stdout)
    assert [one["name"] for one in found["checks"]] == [
        *("library", "clock", "folders", "settings", "policy", "workspace", "window")
    ]
    assert found["sound"] is True
    assert not (data / "workspace.sqlite").exists()

    searched = program.run("search", "laptop battery", "--json", "--limit", "3")
    assert (searched.returncode, searched.stderr) == (0, "")
    hits = json.loads(searched.stdout)["results"]
    assert ENDURANCE in [hit["id"] for hit in hits]
    assert all(
        set(hit) == {"id", "kind", "title", "group", "library", "edition", "publisher", "snippet", "score"}
        for hit in hits
    )

    shown = program.run("show", hits[0]["id"], "--json")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert json.loads(shown.stdout)["title"] == hits[0]["title"]
