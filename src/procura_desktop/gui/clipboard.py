"""The clipboard at the end of the program.

A QMimeData made in Python that is on the clipboard when the interpreter ends crashes PySide6 6.11. So what we
put there is marked, and left behind as plain text in Qt's own hands.
"""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

OWN_FORMAT = "application/x-procura-desktop"


def put_on_clipboard(data: QMimeData) -> None:
    """Copy something that we have made."""
    data.setData(OWN_FORMAT, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def leave_clipboard() -> None:
    """Replace what we have copied by its plain text; what others have copied stays as it is."""
    clipboard = QGuiApplication.clipboard()
    copied = clipboard.mimeData()
    if copied is not None and copied.hasFormat(OWN_FORMAT):
        clipboard.setText(copied.text())
