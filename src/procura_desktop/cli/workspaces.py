"""Looking at the user's workspace without touching it: a copy is opened.

That also shows that this program can bring an older workspace up to date.
"""

from pathlib import Path

from procura_desktop.workspace.workspace import open_for_reading


def look_at_workspace(path: Path) -> str:
    """Say what is found; the workspace and the files beside it are only read.

    Raises:
        WorkspaceTooNewError: a later version of the program wrote it.
        WorkspaceDamagedError: it is not a sound workspace.
        WorkspaceError: it cannot be read just now.
    """
    if not path.exists():
        return f"none yet; the first start makes {path}"
    with open_for_reading(path):
        return str(path)
