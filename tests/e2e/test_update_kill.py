"""An update is killed at any instant; the library is whole, old or new, and the next update succeeds."""

import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from tests.e2e.updating import Nursery, nursery
from tests.releases import Publisher
from tests.unit.sync.computer import Computer
from tests.unit.sync.lines import served

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="processes cannot fork there")


def restore(computer: Computer, kept: Path, *, empty: bool) -> None:
    """Put the computer back to its first edition, or to no edition at all."""
    shutil.rmtree(computer.place.folder)
    shutil.rmtree(computer.places.trust)
    shutil.copytree(kept / "trust", computer.places.trust, symlinks=True)
    if not empty:
        shutil.copytree(kept / "library", computer.place.folder)


def seconds_of(update: Nursery, address: str) -> float:
    began = time.monotonic()
    update.start(address)
    assert update.wait() == 0
    return time.monotonic() - began


@pytest.fixture
def update(computer: Computer, bundled: Path) -> Iterator[Nursery]:
    with nursery(computer.places, bundled) as made:
        yield made


@pytest.mark.prove
def test_an_update_killed_at_any_instant_leaves_a_whole_library(
    computer: Computer, publisher: Publisher, update: Nursery, tmp_path: Path, prove: bool
) -> None:
    chance = random.Random(31)
    kept = shutil.copytree(computer.places.data, tmp_path / "kept", symlinks=True)
    new, died, done = f"{computer.version[:-1]}2", 0, 0
    with served(publisher.folder) as server:
        cases = [(address, empty) for address in (server.address, str(publisher.folder)) for empty in (0, 1)]
        lasts = {}
        for address, empty in cases:
            restore(computer, kept, empty=bool(empty))
            lasts[address, empty] = max(seconds_of(update, address), 0.05)
        for number, (address, empty) in zip(range(500 if prove else 20), cycle(cases), strict=False):
            restore(computer, kept, empty=bool(empty))
            old = computer.version
            child = update.start(address)
            time.sleep(chance.uniform(0, lasts[address, empty]))  # the moment of death is the subject
            os.kill(child, signal.SIGKILL)
            code = update.wait()
            assert code in (0, -signal.SIGKILL), number
            died, done = died + (code != 0), done + (code == 0)

            assert computer.version in (old, new), number
            computer.verify()
            if computer.version == old:
                computer.update(address)
                assert_nothing_left(computer)
            assert computer.version == new, number
            computer.verify()
    assert died > done


def assert_nothing_left(computer: Computer) -> None:
    """Of what was killed nothing stays but what the next time uses or replaces."""
    names = {path.name for path in computer.place.folder.iterdir()}
    assert {name for name in names if name.endswith(".tmp")} == set()
    assert len([name for name in names if name.endswith(".sqlite")]) <= 2


@pytest.mark.prove
def test_an_update_killed_again_and_again_comes_through(
    computer: Computer, publisher: Publisher, update: Nursery, prove: bool
) -> None:
    """Nothing is put back between: each try goes on where the last one died."""
    chance = random.Random(37)
    shutil.rmtree(computer.place.folder)
    with served(publisher.folder) as server:
        for _ in range(100 if prove else 8):
            child = update.start(server.address)
            time.sleep(chance.uniform(0, 0.15))  # the moment of death is the subject
            os.kill(child, signal.SIGKILL)
            update.wait()
            computer.verify()
        if computer.version == "dev":
            computer.update(server.address)
            assert_nothing_left(computer)
    assert computer.version.endswith(".2")
    computer.verify()
