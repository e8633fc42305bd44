"""Backups from the window: one a day by itself, one when somebody wants it, and the way back to one."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop
from procura_desktop.errors import BackupError, WorkspaceDamagedError
from procura_desktop.gui.backup_dialog import BackupDialog
from procura_desktop.gui.backups import Backups
from procura_desktop.gui.data_box import DataBox
from procura_desktop.gui.sitting import Sitting
from procura_desktop.gui.theme import LIGHT
from procura_desktop.progress import Cancelled, Progress, Silent
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.policy_parts import own_part
from procura_desktop.workspace.backup import back_up, backups
from procura_desktop.workspace.daily import back_up_this_day
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import empty_workspace, open_workspace
from tests.gui.procurements.screens import dialog_of, press
from tests.procurements import make_procurement

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def ids(workspace: Path) -> list[str]:
    with open_workspace(workspace) as opened:
        return sorted(entry.id for entry in Procurements(opened).entries())


def kept(places: Folders) -> list[str]:
    return [one.reason for folder in places.backup_folders for one in backups(folder)]


@pytest.fixture
def filled(places: Folders) -> Folders:
    """Folders with a workspace that holds one procurement."""
    with open_workspace(places.workspace) as workspace:
        Procurements(workspace).add(make_procurement("first"))
    return places


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def quiet(filled: Folders, window: QWidget) -> Iterator[Backups]:
    """Backups of that workspace, without the rest of the program."""
    made = Backups(filled, window, keeps=True, colours=lambda: LIGHT)
    yield made
    made.close()


def test_the_backup_of_the_day_is_made_beside_the_window_and_once(
    qtbot: QtBot, filled: Folders, quiet: Backups
) -> None:
    quiet.start_by_itself()
    qtbot.waitUntil(lambda: kept(filled) == ["daily"], timeout=15_000)
    told: list[str] = []
    quiet.told.connect(told.append)
    box = DataBox()
    qtbot.addWidget(box)

    quiet.back_up_daily()
    quiet.serve(box)
    qtbot.waitUntil(lambda: "Last backup:" in words_of(box))
    assert (kept(filled), told) == (["daily"], [])


def words_of(box: DataBox) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in box.findChildren(QLabel))


def test_where_the_wanted_folder_cannot_be_reached_it_is_made_beside_the_data_and_told_once(
    qtbot: QtBot, filled: Folders, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "server").write_text("no folder")
    places = replace(filled, backup_folder=tmp_path / "server" / "anna")
    made = Backups(places, window, keeps=True, colours=lambda: LIGHT)
    told: list[str] = []
    made.told.connect(told.append)

    with qtbot.waitSignal(made.told):
        made.back_up_daily()
    made.back_up_daily()
    qtbot.waitUntil(lambda: len(list((places.data / "backups").iterdir())) == 1)
    made.close()
    assert "No backup could be made" in told[0]
    assert str(places.data / "backups") in told[0]
    assert len(told) == 1


def test_the_folder_of_the_policy_is_used(filled: Folders, tmp_path: Path) -> None:
    places = replace(filled, backup_folder=tmp_path / "server")
    daily = back_up_this_day(places.workspace, places.backup_folders, NOON, Silent())
    assert daily.folder == tmp_path / "server"
    assert daily.failed is None
    assert [one.procurements for one in backups(tmp_path / "server")] == [1]


def test_a_user_and_a_computer_have_a_part_of_the_folder_of_their_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "anna")
    monkeypatch.setattr("platform.node", lambda: "PC7")
    assert own_part(Path("/server/anna")) == Path("/server/anna/PC7")
    assert own_part(Path("/server/all")) == Path("/server/all/anna-PC7")

    policy = tmp_path / "policy.toml"
    policy.write_text(f"[locked]\nbackup_folder = {json.dumps(str(tmp_path / 'server/{user}'))}\n")
    assert folders(policy=policy).backup_folder == tmp_path / "server/anna/PC7"
    assert folders(tmp_path / "alone", policy=policy).backup_folders == (tmp_path / "alone/backups",)


def test_nothing_is_backed_up_while_nothing_is_kept(qtbot: QtBot, places: Folders, window: QWidget) -> None:
    with empty_workspace(places.workspace):
        made = Backups(places, window, keeps=False, colours=lambda: LIGHT)
        box = DataBox()
        qtbot.addWidget(box)
        made.serve(box)
        made.start_by_itself()
        shown = [button.text() for button in box.findChildren(QPushButton) if not button.isEnabled()]
        made.close()
    assert shown == ["Back up now", "Go back to a backup…"]
    assert kept(places) == []


def test_damage_that_the_backup_meets_is_told(qtbot: QtBot, filled: Folders, quiet: Backups) -> None:
    filled.workspace.write_bytes(filled.workspace.read_bytes()[:5000] + b"x" * 20_000)
    with qtbot.waitSignal(quiet.told) as told:
        quiet.back_up_daily()
    assert "Your workspace cannot be opened" in told.args[0]
    assert kept(filled) == []


def test_closing_does_not_wait_for_what_is_being_made(
    qtbot: QtBot, filled: Folders, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work without an end stands in for a large workspace and a slow disk; it ends at its next step."""
    going, stopped = Event(), Event()

    def endless(_workspace: Path, _folders: object, _now: datetime, progress: Progress) -> None:
        try:
            for done in count():
                going.set()
                progress.advance(done)
        except Cancelled:
            stopped.set()
            raise

    monkeypatch.setattr("procura_desktop.gui.backups.back_up_this_day", endless)
    made = Backups(filled, window, keeps=True, colours=lambda: LIGHT)
    made.back_up_daily()
    qtbot.waitUntil(going.is_set)
    made.close()
    assert stopped.is_set()


# From the settings.


@pytest.fixture
def data_box(desktop: Desktop) -> DataBox:
    desktop.window.place_wanted.emit("settings")
    return desktop.router.pages.settings.data


def test_back_up_now_says_where(qtbot: QtBot, desktop: Desktop, data_box: DataBox, places: Folders) -> None:
    press(data_box, "Back up now")
    qtbot.waitUntil(lambda: "Backed up: " in desktop.window.notice.text)
    assert kept(places) == ["by-hand"]
    qtbot.waitUntil(lambda: "By hand" in words_of(data_box))


def test_a_backup_that_cannot_be_made_is_explained(
    qtbot: QtBot, desktop: Desktop, data_box: DataBox, places: Folders
) -> None:
    desktop.backups.failed.disconnect()
    (places.data / "backups").write_text("no folder")
    with qtbot.waitSignal(desktop.backups.failed) as failed:
        press(data_box, "Back up now")
    assert isinstance(failed.args[0], BackupError)


def test_everything_goes_to_a_file_and_comes_from_one(
    qtbot: QtBot, desktop: Desktop, data_box: DataBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.procurement"
    assert desktop.router.procuring.desk.start(make_procurement())
    press(data_box, "Save everything to a file…")
    dialog = desktop.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(file))
    dialog.accept()
    qtbot.waitUntil(lambda: "Everything is saved" in desktop.window.notice.text)

    assert desktop.router.procuring.desk.delete("laptops-2026")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    press(data_box, "Take in a file…")
    qtbot.waitUntil(lambda: "was taken in" in desktop.window.notice.text)
    assert [entry.id for entry in desktop.router.procuring.desk.entries()] == ["laptops-2026"]


# The way back.


def spoiled(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def test_backups_are_listed_and_a_damaged_one_cannot_be_chosen(qtbot: QtBot, filled: Folders) -> None:
    folder = filled.data / "backups"
    spoiled(back_up(filled.workspace, folder, reason="daily", now=NOON))
    sound = back_up(filled.workspace, folder, reason="by-hand", now=NOON - timedelta(days=1))
    dialog = BackupDialog(filled.backup_folders, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.view.model()
    qtbot.waitUntil(lambda: model.rowCount() == 2)

    assert dialog.chosen == sound  # the latest that can be used
    dialog.view.select(0)
    assert dialog.chosen is None
    go = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Go back to this one")
    assert not go.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    assert "Damaged" in str(model.index(0, 0).data(0x000B))  # what a screen reader says
    dialog.reject()


def test_backups_of_another_folder_can_be_looked_for(
    qtbot: QtBot, filled: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = back_up(filled.workspace, tmp_path / "stick", reason="daily", now=NOON)
    dialog = BackupDialog(filled.backup_folders, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Look in another folder…")
    qtbot.waitUntil(button.isEnabled)
    assert dialog.chosen is None

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))
    button.click()
    qtbot.waitUntil(lambda: dialog.chosen == elsewhere)
    dialog.reject()


@pytest.fixture
def sitting(qtbot: QtBot, filled: Folders, library_path: Path) -> Iterator[Sitting]:
    """The program at work, with one procurement."""
    desktop = make_desktop(filled, [library_path])
    made = Sitting(filled, desktop, lambda: make_desktop(filled, [library_path]))
    desktop.start("")
    qtbot.waitExposed(desktop.window)
    yield made
    made.close()


def now(sitting: Sitting) -> Desktop:
    assert isinstance(sitting.desktop, Desktop)
    return sitting.desktop


def test_going_back_opens_a_new_window_over_the_data_of_then_and_keeps_those_of_now(
    qtbot: QtBot, sitting: Sitting, filled: Folders
) -> None:
    backup = back_up(filled.workspace, filled.data / "backups", reason="daily", now=NOON)
    old = now(sitting)
    assert old.router.procuring.desk.start(make_procurement("second"))
    old.backups.ask_which()
    dialog = dialog_of(BackupDialog)
    qtbot.waitUntil(lambda: dialog.chosen == backup)
    press(dialog, "Go back to this one")
    qtbot.waitUntil(lambda: sitting.desktop not in (None, old), timeout=20_000)

    new = now(sitting)
    qtbot.waitUntil(lambda: "Everything is as it was on" in new.window.notice.text)
    assert [entry.id for entry in new.router.procuring.desk.entries()] == ["first"]
    assert new.router.procuring.desk.start(make_procurement("third"))
    assert QApplication.quitOnLastWindowClosed()
    before = next(one for one in backups(filled.data / "backups") if one.reason == "before-restore")
    assert ids(before.path) == ["first", "second"]
    assert before.path.name in new.window.notice.text


def test_where_it_cannot_be_done_the_window_comes_back_over_the_data_of_now(
    qtbot: QtBot, sitting: Sitting, filled: Folders
) -> None:
    backup = back_up(filled.workspace, filled.data / "backups", reason="daily", now=NOON)
    old = now(sitting)
    assert old.router.procuring.desk.start(make_procurement("second"))
    with closing(sqlite3.connect(filled.workspace)) as other:  # another program
        other.execute("SELECT count(*) FROM procurements").fetchone()
        old.going_back.emit(backup)
        qtbot.waitUntil(lambda: sitting.desktop not in (None, old), timeout=20_000)
    new = now(sitting)
    qtbot.waitUntil(lambda: "Your workspace is open" in new.window.notice.text)
    assert len(new.router.procuring.desk.entries()) == 2


def test_a_backup_that_is_damaged_by_then_changes_nothing(
    qtbot: QtBot, sitting: Sitting, filled: Folders
) -> None:
    backup = back_up(filled.workspace, filled.data / "backups", reason="daily", now=NOON)
    spoiled(backup)
    old = now(sitting)
    old.going_back.emit(backup)
    qtbot.waitUntil(lambda: sitting.desktop not in (None, old), timeout=20_000)
    assert [entry.id for entry in now(sitting).router.procuring.desk.entries()] == ["first"]
    assert backup.name in now(sitting).window.notice.text


def test_a_fault_of_the_program_leaves_nobody_without_a_window(
    qtbot: QtBot, sitting: Sitting, filled: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise ValueError("a bug")

    monkeypatch.setattr("procura_desktop.gui.mending.go_back", fail)
    old = now(sitting)
    with qtbot.captureExceptions() as caught:
        old.going_back.emit(filled.workspace)
        qtbot.waitUntil(lambda: sitting.desktop not in (None, old), timeout=20_000)
    assert [str(error) for _, error, _ in caught] == ["a bug"]
    assert now(sitting).window.isVisible()
    assert QApplication.quitOnLastWindowClosed()


def test_a_call_that_comes_meanwhile_waits(
    qtbot: QtBot, sitting: Sitting, filled: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(filled.workspace, filled.data / "backups", reason="daily", now=NOON)
    old = now(sitting)
    called: list[str] = []
    monkeypatch.setattr(Desktop, "call", lambda _desktop, address: called.append(address))
    old.going_back.emit(backup)
    sitting.close()
    sitting.call("procurements")
    assert called == []
    qtbot.waitUntil(lambda: sitting.desktop not in (None, old), timeout=20_000)
    assert called == ["procurements"]


def test_a_damaged_workspace_is_no_reason_to_make_another(filled: Folders) -> None:
    spoiled(filled.workspace)
    with pytest.raises(WorkspaceDamagedError):
        back_up_this_day(filled.workspace, filled.backup_folders, NOON, Silent())
