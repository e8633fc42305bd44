"""Imports what the first click needs, after the first paint, one module at a time.

Every step is short, so that typing and clicking go on between the steps.
"""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

FIRST_AFTER_MS = 300
NEXT_AFTER_MS = 20
MODULES = (
    "procura_desktop.domain.records",
    "procura_desktop.library.pack",
    "procura_desktop.gui.card_list",
    "procura_desktop.gui.focus",
    "procura_desktop.gui.placard_words",
    "concurrent.futures.thread",
    "procura_desktop.gui.search_page",
    "PySide6.QtPrintSupport",
    "procura_desktop.gui.reader.document",
    "procura_desktop.gui.reader.reader",
    "procura_desktop.gui.browse_page",
    "procura_desktop.gui.groups_page",
    "procura_desktop.gui.group_page",
)


class Preload(QObject):
    """Works through the modules once the event loop runs."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = list(MODULES)
        self._timer = QTimer(self, interval=FIRST_AFTER_MS)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin soon."""
        self._timer.start()

    def _step(self) -> None:
        if not self._waiting:
            self._timer.stop()
            self.done.emit()
            return
        self._timer.setInterval(NEXT_AFTER_MS)
        import_module(self._waiting.pop(0))
