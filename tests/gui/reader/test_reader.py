import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import DARK, LIGHT
from tests.gui.reader.reader_samples import ALL, ARTICLE, CRITERION, context

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints", extend=True
)  # only the offscreen platform says so


def button(within: QWidget, text: str) -> QAbstractButton:
    found = [
        child for child in within.findChildren(QAbstractButton) if child.text() == text and child.isVisible()
    ]
    assert found, text
    return found[0]


def place_of(reader: Reader, words: str) -> QPoint:
    page = reader.page
    found = page.document().find(words)
    assert not found.isNull(), words
    cursor = QTextCursor(page.document())
    cursor.setPosition(found.selectionStart() + 1)
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    return page.cursorRect(cursor).center() + QPoint(2, 0)


def click(reader: Reader, words: str) -> None:
    place = place_of(reader, words)
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=place)


def tab_to(reader: Reader, target: str) -> None:
    for _ in range(60):
        QTest.keyClick(reader.page, Qt.Key.Key_Tab)
        if reader.page.textCursor().charFormat().anchorHref() == target:
            return
    pytest.fail(f"Tab never reached {target}")


def test_a_link_to_a_record_asks_for_it(qtbot: QtBot, reader: Reader) -> None:
    with qtbot.waitSignal(reader.address_requested) as asked:
        click(reader, "needs assessment")

    assert asked.args == ["guidance/needs-assessment#worked-example"]


def test_a_crumb_asks_for_the_room(qtbot: QtBot, reader: Reader) -> None:
    with qtbot.waitSignal(reader.address_requested) as asked:
        click(reader, "Guidance")

    assert asked.args == ["guidance"]


def test_a_web_link_shows_its_address_and_opens_only_when_confirmed(qtbot: QtBot, reader: Reader) -> None:
    with qtbot.assertNotEmitted(reader.web_requested):
        click(reader, "the method")
    assert reader.foot.isVisible()
    assert reader.foot.accessibleName() == "https://example.org/a?b=c&d=e"

    with qtbot.waitSignal(reader.web_requested) as asked:
        qtbot.mouseClick(button(reader.foot, "Open in browser"), Qt.MouseButton.LeftButton)

    assert asked.args == ["https://example.org/a?b=c&d=e"]
    assert not reader.foot.isVisible()


def test_a_web_link_can_be_copied_or_cancelled(qtbot: QtBot, reader: Reader) -> None:
    click(reader, "the method")
    qtbot.mouseClick(button(reader.foot, "Copy address"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "https://example.org/a?b=c&d=e"

    qtbot.keyClick(button(reader.foot, "Cancel"), Qt.Key.Key_Escape)

    assert not reader.foot.isVisible()


@pytest.mark.parametrize("address", ["procura:", "procura:../x", "file:///etc/hosts", "javascript:alert(1)"])
def test_a_link_to_nothing_says_so(reader: Reader, address: str) -> None:
    reader.page.anchorClicked.emit(QUrl(address))

    assert "leads nowhere" in reader.foot.accessibleName()


def test_a_link_within_the_page_scrolls_and_a_missing_section_is_told(reader: Reader) -> None:
    reader.page.anchorClicked.emit(QUrl("#checklist"))
    assert reader.page.verticalScrollBar().value() > 0

    reader.page.anchorClicked.emit(QUrl("#nowhere"))

    assert "nowhere" in reader.foot.accessibleName()


def test_enter_on_a_term_explains_it_and_escape_returns(qtbot: QtBot, reader: Reader) -> None:
    tab_to(reader, "term:terms/life-cycle-costing")
    qtbot.keyClick(reader.page, Qt.Key.Key_Return)
    assert reader.popup.isVisible()
    assert "Adding up all costs" in reader.popup.accessibleDescription()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert not reader.popup.isVisible()
    assert reader.page.hasFocus()


def test_the_popup_opens_the_term(qtbot: QtBot, reader: Reader) -> None:
    tab_to(reader, "term:terms/lot")
    qtbot.keyClick(reader.page, Qt.Key.Key_Return)

    with qtbot.waitSignal(reader.address_requested) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert asked.args == ["terms/lot"]


def test_resting_on_a_term_explains_it_without_taking_the_keyboard(qtbot: QtBot, reader: Reader) -> None:
    QTest.mouseMove(reader.page.viewport(), place_of(reader, "life-cycle costing (LCC)"))
    qtbot.waitUntil(reader.popup.isVisible)
    assert reader.page.hasFocus()

    QTest.mouseMove(reader.page.viewport(), QPoint(3, 3))

    qtbot.waitUntil(lambda: not reader.popup.isVisible())


def test_find_counts_marks_and_goes_round(qtbot: QtBot, reader: Reader) -> None:
    qtbot.keyClick(reader.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(reader.find_bar.isVisible)
    qtbot.keyClicks(reader.find_bar.field, "printer")
    qtbot.waitUntil(lambda: " of " in reader.find_bar.count.text())
    total = len(reader.page.extraSelections())
    assert reader.find_bar.count.text() == f"1 of {total}"

    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_F3)
    assert reader.find_bar.count.text() == f"2 of {total}"
    for _ in range(2):
        qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert reader.find_bar.count.text() == f"{total} of {total}"

    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    assert reader.page.extraSelections() == []
    assert reader.page.hasFocus()


def test_find_says_when_there_is_nothing(qtbot: QtBot, reader: Reader) -> None:
    reader.find_bar.open_bar()
    qtbot.keyClicks(reader.find_bar.field, "zeppelin")

    qtbot.waitUntil(lambda: reader.find_bar.count.text() == "not found")


def test_the_outline_goes_to_a_heading_and_follows(qtbot: QtBot, reader: Reader) -> None:
    model = reader.outline.model()
    assert [model.index(row, 0).data() for row in range(2)] == ["Worked example", "Checklist"]

    law = model.index(0, 0, model.index(0, 0))
    qtbot.mouseClick(
        reader.outline.viewport(), Qt.MouseButton.LeftButton, pos=reader.outline.visualRect(law).center()
    )

    assert reader.page.verticalScrollBar().value() > 0
    assert reader.outline.currentIndex().data() == "What the law says"
    reader.page.verticalScrollBar().setValue(0)
    assert not reader.outline.currentIndex().isValid()


def test_a_narrow_reader_has_a_menu_instead_of_the_outline(reader: Reader) -> None:
    assert reader.outline.isVisible()

    reader.resize(480, 500)

    assert not reader.outline.isVisible()
    menu = reader.what_to_do.contents.menu()
    assert menu is not None
    menu.actions()[1].trigger()  # type: ignore[attr-defined]  # the stubs give QObject
    assert reader.page.verticalScrollBar().value() > 0


def test_actions_without_room_go_into_the_menu(reader: Reader) -> None:
    reader.resize(480, 500)
    more = button(reader, "More")
    assert isinstance(more, QToolButton)
    hidden = {action.text() for action in more.menu().actions()}
    shown = {child.text() for child in reader.row.findChildren(QToolButton) if child.isVisible()}

    assert "Save as PDF" in hidden
    offered = {action.text() for action in reader.what_to_do.in_row if action.isVisible()}
    assert (hidden | shown) - {"More"} == offered
    assert not hidden & shown


def test_copy_with_source_takes_selection_address_and_sources(reader: Reader) -> None:
    reader.page.setTextCursor(reader.page.document().find("sharing devices"))
    reader.take_along.copy_with_source()
    copied = QGuiApplication.clipboard().text()

    assert copied.startswith("sharing devices\n")
    assert "procura:main/guidance/lcc" in copied
    assert "http://data.europa.eu/eli/dir/2014/24/oj" in copied


def test_copy_with_source_names_confidence_and_release(reader: Reader) -> None:
    reader.show_record(ARTICLE, context=replace(context(ARTICLE), release="2026.11"))
    reader.take_along.copy_with_source()
    copied = QGuiApplication.clipboard().text()

    assert "library main 2026.11 (publisher not named), version 3" in copied
    assert "✓ Verified – The figures were read" in copied


def test_copy_with_source_gives_html_on_white_without_pictures(reader: Reader) -> None:
    reader.set_colours(DARK)
    reader.page.setTextCursor(reader.page.document().find("needs assessment"))
    reader.take_along.copy_with_source()
    html = QGuiApplication.clipboard().mimeData().html()

    assert "needs assessment" in html
    assert '<a href="http://data.europa.eu/eli/dir/2014/24/oj">' in html
    assert LIGHT.link in html
    assert DARK.link not in html
    assert "<img" not in html


def test_copy_with_source_takes_the_whole_text_if_nothing_is_selected(reader: Reader) -> None:
    reader.take_along.copy_with_source()

    assert "Fix the interest rate." in QGuiApplication.clipboard().text()


def test_copy_address(qtbot: QtBot, reader: Reader) -> None:
    qtbot.mouseClick(button(reader.row, "Copy address"), Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == "procura:main/guidance/lcc"


def test_a_pdf_is_saved_under_the_name_chosen(qtbot: QtBot, reader: Reader, tmp_path: Path) -> None:
    qtbot.mouseClick(button(reader.row, "Save as PDF"), Qt.MouseButton.LeftButton)
    dialog = reader.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("Life-cycle costing for office printers.pdf")

    dialog.fileSelected.emit(str(tmp_path / "text.pdf"))
    dialog.close()

    assert (tmp_path / "text.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved" in reader.foot.accessibleName()


def test_a_pdf_that_cannot_be_saved_is_told(reader: Reader, tmp_path: Path) -> None:
    reader.take_along.save_pdf(tmp_path / "missing" / "text.pdf")

    assert "Could not save" in reader.foot.accessibleName()


def test_a_pdf_that_the_disk_has_no_room_for_leaves_the_one_before(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "text.pdf").write_bytes(b"before")
    reader.take_along.save_pdf(tmp_path / "text.pdf")

    assert "No space left" in reader.foot.accessibleName()
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("text.pdf", b"before")]


def test_print_asks_for_a_printer(qtbot: QtBot, reader: Reader) -> None:
    qtbot.mouseClick(button(reader.row, "Print"), Qt.MouseButton.LeftButton)

    dialog = reader.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.parametrize("fraction", [0.0, 0.4, 1.0])
def test_the_reading_position_comes_back(reader: Reader, fraction: float) -> None:
    reader.show_record(ARTICLE, context=context(ARTICLE), position=fraction)

    assert reader.page.position == pytest.approx(fraction, abs=0.01)


def test_a_position_wanted_before_the_reader_is_shown_is_kept(qtbot: QtBot, reader: Reader) -> None:
    reader.hide()
    reader.show_record(ARTICLE, context=context(ARTICLE), position=0.5)
    reader.resize(700, 600)
    with qtbot.waitExposed(reader):
        reader.show()

    assert reader.page.position == pytest.approx(0.5, abs=0.01)


def test_scrolling_reports_the_position(qtbot: QtBot, reader: Reader) -> None:
    with qtbot.waitSignal(reader.position_changed) as told:
        qtbot.keyClick(reader.page, Qt.Key.Key_PageDown)

    assert 0 < told.args[0] < 1


def test_showing_another_record_reports_no_position(qtbot: QtBot, reader: Reader) -> None:
    reader.page.verticalScrollBar().setValue(300)

    with qtbot.assertNotEmitted(reader.position_changed):
        reader.show_record(CRITERION, context=context(CRITERION))

    assert reader.page.verticalScrollBar().value() == 0


def test_a_section_is_shown_at_the_top(reader: Reader) -> None:
    reader.show_record(ARTICLE, context=context(ARTICLE), section="what-the-law-says")

    assert reader.outline.currentIndex().data() == "What the law says"


def test_resizing_keeps_what_is_read(qtbot: QtBot, reader: Reader) -> None:
    reader.outline.heading_chosen.emit(1)
    before = reader.page.cursorForPosition(QPoint(40, 20)).block().text()
    assert before == "What the law says"

    reader.resize(640, 500)
    qtbot.wait(1)

    assert reader.page.cursorForPosition(QPoint(40, 20)).block().text() == before


def test_lines_hold_about_72_letters_in_a_wide_window(qtbot: QtBot, reader: Reader) -> None:
    reader.resize(1800, 700)
    qtbot.wait(1)
    page = reader.page
    layout = page.document().find("Compare what you will pay").block().layout()
    letters = [layout.lineAt(line).textLength() for line in range(layout.lineCount() - 1)]

    assert 55 <= max(letters) <= 80


def test_other_colours_and_sizes_keep_the_place(reader: Reader) -> None:
    reader.show_record(ARTICLE, context=context(ARTICLE), position=0.5)
    reader.set_colours(DARK)
    reader.set_text_scale(150)

    assert reader.page.position == pytest.approx(0.5, abs=0.02)
    assert DARK.link in reader.page.document().toHtml()


def test_the_manual_has_no_address(reader: Reader) -> None:
    reader.show_html("First steps", "<h2>One</h2><p>Text</p><h2>Two</h2><p>Text</p>")

    assert not reader.what_to_do.copy_address.isVisible()
    assert "First steps" in reader.page.toPlainText()
    assert reader.page.accessibleName() == "First steps"


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.kind)
def test_every_kind_is_shown(reader: Reader, record: object) -> None:
    reader.show_record(record, context=context(record))  # type: ignore[arg-type]  # parametrised


def test_every_control_has_a_name(reader: Reader) -> None:
    reader.find_bar.open_bar()
    buttons: list[QAbstractButton] = [
        *reader.row.findChildren(QToolButton),
        *reader.findChildren(QPushButton),
    ]

    assert all(button.accessibleName() or button.text() for button in buttons)
    assert reader.find_bar.field.accessibleName()
    assert reader.outline.accessibleName()
    assert reader.page.accessibleName() == ARTICLE.title


def test_a_place_left_by_hand_is_not_gone_back_to(qtbot: QtBot, reader: Reader) -> None:
    reader.show_record(ARTICLE, context=context(ARTICLE), section="checklist")
    reader.page.verticalScrollBar().setValue(0)

    reader.resize(700, 500)
    qtbot.wait(1)

    assert reader.page.verticalScrollBar().value() == 0
