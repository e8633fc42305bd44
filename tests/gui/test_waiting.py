"""The dialog in front of the window while something runs."""

from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.waiting import Waiting, wait_for
from procura_desktop.progress import Cancelled, Progress
from tests.gui.procurements.screens import dialog_of, press


def until_stopped(progress: Progress) -> None:
    while True:
        progress.advance(1, 4)


def test_it_comes_up_tells_how_far_it_is_and_stops_the_work(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    tasks = Tasks()
    task = tasks.start_long(until_stopped)
    Waiting("It is written…", task, window).show_soon()
    qtbot.waitUntil(lambda: any(isinstance(one, Waiting) for one in QApplication.topLevelWidgets()))
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Waiting))
    qtbot.waitUntil(dialog.isVisible)
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    qtbot.waitUntil(lambda: bar.value() == 250)

    with qtbot.waitSignal(task.cancelled):
        press(dialog, "Cancel")
    assert not dialog.isVisible()
    tasks.wait()


def test_what_ends_at_once_shows_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tasks = Tasks()
    task = tasks.start_long(lambda _: None)
    shown: list[bool] = []
    dialog = Waiting("It is written…", task, window)
    task.ended.connect(lambda: shown.append(dialog.isVisible()))
    with qtbot.waitSignal(task.ended):
        dialog.show_soon()
    assert shown == [False]
    tasks.wait()


def test_before_there_is_a_window_it_gives_what_the_work_gives(qtbot: QtBot) -> None:
    assert qtbot is not None
    assert wait_for("It is read…", lambda _: 7) == 7
    with pytest.raises(ValueError, match="no"):
        wait_for("It is read…", fail)


def fail(_progress: Progress) -> None:
    raise ValueError("no")


def test_before_there_is_a_window_it_can_be_stopped(qtbot: QtBot) -> None:
    assert qtbot is not None
    QTimer.singleShot(100, lambda: press(dialog_of(Waiting), "Cancel"))
    with pytest.raises(Cancelled):
        wait_for("It is read…", until_stopped)


def test_what_must_not_be_stopped_waits_on(qtbot: QtBot) -> None:
    going = Event()

    def until_let_go(_progress: Progress) -> str:
        going.wait()
        return "done"

    def press_escape() -> None:
        dialog = dialog_of(Waiting)
        dialog.reject()
        assert dialog.isVisible()
        going.set()

    assert qtbot is not None
    QTimer.singleShot(100, press_escape)
    assert wait_for("It is written…", until_let_go, stoppable=False) == "done"
