"""The page of a procurement: where the keyboard is, and what fits."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QSplitter
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.gui.chips import Chips
from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.focus import has_focus_inside
from procura_desktop.gui.procurements.award_panel import AwardPanel
from procura_desktop.gui.procurements.documents_panel import DocumentsPanel
from procura_desktop.gui.procurements.fields import ChoiceField, LineField
from procura_desktop.gui.procurements.rows import Rows
from procura_desktop.gui.procurements.start_dialog import Start
from procura_desktop.settings.folders import Folders
from tests.gui.procurements.screens import named
from tests.procurements import make_procurement


def test_the_keyboard_comes_along_to_the_list_and_back(qtbot: QtBot, opened: Desktop) -> None:
    procuring, window = opened.router.procuring, opened.window
    window.activateWindow()
    window.focus_page()
    qtbot.waitUntil(lambda: has_focus_inside(procuring.page))
    procuring.place_wanted.emit("procurements")
    assert QApplication.focusWidget() is procuring.list_page.view

    qtbot.keyClick(procuring.list_page.view, Qt.Key.Key_Return)
    assert has_focus_inside(procuring.page)


def test_a_place_that_a_finding_names_has_the_keyboard(opened: Desktop) -> None:
    procuring = opened.router.procuring
    opened.window.activateWindow()
    procuring.go("laptops-2026", "checks")
    opened.window.focus_page()
    procuring.go("laptops-2026", "criteria", "award-1")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Chosen criteria"


def test_what_was_mentioned_goes_with_the_page(opened: Desktop) -> None:
    notice = opened.window.notice
    opened.router.procuring.told.emit("Added to “Laptops”.")
    assert notice.isVisible()
    opened.router.procuring.place_wanted.emit("procurements")
    assert not notice.isVisible()


def test_what_must_be_read_stays_when_the_page_goes(opened: Desktop) -> None:
    notice = opened.window.notice
    notice.tell("The clock is behind.")
    opened.router.procuring.told.emit("Added to “Laptops”.")
    opened.router.procuring.place_wanted.emit("procurements")
    assert "The clock is behind." in notice.text
    assert notice.isVisible()


@pytest.mark.parametrize(
    ("scale", "orientation"), [(100, Qt.Orientation.Horizontal), (200, Qt.Orientation.Vertical)]
)
def test_two_parts_stand_above_each_other_where_letters_are_large(
    qtbot: QtBot, opened: Desktop, scale: int, orientation: Qt.Orientation
) -> None:
    opened.window.resize(1024, 600)
    opened.look.set_text_scale(scale)
    panes = opened.router.procuring.page.findChild(QSplitter)
    assert panes is not None
    qtbot.waitUntil(lambda: panes.orientation() == orientation)


def test_undo_is_no_wider_than_its_word_needs(qtbot: QtBot, opened: Desktop) -> None:
    opened.window.resize(760, 600)
    page = opened.router.procuring.page
    assert opened.router.procuring.desk.change_head("Buyer", lambda head: Head(title=head.title))
    [undo] = [one for one in page.findChildren(QPushButton) if one.text() == "Undo"]
    qtbot.waitUntil(lambda: undo.width() <= undo.sizeHint().width())


def test_a_small_purchase_begins_with_one_document(opened: Desktop) -> None:
    procuring = opened.router.procuring
    small = Procurement(id="small", head=Head(title="Desks", procedure="below-threshold"))
    assert procuring.desk.start(small)
    procuring.go("small", "documents")
    panel = procuring.page.panel("documents")
    assert isinstance(panel, DocumentsPanel)
    assert [kind for kind, box in panel.boxes.items() if box.isChecked()] == ["specification"]


@pytest.mark.parametrize("redo", ["Ctrl+Y", "Ctrl+Shift+Z"])
def test_undo_and_redo_have_all_their_keys(qtbot: QtBot, opened: Desktop, redo: str) -> None:
    procuring = opened.router.procuring
    opened.window.activateWindow()
    opened.window.focus_page()
    assert procuring.desk.change_head("Buyer", lambda head: Head(title=head.title, buyer="Town"))
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    one = procuring.desk.procurement
    assert one is not None
    assert one.head.buyer != "Town"

    qtbot.keySequence(focused, QKeySequence(redo))
    one = procuring.desk.procurement
    assert one is not None
    assert one.head.buyer == "Town"


def test_the_documents_begin_in_the_language_of_the_policy_and_can_have_another(
    opened: Desktop, places: Folders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    procuring = opened.router.procuring
    policy = tmp_path / "policy.toml"
    policy.write_text("[locked]\ncontent_language = 'nl'\n")
    monkeypatch.setattr(opened, "_places", replace(places, policy=policy))
    made = procuring.beginning.new(
        Start(title="Stoelen", group="", earlier="", ambition="core", small=False, propose=False)
    )
    assert made.head.language == "nl"

    assert procuring.desk.start(made)
    procuring.go(made.id, "about")
    [box] = [one for one in opened.window.findChildren(ChoiceField) if "Language" in one.accessibleName()]
    assert box.currentText() == "Dutch"
    box.setCurrentIndex(box.findData("de"))
    box.activated.emit(box.currentIndex())
    assert procuring.desk.read(made.id).head.language == "de"


def test_a_language_without_words_names_itself(opened: Desktop) -> None:
    procuring = opened.router.procuring
    assert procuring.desk.start(Procurement(id="other", head=Head(title="Tuolit", language="fi")))
    procuring.go("other", "about")
    [box] = [one for one in opened.window.findChildren(ChoiceField) if "Language" in one.accessibleName()]
    assert box.currentText() == "fi"


def taken_out(opened: Desktop) -> list[int]:
    """Take criteria out in two steps; give how many there were before each."""
    desk, counts = opened.router.procuring.desk, []
    for name in ("Take out 2 criteria", "Take out 1 criterion"):
        assert desk.procurement is not None
        counts.append(len(desk.procurement.items))
        assert desk.apply(name, lambda one: replace(one, items=one.items[1:]))
    return counts


def test_undo_says_on_the_button_and_afterwards_what_it_undoes(opened: Desktop) -> None:
    opened.window.resize(1440, 900)
    taken_out(opened)
    page, notice = opened.router.procuring.page, opened.window.notice
    (undo,) = [one for one in page.findChildren(QPushButton) if one.text().startswith("Undo")]
    assert undo.text() == "Undo: Take out 1 criterion"
    width = undo.width()

    undo.click()
    assert notice.text.startswith("Undone: Take out 1 criterion. Redo with Ctrl+")
    assert undo.text() == "Undo: Take out 2 criteria"
    undo.click()
    assert notice.text.startswith("Undone: Take out 2 criteria. Redo with Ctrl+")
    assert undo.width() == width

    page.redo()
    assert notice.text == "Done again: Take out 2 criteria. Undo with Ctrl+Z."


def test_undo_has_one_word_where_there_is_no_room(opened: Desktop) -> None:
    opened.window.resize(700, 600)
    taken_out(opened)
    page = opened.router.procuring.page
    assert [one.text() for one in page.findChildren(QPushButton) if one.text().startswith("Undo")] == ["Undo"]
    page.undo()
    assert "Undone: Take out 1 criterion" in opened.window.notice.text


def test_in_a_low_window_the_steps_are_a_box_and_the_title_one_line(qtbot: QtBot, opened: Desktop) -> None:
    page = opened.router.procuring.page
    assert isinstance(page.areas()[0], Chips)
    opened.look.set_text_scale(200)
    opened.window.resize(1024, 600)
    qtbot.waitUntil(lambda: isinstance(page.areas()[0], ChoiceBox))
    box = page.areas()[0]
    assert isinstance(box, ChoiceBox)
    assert box.isVisible()
    assert box.currentData() == "criteria"

    box.setCurrentIndex(box.findData("award"))
    box.activated.emit(box.currentIndex())
    assert page.panel("award") is not None
    assert box.currentData() == "award"
    opened.look.set_text_scale(100)
    qtbot.waitUntil(lambda: isinstance(page.areas()[0], Chips) and not box.isVisible())


def test_with_large_letters_the_weights_fit_the_width(qtbot: QtBot, opened: Desktop) -> None:
    opened.look.set_text_scale(200)
    opened.window.resize(1024, 600)
    opened.router.procuring.go("laptops-2026", "award")
    panel = opened.router.procuring.page.panel("award")
    assert panel is not None
    (rows, *_) = panel.findChildren(Rows)
    area = panel.parentWidget()
    assert area is not None
    qtbot.waitUntil(lambda: panel.width() <= area.width())
    assert rows.width() >= rows.minimumSizeHint().width()
    opened.look.set_text_scale(100)


def test_another_procurement_is_not_shown_in_a_part_that_is_left(
    opened: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    procuring = opened.router.procuring
    procuring.go("laptops-2026", "award")
    panel = procuring.page.panel("award")
    assert isinstance(panel, AwardPanel)
    shown: list[str] = []
    monkeypatch.setattr(panel, "show_procurement", lambda one: shown.append(one.id))
    assert procuring.desk.start(replace(make_procurement(), id="another"))
    assert shown == ["another"]  # nothing says that another part will be turned to
    procuring.go("laptops-2026", "about")

    assert shown == ["another"]
    about = procuring.page.panel("about")
    assert about is not None
    assert named(about, LineField, "Title").text() == make_procurement().head.title
