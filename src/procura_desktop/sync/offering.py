"""A library on offer: its files are served, and others are told where. One at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from procura_desktop.errors import LocalNetworkError
from procura_desktop.sync.lan import PORT
from procura_desktop.sync.nearby import Announcement
from procura_desktop.sync.share import ReleaseServer
from procura_desktop.sync.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What is on offer.

    Attributes:
        name: under which others find it; "" means that they have to type an address.
    """

    version: str
    name: str
    addresses: tuple[str, ...]


class Stand:
    """Where a library is offered.

    It may be closed while it is being opened; what opens after that is for another call to close.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._parts: list[ReleaseServer | Announcement] = []
        self._addresses: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it is served now."""
        return self._addresses

    def open(self, shelf: Shelf, *, hosts: Sequence[str], name: str, port: int = PORT) -> Offered:
        """Offer this edition, and no longer the one before.

        Raises:
            LocalNetworkError: it cannot be served.
        """
        self.close()
        server = ReleaseServer(shelf, hosts=hosts, port=port)
        self._keep(server)
        self._addresses = server.addresses
        try:
            announcement = Announcement(
                name=name, library=shelf.library, version=shelf.version, port=server.port, hosts=hosts
            )
        except LocalNetworkError:
            return Offered(version=shelf.version, name="", addresses=server.addresses)
        self._keep(announcement)
        return Offered(version=shelf.version, name=announcement.name, addresses=server.addresses)

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
