"""A program that is killed while it writes loses nothing that it was told is written."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from procura_desktop.workspace.workspace import open_workspace

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from procura_desktop.workspace.workspace import open_workspace

start = datetime(2026, 1, 1, tzinfo=UTC)
with open_workspace(Path(sys.argv[1])) as workspace:
    number = 0
    while True:
        number += 1
        workspace.note_opened("main", f"terms/t{number}", str(number), start + timedelta(seconds=number))
        workspace.set_reading_position("main", "terms/t", 1 / number)
        workspace.set_window_state("main", str(number).encode() * 2000)
        print(number, flush=True)
"""


def killed_after(seconds: float, file: Path) -> int:
    """Let a program write, kill it, and give the last number that it said was written."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline()]
        time.sleep(seconds)  # not a wait for something: the moment of death is the subject
        writer.kill()
        said += writer.stdout.readlines()
    return int([line for line in said if line.endswith("\n")][-1])


@pytest.mark.prove
def test_a_killed_program_loses_nothing_written(tmp_path: Path, prove: bool) -> None:
    moments = random.Random(7)
    for run in range(200 if prove else 5):
        file = tmp_path / f"{run}.sqlite"
        written = killed_after(moments.uniform(0.0, 0.1), file)

        with open_workspace(file) as workspace:
            latest = workspace.recent(1)[0]
            assert int(latest.title) >= written
            assert workspace.reading_position("main", "terms/t") <= 1 / written
            state = workspace.window_state("main")
            assert state is not None
            assert int(state[: len(state) // 2000]) >= written
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.prove
def test_a_program_killed_while_it_starts_leaves_a_workspace_that_opens(tmp_path: Path, prove: bool) -> None:
    moments = random.Random(11)
    for run in range(200 if prove else 5):
        (folder := tmp_path / str(run)).mkdir()  # a backup beside it would be one of this workspace
        file = folder / "workspace.sqlite"
        with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.DEVNULL) as writer:
            deadline = time.monotonic() + 10
            while not file.exists() and time.monotonic() < deadline:
                time.sleep(0.0005)  # the first sign of life of another process
            time.sleep(moments.uniform(0.0, 0.01))
            writer.kill()

        with open_workspace(file) as workspace:
            workspace.set_window_state("reader", b"state")
            assert workspace.window_state("reader") == b"state"
