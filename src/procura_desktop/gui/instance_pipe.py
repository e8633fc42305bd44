"""Where two starts of the program meet on Windows: a named pipe of Qt's. It works elsewhere too."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket


def hand_over(name: str, line: bytes, *, wait_ms: int) -> bool:
    """Give a line to the program that listens; False if none does."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(wait_ms):
        return False
    _let_others_come_to_front()
    socket.write(line)
    socket.waitForBytesWritten(wait_ms)
    socket.disconnectFromServer()
    return True


def _let_others_come_to_front() -> None:
    """Hand on the right to come to the front: Windows gives it to the program that was started last."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY


def listen(name: str, hear: Callable[[bytes], None], parent: QObject) -> "Pipe":
    """Listen under a name."""
    return Pipe(name, hear, parent)


class Pipe(QObject):
    """Hears every line that later starts send."""

    def __init__(self, name: str, hear: Callable[[bytes], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hear = hear
        self._sockets: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a crash: nobody answered `hand_over`
            self._server.listen(name)
        self._server.newConnection.connect(self._accept)

    def _accept(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._sockets.append(socket)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._read)
        self._read()

    def _read(self) -> None:
        """Read every line that has come, and let go of the callers that have gone."""
        for socket in list(self._sockets):
            while socket.canReadLine():
                self._hear(bytes(socket.readLine().data()))
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._sockets.remove(socket)
                socket.deleteLater()

    def close(self) -> None:
        """Hear no more."""
        self._server.close()
