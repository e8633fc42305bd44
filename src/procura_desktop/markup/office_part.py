"""One part of an office document from elsewhere, read without building anything from it.

The parser of Python's own library is used for its events alone: it calls for every element, and stops at the
first thing that is refused, before an entity is expanded.
"""

import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

from procura_desktop.phrases import Words, phrase

MOST_DEEP = 256  # elements within elements
_HREF = "http://www.w3.org/1999/xlink href"
# What runs, or shows something that another program or file gives.
_ACTIVE = frozenset(
    {"script", "event-listener", "object-ole", "applet", "plugin", "dde-source", "dde-connection-decl"}
)
# Fields of Office Open XML that take something from elsewhere.
_TAKING = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|RD|DATABASE)\b", re.I)
# An address that is followed when somebody clicks it, which may have any of these words in it.
_CLICKED_FIELD = re.compile(r'\bHYPERLINK\s+"[^"\s]*"', re.I)
# Where the template of nearly every document of an office lies: on a drive, never on a server. It is only
# told, and never loaded here. Two slashes in a row would name a server to some programs.
_ON_THIS_DISK = re.compile(
    r"(?:file:///|/)?[A-Za-z]:[\\/](?![\\/]).*"
    r"|(?:file://(?=/))?(?!.*[\\/]{2})[^\\:]+"
)
_META_TEMPLATE = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0 template"
_CLICKED = frozenset({"http", "https", "mailto", ""})


class PartRefusedError(ValueError):
    """A part has something that is refused; the message says what."""

    def __init__(self, detail: Words) -> None:
        super().__init__(str(detail))
        self.detail = detail


def check_part(name: str, part: bytes) -> None:
    """Check one part of XML.

    Raises:
        PartRefusedError: it is no sound XML, too deep, declares entities, is active or takes from elsewhere.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = _handlers(name)
    parser.StartDoctypeDeclHandler = _declared(name)
    parser.EntityDeclHandler = _declared(name)
    try:
        parser.Parse(part, True)
    except PartRefusedError:
        raise
    except (
        expat.ExpatError,
        LookupError,
        ValueError,
    ) as error:  # the last two: an encoding that it knows not
        raise PartRefusedError(
            phrase("details", "the part {name} is no sound XML ({error})").of(name=repr(name), error=error)
        ) from error


def _declared(name: str) -> Callable[..., None]:
    def refuse(*_told: object) -> None:
        raise PartRefusedError(
            phrase("details", "the part {name} declares a document type or entities").of(name=repr(name))
        )

    return refuse


def _handlers(
    name: str,
) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None], Callable[[str], None]]:
    """Give what is called at the begin and end of an element and for its text."""
    open_tags: list[str] = []
    field: list[str] = []  # a field may be cut into many elements

    def begin(tag: str, attributes: dict[str, str]) -> None:
        short = tag.rpartition(" ")[2]
        open_tags.append(short)
        if len(open_tags) > MOST_DEEP:
            raise PartRefusedError(
                phrase("details", "the part {name} is nested more than {most_deep} deep").of(
                    name=repr(name), most_deep=MOST_DEEP
                )
            )
        _check_element(name, tag, attributes)
        if short == "fldChar":
            field.append("\n")  # the words of one field are never those of the next

    def end(tag: str) -> None:
        open_tags.pop()
        if tag.endswith(" p"):
            _check_field(name, "".join(field))
            field.clear()

    def text(data: str) -> None:
        if open_tags and open_tags[-1] == "instrText":
            field.append(data)

    return begin, end, text


def _check_element(name: str, tag: str, attributes: dict[str, str]) -> None:
    short = tag.rpartition(" ")[2]
    if short in _ACTIVE:
        raise PartRefusedError(
            phrase(
                "details", "it has macros or embedded objects ({short} in {name}); save it without them"
            ).of(short=short, name=name)
        )
    if short == "Relationship" and attributes.get("TargetMode") == "External":
        target, kind = attributes.get("Target", ""), attributes.get("Type", "").rpartition("/")[2]
        clicked = kind == "hyperlink" and _may_be_clicked(target)
        if not clicked and not (kind == "attachedTemplate" and _is_on_this_disk(target)):
            raise _outside(target)
    address = attributes.get(_HREF, "")
    harmless = (
        _is_inside(address)
        or (short == "a" and _may_be_clicked(address))
        or (tag == _META_TEMPLATE and _is_on_this_disk(address))
    )
    if address and not harmless:
        raise _outside(address)
    for attribute, value in attributes.items():
        if attribute.endswith(" instr"):
            _check_field(name, value)


def _check_field(name: str, words: str) -> None:
    if found := _TAKING.search(_CLICKED_FIELD.sub("", words)):
        raise PartRefusedError(
            phrase("details", "a field in {name} takes something from elsewhere ({found}); take it out").of(
                name=name, found=found[0]
            )
        )


def _outside(address: str) -> PartRefusedError:
    return PartRefusedError(
        phrase(
            "details",
            "it takes something from {address}, outside of it; save it as a new document without this",
        ).of(address=repr(address))
    )


def _is_inside(address: str) -> bool:
    """Say whether an address stays in the file."""
    if address.startswith("#"):
        return True
    try:
        split = urlsplit(address)
    except ValueError:
        return False
    plain = unquote(address)
    return not (split.scheme or split.netloc or plain.startswith(("/", "\\")) or ".." in plain.split("/"))


def _is_on_this_disk(address: str) -> bool:
    """Say whether an address is that of a file on a drive of this computer, also one that is not there."""
    return _ON_THIS_DISK.fullmatch(unquote(address)) is not None


def _may_be_clicked(address: str) -> bool:
    """Say whether an address is one that a link may have: it is followed when somebody clicks it."""
    try:
        return urlsplit(address).scheme.lower() in _CLICKED
    except ValueError:
        return False
