"""Work beside the window."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procura_desktop.gui.tasks import Newest, Tasks
from procura_desktop.progress import Cancelled


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:  # noqa: ARG001 - only has to exist
    made = Tasks()
    yield made
    made.wait()


def test_a_result_comes_back(qtbot: QtBot, tasks: Tasks) -> None:
    task = tasks.start(lambda: 6 * 7)
    with qtbot.waitSignal(task.succeeded) as result:
        pass
    assert result.args == [42]


def test_nothing_is_reported_after_the_end(qapp: QApplication, tasks: Tasks) -> None:
    heard: list[object] = []
    tasks.start(lambda: 6 * 7).succeeded.connect(heard.append)
    tasks.wait()
    qapp.processEvents()
    assert heard == []


def test_a_fault_comes_back(qtbot: QtBot, tasks: Tasks) -> None:
    def fail() -> None:
        raise ValueError("no")

    task = tasks.start(fail)
    with qtbot.waitSignal(task.failed) as failure:
        pass
    assert isinstance(failure.args[0], ValueError)


def test_cancelled_work_ends_in_silence(qtbot: QtBot, tasks: Tasks) -> None:
    def stop() -> None:
        raise Cancelled

    task = tasks.start(stop)
    with qtbot.assertNotEmitted(task.failed), qtbot.waitSignal(task.ended):
        pass


def test_only_the_newest_of_what_waits_is_run(qtbot: QtBot, tasks: Tasks) -> None:
    newest = Newest(tasks)
    may_go_on = threading.Event()
    ran: list[str] = []

    def work(name: str) -> str:
        may_go_on.wait(5)
        ran.append(name)
        return name

    with qtbot.waitSignal(newest.succeeded) as result:
        for name in ("first", "stale", "newest"):
            newest.start(lambda name=name: work(name))  # type: ignore[misc] # binds the loop's name
        may_go_on.set()

    assert result.args == ["newest"]
    assert ran == ["first", "newest"]
