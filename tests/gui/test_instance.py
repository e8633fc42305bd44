"""A second start hands over to the first."""

import os
import socket
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procura_desktop.gui import instance_pipe, instance_socket
from procura_desktop.gui.instance import Instance, hand_over, server_name

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sockets in its file system")


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[Instance]:
    """The program that runs already."""
    assert qtbot
    instance = Instance(server_name(tmp_path))
    yield instance
    instance.close()


@pytest.mark.usefixtures("qtbot")
def test_nobody_answers_before_the_first_start(tmp_path: Path) -> None:
    assert not hand_over(server_name(tmp_path), "procura:main/guidance/labels")


@pytest.mark.parametrize("address", ["procura:main/guidance/labels", "", "/home/Jana Nováková/a.procura"])
def test_the_first_hears_the_address(qtbot: QtBot, tmp_path: Path, first: Instance, address: str) -> None:
    with qtbot.waitSignal(first.called) as called:
        assert hand_over(server_name(tmp_path), address)
    assert called.args == [address]


def test_several_starts_are_all_heard(qtbot: QtBot, tmp_path: Path, first: Instance) -> None:
    heard: list[str] = []
    first.called.connect(heard.append)
    for number in range(5):
        assert hand_over(server_name(tmp_path), str(number))
    qtbot.waitUntil(lambda: sorted(heard) == ["0", "1", "2", "3", "4"])


def test_nobody_answers_after_it_has_closed(tmp_path: Path, first: Instance) -> None:
    first.close()
    assert not hand_over(server_name(tmp_path), "")


def test_two_data_folders_are_two_programs(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")


@pytest.mark.parametrize("way", [instance_pipe, pytest.param(instance_socket, marks=posix)])
def test_each_way_takes_the_place_of_what_a_crash_left(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, way: ModuleType
) -> None:
    name = str(tmp_path / "place")
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(name)
    assert not way.hand_over(name, b"x\n", wait_ms=1000)

    heard: list[bytes] = []
    listener = way.listen(name, heard.append, QObject(qapp))
    assert way.hand_over(name, b"x\n", wait_ms=1000)
    qtbot.waitUntil(lambda: [line.strip() for line in heard] == [b"x"])
    listener.close()
    assert not way.hand_over(name, b"x\n", wait_ms=1000)


@posix
def test_only_the_user_may_call_and_nothing_stays_behind(tmp_path: Path, first: Instance) -> None:
    place = Path(server_name(tmp_path))
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    first.close()
    assert not place.exists()


@posix
def test_what_belongs_to_another_user_is_not_answered_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    name = str(tmp_path / "place")
    with socket.socket(socket.AF_UNIX) as theirs:
        theirs.bind(name)
        theirs.listen()
        monkeypatch.setattr(os, "getuid", lambda: 4711)

        assert not instance_socket.hand_over(name, b"x\n", wait_ms=1000)
        listener = instance_socket.listen(name, lambda _: None, QObject(qapp))
        listener.close()
        assert Path(name).exists()


@posix
def test_a_place_that_cannot_be_leaves_each_start_alone(tmp_path: Path, qapp: QApplication) -> None:
    for name in (str(tmp_path / "none" / "place"), str(tmp_path / ("long" * 40))):
        listener = instance_socket.listen(name, lambda _: None, QObject(qapp))
        assert not instance_socket.hand_over(name, b"x\n", wait_ms=1000)
        listener.close()


@posix
def test_a_caller_that_never_ends_its_line_is_let_go(qtbot: QtBot, tmp_path: Path, first: Instance) -> None:
    heard: list[str] = []
    first.called.connect(heard.append)
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(server_name(tmp_path))
        caller.setblocking(False)

        def is_cut() -> bool:
            try:
                caller.send(bytes(4096))
            except BlockingIOError:
                return False
            except OSError:
                return True
            return False

        qtbot.waitUntil(is_cut)
    assert heard == []
