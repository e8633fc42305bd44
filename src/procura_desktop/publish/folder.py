"""A release folder: what is published in it, and the order in which a new release replaces an old one.

Nothing that the published timestamp leads to is changed or removed until a newer timestamp is in its place,
so a run that is interrupted anywhere leaves the old release whole. What the release before needs stays for
one release more: a client may be in the middle of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tuf.api.exceptions import LengthOrHashMismatchError, RepositoryError
from tuf.api.metadata import (
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from procura_desktop.library.entries import Facts
from procura_desktop.library.pack import PackError
from procura_desktop.publish.changes import Entry, read_changes
from procura_desktop.publish.disk import put
from procura_desktop.publish.errors import ReleaseError
from procura_desktop.publish.keys import Keys
from procura_desktop.publish.roles import BROKEN, Signed, from_bytes, signed_on
from procura_desktop.publish.signing import Signing
from procura_desktop.sync.program_role import PROGRAM, ProgramRoleError, stated_delegation
from procura_desktop.sync.program_seen import METADATA_NAME

METADATA, TARGETS = "metadata", "targets"
_NUMBERED = re.compile(r"([0-9]+)\.(snapshot|targets|program)\.json")
_DRAFT = re.compile(r"\..*\.tmp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a folder publishes.

    Attributes:
        facts: of its newest release.
        history: its change log, the newest release first.
        root: the newest root that clients find there.
        program: the list of the newest release of the program; None: there was none yet.
        program_counts: whether the newest root vouches for that list; if not, it is to be signed anew.
    """

    facts: Facts
    history: tuple[Entry, ...]
    root: Root
    timestamp: Timestamp
    snapshot: Snapshot
    targets: Targets
    program: Targets | None = None
    program_counts: bool = True


def published_in(folder: Path, keys: Keys) -> Published | None:
    """Read what a folder publishes; None when it has no release yet.

    Raises:
        ReleaseError: it is of other keys, or damaged.
        OSError: it cannot be read.
    """
    root = _published_root(folder, keys)
    if not (folder / METADATA / "timestamp.json").is_file():
        return None
    if root is None:
        raise ReleaseError(f"{folder}: there is a timestamp but no root; restore the folder from a copy")
    try:
        timestamp = _signed(folder, keys, Timestamp, "timestamp.json", None)
        meta = timestamp.snapshot_meta
        snapshot = _signed(folder, keys, Snapshot, f"{meta.version}.snapshot.json", meta)
        meta = snapshot.meta["targets.json"]
        targets = _signed(folder, keys, Targets, f"{meta.version}.targets.json", meta)
        program = _program_list(folder, keys, snapshot)
        facts = facts_of(targets)
        history = read_changes(target_data(folder, targets, f"{facts.version}.changes"))
    except (KeyError, PackError, FileNotFoundError, *BROKEN) as error:
        raise ReleaseError(
            f"{folder}: the release is damaged ({error}); restore the folder from a copy"
        ) from error
    return Published(
        facts=facts,
        history=history,
        root=root,
        timestamp=timestamp,
        snapshot=snapshot,
        targets=targets,
        program=None if program is None else program.signed,
        program_counts=program is None or _vouched(keys.roots[-1], program, PROGRAM),
    )


def check_day(before: Published, folder: Path, *, on: date) -> None:
    """Refuse to publish on a day before the last: an older end of a signature looks like a trick.

    Raises:
        ReleaseError: it is earlier.
    """
    last = max(before.facts.published, signed_on("timestamp", before.timestamp.expires).isoformat())
    if on.isoformat() < last:
        raise ReleaseError(
            f"{folder}: the last release or refresh is of {last}, but today is said to be {on}; "
            "set the clock of this computer, or give a later --date"
        )


def check_keys_apart(folder: Path, keys: Keys) -> None:
    """Refuse to publish into a folder that the keys lie in.

    Raises:
        ReleaseError: whoever reads the release would get the secret keys with it.
    """
    if keys.folder.resolve().is_relative_to(folder.resolve()):
        raise ReleaseError(f"{keys.folder}: the keys lie inside the release {folder}; move one of them")


def facts_of(targets: Targets) -> Facts:
    """Give what signed targets say of the release.

    Raises:
        KeyError: they name no pack, or leave something out.
    """
    customs = (target.custom or {} for target in targets.targets.values())
    custom = next((custom for custom in customs if custom.get("kind") == "pack"), {})
    return Facts(
        name=custom["library"],
        version=custom["version"],
        publisher=custom["publisher"],
        published=custom["published"],
        digest=custom["digest"],
        entries=custom["entries"],
        needs=custom["needs"],
    )


def target_path(folder: Path, target: TargetFile) -> Path:
    """Give the place of a target: the hash goes before the file's own name."""
    path = folder / TARGETS / target.path
    return path.with_name(f"{target.hashes['sha256']}.{path.name}")


def target_data(folder: Path, targets: Targets, name: str) -> bytes:
    """Read a target.

    Raises:
        KeyError: there is none of this name.
        LengthOrHashMismatchError: it is not what was signed.
        OSError: it cannot be read.
    """
    target = targets.targets[name]
    data = target_path(folder, target).read_bytes()
    target.verify_length_and_hashes(data)
    return data


def damaged_in(folder: Path, targets: Targets) -> tuple[str, ...]:
    """Name the targets whose files are missing, or not what was signed."""
    return tuple(name for name in targets.targets if not _is_sound(folder, targets, name))


def _is_sound(folder: Path, targets: Targets, name: str) -> bool:
    try:
        target_data(folder, targets, name)
    except (LengthOrHashMismatchError, OSError):
        return False
    return True


def publish(
    folder: Path,
    keys: Keys,
    signing: Signing,
    *,
    before: Published | None,
    targets: Targets | None,
    program: Targets | None = None,
) -> tuple[Timestamp, Snapshot]:
    """Write metadata in an order that never breaks what was there; a list that is None stays as it is.

    Raises:
        KeysError: a key is missing.
        OSError: the folder cannot be written, or the disk is full.
    """
    place = folder / METADATA
    snapshot = Snapshot(version=1 if before is None else before.snapshot.version + 1)
    timestamp = Timestamp(version=1 if before is None else before.timestamp.version + 1)
    if before is not None:
        snapshot.meta = dict(before.snapshot.meta)
    if targets is not None:
        data = signing.sign(targets)
        put(place / f"{targets.version}.targets.json", data)
        snapshot.meta["targets.json"] = MetaFile.from_data(targets.version, data, ["sha256"])
    if program is not None:
        data = signing.sign(program, role=PROGRAM)
        put(place / f"{program.version}.{METADATA_NAME}", data)
        snapshot.meta[METADATA_NAME] = MetaFile.from_data(program.version, data, ["sha256"])
    data = signing.sign(snapshot)
    put(place / f"{snapshot.version}.snapshot.json", data)
    timestamp.snapshot_meta = MetaFile.from_data(snapshot.version, data, ["sha256"])
    if before is None:
        put_roots(folder, keys)  # nobody reads here yet
    put(place / "timestamp.json", signing.sign(timestamp))
    put_roots(folder, keys)
    return timestamp, snapshot


def put_roots(folder: Path, keys: Keys) -> None:
    """Put the roots there that clients lead themselves along."""
    for number, data in enumerate(keys.roots, start=1):
        put(folder / METADATA / f"{number}.root.json", data)


def delegation_for(keys: Keys, program: Targets | None) -> Delegations | None:
    """Give the delegation that goes into the list of the content; None while no program is published."""
    return None if program is None else stated_delegation(keys.newest)


def clean_metadata(folder: Path, *, snapshot: int, targets: int, program: int) -> None:
    """Remove drafts, and numbered metadata older than the release before or newer than the published."""
    newest = {"snapshot": snapshot, "targets": targets, PROGRAM: program}
    for path in _files(folder / METADATA):
        numbered = _NUMBERED.fullmatch(path.name)
        stays = numbered is None or 0 <= newest[numbered[2]] - int(numbered[1]) <= 1
        if _DRAFT.fullmatch(path.name) or not stays:
            path.unlink()


def clean_targets(folder: Path, *, keep: Iterable[Path], of: str = TARGETS) -> None:
    """Remove all targets but these; `of` is the folder in the release that they lie in."""
    stay = set(keep)
    for path in _files(folder / of):
        if path not in stay:
            path.unlink()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if path.is_file()) if folder.is_dir() else iter(())


def _published_root(folder: Path, keys: Keys) -> Root | None:
    newest = None
    for number, ours in enumerate((*keys.roots, b""), start=1):
        path = folder / METADATA / f"{number}.root.json"
        if not path.is_file():
            break
        if not ours:
            raise ReleaseError(
                f"{folder}: root {number} is published there, but {keys.folder} knows only "
                f"{len(keys.roots)}; use the newest copy of the keys"
            )
        if path.read_bytes() != ours:
            raise ReleaseError(
                f"{folder}: this holds a release with another root than {keys.folder}; "
                "name another folder, or the keys of that release"
            )
        newest = from_bytes(Root, ours, shown=str(path)).signed
    return newest


def _program_list(folder: Path, keys: Keys, snapshot: Snapshot) -> Metadata[Targets] | None:
    stated = snapshot.meta.get(METADATA_NAME)
    if stated is None:
        return None
    return _read(folder, keys, Targets, f"{stated.version}.{METADATA_NAME}", stated, role=PROGRAM)


def _signed(folder: Path, keys: Keys, kind: type[Signed], name: str, meta: MetaFile | None) -> Signed:
    return _read(folder, keys, kind, name, meta).signed


def _read(
    folder: Path, keys: Keys, kind: type[Signed], name: str, meta: MetaFile | None, *, role: str = ""
) -> Metadata[Signed]:
    """Read metadata that any of our roots vouches for; the keys may have been exchanged since."""
    data = (folder / METADATA / name).read_bytes()
    if meta is not None:
        meta.verify_length_and_hashes(data)
    found = from_bytes(kind, data, shown=str(folder / METADATA / name))
    if not any(_vouched(root, found, role or found.signed.type) for root in keys.roots):
        raise ReleaseError(
            f"{folder}: {name} was not signed with the keys in {keys.folder}; restore the folder from a copy"
        )
    return found


def _vouched(root: bytes, found: Metadata[Signed], role: str) -> bool:
    by: Root | Targets = Metadata[Root].from_bytes(root).signed
    try:
        if role == PROGRAM and isinstance(by, Root):
            by = Targets(delegations=stated_delegation(by))
        by.verify_delegate(role, found.signed_bytes, found.signatures)
    except (RepositoryError, LengthOrHashMismatchError, ProgramRoleError, ValueError):
        return False
    return True
