"""Procurements on their way to a colleague and from one, in files, beside the window."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from procura_desktop.domain.openable import PROCUREMENT_FILE, file_ending
from procura_desktop.domain.procurement import Procurement
from procura_desktop.errors import ProcuraError
from procura_desktop.gui.procurements.arrival_dialog import ArrivalDialog
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.parcel_words import ParcelWords, mended_words
from procura_desktop.gui.said import said
from procura_desktop.gui.save_dialog import ask_where_to_save
from procura_desktop.gui.tasks import Task, Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.gui.waiting import Waiting
from procura_desktop.progress import Progress, Silent
from procura_desktop.workspace.beside import opened_beside
from procura_desktop.workspace.exchange import (
    Arrival,
    Brought,
    Decision,
    Parcel,
    arrivals,
    bring_in,
    export_procurements,
    export_workspace,
    read_parcel,
)
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.taking_back import take_back
from procura_desktop.workspace.workspace import Workspace

Gave = TypeVar("Gave")
Found = tuple[Parcel, tuple[Arrival, ...]]


class Parcels(QObject):
    """Reads and writes files; asks about what is here already."""

    told = Signal(str)  # what was done
    offered = Signal(str, str, object)  # what was done, the words for undoing it, and what undoes it
    place_wanted = Signal(str)
    failed = Signal(Exception)

    def __init__(
        self,
        workspace: Workspace,
        desk: Desk,
        window: QWidget,
        *,
        tasks: Tasks,
        colours: Callable[[], Colours],
    ) -> None:
        super().__init__(desk)
        self._workspace = workspace
        self._desk = desk
        self._window = window
        self._tasks = tasks
        self._colours = colours
        self._words = ParcelWords(self)

    # To a colleague.

    def ask_where_to_save(self, procurement_id: str) -> None:
        """Ask for a file, and write a procurement into it."""
        try:
            one = self._desk.read(procurement_id)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self._ask_for_new(one.head.title, partial(self.save, one))

    def save(self, procurement: Procurement, path: Path) -> None:
        """Write a procurement into a file."""
        work = partial(export_procurements, (procurement,), path, now=datetime.now(UTC))
        task = self._run(self.tr("The file is written…"), lambda _progress: work())
        text = self.tr("Saved in {path}. Send this file to your colleague.").format(path=path)
        task.succeeded.connect(lambda _: self.told.emit(text))

    def ask_where_to_save_all(self) -> None:
        """Ask for a file, and write everything into it."""
        name = self.tr("My procurements of {date}").format(date=f"{datetime.now(UTC).astimezone():%Y-%m-%d}")
        self._ask_for_new(name, self.save_all)

    def save_all(self, path: Path) -> None:
        """Write all procurements, and what else travels, into a file."""
        now = datetime.now(UTC)
        task = self._with_workspace(
            self.tr("The file is written…"),
            lambda workspace, _progress: export_workspace(workspace, path, now=now),
        )
        text = self.tr("Everything is saved in {path}.").format(path=path)
        task.succeeded.connect(lambda _: self.told.emit(text))

    def _ask_for_new(self, title: str, save: Callable[[Path], object]) -> None:
        usual = Path.home() / f"{_file_name(title) or self.tr('Procurement')}{PROCUREMENT_FILE}"
        title, kinds = self.tr("Save as a file"), self._kinds()
        ask_where_to_save(
            self._window, usual, title=title, kinds=kinds, save=lambda path: save(_ending(path))
        )

    def _kinds(self) -> str:
        return self.tr("Procurements (*{ending})").format(ending=PROCUREMENT_FILE)

    # From a colleague.

    def ask_which(self) -> None:
        """Ask for a file, and take it in."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a file"), str(Path.home()), self._kinds()
        )
        if chosen:
            self.take(chosen)

    def take(self, file: str) -> None:
        """Read a file; take in what is new, and ask about what is here already."""
        path = Path(file)

        def look(workspace: Workspace, progress: Progress) -> Found:
            parcel = read_parcel(path, progress)
            return parcel, arrivals(parcel, Procurements(workspace), say=said)

        task = self._with_workspace(self.tr("“{file}” is read…").format(file=path.name), look)
        task.succeeded.connect(lambda found: self._judge(path.name, *found))

    def _judge(self, file: str, parcel: Parcel, found: tuple[Arrival, ...]) -> None:
        if not any(one.conflicts for one in found):
            self._bring(parcel, found, {})
            return
        dialog = ArrivalDialog(file, found, self._colours(), self._window)
        dialog.accepted.connect(lambda: self._bring(parcel, found, dialog.decisions))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _bring(self, parcel: Parcel, found: tuple[Arrival, ...], decisions: Mapping[str, Decision]) -> None:
        task = self._with_workspace(
            self.tr("The file is taken in…"),
            lambda workspace, _progress: bring_in(workspace, parcel, found, decisions),
            stoppable=False,
        )
        task.succeeded.connect(lambda brought: self._tell_brought(parcel, found, brought))

    def _tell_brought(self, parcel: Parcel, found: tuple[Arrival, ...], brought: Brought) -> None:
        taken = [after for _, after in brought.procurements]
        self._desk.look_again([one.id for one in taken])
        ids = [one.id for one in taken] or [one.theirs.id for one in found]
        self.place_wanted.emit(f"procurements:{ids[0]}" if len(ids) == 1 else "procurements")
        text = self._told_words(parcel, found, brought)
        if taken:
            self.offered.emit(text, self.tr("Undo"), lambda: self._take_back(brought))
        else:
            self.told.emit(text)

    def _told_words(self, parcel: Parcel, found: tuple[Arrival, ...], brought: Brought) -> str:
        titles = [after.head.title for _, after in brought.procurements]
        lines = []
        if len(titles) == 1:
            lines.append(self.tr("“{title}” was taken in.").format(title=titles[0]))
        elif titles:
            lines.append(self._words.taken(len(titles)) + ".")
        kept = sum(one.mine is not None for one in found) - sum(
            before is not None for before, _ in brought.procurements
        )
        if not titles and found and not any(one.conflicts for one in found):
            lines.append(self.tr("Everything in this file is here already."))
        elif kept:
            lines.append(self._words.kept(kept) + ".")
        lines += [f"{self._words.part(name, count)}." for name, count in brought.parts.items() if count]
        if parcel.unknown:
            left = self.tr("This version of the program does not know what else is in the file: {names}.")
            lines.append(left.format(names=", ".join(parcel.unknown)))
        if parcel.mended:
            mended = "; ".join(f"{mended_words(one)} ({one.count})" for one in parcel.mended)
            lines.append(self.tr("Put right: {what}.").format(what=mended))
        return " ".join(lines) or self.tr("There is nothing in this file.")

    def _take_back(self, brought: Brought) -> None:
        task = self._with_workspace(
            self.tr("It is undone…"),
            lambda workspace, _progress: take_back(workspace, brought),
            stoppable=False,
        )
        task.succeeded.connect(lambda _: self._tell_taken_back(brought))

    def _tell_taken_back(self, brought: Brought) -> None:
        self._desk.look_again([after.id for _, after in brought.procurements])
        self.place_wanted.emit("procurements")
        told = self.tr("Your procurements are as they were before the file was taken in.")
        if any(brought.parts.values()):
            told += " " + self.tr("Bookmarks, notes and searches that came with them stay.")
        self.told.emit(told)

    # Beside the window.

    def _with_workspace(
        self, text: str, work: Callable[[Workspace, Progress], Gave], *, stoppable: bool = True
    ) -> Task:
        """Run with a connection of its own; a workspace that is in memory only has but this one."""
        path = self._workspace.path
        if not self._workspace.keeps:
            task = self._tasks.start_here(lambda: work(self._workspace, Silent()))
            task.failed.connect(self.failed)
            return task

        def beside(progress: Progress) -> Gave:
            with opened_beside(path) as workspace:
                return work(workspace, progress)

        return self._run(text, beside, stoppable=stoppable)

    def _run(self, text: str, work: Callable[[Progress], object], *, stoppable: bool = True) -> Task:
        task = self._tasks.start_long(work)
        task.failed.connect(self.failed)
        Waiting(text, task, self._window, stoppable=stoppable).show_soon()
        return task


def _ending(path: Path) -> Path:
    """Let a file end as those of its kind do, whatever ending was typed."""
    known = file_ending(str(path)) == PROCUREMENT_FILE
    return path if known else path.with_name(f"{path.name}{PROCUREMENT_FILE}")


def _file_name(title: str) -> str:
    """Give the title as a name that every system takes."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title)
    return " ".join(kept.split())[:80]
