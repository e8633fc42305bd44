"""Copies a release to a share, a stick or one file: verified first, and nothing that is not signed."""

import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from procura_desktop.domain.addresses import UPDATE_FILE
from procura_desktop.errors import UpdateStorageError
from procura_desktop.library.disk import sync_file, sync_folder, write_whole
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress
from procura_desktop.sync.client import Offer, Target, Trust
from procura_desktop.sync.download import Several, fetch_target, is_sound, staged_bytes
from procura_desktop.sync.program import ProgramFile
from procura_desktop.sync.program_seen import METADATA_NAME
from procura_desktop.sync.transport import Transport

_FOLDERS, _PROGRAMS = ("metadata", "targets"), "targets/program"
_LAST = "metadata/timestamp.json"
# What a release before may have left; a person's own files in the folder are not ours to delete.
_OURS = re.compile(
    r"[0-9]+\.(?:root|snapshot|targets|program)\.json|[0-9a-f]{64}(?:\.part|\.[A-Za-z0-9._-]+)?|\..*\.tmp"
)


def mirror(
    offer: Offer,
    transport: Transport,
    trust: Trust,
    to: Path,
    *,
    progress: Progress,
    programs: Sequence[ProgramFile] | None = None,
) -> int:
    """Copy a release that `look` has proved to a folder, or to a ``.procura`` file; give its size in bytes.

    In a folder, what is there already is not fetched again, and what no longer belongs to the release goes at
    the end; readers meanwhile find the old release or the new. `programs` are the files of the program that
    go along, and no others stay; with None, those that are there are left alone.

    Raises:
        ReleaseRejectedError: a file is not the one that was signed.
        SourceUnreachableError: the source cannot be read.
        UpdateStorageError: the copy cannot be written.
        Cancelled: a folder holds the old release still, and no file was made.
    """
    try:
        copy = _Copy(
            targets=(*_targets(offer), *map(program_target, programs or ())),
            metadata=dict(_metadata(offer, trust)),
            folders=(*_FOLDERS, *((_PROGRAMS,) if programs is not None else ())),
        )
        if to.suffix == UPDATE_FILE:
            return _to_file(copy, transport, to, progress)
        return _to_folder(copy, transport, to, progress)
    except OSError as error:
        raise UpdateStorageError(path=to, detail=error.strerror or str(error)) from error


def _to_folder(copy: "_Copy", transport: Transport, to: Path, progress: Progress) -> int:
    for name in copy.folders:
        if (to / name).is_symlink():  # a stick may point anywhere, and what does not belong there goes
            raise UpdateStorageError(
                path=to / name, detail=phrase("details", "it is a link; name a folder without links")
            )
        (to / name).mkdir(parents=True, exist_ok=True)
    total = sum(target.length for target in copy.targets)
    counted = Several(progress, total)
    for target in copy.targets:
        if not is_there(target, to):
            fetched = fetch_target(transport, target, staging=to / "targets", progress=counted)
            fetched.replace(to / target.path)
        counted.next(target.length)
    for name in copy.folders:
        sync_folder(to / name)
    for name in sorted(copy.metadata, key=lambda name: (name == _LAST, name)):
        write_whole(to / name, copy.metadata[name])
    wanted = {*copy.metadata, *(target.path for target in copy.targets)}
    for folder in copy.folders:
        for path in (to / folder).iterdir():
            if f"{folder}/{path.name}" not in wanted and _OURS.fullmatch(path.name) and not path.is_dir():
                path.unlink()
    return total + sum(map(len, copy.metadata.values()))


def _to_file(copy: "_Copy", transport: Transport, to: Path, progress: Progress) -> int:
    aside = to.with_name(f".{to.name}.{token_hex(6)}.tmp")
    draft = aside / to.name
    aside.mkdir(parents=True)
    try:
        _to_folder(copy, transport, aside / "release", progress)
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as file:  # all of it is compressed already
            for path in sorted((aside / "release").rglob("*")):
                if path.is_file():
                    name = path.relative_to(aside / "release").as_posix()
                    file.writestr(zipfile.ZipInfo(name), path.read_bytes())
        sync_file(draft)
        draft.replace(to)
        sync_folder(to.parent)
    finally:
        shutil.rmtree(aside)
    return to.stat().st_size


def program_target(file: ProgramFile) -> Target:
    """Give a file of the program as one that is fetched."""
    return Target(name=file.name, sha256=file.sha256, length=file.length)


def missing_bytes(offer: Offer, to: Path) -> int:
    """Say how much of a release would still be fetched to a folder."""
    staging = to / "targets"
    return sum(
        target.length - staged_bytes(target, staging)
        for target in _targets(offer)
        if not is_there(target, to)
    )


def is_there(target: Target, to: Path) -> bool:
    """Say whether a folder has a file of a release already, as it was signed."""
    place = to / target.path
    return not place.is_symlink() and place.is_file() and is_sound(place, target)


def _targets(offer: Offer) -> Iterator[Target]:
    yield offer.pack
    yield from offer.deltas.values()
    if offer.changes is not None:
        yield offer.changes


def _metadata(offer: Offer, trust: Trust) -> Iterator[tuple[str, bytes]]:
    """Give the signed metadata under the names that a release has them by."""
    for version in range(1, offer.versions["root"] + 1):
        path = trust.folder / "root_history" / f"{version}.root.json"
        if path.is_file():
            yield f"metadata/{path.name}", path.read_bytes()
    yield _LAST, offer.metadata["timestamp.json"]
    for role in ("snapshot", "targets"):
        yield f"metadata/{offer.versions[role]}.{role}.json", offer.metadata[f"{role}.json"]
    program = offer.program.release
    if program is not None:  # its list goes along always: it is short, and tells what there is
        yield f"metadata/{program.number}.{METADATA_NAME}", program.metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """What is to be copied.

    Attributes:
        metadata: signed files by where they go.
        folders: those that hold the copy afterwards, and of ours nothing else.
    """

    targets: tuple[Target, ...]
    metadata: Mapping[str, bytes]
    folders: tuple[str, ...]
