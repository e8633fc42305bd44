"""What is installed here and how it fares: for inventory tools, and for those who are asked for help.

Only facts of the program are told: nothing that the person wrote, chose or searched for.
"""

import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import disk_usage
from typing import Literal

from procura_desktop import __version__
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import LibraryError
from procura_desktop.library.age import age_in_days, today_here
from procura_desktop.library.installed import bundled_path, other_libraries, paths_of
from procura_desktop.library.open import open_first
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.policy import load_policy
from procura_desktop.settings.rules import load_rules
from procura_desktop.sync.history import History, read_history
from procura_desktop.sync.places import library_place
from procura_desktop.sync.program_seen import is_newer, seen_version
from procura_desktop.workspace.disks import Kind, kind_of

Way = Literal["never", "asked", "background"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramFacts:
    """The program; `standalone` False means that it runs from its source.

    Attributes:
        offered: the version that the source had at the last look; None: it offered none.
        newer: whether that one comes after the installed one.
    """

    version: str
    offered: str | None
    newer: bool
    system: str
    platform: str
    python: str
    standalone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryFacts:
    """One library; where it cannot be opened, `fault` says why and everything else about it is empty.

    Attributes:
        age_days: since it was published, or since its newest text; None: unknown; below 0 the clock is wrong.
        bundled: whether it is the one that came with the program.
        hidden: whether it is switched off, or the policy forbids it.
        update: the last try to update it.
    """

    name: str
    version: str = ""
    digest: str = ""
    schema: int = 0
    records: int = 0
    publisher: str = ""
    published: str = ""
    newest: str = ""
    age_days: int | None = None
    path: str = ""
    bundled: bool = False
    hidden: bool = False
    fault: str = ""
    update: History


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFacts:
    """The administrator's policy: what was read (empty: there is none), its SHA-256, and what is wrong."""

    read: tuple[str, ...]
    digest: str
    sound: bool
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """Where the user's files are; `disk` is what kind of disk they are on."""

    data: str
    config: str
    cache: str
    log: str
    portable: bool
    read_only: bool
    disk: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskFacts:
    """Bytes: free where the data is, and taken by our folders; the cache below the data counts as cache."""

    free: int
    data: int
    cache: int
    log: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFacts:
    """When the network is used: never, when somebody asks, or also of the program's own accord."""

    used: Way
    shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """What the clock says (ISO 8601 in UTC); `behind` means that it names a day before a library was made."""

    now: str
    behind: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """All of it."""

    program: ProgramFacts
    libraries: tuple[LibraryFacts, ...]
    policy: PolicyFacts
    places: PlaceFacts
    network: NetworkFacts
    clock: ClockFacts


def take_inventory(places: Folders) -> Inventory:
    """Look at everything but the disk, which may take a while."""
    libraries = library_facts(places, today_here())
    return Inventory(
        program=program_facts(places),
        libraries=libraries,
        policy=policy_facts(places),
        places=place_facts(places),
        network=network_facts(places),
        clock=clock_facts(libraries),
    )


def program_facts(places: Folders) -> ProgramFacts:
    """Look at the program itself, and at what was seen of a newer one; no source is asked."""
    offered = seen_version(places.trust / MAIN_LIBRARY)
    return ProgramFacts(
        version=__version__,
        offered=offered or None,
        newer=is_newer(offered, __version__),
        system=sys.platform,
        platform=_platform(),
        python=platform.python_version(),
        standalone=bool(getattr(sys, "frozen", False)),
    )


def _platform() -> str:
    """Name the system, its release and the kind of machine; no other program is asked."""
    release = platform.release()
    if sys.platform == "linux":
        with suppress(OSError, KeyError):  # it does not say
            release = f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {release}"
    return f"{platform.system()} {release} {platform.machine()}"


def library_facts(places: Folders, today: date) -> tuple[LibraryFacts, ...]:
    """Look at every library that is here, the main one first."""
    hidden = frozenset(load_rules(places).not_opened)
    # The last path is always that of the library that came, or would have come, with the program.
    others = {paths[-1].stem: paths for paths in other_libraries(places)}
    named = {MAIN_LIBRARY: paths_of(places), **others}
    return tuple(_library(places, name, paths, today, hidden) for name, paths in named.items())


def _library(
    places: Folders, name: str, paths: list[Path], today: date, hidden: frozenset[str]
) -> LibraryFacts:
    update = read_history(library_place(places, name))
    try:
        library, faults = open_first(paths)
    except LibraryError as error:
        return LibraryFacts(name=name, hidden=name in hidden, fault=str(error), update=update)
    with library:
        info, path = library.info, library.path
    return LibraryFacts(
        name=info.name,
        version=info.version,
        digest=info.digest,
        schema=info.schema,
        records=info.records,
        publisher=info.publisher,
        published=info.published,
        newest=info.newest,
        age_days=age_in_days(info, today),
        path=str(path),
        bundled=path == bundled_path(name),
        hidden=name in hidden,
        fault=str(faults[0]) if faults else "",
        update=update,
    )


def place_facts(places: Folders) -> PlaceFacts:
    """Look where the user's files are."""
    return PlaceFacts(
        data=str(places.data),
        config=str(places.config),
        cache=str(places.cache),
        log=str(places.log),
        portable=places.portable is not None,
        read_only=is_read_only(places.data),
        disk=kind_of(places.data),
    )


def is_read_only(folder: Path) -> bool:
    """Say whether nothing can be written to a folder, or made in the nearest one above it that exists."""
    return not os.access(_nearest(folder), os.W_OK)


def disk_facts(places: Folders) -> DiskFacts:
    """Measure the disk and our folders; 0 is also what cannot be measured."""
    try:
        free = disk_usage(_nearest(places.data)).free
    except OSError:
        free = 0
    cache = _size(places.cache)
    within = places.cache.is_relative_to(places.data)
    return DiskFacts(
        free=free,
        data=_size(places.data) - (cache if within else 0),
        cache=cache,
        log=_size(places.log),
    )


def _nearest(folder: Path) -> Path:
    return next((path for path in (folder, *folder.parents) if os.path.lexists(path)), folder)


def _size(folder: Path) -> int:
    total = 0
    for inside, _, names in os.walk(folder):  # what may not be looked into is passed over
        for name in names:
            try:
                total += (Path(inside) / name).lstat().st_size
            except OSError:  # gone meanwhile
                continue
    return total


def network_facts(places: Folders) -> NetworkFacts:
    """Look when the network may be used."""
    settings = load_rules(places).settings
    used: Way = "never" if not settings.network else "background" if settings.background else "asked"
    return NetworkFacts(used=used, shared=settings.offers)


def clock_facts(libraries: tuple[LibraryFacts, ...]) -> ClockFacts:
    """Look at the clock beside what the libraries say."""
    ages = [library.age_days for library in libraries if library.age_days is not None]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return ClockFacts(now=now, behind=any(age < -1 for age in ages))


def policy_facts(places: Folders) -> PolicyFacts:
    """Look at the administrator's policy."""
    found = load_policy(places.policy)
    return PolicyFacts(
        read=found.read, digest=found.digest, sound=found.sound, faults=tuple(map(str, found.faults))
    )
