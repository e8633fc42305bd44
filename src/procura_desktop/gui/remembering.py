"""What is remembered along the way: places, searches, how far one read. Reading goes on where that fails."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from procura_desktop.errors import WorkspaceError


class Remembering(QObject):
    """Writes what nobody asked to have written; that it cannot be kept is said once."""

    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = False

    def keep(self, write: Callable[[], None]) -> None:
        """Write; a full disk or a stick that was pulled out does not stop the work."""
        try:
            write()
        except WorkspaceError as error:
            if not self._told:
                self._told = True
                self.failed.emit(error)
