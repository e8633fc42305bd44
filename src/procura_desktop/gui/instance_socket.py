"""Where two starts of the program meet on Linux and macOS: a socket of the file system.

Its file belongs to the user, and nobody else may write to it. What is of another user, as it could be in a
folder for all, is not answered and not taken away.
"""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

LONGEST_LINE = 65_536
_ONLY_MINE = 0o177


def hand_over(name: str, line: bytes, *, wait_ms: int) -> bool:
    """Give a line to the program that listens; False if none does."""
    if not _is_mine(name):
        return False
    with socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(wait_ms / 1000)
        try:
            caller.connect(name)
        except OSError:
            return False
        with suppress(OSError):  # it is there, and busy
            caller.sendall(line)
        return True


def _is_mine(name: str) -> bool:
    try:
        return Path(name).lstat().st_uid == os.getuid()
    except OSError:
        return False


def listen(name: str, hear: Callable[[bytes], None], parent: QObject) -> "Listening":
    """Listen at a path; where that cannot be, nobody is heard, and each start opens its own window."""
    return Listening(name, hear, parent)


class Listening(QObject):
    """Hears every line that later starts send."""

    def __init__(self, name: str, hear: Callable[[bytes], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hear = hear
        self._name = name
        self._callers: dict[socket.socket, tuple[QSocketNotifier, bytearray]] = {}
        self._server = socket.socket(socket.AF_UNIX)
        self._server.setblocking(False)
        before = os.umask(_ONLY_MINE)
        try:
            if _is_mine(name):
                Path(name).unlink()  # left behind by a crash: nobody answered `hand_over`
            self._server.bind(name)
            self._server.listen()
        except OSError:  # no such folder, or the path is too long for a socket
            self._server.close()
            return
        finally:
            os.umask(before)
        self._bell = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._accept)

    def _accept(self) -> None:
        with suppress(OSError):  # the caller has gone again
            caller, _ = self._server.accept()
            caller.setblocking(False)
            bell = QSocketNotifier(caller.fileno(), QSocketNotifier.Type.Read, self)
            self._callers[caller] = bell, bytearray()
            bell.activated.connect(lambda: self._read(caller))

    def _read(self, caller: socket.socket) -> None:
        """Read what has come; a whole line is heard, and a caller that has gone is let go of."""
        bell, heard = self._callers[caller]
        try:
            piece = caller.recv(LONGEST_LINE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        heard += piece
        *lines, rest = bytes(heard).split(b"\n")
        heard[:] = rest
        if not piece or len(rest) > LONGEST_LINE:
            bell.setEnabled(False)
            bell.deleteLater()
            del self._callers[caller]
            caller.close()
        for line in lines:
            self._hear(line)

    def close(self) -> None:
        """Hear no more, and take the file away."""
        if self._server.fileno() < 0:
            return
        self._bell.setEnabled(False)
        for caller, (bell, _) in self._callers.items():
            bell.setEnabled(False)
            caller.close()
        self._callers.clear()
        self._server.close()
        Path(self._name).unlink(missing_ok=True)
