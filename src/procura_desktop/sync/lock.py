"""One update at a time, in all programs of one user: the system lets go when a program dies.

Two at once on a disk that knows no locks do no harm: what is put in use was checked as a whole.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from procura_desktop.errors import UpdateBusyError, UpdateStorageError
from procura_desktop.workspace.lock import try_lock


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
        if not try_lock(handle):
            raise UpdateBusyError(path=path)
        yield
    finally:
        os.close(handle)
