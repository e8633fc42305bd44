"""The program is killed at any moment of its life; the next start works and nothing written is lost."""

import random
import sqlite3
import time
from contextlib import closing
from datetime import datetime
from itertools import cycle
from pathlib import Path

import pytest

from procura_desktop.gui.instance import hand_over, server_name
from procura_desktop.workspace.workspace import open_workspace
from tests.e2e.window import Program, until

PLACES = (
    "procura:main/guidance/labels",
    "search",
    "procura:main/groups/furniture",
    "procura:main/guidance/life-cycle-costing",
    "home",
    "procura:main/guidance/needs-assessment",
    "glossary",
)


def opened(file: Path) -> dict[str, datetime]:
    """Give what was opened when, as it is on the disk."""
    with open_workspace(file) as workspace:
        return {record.record_id: record.opened for record in workspace.recent(200)}


def assert_sound(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.prove
def test_a_window_killed_while_it_navigates_loses_nothing(program: Program, data: Path, prove: bool) -> None:
    chance = random.Random(23)
    name, file = server_name(data), data / "workspace.sqlite"
    places = cycle(PLACES)

    for _ in range(150 if prove else 4):
        running = program.start(QT_QPA_PLATFORM="offscreen")
        until(lambda: hand_over(name, next(places)) and opened(file), "a window that opens what it is asked")
        moment = time.monotonic() + chance.uniform(0.0, 0.6)
        while time.monotonic() < moment:
            assert hand_over(name, next(places))
            time.sleep(chance.uniform(0.0, 0.03))  # the moment of death is the subject
        written = opened(file)
        running.kill()
        running.wait()

        kept = opened(file)
        assert all(kept[record_id] >= when for record_id, when in written.items())
        assert_sound(file)

    assert kept
    done = program.run("check")
    assert done.returncode == 0, done.stdout
    assert program.complaints() == ""


@pytest.mark.prove
def test_a_window_killed_while_it_starts_starts_again(program: Program, data: Path, prove: bool) -> None:
    chance = random.Random(29)
    for _ in range(150 if prove else 4):
        running = program.start(PLACES[0], QT_QPA_PLATFORM="offscreen")
        time.sleep(chance.uniform(0.0, 1.2))
        running.kill()
        running.wait()

    program.start(PLACES[0], QT_QPA_PLATFORM="offscreen")
    until(lambda: hand_over(server_name(data), "home"), "a window after the kills")
    # The window listens before it opens the address that it was started with.
    until(lambda: "guidance/labels" in opened(data / "workspace.sqlite"), "the address opened")
    assert_sound(data / "workspace.sqlite")
    assert program.complaints() == ""
