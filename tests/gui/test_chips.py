"""Chips: one of several."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop.gui.chips import Chips


def test_a_chip_is_chosen_by_keyboard(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_chips([("", "All 5"), ("case", "Cases 3")], "")
    chips.show()
    button = chips.findChildren(QPushButton)[1]

    with qtbot.waitSignal(chips.chosen) as chosen:
        qtbot.keyClick(button, Qt.Key.Key_Space)

    assert chosen.args == ["case"]


def test_new_counts_keep_the_buttons(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_chips([("", "All 5"), ("case", "Cases 3")], "case")
    before = chips.findChildren(QPushButton)

    chips.set_chips([("", "All 2"), ("case", "Cases 1")], "case")

    assert chips.findChildren(QPushButton) == before
    assert before[1].text() == "Cases 1"
    assert before[1].isChecked()


def test_the_keyboard_stays_at_its_chip_also_under_a_dialog(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_chips([("about", "About"), ("criteria", "Criteria")], "criteria")
    chips.show()
    chips.findChildren(QPushButton)[1].setFocus()
    dialog = QDialog(chips)
    with qtbot.waitExposed(dialog):
        dialog.open()

    chips.set_chips([("about", "About"), ("news", "Changed"), ("criteria", "Criteria")], "criteria")
    focused = chips.focusWidget()

    assert isinstance(focused, QPushButton)
    assert focused.text() == "Criteria"


def test_no_chips_take_no_room(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_chips([], "")
    assert chips.isHidden()


def test_chips_break_into_lines_where_it_is_narrow(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_chips([(str(number), f"Chip number {number}") for number in range(6)], "0")
    layout = chips.layout()
    assert layout is not None
    assert layout.heightForWidth(220) > layout.heightForWidth(2000)


def test_arrows_go_from_line_to_line(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_chips([("about", "About"), ("criteria", "Criteria"), ("award", "Award")], "about")
    chips.resize(90, 200)
    with qtbot.waitActive(chips):
        chips.show()
        chips.activateWindow()
    about, criteria, award = chips.findChildren(QPushButton)
    assert about.y() < criteria.y() < award.y()
    about.setFocus()
    reached: list[str] = []
    chips.chosen.connect(reached.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        focused = chips.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)

    assert reached == ["criteria", "award", "criteria"]
    assert criteria.isChecked()
    assert criteria.hasFocus()


def test_an_ampersand_is_shown_and_spoken_as_one(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_chips([("a", "Smith & Sons"), ("b", "Jones")], "a")
    button = chips.findChildren(QPushButton)[0]

    assert button.text() == "Smith && Sons"  # of which Qt paints one
    assert button.accessibleName() == "Smith & Sons"
    assert button.shortcut().isEmpty()
