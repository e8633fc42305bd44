"""Prepares what the first click needs, after the first paint: imports modules, then makes pages.

Every step is short, so that typing and clicking go on between the steps.
"""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

FIRST_AFTER_MS = 300
NEXT_AFTER_MS = 20
# What others import stands before them, or it would be imported with them in one long step.
MODULES = (
    "procura_desktop.domain.records",
    "msgspec",
    "procura_desktop.library.pack",
    "procura_desktop.gui.cards",
    "procura_desktop.gui.card_list",
    "procura_desktop.gui.focus",
    "procura_desktop.gui.placard_words",
    "concurrent.futures.thread",
    "procura_desktop.gui.lists",
    "json",
    "snowballstemmer",
    "procura_desktop.library.query",
    "procura_desktop.library.index",
    "procura_desktop.library.plan",
    "procura_desktop.library.search",
    "procura_desktop.gui.search_page",
    "PySide6.QtPrintSupport",
    "procura_desktop.gui.reader.document",
    "procura_desktop.gui.reader.find_bar",
    "procura_desktop.gui.reader.page",
    "procura_desktop.gui.reader.take_along",
    "procura_desktop.workspace.notes",
    "procura_desktop.gui.reader.note_taking",
    "procura_desktop.gui.reader.reader",
    "procura_desktop.gui.notes.noting",
    "procura_desktop.gui.browse_page",
    "procura_desktop.gui.groups_page",
    "procura_desktop.gui.criteria_table",
    "procura_desktop.gui.group_page",
)


class Preload(QObject):
    """Works through the modules, and then through other steps, once the event loop runs."""

    done = Signal()

    def __init__(self, then: Sequence[Callable[[], object]] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = [partial(import_module, name) for name in MODULES]
        self._waiting += then
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
        self._waiting.pop(0)()
