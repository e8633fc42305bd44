"""Renewing signatures without a new release, and telling what will expire."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from tuf.api.metadata import Root, Snapshot, Targets, Timestamp

from procura_desktop.publish.disk import explained
from procura_desktop.publish.errors import ReleaseError
from procura_desktop.publish.folder import (
    Published,
    check_day,
    check_keys_apart,
    clean_metadata,
    damaged_in,
    delegation_for,
    publish,
    published_in,
)
from procura_desktop.publish.keys import Keys, Unlock
from procura_desktop.publish.lock import locked
from procura_desktop.publish.roles import WARN_BEFORE
from procura_desktop.publish.signing import Signing
from procura_desktop.sync.program_role import PROGRAM

_NEW_PROGRAM_KEYS = (
    "the keys of the program were exchanged, and clients refuse its list until they sign it: "
    "refresh with --program"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What holds until when, and what somebody should do soon.

    Attributes:
        version: of the release, which is as it was.
        expires: ISO date by role.
    """

    version: str
    expires: dict[str, str]
    warnings: tuple[str, ...]


def refresh(
    folder: Path,
    keys: Keys,
    *,
    on: date,
    unlock: Unlock,
    targets: bool = False,
    program: bool = False,
) -> Refreshed:
    """Sign timestamp and snapshot anew, and publish new roots; the lists of targets and program where asked.

    Where a key of `targets` or `program` was exchanged, that of targets is signed anew without being asked.

    Raises:
        ReleaseError: the folder has no release, is of other keys, cannot be written, or the day is too early.
        KeysError: a key is missing, or the passphrase is wrong.
    """
    check_keys_apart(folder, keys)
    with explained(folder), locked(folder):
        before = published_in(folder, keys)
        if before is None:
            raise ReleaseError(f"{folder}: there is no release yet; 'procura-publish release' makes one")
        check_day(before, folder, on=on)
        signing = Signing(keys, unlock=unlock, on=on, published=before.root)
        again = before.targets if targets or not _still_vouched(before, keys) else None
        programs = before.program if program else None
        if program and programs is None:
            raise ReleaseError(f"{folder}: there is no release of the program here yet")
        signing.check(
            "snapshot", "timestamp", *(["targets"] if again else []), *([PROGRAM] if programs else [])
        )
        for one in (again, programs):
            if one is not None:
                one.version += 1
        before.targets.delegations = delegation_for(keys, before.program)
        timestamp, snapshot = publish(folder, keys, signing, before=before, targets=again, program=programs)
        number = 0 if before.program is None else before.program.version
        clean_metadata(folder, snapshot=snapshot.version, targets=before.targets.version, program=number)
        damaged = damaged_in(folder, before.targets)
    counts = before.program_counts or programs is not None
    return _refreshed(before, keys.newest, snapshot, timestamp, on=on, program_counts=counts, damaged=damaged)


def _refreshed(
    before: Published,
    root: Root,
    snapshot: Snapshot,
    timestamp: Timestamp,
    *,
    on: date,
    program_counts: bool,
    damaged: tuple[str, ...],
) -> Refreshed:
    found: dict[str, Root | Targets | Snapshot | Timestamp] = {
        "root": root,
        "targets": before.targets,
        "snapshot": snapshot,
        "timestamp": timestamp,
    }
    if before.program is not None:
        found[PROGRAM] = before.program
    return Refreshed(
        version=before.facts.version,
        expires={role: f"{signed.expires:%Y-%m-%d}" for role, signed in found.items()},
        warnings=(
            *_warnings(root, before, on=on),
            *_damage(damaged),
            *(() if program_counts else (_NEW_PROGRAM_KEYS,)),
        ),
    )


def _damage(damaged: tuple[str, ...]) -> Iterator[str]:
    if damaged:
        yield f"missing or damaged, so that no client gets it: {', '.join(damaged)}; restore it from a copy"


def _still_vouched(before: Published, keys: Keys) -> bool:
    now, then = keys.newest.roles["targets"], before.root.roles["targets"]
    same = before.targets.delegations == delegation_for(keys, before.program)
    return set(now.keyids) == set(then.keyids) and same


def _warnings(root: Root, before: Published, *, on: date) -> Iterator[str]:
    targets, program = before.targets, before.program
    soon = datetime.combine(on, time(), tzinfo=UTC) + WARN_BEFORE
    if root.is_expired(soon):
        yield (
            f"the root expires on {root.expires:%Y-%m-%d}; renew it with 'procura-publish keys renew', "
            "then refresh again"
        )
    if targets.is_expired(soon):
        yield (
            f"the list of targets expires on {targets.expires:%Y-%m-%d}; "
            "make a release, or refresh with --targets"
        )
    if program is not None and program.is_expired(soon):
        yield (
            f"the list of the program expires on {program.expires:%Y-%m-%d}; "
            "publish a new version of it, or refresh with --program"
        )
