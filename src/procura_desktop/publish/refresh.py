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
    publish,
    published_in,
)
from procura_desktop.publish.keys import Keys, Unlock
from procura_desktop.publish.lock import locked
from procura_desktop.publish.roles import WARN_BEFORE
from procura_desktop.publish.signing import Signing


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


def refresh(folder: Path, keys: Keys, *, on: date, unlock: Unlock, targets: bool = False) -> Refreshed:
    """Sign timestamp and snapshot anew, and publish new roots; the list of targets too where that is asked.

    Where the key of `targets` was exchanged, their list is signed anew without being asked.

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
        signing.check("snapshot", "timestamp", *(["targets"] if again else []))
        if again is not None:
            again.version += 1
        timestamp, snapshot = publish(folder, keys, signing, before=before, targets=again)
        clean_metadata(folder, snapshot=snapshot.version, targets=before.targets.version)
    found: tuple[Root | Targets | Snapshot | Timestamp, ...] = (
        keys.newest,
        before.targets,
        snapshot,
        timestamp,
    )
    return Refreshed(
        version=before.facts.version,
        expires={signed.type: f"{signed.expires:%Y-%m-%d}" for signed in found},
        warnings=tuple(_warnings(keys.newest, before.targets, on=on)),
    )


def _still_vouched(before: Published, keys: Keys) -> bool:
    now, then = keys.newest.roles["targets"], before.root.roles["targets"]
    return set(now.keyids) == set(then.keyids)


def _warnings(root: Root, targets: Targets, *, on: date) -> Iterator[str]:
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
