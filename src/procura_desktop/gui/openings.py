"""Files and addresses that the system asks the running program to open: macOS hands them over as events.

They may come before there is a window, and wait until somebody asks for them.
Only macOS sends them, and only there does the program listen: every event would go through Python, and PySide
make a Python class of everything that receives one, 60 ms of a start.
"""

import sys

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication

from procura_desktop.domain.addresses import SCHEME

SYSTEM_ASKS = sys.platform == "darwin"  # elsewhere files and addresses come with the command line


class Openings(QObject):
    """Hears what the system asks the application to open."""

    opened = Signal(str)  # an address, or the path of a file

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._waiting: list[str] = []
        self._ready = False
        application.installEventFilter(self)

    def start(self) -> None:
        """Hand on what has come, and from now on everything at once."""
        self._ready = True
        waiting, self._waiting = self._waiting, []
        for wanted in waiting:
            self.opened.emit(wanted)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the events that open something; all others go their way."""
        if not isinstance(event, QFileOpenEvent):
            return False
        address = event.url().toString()
        wanted = address if address.startswith(SCHEME) else event.file()
        if wanted and self._ready:
            self.opened.emit(wanted)
        elif wanted:
            self._waiting.append(wanted)
        return True
