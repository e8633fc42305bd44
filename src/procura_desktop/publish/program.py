"""Releases of the program itself, in the folder of a library's releases, under keys of their own.

Its list names the files of one version. The content's list hands their paths on to the role `program`; who
may sign for that role is stated by the root (see `sync/program_role.py`).
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from secrets import token_hex

from tuf.api.metadata import TargetFile, Targets

from procura_desktop.library.disk import copy_file, sync_file, sync_folder
from procura_desktop.publish.disk import explained
from procura_desktop.publish.errors import ReleaseError
from procura_desktop.publish.folder import (
    TARGETS,
    Published,
    check_day,
    check_keys_apart,
    clean_metadata,
    clean_targets,
    delegation_for,
    publish,
    published_in,
    target_path,
)
from procura_desktop.publish.keys import Keys, Unlock
from procura_desktop.publish.lock import locked
from procura_desktop.publish.signing import Signing
from procura_desktop.sync.program_role import PROGRAM
from procura_desktop.sync.program_seen import VERSION
from procura_desktop.sync.versions import version_numbers

SYSTEM_OF = {
    ".deb": "linux",
    ".rpm": "linux",
    ".zst": "linux",
    ".xz": "linux",
    ".gz": "linux",
    ".sh": "linux",
    ".exe": "windows",
    ".msi": "windows",
    ".dmg": "macos",
    ".pkg": "macos",
}
_FILE = re.compile(r"[A-Za-z0-9](?!.*\.\.)[A-Za-z0-9._-]{0,120}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPublished:
    """What is published of the program now.

    Attributes:
        sizes: bytes of each file by name.
        systems: linux, windows, macos, or "" for all of them, by name of the file.
    """

    version: str
    sizes: dict[str, int]
    systems: dict[str, str]


def publish_program(
    files: Sequence[Path], folder: Path, keys: Keys, *, version: str, on: date, unlock: Unlock
) -> ProgramPublished:
    """Add files to a version of the program that is published already, or begin the next with them.

    Raises:
        ReleaseError: the folder has no release of content, the version goes back, or a file cannot be taken.
        KeysError: a key is missing, or the passphrase is wrong.
    """
    check_keys_apart(folder, keys)
    _check_names(files)
    with explained(folder), locked(folder):
        before = published_in(folder, keys)
        if before is None:
            raise ReleaseError(
                f"{folder}: there is no release of content yet; 'procura-publish release' makes one"
            )
        check_day(before, folder, on=on)
        kept = _kept(before, version)
        added = _targets(files, version, on=on)
        for name in kept.keys() & added.keys():
            if kept[name].hashes != added[name].hashes:
                raise ReleaseError(
                    f"{name} of version {version} is published with other bytes, and computers may have it; "
                    "give this one a higher --version"
                )
        signing = Signing(keys, unlock=unlock, on=on, published=before.root)
        program = Targets(
            version=1 if before.program is None else before.program.version + 1, targets={**kept, **added}
        )
        again = _content_again(before, keys, program)
        signing.check(PROGRAM, "snapshot", "timestamp", *(["targets"] if again else []))
        _put(files, folder, added)
        _, snapshot = publish(folder, keys, signing, before=before, targets=again, program=program)
        _clean(folder, before, program, snapshot=snapshot.version)
    return ProgramPublished(
        version=version,
        sizes={name: file.length for name, file in program.targets.items()},
        systems={name: _system(name) for name in program.targets},
    )


def _check_names(files: Sequence[Path]) -> None:
    names = [file.name for file in files]
    for file in files:
        if not file.is_file():
            raise ReleaseError(f"{file}: there is no such file")
        if not _FILE.fullmatch(file.name):
            raise ReleaseError(
                f"{file.name!r}: give the file a name of letters, digits, dots, hyphens and underscores"
            )
        if names.count(file.name) > 1:
            raise ReleaseError(f"{file.name}: two of the files have this name")


def _kept(before: Published, version: str) -> dict[str, TargetFile]:
    """Give the files of this version that are published; none if it is a new one."""
    if not VERSION.fullmatch(version):
        raise ReleaseError(f"{version!r} is no version of the program; write numbers, such as 1.4.0")
    published = {} if before.program is None else before.program.targets
    newest = next((str((file.custom or {})["version"]) for file in published.values()), "")
    if version_numbers(version) < version_numbers(newest):
        raise ReleaseError(f"{version} is older than {newest}, which is published; give a higher --version")
    return dict(published) if version_numbers(version) == version_numbers(newest) else {}


def _targets(files: Sequence[Path], version: str, *, on: date) -> dict[str, TargetFile]:
    found = {}
    for file in files:
        name = f"{PROGRAM}/{file.name}"
        target = TargetFile.from_file(name, str(file), ["sha256"])
        target.unrecognized_fields["custom"] = {
            "kind": PROGRAM,
            "version": version,
            "published": on.isoformat(),
            "system": _system(file.name),
        }
        found[name] = target
    return found


def _system(name: str) -> str:
    return SYSTEM_OF.get(Path(name).suffix.lower(), "")


def _content_again(before: Published, keys: Keys, program: Targets) -> Targets | None:
    """Give the list of the content to be signed anew, where it does not hand these paths on yet."""
    wanted = delegation_for(keys, program)
    same_keys = set(before.root.roles["targets"].keyids) == set(keys.newest.roles["targets"].keyids)
    if before.targets.delegations == wanted and same_keys:
        return None
    before.targets.delegations = wanted
    before.targets.version += 1
    return before.targets


def _put(files: Sequence[Path], folder: Path, targets: dict[str, TargetFile]) -> None:
    """Copy the files to their places, whole or not at all, and look whether they are still what was read."""
    (folder / TARGETS / PROGRAM).mkdir(parents=True, exist_ok=True)
    for file in files:
        target = targets[f"{PROGRAM}/{file.name}"]
        place = target_path(folder, target)
        draft = place.with_name(f".{place.name}.{token_hex(6)}.tmp")
        try:
            copy_file(file, draft)
            sync_file(draft)
            with draft.open("rb") as copy:
                if hashlib.file_digest(copy, "sha256").hexdigest() != target.hashes["sha256"]:
                    raise ReleaseError(f"{file}: the file changed while it was read; run the command again")
            draft.chmod(0o644)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)
    sync_folder(folder / TARGETS / PROGRAM)


def _clean(folder: Path, before: Published, program: Targets, *, snapshot: int) -> None:
    """Remove what nobody needs; the version before stays for one release more."""
    former = () if before.program is None else before.program.targets.values()
    needed = {target_path(folder, target) for target in (*program.targets.values(), *former)}
    clean_targets(folder, keep=needed, of=f"{TARGETS}/{PROGRAM}")
    clean_metadata(folder, snapshot=snapshot, targets=before.targets.version, program=program.version)
