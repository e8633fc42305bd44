"""The window with a procurement open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from tests.gui.procurements.every_screen import (
    DIALOGS,
    PLACES,
    STEPS,
    show_dialog,
    show_news,
    show_place,
    show_step,
)
from tests.procurements import make_procurement


@pytest.fixture
def opened(desktop: Desktop) -> Desktop:
    """The window with a procurement open."""
    procuring = desktop.router.procuring
    assert procuring.desk.start(make_procurement())
    procuring.go("laptops-2026", "criteria")
    return desktop


@pytest.fixture
def show(qtbot: QtBot, opened: Desktop, tmp_path: Path) -> Iterator[Callable[[str], QWidget]]:
    """Show a screen by its name, and give its window."""

    def to(name: str) -> QWidget:
        opened.window.activateWindow()
        if name in STEPS:
            screen = show_step(qtbot, opened, name)
        elif name == "news":
            screen = show_news(qtbot, opened, tmp_path)
        elif name in PLACES:
            screen = show_place(opened, name)
        else:
            kind = next(kind for kind in DIALOGS if kind.__name__ == name)
            screen = show_dialog(qtbot, opened, kind, tmp_path)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    yield to
    for dialog in opened.window.findChildren(QDialog):
        dialog.reject()
    opened.router.procuring.use_library(opened.library)
