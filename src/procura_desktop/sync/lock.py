"""One update at a time, in all programs of one user: the system lets go when a program dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from procura_desktop.errors import UpdateBusyError, UpdateStorageError


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock.

    Raises:
        UpdateBusyError: somebody else holds it.
        UpdateStorageError: the file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise UpdateStorageError(path=path, detail=error.strerror or str(error)) from error
    try:
        try:
            _lock(handle)
        except OSError as error:
            raise UpdateBusyError(path=path) from error
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
