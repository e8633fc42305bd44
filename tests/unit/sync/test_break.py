"""A connection that breaks in the middle of a file: what has arrived is never asked for again."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from procura_desktop.sync.http import Clock, HttpTransport, Line

FILE = bytes(range(250)) * 40
PIECE = 4_000  # bytes that come before the connection breaks; the client reads up to four times as many
_RESET = struct.pack("ii", 1, 0)  # closing then breaks the connection instead of ending it


class BreakingServer:
    """Serves one file; every connection is reset after a piece of it has arrived."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.arrived = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(5)
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}/"
        self._serving = threading.Thread(target=self._serve)
        self._serving.start()

    def _serve(self) -> None:
        with suppress(TimeoutError):  # nobody asks any more
            while not self.asked or self.asked[-1] + PIECE < len(FILE):
                connection, _ = self._listening.accept()
                with connection:
                    self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        lines = connection.recv(4096).decode().split("\r\n")
        start = next((int(line[13:-1]) for line in lines if line.startswith("Range: bytes=")), 0)
        self.asked.append(start)
        head = ["HTTP/1.1 206 Partial Content" if start else "HTTP/1.1 200 OK"]
        head.append(f"Content-Length: {len(FILE) - start}")
        head.append(f"Content-Range: bytes {start}-{len(FILE) - 1}/{len(FILE)}")
        connection.sendall("\r\n".join([*head, "", ""]).encode() + FILE[start : start + PIECE])
        self.arrived.wait(timeout=2)
        self.arrived.clear()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)

    def close(self) -> None:
        self._serving.join()
        self._listening.close()


@pytest.fixture
def server() -> Iterator[BreakingServer]:
    made = BreakingServer()
    yield made
    made.close()


def test_a_reset_costs_no_byte_that_has_arrived(server: BreakingServer) -> None:
    transport = HttpTransport(
        server.address, line=Line(proxy="none"), clock=Clock(sleep=lambda _seconds: None)
    )
    got = b""
    for piece in transport.read("targets/file", most=len(FILE)):
        got += piece
        if len(got) % PIECE == 0:
            server.arrived.set()
    transport.close()

    assert got == FILE
    assert server.asked == list(range(0, len(FILE), PIECE))
