"""A start over a workspace that is really damaged: rescue, a backup, without the data, or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop_anyway
from procura_desktop.errors import WorkspaceDamagedError
from procura_desktop.gui.backup_words import KEPT_BY_HAND, LEFT_BY_READING, rescue_lines
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.backup import back_up
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.rescue import Rescue
from procura_desktop.workspace.workspace import open_workspace
from tests.procurements import make_procurement

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
PAGE = 4096
Started = Callable[[], Desktop | None]


class Person:
    """Reads each dialog that comes up and presses one button after the other."""

    def __init__(self, *presses: str) -> None:
        self.read: list[str] = []
        self._presses = list(presses)
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        for dialog in QApplication.topLevelWidgets():
            if self._presses and isinstance(dialog, QDialog) and dialog.isVisible():
                for button in dialog.findChildren(QPushButton):
                    if button.text() == self._presses[0] and button.isEnabled() and button.isVisible():
                        self._presses.pop(0)
                        self.read.append(text_of(dialog))
                        button.click()
                        return

    def end(self) -> None:
        self._timer.stop()
        assert self._presses == [], self.read


def text_of(dialog: QDialog) -> str:
    if isinstance(dialog, QMessageBox):
        return f"{dialog.text()}\n{dialog.informativeText()}"
    return dialog.windowTitle()


def titled(number: int) -> str:
    return f"Laptops {number}"


@pytest.fixture
def filled(places: Folders) -> Folders:
    """Folders with a workspace of twenty procurements."""
    with open_workspace(places.workspace) as workspace:
        store = Procurements(workspace)
        for number in range(20):
            made = make_procurement(f"procurement-{number}")
            store.add(replace(made, head=replace(made.head, title=titled(number), purpose="Why. " * 900)))
    return places


def damage(file: Path) -> None:
    """Write over pages in the middle, as a bad disk does."""
    data = bytearray(file.read_bytes())
    pages = len(data) // PAGE
    for page in range(pages // 2, pages // 2 + 6):
        data[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    file.write_bytes(data)


@pytest.fixture
def start(qtbot: QtBot, library_path: Path, filled: Folders) -> Iterator[Started]:
    """Start as the program does."""
    made: list[Desktop] = []

    def start() -> Desktop | None:
        desktop = make_desktop_anyway(filled, [library_path])
        if desktop is not None:
            made.append(desktop)
            qtbot.addWidget(desktop.window)
            desktop.start("")
        return desktop

    yield start
    for desktop in made:
        desktop.window.close()
        desktop.close()


def titles(desktop: Desktop) -> set[str]:
    return {entry.title for entry in desktop.router.procuring.desk.entries()}


def test_what_can_be_read_is_rescued_and_told_and_the_old_file_is_kept(
    start: Started, filled: Folders
) -> None:
    damage(filled.workspace)
    before = filled.workspace.read_bytes()
    person = Person("Rescue what can be read", "Open")
    desktop = start()
    person.end()

    assert desktop is not None
    asked, told = person.read
    assert "Your workspace cannot be opened" in asked
    assert "The damaged file is kept" in asked
    (old,) = filled.data.glob("workspace-damaged-*.sqlite")
    assert old.read_bytes() == before
    assert str(old) in told
    saved = titles(desktop)
    assert len(saved) > 10
    lost = [number for number in range(20) if titled(number) not in saved]
    assert lost
    assert all(f"“{titled(one)}" in told or f"“procurement-{one}" in told for one in lost)
    assert desktop.router.procuring.desk.start(make_procurement("new"))
    assert desktop.window.notice.isHidden()


def test_a_backup_can_be_gone_back_to(start: Started, filled: Folders) -> None:
    back_up(filled.workspace, filled.data / "backups", reason="daily", now=NOON)
    damage(filled.workspace)
    before = filled.workspace.read_bytes()
    person = Person("Go back to a backup…", "Go back to this one")
    desktop = start()
    person.end()

    assert desktop is not None
    assert titles(desktop) == {titled(number) for number in range(20)}
    (old,) = filled.data.glob("workspace-damaged-*.sqlite")
    assert old.read_bytes() == before
    assert "Everything is as it was on" in desktop.window.notice.text
    assert str(old) in desktop.window.notice.text


def test_an_emptied_workspace_is_told_and_a_backup_takes_its_place(start: Started, filled: Folders) -> None:
    back_up(filled.workspace, filled.data / "backups", reason="daily", now=NOON)
    filled.workspace.write_bytes(b"")
    person = Person("Open without my data")
    without = start()
    person.end()
    assert without is not None
    assert "it is empty, and there are backups of what it held" in person.read[0]
    assert filled.workspace.read_bytes() == b""

    person = Person("Go back to a backup…", "Go back to this one")
    desktop = start()
    person.end()
    assert desktop is not None
    assert titles(desktop) == {titled(number) for number in range(20)}


def test_who_leaves_the_backups_is_asked_again(start: Started, filled: Folders) -> None:
    damage(filled.workspace)
    before = filled.workspace.read_bytes()
    person = Person("Go back to a backup…", "Cancel", "Quit")
    assert start() is None
    person.end()
    assert filled.workspace.read_bytes() == before


def test_it_opens_without_the_data(start: Started, filled: Folders) -> None:
    damage(filled.workspace)
    before = filled.workspace.read_bytes()
    person = Person("Open without my data")
    desktop = start()
    person.end()

    assert desktop is not None
    assert titles(desktop) == set()
    assert "nothing new is kept" in desktop.window.notice.text
    assert filled.workspace.read_bytes() == before


def test_a_file_with_nothing_to_read_becomes_an_empty_workspace(start: Started, filled: Folders) -> None:
    filled.workspace.write_bytes(b"\xa5" * 20 * PAGE)
    person = Person("Rescue what can be read", "Open")
    desktop = start()
    person.end()
    assert desktop is not None
    assert titles(desktop) == set()
    assert len(list(filled.data.glob("workspace-damaged-*.sqlite"))) == 1


def test_a_rescue_that_fails_is_explained_and_asked_about_again(
    start: Started, filled: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise WorkspaceDamagedError(path=filled.workspace, detail="the disk gives nothing")

    monkeypatch.setattr("procura_desktop.gui.mending.rescue", fail)
    damage(filled.workspace)
    person = Person("Rescue what can be read", "Close", "Quit")
    assert start() is None
    person.end()
    assert "the disk gives nothing" in person.read[1]


def test_every_table_has_words_when_it_lost_something(filled: Folders) -> None:
    with open_workspace(filled.workspace) as workspace:
        rows = workspace.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    told = {"procurements", "procurement_items", "migrations", *KEPT_BY_HAND, *LEFT_BY_READING}
    assert {name for (name,) in rows} == told


def test_everything_that_was_not_saved_is_told() -> None:
    found = Rescue(
        kept=Path("/x/damaged.sqlite"),
        saved={"procurements": 3},
        lost={"procurement_items": 2, "recent_records": 1, "notes": 3},
        pages=2,
        loose=0,
        procurements=("Whole",),
        mended=(("Mended", 2),),
        begun=("Begun",),
        missing=("Missing",),
    )
    told = "\n".join(rescue_lines(found))
    for title in ("Mended", "Begun", "Missing"):
        assert f"“{title}”" in told
    assert "read or searched last" in told
    assert "3 bookmark(s), note(s)" in told
    assert "could not be read at all" in told
