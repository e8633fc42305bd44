"""What the last update of each library changed, and which of it nobody has read yet."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from procura_desktop.gui.remembering import Remembering
from procura_desktop.library.books import Books
from procura_desktop.workspace.workspace import Workspace

if TYPE_CHECKING:
    from procura_desktop.gui.changes import Changes


class ChangeMarks:
    """Reads the marks of the libraries that are open; those of one that is switched off are kept."""

    def __init__(self, library: Books, workspace: Workspace, remembering: Remembering) -> None:
        self._library = library
        self._workspace = workspace
        self._remembering = remembering
        self._previous: Mapping[str, Path] = {}
        self._changes: Changes | None = None

    def use_library(self, library: Books) -> None:
        """Turn to other books."""
        self._library, self._changes = library, None

    def set_previous(self, previous: Mapping[str, Path]) -> None:
        """Take note of the editions before, by the names of their libraries, to tell what changed."""
        self._previous, self._changes = previous, None

    @property
    def changes(self) -> "Changes":
        """What differs from the editions before; read when it is first asked for."""
        from procura_desktop.gui.changes import Changes

        if self._changes is None:
            self._changes = Changes(self._library, self._previous)
        return self._changes

    def unread(self) -> frozenset[str]:
        """Give the records that an update added or changed and nobody has read since."""
        names = [info.name for info in self._library.infos]
        return frozenset[str]().union(*map(self._workspace.unread_changes, names))

    def take_off(self, record_id: str) -> None:
        """Forget the mark of a record that is read."""
        self._remembering.keep(lambda: self._workspace.forget_change(record_id))
