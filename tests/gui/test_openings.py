"""What macOS asks to open reaches the window: files and addresses, before and after it is there."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from procura_desktop import __main__ as start
from procura_desktop.gui.openings import Openings

ADDRESS = "procura:main/guidance/labels#what-they-are"


@pytest.fixture
def openings(qapp: QApplication) -> Iterator[tuple[Openings, list[str]]]:
    made = Openings(qapp)
    heard: list[str] = []
    made.opened.connect(heard.append)
    yield made, heard
    qapp.removeEventFilter(made)


def ask(qapp: QApplication, wanted: QUrl) -> None:
    qapp.postEvent(qapp, QFileOpenEvent(wanted))
    qapp.processEvents()


def test_an_address_and_a_file_are_handed_on(
    qapp: QApplication, openings: tuple[Openings, list[str]], tmp_path: Path
) -> None:
    made, heard = openings
    made.start()
    file = tmp_path / "Größe und Maß.procura"

    ask(qapp, QUrl(ADDRESS))
    ask(qapp, QUrl.fromLocalFile(str(file)))

    assert heard == [ADDRESS, str(file)]


def test_what_comes_before_the_window_waits_for_it(
    qapp: QApplication, openings: tuple[Openings, list[str]]
) -> None:
    made, heard = openings
    ask(qapp, QUrl(ADDRESS))
    assert heard == []

    made.start()

    assert heard == [ADDRESS]


def test_other_events_go_their_way(qapp: QApplication, openings: tuple[Openings, list[str]]) -> None:
    made, heard = openings
    made.start()
    child = QObject()
    qapp.processEvents()
    child.setParent(made)
    assert child.parent() is made
    assert heard == []


def test_without_a_console_a_fault_of_the_command_line_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shortcut that names what is no address: nobody would read the console."""
    shown: list[str] = []

    def refuse(error: Exception) -> int:
        shown.append(str(error))
        return 1

    monkeypatch.setattr(start, "_WINDOWED", True)
    monkeypatch.setattr("procura_desktop.gui.refusal.refuse", refuse)

    assert start.start(["--", "no address"]) == 1

    (told,) = shown
    assert "'no address'" in told
    assert capsys.readouterr() == ("", "")


def test_a_program_without_outputs_can_print() -> None:
    """As Windows starts the program that has no console."""
    as_windows = (
        "import sys; sys.stdout = sys.stderr = None; sys.argv = ['procura-desktop', '--version'];"
        "from procura_desktop.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", as_windows], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
