"""Fetches one file of a release into the staging folder; what is there already is never fetched again.

A crash, a cut or a week in between cost nothing: the next try goes on at the byte where this one stopped.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from procura_desktop.errors import ReleaseRejectedError, UpdateStorageError
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress
from procura_desktop.sync.client import Target
from procura_desktop.sync.transport import NotThereError, Transport

TRIES = 2


def staged_bytes(target: Target, staging: Path) -> int:
    """Say how much of a file is in the staging folder."""
    for path in (staging / target.sha256, _part(target, staging)):
        with suppress(OSError):  # it is not there, or may not be looked at: fetching says so
            return min(path.stat().st_size, target.length)
    return 0


class Several:
    """The progress of several files as that of one, in bytes of all of them."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._before = 0

    def next(self, length: int) -> None:
        """Go on to the next file: so much was in the one before, whether it was fetched or there already."""
        self._before += length
        self.advance(0)

    def advance(self, done: int, total: int | None = None) -> None:  # noqa: ARG002 - that of one file
        """Say how far the file of now is."""
        self._progress.advance(min(self._before + done, self._total), self._total)


def fetch_target(transport: Transport, target: Target, *, staging: Path, progress: Progress) -> Path:
    """Fetch a file, or what is missing of it; advances in bytes of this file.

    Raises:
        ReleaseRejectedError: what arrives is not what was signed.
        SourceUnreachableError: the source cannot be read; what has arrived stays.
        UpdateStorageError: it cannot be written; what has arrived stays.
        Cancelled: what has arrived stays.
    """
    try:
        return _fetched(transport, target, staging, progress)
    except OSError as error:
        raise UpdateStorageError(
            path=Path(error.filename or staging), detail=error.strerror or str(error)
        ) from error


def _fetched(transport: Transport, target: Target, staging: Path, progress: Progress) -> Path:
    done = staging / target.sha256
    for path in (done, _part(target, staging)):
        if path.is_symlink():  # on a stick that is mirrored to: it may point anywhere
            path.unlink()
    if done.is_file() and is_sound(done, target):
        return done
    part = _part(target, staging)
    for _ in range(TRIES):  # the first may have begun with bytes of a bad copy
        _fetch(transport, target, part, progress)
        if is_sound(part, target):
            part.replace(done)
            return done
        part.unlink()
    raise ReleaseRejectedError(
        source=transport.address,
        reason=phrase("details", "the file {name} is not the one that was signed").of(name=target.name),
    )


def _fetch(transport: Transport, target: Target, part: Path, progress: Progress) -> None:
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        with part.open("ab") as file:
            size = file.tell()
            if size > target.length:
                file.truncate(0)
                size = 0
            progress.advance(size, target.length)
            before = -1
            while before < size < target.length:  # a line that ends early may say nothing of it
                before = size
                for piece in transport.read(target.path, start=size, most=target.length):
                    file.write(piece)
                    file.flush()  # what has arrived outlives the program
                    size += len(piece)
                    progress.advance(min(size, target.length), target.length)
    except NotThereError as error:
        reason = phrase(
            "details", "the file {name} is missing; the copy is not complete, or is just being made"
        ).of(name=target.name)
        raise ReleaseRejectedError(source=transport.address, reason=reason) from error
    except OSError as error:
        raise UpdateStorageError(path=part, detail=error.strerror or str(error)) from error


def is_sound(path: Path, target: Target) -> bool:
    """Say whether a file is the one that was signed."""
    with path.open("rb") as file:
        return (
            path.stat().st_size == target.length
            and hashlib.file_digest(file, "sha256").hexdigest() == target.sha256
        )


def _part(target: Target, staging: Path) -> Path:
    return staging / f"{target.sha256}.part"
