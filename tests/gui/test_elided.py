"""A line that has no room for all its words."""

from pytestqt.qtbot import QtBot

from procura_desktop.gui.elided import Elided
from procura_desktop.gui.elided_button import ElidedButton

WORDS = "Closed: open it again under About to change it · City of Example"


def test_what_does_not_fit_ends_in_dots(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.setText(WORDS)
    label.resize(label.fontMetrics().horizontalAdvance(WORDS) // 2, 20)
    label.show()
    beginning = label.shown.removesuffix("…")

    assert beginning != label.shown
    assert WORDS.startswith(beginning)
    assert label.fontMetrics().horizontalAdvance(label.shown) <= label.width()
    label.resize(label.fontMetrics().horizontalAdvance(WORDS) + 20, 20)
    assert label.shown == WORDS


def test_a_button_without_room_loses_its_middle_and_gives_it_in_a_tip(qtbot: QtBot) -> None:
    button = ElidedButton("Take the level Core of “Design for reuse & repair”")
    qtbot.addWidget(button)
    button.show()
    button.resize(button.sizeHint())
    assert (button.shown, button.toolTip()) == (button.accessibleName(), "")

    button.resize(button.sizeHint().width() // 2, button.height())
    start, end = button.shown.split("…")
    assert button.toolTip() == button.accessibleName() == "Take the level Core of “Design for reuse & repair”"
    assert button.accessibleName().startswith(start)
    assert button.accessibleName().endswith(end)
    assert button.minimumSizeHint().width() < button.width()
