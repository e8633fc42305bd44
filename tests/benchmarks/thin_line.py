"""A thin line to a release folder: slow, far away, and cut again and again.

A web server on the loopback answers as nginx does, header for header, and counts every byte of requests and
answers. Before it sends a piece it waits as long as the line would need for it, on a clock that it shares
with the client: `VirtualClock` turns the waiting into a sum, so that half an hour passes at once and twice
the same. What the client does is real: its sockets, urllib3, resuming, and its own waiting between tries.

A question is answered after one `latency`; a new connection takes another. Bytes of questions are counted
and cost no time of their own, as both directions run at once. At each multiple of `cut` seconds every
connection breaks; what was on its way has arrived, the rest is lost. The slow start of TCP is left out: the
first window holds more than such a line has under way.
"""

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

from procura_desktop.sync.http import Clock

PIECE = 500  # bytes
_STAMP = "Wed, 25 Nov 2026 10:00:00 GMT"
_MISSING = (
    "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>"
    "\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n"
)


class VirtualClock:
    """Time that passes only while somebody waits."""

    def __init__(self) -> None:
        self._time = 0.0
        self._lock = threading.Lock()

    def now(self) -> float:
        return self._time

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self._time += seconds


class RealClock:
    """Time as it is, from the first use on."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def now(self) -> float:
        return time.monotonic() - self._start

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


@dataclass(slots=True, kw_only=True)
class Line:
    """What lies between client and server, and what went over it.

    Attributes:
        rate: bytes a second.
        latency: seconds from a question to the first byte of its answer.
        cut: seconds from one break to the next; 0 means none.
        bytes: of bodies and headers in both directions, by "metadata", "delta", "changes", "pack".
    """

    clock: VirtualClock | RealClock = field(default_factory=VirtualClock)
    rate: float = 8_000.0
    latency: float = 0.6
    cut: float = 20.0
    bytes: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    connections: int = 0
    cuts: int = 0

    def client_clock(self) -> Clock:
        """Give this line's clock as the client takes it; chance is the same each time."""
        return Clock(now=self.clock.now, sleep=self.clock.sleep, chance=random.Random(1))

    def passes(self, seconds: float) -> bool:
        """Wait; False means that the line was cut meanwhile, and the waiting ended there."""
        now = self.clock.now()
        if self.cut and now // self.cut < (now + seconds) // self.cut:
            self.clock.sleep((now // self.cut + 1) * self.cut - now + 1e-6)
            self.cuts += 1
            return False
        self.clock.sleep(seconds)
        return True


@contextmanager
def served(folder: Path, line: Line) -> Iterator[str]:
    """Serve a release folder over the line; gives its address."""

    class Answers(_Answers):
        pass

    Answers.folder, Answers.line = folder, line
    with _Server(("127.0.0.1", 0), Answers) as server:
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            serving.join()


class _Server(ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False


class _Answers(StreamRequestHandler):
    folder: Path
    line: Line

    def handle(self) -> None:
        self.line.connections += 1
        alive = self.line.passes(self.line.latency)
        while alive:
            head = self._question()
            if not head:
                return
            path = head[0].split()[1].lstrip("/")
            kind = path.rpartition(".")[2] if path.startswith("targets/") else "metadata"
            self.line.requests += 1
            self.line.bytes[kind] += sum(len(text) + 2 for text in (*head, ""))
            alive = self.line.passes(self.line.latency) and self._send(kind, self._answer(path, head))

    def _question(self) -> list[str]:
        lines = []
        while line := self.rfile.readline().decode().rstrip("\r\n"):
            lines.append(line)
        return lines

    def _answer(self, path: str, head: list[str]) -> bytes:
        """Write what nginx of Debian 12 writes."""
        file = self.folder / path
        if not file.is_file():
            body = _MISSING.encode()
            return _head("404 Not Found", "text/html", len(body)) + body
        data = file.read_bytes()
        start = next((int(text[13:].rstrip("-")) for text in head if text.startswith("Range: bytes=")), 0)
        media = "application/json" if path.endswith(".json") else "application/octet-stream"
        also = [f"Last-Modified: {_STAMP}", f'ETag: "6925a0b0-{len(data):x}"']
        if start:
            also.append(f"Content-Range: bytes {start}-{len(data) - 1}/{len(data)}")
            return _head("206 Partial Content", media, len(data) - start, *also) + data[start:]
        return _head("200 OK", media, len(data), *also, "Accept-Ranges: bytes") + data

    def _send(self, kind: str, data: bytes) -> bool:
        """Send piece by piece; False means that the line was cut."""
        for start in range(0, len(data), PIECE):
            piece = data[start : start + PIECE]
            if not self.line.passes(len(piece) / self.line.rate):
                return False
            self.line.bytes[kind] += len(piece)
            self.wfile.write(piece)
        return True


def _head(status: str, media: str, length: int, *also: str) -> bytes:
    lines = [
        f"HTTP/1.1 {status}",
        "Server: nginx/1.22.1",
        f"Date: {_STAMP}",
        f"Content-Type: {media}",
        f"Content-Length: {length}",
        "Connection: keep-alive",
        *also,
    ]
    return "\r\n".join([*lines, "", ""]).encode()
