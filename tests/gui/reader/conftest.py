"""A reader on the screen, wide enough for its outline."""

import pytest
from pytestqt.qtbot import QtBot

from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import LIGHT
from tests.gui.reader.reader_samples import ARTICLE, context, find_asset


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader(LIGHT, asset=find_asset)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show_record(ARTICLE, context=context(ARTICLE))
    with qtbot.waitExposed(made):
        made.show()
    made.page.setFocus()
    return made
