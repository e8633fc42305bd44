"""The backup of a day: where it is wanted, or else where it can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from procura_desktop.errors import WorkspaceDamagedError, WorkspaceError
from procura_desktop.progress import Progress
from procura_desktop.workspace.backup import back_up_daily


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """What came of the backup of a day.

    Attributes:
        made: None means that there is one already, or that it failed everywhere.
        folder: where the backup of this day is; None means that it failed everywhere.
        failed: why it is not in the first folder.
    """

    made: Path | None
    folder: Path | None
    failed: WorkspaceError | None


def back_up_this_day(workspace: Path, folders: Sequence[Path], now: datetime, progress: Progress) -> Daily:
    """Make the backup of this day in the first folder that takes it, unless there is one.

    Raises:
        WorkspaceDamagedError: the workspace is damaged.
        Cancelled: somebody wants to stop; nothing is left of it.
    """
    failed: WorkspaceError | None = None
    for folder in folders:
        try:
            made = back_up_daily(workspace, folder, now, progress)
        except WorkspaceDamagedError:
            raise
        except WorkspaceError as error:
            failed = failed or error
        else:
            return Daily(made=made, folder=folder, failed=failed)
    return Daily(made=None, folder=None, failed=failed)
