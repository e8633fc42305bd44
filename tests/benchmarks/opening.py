"""Measures how soon the longest articles are on the screen; `./run bench` prints it.

Processor time of the window's thread, which other programs leave alone: from the choice to the first painted
screenful, of an article at its beginning and of one that goes on where it was left. What is written after it
is counted by its longest stretch, for the window answers nobody meanwhile.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from procura_desktop.app.collecting import Collecting
from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop
from procura_desktop.gui.application import make_application
from procura_desktop.library.installed import bundled_path
from procura_desktop.settings.folders import folders

ARTICLES = 3
TIMES = 15
PREPARED = 1.0  # seconds for what follows a start
QUIET = 0.05  # seconds for what follows an opening
LEFT_AT = 0.5


class Painted(QObject):
    """Notices that a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look on."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    with tempfile.TemporaryDirectory() as name:
        desktop = make_desktop(folders(Path(name)), [bundled_path("main")])
        desktop.window.resize(1440, 900)
        desktop.start("")
        measure(desktop)
        desktop.window.close()
        desktop.close()
        shiboken6.delete(desktop.window)  # its parts go before the application
    application.quit()


def measure(desktop: Desktop) -> None:
    """Open the longest articles again and again from another one, and print what each costs."""
    briefs = desktop.library.briefs(kind="article")
    texts = {brief.id: len(desktop.library.record(brief.id).text) for brief in briefs}
    *longest, other = sorted(texts, key=lambda name: -texts[name])[: ARTICLES + 1]
    page = desktop.router.pages.reader.page
    painted = Painted()
    page.viewport().installEventFilter(painted)
    settle(PREPARED)
    Collecting(desktop.window).begin()  # as the program does once its start is over
    for name in longest:
        for words, position in (("from the beginning", 0.0), ("where it was left", LEFT_AT)):
            figures = []
            desktop.router.open_record(name)
            settle(QUIET)
            bar = page.verticalScrollBar()
            bar.setValue(round(position * bar.maximum()))
            for _ in range(TIMES + 1):  # the first warms up
                desktop.router.open_record(other)
                settle(QUIET)
                painted.seen = False
                figures.append(opening(desktop, name))
                assert painted.seen, name
            first, after = (spread(list(column)) for column in zip(*figures[1:], strict=True))
            print(f"article, opens  {first} ms {words}, then {after}: {name}, {texts[name]} letters")
    print(f"                of the processor: the first screenful, then the longest stretch; {TIMES} times")


def opening(desktop: Desktop, name: str) -> tuple[float, float]:
    """Open an article; give the milliseconds to its first screenful, and the longest stretch after it."""
    begun = time.thread_time()
    desktop.router.open_record(name)
    QApplication.sendPostedEvents()  # lays out and paints; what waits for another turn is left alone
    first = time.thread_time() - begun
    return 1000 * first, 1000 * settle(QUIET)


def settle(seconds: float) -> float:
    """Let the window do what it has to do; give the longest stretch of it."""
    longest, end = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        begun = time.thread_time()
        QApplication.processEvents()
        longest = max(longest, time.thread_time() - begun)
        time.sleep(0.002)
    return longest


def spread(values: list[float]) -> str:
    """Give the median, and the least and the most."""
    return f"{statistics.median(values):.0f} ({min(values):.0f} to {max(values):.0f})"


if __name__ == "__main__":
    main()
