"""Which release of the program itself a source offers: told, and copied on request, but never installed.

Its list is proved under the role `program` of the root; see `program_role`. Whatever is wrong with it is told
and stops no update of the content.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from tuf.api import exceptions
from tuf.api.metadata import Root, Snapshot, TargetFile, Targets
from tuf.ngclient import Updater

from procura_desktop.sync.program_role import PROGRAM, ProgramRoleError, stated_delegation
from procura_desktop.sync.program_seen import METADATA_NAME, VERSION, seen_version
from procura_desktop.sync.versions import version_numbers

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(rf"{PROGRAM}/[A-Za-z0-9][A-Za-z0-9._-]{{0,120}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramFile:
    """One file of a release of the program.

    Attributes:
        name: ``program/…``, as the signed list names it.
        system: linux, windows or macos; "" is for all of them, such as a list of parts.
        length: in bytes.
    """

    name: str
    sha256: str
    length: int
    system: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramRelease:
    """A release of the program.

    Attributes:
        published: ISO date.
        metadata: the signed list, as it lies in the release's folder.
        number: by which that list is named there.
    """

    version: str
    published: str
    files: tuple[ProgramFile, ...]
    metadata: bytes
    number: int

    def files_for(self, systems: frozenset[str]) -> tuple[ProgramFile, ...]:
        """Give the files for these systems, and those for all."""
        return tuple(file for file in self.files if not file.system or file.system in systems)


class _Custom(msgspec.Struct):
    """What the signed list says of a file."""

    kind: str
    version: str
    published: str
    system: str


class _RefusedError(Exception):
    """The list is not what it should be; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramSeen:
    """What came of looking: a release, or why there is none; neither means that none is published."""

    release: ProgramRelease | None = None
    problem: str = ""


def look_for_program(updater: Updater, folder: Path, *, now: datetime) -> ProgramSeen:
    """Prove the list of the program's newest release; `folder` holds the metadata that was proved before.

    `updater` is fresh and has proved the content's metadata. Expiry is never waived here.
    """
    seen = seen_version(folder)
    try:
        targets = _proved(updater, now)
        if targets is None:
            return ProgramSeen()
        release = _release(targets, (folder / METADATA_NAME).read_bytes())
        if version_numbers(release.version) < version_numbers(seen):
            raise _RefusedError(f"it is version {release.version}, and {seen} was seen before")  # noqa: TRY301 - one place tells all refusals
    except (_RefusedError, ProgramRoleError, exceptions.RepositoryError, exceptions.DownloadError) as error:
        (folder / METADATA_NAME).unlink(missing_ok=True)  # of the working copy: what was seen stays
        return ProgramSeen(problem=f"the release of the program is refused: {error}")
    return ProgramSeen(release=release)


def _proved(updater: Updater, now: datetime) -> Targets | None:
    """Give the list, which python-tuf proves; None: the source has none."""
    trusted = updater._trusted_set  # noqa: SLF001 - python-tuf shows what it proved in no other way
    root: Root = trusted.root
    snapshot: Snapshot = trusted.snapshot
    content: Targets = trusted.targets
    if any(path.startswith(f"{PROGRAM}/") for path in content.targets):
        raise _RefusedError("it is signed with the keys of the content")
    if content.delegations is None and METADATA_NAME not in snapshot.meta:
        return None
    stated = stated_delegation(root)
    if stated is None:
        raise _RefusedError("the root names no keys for it")
    if content.delegations != stated:
        raise _RefusedError("the content names other keys for it than the root")
    # The walk of `get_targetinfo` would ask the content's list first, and take a name that stands there.
    targets = updater._load_targets(PROGRAM, Targets.type)  # noqa: SLF001 - see above
    if targets.is_expired(now):
        raise _RefusedError(f"its list was valid until {targets.expires.date()}")
    return targets


def _release(targets: Targets, metadata: bytes) -> ProgramRelease:
    found = [(_custom(file), file) for file in targets.targets.values()]
    versions = {(custom.version, custom.published) for custom, _ in found}
    if len(versions) != 1:
        raise _RefusedError("its list names no version, or several")
    version, published = versions.pop()
    if not VERSION.fullmatch(version):
        raise _RefusedError(f"{version!r} is no version")
    return ProgramRelease(
        version=version,
        published=published,
        files=tuple(_file(custom, file) for custom, file in found),
        metadata=metadata,
        number=targets.version,
    )


def _custom(file: TargetFile) -> _Custom:
    value: Any = file.custom
    try:
        return msgspec.convert(value, _Custom)
    except msgspec.ValidationError as error:
        raise _RefusedError(f"its list says of {file.path!r}: {error}") from error


def _file(custom: _Custom, file: TargetFile) -> ProgramFile:
    sha256 = file.hashes.get("sha256", "")
    if not (_FILE.fullmatch(file.path) and ".." not in file.path and _DIGEST.fullmatch(sha256)):
        raise _RefusedError(f"it names a file {file.path!r}, which is none of a release")
    return ProgramFile(name=file.path, sha256=sha256, length=file.length, system=custom.system)
