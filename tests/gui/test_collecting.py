"""Old garbage is collected while nothing else is done."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procura_desktop.app import collecting as module
from procura_desktop.app.collecting import DUE, Collecting


class Ring:
    """Refers to itself, so that only the collector finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collecting]:
    before, was_on = gc.get_threshold(), gc.isenabled()
    one = Collecting(qapp)
    one.begin()
    yield one
    one.deleteLater()
    gc.unfreeze()
    gc.set_threshold(*before)
    (gc.enable if was_on else gc.disable)()


def grow_old() -> weakref.ref[Ring]:
    """Make garbage that has outlived the younger collections."""
    ring = Ring()
    for _ in range(DUE + 1):
        gc.collect(1)
    return weakref.ref(ring)


def look(collecting: Collecting) -> None:
    """Let it look once, as its timer does."""
    (timer,) = collecting.findChildren(QTimer)
    timer.timeout.emit()


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IDLE", 0)


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IDLE", 1_000)  # processors


@pytest.mark.usefixtures("busy")
def test_old_garbage_stays_while_something_is_done(collecting: Collecting) -> None:
    old = grow_old()
    kept = [[number] for number in range(20_000)]  # as many as make Python collect what is young
    look(collecting)
    assert kept
    assert old() is not None


@pytest.mark.usefixtures("idle")
def test_old_garbage_goes_when_nothing_is_done(collecting: Collecting) -> None:
    old = grow_old()
    look(collecting)
    assert old() is None


@pytest.mark.usefixtures("busy")
def test_who_is_never_idle_waits_no_longer_than_that(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = grow_old()
    monkeypatch.setattr(module, "PATIENCE", 0)
    look(collecting)
    assert old() is None


@pytest.mark.usefixtures("idle")
def test_nothing_is_gone_through_where_little_has_changed(collecting: Collecting) -> None:
    gc.collect()
    ring = Ring()
    gc.collect(1)
    seen = weakref.ref(ring)
    del ring
    look(collecting)
    assert seen() is not None


def test_it_looks_by_itself_and_sees_that_nothing_is_done(qtbot: QtBot, collecting: Collecting) -> None:
    (timer,) = collecting.findChildren(QTimer)
    old = grow_old()
    timer.setInterval(200)
    for _ in range(3):  # the first time what was done before counts
        with qtbot.waitSignal(timer.timeout):
            pass
    assert old() is None
