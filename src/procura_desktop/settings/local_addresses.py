"""Addresses of folders and files, as they are kept: a later start may be in another folder.

On a stick they are kept from where the data is, since the stick has another letter or name on each computer.
"""

import os
from pathlib import Path

from procura_desktop.settings.folders import Folders
from procura_desktop.settings.home import at_home


def kept_address(address: str, places: Folders) -> str:
    """Give what to keep of an address that a person wrote: a web address as it is, a path whole.

    Beside a portable program, and beside its folder, a path is kept from the data folder.
    """
    if not _is_path(address):
        return address
    path = Path(os.path.normpath(at_home(Path(address)).absolute()))
    if places.portable is not None and path.is_relative_to(places.portable.parent.parent):
        return os.path.relpath(path, places.data).replace(os.sep, "/")
    return str(path)


def meant_address(address: str, places: Folders) -> str:
    """Give where an address that was kept leads now."""
    if places.portable is None or not _is_path(address):
        return address
    return os.path.normpath(places.data / address)


def _is_path(address: str) -> bool:
    """Say whether this is a path of this computer: no web address, and no share of Windows."""
    return bool(address.strip()) and "://" not in address and not address.startswith("\\\\")
