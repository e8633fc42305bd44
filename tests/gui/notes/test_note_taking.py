"""Bookmarks, notes and highlights while one reads."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.anchors import Anchor
from procura_desktop.errors import WorkspaceFullError
from procura_desktop.gui.link_button import LinkButton
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.reader.margin import mark_at, places
from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import CONTRAST, DARK, LIGHT
from procura_desktop.library.open import open_library
from procura_desktop.workspace.bookmarks import Bookmarks
from procura_desktop.workspace.notes import LONGEST_NOTE, Note, Notes
from procura_desktop.workspace.workspace import open_for_reading
from tests.factories import build_sample, make_article, sample_records
from tests.gui.notes.conftest import ADDRESS, PASSAGE, RECORD, select

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LOST = Anchor("a passage that no edition has any more")


def kept(desktop: Desktop) -> tuple[Note, ...]:
    """Read what is on the disk."""
    with open_for_reading(desktop.router._workspace.path) as workspace:  # noqa: SLF001 - as another program
        return Notes(workspace).all()


def marked(desktop: Desktop) -> dict[str, str]:
    with open_for_reading(desktop.router._workspace.path) as workspace:  # noqa: SLF001 - as another program
        return {one.address: one.folder for one in Bookmarks(workspace).all()}


def press(reader: Reader, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL_SHIFT) -> None:
    QTest.keyClick(reader.page, key, modifier)


def add(desktop: Desktop, reader: Reader, **what: object) -> Note:
    made = desktop.router.noting._notes.add(ADDRESS, "Labels", **what)  # type: ignore[arg-type] # noqa: SLF001 - test data
    desktop.router.noting.changes.changed.emit()
    assert reader.notes.address == ADDRESS
    return made


def click(reader: Reader, at: QPoint) -> None:
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=at)


def middle(reader: Reader, words: str) -> QPoint:
    found = reader.page.document().find(words)
    cursor = QTextCursor(reader.page.document())
    cursor.setPosition(found.selectionStart() + len(words) // 2)
    return reader.page.cursorRect(cursor).center() + QPoint(2, 0)


def test_a_key_highlights_what_is_selected(desktop: Desktop, reader: Reader) -> None:
    select(reader, PASSAGE)
    press(reader, Qt.Key.Key_H)

    (note,) = kept(desktop)
    assert (note.address, note.colour, note.words) == (ADDRESS, "yellow", "")
    assert note.anchor is not None
    assert note.anchor.quote == PASSAGE
    assert not reader.page.textCursor().hasSelection()
    (painted,) = reader.page.extraSelections()
    assert painted.cursor.selectedText() == PASSAGE
    assert painted.format.background().color() == QColor(LIGHT.pen_yellow)


def test_a_highlight_is_no_part_of_the_text(desktop: Desktop, reader: Reader) -> None:
    before = reader.page.document().toHtml()
    select(reader, PASSAGE)
    press(reader, Qt.Key.Key_H)

    assert len(kept(desktop)) == 1
    assert reader.page.document().toHtml() == before


def test_without_a_passage_it_says_how_to_select_one(desktop: Desktop, reader: Reader) -> None:
    press(reader, Qt.Key.Key_H)

    assert reader.foot.isVisible()
    assert "F7" in reader.foot.accessibleName()
    assert kept(desktop) == ()


def test_what_find_has_found_can_be_highlighted(qtbot: QtBot, desktop: Desktop, reader: Reader) -> None:
    reader.find_bar.open_bar()
    reader.find_bar.field.setText("a label and")
    qtbot.waitUntil(lambda: reader.find_bar.hit is not None)
    reader.page.setFocus()
    press(reader, Qt.Key.Key_H)

    (note,) = kept(desktop)
    assert note.anchor is not None
    assert note.anchor.quote == "a label and"


def test_f7_lets_the_arrows_select(desktop: Desktop, reader: Reader) -> None:
    press(reader, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    assert reader.page.has_caret
    for _ in range(6):
        press(reader, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(reader.page.textCursor().selectedText()) == 6
    press(reader, Qt.Key.Key_H)
    assert len(kept(desktop)) == 1

    press(reader, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    assert not reader.page.has_caret


def test_a_note_is_kept_while_it_is_typed(qtbot: QtBot, desktop: Desktop, reader: Reader) -> None:
    select(reader, PASSAGE)
    press(reader, Qt.Key.Key_N)
    assert reader.notes.box.field.hasFocus()
    qtbot.keyClicks(reader.notes.box.field, "Ask the office")

    qtbot.waitUntil(lambda: [note.words for note in kept(desktop)] == ["Ask the office"])
    assert [mark.words for _, mark in places(reader.page, reader.page.marks)] == ["Ask the office"]


def test_a_note_without_a_passage_is_on_the_whole_text(
    qtbot: QtBot, desktop: Desktop, reader: Reader
) -> None:
    press(reader, Qt.Key.Key_N)
    qtbot.keyClicks(reader.notes.box.field, "Read again")
    qtbot.keyClick(reader.notes.box.field, Qt.Key.Key_Escape)

    (note,) = kept(desktop)
    assert (note.anchor, note.words) == (None, "Read again")
    assert reader.notes.box.isHidden()
    assert reader.page.hasFocus()


def test_who_writes_nothing_keeps_nothing(qtbot: QtBot, desktop: Desktop, reader: Reader) -> None:
    select(reader, PASSAGE)
    press(reader, Qt.Key.Key_N)
    qtbot.keyClick(reader.notes.box.field, Qt.Key.Key_Escape)

    assert kept(desktop) == ()


def test_the_last_words_are_kept_when_another_text_is_opened(
    qtbot: QtBot, desktop: Desktop, reader: Reader
) -> None:
    press(reader, Qt.Key.Key_N)
    qtbot.keyClicks(reader.notes.box.field, "Half a th")
    desktop.router.open_record("guidance/needs")

    assert [(note.address, note.words) for note in kept(desktop)] == [(ADDRESS, "Half a th")]
    assert reader.notes.box.isHidden()
    assert not reader.what_to_do.notes.isVisible()


def test_a_click_on_the_passage_or_on_its_mark_opens_the_note(desktop: Desktop, reader: Reader) -> None:
    select(reader, PASSAGE)
    press(reader, Qt.Key.Key_H)
    assert reader.foot.isVisible()
    click(reader, middle(reader, PASSAGE))
    assert reader.notes.box.isVisible()
    assert reader.foot.isHidden()  # what it said is done
    reader.notes.box.field.setPlainText("Why?")
    reader.notes.box.close_wanted.emit()

    ((place, _),) = places(reader.page, reader.page.marks)
    click(reader, place.center())

    assert reader.notes.box.isVisible()
    assert reader.notes.box.field.toPlainText() == "Why?"
    assert len(kept(desktop)) == 1


def test_a_click_elsewhere_opens_nothing(reader: Reader) -> None:
    select(reader, PASSAGE)
    press(reader, Qt.Key.Key_H)
    assert mark_at(reader.page, reader.page.marks, 3, 3) is None

    click(reader, middle(reader, "How to ask"))

    assert reader.notes.box.isHidden()


def test_the_same_passage_again_opens_what_is_there(desktop: Desktop, reader: Reader) -> None:
    for key in (Qt.Key.Key_H, Qt.Key.Key_H, Qt.Key.Key_N):
        select(reader, PASSAGE)
        press(reader, key)

    assert reader.notes.box.isVisible()
    assert len(kept(desktop)) == 1


def test_another_colour_is_remembered_for_the_next(qtbot: QtBot, desktop: Desktop, reader: Reader) -> None:
    select(reader, PASSAGE)
    press(reader, Qt.Key.Key_H)
    reader.notes.open_note(kept(desktop)[0].id)
    blue = next(chip for chip in reader.notes.box.colours.findChildren(QPushButton) if chip.text() == "Blue")
    qtbot.mouseClick(blue, Qt.MouseButton.LeftButton)
    reader.notes.box.close_wanted.emit()
    select(reader, "How to ask")
    press(reader, Qt.Key.Key_H)

    assert [note.colour for note in kept(desktop)] == ["blue", "blue"]


def test_every_note_is_reached_without_the_mouse(desktop: Desktop, reader: Reader) -> None:
    add(desktop, reader, anchor=Anchor(PASSAGE), words="Why?")
    add(desktop, reader, words="On all of it")
    add(desktop, reader, anchor=LOST, colour="pink")
    reader.what_to_do.notes_menu.aboutToShow.emit()

    entries = {action.text(): action for action in reader.what_to_do.notes_menu.actions()}
    assert len(entries) == 3
    assert f"“{PASSAGE}” – Why?" in entries
    assert f"“{LOST.quote}” (has lost its place)" in entries
    entries[f"“{PASSAGE}” – Why?"].trigger()
    assert reader.notes.box.field.toPlainText() == "Why?"
    assert reader.notes.box.field.hasFocus()


def test_a_deleted_note_comes_back(qtbot: QtBot, desktop: Desktop, reader: Reader) -> None:
    note = add(desktop, reader, anchor=Anchor(PASSAGE), words="Why?", colour="green")
    reader.notes.open_note(note.id)
    delete = next(one for one in reader.notes.box.findChildren(QPushButton) if one.text() == "Delete")
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert kept(desktop) == ()
    assert reader.page.extraSelections() == []

    back = next(
        one for one in desktop.window.notice.findChildren(QPushButton) if one.text() == "Bring it back"
    )
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)

    assert kept(desktop) == (note,)
    assert len(reader.page.extraSelections()) == 1
    assert desktop.window.notice.isHidden()


def test_a_note_that_lost_its_place_stands_above_the_text(desktop: Desktop, reader: Reader) -> None:
    add(desktop, reader, anchor=LOST, words="Was this for us?")
    assert reader.notes.loose.isVisible()
    assert reader.page.extraSelections() == []
    (link,) = reader.notes.loose.findChildren(LinkButton)
    assert link.accessibleName() == f"“{LOST.quote}” – Was this for us?"

    link.click()
    assert reader.notes.box.field.toPlainText() == "Was this for us?"
    assert reader.notes.loose.isHidden()

    reader.notes.box.close_wanted.emit()
    assert reader.notes.loose.isVisible()


def test_large_text_in_a_small_window_leaves_room_for_note_and_passage(
    desktop: Desktop, reader: Reader
) -> None:
    note = add(desktop, reader, anchor=Anchor(PASSAGE), words="Why?", colour="blue")
    add(desktop, reader, anchor=LOST)
    desktop.window.resize(1024, 600)
    for _ in range(10):
        desktop.window.larger_wanted.emit()
    reader.notes.open_note(note.id)

    box = reader.notes.box
    layout = box.layout()
    assert layout is not None
    assert box.height() >= layout.minimumHeightForWidth(box.width())
    assert box.field.height() >= box.field.fontMetrics().lineSpacing() + 10
    passage = QTextCursor(reader.page.document())
    passage.setPosition(reader.page.marks[0].start)
    assert reader.page.viewport().rect().contains(reader.page.cursorRect(passage))


def test_the_lost_ones_can_be_hidden_until_there_is_another(
    qtbot: QtBot, desktop: Desktop, reader: Reader
) -> None:
    add(desktop, reader, anchor=LOST)
    hide = next(one for one in reader.notes.loose.findChildren(QPushButton) if one.text() == "Hide")
    qtbot.mouseClick(hide, Qt.MouseButton.LeftButton)
    desktop.router.open_record("guidance/needs")
    desktop.router.open_record(RECORD)
    assert reader.notes.loose.isHidden()

    add(desktop, reader, anchor=Anchor("another one that is gone for good"))
    assert reader.notes.loose.isVisible()


def test_marks_stay_at_their_passage_in_every_look_and_width(desktop: Desktop, reader: Reader) -> None:
    add(desktop, reader, anchor=Anchor(PASSAGE), words="Why?", colour="pink")
    for colours in (DARK, CONTRAST, LIGHT):
        reader.set_colours(colours)
        (painted,) = reader.page.extraSelections()
        assert painted.cursor.selectedText() == PASSAGE
        assert painted.format.background().color() == QColor(colours.pen_pink)
    for width in (700, 1500):
        desktop.window.resize(width, 700)
        ((place, _),) = places(reader.page, reader.page.marks)
        assert 0 <= place.left() < place.right() < reader.page.viewport().width()
        assert abs(place.center().y() - middle(reader, PASSAGE).y()) < 40


def test_find_marks_its_hits_beside_the_highlights(qtbot: QtBot, desktop: Desktop, reader: Reader) -> None:
    add(desktop, reader, anchor=Anchor(PASSAGE), colour="pink")
    reader.find_bar.open_bar()
    reader.find_bar.field.setText("label")
    qtbot.waitUntil(lambda: reader.find_bar.hit is not None)
    assert len(reader.page.extraSelections()) > 1

    reader.find_bar.close_bar()
    assert len(reader.page.extraSelections()) == 1


def test_a_key_sets_a_bookmark_and_takes_it_out(qtbot: QtBot, desktop: Desktop, reader: Reader) -> None:
    press(reader, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert marked(desktop) == {ADDRESS: ""}
    assert reader.what_to_do.bookmark.text() == "Bookmarked"

    press(reader, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert marked(desktop) == {}
    assert reader.what_to_do.bookmark.text() == "Bookmark"

    back = next(
        one for one in desktop.window.notice.findChildren(QPushButton) if one.text() == "Bring it back"
    )
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert marked(desktop) == {ADDRESS: ""}
    assert reader.what_to_do.bookmark.text() == "Bookmarked"


def test_the_menu_chooses_a_folder_and_makes_one(desktop: Desktop, reader: Reader) -> None:
    menu = reader.what_to_do.bookmark_menu
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "In a new folder…").trigger()
    (dialog,) = desktop.window.findChildren(QInputDialog)
    dialog.setTextValue("Laptops")
    dialog.accept()
    assert marked(desktop) == {ADDRESS: "Laptops"}

    menu.aboutToShow.emit()
    chosen = [action.text() for action in menu.actions() if action.isChecked()]
    assert chosen == ["Laptops"]
    next(action for action in menu.actions() if action.text() == "In no folder").trigger()
    assert marked(desktop) == {ADDRESS: ""}


def test_the_manual_has_neither(desktop: Desktop) -> None:
    desktop.router.go(parse_place("manual"))
    do = desktop.router.pages.manual.reader.what_to_do

    assert not any(action.isVisible() for action in (do.bookmark, do.note, do.highlight, do.notes))


def test_the_keys_work_from_anywhere_in_the_window(desktop: Desktop, reader: Reader) -> None:
    desktop.router.pages.guidance.view.setFocus()
    QTest.keyClick(desktop.router.pages.guidance.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    assert marked(desktop) == {ADDRESS: ""}
    assert reader.what_to_do.bookmark.text() == "Bookmarked"


def test_notes_stay_at_their_passage_in_another_edition(
    qtbot: QtBot, desktop: Desktop, reader: Reader, tmp_path: Path
) -> None:
    add(desktop, reader, anchor=Anchor(PASSAGE, "How to ask for a label and "), words="Why?")
    summary = "New. How to ask for labels and stay well within the law."
    other = [one for one in sample_records() if one.id != RECORD]
    newer = build_sample(tmp_path / "newer.sqlite", records=(*other, make_article(summary=summary)))
    desktop.library = open_library(newer)

    desktop.router.use_library(desktop.library, {}, (LIGHT, 100))
    now = desktop.router.pages.reader
    qtbot.waitUntil(now.isVisible)

    (mark,) = now.page.marks
    cursor = QTextCursor(now.page.document())
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "stay well within the law"
    assert now.notes.loose.isHidden()
    now.notes.open_note(mark.note)
    assert now.notes.box.field.toPlainText() == "Why?"


def test_a_note_far_down_in_a_long_text_has_its_place_at_once(
    qtbot: QtBot, desktop: Desktop, reader: Reader, tmp_path: Path
) -> None:
    add(desktop, reader, anchor=Anchor("the last line of all"), words="Why?")
    html = "<h2>One</h2>" + "<p>A line of a text that is longer than the screen.</p>" * 200
    other = [one for one in sample_records() if one.id != RECORD]
    long = make_article(html=f"{html}<p>Here is the last line of all.</p>")
    desktop.library = open_library(build_sample(tmp_path / "long.sqlite", records=(*other, long)))
    desktop.router.use_library(desktop.library, {}, (LIGHT, 100))
    now = desktop.router.pages.reader
    qtbot.waitUntil(now.isVisible)

    for _ in range(2):
        desktop.router.step(-1)
        desktop.router.step(1)

        assert len(now.page.marks) == 1
        assert now.notes.loose.isHidden()
    now.notes.open_note(now.page.marks[0].note)
    at = QTextCursor(now.page.document())
    at.setPosition(now.page.marks[0].start)
    assert 0 <= now.page.cursorRect(at).top() < now.page.viewport().height()


def test_a_full_disk_is_told_once_while_one_types(
    desktop: Desktop, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[Exception] = []
    desktop.router.failed.disconnect()
    desktop.router.failed.connect(failures.append)

    def full(*_: object, **__: object) -> Note:
        raise WorkspaceFullError(path=Path("workspace.sqlite"))

    with monkeypatch.context() as patch:
        patch.setattr(Notes, "add", full)
        press(reader, Qt.Key.Key_N)
        for words in ("Half", "Half a", "Half a thought"):
            reader.notes.box.field.setPlainText(words)
            reader.notes.box.hand_on()
        assert [type(failure) for failure in failures] == [WorkspaceFullError]

    reader.notes.box.hand_on()
    assert [note.words for note in kept(desktop)] == ["Half a thought"]


def test_a_note_that_was_only_read_is_not_written(desktop: Desktop, reader: Reader) -> None:
    note = add(desktop, reader, words="85\u00a0% or\u2028more")
    reader.notes.open_note(note.id)
    reader.notes.box.close_wanted.emit()

    assert kept(desktop) == (note,)


def test_a_blank_that_does_not_break_stays_in_a_note(qtbot: QtBot, desktop: Desktop, reader: Reader) -> None:
    note = add(desktop, reader, words="85\u00a0%")
    reader.notes.open_note(note.id)
    qtbot.keyClicks(reader.notes.box.field, "!")
    reader.notes.box.close_wanted.emit()

    assert [one.words for one in kept(desktop)] == ["85\u00a0%!"]


def test_what_a_note_has_no_room_for_is_told(reader: Reader, desktop: Desktop) -> None:
    press(reader, Qt.Key.Key_N)
    box = reader.notes.box
    box.field.setPlainText("x" * (LONGEST_NOTE + 1))
    box.hand_on()
    (note,) = kept(desktop)

    assert len(note.words) == LONGEST_NOTE
    assert any(
        one.text() == "A note has room for 20,000 characters: the end of this one is not kept."
        for one in box.findChildren(QLabel)
        if one.isVisible()
    )
    box.field.setPlainText("x" * LONGEST_NOTE)
    assert not any("has room for" in one.text() for one in box.findChildren(QLabel) if one.isVisible())
