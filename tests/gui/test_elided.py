"""A line that has no room for all its words."""

from pytestqt.qtbot import QtBot

from procura_desktop.gui.elided import Elided

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
