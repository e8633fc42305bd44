"""The desktop that is open, and the one that takes its place when somebody goes back to a backup."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QMainWindow

from procura_desktop.errors import ProcuraError
from procura_desktop.progress import Cancelled
from procura_desktop.settings.folders import Folders


class Seated(Protocol):
    """What this needs of a desktop."""

    notices: list[str]
    problems: list[ProcuraError]

    @property
    def going_back(self) -> SignalInstance:
        """Asks to go back to a backup, a Path."""

    @property
    def window(self) -> QMainWindow:
        """Its window."""

    def start(self, address: str) -> None:
        """Show the window at an address."""

    def call(self, address: str) -> None:
        """Bring the window to the front, at an address."""

    def close(self) -> None:
        """Let go of everything."""

    def deleteLater(self) -> None:
        """Go away for good."""


class Sitting(QObject):
    """Closes everything that has the workspace open, exchanges it, and opens everything anew."""

    def __init__(self, places: Folders, desktop: Seated, make: Callable[[], Seated | None]) -> None:
        """Begin with a desktop; `make` gives another over the same folders, None where nobody wants one."""
        super().__init__()
        self._places = places
        self._make = make
        self._asked: list[str] = []
        self.desktop: Seated | None = None
        self._take(desktop)

    def _take(self, desktop: Seated) -> None:
        self.desktop = desktop
        desktop.going_back.connect(self._go_back, Qt.ConnectionType.QueuedConnection)

    def call(self, address: str) -> None:
        """Come to the front, as a later start asks, as soon as there is a window."""
        if self.desktop is not None:
            self.desktop.call(address)
        else:
            self._asked.append(address)

    def _go_back(self, backup: Path) -> None:
        from procura_desktop.gui.mending import go_back

        told: list[str] = []
        problems: list[ProcuraError] = []
        QApplication.setQuitOnLastWindowClosed(False)
        try:
            self.close()
            told.append(go_back(self._places, backup))
        except Cancelled:
            pass  # nothing was changed, and the window comes back
        except ProcuraError as error:
            problems.append(error)
        finally:  # whatever happened, nobody is left without a window
            self._open_anew(told, problems)
            QApplication.setQuitOnLastWindowClosed(True)

    def _open_anew(self, told: list[str], problems: list[ProcuraError]) -> None:
        desktop = self._make()
        if desktop is None:
            QApplication.quit()
            return
        desktop.notices += told
        desktop.problems += problems
        self._take(desktop)
        desktop.start("")
        for address in self._asked:
            desktop.call(address)
        self._asked.clear()

    def close(self) -> None:
        """Let go of everything."""
        if self.desktop is not None:
            desktop, self.desktop = self.desktop, None
            desktop.window.close()
            desktop.close()
            desktop.window.deleteLater()
            desktop.deleteLater()
