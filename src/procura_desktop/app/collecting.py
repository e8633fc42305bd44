"""Collects garbage in turns of its own.

What is young is collected as Python does it, in a few milliseconds. Going through everything takes tens of
them; Python would do it in the middle of whatever happens to be made, so that a slow step becomes twice as
slow. Here it waits for a timer.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 10_000
YOUNG, MIDDLE, NEVER = 700, 10, 1 << 30  # thresholds: Python's own, and for the oldest none
DUE = 10  # collections of what is younger, after which Python would go through everything


class Collecting(QObject):
    """Begun once the start is over: what the start has made is there to stay, and never gone through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(_collect_if_due)

    def begin(self) -> None:
        """Leave out what is there now, and collect from now on."""
        gc.freeze()
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        gc.enable()
        self._look.start()


def _collect_if_due() -> None:
    if gc.get_count()[2] >= DUE:
        gc.collect()
