"""Runs the program as its users have it; tells on request what its window shows and where the keyboard is.

A person sees the window; a test sees it through this. It only reads: every key comes through the X server.
"""

import json
import os
import sys
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from procura_desktop import __main__
from procura_desktop.app import running
from procura_desktop.gui.application import make_application

SOCKET = "PROCURA_TEST_EYES"  # the variable that names where to listen
MOST_ROWS = 60


class Eyes(QObject):
    """Answers each line that it is sent with one line: title, place of the keyboard, texts in sight."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._meet)
        if not self._server.listen(name):
            raise OSError(self._server.errorString())

    def _meet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._answer(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _answer(self, socket: QLocalSocket) -> None:
        socket.readAll()
        window = QApplication.activeModalWidget() or QApplication.activeWindow()
        focus = QApplication.focusWidget()
        seen = {
            "title": window.windowTitle() if window else "",
            "focus": _name(focus) if focus else "",
            "at": _place(focus),
            "row": _row(focus),
            "value": _value(focus),
            "texts": list(_texts(window)) if window else [],
        }
        socket.write(json.dumps(seen).encode() + b"\n")
        socket.flush()


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else type(widget).__name__


def _place(widget: QWidget | None) -> str:
    """Give a word that is another one after every key that moves the keyboard, also from link to link."""
    if isinstance(widget, QTextEdit):
        return f"{id(widget)}:{widget.textCursor().selectionStart()}"
    return str(id(widget)) if widget else ""


def _row(widget: QWidget | None) -> str:
    if not isinstance(widget, QAbstractItemView):
        return ""
    return _said(widget.currentIndex())


def _value(widget: QWidget | None) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractButton):
        return "checked" if widget.isChecked() else ""
    return ""


def _said(index: QModelIndex) -> str:
    """Give a row as it is read out, with whether it is ticked."""
    if not index.isValid():
        return ""
    words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
    tick = index.data(Qt.ItemDataRole.CheckStateRole)
    ticked = tick is not None and Qt.CheckState(tick) == Qt.CheckState.Checked
    return f"{'[x] ' if ticked else ''}{words or ''}"


def _texts(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from (_said(index) for index in _rows(widget.model()))
        elif text := _value(widget):
            yield text


def _rows(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    above = parent or QModelIndex()
    for row in range(min(model.rowCount(above), MOST_ROWS)):
        index = model.index(row, 0, above)
        yield index
        yield from _rows(model, index)


def _watched_application(language: str = "") -> QApplication:
    application = make_application(language)
    Eyes(os.environ[SOCKET], application)
    return application


if __name__ == "__main__":
    vars(running)["make_application"] = _watched_application
    sys.argv[0] = "procura-desktop"
    __main__.main()
