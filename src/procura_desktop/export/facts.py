"""What an export is told beside the procurement, so that the same input gives the same bytes."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from procura_desktop.domain.references import Key
from procura_desktop.library.facts import LibraryInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the documents need to know of the world.

    Attributes:
        made: when the documents are made, with a time zone; it stands in them and in the files' properties.
        program: name and version of the program, such as "Procura Desktop 0.1.0".
        organisation: stands at the top of every page; "" takes the buyer.
        logo: a PNG, JPEG or GIF picture beside it; None is none.
        docx_template, odt_template: the organisation's own; their styles, header and footer are taken.
        ocid_prefix: what the buyer registered for open contracting data, such as "ocds-a1b2c3"; "" is none.
        libraries: those at hand, for the date of the edition that a criterion was copied from.
        groups: (id, title) of the product groups at hand.
        missing: (key, title) of criteria not chosen that texts refer to, as far as they are known.
    """

    made: datetime
    program: str
    organisation: str = ""
    logo: Path | None = None
    docx_template: Path | None = None
    odt_template: Path | None = None
    ocid_prefix: str = ""
    libraries: tuple[LibraryInfo, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    missing: tuple[tuple[Key, str], ...] = ()

    def __post_init__(self) -> None:
        """Check the time.

        Raises:
            ValueError: it has no time zone.
        """
        if self.made.tzinfo is None:
            raise ValueError("the time of an export has no time zone")

    def library_date(self, name: str, edition: str) -> str:
        """Give the ISO date of an edition of a library; "" where that library is not at hand."""
        found = next((one for one in self.libraries if (one.name, one.version) == (name, edition)), None)
        return found.dated if found else ""

    def group_title(self, group: str) -> str:
        """Give the title of a product group, its id where that is not at hand."""
        return dict(self.groups).get(group, group)

    def title_of(self, key: Key) -> str:
        """Give the title of a criterion that was not chosen; "" where it is not known."""
        return dict(self.missing).get(key, "")
