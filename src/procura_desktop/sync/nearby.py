"""Finds computers on the local network that offer a library, and lets this one be found.

What others announce is only words and an address: it is cleaned, and whatever lies at the address is proved
under the pinned root like everything else.
"""

import re
import socket
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from secrets import token_hex

from zeroconf import DNSQuestionType, Error, IPVersion, ServiceBrowser, ServiceInfo, ServiceListener, Zeroconf

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import LocalNetworkError
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress
from procura_desktop.sync.lan import is_local, is_loopback, is_next_door, path_of

SERVICE = "_procura._tcp.local."
SECONDS = 4.0
ANSWERED = 1.4  # seconds; who answered all within the last one waits for up to 1.2
MOST = 50  # who announces more than an office can have means no good
_STEP = 0.1
_LIBRARY = re.compile("[a-z0-9][a-z0-9-]{0,62}")
_VERSION = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){0,3}")
_LONGEST_NAME = 60  # bytes; an announced name has 63 at most, and a number may follow
_SHORTEST_NAME = 30  # bytes of the name of a computer that are always left


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A computer that offers a library; nothing of this is proved."""

    name: str
    library: str
    version: str
    address: str


class Announcement:
    """Lets this computer be found until it is closed."""

    def __init__(self, *, name: str, library: str, version: str, port: int, hosts: Sequence[str]) -> None:
        """Announce that it offers this edition of a library. Takes four seconds.

        Where somebody has its name already, a number is added.

        Raises:
            LocalNetworkError: the network does not let it.
        """
        self._library = library
        self._info = ServiceInfo(
            SERVICE,
            f"{_label(name, library)}.{SERVICE}",
            port=port,
            parsed_addresses=list(hosts),
            properties={"library": library, "version": version, "path": path_of(library).rstrip("/")},
            server=f"procura-{token_hex(6)}.local.",  # the computer's own name is for the system to give away
        )
        with _explained():
            self._zeroconf = _zeroconf(hosts)
            try:
                self._hear_who_is_there()
                self._zeroconf.register_service(self._info, allow_name_change=True)
            except BaseException:
                self._zeroconf.close()
                raise

    def _hear_who_is_there(self) -> None:
        """Learn the names that are taken: zeroconf takes another where it knows that one is.

        It asks so that the answer goes to one program alone. Where several on this computer listen, as on a
        terminal server, that may be another; what is asked here is answered to all.
        """
        browser = ServiceBrowser(self._zeroconf, SERVICE, listener=_Heard(), question_type=DNSQuestionType.QM)
        time.sleep(ANSWERED)
        browser.cancel()

    @property
    def name(self) -> str:
        """Under which it is found."""
        return _cleaned(self._info.name, self._library)

    def close(self) -> None:
        """Take it back."""
        self._zeroconf.close()


def computer_name() -> str:
    """Give what people call this computer."""
    return socket.gethostname().partition(".")[0] or "procura"


def browse(
    *, hosts: Sequence[str], progress: Progress, seconds: float = SECONDS, own: Collection[str] = ()
) -> tuple[Neighbour, ...]:
    """Listen for a few seconds who offers a library, sorted by name; `own` addresses are left out.

    Raises:
        LocalNetworkError: the network cannot be used.
        Cancelled: the user asked to stop.
    """
    if not hosts:
        raise LocalNetworkError(detail=phrase("details", "it is connected to no local network"))
    with _explained():
        zeroconf = _zeroconf(hosts)
        try:
            found = dict(_listen(zeroconf, progress, seconds, hosts))
        finally:
            zeroconf.close()
    return tuple(
        sorted(
            (one for one in found.values() if one.address not in own),
            key=lambda one: (one.name.casefold(), one.address),
        )
    )


def _listen(
    zeroconf: Zeroconf, progress: Progress, seconds: float, hosts: Sequence[str]
) -> Iterator[tuple[str, Neighbour]]:
    heard = _Heard()
    browser = ServiceBrowser(zeroconf, SERVICE, listener=heard)
    try:
        asked: set[str] = set()
        start = time.monotonic()
        while (passed := time.monotonic() - start) < seconds:
            progress.advance(round(passed * 1000), round(seconds * 1000))
            for name in sorted(heard.names - asked)[: MOST - len(asked)]:
                asked.add(name)
                neighbour = resolved(zeroconf, name, hosts)
                if neighbour is not None:
                    yield name, neighbour
                progress.advance(round(passed * 1000), round(seconds * 1000))
            time.sleep(_STEP)
    finally:
        browser.cancel()


def resolved(zeroconf: Zeroconf, name: str, hosts: Sequence[str]) -> Neighbour | None:
    """Ask what is announced under a name; None where nobody answers, or it makes no sense."""
    try:
        info = zeroconf.get_service_info(SERVICE, name, timeout=500)
    except Error:
        return None  # one bad name must not hide the others
    return understood(info, hosts) if info is not None else None


class _Heard(ServiceListener):
    """Notes names; called from the thread of zeroconf."""

    def __init__(self) -> None:
        self.names: frozenset[str] = frozenset()

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:  # noqa: ARG002 - as zeroconf calls it
        if len(self.names) < MOST:
            self.names |= {name}

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self.add_service(zc, type_, name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:  # noqa: ARG002 - as zeroconf calls it
        self.names -= {name}


def understood(info: ServiceInfo, hosts: Sequence[str]) -> Neighbour | None:
    """Give what is announced; None where it makes no sense or leads off the local network."""
    library, version = (_said(info, key) for key in (b"library", b"version"))
    addresses = _reachable(info.parsed_addresses(IPVersion.V4Only), hosts)
    if not (addresses and info.port and _LIBRARY.fullmatch(library) and _VERSION.fullmatch(version)):
        return None
    path = _said(info, b"path")
    if path not in ("", library):
        return None
    address = f"http://{addresses[0]}:{info.port}/{path}{'/' if path else ''}"
    return Neighbour(name=_cleaned(info.name, library), library=library, version=version, address=address)


def _said(info: ServiceInfo, key: bytes) -> str:
    return (info.properties.get(key) or b"").decode("ascii", "replace")


def _reachable(addresses: Sequence[str], hosts: Sequence[str]) -> list[str]:
    """Give the addresses of another computer, those on a network of ours first.

    A bridge for virtual machines has the same address on many computers, so what is ours leads to us.
    """
    if all(map(is_loopback, hosts)):
        return [address for address in addresses if is_loopback(address)]
    others = [one for one in addresses if is_local(one) and not is_loopback(one) and one not in hosts]
    return sorted(others, key=lambda address: not is_next_door(address))


def _label(name: str, library: str) -> str:
    """Give a name that can be announced: that of the computer, and of another library than the main one."""
    kept = "".join(sign for sign in name if sign.isprintable() and sign not in "./\\")
    after = "" if library == MAIN_LIBRARY else f" ({library})"
    room = max(_SHORTEST_NAME, _LONGEST_NAME - len(after))
    shown = kept.encode()[:room].decode(errors="ignore").strip() or "procura"
    return f"{shown}{after[: _LONGEST_NAME - room]}"


def _cleaned(name: str, library: str) -> str:
    """Give an announced name as it may be shown: without signs that are not seen or turn the line around."""
    kept = "".join(sign for sign in name.removesuffix(f".{SERVICE}") if sign.isprintable())
    kept = re.sub(rf" \({re.escape(library)}\)(-[0-9]+)?$", r"\1", kept)  # "pc (ghent)-2" is "pc-2"
    return kept[:_LONGEST_NAME].strip() or "?"


def _zeroconf(hosts: Sequence[str]) -> Zeroconf:
    return Zeroconf(interfaces=list(hosts), ip_version=IPVersion.V4Only)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (OSError, Error) as error:
        raise LocalNetworkError(detail=str(error) or type(error).__name__) from error
