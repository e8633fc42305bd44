"""Looking at the user's workspace without touching it: a copy is opened.

That also shows that this program can bring an older workspace up to date.
"""

from procura_desktop.settings.folders import Folders
from procura_desktop.workspace.workspace import open_for_reading


def look_at_workspace(places: Folders) -> str:
    """Say what is found; the workspace and the files beside it are only read.

    Raises:
        WorkspaceTooNewError: a later version of the program wrote it.
        WorkspaceDamagedError: it is not a sound workspace, or empty and was not always so.
        WorkspaceError: it cannot be read just now.
    """
    path = places.workspace
    if not path.exists():
        return f"none yet; the first start makes {path}"
    with open_for_reading(path, backups=places.backup_folders):
        return str(path)
