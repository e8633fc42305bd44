"""The work of sharing on the local network, for threads beside the window.

What `sync` needs for it takes time to load, so it is imported there, when it is first wanted.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import NoReleaseError, ProcuraError
from procura_desktop.library.installed import paths_of
from procura_desktop.progress import Progress
from procura_desktop.resources import resources_root
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import load_sources

if TYPE_CHECKING:
    from procura_desktop.sync.nearby import Neighbour
    from procura_desktop.sync.offering import Offered, Stand
    from procura_desktop.sync.shelf import Gathering, Gatherings, Shelf


class SharingWork:
    """Knows no Qt; `withdraw` may be called while anything else runs."""

    def __init__(self, places: Folders) -> None:
        self._places = places
        self._stand: Stand | None = None

    def libraries(self) -> tuple[str, ...]:
        """Give the libraries that can be offered: those here whose publisher is trusted, the main one first.

        Where there is none it is the main one, of which can be said what is missing. Raises as `trusted`.
        """
        here = {
            name for name in self.trusted() if any(path.exists() for path in paths_of(self._places, name))
        }
        return tuple(sorted(here, key=lambda name: (name != MAIN_LIBRARY, name))) or (MAIN_LIBRARY,)

    def trusted(self) -> frozenset[str]:
        """Give the libraries whose publishers are trusted; those that the policy forbids are not among them.

        Raises:
            SettingsError: what was said of sources makes no sense.
            PolicyError: the policy has faults.
        """
        return frozenset(one.library for one in load_sources(self._places, resources_root() / "trust"))

    def offer(self, _progress: Progress) -> "Offered":
        """Offer what was gathered.

        Raises:
            NoReleaseError: nothing was, or not all of it.
            LocalNetworkError: it cannot be served.
        """
        from procura_desktop.sync.lan import local_addresses
        from procura_desktop.sync.nearby import computer_name
        from procura_desktop.sync.offering import Stand
        from procura_desktop.sync.shelf import read_shelf, shelf_folder

        shelves: list[Shelf] = []
        missing: dict[str, NoReleaseError] = {}
        for name in self.libraries():
            try:
                shelves.append(read_shelf(shelf_folder(self._places, name)))
            except NoReleaseError as error:
                missing[name] = error
        if not shelves:
            raise next(iter(missing.values()))
        if self._stand is None:
            self._stand = Stand()
        offered = self._stand.open(shelves, hosts=local_addresses(), name=computer_name())
        return replace(offered, missing=tuple(missing))

    def plan(self, settings: Settings, address: str, library: str, progress: Progress) -> "Gatherings":
        """See what has to be fetched before a library, "" is all, can be offered; see `shelf.plan_gathering`.

        A library of which nothing is to be had is passed over where there is another.
        """
        from procura_desktop.sync.shelf import Gatherings, plan_gathering

        parts: list[Gathering] = []
        wrong: list[ProcuraError] = []
        try:
            for name in (library,) if library else self.libraries():
                try:
                    planned = plan_gathering(
                        self._places, settings, library=name, address=address, progress=progress
                    )
                except ProcuraError as error:
                    wrong.append(error)
                else:
                    parts.append(planned)
        except BaseException:
            Gatherings(tuple(parts)).close()
            raise
        if not parts:
            raise wrong[0]
        return Gatherings(tuple(parts))

    def gather(self, gatherings: "Gatherings", progress: Progress) -> "Offered":
        """Fetch it, then offer it; see `shelf.gather`. A library that fails keeps back no other."""
        from procura_desktop.sync.shelf import gather

        wrong: list[ProcuraError] = []
        try:
            for part in gatherings.parts:
                try:
                    gather(part, progress=progress)
                except ProcuraError as error:
                    wrong.append(error)
        finally:
            gatherings.close()
        if len(wrong) == len(gatherings.parts):
            raise wrong[0]
        return self.offer(progress)

    def browse(self, progress: Progress) -> "tuple[Neighbour, ...]":
        """Find the others who offer a library that is known here; see `nearby.browse`."""
        from procura_desktop.sync.lan import local_addresses
        from procura_desktop.sync.nearby import browse

        own = self._stand.addresses if self._stand is not None else ()
        found = browse(hosts=local_addresses(), progress=progress, own=own)
        known = {MAIN_LIBRARY, *self.trusted()}
        return tuple(one for one in found if one.library in known)

    def withdraw(self) -> None:
        """Offer nothing any more."""
        if self._stand is not None:
            self._stand.close()
