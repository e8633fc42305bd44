"""A bug reaches the person as a calm dialog with the report to copy, never as a vanished window."""

import sys
import traceback
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from procura_desktop import __version__
from procura_desktop.errors import ProcuraError
from procura_desktop.gui.messages import explain


def show_error(error: Exception, parent: QWidget | None = None) -> None:
    """Explain what we raised on purpose; show anything else as the bug that it is."""
    if isinstance(error, ProcuraError):
        message = explain(error)
        QMessageBox.warning(parent, message.title, message.text)
    else:
        show_crash(type(error), error, error.__traceback__)


def show_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show an unexpected fault with its report."""
    report = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(report)
    box = QMessageBox(QMessageBox.Icon.Critical, QApplication.translate("crash", "Something went wrong"), "")
    box.setText(QApplication.translate("crash", "The program met a fault of its own. Your data is saved."))
    box.setInformativeText(
        QApplication.translate(
            "crash", "You can go on working. Please send the report below to your administrator."
        )
    )
    box.setDetailedText(f"Procura Desktop {__version__}\n{report}")
    box.exec()


def install_crash_dialog() -> None:
    """Let every fault that nothing catches reach `show_crash`."""
    sys.excepthook = show_crash
