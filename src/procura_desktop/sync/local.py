"""Releases in a folder, on a share or a stick, and in one file that holds the same folder."""

import os
import stat
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from procura_desktop.domain.addresses import UPDATE_FILE
from procura_desktop.errors import SourceUnreachableError
from procura_desktop.phrases import phrase
from procura_desktop.sync.transport import CHUNK, NotThereError, Traffic, checked_name

MOST_FILES = 10_000
_LONGEST_END = 22 + 65_535  # bytes: the end of a zip, with its comment
_LONGEST_LIST = MOST_FILES * 400  # bytes: what a member's entry takes, with the longest name of a release
_SAFE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # what can be unpacked piece by piece


class FolderTransport:
    """A release in a folder. Links in it are not followed: a stick may point anywhere."""

    def __init__(self, folder: Path) -> None:
        """Read below `folder`.

        Raises:
            SourceUnreachableError: there is no such folder; what ends in ``.procura`` was to be a file.
        """
        self.traffic = Traffic()
        self._folder = folder
        if not folder.is_dir():
            raise SourceUnreachableError(
                source=str(folder),
                detail=phrase("details", "there is no such file")
                if folder.suffix == UPDATE_FILE and not folder.exists()
                else phrase("details", "there is no such folder"),
            )

    @property
    def address(self) -> str:
        """The folder."""
        return str(self._folder)

    def read(self, name: str, *, start: int = 0, most: int) -> Iterator[bytes]:
        """See `Transport`."""
        path = self._folder / checked_name(name, address=self.address)
        try:
            with self._open(path) as file:
                file.seek(start)
                yield from _pieces(file, most + 1 - start, self.traffic)
        except (FileNotFoundError, NotADirectoryError) as error:
            if not os.path.isdir(self._folder):  # noqa: PTH112 - it never raises
                raise SourceUnreachableError(
                    source=self.address, detail=phrase("details", "the folder is gone")
                ) from error
            raise NotThereError(name) from error
        except OSError as error:
            raise SourceUnreachableError(source=self.address, detail=_reason(error)) from error

    def _open(self, path: Path) -> BinaryIO:
        below = len(path.relative_to(self._folder).parts)
        for part in (path, *path.parents[: below - 1]):
            if part.is_symlink():
                raise SourceUnreachableError(
                    source=self.address, detail=phrase("details", "{name} is a link").of(name=part.name)
                )
        file = os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | _NO_LINKS), "rb")
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise SourceUnreachableError(
                source=self.address,
                detail=phrase("details", "{name} is not a plain file").of(name=path.name),
            )
        return file

    def close(self) -> None:
        """Nothing is held."""


# A pipe that nobody writes to must not hold us either.
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class ArchiveTransport:
    """A release in one ``.procura`` file: a zip of the folder, nothing of which is ever unpacked to disk."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            SourceUnreachableError: it cannot be read, or is no such file.
        """
        self.traffic = Traffic()
        self._path = path
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise SourceUnreachableError(source=str(path), detail=_reason(error)) from error
        try:
            _refuse_long_list(self._file)
            self._zip = zipfile.ZipFile(self._file)
        except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            self._file.close()
            raise SourceUnreachableError(
                source=str(path),
                detail=phrase("details", "this is no update file: {error}").of(error=error),
            ) from error
        if len(self._zip.infolist()) > MOST_FILES:
            self.close()
            raise SourceUnreachableError(
                source=str(path), detail=phrase("details", "it holds too many files")
            )

    @property
    def address(self) -> str:
        """The file."""
        return str(self._path)

    def read(self, name: str, *, start: int = 0, most: int) -> Iterator[bytes]:
        """See `Transport`."""
        try:
            member = self._zip.getinfo(checked_name(name, address=self.address))
            if member.compress_type not in _SAFE:
                raise SourceUnreachableError(
                    source=self.address,
                    detail=phrase("details", "{name} is packed in a way that is not allowed").of(name=name),
                )
            with self._zip.open(member) as file:
                file.seek(start)
                yield from _pieces(file, most + 1 - start, self.traffic)
        except KeyError as error:
            raise NotThereError(name) from error
        except (
            OSError,
            zipfile.BadZipFile,
            EOFError,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise SourceUnreachableError(
                source=self.address,
                detail=phrase("details", "the file is damaged: {error}").of(error=error),
            ) from error
        except zipfile.zlib.error as error:  # type: ignore[attr-defined] # where zipfile has it from is its own affair
            raise SourceUnreachableError(
                source=self.address,
                detail=phrase("details", "the file is damaged: {error}").of(error=error),
            ) from error

    def close(self) -> None:
        """Close the file, also where somebody stopped in the middle of it: a stick must come out."""
        self._zip.close()
        self._file.close()


def _refuse_long_list(file: BinaryIO) -> None:
    """Look how long the list of members is before all of it is read: in memory it is ten times as long.

    The end of a zip says it, in 22 bytes and a comment (APPNOTE.TXT 4.3.16).

    Raises:
        BadZipFile: it is longer than that of a release.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_END))
    end = file.read()
    at = end.rfind(b"PK\x05\x06")
    if at >= 0 and int.from_bytes(end[at + 12 : at + 16], "little") > _LONGEST_LIST:
        raise zipfile.BadZipFile(phrase("details", "it holds too many files"))
    file.seek(0)


def _pieces(file: object, left: int, traffic: Traffic) -> Iterator[bytes]:
    read = file.read  # type: ignore[attr-defined] # a plain file, or one in a zip: both read alike
    traffic.requests += 1
    while left > 0:
        began = time.monotonic()
        piece: bytes = read(min(CHUNK, left))
        traffic.seconds += time.monotonic() - began
        if not piece:
            return
        traffic.received += len(piece)
        left -= len(piece)
        yield piece


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
