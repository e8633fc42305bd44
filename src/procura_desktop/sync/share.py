"""Gives the files of an edition to others on the local network, over plain http, and nothing else.

The main library lies where an edition always lies; another lies below its own name. A request names one of
the listed files exactly, or gets nothing: there is no folder to walk in, no listing
and no decoding of paths. Receivers check signatures, so the line needs no secrecy. What others can take of
this computer is bounded: how many they are, and for how long.
"""

import re
import socket
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from itertools import chain
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from typing import Any

from procura_desktop.errors import LocalNetworkError, SourceUnreachableError
from procura_desktop.phrases import phrase
from procura_desktop.sync.lan import PORT, is_local, path_of
from procura_desktop.sync.local import FolderTransport
from procura_desktop.sync.shelf import Shelf
from procura_desktop.sync.transport import NotThereError

_RANGE = re.compile(r"bytes=(?:([0-9]{1,15})-([0-9]{0,15})|-([0-9]{1,15}))")
_LOOK_EVERY = 0.1  # seconds between two looks at clocks and at the wish to stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What others can take of this computer.

    Attributes:
        connections: at one time; the next one waits.
        seconds: without a byte, and for a request to arrive as a whole.
        slowest: bytes a second below which an answer is cut off.
    """

    connections: int = 8
    seconds: float = 15.0
    slowest: int = 1024


@dataclass(frozen=True, slots=True)
class _File:
    """One file that may be given away: its name in a folder, and its length in bytes."""

    folder: Path
    name: str
    length: int


def _files_of(shelves: Sequence[Shelf]) -> dict[str, _File]:
    """Give all files by the paths at which they are asked for."""
    return {
        f"{path_of(shelf.library)}{name}": _File(shelf.folder, name, length)
        for shelf in shelves
        for name, length in shelf.files.items()
    }


class ReleaseServer:
    """Serves shelves on addresses of this computer, from the moment it is made until it is closed."""

    def __init__(
        self,
        shelves: Sequence[Shelf],
        *,
        hosts: Sequence[str],
        port: int = PORT,
        limits: Limits | None = None,
    ) -> None:
        """Listen on `port`, or on a free one where it is taken.

        Raises:
            LocalNetworkError: there is no address to listen on.
        """
        if not hosts:
            raise LocalNetworkError(detail=phrase("details", "it is connected to no local network"))
        self._servers = _listen(_files_of(shelves), hosts, port, limits or Limits())
        for server in self._servers:
            threading.Thread(target=server.serve_forever, args=(_LOOK_EVERY,), daemon=True).start()

    @property
    def port(self) -> int:
        """The port that is served, the same on all addresses."""
        return self._servers[0].port

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it is, as people type it."""
        return tuple(f"http://{server.host}:{self.port}/" for server in self._servers)

    @property
    def connections(self) -> int:
        """How many are connected now."""
        return sum(server.connections for server in self._servers)

    def close(self) -> None:
        """Stop at once: nobody is served any more, and the port is free."""
        for server in self._servers:
            server.shutdown()
            server.server_close()
            server.drop_all()


def _listen(files: Mapping[str, _File], hosts: Sequence[str], port: int, limits: Limits) -> list["_Server"]:
    slots = threading.BoundedSemaphore(limits.connections)
    failure: OSError | None = None
    for wanted in (port, 0):
        servers: list[_Server] = []
        try:
            for host in hosts:
                same = servers[0].port if servers else wanted
                servers.append(_Server((host, same), files, limits, slots))
        except OSError as error:
            failure = error
            for server in servers:
                server.server_close()
        else:
            return servers
    detail = (failure.strerror if failure else None) or str(failure)
    raise LocalNetworkError(detail=detail) from failure


class _Server(ThreadingMixIn, TCPServer):
    """Listens on one address; the places for connections are shared with the servers of the others."""

    allow_reuse_address = sys.platform != "win32"  # there it would let two programs have one port
    request_queue_size = 32
    daemon_threads = True
    block_on_close = False

    def __init__(
        self,
        address: tuple[str, int],
        files: Mapping[str, _File],
        limits: Limits,
        slots: threading.BoundedSemaphore,
    ) -> None:
        super().__init__(address, _Handler)
        self.socket.settimeout(_LOOK_EVERY)
        self.host, self.port = address[0], int(self.server_address[1])
        self.files = files
        self.limits = limits
        self._slots = slots
        self._until: dict[socket.socket, float] = {}

    @property
    def connections(self) -> int:
        """How many are connected to this address now."""
        return len(self._until)

    def get_request(self) -> tuple[socket.socket, Any]:
        """Take the next connection when there is room; until then it waits with the system.

        Raises:
            TimeoutError: there is no room now; the server asks again.
        """
        if not self._slots.acquire(timeout=_LOOK_EVERY):
            raise TimeoutError
        try:
            connection, client = super().get_request()
        except BaseException:
            self._slots.release()
            raise
        connection.settimeout(self.limits.seconds)
        self._until[connection] = time.monotonic() + self.limits.seconds
        return connection, client

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ANN401, ARG002 - as in socketserver
        """Serve the local network only, whatever a router lets through."""
        return is_local(client_address[0])

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - as in socketserver
        """Let go of a connection and give its place to the next; each connection ends here once."""
        self._until.pop(request, None)
        super().shutdown_request(request)
        self._slots.release()

    def allow(self, connection: socket.socket, size: int) -> None:
        """Give an answer the time that it may take."""
        if connection in self._until:
            self._until[connection] += size / self.limits.slowest

    def service_actions(self) -> None:
        """Cut off who has taken too long."""
        now = time.monotonic()
        for connection, until in list(self._until.items()):
            if now > until:
                _cut(connection)

    def drop_all(self) -> None:
        """Cut off everybody."""
        for connection in list(self._until):
            _cut(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as in socketserver
        """Pass over those who went away in the middle; everything else is a bug and is shown."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def _cut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is gone already


class _Handler(BaseHTTPRequestHandler):
    """Answers one request and closes."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Give a file, or a part of it."""
        self._answer(self.headers.get("Range") if "If-Range" not in self.headers else None)

    def do_HEAD(self) -> None:
        """Say how long a file is."""
        self._answer(None)

    def _answer(self, wanted: str | None) -> None:
        file = self.server.files.get(self.path.removeprefix("/")) if self.path.startswith("/") else None
        if file is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        length = file.length
        part = part_of(wanted, length) if wanted else None
        if part is not None and part.start >= length:
            self._refuse(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, ("Content-Range", f"bytes */{length}"))
            return
        start, stop = (part.start, part.stop) if part is not None else (0, length)
        files = FolderTransport(file.folder)
        try:
            pieces = _begun(files.read(file.name, start=start, most=stop - 1))
        except (NotThereError, SourceUnreachableError):
            self._refuse(
                HTTPStatus.NOT_FOUND
            )  # the cache was emptied, or an edition has just taken its place
            return
        self._give(pieces, part, length)

    def _give(self, pieces: Iterator[bytes], part: range | None, length: int) -> None:
        size = length if part is None else len(part)
        self.server.allow(self.connection, size)
        self.send_response_only(HTTPStatus.OK if part is None else HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(size))
        self.send_header("Accept-Ranges", "bytes")
        if part is not None:
            self.send_header("Content-Range", f"bytes {part.start}-{part.stop - 1}/{length}")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "GET":
            for piece in pieces:
                self.wfile.write(piece)

    def _refuse(self, status: HTTPStatus, *headers: tuple[str, str]) -> None:
        self.send_response_only(status)
        for name, value in (*headers, ("Content-Length", "0"), ("Connection", "close")):
            self.send_header(name, value)
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse what is no request for a file, without a word more."""
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", "GET, HEAD"))
        else:
            self._refuse(HTTPStatus(code))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in http.server
        """Keep no record of who asked for what."""


def part_of(wanted: str, length: int) -> range | None:
    """Give the bytes that a Range header asks for; None means all, as where it makes no sense.

    A range that begins at `length` or after it cannot be given.
    """
    match = _RANGE.fullmatch(wanted.strip())
    if match is None:
        return None
    first, last, final = match.groups()
    if final is not None:
        return range(max(0, length - int(final)), length) if int(final) else range(length, length)
    start, stop = int(first), min(length, int(last) + 1) if last else length
    if last and int(last) < start:
        return None
    return range(start, stop)


def _begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Read the first piece now, so that a file that is not there is known before anything is said."""
    first = next(pieces, b"")
    return chain((first,), pieces)
