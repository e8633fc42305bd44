"""What a library says about itself."""

from dataclasses import dataclass

from procura_desktop.library.connection import ReadConnection
from procura_desktop.phrases import phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryInfo:
    """Facts about one library file.

    Attributes:
        name: the library's name in addresses, such as "main".
        version: of this edition, as its publisher wrote it.
        schema: version of the tables.
        digest: SHA-256 over the ids and hashes of all records.
        records: how many.
        newest: ISO date of the latest change of a record; "" means that there are none.
        publisher: who answers for it; "" means unknown.
        published: ISO date of its release; "" means that it was built straight from content.
    """

    name: str
    version: str
    schema: int
    digest: str
    records: int
    newest: str
    publisher: str = ""
    published: str = ""

    @property
    def dated(self) -> str:
        """The ISO date of this edition: of its release, or of its latest change where it is none."""
        return self.published or self.newest


def read_facts(connection: ReadConnection) -> dict[str, str]:
    """Read the table `library`.

    Raises:
        LibraryDamagedError: it cannot be read.
    """
    return {str(key): str(value) for key, value in connection.rows("SELECT key, value FROM library")}


def read_info(connection: ReadConnection) -> LibraryInfo:
    """Read what a library says about itself.

    Raises:
        LibraryDamagedError: a fact is missing or makes no sense.
    """
    facts = read_facts(connection)
    try:
        return LibraryInfo(
            name=facts["name"],
            version=facts["version"],
            schema=int(facts["schema"]),
            digest=facts["digest"],
            records=int(facts["records"]),
            newest=facts["newest"],
            publisher=facts.get("publisher", ""),
            published=facts.get("published", ""),
        )
    except KeyError as error:
        raise connection.damaged(
            phrase("details", "it does not say its {fact}").of(fact=error.args[0])
        ) from error
    except ValueError as error:
        raise connection.damaged(str(error)) from error
