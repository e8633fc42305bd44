"""Collects garbage while nothing else is done.

What is young is collected as Python does it, in a few milliseconds. Going through everything takes 20 to 120
of them, according to what is open and to what is made beside the window. Python would do it in the middle of
whatever happens, so that one step in twenty takes twice as long. Here it waits until the program is idle.
"""

import gc
from time import monotonic, process_time

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 2_000
YOUNG, MIDDLE, NEVER = 700, 10, 1 << 30  # thresholds: Python's own, and for the oldest none
DUE = 10  # collections of what is younger, after which Python would go through everything
IDLE = 0.05  # of the time from one look to the next, spent by all threads together
PATIENCE = 600.0  # seconds after which it is done whatever happens


class Collecting(QObject):
    """Begun once the start is over: what the start has made is there to stay, and never gone through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = self._used = self._collected = 0.0
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._collect_if_idle)

    def begin(self) -> None:
        """Leave out what is there now, and collect from now on."""
        gc.freeze()
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        gc.enable()
        self._seen, self._used, self._collected = monotonic(), process_time(), monotonic()
        self._look.start()

    def _collect_if_idle(self) -> None:
        now, used = monotonic(), process_time()
        is_idle = used - self._used < IDLE * (now - self._seen)
        self._seen, self._used = now, used
        if gc.get_count()[2] >= DUE and (is_idle or now - self._collected > PATIENCE):
            gc.collect()
            self._collected = monotonic()
