"""Who has a workspace open that lies on a disk which several users or computers reach.

The lock is a file beside the workspace. The system holds it for as long as the program lives; who holds it is
written in it, for those whom the system's lock does not reach. Programs of one user on one computer share the
workspace, since SQLite keeps them apart there.
"""

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from procura_desktop.errors import WorkspaceInUseError
from procura_desktop.workspace.disks import Kind

_FAR = 1 << 20  # Windows locks bytes, and nobody may read these: they lie beyond the text
_MOST = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who opened a workspace, on which computer, and when (ISO 8601 in UTC)."""

    user: str
    computer: str
    since: str

    def is_same(self, other: Self) -> bool:
        """Say whether this is the same person at the same computer."""
        return (self.user, self.computer) == (other.user, other.computer)


class Lock:
    """A lock that this program holds, or shares with another program of the same person here."""

    def __init__(self, handle: int | None) -> None:
        self._handle = handle

    @property
    def is_held(self) -> bool:
        """Whether this program holds it, and not another of the same person."""
        return self._handle is not None

    def release(self) -> None:
        """Let go; the file stays, empty. Releasing twice does nothing."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        with suppress(OSError):  # a stick that was pulled out has nothing to let go of
            os.ftruncate(handle, 0)
        os.close(handle)


def lock_path(workspace: Path) -> Path:
    """Give where the lock of a workspace is."""
    return workspace.with_name(f"{workspace.name}.lock")


def take_lock(workspace: Path, kind: Kind, me: Owner | None = None) -> Lock:
    """Take the lock of a workspace.

    A name that a crash left behind counts only where its computer may still be at work: on a network. A stick
    is in one computer at a time.

    Raises:
        WorkspaceInUseError: somebody else has the workspace open.
        OSError: the file cannot be written.
    """
    me = me or this_owner()
    handle = os.open(lock_path(workspace), os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    try:
        holder = _holder(handle, kind, me)
        if holder is None:
            _write(handle, me)
            return Lock(handle)
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    if holder.is_same(me):
        return Lock(None)
    raise WorkspaceInUseError(path=workspace, lock=lock_path(workspace), **asdict(holder))


def _holder(handle: int, kind: Kind, me: Owner) -> Owner | None:
    """Give who has the lock; None where this program has it now."""
    if not try_lock(handle):
        return _told(handle)
    left = _read(handle)
    maybe_at_work = kind == "network" and left is not None and left.computer != me.computer
    return left if maybe_at_work else None


def _told(handle: int) -> Owner:
    """Give who is written in a lock that somebody holds; one who has just begun has not written yet."""
    deadline = time.monotonic() + 1
    while (owner := _read(handle)) is None and time.monotonic() < deadline:
        time.sleep(0.05)
    return owner or Owner(user="somebody", computer="unknown", since="just now")


def this_owner() -> Owner:
    """Give the person and the computer that this program runs for."""
    return Owner(
        user=_user(), computer=_computer(), since=datetime.now(UTC).isoformat(sep=" ", timespec="minutes")
    )


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name
        return str(getattr(os, "getuid", lambda: "?")())


def _computer() -> str:
    import platform

    return platform.node() or "?"


def _read(handle: int) -> Owner | None:
    """Give who is written there; None where nobody is, or nothing that makes sense."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        found = Owner(**json.loads(os.read(handle, _MOST)))
    except (ValueError, TypeError):
        return None
    return found if all(isinstance(value, str) for value in asdict(found).values()) else None


def _write(handle: int, owner: Owner) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(asdict(owner), ensure_ascii=False).encode())
    os.fsync(handle)


if sys.platform == "win32":
    import msvcrt

    def try_lock(handle: int) -> bool:
        """Take the system's lock on an open file, for as long as it is open; False: somebody has it."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(handle: int) -> bool:
        """Take the system's lock on an open file, for as long as it is open; False: somebody has it.

        Where a disk knows no locks, nobody is kept out: what is written must do.
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
