"""What the start costs: home needs little, the rest comes after the first paint."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.gui.application import show_icon
from procura_desktop.gui.preload import MODULES, PROCUREMENT_MODULES, REST, Preload

NOT_FOR_HOME = {
    *(name for name in (*MODULES, *PROCUREMENT_MODULES) if name.startswith("procura_desktop")),
    "PySide6.QtPrintSupport",
    "concurrent.futures.thread",
    "hashlib",
    "json",
    "markdown",
    "msgspec",
    "nh3",
    "platformdirs",
    "procura_desktop.cli.checking",
    "procura_desktop.gui.crash",
    "procura_desktop.gui.messages",
    "procura_desktop.gui.updates",
    "procura_desktop.library.search",
    "procura_desktop.markup.render",
    "sqlite_utils",
    "subprocess",
    "tomllib",
}


def test_the_first_page_imports_no_other_page() -> None:
    imported = "import sys, procura_desktop.__main__, procura_desktop.app.running; print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", imported], capture_output=True, text=True, check=True)
    assert NOT_FOR_HOME & set(answer.stdout.split()) == set()


COUNTING = """
import enum, sys
made = []
create = enum.EnumType._create_
def count(*arguments, **named):
    made.append(arguments)
    return create(*arguments, **named)
from procura_desktop import __main__ as program
from procura_desktop.app import running
enum.EnumType._create_ = count  # from here on: the imports make some too
report = running._report_first_paint
def painted(application):
    print("enumerations", len(made))
    report(application)
running._report_first_paint = painted
sys.exit(program.start(["--data-dir", sys.argv[1]]))
"""


def test_no_event_of_the_start_goes_through_python(tmp_path: Path) -> None:
    """PySide makes the enumerations of all classes that receive one: some 190 then, else 12."""
    wanted = {"QT_QPA_PLATFORM": "offscreen", "PROCURA_PRINT_FIRST_PAINT": "1", "PROCURA_QUIT_AFTER": "0.01"}
    answer = subprocess.run(
        [sys.executable, "-c", COUNTING, str(tmp_path)],
        env=os.environ | wanted,
        capture_output=True,
        text=True,
        check=True,
    )
    counted = answer.stdout.split("enumerations ")[1].split()[0]
    assert int(counted) < 60


def test_the_other_pages_are_imported_soon_after(qtbot: QtBot, qapp: QApplication) -> None:
    preload = Preload(parent=qapp)
    with qtbot.waitSignal(preload.done):
        preload.start()
    assert set(MODULES) <= set(sys.modules)


def test_the_window_goes_on_between_the_steps_of_several_that_prepare(qtbot: QtBot) -> None:
    steps: list[float] = []
    both = [Preload([lambda: steps.append(monotonic())] * 5, modules=()) for _ in range(2)]
    with qtbot.waitSignals([one.done for one in both]):
        for one in both:
            one.start()

    assert len(steps) == 10
    assert all(later - earlier >= REST for earlier, later in pairwise(steps))


def test_windows_get_the_picture_of_the_program(qapp: QApplication) -> None:
    before = qapp.windowIcon()
    show_icon(qapp)
    try:
        drawn = qapp.windowIcon().pixmap(32, 32).toImage()
        assert drawn.pixelColor(16, 1) == QColor("#1b6b4f")
    finally:
        qapp.setWindowIcon(before)


def test_a_new_window_fits_a_small_screen(desktop: Desktop) -> None:
    desktop.window.fit_into(QSize(1024, 600))

    size = desktop.window.size()
    assert size.width() <= 1024
    assert size.height() < 600  # the title bar stands above it


def test_a_new_window_grows_on_no_large_screen(desktop: Desktop) -> None:
    before = desktop.window.size()

    desktop.window.fit_into(QSize(3840, 2160))

    assert desktop.window.size() == before
