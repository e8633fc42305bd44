"""A notice moves nothing, is reached by keyboard, and is in colours that fit what it says."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui.notice_bar import NoticeBar
from procura_desktop.gui.theme import DARK, LIGHT, Colours, style_sheet

LONG = "Saved: " + "a folder with a very long name / " * 30


@pytest.fixture
def at_work(qtbot: QtBot, desktop: Desktop) -> Desktop:
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    return desktop


@pytest.mark.parametrize("text", ["Backed up.", LONG], ids=["short", "long"])
def test_nothing_moves_when_a_notice_comes_and_goes(at_work: Desktop, text: str) -> None:
    pages, notice = at_work.window.pages, at_work.window.notice
    before = pages.geometry()

    notice.tell(text)
    QApplication.sendPostedEvents()
    assert pages.geometry() == before
    assert before.contains(notice.geometry())
    assert notice.geometry().bottom() > before.bottom() - 30
    notice.close_notice()
    assert pages.geometry() == before


def test_it_follows_the_window_and_is_on_top(qtbot: QtBot, at_work: Desktop) -> None:
    window = at_work.window
    window.notice.tell("Backed up.")
    window.resize(900, 560)
    at_work.router.open_address("manual")

    qtbot.waitUntil(lambda: window.pages.geometry().contains(window.notice.geometry()))
    middle = window.notice.mapTo(window, QPoint(8, window.notice.height() // 2))
    found = window.childAt(middle)
    assert found is not None
    assert found is window.notice or window.notice.isAncestorOf(found)


def test_the_keyboard_gets_there_and_escape_closes_it(qtbot: QtBot, at_work: Desktop) -> None:
    window = at_work.window
    window.notice.tell("Backed up.")
    for _ in range(6):
        window.focus_next_area()
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and focused.accessibleName() == "Close this notice":
            break
    else:
        pytest.fail("F6 does not lead to the notice")
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert window.notice.isHidden()


def test_a_screen_reader_is_told(at_work: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    alerts: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: alerts.append(event.object().text())
    )
    at_work.window.notice.tell("Backed up.")
    assert alerts == ["Backed up."]


def test_information_and_warnings_have_their_own_kind(at_work: Desktop) -> None:
    notice = at_work.window.notice
    notice.tell("Backed up.")
    assert kind_of(notice) == "info"
    notice.warn("The clock is behind.")
    assert (kind_of(notice), notice.text) == ("warning", "Backed up.\n\nThe clock is behind.")
    notice.mention("Undone: Move.")
    assert kind_of(notice) == "warning"
    notice.close_notice()
    notice.tell("Saved.")
    assert (kind_of(notice), notice.text) == ("info", "Saved.")


def test_one_mention_takes_the_place_of_the_one_before(at_work: Desktop) -> None:
    notice = at_work.window.notice
    notice.warn("The clock is behind.")
    for what in ("Move", "Weight"):
        notice.mention(f"Undone: {what}.")
    assert notice.text == "The clock is behind.\n\nUndone: Weight."
    notice.pass_by()
    assert (notice.text, notice.isVisible()) == ("The clock is behind.", True)


@pytest.mark.parametrize("colours", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")])
def test_the_ground_says_which(at_work: Desktop, colours: Colours) -> None:
    notice = at_work.window.notice
    notice.setStyleSheet(style_sheet(colours))
    notice.tell("Backed up.")
    assert ground(notice) == colours.note_soft
    notice.close_notice()
    notice.warn("The clock is behind.")
    assert ground(notice) == colours.warning_soft


def kind_of(notice: NoticeBar) -> str:
    return notice.kind  # it changes, which mypy would not believe of the attribute


def ground(notice: NoticeBar) -> str:
    picture = notice.grab().toImage()
    return str(picture.pixelColor(6, picture.height() // 2).name())
