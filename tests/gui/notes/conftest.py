"""The window with a text on the screen, and the keys and words that tests of notes use."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui.reader.reader import Reader

RECORD = "guidance/labels"
ADDRESS = f"procura:main/{RECORD}"
PASSAGE = "stay within the law"


@pytest.fixture
def reader(qtbot: QtBot, desktop: Desktop) -> Reader:
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.router.open_record(RECORD)
    made = desktop.router.pages.reader
    qtbot.waitUntil(made.isVisible)
    made.page.setFocus()
    return made


def select(reader: Reader, words: str) -> QTextCursor:
    found = reader.page.document().find(words)
    assert not found.isNull(), words
    reader.page.setTextCursor(found)
    return found
