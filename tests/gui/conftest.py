"""The window over a small library and an empty workspace."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui import crash
from procura_desktop.gui.clipboard import leave_clipboard
from procura_desktop.library.open import open_library
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.settings import Settings
from procura_desktop.workspace.workspace import open_workspace
from tests.factories import build_sample
from tests.gui.every_text import pseudo_language


@pytest.fixture(autouse=True)
def _gone_with_the_test(qapp: QApplication) -> Iterator[None]:
    """Delete the windows that a test closed: each new one would style all that are still there as well."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _faults_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what nobody expected fail the test: its dialog would wait for somebody who closes it."""

    def fail(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        raise error.with_traceback(trace)

    monkeypatch.setattr(crash, "show_crash", fail)


@pytest.fixture(scope="session")
def library_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library with every kind of record."""
    return build_sample(tmp_path_factory.mktemp("library") / "main.sqlite")


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    """Folders of one test."""
    return folders(tmp_path)


@pytest.fixture
def desktop(qtbot: QtBot, library_path: Path, places: Folders) -> Iterator[Desktop]:
    """The whole desktop, its window shown at home."""
    made = Desktop(
        places, Settings(theme="light"), open_library(library_path), open_workspace(places.workspace)
    )
    qtbot.addWidget(made.window)
    made.window.resize(1240, 800)
    made.start("")
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()
    made.close()


@pytest.fixture(scope="session")
def pseudo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the language is made in which each text of ours is marked."""
    return tmp_path_factory.mktemp("pseudo")


@pytest.fixture
def pseudo(qapp: QApplication, pseudo_folder: Path) -> Iterator[QTranslator]:
    """Speak a language in which each text of ours is marked; name it before what makes a window."""
    translator = pseudo_language(pseudo_folder)
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture(scope="session", autouse=True)
def clipboard_left(qapp: QApplication) -> Iterator[None]:
    """Leave the clipboard as the program does when it ends."""
    yield
    assert qapp is QApplication.instance()
    leave_clipboard()
