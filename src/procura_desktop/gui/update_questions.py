"""What updating asks a person: which folder or file, and whether to take an edition that has expired."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from procura_desktop.errors import ReleaseExpiredError

translate = QCoreApplication.translate


def ask_folder(window: QWidget) -> str:
    """Ask for a folder with an edition; "" is none."""
    return QFileDialog.getExistingDirectory(window, translate("updates", "Folder or stick with an edition"))


def ask_file(window: QWidget) -> str:
    """Ask for an update file; "" is none."""
    kinds = translate("updates", "Update file (*.procura)")
    return QFileDialog.getOpenFileName(window, translate("updates", "Update file"), "", kinds)[0]


def ask_where_to_write(window: QWidget) -> Path | None:
    """Ask where the newest edition shall be written."""
    name = QFileDialog.getExistingDirectory(window, translate("updates", "Where to write the newest edition"))
    return Path(name) if name else None


def accepts_expired(window: QWidget, error: ReleaseExpiredError) -> bool:
    """Ask whether an edition may be used although it was to be renewed; leaving it is what Enter does."""
    from procura_desktop.gui.messages import explain

    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(explain(error).title)
    box.setText(
        translate(
            "updates", "This edition, {version}, is of {published}. It was to be renewed by {expired}."
        ).format(version=error.version, published=error.published or "?", expired=error.expired)
    )
    box.setInformativeText(
        translate(
            "updates",
            "Your clock says {clock}. If that is right, a newer edition exists elsewhere. You can use "
            "this one all the same; it is only taken if it is newer than yours.",
        ).format(clock=error.clock)
    )
    use = box.addButton(translate("updates", "Use it all the same"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(translate("updates", "Leave it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    box.exec()
    return box.clickedButton() is use
