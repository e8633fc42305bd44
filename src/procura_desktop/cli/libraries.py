"""Which library the commands read."""

import sys

from procura_desktop.library.books import Books
from procura_desktop.library.installed import other_libraries, paths_of
from procura_desktop.library.open import open_first, open_shelf
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.rules import load_rules

FALLBACK = "The library that came with the program is used instead."


def open_books(places: Folders) -> Books:
    """Open the libraries that the commands read, and say on standard error which could not be used.

    Raises:
        LibraryError: there is no sound one.
        SettingsError: the user's file cannot be used, so nobody knows which are switched off.
    """
    rules = load_rules(places)
    if rules.fault is not None:
        raise rules.fault
    main, wrong = open_first(paths_of(places))
    for error in wrong:
        sys.stderr.write(f"Not used: {error}. {FALLBACK}\n")
    books, others = open_shelf(
        main,
        other_libraries(places, rules.not_opened),
        without=rules.not_opened,
        prefer=rules.policy.content_language,
    )
    for error in others:
        sys.stderr.write(f"Not used: {error}.\n")
    return books
