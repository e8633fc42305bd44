"""What a source offers, proved under a root that was trusted before.

python-tuf does the proving. Of expiry alone there is a waiver, since old sticks and wrong clocks are normal:
it is for one named edition, covers timestamp, snapshot and targets, and never the root, a signature, a hash,
or a version below one that was seen before.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from tuf.api import exceptions
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from procura_desktop.errors import (
    NoReleaseError,
    ReleaseExpiredError,
    ReleaseRejectedError,
    UpdateStorageError,
)
from procura_desktop.library.disk import write_whole
from procura_desktop.library.entries import Facts
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress
from procura_desktop.sync.fetcher import Fetcher
from procura_desktop.sync.program import ProgramSeen, look_for_program
from procura_desktop.sync.program_seen import METADATA_NAME
from procura_desktop.sync.transport import Transport

BASE_DIGITS = 16  # of a digest, by which a delta names where it starts
_ROOTS, _ROOT_LINK = "root_history", "root.json"  # as the client calls them
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
# What becomes part of a file's name here, or is compared as numbers, has one form.
_VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,3}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_TARGET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}")
_LIMITS = UpdaterConfig(
    max_root_rotations=256,
    root_max_length=512_000,
    timestamp_max_length=16_384,
    snapshot_max_length=2_000_000,
    targets_max_length=5_000_000,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Whose releases of a library are trusted, and what was seen of them.

    Attributes:
        root: the root metadata that was pinned.
        folder: where metadata that was proved is kept.
        seed: metadata that came with the program, to begin with; None means none.
        program: whether this publisher's releases of the program are looked at too.
    """

    root: bytes
    folder: Path
    seed: Path | None = None
    program: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One file of a release, as its metadata names it."""

    name: str
    sha256: str
    length: int

    @property
    def path(self) -> str:
        """Where it lies in the release's folder: the hash goes before the file's own name."""
        folder, slash, name = self.name.rpartition("/")
        return f"targets/{folder}{slash}{self.sha256}.{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The release that a source has.

    Attributes:
        deltas: by the first digits of the digest that they start from.
        changes: what changed in the last releases; None means that it does not say.
        metadata: the signed files as the client needs them, by name.
        versions: of the metadata that is named by version, by role.
        program: the release of the program itself that lies in the same source.
    """

    source: str
    facts: Facts
    pack: Target
    deltas: Mapping[str, Target]
    changes: Target | None
    metadata: Mapping[str, bytes]
    versions: Mapping[str, int]
    program: ProgramSeen = ProgramSeen()  # noqa: RUF009 - it is frozen


class _Custom(msgspec.Struct):
    """What `custom` of a target says; which fields there are depends on `kind`."""

    kind: str
    library: str = ""
    version: str = ""
    digest: str = ""
    entries: int = 0
    publisher: str = ""
    published: str = ""
    needs: str = ""
    base: str = ""


def look(
    transport: Transport,
    trust: Trust,
    *,
    progress: Progress,
    accept_expired: str = "",
    now: datetime | None = None,
) -> Offer:
    """Ask a source what it has.

    Args:
        transport: where to look.
        trust: under which root; what was proved is kept in its folder.
        progress: stops it.
        accept_expired: version of the edition whose expiry a person waived.
        now: the time; None takes the clock's.

    Raises:
        NoReleaseError: there is none.
        ReleaseExpiredError: it should have been renewed by now; the error names the edition.
        ReleaseRejectedError: it is not what was published.
        SourceUnreachableError: it cannot be read just now.
        UpdateStorageError: metadata cannot be kept.
        Cancelled: the user asked to stop.
    """
    now = now or datetime.now(UTC)
    _prepare(trust)
    try:
        with _working_copy(trust, keep=True) as copy, refusals(transport):
            updater = refreshed(transport, copy, progress, now=now)
            return _offer(transport, copy, _program(updater, copy, now))
    except exceptions.ExpiredMetadataError:
        return _look_at_expired(transport, trust, progress, accepted=accept_expired, now=now)


def _look_at_expired(
    transport: Transport, trust: Trust, progress: Progress, *, accepted: str, now: datetime
) -> Offer:
    """Find out in a copy which edition it is; keep what was seen only when its expiry was waived."""
    with _working_copy(trust, keep=False) as copy:
        with refusals(transport):
            updater = refreshed(transport, copy, progress, now=now, waived=True)
            program = _program(updater, copy, now)
        offer = _offer(transport, copy, program)
        if accepted != offer.facts.version:
            raise ReleaseExpiredError(
                source=transport.address,
                version=offer.facts.version,
                published=offer.facts.published,
                expired=_expiry(copy.folder).date().isoformat(),
                clock=now.date().isoformat(),
            )
        _keep(copy.folder, trust.folder)
    return offer


def _program(updater: Updater, copy: Trust, now: datetime) -> ProgramSeen:
    return look_for_program(updater, copy.folder, now=now) if copy.program else ProgramSeen()


@contextmanager
def _working_copy(trust: Trust, *, keep: bool) -> Iterator[Trust]:
    """Work on a copy of what was seen: the client needs links, which a stick's file system may not have.

    With `keep`, what was proved is kept whatever comes of it, so that nobody can bring an older one later.
    """
    with _stored(trust.folder), TemporaryDirectory() as name:
        copy = Trust(root=trust.root, folder=Path(name) / "metadata", program=trust.program)
        shutil.copytree(trust.folder, copy.folder, ignore=shutil.ignore_patterns(_ROOT_LINK))
        try:
            yield copy
        finally:
            if keep:
                _keep(copy.folder, trust.folder)


def _keep(seen: Path, folder: Path) -> None:
    """Keep the metadata that was proved: roots first, and last what says that all are there."""
    (folder / _ROOTS).mkdir(exist_ok=True)
    roles = (METADATA_NAME, *(f"{role.type}.json" for role in (Targets, Snapshot, Timestamp)))
    for name in (*(f"{_ROOTS}/{path.name}" for path in sorted((seen / _ROOTS).glob("*.json"))), *roles):
        new, old = seen / name, folder / name
        if new.is_file() and not (old.is_file() and old.read_bytes() == new.read_bytes()):
            write_whole(old, new.read_bytes())


def refreshed(
    transport: Transport,
    trust: Trust,
    progress: Progress,
    *,
    now: datetime,
    waived: bool = False,
    metadata: str = "metadata/",
) -> Updater:
    """Bring the metadata kept in `trust.folder` up to date, as the source has it at `metadata`.

    Raises:
        ReleaseRejectedError: the root has expired.
        tuf.api.exceptions.RepositoryError: the metadata is refused; `refusals` says why in our words.
        tuf.api.exceptions.DownloadError: it is not there, or is too long.
    """
    updater = Updater(
        metadata_dir=str(trust.folder),
        metadata_base_url=metadata,
        fetcher=Fetcher(transport, progress),
        config=_LIMITS,
        bootstrap=trust.root,
    )
    trusted = updater._trusted_set  # noqa: SLF001 - python-tuf has no other way to say what time it is
    trusted.reference_time = _LONG_AGO if waived else now
    updater.refresh()
    if trusted.root.is_expired(now):
        raise ReleaseRejectedError(
            source=transport.address,
            reason=phrase("details", "its root was valid until {expires}; a newer root is needed").of(
                expires=trusted.root.expires.date()
            ),
        )
    return updater


def _prepare(trust: Trust) -> None:
    """Make the folder, and begin with what came with the program."""
    with _stored(trust.folder):
        trust.folder.mkdir(parents=True, exist_ok=True)
        if trust.seed is None or (trust.folder / "timestamp.json").exists():
            return
        for role in (Targets.type, Snapshot.type, Timestamp.type):  # the last says that all are there
            if (trust.seed / f"{role}.json").is_file():
                write_whole(trust.folder / f"{role}.json", (trust.seed / f"{role}.json").read_bytes())


@contextmanager
def _stored(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UpdateStorageError(path=folder, detail=error.strerror or str(error)) from error


@contextmanager
def refusals(transport: Transport) -> Iterator[None]:
    """Say in our own words what the client refuses; what expired, other than a root, is passed on."""
    source = transport.address
    try:
        yield
    except exceptions.ExpiredMetadataError as error:
        if "root" in str(error):
            raise ReleaseRejectedError(
                source=source, reason=phrase("details", "its root has expired; a newer root is needed")
            ) from error
        raise
    except exceptions.BadVersionNumberError as error:
        reason = phrase(
            "details", "it is older than what was received before, or its parts do not fit together"
        )
        raise ReleaseRejectedError(
            source=source,
            reason=phrase("details", "{reason} ({error})").of(reason=reason, error=error),
        ) from error
    except exceptions.UnsignedMetadataError as error:
        reason = phrase("details", "it is not signed with enough keys of the publisher who is trusted")
        raise ReleaseRejectedError(
            source=source,
            reason=phrase("details", "{reason} ({error})").of(reason=reason, error=error),
        ) from error
    except exceptions.LengthOrHashMismatchError as error:
        reason = phrase("details", "a file is not the one that was signed")
        raise ReleaseRejectedError(
            source=source,
            reason=phrase("details", "{reason} ({error})").of(reason=reason, error=error),
        ) from error
    except exceptions.DownloadLengthMismatchError as error:
        raise ReleaseRejectedError(
            source=source,
            reason=phrase("details", "a file is longer than it may be ({error})").of(error=error),
        ) from error
    except exceptions.DownloadHTTPError as error:
        if "timestamp" in str(error):
            raise NoReleaseError(source=source) from error
        reason = phrase("details", "a file is missing; the copy is not complete, or is just being made")
        raise ReleaseRejectedError(
            source=source,
            reason=phrase("details", "{reason} ({error})").of(reason=reason, error=error),
        ) from error
    except exceptions.RepositoryError as error:
        raise ReleaseRejectedError(
            source=source,
            reason=phrase("details", "its metadata makes no sense ({error})").of(error=error),
        ) from error
    except OSError as error:
        raise UpdateStorageError(
            path=Path(error.filename or "."), detail=error.strerror or str(error)
        ) from error


def _offer(transport: Transport, copy: Trust, program: ProgramSeen) -> Offer:
    """Read what was just proved."""
    data = {
        path.name: path.read_bytes()
        for path in sorted(copy.folder.glob("*.json"))
        if path.name != METADATA_NAME
    }
    targets = Metadata[Targets].from_bytes(data["targets.json"]).signed.targets
    found: dict[str, list[tuple[_Custom, Target]]] = {"pack": [], "delta": [], "changes": []}
    for file in targets.values():
        custom = _custom(file)
        if custom is not None and custom.kind in found:
            found[custom.kind].append((custom, _target(file, transport)))
    if len(found["pack"]) != 1:
        raise ReleaseRejectedError(
            source=transport.address, reason=phrase("details", "it does not name the one pack of an edition")
        )
    facts, pack = found["pack"][0]
    if not _has_form(facts):
        raise ReleaseRejectedError(
            source=transport.address,
            reason=phrase("details", "what it says of its edition does not have the form of a release"),
        )
    return Offer(
        source=transport.address,
        facts=Facts(
            name=facts.library,
            version=facts.version,
            publisher=facts.publisher,
            published=facts.published,
            digest=facts.digest,
            entries=facts.entries,
            needs=facts.needs,
        ),
        pack=pack,
        deltas={custom.base: target for custom, target in found["delta"]},
        changes=found["changes"][0][1] if found["changes"] else None,
        metadata=data,
        versions={
            "root": Metadata[Root].from_bytes(data[_ROOT_LINK]).signed.version,
            "targets": Metadata[Targets].from_bytes(data["targets.json"]).signed.version,
            "snapshot": Metadata[Snapshot].from_bytes(data["snapshot.json"]).signed.version,
        },
        program=program,
    )


def _custom(file: TargetFile) -> _Custom | None:
    value: Any = file.custom
    try:
        return msgspec.convert(value, _Custom)
    except msgspec.ValidationError:
        return None  # of a later version of the program, or of something else that is published here


def _target(file: TargetFile, transport: Transport) -> Target:
    sha256 = file.hashes.get("sha256", "")
    if not (_TARGET.fullmatch(file.path) and ".." not in file.path and _DIGEST.fullmatch(sha256)):
        reason = phrase("details", "it names a file {path}, which is no file of a release").of(
            path=repr(file.path)
        )
        raise ReleaseRejectedError(source=transport.address, reason=reason)
    return Target(name=file.path, sha256=sha256, length=file.length)


def _has_form(facts: _Custom) -> bool:
    versions = (facts.version, facts.needs or "0")
    return (
        all(map(_VERSION.fullmatch, versions))
        and _DIGEST.fullmatch(facts.digest) is not None
        and facts.entries >= 0
    )


def _expiry(folder: Path) -> datetime:
    """Give the earliest expiry of what may be waived."""
    kinds: tuple[type[Timestamp | Snapshot | Targets], ...] = (Timestamp, Snapshot, Targets)
    dates: list[datetime] = [
        Metadata[Any].from_file(str(folder / f"{kind.type}.json")).signed.expires for kind in kinds
    ]
    return min(dates)
