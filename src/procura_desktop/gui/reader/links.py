"""Where a link of a document leads."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QUrl

from procura_desktop.domain.addresses import MAIN_LIBRARY, parse_address
from procura_desktop.errors import AddressError

LinkKind = Literal["section", "record", "term", "web", "nowhere"]
WEB_SCHEMES = ("https", "http", "mailto")


@dataclass(frozen=True, slots=True)
class Link:
    """A link, read. `target` is an anchor, "ID#SECTION", a term's id, or the address as it stands."""

    kind: LinkKind
    target: str


def read_link(url: QUrl) -> Link:
    """Sort a link; whatever is not known leads nowhere."""
    text = url.toString()
    if text.startswith("#"):
        return Link("section", url.fragment(QUrl.ComponentFormattingOption.FullyDecoded))
    if url.scheme() == "term":
        return Link("term", url.path())
    if url.scheme() == "procura" and _is_record(text.removeprefix("procura:")):
        return Link("record", text.removeprefix("procura:"))
    if url.scheme() in WEB_SCHEMES:
        return Link("web", text)
    return Link("nowhere", text)


def leads_outside(address: str) -> bool:
    """Say whether an address of a record may be handed to the browser or the mail program."""
    return QUrl(address).scheme() in WEB_SCHEMES


def _is_record(text: str) -> bool:
    """Say whether this could be the id of a record: links in a text name no library."""
    try:
        parse_address(f"procura:{MAIN_LIBRARY}/{text}")
    except AddressError:
        return False
    return True
