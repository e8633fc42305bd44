"""Making a release: number it, write its pack, its deltas and its change log, sign it, put it in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tuf.api.metadata import Targets

from procura_desktop.domain.records import Asset, Record
from procura_desktop.library.entries import Facts, hashes_of, lines_of_content
from procura_desktop.library.pack import library_digest
from procura_desktop.library.schema import NEEDS_PROGRAM
from procura_desktop.progress import Progress
from procura_desktop.publish.changes import Entry
from procura_desktop.publish.disk import explained, put
from procura_desktop.publish.draft import Base, Draft, draft_release, find_bases
from procura_desktop.publish.errors import ReleaseError
from procura_desktop.publish.folder import (
    Published,
    check_day,
    check_keys_apart,
    clean_metadata,
    clean_targets,
    damaged_in,
    delegation_for,
    publish,
    published_in,
    target_path,
)
from procura_desktop.publish.keys import Keys, Unlock
from procura_desktop.publish.lock import locked
from procura_desktop.publish.roles import ONLINE
from procura_desktop.publish.signing import Signing
from procura_desktop.publish.versions import next_version, parse_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is to be published.

    Attributes:
        name: of the library, as in addresses.
        publisher: who answers for it; "" means who did for the release before.
        note: what changed, for readers.
        version: "" numbers it by the day.
    """

    name: str
    records: Sequence[Record]
    assets: Sequence[Asset] = ()
    synonyms: Sequence[tuple[str, ...]] = ()
    publisher: str = ""
    note: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What came of it.

    Attributes:
        facts: of the newest release in the folder.
        changes: what that release added, changed and removed.
        new: False when nothing had changed, and so nothing was written.
        sizes: bytes of each new target by name.
        root_waits: whether a newer root is to be published, by a refresh or the next release.
        without: earlier releases that no delta leads from: their pack is gone, or the delta is no shorter.
        first: whether nothing was published in the folder before, so that there is nothing to compare with.
    """

    facts: Facts
    changes: Entry
    new: bool = False
    sizes: Mapping[str, int] = field(default_factory=dict)
    root_waits: bool = False
    without: tuple[str, ...] = ()
    first: bool = False


def make_release(
    edition: Edition, folder: Path, keys: Keys, *, on: date, unlock: Unlock, progress: Progress
) -> Released:
    """Publish an edition in a folder; advances in targets.

    Raises:
        ReleaseError: the folder holds something else, cannot be written, or the day is before its last.
        KeysError: a key is missing, or the passphrase is wrong.
        PackError: a record cannot be written.
        Cancelled: the old release is whole.
    """
    lines = lines_of_content(edition.records, edition.assets, edition.synonyms)
    digest = library_digest(hashes_of(lines))
    check_keys_apart(folder, keys)
    with explained(folder), locked(folder):
        before = published_in(folder, keys)
        if before is not None:
            _check_library(before, edition, folder)
            if before.facts.digest == digest:
                _refuse_damaged(folder, before)
                waits = before.root.version < keys.newest.version
                return Released(facts=before.facts, changes=before.history[0], root_waits=waits)
            check_day(before, folder, on=on)
        facts = Facts(
            name=edition.name,
            version=_version(edition, before, on=on),
            publisher=edition.publisher or (before.facts.publisher if before else ""),
            published=on.isoformat(),
            digest=digest,
            entries=len(lines),
            needs=NEEDS_PROGRAM,
        )
        signing = Signing(keys, unlock=unlock, on=on, published=before.root if before else None)
        signing.check(*ONLINE)
        bases = [] if before is None else list(find_bases(folder, before))
        titles = {record.id: record.title for record in edition.records}
        draft = draft_release(
            lines, facts, titles=titles, note=edition.note, before=before, bases=bases, progress=progress
        )
        _put(draft, folder, keys, signing, before=before, bases=bases)
    sizes = {name: target.length for name, target in draft.files.items()}
    return Released(
        facts=facts,
        changes=draft.entry,
        new=True,
        sizes=sizes,
        without=tuple(draft.without),
        first=before is None,
    )


def _put(
    draft: Draft,
    folder: Path,
    keys: Keys,
    signing: Signing,
    *,
    before: Published | None,
    bases: Sequence[Base],
) -> None:
    """Write targets, then metadata; when all of it is in place, remove what nobody needs any more."""
    for name, target in draft.files.items():
        put(target_path(folder, target), draft.data[name])
    version = 1 if before is None else before.targets.version + 1
    program = None if before is None else before.program
    targets = Targets(version=version, targets=draft.files, delegations=delegation_for(keys, program))
    _, snapshot = publish(folder, keys, signing, before=before, targets=targets)
    former = [] if before is None else before.targets.targets.values()
    needed = {target_path(folder, target) for target in (*draft.files.values(), *former)}
    clean_targets(folder, keep=needed | {base.path for base in bases})
    number = 0 if program is None else program.version
    clean_metadata(folder, snapshot=snapshot.version, targets=version, program=number)


def _version(edition: Edition, before: Published | None, *, on: date) -> str:
    newest = "" if before is None else before.facts.version
    if not edition.version:
        return next_version(on, newest=newest)
    if parse_version(edition.version) <= (parse_version(newest) if newest else (0, 0, 0)):
        raise ReleaseError(f"{edition.version} does not follow {newest}; give a --version above it, or none")
    return edition.version


def _refuse_damaged(folder: Path, before: Published) -> None:
    """Refuse to say that all is as it was where clients could not fetch it."""
    damaged = damaged_in(folder, before.targets)
    if damaged:
        raise ReleaseError(
            f"{folder}: nothing has changed, but these files are missing or damaged: {', '.join(damaged)}; "
            "restore the folder from a copy, such as the one on the server"
        )


def _check_library(before: Published, edition: Edition, folder: Path) -> None:
    if before.facts.name != edition.name:
        raise ReleaseError(
            f"{folder}: this holds the library {before.facts.name!r}, not {edition.name!r}; "
            f"give --name {before.facts.name}, or another folder"
        )
