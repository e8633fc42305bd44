"""Going back to a backup: the workspace of now becomes a backup first, so that this can be undone too."""

import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from procura_desktop.errors import BackupError, WorkspaceDamagedError
from procura_desktop.library.disk import copy_file, sync_file, sync_folder
from procura_desktop.progress import Progress
from procura_desktop.workspace.alone import alone
from procura_desktop.workspace.backup import back_up
from procura_desktop.workspace.sound import check_sound
from procura_desktop.workspace.writing import translated_error

COMPANIONS = ("-wal", "-shm", "-journal")  # https://www.sqlite.org/tempfiles.html


def restore(backup: Path, workspace: Path, *, folder: Path, now: datetime, progress: Progress) -> Path | None:
    """Put a backup in the place of the workspace, which no program has open.

    Gives where the workspace of before is kept: as a backup in `folder`, or beside its place where it is
    damaged; None means that there was none. At every instant one of the two is in the place, whole.

    Raises:
        WorkspaceDamagedError: the backup is damaged; nothing was changed.
        WorkspaceTooNewError: a later version of the program made it; nothing was changed.
        WorkspaceOpenError: a program has the workspace open; nothing was changed.
        WorkspaceInUseError: somebody else has it open; nothing was changed.
        BackupError: the workspace of now cannot be kept; nothing was changed.
        WorkspaceError: the backup cannot be read or put there; the workspace is as it was.
        Cancelled: the user asked to stop; the workspace is as it was.
    """
    check_sound(backup)
    with alone(workspace):
        kept = _kept_aside(workspace, folder, now, progress) if workspace.exists() else None
        draft = workspace.with_name(f".{workspace.name}.restored.tmp")
        try:
            workspace.parent.mkdir(parents=True, exist_ok=True)
            copy_file(backup, draft)
            sync_file(draft)
            check_sound(draft)
            put_in_place(draft, workspace)
        except OSError as error:
            raise translated_error(workspace, error) from error
        finally:
            draft.unlink(missing_ok=True)
    return kept


def _kept_aside(workspace: Path, folder: Path, now: datetime, progress: Progress) -> Path:
    """Keep the workspace of now: as a backup, or with what lies beside it where it is damaged or empty."""
    try:
        return back_up(workspace, folder, reason="before-restore", now=now, progress=progress)
    except WorkspaceDamagedError:
        return keep_damaged(workspace, now=now)


def keep_damaged(workspace: Path, *, now: datetime) -> Path:
    """Copy a damaged workspace, with its journal, beside itself under a name that says so; give the copy.

    Raises:
        BackupError: it cannot be copied.
    """
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%S-%f}"
    kept = workspace.with_name(f"{workspace.stem}-damaged-{stamp}{workspace.suffix}")
    try:
        for companion in ("", *COMPANIONS):
            source = workspace.with_name(workspace.name + companion)
            if companion != "-shm" and source.exists():
                target = kept.with_name(kept.name + companion)
                shutil.copyfile(source, target)
                sync_file(target)
        sync_folder(kept.parent)
    except OSError as error:
        with suppress(OSError):
            kept.unlink(missing_ok=True)
        raise BackupError(path=kept, detail=error.strerror or str(error)) from error
    return kept


def put_in_place(draft: Path, workspace: Path) -> None:
    """Let a new file take the place of the workspace; the journal of the old goes first.

    A journal that stayed would be played into the new file. What it held is kept elsewhere by now.

    Raises:
        OSError: it cannot be done.
    """
    for companion in COMPANIONS:
        workspace.with_name(workspace.name + companion).unlink(missing_ok=True)
    draft.replace(workspace)
    sync_folder(workspace.parent)
