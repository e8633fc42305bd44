"""The keys of the window; the list in the manual is checked against them."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.main_window import READER_KEYS
from procura_desktop.gui.manual import manual_folder
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.procurements.add_dialog import AddDialog
from tests.procurements import make_procurement

ARTICLE = "guidance/labels"
IN_FIELD = {
    "Down in the search field", "Enter in the search field", "Esc", "Up, Down in the navigation at the left",
}  # fmt: skip


@pytest.fixture
def found(qtbot: QtBot, desktop: Desktop) -> Desktop:
    """The window with results of a search."""
    desktop.window.activateWindow()
    desktop.window.top_bar.focus_field()
    with qtbot.waitSignal(desktop.router.pages.search.searched):
        qtbot.keyClicks(desktop.window.top_bar.field, "label")
    qtbot.waitUntil(lambda: desktop.router.pages.search.view.model().rowCount() > 0)
    return desktop


def test_down_moves_into_the_hits_and_escape_returns(qtbot: QtBot, found: Desktop) -> None:
    field, view = found.window.top_bar.field, found.router.pages.search.view

    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert view.hasFocus()
    assert view.currentIndex().row() == 0

    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert field.hasFocus()


def test_escape_empties_the_field(qtbot: QtBot, found: Desktop) -> None:
    with qtbot.waitSignal(found.router.pages.search.searched):
        qtbot.keyClick(found.window.top_bar.field, Qt.Key.Key_Escape)
    assert found.window.top_bar.field.text() == ""


def test_enter_waits_for_the_results_of_what_was_typed(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.pages.search  # noqa: B018 - the page is made before the typing starts
    field = desktop.window.top_bar.field
    qtbot.keyClicks(field, "label")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.router.pages.reader.isVisible())


def test_the_field_is_empty_in_other_places(found: Desktop) -> None:
    found.router.go(parse_place("glossary"))
    assert found.window.top_bar.field.text() == ""


def test_down_leads_into_any_list(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.router.go(parse_place("glossary"))
    desktop.window.top_bar.focus_field()
    qtbot.keyClick(desktop.window.top_bar.field, Qt.Key.Key_Down)
    assert desktop.router.pages.glossary.view.hasFocus()


def test_tab_goes_from_the_field_to_the_list_to_the_text(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.activateWindow()
    desktop.router.open_record(ARTICLE)
    desktop.window.top_bar.focus_field()
    seen = []
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        pages = desktop.router.pages
        areas = {"list": pages.guidance, "reader": pages.reader, "navigation": desktop.window.navigation}
        seen += [name for name, area in areas.items() if focused and area.isAncestorOf(focused)]
    order = list(dict.fromkeys(seen))
    assert order == ["list", "reader", "navigation"]


def spoken() -> str:
    """Give what a screen reader says of what has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return QAccessible.queryAccessibleInterface(focused).text(QAccessible.Text.Name)


@pytest.fixture
def navigating(qtbot: QtBot, desktop: Desktop) -> Desktop:
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.window.navigation.focus_first()
    assert spoken() == "Home"
    return desktop


def test_arrows_in_the_navigation_move_the_keyboard_and_open_nothing(
    qtbot: QtBot, navigating: Desktop
) -> None:
    heard = []
    with qtbot.assertNotEmitted(navigating.window.place_wanted):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
            qtbot.keyClick(QApplication.focusWidget(), key)
            heard.append(spoken())

    assert heard == ["Search", "Guidance", "Guidance", "Search"]
    assert navigating.window.pages.currentWidget() is navigating.router.pages.home


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_place_that_arrows_came_to_is_opened(qtbot: QtBot, navigating: Desktop, key: Qt.Key) -> None:
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)

    with qtbot.waitSignal(navigating.window.place_wanted) as wanted:
        qtbot.keyClick(QApplication.focusWidget(), key)

    assert wanted.args == ["guidance"]
    assert navigating.router.pages.guidance.isVisible()
    assert spoken() == "Guidance"  # one may go on to another place


def test_arrows_stay_at_the_ends_of_the_navigation_and_pass_hidden_places(
    qtbot: QtBot, navigating: Desktop
) -> None:
    navigating.window.navigation.hide_places(["search", "guidance"])
    heard = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, *[Qt.Key.Key_Down] * 9):
        qtbot.keyClick(QApplication.focusWidget(), key)
        heard.append(spoken())

    assert heard[:2] == ["Home", "Criteria"]
    assert heard[-2:] == ["Manual", "Manual"]


def test_in_a_low_window_the_place_that_has_the_keyboard_is_in_sight(
    qtbot: QtBot, navigating: Desktop
) -> None:
    navigating.window.resize(1024, 420)
    for _ in range(9):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    focused = QApplication.focusWidget()

    assert focused is not None
    assert focused.visibleRegion().boundingRect().height() == focused.height()


def test_tab_leaves_the_navigation_from_any_place_and_comes_back_to_the_marked(
    qtbot: QtBot, navigating: Desktop
) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    elsewhere = QApplication.focusWidget()
    assert elsewhere is not None
    assert not navigating.window.navigation.isAncestorOf(elsewhere)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert spoken() == "Home"


def test_the_keyboard_stays_on_the_page_when_what_had_it_is_hidden(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.router.open_record(ARTICLE)
    desktop.window.notice.tell("Something to know.")
    close = next(one for one in desktop.window.notice.findChildren(QPushButton) if one.text() == "Close")
    close.setFocus()

    qtbot.keyClick(close, Qt.Key.Key_Space)

    focused = QApplication.focusWidget()
    assert focused is not None
    assert desktop.router.pages.browse.isAncestorOf(focused)


@pytest.mark.parametrize("answer", [QDialog.accept, QDialog.reject])
def test_after_adding_what_one_reads_the_keyboard_is_where_it_was(
    qtbot: QtBot, desktop: Desktop, answer: Callable[[QDialog], None]
) -> None:
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.router.open_record("criteria/computers/ts6-battery-endurance")
    reader = desktop.router.pages.reader
    reader.page.setFocus()
    reader.what_to_do.choose.trigger()
    (dialog,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, AddDialog) and one.isVisible()
    ]

    answer(dialog)
    desktop.window.activateWindow()

    qtbot.waitUntil(reader.page.hasFocus)


def test_f6_goes_through_every_area(desktop: Desktop) -> None:
    window, pages = desktop.window, desktop.router.pages
    window.activateWindow()
    desktop.router.open_record(ARTICLE)
    window.top_bar.focus_field()
    for area in (pages.guidance, pages.reader, window.navigation, window.top_bar):
        window.focus_next_area()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert area.isAncestorOf(focused)


def test_copy_with_source_works_from_the_search_field(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.activateWindow()
    desktop.router.open_record(ARTICLE)
    desktop.window.top_bar.focus_field()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    qtbot.keyClick(desktop.window.top_bar.field, Qt.Key.Key_C, both)

    assert f"procura:main/{ARTICLE}" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("place", [ARTICLE, "manual", "groups/computers"])
def test_find_opens_wherever_a_text_is_shown(qtbot: QtBot, desktop: Desktop, place: str) -> None:
    desktop.window.activateWindow()
    desktop.router.go(parse_place(place))
    if place.startswith("groups/"):
        desktop.router.pages.group.show_view("text")
    desktop.window.top_bar.focus_field()

    qtbot.keyClick(desktop.window.top_bar.field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    reader = desktop.router.pages.visible_reader()
    assert reader is not None
    assert reader.find_bar.isVisible()


def test_keys_of_a_text_do_nothing_where_there_is_none(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.router.go(parse_place("home"))
    qtbot.keyClick(desktop.window.top_bar.field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def test_every_key_in_the_manual_is_bound(desktop: Desktop) -> None:
    text, _, _ = (
        (manual_folder() / "shortcuts.md").read_text(encoding="utf-8").partition("## In a procurement")
    )
    named = {
        key.strip()
        for line in text.splitlines()
        if (row := re.match(r"\| (.+?) \|", line)) and row[1] not in ("keys", "---", *IN_FIELD)
        for key in row[1].split(",")
    }
    bound = {
        sequence.toString().replace("Ctrl++", "Ctrl+Plus").replace("Ctrl+-", "Ctrl+Minus")
        for action in desktop.window.actions()
        for sequence in action.shortcuts()
    }
    assert {key.replace("Shift+F3", "F3") for key in named} <= bound | set(READER_KEYS)


@pytest.mark.parametrize("page", ["manual", "manual:shortcuts"])
def test_the_manual_is_reached(desktop: Desktop, page: str) -> None:
    desktop.window.place_wanted.emit(page)
    assert desktop.router.pages.manual.isVisible()


def test_ctrl_7_brings_the_keyboard_to_the_procurements(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    assert desktop.router.procuring.desk.start(make_procurement())
    desktop.window.top_bar.focus_field()

    qtbot.keyClick(desktop.window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is desktop.router.procuring.list_page.view
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desktop.window.pages.currentWidget() is desktop.router.procuring.page


def test_the_manual_has_its_pages_in_a_box_where_it_is_narrow(qtbot: QtBot, desktop: Desktop) -> None:
    page = desktop.router.pages.manual
    desktop.router.open_address("manual")
    assert isinstance(page.areas()[0], QListWidget)
    desktop.window.resize(640, 600)
    qtbot.waitUntil(lambda: isinstance(page.areas()[0], ChoiceBox))
    box = page.areas()[0]
    assert isinstance(box, ChoiceBox)
    with qtbot.waitSignal(page.page_chosen) as chosen:
        box.activated.emit(box.count() - 1)
    assert chosen.args == ["shortcuts"]
