"""From an offer to a library in use: the cheaper way is taken, everything is checked, then a pointer swaps.

Until the swap the library in use is not touched; after it, it is kept as the one to go back to.
"""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from procura_desktop import __version__
from procura_desktop.errors import (
    LibraryError,
    OlderReleaseError,
    ReleaseRejectedError,
    ReleaseTooNewError,
    UpdateStorageError,
)
from procura_desktop.library.arrival import shown
from procura_desktop.library.build import build_library
from procura_desktop.library.change import RebuildNeededError, change_library
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.delta import Delta, read_delta
from procura_desktop.library.disk import copy_file, syncing
from procura_desktop.library.entries import Entries, Facts
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.library.installed import (
    activate,
    go_back,
    library_paths,
    read_pointer,
    replace_damaged,
)
from procura_desktop.library.open import open_first, open_library
from procura_desktop.library.pack import PackError
from procura_desktop.library.packfile import read_pack
from procura_desktop.library.stored import stored_line, stored_lines
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress, Silent
from procura_desktop.sync.client import BASE_DIGITS, Offer, Target
from procura_desktop.sync.download import Several, fetch_target, staged_bytes
from procura_desktop.sync.places import LibraryPlace
from procura_desktop.sync.transport import Transport
from procura_desktop.sync.versions import version_numbers

Way = Literal["nothing", "forward", "delta", "pack"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to come from the library in use to the release that is offered.

    Attributes:
        way: "nothing" when it is in use already, "forward" when it is kept here since somebody went back.
        size: bytes that must still be fetched.
        of: bytes in all.
    """

    way: Way
    offer: Offer
    targets: tuple[Target, ...]
    size: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """The library in use; `info` None means that there is none yet."""

    path: Path | None
    info: LibraryInfo | None


def installed(place: LibraryPlace) -> Installed:
    """Look which library is in use; one that is damaged counts as none."""
    try:
        library, _ = open_first(library_paths(place.folder, place.library, place.bundled))
    except LibraryError:
        return Installed(path=None, info=None)
    with library:
        return Installed(path=library.path, info=library.info)


def plan(offer: Offer, now: Installed, place: LibraryPlace) -> Plan:
    """Choose the way with the fewest bytes.

    Raises:
        ReleaseRejectedError: the release is of another library.
        ReleaseTooNewError: it needs a later version of the program.
        OlderReleaseError: it is older than what is installed.
    """
    facts = offer.facts
    if facts.name != place.library:
        reason = phrase("details", "it is of the library {name}, not of {library}").of(
            name=repr(facts.name), library=repr(place.library)
        )
        raise ReleaseRejectedError(source=offer.source, reason=reason)
    if version_numbers(facts.needs) > version_numbers(__version__):
        raise ReleaseTooNewError(source=offer.source, version=facts.version, needs=facts.needs)
    if now.info is not None and now.info.digest == facts.digest:
        return Plan(way="nothing", offer=offer, targets=(), size=0, of=0)
    if (
        now.info is not None
        and now.info.published
        and version_numbers(facts.version) < version_numbers(now.info.version)
    ):
        raise OlderReleaseError(source=offer.source, offered=facts.version, installed=now.info.version)
    if _is_kept(facts.digest, place):
        return Plan(way="forward", offer=offer, targets=(), size=0, of=0)
    delta = offer.deltas.get(now.info.digest[:BASE_DIGITS]) if now.info is not None else None
    way: Way = "delta" if delta is not None and _left(delta, place) < _left(offer.pack, place) else "pack"
    main = delta if way == "delta" and delta is not None else offer.pack
    targets = (main, *((offer.changes,) if offer.changes is not None else ()))
    return Plan(
        way=way,
        offer=offer,
        targets=targets,
        size=sum(_left(target, place) for target in targets),
        of=sum(target.length for target in targets),
    )


def carry_out(
    wanted: Plan, transport: Transport, now: Installed, place: LibraryPlace, *, progress: Progress
) -> Path:
    """Fetch, check, build and put in use; advances in bytes fetched. Gives the library file in use.

    Raises:
        ReleaseRejectedError: what arrived is not what was signed, or does not lead where it should.
        SourceUnreachableError: the source cannot be read; what has arrived stays for the next time.
        UpdateStorageError: it cannot be stored.
        Cancelled: what has arrived stays.
    """
    if wanted.way == "nothing" and now.path is not None:
        return now.path
    if wanted.way == "forward":
        return step_back(place)
    main, *others = wanted.targets
    counted = Several(progress, wanted.of)
    fetched = fetch_target(transport, main, staging=place.staging, progress=counted)
    counted.next(main.length)
    changes = [fetch_target(transport, other, staging=place.staging, progress=counted) for other in others]
    draft = place.staging / "draft.sqlite"
    try:
        if not (wanted.way == "delta" and _by_delta(fetched, draft, now, wanted.offer)):
            _by_pack(wanted, transport, draft, place, counted)
        _check(draft, wanted.offer)
        facts = wanted.offer.facts
        put = activate if now.path is not None else replace_damaged  # nobody goes back to what is not sound
        active = put(place.folder, place.library, draft, version=facts.version, digest=facts.digest)
        for file in changes:
            file.replace(place.changes)
        shutil.rmtree(place.staging, ignore_errors=True)  # it is in use now, whatever else holds a file there
    except OSError as error:
        raise UpdateStorageError(
            path=Path(error.filename or place.folder), detail=error.strerror or str(error)
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return active


def _is_kept(digest: str, place: LibraryPlace) -> bool:
    """Say whether the edition that a person went back from is the one with this digest."""
    pointer = read_pointer(place.folder, place.library)
    if pointer is None or not pointer.held or not pointer.previous:
        return False
    try:
        with open_library(place.folder / pointer.previous) as library:
            return library.info.digest == digest
    except LibraryError:
        return False


def step_back(place: LibraryPlace) -> Path:
    """Use the edition that was in use before; twice leads forward again. Gives the library file in use.

    Raises:
        NoPreviousError: there is none.
        UpdateStorageError: the pointer cannot be written.
    """
    try:
        pointer = go_back(place.folder, place.library, bundled=place.bundled)
    except OSError as error:
        raise UpdateStorageError(path=place.folder, detail=error.strerror or str(error)) from error
    return place.file(pointer.current)


def _left(target: Target, place: LibraryPlace) -> int:
    return target.length - staged_bytes(target, place.staging)


def _by_delta(file: Path, draft: Path, now: Installed, offer: Offer) -> bool:
    """Lead a copy of the library in use to the release; False means that only the pack can."""
    if now.path is None:
        return False
    with closing(ReadConnection(now.path)) as connection:
        try:
            delta = read_delta(file.read_bytes(), line_of=lambda name: stored_line(connection, name))
            if delta.facts.digest != offer.facts.digest:
                return False
            copy_file(now.path, draft)
            change_library(draft, delta)
        except RebuildNeededError:
            return _built(draft, connection, delta, offer)
        except (PackError, LibraryError):
            return False  # what is installed is not what it says; the pack needs nothing of it
    return True


def _built(draft: Path, connection: ReadConnection, delta: Delta, offer: Offer) -> bool:
    """Build the release of the lines that are here and those of the delta; False as above."""
    try:
        kept = stored_lines(connection).items()
        lines = {name: line for name, line in kept if name not in delta.removed} | dict(delta.lines)
        build_entries(draft, Entries.of(lines.values()), offer.facts)
    except (PackError, LibraryError):
        return False
    return True


def _by_pack(
    wanted: Plan, transport: Transport, draft: Path, place: LibraryPlace, progress: Progress
) -> None:
    pack = fetch_target(transport, wanted.offer.pack, staging=place.staging, progress=progress)
    try:
        entries, facts = read_pack(pack, progress=Silent())
    except PackError as error:
        raise ReleaseRejectedError(source=transport.address, reason=error.detail) from error
    if facts != wanted.offer.facts:
        raise ReleaseRejectedError(
            source=transport.address, reason=phrase("details", "the pack is not the one that was announced")
        )
    build_entries(draft, entries, facts)


def build_entries(draft: Path, entries: Entries, facts: Facts) -> None:
    """Build a library file of lines that were checked."""
    records, originals = shown(entries)
    build_library(
        draft,
        name=facts.name,
        version=facts.version,
        publisher=facts.publisher,
        published=facts.published,
        records=records,
        assets=entries.assets,
        synonyms=entries.synonyms,
        originals=originals,
        progress=Silent(),
    )


def _check(draft: Path, offer: Offer) -> None:
    """Look at the finished file as at any other before it is put in use, while it goes onto the disk."""
    with syncing(draft):
        try:
            with closing(sqlite3.connect(f"{draft.resolve().as_uri()}?mode=ro", uri=True)) as connection:
                (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            with open_library(draft) as library:
                digest = library.info.digest
        except (sqlite3.DatabaseError, LibraryError) as error:
            raise ReleaseRejectedError(
                source=offer.source,
                reason=phrase("details", "what came of it is not sound: {error}").of(error=error),
            ) from error
    if answer != "ok" or digest != offer.facts.digest:
        raise ReleaseRejectedError(
            source=offer.source, reason=phrase("details", "what came of it is not what was signed")
        )
