"""Telling the program, before it is built, where its library comes from and which root it trusts.

``<into>/<library>/source.toml`` names addresses, ``<into>/<library>/root.json`` is the root that is pinned.
"""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import tomli_w
from tuf.api.metadata import Root

from procura_desktop.publish.disk import explained, put
from procura_desktop.publish.errors import ReleaseError
from procura_desktop.publish.roles import BROKEN, from_bytes


def place_trust(root: Path, addresses: Sequence[str], *, name: str, into: Path) -> Path:
    """Put addresses and root where the program finds its source; give that folder.

    Raises:
        ReleaseError: the root is not sound, an address is none, or another root is there.
    """
    for address in addresses:
        _check_address(address)
    place = into / name
    with explained(into):
        pin_root(sound_root(root), place)
        put(place / "source.toml", tomli_w.dumps({"addresses": list(addresses)}).encode())
    return place


def pin_root(data: bytes, place: Path) -> None:
    """Pin a root, unless another is pinned there.

    Raises:
        ReleaseError: another one is.
        OSError: the folder cannot be written.
    """
    path = place / "root.json"
    if path.is_file() and path.read_bytes() != data:
        raise ReleaseError(f"{path}: another root is pinned here; remove the file if it is no longer meant")
    put(path, data)


def sound_root(path: Path) -> bytes:
    """Read a root that is signed as it asks itself.

    Raises:
        ReleaseError: it is no such file.
    """
    try:
        data = path.read_bytes()
        root = from_bytes(Root, data, shown=str(path))
        root.signed.verify_delegate("root", root.signed_bytes, root.signatures)
    except OSError as error:
        raise ReleaseError(f"{path}: the root cannot be read ({error.strerror})") from error
    except BROKEN as error:
        raise ReleaseError(f"{path}: this root is not signed as it should be ({error})") from error
    return data


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in {"https", "http"} or not parts.hostname or parts.query or parts.fragment:
        raise ReleaseError(
            f"{address!r} is no address of a folder on the web; write one such as https://a.example/b"
        )
