"""The change log that travels with a release: what its last releases added, changed and removed.

It is the target ``<version>.changes``: a compressed JSON list, the newest release first. It also tells the
publisher which packs a delta can start from.
"""

from collections.abc import Mapping, Sequence

import msgspec

from procura_desktop.library.compress import compress, decompress
from procura_desktop.library.entries import Facts
from procura_desktop.library.pack import PackError

KEPT = 12  # releases that a delta leads from, and that the change log tells of
LARGEST = 64 * 1024 * 1024

Titles = Mapping[str, str]
Pair = tuple[str, str]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One release of the change log; `added`, `changed` and `removed` hold (id, title) of records by id.

    The first release of a library has nothing before it: its three lists are empty.
    """

    version: str
    published: str
    digest: str
    note: str
    added: tuple[Pair, ...] = ()
    changed: tuple[Pair, ...] = ()
    removed: tuple[Pair, ...] = ()


def write_changes(entries: Sequence[Entry]) -> bytes:
    """Write the change log, the newest release first."""
    return compress(msgspec.json.encode(entries))


def read_changes(data: bytes) -> tuple[Entry, ...]:
    """Read the change log.

    Raises:
        PackError: it is broken.
    """
    try:
        return msgspec.json.decode(decompress(data, most=LARGEST), type=tuple[Entry, ...])
    except (msgspec.MsgspecError, ValueError) as error:
        raise PackError(f"the change log is broken: {error}") from error


def compare(
    facts: Facts,
    note: str,
    *,
    new: Mapping[str, bytes],
    titles: Titles,
    old: Mapping[str, bytes],
    old_titles: Titles,
) -> Entry:
    """Say what a release changed: lines by name, and titles of records by id, before and after."""
    added = titles.keys() - old_titles.keys()
    removed = old_titles.keys() - titles.keys()
    changed = [one for one in titles.keys() & old_titles.keys() if new[one] != old[one]]
    return Entry(
        version=facts.version,
        published=facts.published,
        digest=facts.digest,
        note=note,
        added=tuple((one, titles[one]) for one in sorted(added)),
        changed=tuple((one, titles[one]) for one in sorted(changed)),
        removed=tuple((one, old_titles[one]) for one in sorted(removed)),
    )
