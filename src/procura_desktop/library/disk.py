"""Files that are whole or not there, also after a power cut."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PIECE = 1 << 30  # bytes that the system copies at a time


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and onto the disk.

    Raises:
        OSError: it cannot be written; what was there is still there.
    """
    from secrets import token_hex  # the start of the program imports this module and writes nothing

    draft = path.with_name(f".{path.name}.{token_hex(6)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file; where the file system can, the two share what stays alike and nothing is written.

    Raises:
        OSError: it cannot be read or written, or the disk is full.
    """
    if hasattr(os, "copy_file_range"):
        with suppress(OSError):  # these folders cannot; what else is wrong is met again below
            with source.open("rb") as reader, target.open("wb") as writer:
                while os.copy_file_range(reader.fileno(), writer.fileno(), _PIECE):
                    pass
            return
    shutil.copyfile(source, target)


def sync_file(path: Path) -> None:
    """Bring a file onto the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def syncing(path: Path) -> Iterator[None]:
    """Bring a file onto the disk while it is read; it is there at the end.

    Raises:
        OSError: it cannot be written, or the disk is full.
    """
    from concurrent.futures import ThreadPoolExecutor  # the start of the program writes nothing

    with ThreadPoolExecutor(max_workers=1) as beside:
        synced = beside.submit(sync_file, path)
        yield
        synced.result()


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
