"""What counts as the local network, and how a computer on it is written.

Public addresses never take part: what is offered to colleagues is not offered to the world.
"""

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Interface, ip_address
from urllib.parse import urlsplit

import ifaddr

from procura_desktop.domain.addresses import MAIN_LIBRARY

PORT = 29170  # of an offered library; a free one is taken where another program has it
_TYPED = re.compile(
    r"([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)(?::([0-9]{1,5}))?(?:/([a-z0-9][a-z0-9-]{0,62}))?/?"
)
_LIBRARY = re.compile("[a-z0-9][a-z0-9-]{0,62}")
_WEB = re.compile(r"https?://[^\s/]+(?:/\S*)?")


def local_addresses() -> tuple[str, ...]:
    """Give the addresses of this computer on local networks; none where it is on none."""
    return tuple(sorted({str(interface.ip) for interface in _interfaces()}))


def is_next_door(address: str) -> bool:
    """Say whether an address is on a network that this computer is on itself."""
    return any(ip_address(address) in interface.network for interface in _interfaces())


def _interfaces() -> Iterator[IPv4Interface]:
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            if isinstance(ip.ip, str) and is_local(ip.ip) and not is_loopback(ip.ip):
                yield IPv4Interface(f"{ip.ip}/{ip.network_prefix}")


def is_local(address: str) -> bool:
    """Say whether this is an IPv4 address that is only used inside a network, or inside a computer."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return isinstance(found, IPv4Address) and found.is_private and not found.is_unspecified


def is_loopback(address: str) -> bool:
    """Say whether this address, which is one, never leaves the computer."""
    return ip_address(address).is_loopback


def typed_address(text: str) -> str:
    """Give the web address that a person means by "192.168.1.20" or "pc-12:29170/ghent"; "" means none."""
    text = text.strip()
    if _WEB.fullmatch(text):
        return text
    match = _TYPED.fullmatch(text)
    if match is None or int(match[2] or PORT) not in range(1, 65536):
        return ""
    return f"http://{match[1]}:{match[2] or PORT}/{path_of(match[3] or MAIN_LIBRARY)}"


def path_of(library: str) -> str:
    """Give where a library lies below the address of a computer: "" is at once below it, else "NAME/"."""
    return "" if library == MAIN_LIBRARY else f"{library}/"


def library_at(address: str) -> str:
    """Give the library that lies at an address, if it is that of a computer that offers one."""
    path = urlsplit(address).path.strip("/")
    return path if _LIBRARY.fullmatch(path) else MAIN_LIBRARY
