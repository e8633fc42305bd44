"""A box that is narrower than its words ends them with an ellipsis, and cuts no letter."""

import pytest
from pytestqt.qtbot import QtBot

from procura_desktop.gui.choice_box import ChoiceBox
from procura_desktop.gui.theme import LIGHT, style_sheet

WORDS = "Restricted substances in what is bought and in how it is packed"
ARROW, FRAME, DOTS = 30, 4, 6  # pixels: of the arrow at the right, of the frame, of the end of an ellipsis


def ink(box: ChoiceBox) -> dict[int, list[int]]:
    """Give the rows of dark pixels by column, without frame and arrow."""
    image = box.grab().toImage()
    found: dict[int, list[int]] = {}
    for x in range(FRAME, image.width() - ARROW):
        rows = [y for y in range(FRAME, image.height() - FRAME) if image.pixelColor(x, y).lightness() < 160]
        if rows:
            found[x] = rows
    return found


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    made = ChoiceBox("Product group")
    qtbot.addWidget(made)
    made.setStyleSheet(style_sheet(LIGHT))
    made.addItem(WORDS)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("width", [110, 133, 165, 190, 222])
def test_words_without_room_end_in_dots(box: ChoiceBox, width: int) -> None:
    box.resize(width, box.sizeHint().height())
    seen = ink(box)

    last = max(seen)
    dots = [row for x in range(last - DOTS, last + 1) for row in seen.get(x, [])]
    assert max(dots) - min(dots) < box.fontMetrics().height() / 4
    assert last > width - ARROW - 3 * box.fontMetrics().averageCharWidth()  # no room is left unused


def test_words_with_room_are_whole(box: ChoiceBox) -> None:
    box.resize(box.sizeHint())
    whole = ink(box)
    box.resize(box.width() + 100, box.height())

    assert ink(box) == whole
