"""What waits stands above the product groups, in a few lines, and not under a pointer that aims."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui import due_lines
from procura_desktop.gui.due_lines import DueLines
from procura_desktop.gui.focus import controls_in
from procura_desktop.gui.link_button import LinkButton
from procura_desktop.gui.tiles import GroupTiles


def lines(count: int) -> tuple[tuple[str, str], ...]:
    return tuple((f"procurements:{at}", f"Check {at} is overdue") for at in range(count))


def shown(box: DueLines) -> list[str]:
    return [one.accessibleName() for one in controls_in(box)]


def due(desktop: Desktop) -> DueLines:
    return desktop.router.pages.home.findChildren(DueLines)[0]


def test_nothing_is_there_while_nothing_waits(desktop: Desktop) -> None:
    desktop.router.pages.home.set_waiting(lines(2))
    assert due(desktop).isVisible()

    desktop.router.pages.home.set_waiting(())
    assert not due(desktop).isVisible()


def test_it_stands_above_the_product_groups(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.pages.home.set_waiting(lines(1))
    tiles = desktop.router.pages.home.findChildren(GroupTiles)[0]

    qtbot.waitUntil(lambda: due(desktop).geometry().bottom() < tiles.y())
    assert due(desktop).y() < desktop.router.pages.home.height() // 3


def test_the_rest_is_counted_and_shown_on_demand(qtbot: QtBot) -> None:
    box = DueLines()
    qtbot.addWidget(box)
    box.set_lines(lines(5))
    box.show()
    assert shown(box) == ["Check 0 is overdue", "Check 1 is overdue", "and 3 more"]

    controls_in(box)[-1].click()  # type: ignore[attr-defined] # a button
    assert shown(box) == [words for _, words in lines(5)]


def test_one_line_more_is_not_hidden_behind_a_line(qtbot: QtBot) -> None:
    box = DueLines()
    qtbot.addWidget(box)
    box.set_lines(lines(due_lines.AT_FIRST + 1))
    box.show()
    assert len(shown(box)) == due_lines.AT_FIRST + 1


def test_a_line_leads_to_its_place(qtbot: QtBot) -> None:
    box = DueLines()
    qtbot.addWidget(box)
    box.set_lines(lines(2))
    with qtbot.waitSignal(box.chosen) as chosen:
        box.findChildren(LinkButton)[1].click()
    assert chosen.args == ["procurements:1"]


def test_no_tile_moves_under_a_pointer_that_aims(
    qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = iter([QPoint(1, 1), QPoint(2, 2)])
    last = QPoint(3, 3)
    monkeypatch.setattr(QCursor, "pos", lambda: next(places, last))
    monkeypatch.setattr(GroupTiles, "underMouse", lambda _tiles: True)

    desktop.router.pages.home.set_waiting(lines(1))
    assert not due(desktop).isVisible()
    qtbot.waitUntil(lambda: due(desktop).isVisible())  # the pointer rests
    assert next(places, None) is None
    assert any(label.text() == "Waiting for you" for label in due(desktop).findChildren(QLabel))
