"""Old garbage is collected between other things, never in the middle of them."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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


def test_old_garbage_waits_for_its_turn(qtbot: QtBot, collecting: Collecting) -> None:
    timer = collecting.findChild(QTimer)
    assert timer is not None
    old = grow_old()
    kept = [[number] for number in range(20_000)]  # as many as make Python collect what is young

    assert kept
    assert old() is not None
    timer.setInterval(1)
    qtbot.waitUntil(lambda: old() is None)


def test_nothing_is_gone_through_where_little_has_changed(qtbot: QtBot, collecting: Collecting) -> None:
    timer = collecting.findChild(QTimer)
    assert timer is not None
    gc.collect()
    ring = Ring()
    gc.collect(1)
    seen = weakref.ref(ring)
    del ring
    with qtbot.waitSignal(timer.timeout):
        timer.setInterval(1)

    assert seen() is not None
