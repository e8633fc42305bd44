"""Everything in the reader can be reached, seen and left with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QGuiApplication, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.gui.reader.focus_mark import focused_link
from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import LIGHT
from tests.gui.reader.reader_samples import ARTICLE, CRITERION, context, find_asset

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def tab_to(reader: Reader, target: str) -> None:
    for _ in range(60):
        QTest.keyClick(reader.page, Qt.Key.Key_Tab)
        if reader.page.textCursor().charFormat().anchorHref() == target:
            return
    pytest.fail(f"Tab never reached {target}")


def colours_around(reader: Reader) -> set[str]:
    """Give the colours just outside the first line of the link that has the keyboard."""
    image = reader.page.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    around = focused_link(reader.page)[0].adjusted(-2, -1, 2, 1)
    row = range(int(around.left() * ratio) + 6, int(around.right() * ratio) - 6)
    return {QColor(image.pixel(x, round(around.top() * ratio))).name() for x in row}


def test_tab_reaches_every_link_in_order(reader: Reader) -> None:
    seen = []
    for _ in range(60):
        QTest.keyClick(reader.page, Qt.Key.Key_Tab)
        if not reader.page.hasFocus():
            break
        seen.append(reader.page.textCursor().charFormat().anchorHref())

    assert seen[:2] == ["procura:guidance", "term:terms/life-cycle-costing"]
    assert "https://example.org/a?b=c&d=e" in seen
    assert "#fn:1" in seen
    assert seen[-1] == "http://data.europa.eu/eli/dir/2014/24/oj" or "gpp-criteria" in seen[-1]


def test_tab_goes_on_from_the_outline_and_back_from_it(qtbot: QtBot, reader: Reader) -> None:
    def after(key: Qt.Key) -> QWidget:
        reader.outline.setFocus()
        qtbot.keyClick(reader.outline, key)
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    assert after(Qt.Key.Key_Tab) not in (reader.page, reader.outline)
    assert after(Qt.Key.Key_Backtab) is reader.page


def test_the_link_that_has_the_keyboard_is_marked(reader: Reader) -> None:
    tab_to(reader, "procura:guidance/needs-assessment#worked-example")

    assert LIGHT.focus in colours_around(reader)


def test_text_that_is_selected_is_no_link(reader: Reader) -> None:
    reader.page.setTextCursor(reader.page.document().find("sharing devices"))

    assert focused_link(reader.page) == []


def test_the_mark_goes_with_the_keyboard(reader: Reader) -> None:
    tab_to(reader, "procura:guidance/needs-assessment#worked-example")
    reader.outline.setFocus()

    assert focused_link(reader.page) == []


def test_enter_follows_a_link(qtbot: QtBot, reader: Reader) -> None:
    tab_to(reader, "procura:guidance/needs-assessment#worked-example")

    with qtbot.waitSignal(reader.address_requested) as asked:
        qtbot.keyClick(reader.page, Qt.Key.Key_Return)

    assert asked.args == ["guidance/needs-assessment#worked-example"]


def test_a_footnote_leads_there_and_back(qtbot: QtBot, reader: Reader) -> None:
    tab_to(reader, "#fn:1")
    qtbot.keyClick(reader.page, Qt.Key.Key_Return)
    down = reader.page.verticalScrollBar().value()
    tab_to(reader, "#fnref:1")
    qtbot.keyClick(reader.page, Qt.Key.Key_Return)

    assert down > reader.page.verticalScrollBar().value()


def test_escape_in_the_text_closes_what_lies_over_it(qtbot: QtBot, reader: Reader) -> None:
    reader.foot.tell("A message")
    qtbot.keyClick(reader.page, Qt.Key.Key_Escape)

    assert not reader.foot.isVisible()


def test_keys_copy_and_print(qtbot: QtBot, reader: Reader) -> None:
    qtbot.keyClick(reader.page, Qt.Key.Key_C, BOTH)
    assert "procura:main/guidance/lcc" in QGuiApplication.clipboard().text()

    qtbot.keyClick(reader.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = reader.findChild(QPrintDialog)
    assert dialog is not None
    dialog.close()


def test_shift_f3_opens_the_bar_when_it_is_closed(qtbot: QtBot, reader: Reader) -> None:
    qtbot.keyClick(reader.page, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)

    assert reader.find_bar.isVisible()


def test_a_button_says_its_key(reader: Reader) -> None:
    buttons = {found.text(): found.toolTip() for found in reader.row.findChildren(QToolButton)}

    assert buttons["Print"] == "Print (Ctrl+P)"


def test_of_two_readers_in_a_window_that_binds_the_key_too_the_seen_one_answers(qtbot: QtBot) -> None:
    window, stack, asked = QWidget(), QStackedWidget(), list[str]()
    QVBoxLayout(window).addWidget(stack)
    readers = [Reader(LIGHT, asset=find_asset) for _ in range(2)]
    for made, record in zip(readers, (ARTICLE, CRITERION), strict=True):
        made.show_record(record, context=context(record))
        stack.addWidget(made)
    bound = QAction("Find", window)
    bound.setShortcut(QKeySequence("Ctrl+F"))
    bound.triggered.connect(lambda: asked.append("window"))
    window.addAction(bound)
    qtbot.addWidget(window)
    stack.setCurrentIndex(1)
    with qtbot.waitActive(window):
        window.show()

    readers[1].page.setFocus()
    qtbot.keyClick(readers[1].page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert readers[1].find_bar.isVisible()
    assert readers[0].find_bar.isHidden()
    assert asked == []


def test_a_screen_reader_finds_the_text_and_its_outline(reader: Reader) -> None:
    page = QAccessible.queryAccessibleInterface(reader.page)
    outline = QAccessible.queryAccessibleInterface(reader.outline)

    assert page.text(QAccessible.Text.Name) == ARTICLE.title
    assert page.role() == QAccessible.Role.StaticText
    assert page.textInterface().characterCount() > len(ARTICLE.title)
    assert outline.text(QAccessible.Text.Name) == "On this page"
    assert outline.role() == QAccessible.Role.Tree
