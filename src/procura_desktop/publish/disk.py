"""Files put in place whole, and what the disk says in words that help."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from procura_desktop.library.disk import write_whole
from procura_desktop.publish.errors import ReleaseError

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def put(path: Path, data: bytes) -> None:
    """Bring a file onto the disk, whole or not at all; the same bytes are left as they are.

    Raises:
        OSError: the folder cannot be written, or the disk is full.
    """
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what the disk refuses into a sentence about `folder`.

    Raises:
        ReleaseError: something in it could not be read or written.
    """
    try:
        yield
    except OSError as error:
        raise ReleaseError(_sentence(error, folder)) from error


def _sentence(error: OSError, folder: Path) -> str:
    whole = "what was published before is whole"
    if error.errno in _FULL:
        return f"{folder}: the disk is full; {whole}. Make room and run the command again"
    if error.errno in _CLOSED:
        return (
            f"{error.filename or folder}: you may not write here; {whole}. "
            "Ask for write access, or name another folder"
        )
    return f"{folder}: {error}; {whole}. Run the command again when this is mended"
