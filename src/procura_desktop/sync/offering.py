"""A library on offer: its files are served, and others are told where. One at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    """Where a library is offered; it is the caller's to use it from one thread at a time."""

    def __init__(self) -> None:
        self._server: ReleaseServer | None = None
        self._announcement: Announcement | None = None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it is served now."""
        return self._server.addresses if self._server is not None else ()

    def open(self, shelf: Shelf, *, hosts: Sequence[str], name: str, port: int = PORT) -> Offered:
        """Offer this edition, and no longer the one before.

        Raises:
            LocalNetworkError: it cannot be served.
        """
        self.close()
        server = self._server = ReleaseServer(shelf, hosts=hosts, port=port)
        try:
            self._announcement = Announcement(
                name=name, library=shelf.library, version=shelf.version, port=server.port, hosts=hosts
            )
        except LocalNetworkError:
            return Offered(version=shelf.version, name="", addresses=server.addresses)
        return Offered(version=shelf.version, name=self._announcement.name, addresses=server.addresses)

    def close(self) -> None:
        """Offer nothing any more: the port is closed at once, then the announcement is taken back."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
        announcement, self._announcement = self._announcement, None
        if announcement is not None:
            announcement.close()
