"""Which library the commands read."""

import sys

from procura_desktop.cli.arguments import Arguments
from procura_desktop.library.installed import paths_of
from procura_desktop.library.open import open_first
from procura_desktop.library.read import Library
from procura_desktop.settings.folders import folders

FALLBACK = "The library that came with the program is used instead."


def open_chosen(arguments: Arguments) -> Library:
    """Open the library that the commands read, and say on standard error which could not be used.

    Raises:
        LibraryError: there is no sound one.
    """
    library, wrong = open_first(paths_of(folders(arguments.data_dir)))
    for error in wrong:
        sys.stderr.write(f"Not used: {error}. {FALLBACK}\n")
    return library
