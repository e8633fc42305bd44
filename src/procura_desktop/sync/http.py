"""Releases on a web server, over lines that are slow, dear and drop.

A request that breaks off goes on at the byte where it stopped. Waiting grows from try to try, with chance in
it, so that three hundred computers do not come back at once. As long as bytes arrive nothing is given up,
unless they are so few that they only keep us waiting.
"""

import random
import ssl
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, ProxyError

from procura_desktop import __version__
from procura_desktop.errors import SourceTooSlowError, SourceUnreachableError
from procura_desktop.phrases import Phrase, Words, phrase
from procura_desktop.sync.patience import TooSlowError, at_most, trust_with_patience, with_patience
from procura_desktop.sync.transport import CHUNK, NotThereError, Traffic, checked_name

NEVER = phrase("details", "the settings say never to use the network")
TRIES_WITHOUT_A_BYTE = 5
MOST_REDIRECTS = 3
CONNECT_SECONDS = 20.0
READ_SECONDS = 45.0
HEAD_SECONDS = 90.0  # for all of it: asking, and the head of the answer; or the page of a refusal
SLOWEST = 64  # bytes a second over a minute; who sends less keeps the line open to no end
_WINDOW = 60.0
_GONE = {403, 404, 410}
_MOST_OF_A_REFUSAL = 65_536  # bytes of the page that says that a file is not there


class _OtherRangeError(HTTPError):
    """The answer begins elsewhere than where it was asked to."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and waiting; a test brings its own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: random.Random = field(default_factory=random.Random)


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How the network is used.

    Attributes:
        proxy: address of a proxy; "" takes that of the system, "none" uses none.
        ca_file: certificates to trust beside those of the system; None means none.
        most: bytes a second, 0 is as many as there are.
        allowed: says before each request whether the network may still be used.
    """

    proxy: str = ""
    ca_file: Path | None = None
    most: int = 0
    allowed: Callable[[], bool] = field(default=_always)


class HttpTransport:
    """A release below an address."""

    def __init__(
        self,
        address: str,
        *,
        line: Line,
        clock: Clock | None = None,
        url_of: Callable[[str], str] | None = None,
    ) -> None:
        """Read below `address`, which begins with http:// or https://.

        `url_of` says where a file is, or refuses its name; None puts a release's files below `address`.

        Raises:
            SourceUnreachableError: the additional certificates cannot be read.
        """
        self.traffic = Traffic()
        self._base = address if address.endswith("/") else f"{address}/"
        self._line = line
        self._clock = clock or Clock()
        self._url_of = url_of or self._below
        self._pool = _pool(self._base, line)

    @property
    def address(self) -> str:
        """The address."""
        return self._base

    def read(self, name: str, *, start: int = 0, most: int) -> Iterator[bytes]:
        """See `Transport`; what breaks off goes on where it stopped."""
        at, failures, ranges = start, 0, True
        while True:
            before = at
            try:
                for piece in self._request(name, at, most + 1 - at, ranges=ranges):
                    at += len(piece)
                    yield piece
            except (HTTPError, OSError) as error:
                ranges = ranges and not isinstance(error, _OtherRangeError)
                failures = failures + 1 if at == before or isinstance(error, TooSlowError) else 1
                if failures >= TRIES_WITHOUT_A_BYTE:
                    raise self._failure(error) from error
                self._wait(failures)
            else:
                return

    def _failure(self, error: Exception) -> SourceUnreachableError:
        kind = SourceTooSlowError if isinstance(error, TooSlowError) else SourceUnreachableError
        return kind(source=self.address, detail=_reason(error))

    def _below(self, name: str) -> str:
        return urljoin(self._base, checked_name(name, address=self.address))

    def _wait(self, failures: int) -> None:
        self._clock.sleep(2.0 ** (failures - 1) * self._clock.chance.uniform(0.5, 1.5))

    def _request(self, name: str, start: int, left: int, *, ranges: bool) -> Iterator[bytes]:
        headers = {"User-Agent": f"procura/{__version__}", "Accept-Encoding": "identity"}
        if start and ranges:
            headers["Range"] = f"bytes={start}-"
        response = self._ask(self._url_of(name), headers)
        try:
            skip = self._check(response, name, start)
            if skip is not None:
                yield from self._body(response, skip=skip, left=left)
            response.drain_conn() if response.length_remaining == 0 else response.close()
        except BaseException:
            response.close()  # what is still on the way is not wanted
            raise

    def _ask(self, url: str, headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        """Send a request and follow it where it may lead: to other web addresses, never back from https."""
        for _ in range(MOST_REDIRECTS + 1):
            if not self._line.allowed():
                raise SourceUnreachableError(source=self.address, detail=NEVER)
            began = self._clock.now()
            with at_most(HEAD_SECONDS, self._clock.now):
                response = self._pool.request(
                    "GET", url, headers=headers, preload_content=False, redirect=False
                )
            self.traffic.seconds += self._clock.now() - began
            self._count(url, headers, response)
            location = response.headers.get("Location") if 300 <= response.status < 400 else None
            if location is None:
                return response
            response.close()
            url = self._led(url, location)
        raise SourceUnreachableError(
            source=self.address, detail=phrase("details", "it leads from one address to the next")
        )

    def _led(self, url: str, location: str) -> str:
        """Give where an answer leads to."""
        allowed = ("https",) if urlsplit(url).scheme == "https" else ("http", "https")
        try:
            target = urljoin(url, location)
            if urlsplit(target).scheme in allowed:
                return target
        except ValueError:  # it is no address at all
            target = location
        raise SourceUnreachableError(
            source=self.address,
            detail=phrase("details", "it leads to {target}, where no update is fetched from").of(
                target=target
            ),
        )

    def _count(self, url: str, headers: dict[str, str], response: urllib3.BaseHTTPResponse) -> None:
        parts = urlsplit(url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        self.traffic.requests += 1
        self.traffic.sent += len(f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n")
        self.traffic.sent += sum(len(key) + len(value) + 4 for key, value in headers.items())
        self.traffic.received += len(f"HTTP/1.1 {response.status} {response.reason}\r\n\r\n")
        self.traffic.received += sum(len(key) + len(value) + 4 for key, value in response.headers.items())

    def _check(self, response: urllib3.BaseHTTPResponse, name: str, start: int) -> int | None:
        """Give how many bytes to pass over; None means that there are none after `start`."""
        if response.status in _GONE:
            with at_most(HEAD_SECONDS, self._clock.now):
                for piece in _arriving(response, most=_MOST_OF_A_REFUSAL):
                    self.traffic.received += len(piece)
            raise NotThereError(name)
        if response.status == 416:  # nothing after `start`: who asks has it all
            return None
        if response.status == 206:
            given = response.headers.get("Content-Range", "")
            if not given:
                raise HTTPError(phrase("details", "the answer breaks off in its headers"))
            if not given.startswith(f"bytes {start}-"):
                raise _OtherRangeError(
                    phrase("details", "asked for bytes from {start}, got {given}").of(
                        start=start, given=given
                    )
                )
            return 0
        if response.status != 200:
            raise HTTPError(
                phrase("details", "the server answers {status} {reason}").of(
                    status=response.status, reason=response.reason
                )
            )
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise HTTPError(phrase("details", "the server has packed the file again"))
        return start

    def _body(self, response: urllib3.BaseHTTPResponse, *, skip: int, left: int) -> Iterator[bytes]:
        before = self.traffic.received
        waited, in_window = 0.0, 0  # only waiting counts: not a pause, not a limit of our own
        while True:
            began = self._clock.now()
            with at_most(_WINDOW, self._clock.now):
                piece = response.read1(CHUNK, decode_content=False)
            took = self._clock.now() - began
            if not piece:
                break
            self.traffic.received += len(piece)
            self.traffic.seconds += took
            waited += took
            in_window += len(piece)
            if waited > _WINDOW:
                if in_window < SLOWEST * _WINDOW:
                    raise TooSlowError(phrase("details", "the server sends too slowly"))
                waited, in_window = 0.0, 0
            self._hold_back(len(piece), took)
            passed, skip = piece[skip:], max(0, skip - len(piece))
            kept = passed[:left]
            left -= len(kept)
            if kept:
                yield kept
            if left <= 0:
                return
        if response.length_remaining is None and self.traffic.received == before:
            raise HTTPError(phrase("details", "the answer breaks off before its length is known"))

    def _hold_back(self, size: int, took: float) -> None:
        if self._line.most:
            self._clock.sleep(max(0.0, size / self._line.most - took))

    def close(self) -> None:
        """Close what is open."""
        self._pool.clear()


def _arriving(response: urllib3.BaseHTTPResponse, *, most: int) -> Iterator[bytes]:
    """Give bytes as they arrive: what is here when a line drops is not lost with it."""
    while most > 0 and (piece := response.read1(min(CHUNK, most), decode_content=False)):
        yield piece
        most -= len(piece)


def _pool(address: str, line: Line) -> urllib3.PoolManager:
    context = _system_trust()
    if line.ca_file is not None:
        context = trust_with_patience()
        try:
            context.load_verify_locations(line.ca_file)
        except (OSError, ssl.SSLError) as error:
            detail = phrase("details", "the certificates in {ca_file} cannot be read: {error}").of(
                ca_file=line.ca_file, error=error
            )
            raise SourceUnreachableError(source=address, detail=detail) from error
    timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS)
    proxy = _proxy(address, line)
    if proxy:
        try:
            made = urllib3.ProxyManager(proxy, ssl_context=context, retries=False, timeout=timeout)
        except HTTPError as error:
            detail = phrase("details", "the proxy {proxy} cannot be used: {error}").of(
                proxy=repr(proxy), error=error
            )
            raise SourceUnreachableError(source=address, detail=detail) from error
        return with_patience(made)
    return with_patience(urllib3.PoolManager(ssl_context=context, retries=False, timeout=timeout))


@cache
def _system_trust() -> ssl.SSLContext:
    """Read the certificates of the system once: it takes longer than asking whether there is anything new."""
    return trust_with_patience()


def _proxy(address: str, line: Line) -> str:
    """Give the proxy for an address; "" means none."""
    if line.proxy:
        return "" if line.proxy == "none" else line.proxy
    parts = urlsplit(address)
    if urllib.request.proxy_bypass(parts.hostname or ""):
        return ""
    proxy = urllib.request.getproxies().get(parts.scheme, "")
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"  # systems name it without


def _reason(error: Exception) -> Words:
    """Give what went wrong: in our words where we know, else in those of whoever noticed first."""
    told = error.args[0] if error.args else None
    if isinstance(told, Phrase):
        return told
    noticed = _noticed_first(error)
    if noticed is None or noticed is error:
        return str(getattr(error, "reason", None) or error)
    said = noticed.strerror or str(noticed)
    return f"{told}: {said}" if isinstance(error, ProxyError) else said


def _noticed_first(error: Exception) -> OSError | None:
    """Give the error of the system behind one of urllib3, whose own words are for programmers."""
    inner: BaseException | None = error
    found = None
    while inner is not None:
        if isinstance(inner, OSError):
            found = inner
        inner = getattr(inner, "original_error", None) or inner.__cause__
    return found
