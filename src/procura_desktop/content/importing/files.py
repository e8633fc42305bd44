"""Writing many files as one: all of them are new, or all are as they were."""

import os
from collections.abc import Mapping
from pathlib import Path


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file; each appears whole, in the place of what stood there.

    Raises:
        OSError: a file could not be written; none is changed.
    """
    before = {file: file.read_bytes() if file.is_file() else None for file in files}
    made = [folder for file in files for folder in _missing(file.parent)]
    beside = {file: file.with_name(f".{file.name}.new") for file in files}
    try:
        for file, data in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(beside[file], data)
        for file, new in beside.items():
            new.replace(file)
    except OSError:
        _put_back(before)
        raise
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)
        for folder in reversed(made):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def _write(file: Path, data: bytes) -> None:
    with file.open("wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    for file, data in before.items():
        if data is None:
            file.unlink(missing_ok=True)
        elif file.read_bytes() != data:
            file.write_bytes(data)


def _missing(folder: Path) -> list[Path]:
    """Give the folders that have to be made, the outermost first."""
    return [one for one in (*reversed(folder.parents), folder) if not one.exists()]
