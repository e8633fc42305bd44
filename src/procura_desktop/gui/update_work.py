"""What updating does beside the window; `sync` is imported there, when it is wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from procura_desktop.progress import Progress
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings

if TYPE_CHECKING:
    from procura_desktop.sync.session import Done, Found


def look(
    places: Folders,
    settings: Settings,
    progress: Progress,
    *,
    library: str,
    address: str,
    accept_expired: str,
) -> "Found":
    """Ask the source of a library, or this address instead, what it has; raises as `sync.session.find`."""
    from procura_desktop.sync.session import find

    return find(
        places,
        settings,
        library=library,
        address=address,
        accept_expired=accept_expired,
        progress=progress,
    )


def follow(found: "Found", progress: Progress) -> "Done":
    """Carry out what was found; raises as `sync.session.follow`."""
    from procura_desktop.sync import session

    return session.follow(found, progress=progress)


def write_copy(places: Folders, settings: Settings, library: str, to: Path, progress: Progress) -> int:
    """Write the newest edition to a folder and give its size; raises as `sync.mirror.mirror`."""
    from procura_desktop.sync.mirror import mirror
    from procura_desktop.sync.places import source_of, trust_of
    from procura_desktop.sync.session import find

    found = find(places, settings, library=library, progress=progress)
    try:
        trust = trust_of(places, source_of(places, library))
        return mirror(found.plan.offer, found.transport, trust, to, progress=progress)
    finally:
        found.close()
