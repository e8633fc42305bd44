"""What kind of disk a folder is on: it decides how a database on it is kept safe.

A write-ahead log needs memory that all programs share, which no network gives them, and a stick may be pulled
out. Where the kind cannot be told it counts as a disk of this computer, which is what most people have.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["local", "network", "removable"]

# Names as Linux and macOS give them; "fuse.sshfs" is asked for with and without "fuse.".
_NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "afs", "9p", "virtiofs", "ceph", "gpfs", "lustre"),
        *("ncpfs", "glusterfs", "beegfs", "davfs", "davfs2", "webdav", "sshfs", "rclone", "gvfsd-fuse"),
        *("vboxsf", "vmhgfs", "vmhgfs-fuse", "prl_fs", "drvfs", "s3fs"),
    )
)
_REMOVABLE = frozenset(("vfat", "msdos", "exfat"))
_MOUNTS = Path("/proc/self/mountinfo")
_BLOCKS = Path("/sys/dev/block")
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4  # GetDriveTypeW, winbase.h


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system; `device` is "major:minor" on Linux, else ""."""

    folder: str
    kind: str
    device: str


def kind_of(folder: Path) -> Kind:
    """Say what kind of disk a folder is on, or will be on once it is made."""
    there = _nearest(folder)
    if sys.platform == "win32":
        return _windows_kind(there)
    mounts = _macos_mounts() if sys.platform == "darwin" else _linux_mounts()
    return kind_among(mounts, there)


def kind_among(mounts: list[Mount], folder: Path) -> Kind:
    """Say the same from a list of what is mounted; of two mounts at one place the last one shows."""
    holders = [mount for mount in mounts if folder.is_relative_to(mount.folder)]
    if not holders:
        return "local"
    holder = max(enumerate(holders), key=lambda numbered: (len(numbered[1].folder), numbered[0]))[1]
    name = holder.kind.removeprefix("fuse.")
    if name in _NETWORK:
        return "network"
    if name in _REMOVABLE or _comes_off(holder.device):
        return "removable"
    return "local"


def read_mounts(text: str) -> list[Mount]:
    """Read the kernel's list of mounts; see proc(5), mountinfo."""
    found = []
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4:
            found.append(Mount(_unescaped(fields[4]), after.split(" ")[0], fields[2]))
    return found


def _unescaped(field: str) -> str:
    for code in ("040", "011", "012", "134"):  # blank, tab, line feed, backslash
        field = field.replace(f"\\{code}", chr(int(code, 8)))
    return field


def _nearest(folder: Path) -> Path:
    """Give the folder, or the nearest above it that exists, without links."""
    real = folder.resolve()
    return next((path for path in (real, *real.parents) if _exists(path)), real)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # it may not be looked into
        return False


def _linux_mounts() -> list[Mount]:
    try:
        return read_mounts(os.fsdecode(_MOUNTS.read_bytes()))
    except OSError:  # not told here
        return []


def _comes_off(device: str) -> bool:
    """Say whether the kernel calls a block device removable, or reaches it through USB."""
    if not device:
        return False
    try:
        block = (_BLOCKS / device).resolve(strict=True)
        disk = block if (block / "removable").exists() else block.parent  # a partition asks its disk
        return "/usb" in str(block) or (disk / "removable").read_text(encoding="ascii").strip() == "1"
    except OSError:  # memory, an overlay: no block device
        return False


def _macos_mounts() -> list[Mount]:
    """Ask the system: "//anna@server/share on /Volumes/share (smbfs, nodev)"."""
    import subprocess

    done = subprocess.run(
        ["/sbin/mount"], capture_output=True, encoding="utf-8", errors="surrogateescape", check=False
    )
    return read_macos_mounts(done.stdout)


def read_macos_mounts(text: str) -> list[Mount]:
    """Read what the command `mount` of macOS prints."""
    found = []
    for line in text.splitlines():
        place, bracket, options = line.rpartition(" (")
        _, on, folder = place.partition(" on ")
        if bracket and on:
            found.append(Mount(folder, options.rstrip(")").split(",")[0].strip(), ""))
    return found


def _windows_kind(folder: Path) -> Kind:
    if sys.platform != "win32":
        return "local"
    import ctypes

    drive = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
    return {_WINDOWS_REMOVABLE: "removable", _WINDOWS_REMOTE: "network"}.get(drive, "local")
