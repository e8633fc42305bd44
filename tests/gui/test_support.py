"""The log and the details for support tell of the program, and nothing of the person's work."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop import __version__
from procura_desktop.app.desktop import Desktop
from procura_desktop.app.faults import show_unexpected
from procura_desktop.errors import SourceUnreachableError
from procura_desktop.gui import crash
from procura_desktop.gui.crash import show_crash
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.support_details import without_person
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.logbook import FILE
from procura_desktop.sync.history import noted
from procura_desktop.sync.places import library_place

PLANTED = "Wendelin"


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to close a dialog, not even that of a fault."""
    monkeypatch.setattr(crash, "show_crash", show_crash)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)


def log_of(places: Folders) -> str:
    return (places.log / FILE).read_text(encoding="utf-8")


def work_with(desktop: Desktop, places: Folders) -> None:
    """Search for, save, open and note something that is nobody's business, and let much go wrong."""
    window = desktop.window.top_bar
    window.typed.emit(PLANTED)
    window.entered.emit(PLANTED)
    desktop.router.pages.search_saved.emit(PLANTED, True)
    desktop.router.open_address(f"procura:main/guidance/{PLANTED.lower()}")
    desktop.router.open_address(f"procura:{PLANTED}")
    desktop.router.open_record("guidance/labels")
    desktop._workspace.note_opened("main", "guidance/labels", PLANTED, datetime.now(UTC))  # noqa: SLF001
    error = ValueError(f"cannot read {PLANTED}")
    show_unexpected(places, ValueError, error, None)


@pytest.mark.usefixtures("quiet")
def test_the_log_holds_no_text_of_the_person(
    qtbot: QtBot, desktop: Desktop, places: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    desktop._soon.timeout.emit()  # noqa: SLF001 - as three seconds later
    work_with(desktop, places)

    text = log_of(places)
    assert f"start {__version__} on {sys.platform}; library main" in text
    assert "RecordNotFoundError" in text
    assert "AddressError" in text
    assert "builtins.ValueError" in text
    assert PLANTED.lower() not in text.lower()
    assert PLANTED in capsys.readouterr().err  # the crash report is the person's own to read
    qtbot.wait_until(lambda: desktop.window.isVisible())


def test_a_start_notes_nothing_before_the_window_has_settled(desktop: Desktop, places: Folders) -> None:
    assert desktop.window.isVisible()
    assert not places.log.exists()


@pytest.fixture
def details(qtbot: QtBot, desktop: Desktop, places: Folders) -> str:
    """What the button copies."""
    places.library_dir.mkdir()
    with pytest.raises(SourceUnreachableError), noted(library_place(places, "main")):
        raise SourceUnreachableError(source="https://updates.example", detail="no answer")
    desktop.router.type_search(PLANTED)
    desktop.fill_settings("settings")
    desktop.router.go(parse_place("settings"))
    about = desktop.router.pages.settings.about
    [button] = about.findChildren(QPushButton)
    button.setFocus()
    QGuiApplication.clipboard().setText("before")
    button.click()
    qtbot.wait_until(lambda: QGuiApplication.clipboard().text() != "before")
    return QGuiApplication.clipboard().text()


def test_the_details_name_what_somebody_who_helps_asks_for(details: str, desktop: Desktop) -> None:
    lines = details.splitlines()
    info = desktop.library.info
    assert lines[0] == f"Procura Desktop {__version__} (from source)"
    assert any(line.startswith("System: ") for line in lines)
    assert any(", Qt 6." in line for line in lines)
    assert any(line.startswith(f"Library {info.name}: edition ") for line in lines)
    assert "  Last error: https://updates.example: no answer" in lines
    assert "Policy: none" in lines
    assert any(line.startswith("Data: ") and line.endswith("can be written)") for line in lines)
    assert "Network: asked" in lines
    assert PLANTED not in details


def test_copying_the_details_is_said(details: str, desktop: Desktop) -> None:
    assert details
    assert desktop.router.pages.settings.about._done.text() == "Copied."  # noqa: SLF001


def test_the_person_is_left_out_of_paths() -> None:
    home = Path("/home/Олена Ґ")

    assert without_person("Data: /home/Олена Ґ/.local/share/x", home) == "Data: ~/.local/share/x"
    assert without_person("/media/Олена Ґ/stick and /media/Олена Ґ", home) == "/media/~/stick and /media/~"
    assert without_person("D:\\Олена Ґ\\x", home) == "D:\\~\\x"
    assert without_person("Олена Ґ wrote", home) == "Олена Ґ wrote"
    assert without_person("/root/x/rooted", Path("/root")) == "~/x/rooted"
