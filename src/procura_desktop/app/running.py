"""One run of the program, from the start to the exit code."""

import os
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from procura_desktop.app.collecting import Collecting
from procura_desktop.app.desktop import Desktop
from procura_desktop.app.faults import show_unexpected
from procura_desktop.app.making import make_or_explain
from procura_desktop.gui.application import make_application, show_icon
from procura_desktop.gui.instance import Instance, hand_over, server_name
from procura_desktop.gui.openings import SYSTEM_ASKS, Openings
from procura_desktop.gui.preload import Preload
from procura_desktop.gui.sitting import Sitting
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.policy import load_policy


def run(places: Folders, address: str) -> int:
    """Open the window and stay until it is closed; give the exit code."""
    application = make_application(load_policy(places.policy).language)
    openings = Openings(application) if SYSTEM_ASKS else None
    name = server_name(places.data)
    if hand_over(name, address):
        return 0
    sys.excepthook = partial(show_unexpected, places)
    desktop = _made(places)
    if desktop is None:
        return 1
    instance = Instance(name)
    sitting = Sitting(places, desktop, lambda: _made(places))
    instance.called.connect(sitting.call)
    desktop.start(address)
    if openings is not None:
        openings.opened.connect(sitting.call)
        openings.start()
    _report_first_paint(application)
    preload = Preload((lambda: show_icon(application), *desktop.router.steps_to_first_use()), application)
    preload.done.connect(Collecting(application).begin)
    preload.start()
    code = application.exec()
    instance.close()
    sitting.close()
    return code


def _made(places: Folders) -> Desktop | None:
    """Make the window, no larger than its screen; None where it cannot be made, which was explained."""
    desktop = make_or_explain(places)
    if desktop is not None:
        desktop.window.fit_into(desktop.window.screen().availableSize())
    return desktop


def _report_first_paint(application: QApplication) -> None:
    """Print, where the environment asks for it, how long the start took; see tests/benchmarks."""
    if "PROCURA_PRINT_FIRST_PAINT" not in os.environ:
        return
    application.processEvents()
    sys.stdout.write(f"first-paint-ms={_milliseconds_since_start():.0f}\n")
    sys.stdout.flush()
    seconds = float(os.environ.get("PROCURA_QUIT_AFTER", "1"))
    QTimer.singleShot(int(seconds * 1000), application.quit)


def _milliseconds_since_start() -> float:
    """Give the age of this process, from the kernel's count of clock ticks since boot (Linux)."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000
