"""Libraries on offer: their files are served, and others are told where. One edition of each at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from procura_desktop.errors import LocalNetworkError
from procura_desktop.sync.lan import PORT, path_of
from procura_desktop.sync.nearby import Announcement
from procura_desktop.sync.share import ReleaseServer
from procura_desktop.sync.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedEdition:
    """An edition of one library that is on offer.

    Attributes:
        name: under which others find it; "" means that they have to type an address.
        addresses: where it is, as people type it.
    """

    library: str
    version: str
    name: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What is on offer.

    Attributes:
        editions: one of each library; there is at least one.
        missing: libraries that were to be offered too, and whose files are not here.
    """

    editions: tuple[OfferedEdition, ...]
    missing: tuple[str, ...] = ()


class Stand:
    """Where libraries are offered.

    It may be closed while it is being opened; what opens after that is for another call to close.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._parts: list[ReleaseServer | Announcement] = []
        self._addresses: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where editions are served now."""
        return self._addresses

    def open(self, shelves: Sequence[Shelf], *, hosts: Sequence[str], name: str, port: int = PORT) -> Offered:
        """Offer these editions, and no longer those before. Takes two seconds for each.

        Raises:
            LocalNetworkError: they cannot be served.
        """
        self.close()
        server = ReleaseServer(shelves, hosts=hosts, port=port)
        self._keep(server)
        self._addresses = tuple(
            f"{address}{path_of(shelf.library)}" for shelf in shelves for address in server.addresses
        )
        return Offered(editions=tuple(self._announced(shelf, server, hosts, name) for shelf in shelves))

    def _announced(
        self, shelf: Shelf, server: ReleaseServer, hosts: Sequence[str], name: str
    ) -> OfferedEdition:
        addresses = tuple(f"{address}{path_of(shelf.library)}" for address in server.addresses)
        try:
            announcement = Announcement(
                name=name, library=shelf.library, version=shelf.version, port=server.port, hosts=hosts
            )
        except LocalNetworkError:
            told = ""
        else:
            self._keep(announcement)
            told = announcement.name
        return OfferedEdition(library=shelf.library, version=shelf.version, name=told, addresses=addresses)

    def _keep(self, part: ReleaseServer | Announcement) -> None:
        with self._lock:
            self._parts.append(part)

    def close(self) -> None:
        """Offer nothing any more: the port is closed at once, then the announcement is taken back."""
        with self._lock:
            parts, self._parts = self._parts, []
            self._addresses = ()
        for part in parts:
            part.close()
