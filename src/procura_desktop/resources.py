"""The one function that finds what ships with the program, from source and in the bundle."""

import sys
from pathlib import Path

from procura_desktop.errors import ResourceMissingError

_SOURCE = Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """Give the path of a file or folder under ``resources/``.

    Raises:
        ResourceMissingError: it is not there.
    """
    path = resources_root().joinpath(*parts)
    if not path.exists():
        raise ResourceMissingError(path=path)
    return path


def resources_root() -> Path:
    """Give the folder ``resources/`` of the bundle or of the source tree."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    return _SOURCE / "resources"
