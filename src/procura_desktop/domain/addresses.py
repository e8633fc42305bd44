"""Addresses of records and their sections: ``procura:<library>/<id>#<section>``."""

import re
from dataclasses import dataclass

from procura_desktop.errors import AddressError

SCHEME = "procura:"
MAIN_LIBRARY = "main"
UPDATE_FILE = ".procura"  # how a file ends that holds an edition of a library
_ID = "[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*"
_ADDRESS = rf"procura:(?P<library>[a-z0-9][a-z0-9-]*)/(?P<id>{_ID})" r"(?:#(?P<section>[^\s#]+))?"


@dataclass(frozen=True, slots=True)
class Address:
    """One place in one library; `section` "" means the beginning."""

    library: str
    record_id: str
    section: str = ""

    def __str__(self) -> str:
        """Write it as people copy it."""
        tail = f"#{self.section}" if self.section else ""
        return f"{SCHEME}{self.library}/{self.record_id}{tail}"


def is_record_id(text: str) -> bool:
    """Say whether this has the form of a record's id."""
    return re.fullmatch(_ID, text) is not None


def library_of(address: str) -> str:
    """Give the library that an address names, whatever else stands in it."""
    return address.removeprefix(SCHEME).partition("/")[0]


def parse_address(text: str) -> Address:
    """Read an address as people paste it; blanks around it do not matter.

    Raises:
        AddressError: it is none.
    """
    match = re.fullmatch(_ADDRESS, text.strip())
    if match is None:
        raise AddressError(text=text)
    return Address(match["library"], match["id"], match["section"] or "")
