"""One running program: a second start hands its address to the first and ends.

They meet at a socket of the file system, where only this user can reach it; on Windows, which has none that
Python knows, at a named pipe of Qt's. Qt's network library is 5 MB with its companions, and nothing else in
the window needs it.
"""

import os
import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCryptographicHash, QObject, Signal

WAIT_MS = 1000


class Listener(Protocol):
    """What hears later starts."""

    def close(self) -> None:
        """Hear no more, and leave nothing behind."""


def server_name(data: Path) -> str:
    """Name the meeting place of a user's data folder; two folders, or two users of one, are two programs."""
    whose = f"{_user()} {data.resolve()}".encode("utf-8", "surrogateescape")
    # Python's own hashes load OpenSSL, which costs the start 3 ms.
    digest = QCryptographicHash.hash(whose, QCryptographicHash.Algorithm.Sha256)
    name = "procura-desktop-" + bytes(digest.data()).hex()[:16]
    if sys.platform == "win32":
        return name
    own = os.environ.get("XDG_RUNTIME_DIR", "")  # where no other user can take the name
    return f"{own if own and os.access(own, os.W_OK) else _temporary()}/{name}"


def _user() -> str:
    return str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "")


def _temporary() -> str:
    return os.environ.get("TMPDIR", "").rstrip("/") or "/tmp"  # noqa: S108 - another user's is not answered


def hand_over(name: str, address: str) -> bool:
    """Give an address to the program that already runs; False if none does."""
    if sys.platform == "win32":
        from procura_desktop.gui import instance_pipe as way
    else:
        from procura_desktop.gui import instance_socket as way
    return way.hand_over(name, address.encode("utf-8", "surrogateescape") + b"\n", wait_ms=WAIT_MS)


class Instance(QObject):
    """Listens for later starts."""

    called = Signal(str)  # an address, or "" to come to the front

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            from procura_desktop.gui import instance_pipe as way
        else:
            from procura_desktop.gui import instance_socket as way
        self._listener: Listener = way.listen(name, self._hear, self)

    def _hear(self, line: bytes) -> None:
        self.called.emit(line.decode("utf-8", "replace").strip())

    def close(self) -> None:
        """Hear no more."""
        self._listener.close()
