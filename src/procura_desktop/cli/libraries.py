"""Which library the commands read."""

import sys
from pathlib import Path

from procura_desktop.cli.arguments import Arguments
from procura_desktop.library.open import open_first
from procura_desktop.library.read import Library
from procura_desktop.resources import resources_root
from procura_desktop.settings.folders import Folders, folders

FALLBACK = "The library that came with the program is used instead."


def open_chosen(arguments: Arguments) -> Library:
    """Open the library that the commands read, and say on standard error which could not be used.

    Raises:
        LibraryError: there is no sound one.
    """
    library, wrong = open_first(library_paths(folders(arguments.data_dir)))
    for error in wrong:
        sys.stderr.write(f"Not used: {error}. {FALLBACK}\n")
    return library


def library_paths(places: Folders) -> list[Path]:
    """Give where a library may be: the installed one, when there is one, and the bundled."""
    installed = places.library_dir / "main.sqlite"
    bundled = resources_root() / "library" / "main.sqlite"
    return [installed, bundled] if installed.exists() else [bundled]
