"""The work of sharing on the local network, for threads beside the window.

What `sync` needs for it takes time to load, so it is imported there, when it is first wanted.
"""

from typing import TYPE_CHECKING

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.progress import Progress
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings

if TYPE_CHECKING:
    from procura_desktop.sync.nearby import Neighbour
    from procura_desktop.sync.offering import Offered, Stand
    from procura_desktop.sync.shelf import Gathering


class SharingWork:
    """Knows no Qt; `withdraw` may be called while anything else runs."""

    def __init__(self, places: Folders) -> None:
        self._places = places
        self._stand: Stand | None = None

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

        shelf = read_shelf(shelf_folder(self._places, MAIN_LIBRARY))
        if self._stand is None:
            self._stand = Stand()
        return self._stand.open(shelf, hosts=local_addresses(), name=computer_name())

    def plan(self, settings: Settings, address: str, progress: Progress) -> "Gathering":
        """See what has to be fetched before it can be offered; see `shelf.plan_gathering`."""
        from procura_desktop.sync.shelf import plan_gathering

        return plan_gathering(
            self._places, settings, library=MAIN_LIBRARY, address=address, progress=progress
        )

    def gather(self, gathering: "Gathering", progress: Progress) -> "Offered":
        """Fetch it, then offer it; see `shelf.gather`."""
        from procura_desktop.sync.shelf import gather

        try:
            gather(gathering, progress=progress)
        finally:
            gathering.close()
        return self.offer(progress)

    def browse(self, progress: Progress) -> "tuple[Neighbour, ...]":
        """Find the others who offer this library; see `nearby.browse`."""
        from procura_desktop.sync.lan import local_addresses
        from procura_desktop.sync.nearby import browse

        own = self._stand.addresses if self._stand is not None else ()
        found = browse(hosts=local_addresses(), progress=progress, own=own)
        return tuple(one for one in found if one.library == MAIN_LIBRARY)

    def withdraw(self) -> None:
        """Offer nothing any more."""
        if self._stand is not None:
            self._stand.close()
