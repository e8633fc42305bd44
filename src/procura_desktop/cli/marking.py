"""Marking in the user's workspace what an update outside the window changed, as the window does itself."""

from contextlib import closing

from procura_desktop.errors import WorkspaceError
from procura_desktop.library.compare import Differences
from procura_desktop.library.namespace import id_beside
from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.workspace import open_workspace

NO_CHANGES = Differences(added=(), changed=(), removed=())


def mark_changes(places: Folders, library: str, version: str, changes: Differences) -> str:
    """Mark what is new until it is read; give why it could not be marked, or "".

    Who has no workspace yet has read nothing, so nothing is marked.
    """
    if not places.workspace.exists():
        return ""
    marked = [id_beside(library, record_id) for record_id, _ in (*changes.added, *changes.changed)]
    try:
        with closing(open_workspace(places.workspace)) as workspace:
            workspace.mark_changes(library, marked, version)
    except WorkspaceError as error:
        return f"What changed is not marked in the window: {error}"
    return ""
