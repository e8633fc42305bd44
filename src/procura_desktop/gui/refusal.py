"""Saying why the program cannot begin, with as little of the program as that takes: a part may be missing."""

import sys

from PySide6.QtWidgets import QApplication

from procura_desktop.errors import ProcuraError
from procura_desktop.gui.crash import show_error

FAILED = 1


def refuse(error: ProcuraError) -> int:
    """Explain it in a dialog and on standard error; give the exit code."""
    if sys.stderr is not None:
        sys.stderr.write(f"{error}\n")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    show_error(error)
    del application
    return FAILED
