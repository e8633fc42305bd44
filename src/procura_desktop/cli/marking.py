"""Marking in the user's workspace what an update outside the window changed, as the window does itself."""

import sys
from contextlib import closing

from procura_desktop.errors import WorkspaceError
from procura_desktop.library.compare import Differences, ids_to_read
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.workspace import open_workspace

NO_CHANGES = Differences(added=(), changed=(), removed=())


def mark_changes(places: Folders, library: str, version: str, changes: Differences) -> None:
    """Mark what is new until it is read; say so where that cannot be, since the update is done.

    Who has no workspace yet has read nothing, so nothing is marked.
    """
    if not places.workspace.exists():
        return
    try:
        with closing(open_workspace(places.workspace, backups=places.backup_folders)) as workspace:
            workspace.mark_changes(library, ids_to_read(changes, library), version)
    except WorkspaceError as error:
        sys.stderr.write(f"What changed is not marked in the window: {error}\n")
