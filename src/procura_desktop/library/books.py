"""What a window and the commands read from: one library, or several as one.

`Library` reads one file; `Shelf` puts several side by side. Whoever only reads needs to know neither.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from procura_desktop.domain.addresses import Address
from procura_desktop.domain.kinds import RecordKind
from procura_desktop.errors import RecordNotFoundError
from procura_desktop.library.facts import LibraryInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from procura_desktop.domain.records import Asset, Record
    from procura_desktop.library.compare import Differences
    from procura_desktop.library.query import Query
    from procura_desktop.library.read import Brief, GlossaryEntry, Library
    from procura_desktop.library.search import Results
    from procura_desktop.library.snippet import Snippet


class Books(Protocol):
    """See `Library` for what each of these gives."""

    @property
    def path(self) -> Path:
        """The file; of several the main one's."""

    @property
    def info(self) -> LibraryInfo:
        """What the library says about itself; of several the main one."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of all libraries, the main one's first."""

    @property
    def infos(self) -> tuple[LibraryInfo, ...]:
        """What each library says about itself, the main one first."""

    @property
    def preferred(self) -> str:
        """The language whose texts come first; "" prefers none."""

    def info_of(self, record_id: str) -> LibraryInfo:
        """Give what the library of a record says about itself."""

    def record(self, record_id: str) -> "Record":
        """Read one record."""

    def brief(self, record_id: str) -> "Brief | None":
        """Give what a list shows of one record."""

    def titles(self, ids: "Collection[str]") -> dict[str, str]:
        """Give the titles of these records by id; an id that nothing has is left out."""

    def hashes(self, ids: "Collection[str]") -> dict[str, str]:
        """Give the hashes of these records by id; an id that nothing has is left out."""

    def briefs(
        self, *, kind: RecordKind | None = None, group: str = "", section: str = ""
    ) -> "tuple[Brief, ...]":
        """List records."""

    def criteria_of(self, group: str) -> "tuple[Record, ...]":
        """Read all criteria of a product group."""

    def linking_to(self, record_id: str) -> "tuple[Brief, ...]":
        """List the records that point at this one."""

    def cases_of(self, group: str) -> "tuple[Brief, ...]":
        """List the cases of a product group."""

    def glossary(self) -> "tuple[GlossaryEntry, ...]":
        """Give all terms."""

    def asset(self, path: str) -> "Asset | None":
        """Read a picture."""

    def counts(self) -> dict[RecordKind, int]:
        """Count the records of each kind."""

    def search(self, query: "Query", *, limit: int = 50, count: bool = True) -> "Results":
        """Find records."""

    def group_titles(self) -> dict[str, str]:
        """Give the titles of all product groups."""

    def snippets(self, query: "Query", others: tuple[str, ...] = ()) -> "Callable[[int], Snippet]":
        """Give what makes the sentence of a hit."""

    def prepare_corrections(self) -> None:
        """Read what corrections need."""

    def completions(self, text: str) -> tuple[str, ...]:
        """Give what a text may become."""

    def differences_to(self, older: "Library") -> "Differences":
        """Compare with an older edition; of several, the one of the same name."""

    def interrupt(self) -> None:
        """Stop what another thread is reading here."""

    def close(self) -> None:
        """Close all files."""


def record_id_of(address: Address, books: Books) -> str:
    """Give the id of a record among the libraries that are here, by its address.

    Raises:
        RecordNotFoundError: its library is not here.
    """
    if address.library == books.info.name:
        return address.record_id
    record_id = f"{address.library}/{address.record_id}"
    if books.info_of(record_id).name != address.library:
        raise RecordNotFoundError(record_id=str(address))
    return record_id
