"""The folder of a set, which appears whole under its name or not at all; also as one .zip file.

It is put together beside its place. A run that was killed leaves a draft there, with a dot before its name,
which the next run for the same place takes away.
"""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from secrets import token_hex

from procura_desktop.cli.provisioning.errors import ProvisionError
from procura_desktop.errors import UpdateBusyError
from procura_desktop.library.disk import sync_file, sync_folder, write_whole
from procura_desktop.sync.lock import only_one

SUMS = "SHA256SUMS"
ZIP = ".zip"
_LOCK = "lock"


def refuse_taken(to: Path) -> None:
    """Refuse a place where something is, and one that cannot be.

    Raises:
        ProvisionError: say another place.
    """
    if os.path.lexists(to):
        raise ProvisionError(f"{to}: there is something already; name a folder or a .zip that is new")
    if to.suffix and to.suffix.lower() == ".procura":
        raise ProvisionError(f"{to}: a set is a folder or a .zip; 'mirror' makes files that end in .procura")
    if not to.parent.is_dir():
        raise ProvisionError(f"{to.parent}: there is no such folder; make it first")


@contextmanager
def drafted(to: Path) -> Iterator[tuple[Path, Path]]:
    """Give a folder for the set and one for what is put aside; at the end the first is at its place.

    Raises:
        ProvisionError: the place is taken.
        OSError: it cannot be written.
    """
    refuse_taken(to)
    _sweep(to)
    draft = to.with_name(f".{to.name}.{token_hex(6)}.tmp")
    draft.mkdir()
    try:
        with only_one(draft / _LOCK):
            made = draft / (to.stem if is_zip(to) else to.name)
            made.mkdir()
            (draft / "aside").mkdir()
            yield made, draft / "aside"
            ready = _packed(made, draft / f"packed{ZIP}") if is_zip(to) else made
            refuse_taken(to)
            ready.rename(to)
            sync_folder(to.parent)
    finally:
        shutil.rmtree(draft, ignore_errors=True)  # what stays is swept by the next run


def write_sums(folder: Path) -> str:
    """List the SHA-256 of every file of a set in it; give that of the list."""
    lines = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        lines.append(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    data = "".join(lines).encode()
    write_whole(folder / SUMS, data)
    return hashlib.sha256(data).hexdigest()


def size_of(place: Path) -> int:
    """Give the bytes of a folder, or of a file; a file of two names counts once."""
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    known = {(found.st_dev, found.st_ino): found.st_size for found in (path.stat() for path in files)}
    return sum(known.values())


def is_zip(to: Path) -> bool:
    """Say whether a set is to be one file."""
    return to.suffix.lower() == ZIP


def _packed(folder: Path, to: Path) -> Path:
    """Pack a folder; what is in it is compressed already."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix())
            info.external_attr = 0o644 << 16
            with path.open("rb") as file, packed.open(info, "w", force_zip64=True) as member:
                shutil.copyfileobj(file, member)
    sync_file(to)
    return to


def _sweep(to: Path) -> None:
    """Take away drafts for this place that nobody works on."""
    for old in to.parent.glob(f".{escape(to.name)}.*.tmp"):
        if not old.is_symlink() and (old / _LOCK).is_file():
            with suppress(UpdateBusyError):  # another run is at it
                with only_one(old / _LOCK):
                    pass
                shutil.rmtree(old, ignore_errors=True)
