"""Opening the libraries that are read: the main one and those beside it."""

from pathlib import Path

from procura_desktop.errors import LibraryError
from procura_desktop.library.books import Books
from procura_desktop.library.installed import other_libraries, previous_path
from procura_desktop.library.open import open_first, open_shelf
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.rules import Rules


def open_books(
    places: Folders, libraries: list[Path], rules: Rules
) -> tuple[Books, tuple[LibraryError, ...]]:
    """Open the first of these that is sound, and beside it the others that are here and may be read.

    Raises:
        LibraryError: none of them is sound.
    """
    main, faults = open_first(libraries)
    without, prefer = rules.not_opened, rules.policy.content_language
    books, others = open_shelf(main, other_libraries(places, without), without=without, prefer=prefer)
    return books, (*faults, *others)


def previous_of(places: Folders, books: Books) -> dict[str, Path]:
    """Give the editions that those in use came after, by the names of their libraries."""
    found = {info.name: previous_path(places, info.name) for info in books.infos}
    return {name: path for name, path in found.items() if path is not None}
