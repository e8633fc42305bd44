"""The power goes between two steps of an update; when it is back, the library is whole."""

import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal

import pytest

from procura_desktop.sync.update import step_back
from tests.unit.sync.computer import Computer
from tests.unit.sync.disks import Disk, PowerCut, watched

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the names of open files are read from /proc")
Names = Literal["kept", "lost"]


def after_power_cut(computer: Computer, names: Names, patch: pytest.MonkeyPatch, at: int, to: Path) -> bool:
    """Cut the power at a step of an update, and leave the computer as it is after; False: it was done."""
    disk = Disk(computer.places.data, names, left=at)
    done = False
    with watched(disk, patch):
        try:
            computer.update()
            done = True
        except PowerCut:
            pass
    disk.fall_back(to)
    shutil.rmtree(computer.places.data)
    to.rename(computer.places.data)
    return not done


def steps_of(computer: Computer, patch: pytest.MonkeyPatch) -> int:
    disk = Disk(computer.places.data, "kept")
    with watched(disk, patch):
        computer.update()
    disk.fall_back(computer.places.data.with_name("counted"))
    return disk.steps


@pytest.mark.prove
@pytest.mark.parametrize("names", ["kept", "lost"])
def test_after_a_power_cut_at_any_step_the_library_is_whole(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, names: Names, prove: bool
) -> None:
    kept = shutil.copytree(computer.places.data, tmp_path / "kept", symlinks=True)
    old = computer.version
    steps = steps_of(computer, monkeypatch)
    new = computer.version
    assert steps > 15
    seen = set()
    for at in (*range(0, steps, 1 if prove else 3), steps):
        shutil.rmtree(computer.places.data)
        shutil.copytree(kept, computer.places.data, symlinks=True)
        cut = after_power_cut(computer, names, monkeypatch, at, tmp_path / "after")
        assert cut == (at < steps), at
        computer.verify()
        seen.add(computer.version)
        assert cut or computer.version == new
        if computer.version == old:
            computer.update()
        assert computer.version == new, at
        computer.verify()
    assert seen == {old, new}


def test_after_an_update_that_ended_the_new_library_is_on_the_disk(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The strictest disk: what was not synced by name and by contents is lost."""
    assert not after_power_cut(computer, "lost", monkeypatch, 10_000, tmp_path / "after")
    assert computer.version.endswith(".2")
    computer.verify()
    step_back(computer.place)
    assert computer.version.endswith(".1")
    computer.verify()


@pytest.mark.parametrize("names", ["kept", "lost"])
def test_a_power_cut_while_going_back_leaves_one_or_the_other(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, names: Names
) -> None:
    computer.update()
    kept = shutil.copytree(computer.places.data, tmp_path / "kept", symlinks=True)
    for at in range(4):
        shutil.rmtree(computer.places.data)
        shutil.copytree(kept, computer.places.data, symlinks=True)
        disk = Disk(computer.places.data, names, left=at)
        with watched(disk, monkeypatch), suppress(PowerCut):
            step_back(computer.place)
        disk.fall_back(tmp_path / "after")
        shutil.rmtree(computer.places.data)
        (tmp_path / "after").rename(computer.places.data)
        assert computer.version.endswith((".1", ".2"))
        computer.verify()
