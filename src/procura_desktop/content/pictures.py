"""Pictures: small, still, and of this library alone."""

import re
from pathlib import Path
from typing import Literal

from procura_desktop.content.faults import Fault
from procura_desktop.content.place import PICTURES
from procura_desktop.domain.records import Asset

_PNG = b"\x89PNG\r\n\x1a\n"
_NAME = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*")
_ACTIVE = re.compile(
    rb"<\s*(?:script|foreignObject|iframe|!ENTITY|!DOCTYPE[^>]*\[)|\son[a-z]+\s*=|javascript:"
    rb"|@import|(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/png)[^\"'\s]|url\(\s*[\"']?\s*(?!#)[^)\s]",
    re.IGNORECASE,
)


def read_pictures(root: Path) -> tuple[tuple[Asset, ...], tuple[str, ...], tuple[Fault, ...]]:
    """Give the sound pictures, the paths of all that are there, and what is wrong with the rest."""
    folder = root / PICTURES
    if not folder.is_dir():
        return (), (), ()
    assets: list[Asset] = []
    paths: list[str] = []
    faults: list[Fault] = []
    for file in sorted(
        path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")
    ):
        name = file.relative_to(folder).as_posix()
        paths.append(f"{PICTURES}/{name}")
        try:
            assets.append(_asset(f"{PICTURES}/{name}", file.read_bytes()))
        except (ValueError, OSError) as error:
            faults.append(
                Fault(
                    file.as_posix(), 1, f"the picture cannot be used: {error}", "save it anew as SVG or PNG"
                )
            )
    return tuple(assets), tuple(paths), tuple(faults)


def _asset(path: str, data: bytes) -> Asset:
    """Make an asset of a picture.

    Raises:
        ValueError: the picture is of another type, or holds what could run or load.
    """
    media_type: Literal["image/svg+xml", "image/png"]
    if not _NAME.fullmatch(path):
        raise ValueError("its name holds more than letters, digits, '.', '-' and '_'")
    if path.endswith(".png"):
        if not data.startswith(_PNG):
            raise ValueError("it is not a PNG")
        media_type = "image/png"
    elif path.endswith(".svg"):
        if b"<svg" not in data:
            raise ValueError("it is not an SVG")
        active = _ACTIVE.search(data)
        if active is not None:
            found = active[0].decode("ascii", "replace").strip()
            raise ValueError(f"it holds '{found}', which could run or load something")
        media_type = "image/svg+xml"
    else:
        raise ValueError("it is neither .svg nor .png")
    return Asset(path=path, media_type=media_type, data=data)
