"""Updating as the window and the commands do it: find, show what it costs, carry out."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from procura_desktop.errors import (
    ClockBehindError,
    LibraryError,
    NoReleaseError,
    SourceUnreachableError,
    UpdateError,
)
from procura_desktop.library.age import clock_is_behind, today_here
from procura_desktop.library.compare import Differences, compare
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.installed import read_pointer
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.logbook import LOG
from procura_desktop.settings.policy import load_policy
from procura_desktop.settings.settings import Settings
from procura_desktop.sync.client import look
from procura_desktop.sync.history import noted
from procura_desktop.sync.http import Clock
from procura_desktop.sync.lock import only_one
from procura_desktop.sync.places import LibraryPlace, library_place, open_transport, source_of, trust_of
from procura_desktop.sync.transport import Traffic, Transport
from procura_desktop.sync.update import Installed, Plan, carry_out, installed, plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A source that answered, and what it would take to follow it.

    Attributes:
        seconds: how long fetching would take at the rate seen so far; 0 means that this is not known.
    """

    plan: Plan
    transport: Transport
    installed: Installed
    place: LibraryPlace
    seconds: float

    def close(self) -> None:
        """Let go of the source."""
        self.transport.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What an update did."""

    version: str
    path: str
    differences: Differences
    traffic: Traffic


def find(
    places: Folders,
    settings: Settings,
    *,
    library: str,
    progress: Progress,
    address: str = "",
    accept_expired: str = "",
    anew: bool = False,
    clock: Clock | None = None,
) -> Found:
    """Ask the sources of a library, in their order, what they have; the first that answers counts.

    `address` asks this place instead, under the same trust. `accept_expired` is the version of an edition
    whose expiry a person waived; `anew` fetches the whole edition, as if none were installed.

    Raises:
        PolicyError: the administrator's policy has faults, so nothing is updated.
        PolicyForbidsError: it forbids this library, or the waiver.
        NoTrustError: nobody said whose releases are trusted.
        UpdateError: no source could be used; this is what was wrong with the last.
        Cancelled: the user asked to stop.
    """
    policy = load_policy(places.policy)
    if accept_expired and not policy.expiry_waiver:
        raise policy.forbid(
            "expiry_waiver",
            phrase("details", "edition {accept_expired} is old and cannot be accepted").of(
                accept_expired=accept_expired
            ),
        )
    source = source_of(places, library)
    trust = trust_of(places, source)
    place = library_place(places, library)
    addresses = (address,) if address else source.addresses
    if not addresses:
        detail = phrase("details", "this library has no address; choose a folder, a stick or a file")
        raise SourceUnreachableError(source=library, detail=detail)
    failure: UpdateError | None = None
    with only_one(place.lock), noted(place):
        for one in addresses:
            try:
                transport = open_transport(one, settings, places=places, clock=clock)
                with _closed_on_failure(transport):
                    offer = look(transport, trust, progress=progress, accept_expired=accept_expired)
                    now = Installed(path=None, info=None) if anew else installed(place)
                    wanted = plan(offer, now, place)
            except (SourceUnreachableError, NoReleaseError) as error:
                failure = _with_clock(error, place)
            else:
                _note_found(library, wanted)
                rate = transport.traffic.rate
                seconds = wanted.size / rate if rate else 0.0
                return Found(plan=wanted, transport=transport, installed=now, place=place, seconds=seconds)
        raise failure or NoReleaseError(source=library)


def _with_clock(error: SourceUnreachableError | NoReleaseError, place: LibraryPlace) -> UpdateError:
    """Blame the clock where it is far behind: no certificate is valid yet then."""
    info, today = installed(place).info, today_here()
    if not isinstance(error, SourceUnreachableError) or not error.source.startswith("https:"):
        return error
    if info is None or not clock_is_behind(info, today):
        return error
    return ClockBehindError(
        source=error.source,
        detail=error.detail,
        clock=today.isoformat(),
        newest=info.dated,
    )


def _note_found(library: str, wanted: Plan) -> None:
    offer = wanted.offer
    LOG.info(
        "library %s: edition %s at %s, %s, %d bytes",
        *(library, offer.facts.version, offer.source, wanted.way, wanted.size),
    )


@contextmanager
def _closed_on_failure(transport: Transport) -> Iterator[None]:
    try:
        yield
    except BaseException:
        transport.close()
        raise


def follow(found: Found, *, progress: Progress) -> Done:
    """Carry out what was found; advances in bytes.

    Raises:
        UpdateError: see `update.carry_out`; the library in use is as it was.
        Cancelled: what has arrived is kept for the next time.
    """
    with only_one(found.place.lock), noted(found.place, updating=True):
        wanted, now = _planned_anew(found)
        path = carry_out(wanted, found.transport, now, found.place, progress=progress)
        version, total = found.plan.offer.facts.version, found.transport.traffic.total
        LOG.info("library %s: edition %s in use, %d bytes in all", found.place.library, version, total)
    return Done(
        version=found.plan.offer.facts.version,
        path=str(path),
        differences=_told(found.place),
        traffic=found.transport.traffic,
    )


def _planned_anew(found: Found) -> tuple[Plan, Installed]:
    """Plan again where another program has changed the library in use since it was looked at."""
    before = found.installed
    now = installed(found.place) if before.path is not None else before
    return (found.plan if now == before else plan(found.plan.offer, now, found.place)), now


def _told(place: LibraryPlace) -> Differences:
    """Compare as far as there is something to compare: the update is done whatever the old file is like."""
    try:
        found = differences(place)
    except LibraryError:
        found = None
    return found or Differences(added=(), changed=(), removed=())


def differences(place: LibraryPlace) -> Differences | None:
    """Compare the edition in use with the one before; None where there is none.

    Raises:
        LibraryDamagedError: one of them cannot be read.
    """
    pointer = read_pointer(place.folder, place.library)
    if pointer is None or pointer.previous is None:
        return None
    paths = [place.file(name) for name in (pointer.previous, pointer.current)]
    if not all(path.is_file() for path in paths):
        return None
    with closing(ReadConnection(paths[0])) as old, closing(ReadConnection(paths[1])) as new:
        return compare(old, new)
