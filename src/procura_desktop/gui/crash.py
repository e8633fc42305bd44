"""Faults reach the person as a calm dialog that says what to do, never as a vanished window."""

import sys
import traceback
from types import TracebackType
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from procura_desktop import __version__
from procura_desktop.errors import ProcuraError, WorkspaceDamagedError
from procura_desktop.gui.messages import QT_TRANSLATE_NOOP, explain

translate = QApplication.translate
Way = Literal["rescue", "back", "without", "quit"]


def show_error(error: Exception, parent: QWidget | None = None, *, instead: str = "") -> None:
    """Explain what we raised on purpose, and what is done `instead`; show anything else as the bug it is."""
    if isinstance(error, ProcuraError):
        box = _explained(error, parent)
        if instead:
            box.setInformativeText(f"{box.informativeText()}\n\n{instead}")
        box.addButton(translate("crash", "Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
    else:
        show_crash(type(error), error, error.__traceback__)


def ask_to_go_on(error: ProcuraError) -> Way:
    """Explain why the person's own data cannot be used; ask what to do."""
    box = _explained(error, None)
    damaged = isinstance(error, WorkspaceDamagedError)
    offers = [_WITHOUT] if not damaged else [_RESCUE, _BACK, _WITHOUT]
    box.setInformativeText("\n\n".join((box.informativeText(), *map(_told, offers))))
    ways = {
        box.addButton(translate("crash", text), QMessageBox.ButtonRole.AcceptRole): way
        for way, text, _ in offers
    }
    quit_button = box.addButton(translate("crash", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(quit_button)
    box.setEscapeButton(quit_button)
    box.exec()
    return next((way for button, way in ways.items() if button is box.clickedButton()), "quit")


_RESCUE: tuple[Way, str, str] = (
    "rescue",
    QT_TRANSLATE_NOOP("crash", "Rescue what can be read"),
    QT_TRANSLATE_NOOP(
        "crash",
        "The program can make a new workspace of what can still be read. The damaged file is kept.",
    ),
)
_BACK: tuple[Way, str, str] = (
    "back",
    QT_TRANSLATE_NOOP("crash", "Go back to a backup…"),
    QT_TRANSLATE_NOOP(
        "crash", "You can go back to a backup; what you did since then is only in the damaged file."
    ),
)
_WITHOUT: tuple[Way, str, str] = (
    "without",
    QT_TRANSLATE_NOOP("crash", "Open without my data"),
    QT_TRANSLATE_NOOP(
        "crash",
        "You can open the program without it for now: you can read and search everything, "
        "but nothing you do is kept, and the file is not touched.",
    ),
)


def _told(offer: tuple[Way, str, str]) -> str:
    return translate("crash", offer[2])


def _explained(error: ProcuraError, parent: QWidget | None) -> QMessageBox:
    """Make a box with the words for an error; what it cites is shown as it is, never as markup."""
    message = explain(error)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(message.title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(message.title)
    box.setInformativeText(message.text)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return box


def show_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show an unexpected fault with its report."""
    report = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(report)
    box = QMessageBox(QMessageBox.Icon.Critical, translate("crash", "Something went wrong"), "")
    box.setText(translate("crash", "The program met a fault of its own. Your data is saved."))
    box.setInformativeText(
        translate("crash", "You can go on working. Please send the report below to your administrator.")
    )
    box.setDetailedText(f"Procura Desktop {__version__}\n{report}")
    box.exec()
