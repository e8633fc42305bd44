"""One publisher at a time in a folder.

The system gives the lock back when the process ends, however it ends; what the file says is for people.
"""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from procura_desktop.publish.errors import ReleaseError

NAME = ".publishing"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which is made where there is none.

    Raises:
        ReleaseError: somebody else holds it.
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    with path.open("a+", encoding="utf-8") as file:
        if not _taken(file):
            file.seek(0)
            who = file.read().strip() or "somebody"
            raise ReleaseError(f"{folder}: {who} publishes here right now; wait until that is done")
        file.truncate(0)
        file.write(f"process {os.getpid()} on {socket.gethostname()}\n")
        file.flush()
        try:
            yield
        finally:
            if sys.platform != "win32":  # there an open file cannot be removed
                path.unlink(missing_ok=True)


if sys.platform == "win32":
    import msvcrt

    def _taken(file: IO[str]) -> bool:
        file.seek(1 << 20)  # a byte far behind the text, so that others can read who it is
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        # Whoever held it before may have removed the file that was opened here.
        return Path(file.name).exists() and Path(file.name).stat().st_ino == os.fstat(file.fileno()).st_ino
