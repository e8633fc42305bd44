"""Backups of the person's own data: one a day by itself, one when somebody wants it, and the way back."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from procura_desktop.errors import WorkspaceError
from procura_desktop.gui.backup_words import moment_text, reason_name
from procura_desktop.gui.data_box import DataBox
from procura_desktop.gui.messages import explain
from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.waiting import Waiting
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.backup import back_up, newest
from procura_desktop.workspace.daily import Daily, back_up_this_day

FIRST_AFTER_MS = 5_000
AGAIN_AFTER_MS = 60 * 60 * 1000  # a program that is never closed meets the next day too


class Backups(QObject):
    """Makes them beside the window; that one could not be made is told once."""

    told = Signal(str)
    failed = Signal(Exception)
    going_back = Signal(object)  # to which backup, a Path; the workspace has to be closed for it

    def __init__(
        self, places: Folders, window: QWidget, *, keeps: bool, colours: Callable[[], Colours]
    ) -> None:
        """Take whether anything is kept: else there is nothing to back up."""
        super().__init__(window)
        self._places = places
        self._window = window
        self._keeps = keeps
        self._colours = colours
        self._tasks = Tasks(self)
        self._told_failure = False
        self._box: DataBox | None = None
        self._timer = QTimer(self, interval=FIRST_AFTER_MS)
        self._timer.timeout.connect(self.back_up_daily)

    def start_by_itself(self) -> None:
        """Make the backup of the day soon, and look every hour whether another day has come."""
        if self._keeps:
            self._timer.start()

    def back_up_daily(self) -> None:
        """Make the backup of this day, unless there is one."""
        self._timer.setInterval(AGAIN_AFTER_MS)
        workspace, folders = self._places.workspace, self._places.backup_folders
        now = datetime.now(UTC)
        task = self._tasks.start_long(lambda progress: back_up_this_day(workspace, folders, now, progress))
        task.succeeded.connect(self._tell_daily)
        task.failed.connect(self._tell_failure)

    def _tell_daily(self, daily: Daily) -> None:
        if daily.failed is not None:
            instead = self.tr("The backup of today is in {folder} instead.")
            self._tell_failure(daily.failed, instead.format(folder=daily.folder) if daily.folder else "")
        if daily.made is not None:
            self._look()

    def _tell_failure(self, error: Exception, instead: str = "") -> None:
        if not isinstance(error, WorkspaceError):
            self.failed.emit(error)
        elif not self._told_failure:
            self._told_failure = True
            message = explain(error)
            self.told.emit(" ".join(filter(None, (f"{message.title}.", message.text, instead))))

    # What the settings offer.

    def serve(self, box: DataBox) -> None:
        """Answer what this box asks for, and show in it what there is."""
        if box is not self._box:
            self._box = box
            box.backup_wanted.connect(self.back_up_now)
            box.way_back_wanted.connect(self.ask_which)
        box.show_data(self._places.workspace, self._places.backup_folders[0], keeps=self._keeps)
        self._look()

    def _look(self) -> None:
        if self._shown_box() is not None and self._keeps:
            task = self._tasks.start(partial(newest, self._places.backup_folders))
            task.succeeded.connect(self._show_last)

    def _show_last(self, found: object) -> None:
        if (box := self._shown_box()) is None:
            return
        text = self.tr("There is no backup yet.")
        if isinstance(found, tuple):
            made, reason = found
            text = self.tr("Last backup: {moment} ({reason})").format(
                moment=moment_text(made), reason=reason_name(reason)
            )
        box.show_last(text)

    def _shown_box(self) -> DataBox | None:
        """Give the box, unless its page has gone: another library brings other pages."""
        return self._box if self._box is not None and isValid(self._box) else None

    def back_up_now(self) -> None:
        """Make one because somebody wants it, where backups are wanted."""
        workspace, folder = self._places.workspace, self._places.backup_folders[0]
        now = datetime.now(UTC)
        task = self._tasks.start_long(
            lambda progress: back_up(workspace, folder, reason="by-hand", now=now, progress=progress)
        )
        task.succeeded.connect(self._tell_made)
        task.failed.connect(self.failed)
        Waiting(self.tr("Your data are backed up…"), task, self._window).show_soon()

    def _tell_made(self, path: Path) -> None:
        self.told.emit(self.tr("Backed up: {path}").format(path=path))
        self._look()

    def ask_which(self) -> None:
        """Ask which backup to go back to."""
        from procura_desktop.gui.backup_dialog import BackupDialog

        dialog = BackupDialog(self._places.backup_folders, self._colours(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.going_back.emit(dialog.chosen))
        dialog.open()

    def close(self) -> None:
        """Stop; what is being made is dropped, and nothing is left of it."""
        self._timer.stop()
        self._tasks.wait()
