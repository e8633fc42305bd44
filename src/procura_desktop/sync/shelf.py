"""The signed files of an edition that this computer can give to others.

An update keeps the library file and its metadata alone, so the files are gathered when somebody wants to
offer them. Only what is not to be had here is fetched: the pack is written anew from the library in use, and
counts when its hash is the signed one. They lie in the cache, as `mirror` leaves them, and may be deleted.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tuf.api import exceptions
from tuf.api.metadata import Metadata, Snapshot, Targets, Timestamp

from procura_desktop.errors import LibraryError, NoReleaseError, UpdateStorageError
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.disk import write_whole
from procura_desktop.library.pack import PackError
from procura_desktop.library.packfile import pack_bytes
from procura_desktop.library.stored import stored_lines
from procura_desktop.progress import Progress
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.sync.client import Target, Trust
from procura_desktop.sync.mirror import is_there, mirror, missing_bytes
from procura_desktop.sync.places import source_of, trust_of
from procura_desktop.sync.program_seen import METADATA_NAME
from procura_desktop.sync.session import Found, find

_ROOT = re.compile(r"[1-9][0-9]{0,8}\.root\.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A folder with an edition, whole.

    Attributes:
        files: what may be given away, ``metadata/…`` and ``targets/…``, with its length in bytes.
    """

    folder: Path
    library: str
    version: str
    files: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """What it would take to fill a shelf.

    Attributes:
        size: bytes that must be fetched.
        seconds: how long that would take at the rate seen so far; 0 means that this is not known.
    """

    found: Found
    trust: Trust
    folder: Path
    size: int
    seconds: float

    def close(self) -> None:
        """Let go of the source."""
        self.found.close()


@dataclass(frozen=True, slots=True)
class Gatherings:
    """What it would take to fill the shelves of several libraries; there is at least one."""

    parts: tuple[Gathering, ...]

    @property
    def size(self) -> int:
        """Bytes that must be fetched."""
        return sum(part.size for part in self.parts)

    @property
    def seconds(self) -> float:
        """How long that would take at the rates seen so far; 0 means that this is not known."""
        return sum(part.seconds for part in self.parts)

    def close(self) -> None:
        """Let go of the sources."""
        for part in self.parts:
            part.close()


def shelf_folder(places: Folders, library: str) -> Path:
    """Give where the files of a library are gathered."""
    return places.cache / "share" / library


def read_shelf(folder: Path) -> Shelf:
    """Look what may be given away: the files that the metadata names, each with the length and hash in it.

    Raises:
        NoReleaseError: there is no edition, or not all of it.
    """
    metadata = folder / "metadata"
    try:
        timestamp = Metadata[Timestamp].from_bytes((metadata / "timestamp.json").read_bytes()).signed
        snapshot_name = f"{timestamp.snapshot_meta.version}.snapshot.json"
        snapshot = Metadata[Snapshot].from_bytes((metadata / snapshot_name).read_bytes()).signed
        targets_name = f"{snapshot.meta['targets.json'].version}.targets.json"
        targets = Metadata[Targets].from_bytes((metadata / targets_name).read_bytes()).signed
        roots = [path.name for path in metadata.iterdir() if _ROOT.fullmatch(path.name)]
        names = (
            "timestamp.json",
            snapshot_name,
            targets_name,
            *_program_list(metadata, snapshot),
            *sorted(roots),
        )
        files = {f"metadata/{name}": (metadata / name).stat().st_size for name in names}
        files |= dict(_sound_targets(folder, targets))
        pack = next(
            one.custom for one in targets.targets.values() if one.custom and one.custom["kind"] == "pack"
        )
        return Shelf(folder=folder, library=str(pack["library"]), version=str(pack["version"]), files=files)
    except (OSError, exceptions.RepositoryError, KeyError, ValueError, StopIteration) as error:
        raise NoReleaseError(source=str(folder)) from error


def _program_list(metadata: Path, snapshot: Snapshot) -> tuple[str, ...]:
    """Give the list of the newest release of the program, where it was copied; its files are not shared."""
    stated = snapshot.meta.get(METADATA_NAME)
    name = "" if stated is None else f"{stated.version}.{METADATA_NAME}"
    return (name,) if name and (metadata / name).is_file() else ()


def _sound_targets(folder: Path, targets: Targets) -> Iterator[tuple[str, int]]:
    for file in targets.targets.values():
        target = Target(name=file.path, sha256=file.hashes["sha256"], length=file.length)
        if not is_there(target, folder):
            raise ValueError(f"{target.path} is missing or damaged")
        yield target.path, target.length


def plan_gathering(
    places: Folders, settings: Settings, *, library: str, progress: Progress, address: str = ""
) -> Gathering:
    """Ask the sources of a library, or this place instead, and see what of their edition is not here yet.

    Raises:
        UpdateError: see `session.find`.
        UpdateStorageError: the cache cannot be written.
        Cancelled: the user asked to stop.
    """
    found = find(places, settings, library=library, address=address, progress=progress)
    folder = shelf_folder(places, library)
    try:
        trust = trust_of(places, source_of(places, library))
        _put_what_is_here(found, folder)
    except OSError as error:
        found.close()
        raise UpdateStorageError(path=folder, detail=error.strerror or str(error)) from error
    except BaseException:
        found.close()
        raise
    size = missing_bytes(found.plan.offer, folder)
    rate = found.transport.traffic.rate
    return Gathering(found=found, trust=trust, folder=folder, size=size, seconds=size / rate if rate else 0.0)


def gather(gathering: Gathering, *, progress: Progress) -> Shelf:
    """Fetch what is missing; advances in bytes of the edition.

    Raises:
        UpdateError: see `mirror`; what was gathered before is as it was.
        Cancelled: likewise; what has arrived stays for the next time.
    """
    found = gathering.found
    mirror(found.plan.offer, found.transport, gathering.trust, gathering.folder, progress=progress)
    return read_shelf(gathering.folder)


def _put_what_is_here(found: Found, folder: Path) -> None:
    """Put in its place what the library in use and the last update have of the edition."""
    offer, place = found.plan.offer, found.place
    (folder / "targets").mkdir(parents=True, exist_ok=True)
    pack = folder / offer.pack.path
    if found.plan.way == "nothing" and found.installed.path is not None and not is_there(offer.pack, folder):
        data = _pack_of(found.installed.path, found)
        if hashlib.sha256(data).hexdigest() == offer.pack.sha256:
            write_whole(pack, data)
    changes = offer.changes
    if changes is not None and place.changes.is_file() and not is_there(changes, folder):
        data = place.changes.read_bytes()
        if hashlib.sha256(data).hexdigest() == changes.sha256:
            write_whole(folder / changes.path, data)


def _pack_of(path: Path, found: Found) -> bytes:
    """Write the pack again; b"" where the library in use cannot give it."""
    try:
        with closing(ReadConnection(path)) as connection:
            return pack_bytes(stored_lines(connection), found.plan.offer.facts)
    except (LibraryError, PackError):
        return b""
