"""Disks that fail: full, not to be written to, pulled out, and without power between two steps."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

NOBODY = 65534


class PowerCut(BaseException):
    """The power goes: nothing that runs catches this."""


@contextmanager
def somebody_else(*folders: Path) -> Iterator[None]:
    """Be a user whom permissions stop, to whom these folders belong, if we are the administrator."""
    administrator = os.geteuid() == 0
    if administrator:
        for folder in folders:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)


@dataclass(slots=True)
class Disk:
    """A disk as it is after a power cut: what was synced is there, and all or nothing of the rest.

    Attributes:
        names: "kept" when new names reach the disk at once and contents do not, "lost" when neither does.
        left: steps until the power goes; None means that it stays.
    """

    root: Path
    names: Literal["kept", "lost"]
    left: int | None = None
    steps: int = 0
    contents: dict[int, bytes] = field(default_factory=dict)
    folders: dict[Path, dict[str, int]] = field(default_factory=dict)
    held: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """All that is there at the beginning is on the disk."""
        for folder in (self.root, *(path for path in self.root.rglob("*") if path.is_dir())):
            self._keep_names(folder)
            for path in folder.iterdir():
                if path.is_file() and not path.is_symlink():
                    self._keep_contents(path)

    def step(self) -> None:
        """Count one step.

        Raises:
            PowerCut: it was the last.
        """
        self.steps += 1
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise PowerCut

    def synced(self, handle: int) -> None:
        """Note that a file or a folder was brought onto the disk."""
        path = Path(f"/proc/self/fd/{handle}").readlink()
        if path.is_relative_to(self.root):
            keep = self._keep_names if path.is_dir() else self._keep_contents
            keep(path)

    def fall_back(self, to: Path) -> None:
        """Write to a new folder what is there when the power is back."""
        self._write(self.root, to)
        for handle in self.held:
            os.close(handle)
        self.held.clear()

    def _keep_contents(self, path: Path) -> None:
        handle = os.open(path, os.O_RDONLY)
        self.held.append(handle)  # so that its number is not given to another file
        self.contents[os.fstat(handle).st_ino] = path.read_bytes()

    def _keep_names(self, folder: Path) -> None:
        self.folders[folder] = {path.name: path.lstat().st_ino for path in folder.iterdir()}

    def _write(self, folder: Path, to: Path) -> None:
        to.mkdir()
        now = {path.name: path for path in folder.iterdir()} if folder.is_dir() else {}
        numbers = {name: path.lstat().st_ino for name, path in now.items()}
        names = numbers if self.names == "kept" else self.folders.get(folder, {})
        for name, number in names.items():
            path = folder / name
            if path.is_dir() and not path.is_symlink():
                self._write(path, to / name)
            elif path.is_symlink():
                (to / name).symlink_to(path.readlink())
            else:
                (to / name).write_bytes(self.contents.get(number, b""))


@contextmanager
def watched(disk: Disk, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a disk see every step that it could lose: what is synced, renamed and deleted."""
    fsync, replace, unlink = os.fsync, os.replace, os.unlink

    def synced(handle: int) -> None:
        disk.step()
        fsync(handle)
        disk.synced(handle)

    def replaced(old: str, new: str) -> None:
        disk.step()
        replace(old, new)

    def unlinked(path: str, *, dir_fd: int | None = None) -> None:
        disk.step()
        unlink(path, dir_fd=dir_fd)

    with patch.context() as patched:
        patched.setattr(os, "fsync", synced)
        patched.setattr(os, "replace", replaced)
        patched.setattr(os, "unlink", unlinked)
        yield


def make_writable(folder: Path) -> None:
    """Let a folder be written to again, so that it can be deleted."""
    for path in (folder, *folder.rglob("*")):
        if path.is_dir():
            path.chmod(path.stat().st_mode | stat.S_IRWXU)
