"""Searches beside the window, in one thread with a connection of its own, and stops what nobody waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from procura_desktop.library.open import open_library, open_shelf
from procura_desktop.library.query import Query, parse_query
from procura_desktop.library.search import Results

if TYPE_CHECKING:
    from procura_desktop.library.books import Books


_ANY = "any words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is searched for: the text, and what was chosen beside it."""

    text: str
    query: Query
    count: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found, with the query it answers and what its text may become."""

    wanted: Wanted
    results: Results
    completions: tuple[str, ...]


class Searcher:
    """Opens the library at the first search; all but `stop` belong to the thread of the worker."""

    def __init__(self, paths: Sequence[Path], *, limit: int, prefer: str = "") -> None:
        self._paths = paths
        self._prefer = prefer
        self._limit = limit
        self._library: Books | None = None

    def search(self, wanted: Wanted) -> Answer:
        """Find, and where that was wanted count.

        Raises:
            LibraryError: the library cannot be read.
            Cancelled: `stop` was called.
        """
        library = self._open()
        if wanted.count:
            library.prepare_corrections()  # nobody waits for a count
        results = library.search(wanted.query, limit=self._limit, count=wanted.count)
        return Answer(wanted=wanted, results=results, completions=library.completions(wanted.text.lstrip()))

    def prepare(self) -> None:
        """Open the library, and read what every search needs.

        Raises:
            LibraryError: the library cannot be read.
            Cancelled: `stop` was called.
        """
        self._open().search(parse_query(_ANY), limit=1, count=False)

    def _open(self) -> "Books":
        if self._library is None:
            main, *others = self._paths
            self._library, _ = open_shelf(
                open_library(main), [[path] for path in others], prefer=self._prefer
            )
        return self._library

    def stop(self) -> None:
        """Interrupt the search that runs; from any thread."""
        library = self._library
        if library is not None:
            library.interrupt()

    def close(self) -> None:
        """Let go of the library."""
        if self._library is not None:
            self._library.close()
            self._library = None


def words_of(text: str, corrected: str) -> Query:
    """Give the query whose words snippets mark: those that were corrected, if any were."""
    return parse_query(corrected or text)
