"""The libraries that the commands for procurements read."""

from procura_desktop.library.books import Books
from procura_desktop.library.installed import other_libraries, paths_of
from procura_desktop.library.open import open_first, open_shelf
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.rules import load_rules


def open_books(places: Folders) -> Books:
    """Open the library in use, and beside it the others that are allowed.

    Raises:
        LibraryError: no main library is sound.
    """
    main, _ = open_first(paths_of(places))
    rules = load_rules(places)
    without = rules.not_opened
    prefer = rules.policy.content_language
    books, _ = open_shelf(main, other_libraries(places, without), without=without, prefer=prefer)
    return books
