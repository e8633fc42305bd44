"""Taking back what a file brought in, as long as nobody has worked on it since."""

from procura_desktop.errors import BroughtInChangedError, ProcurementMissingError
from procura_desktop.workspace.exchange import Brought
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.workspace import Workspace


def take_back(workspace: Workspace, brought: Brought) -> None:
    """Take out what was new and put back what was replaced; what travels beside procurements stays.

    Raises:
        BroughtInChangedError: one was changed or deleted since; nothing was changed.
        WorkspaceError: the workspace cannot be written; nothing was changed.
    """
    store = Procurements(workspace)
    with workspace.transaction():
        for before, after in brought.procurements:
            try:
                now = store.read(after.id)
            except ProcurementMissingError as error:
                raise BroughtInChangedError(title=after.head.title) from error
            if now.procurement != after:
                raise BroughtInChangedError(title=after.head.title)
            if before is None:
                store.delete(after.id)
            else:
                store.save(before, before=now)
