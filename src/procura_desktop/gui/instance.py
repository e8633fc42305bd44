"""One running program: a second start hands its address to the first and ends."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1000


def server_name(data: Path) -> str:
    """Name the local server of a user's data folder; two folders, or two users of one, are two programs."""
    whose = f"{_user()} {data.resolve()}".encode("utf-8", "surrogateescape")
    # Python's own hashes load OpenSSL, which costs the start 3 ms.
    digest = QCryptographicHash.hash(whose, QCryptographicHash.Algorithm.Sha256)
    name = "procura-desktop-" + bytes(digest.data()).hex()[:16]
    own = os.environ.get("XDG_RUNTIME_DIR", "")  # where no other user can take the name
    return f"{own}/{name}" if own and os.access(own, os.W_OK) else name


def _user() -> str:
    return str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "")


def hand_over(name: str, address: str) -> bool:
    """Give an address to the program that already runs; False if none does."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    _let_others_come_to_front()
    socket.write(address.encode() + b"\n")
    socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return True


def _let_others_come_to_front() -> None:
    """Hand on the right to come to the front: Windows gives it to the program that was started last."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY


class Instance(QObject):
    """Listens for later starts."""

    called = Signal(str)  # an address, or "" to come to the front

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
                line = bytes(socket.readLine().data()).decode("utf-8", "replace").strip()
                self.called.emit(line)
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._sockets.remove(socket)
                socket.deleteLater()
