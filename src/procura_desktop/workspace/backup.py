"""Backups of the workspace: made of one moment, checked, and only then called a backup.

A backup is a whole workspace in a file of its own, made by SQLite while the window goes on. It is written
beside its name, which it takes when it was found sound and is on the disk; older ones go only after that. Of
each reason for a backup the last ten are kept.
"""

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal, get_args

from procura_desktop.errors import BackupError, WorkspaceDamagedError, WorkspaceError
from procura_desktop.library.disk import sync_file, sync_folder
from procura_desktop.phrases import phrase
from procura_desktop.progress import Cancelled, Progress, Silent
from procura_desktop.workspace.emptied import is_empty
from procura_desktop.workspace.sound import check_sound, open_settled
from procura_desktop.workspace.writing import translated_error

Reason = Literal["daily", "by-hand", "before-migration", "before-restore"]

KEPT = 10  # of each reason
_STEPS_AT_ONCE = 20_000  # of SQLite's machine, between two looks at whether somebody wants to stop
_LEFT_BEHIND = 3600.0  # seconds
_NAME = re.compile(
    rf"workspace-(?P<made>\d{{8}}T\d{{6}})-(?P<at>\d{{6}})-(?P<reason>{'|'.join(get_args(Reason))})\.sqlite"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup.

    Attributes:
        made: in UTC.
        size: in bytes.
        procurements: how many it holds; None means that it cannot be read, and cannot be restored either.
    """

    path: Path
    made: datetime
    reason: Reason
    size: int
    procurements: int | None


def backup_folder(workspace: Path) -> Path:
    """Give where backups of a workspace go when nothing else is said."""
    return workspace.parent / "backups"


def backups(folder: Path) -> tuple[Backup, ...]:
    """List the backups in a folder, the latest first; each is opened to see what it holds.

    Raises:
        WorkspaceError: the folder cannot be read.
    """
    found = (_described(path) for path in _files(folder))
    return tuple(sorted(found, key=lambda one: (one.made, one.path.name), reverse=True))


def made_at(backup: Path) -> datetime:
    """Tell by its name when a backup was made, in UTC."""
    return _told_by_name(backup)[0]


def newest(folders: Iterable[Path]) -> tuple[datetime, Reason] | None:
    """Tell the latest backup in these folders by its name alone; a folder that cannot be read has none.

    Gives when it was made, in UTC, and why.
    """
    found: list[tuple[datetime, Reason]] = []
    for folder in folders:
        with suppress(WorkspaceError):
            found += map(_told_by_name, _files(folder))
    return max(found, default=None)


def is_due(folder: Path, today: date) -> bool:
    """Say whether no daily backup was made on this day yet; `today` is that of the user's clock.

    Raises:
        WorkspaceError: the folder cannot be read.
    """
    return not any(
        reason == "daily" and made.astimezone().date() == today
        for made, reason in map(_told_by_name, _files(folder))
    )


def back_up_daily(workspace: Path, folder: Path, now: datetime, progress: Progress) -> Path | None:
    """Make the backup of this day, unless there is one, or no workspace yet; give where it is.

    Raises:
        BackupError: it cannot be made; earlier ones are kept.
        WorkspaceDamagedError: the workspace is damaged.
        Cancelled: the user asked to stop; nothing is left of it.
    """
    if not workspace.exists() or not is_due(folder, now.astimezone().date()):
        return None
    return back_up(workspace, folder, reason="daily", now=now, progress=progress)


def back_up(
    workspace: Path, folder: Path, *, reason: Reason, now: datetime, progress: Progress | None = None
) -> Path:
    """Back a workspace up and give the backup; `now` has a time zone.

    Raises:
        BackupError: it cannot be made; earlier ones are kept.
        WorkspaceDamagedError: the workspace is damaged.
        Cancelled: the user asked to stop; nothing is left of it.
    """
    stamp = now.astimezone(UTC)
    target = folder / f"workspace-{stamp:%Y%m%dT%H%M%S}-{stamp:%f}-{reason}.sqlite"
    draft = target.with_name(f".{target.name}.tmp")
    with _named(target, workspace):
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        try:
            _copy(workspace, draft, progress or Silent())
            sync_file(draft)
            _check(draft, target)
            draft.replace(target)
            sync_folder(folder)
        finally:
            draft.unlink(missing_ok=True)
    _forget_old(folder, reason)
    return target


def _copy(workspace: Path, draft: Path, progress: Progress) -> None:
    stopped: list[Cancelled] = []
    done = 0

    def go_on() -> int:
        nonlocal done
        done += 1
        try:
            progress.advance(done)
        except Cancelled as cancelled:
            stopped.append(cancelled)
        return len(stopped)

    if is_empty(workspace):
        raise WorkspaceDamagedError(path=workspace, detail=phrase("details", "it is empty"))
    with closing(open_settled(workspace)) as connection:
        connection.set_progress_handler(go_on, _STEPS_AT_ONCE)
        try:
            go_on()
            if not stopped:
                connection.execute("VACUUM INTO ?", (str(draft),))
        except sqlite3.OperationalError:
            if not stopped:
                raise
    if stopped:
        raise stopped[0]


def _described(path: Path) -> Backup:
    made, reason = _told_by_name(path)
    try:
        size, procurements = path.stat().st_size, check_sound(path)
    except (WorkspaceError, OSError):
        size, procurements = _size(path), None
    return Backup(path=path, made=made, reason=reason, size=size, procurements=procurements)


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0


def _files(folder: Path) -> list[Path]:
    try:
        if not folder.exists():
            return []
        return [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    except OSError as error:
        text = phrase("details", "{path}: it cannot be read ({error})").of(path=folder, error=error.strerror)
        raise WorkspaceError(text, path=folder) from error


def _told_by_name(path: Path) -> tuple[datetime, Reason]:
    found = _NAME.fullmatch(path.name)
    if found is None:
        raise ValueError(f"{path.name} is no name of a backup")
    made = datetime.strptime(f"{found['made']}{found['at']}+0000", "%Y%m%dT%H%M%S%f%z")
    (reason,) = (one for one in get_args(Reason) if one == found["reason"])
    return made, reason


def _forget_old(folder: Path, reason: Reason) -> None:
    """Delete all but the last ones; what cannot be deleted now is deleted the next time."""
    old = sorted(path for path in _files(folder) if _told_by_name(path)[1] == reason)[:-KEPT]
    for path in old:
        with suppress(OSError):
            path.unlink()


def _sweep(folder: Path) -> None:
    """Delete what a crash left of a backup that was never whole; one that is just being made is young."""
    for draft in folder.glob(".workspace-*.sqlite.tmp*"):
        with suppress(OSError):
            if time.time() - draft.stat().st_mtime > _LEFT_BEHIND:
                draft.unlink()


def _check(draft: Path, target: Path) -> None:
    try:
        check_sound(draft)
    except WorkspaceError as error:
        raise BackupError(
            path=target, detail=phrase("details", "the copy is not sound: {error}").of(error=error)
        ) from error


@contextmanager
def _named(target: Path, workspace: Path) -> Iterator[None]:
    """Say which of the two is at fault: the place of the backup, or the workspace itself."""
    try:
        yield
    except OSError as error:
        raise BackupError(path=target, detail=error.strerror or str(error)) from error
    except sqlite3.Error as error:
        found = translated_error(workspace, error)
        if isinstance(found, WorkspaceDamagedError):
            raise found from error
        raise BackupError(path=target, detail=str(error)) from error
