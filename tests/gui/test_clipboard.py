"""What was copied outlives neither the interpreter nor the program's sound end."""

import os
import subprocess
import sys

COPY_AND_END = """
from PySide6.QtCore import QMimeData, QTimer
from procura_desktop.gui.application import make_application
from procura_desktop.gui.clipboard import put_on_clipboard
application = make_application()
copied = QMimeData()
copied.setText("x")
copied.setHtml("<p>x</p>")
put_on_clipboard(copied)
QTimer.singleShot(0, application.quit)
application.exec()
"""


def test_the_program_ends_soundly_after_copying() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COPY_AND_END], env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=False
    )
    assert done.returncode == 0
