"""Web servers and lines as they are, on the loopback address: with a fault where a test wants one."""

import re
import select
import socket
import socketserver
import struct
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import Literal
from urllib.parse import urlsplit

from procura_desktop.sync.http import Clock

PIECE = 512
DRIBBLE_SECONDS = 0.02  # of the real clock, between two bytes
THIN = 16  # bytes between two such waits
ANSWER_SECONDS = 20  # more than any answer takes
TRICKLE_SECONDS = 0.05  # for which a server that trickles waits for its reader
FaultKind = Literal[
    "cut",  # the connection ends after `at` bytes
    "reset",  # the same, and the other side says that it is gone
    "stall",  # nothing more comes after `at` bytes
    "corrupt",  # the byte at `at` is another
    "trickle",  # one byte at a time, `seconds` of the fake clock apart
    "whole",  # Range is not looked at
    "wrong range",  # 206, but of the first bytes
    "no length",  # the length is not said; what is cut looks like an end
    "chunked",  # in chunks, cut after `at` bytes
    "status",  # another status than 200
    "endless",  # a status with a page that never ends
    "redirect",  # to `text`
    "gzip",  # it says that it is packed again
    "garbage",  # no http at all: `text`
    "dribble",  # `text`, then a byte now and then for ever
    "thin",  # all of it, a few bytes at a time: a line of some hundred bytes a second
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong with one request for a file whose name ends with `ending`."""

    kind: FaultKind
    ending: str = ""
    at: int = 0
    status: int = 200
    text: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What was given of a file: bytes from `start` up to, not including, `end`."""

    path: str
    start: int
    end: int
    status: int


@dataclass(slots=True)
class FakeClock:
    """Time that passes when somebody says so; waiting costs none."""

    time: float = 0.0
    slept: list[float] = field(default_factory=list)
    read: threading.Event = field(default_factory=threading.Event)  # somebody has asked for the time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def clock(self) -> Clock:
        return Clock(now=self._now, sleep=self.sleep, chance=Random(1))

    def _now(self) -> float:
        self.read.set()
        return self.time


class Server(ThreadingHTTPServer):
    """Serves a folder as a plain web server does, Range too; also as a proxy for any address."""

    daemon_threads = True

    def __init__(self, folder: Path, time: FakeClock) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler))
        self.folder = folder
        self.time = time
        self.faults: deque[Fault] = deque()
        self.headers: list[dict[str, str]] = []
        self.over = threading.Event()
        self._answers: list[Answer] = []
        self._answering = 0
        self._ready = threading.Condition()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    @property
    def answers(self) -> list[Answer]:
        """Give what was answered: a reader has the last byte before the server has written that down."""
        with self._ready:
            assert self._ready.wait_for(lambda: not self._answering, ANSWER_SECONDS), "it still answers"
            return list(self._answers)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Count a request as one that is being answered until the end of the block."""
        with self._ready:
            self._answering += 1
        try:
            yield
        finally:
            with self._ready:
                self._answering -= 1
                self._ready.notify_all()

    def answered(self, answer: Answer) -> None:
        """Write down what was given."""
        self._answers.append(answer)

    def fault_for(self, path: str) -> Fault | None:
        """Give the fault that comes next, if it is meant for this file."""
        if self.faults and path.endswith(self.faults[0].ending):
            return self.faults.popleft()
        return None

    def bytes_of(self, ending: str) -> list[int]:
        """Give how often each byte of a file was given: all ones means that none was given twice."""
        answers = [one for one in self.answers if one.path.endswith(ending) and one.status in (200, 206)]
        counts = [0] * max((one.end for one in answers), default=0)
        for answer in answers:
            for at in range(answer.start, answer.end):
                counts[at] += 1
        return counts

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever reads may hang up at any time."""


@contextmanager
def served(folder: Path, *, time: FakeClock | None = None) -> Iterator[Server]:
    """Serve a folder until the end of the block."""
    with Server(folder, time or FakeClock()) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        with self.server.answering():
            self._answer()

    def _answer(self) -> None:
        path = urlsplit(self.path).path
        self.server.headers.append(dict(self.headers.items()))
        file = self.server.folder / path.lstrip("/")
        fault = self.server.fault_for(path) or Fault(kind="cut", at=-1)
        if fault.kind == "dribble":
            self._dribble(fault, path)
        elif fault.kind in ("status", "endless", "redirect", "garbage"):
            self._refuse(fault, path)
        elif not file.is_file():
            self._refuse(Fault(kind="status", status=404), path)
        else:
            self._give(file.read_bytes(), fault, path)

    def _refuse(self, fault: Fault, path: str) -> None:
        self.server.answered(Answer(path, 0, 0, fault.status))
        if fault.kind == "garbage":
            self.wfile.write(fault.text.encode())
            self.close_connection = True
            return
        self.send_response(fault.status)
        if fault.kind == "redirect":
            self.send_header("Location", fault.text)
        if fault.kind == "endless":
            self.end_headers()
            while not self.server.over.is_set():
                self.wfile.write(b" " * PIECE)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _dribble(self, fault: Fault, path: str) -> None:
        """Keep the reader waiting until it hangs up."""
        self.server.answered(Answer(path, 0, 0, fault.status))
        self.close_connection = True
        self.wfile.write(fault.text.encode())
        while not self.server.over.wait(DRIBBLE_SECONDS):
            self.wfile.write(b"0")

    def _give(self, data: bytes, fault: Fault, path: str) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        start = int(asked[1]) if asked and fault.kind != "whole" else 0
        if asked and fault.kind != "whole" and start >= len(data):
            self._refuse(Fault(kind="status", status=416), path)
            return
        shown = 0 if fault.kind == "wrong range" else start
        status = 206 if asked and fault.kind != "whole" else 200
        self.send_response(status)
        if status == 206:
            self.send_header("Content-Range", f"bytes {shown}-{len(data) - 1}/{len(data)}")
        if fault.kind == "chunked":
            self.send_header("Transfer-Encoding", "chunked")
        elif fault.kind != "no length":
            self.send_header("Content-Length", str(len(data) - shown))
        if fault.kind == "gzip":
            self.send_header("Content-Encoding", "gzip")
        if fault.kind == "no length":
            self.send_header("Connection", "close")
        self.end_headers()
        end = self._send(data[shown:], fault)
        self.server.answered(Answer(path, shown, shown + end, status))

    def _send(self, data: bytes, fault: Fault) -> int:
        if fault.kind == "corrupt":
            data = data[: fault.at] + bytes([data[fault.at] ^ 0x55]) + data[fault.at + 1 :]
        if fault.kind == "trickle":
            return self._trickle(data, fault)
        if fault.kind == "thin":
            for at in range(0, len(data), THIN):
                self.server.over.wait(DRIBBLE_SECONDS)
                self.wfile.write(data[at : at + THIN])
            return len(data)
        breaks = fault.at >= 0 and fault.kind in ("cut", "reset", "stall", "no length", "chunked")
        size = min(fault.at, len(data)) if breaks else len(data)
        for at in range(0, size, PIECE):
            piece = data[at : min(at + PIECE, size)]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece) if fault.kind == "chunked" else piece)
        if breaks:
            self._break(fault)
        elif fault.kind == "chunked":
            self.wfile.write(b"0\r\n\r\n")
        return size

    def _break(self, fault: Fault) -> None:
        self.close_connection = True
        self.wfile.flush()
        if fault.kind == "stall":
            # Until the reader has hung up: then the socket can be read, and holds nothing.
            select.select([self.connection], [], [], 10)
        if fault.kind == "reset":
            _hang_up_rudely(self.connection)

    def _trickle(self, data: bytes, fault: Fault) -> int:
        sent = 0
        for sent in range(1, len(data) + 1):
            self.server.time.read.clear()
            self.server.time.time += fault.seconds
            self.wfile.write(data[sent - 1 : sent])
            self.server.time.read.wait(TRICKLE_SECONDS)  # or a busy computer would get many at once
        return sent

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server calls it
        """What went over the line is in `answers`."""


def _hang_up_rudely(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mischief:
    """What a bad line does to one connection, after so many bytes of the answer; -1 is never."""

    cut: int = -1
    stall: int = -1
    corrupt: int = -1
    piece: int = 4096


class BadLine(socketserver.ThreadingTCPServer):
    """Passes bytes on to a server, and what comes back as badly as each connection is told to."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", 0), _Carrier)
        self.port_behind = port
        self.mischief: deque[Mischief] = deque()
        self.carried = 0
        self.connections = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Either side may hang up at any time."""


class _Carrier(socketserver.BaseRequestHandler):
    server: BadLine

    def handle(self) -> None:
        self.server.connections += 1
        mischief = self.server.mischief.popleft() if self.server.mischief else Mischief()
        with socket.create_connection(("127.0.0.1", self.server.port_behind)) as behind:
            passed = 0
            while True:
                ready, _, _ = select.select([self.request, behind], [], [], 10)
                if self.request in ready:
                    asked = self.request.recv(65_536)
                    if not asked:
                        return
                    behind.sendall(asked)
                if behind in ready:
                    data = behind.recv(mischief.piece)
                    if not data:
                        return
                    if not self._pass_on(data, passed, mischief):
                        return
                    passed += len(data)

    def _pass_on(self, data: bytes, passed: int, mischief: Mischief) -> bool:
        """Pass on one piece; False means that the line is down."""
        if passed <= mischief.corrupt < passed + len(data):
            at = mischief.corrupt - passed
            data = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        for kind in (mischief.cut, mischief.stall):
            if passed <= kind < passed + len(data):
                self.request.sendall(data[: kind - passed])
                self.server.carried += kind - passed
                if kind == mischief.stall:
                    select.select([self.request], [], [], 10)
                else:
                    _hang_up_rudely(self.request)
                return False
        self.request.sendall(data)
        self.server.carried += len(data)
        return True


@contextmanager
def bad_line(port: int) -> Iterator[BadLine]:
    """Put a bad line before a server until the end of the block."""
    with BadLine(port) as line:
        thread = threading.Thread(target=line.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield line
        finally:
            line.shutdown()
            thread.join()
