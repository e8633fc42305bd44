"""What can be done with a workspace that nobody has open: go back to a backup, or rescue what can be read."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from procura_desktop.errors import BackupError
from procura_desktop.gui.backup_dialog import BackupDialog
from procura_desktop.gui.backup_words import moment_text, rescue_lines
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.waiting import wait_for
from procura_desktop.progress import Progress
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.backup import made_at
from procura_desktop.workspace.rescue import Rescue, rescue
from procura_desktop.workspace.restoring import restore

translate = QCoreApplication.translate
MOST_LINES = 14


def go_back(places: Folders, backup: Path) -> str:
    """Put a backup in the place of the workspace, and say where that of before is kept.

    Raises:
        Cancelled: the person stopped it; nothing was changed.
        WorkspaceError: it cannot be done; nothing was changed.
    """
    work = partial(_restored, backup, places)
    kept = cast("Path | None", wait_for(translate("mending", "Your data of then are brought back…"), work))
    moment = moment_text(made_at(backup))
    words = translate("mending", "Everything is as it was on {moment}.").format(moment=moment)
    if kept is None:
        return words
    told = translate("mending", "Your data of before are kept in {path}.").format(path=kept)
    return f"{words} {told}"


def _restored(backup: Path, places: Folders, progress: Progress) -> Path | None:
    """Restore; what was there is kept in the first folder that takes it."""
    *wanted, last = places.backup_folders
    for folder in wanted:
        try:
            return restore(backup, places.workspace, folder=folder, now=datetime.now(UTC), progress=progress)
        except BackupError:
            continue  # a server that cannot be reached: the folder beside the data is left
    return restore(backup, places.workspace, folder=last, now=datetime.now(UTC), progress=progress)


def ask_for_backup(places: Folders, colours: Colours) -> Path | None:
    """Ask which backup to go back to, before there is a window."""
    dialog = BackupDialog(places.backup_folders, colours)
    wanted = dialog.chosen if dialog.exec() == BackupDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return wanted


def rescue_what_can_be_read(places: Folders) -> None:
    """Make a new workspace of what can be read in the damaged one, and say what came of it.

    Raises:
        Cancelled: the person stopped it; nothing was changed.
        WorkspaceError: it cannot be done; the damaged file is where it was.
    """

    def work(progress: Progress) -> Rescue:
        return rescue(places.workspace, now=datetime.now(UTC), progress=progress)

    found = cast("Rescue", wait_for(translate("mending", "What can be read is rescued…"), work))
    show_rescue(found)


def show_rescue(found: Rescue) -> None:
    """Say what was saved, what was not, and where the damaged file is."""
    box = QMessageBox(QMessageBox.Icon.Information, translate("mending", "Rescued"), "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("mending", "What could be read is in a new workspace."))
    lines = rescue_lines(found)
    kept = translate("mending", "The damaged file is kept: {path}").format(path=found.kept)
    box.setInformativeText("\n".join((*lines[:MOST_LINES], "", kept)))
    if len(lines) > MOST_LINES:
        box.setDetailedText("\n".join(lines))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.addButton(translate("mending", "Open"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
