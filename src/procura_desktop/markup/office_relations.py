"""Which part of a Word file is which: producers choose the names, relationships say the kinds.

ECMA-376, part 2, 9.2 and 9.3 (packages), part 1, 15.2 (kinds of relationships; the strict ones in part 1, the
transitional ones in part 4). Names are compared without regard to their case, as packages do.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote
from xml.parsers import expat

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_TYPES = "[Content_Types].xml"


def main_part(parts: Mapping[str, bytes]) -> str | None:
    """Give the name of the part that holds the text, as it stands among the parts; None: there is none.

    Args:
        parts: of a file that was checked, by their names.
    """
    found = related_part(parts, "", "officeDocument")
    if found is not None:
        return found
    for attributes in _elements(parts.get(_TYPES, b""), "Override"):
        if attributes.get("ContentType") == MAIN_TYPE:
            return _there(parts, attributes.get("PartName", ""))
    return None


def related_part(parts: Mapping[str, bytes], source: str, kind: str) -> str | None:
    """Give the name of the first part of a kind, such as "styles", that another names; None: none is there.

    Args:
        parts: of a file that was checked, by their names.
        source: the part that names it; "" is the package.
        kind: the last word of the type of the relationship.
    """
    for attributes in _relationships(parts, source):
        if attributes.get("Type") in {_TRANSITIONAL + kind, _STRICT + kind}:
            found = _there(parts, str(PurePosixPath("/", source).parent / attributes.get("Target", "")))
            if found is not None:
                return found
    return None


def is_strict(parts: Mapping[str, bytes]) -> bool:
    """Say whether the file is of the strict kind, which other programs than Word seldom write or read."""
    return any(one.get("Type") == f"{_STRICT}officeDocument" for one in _relationships(parts, ""))


def _relationships(parts: Mapping[str, bytes], source: str) -> Iterator[dict[str, str]]:
    path = PurePosixPath("/", source)
    name = _there(parts, str((path.parent if source else path) / "_rels" / f"{path.name}.rels"))
    for attributes in _elements(parts[name] if name else b"", "Relationship"):
        if attributes.get("TargetMode") != "External":
            yield attributes


def _there(parts: Mapping[str, bytes], path: str) -> str | None:
    """Give the name of a part by its address in the package."""
    wanted = normpath(unquote(path)).lstrip("/").lower()
    return next((name for name in parts if unquote(name).lower() == wanted), None)


def _elements(part: bytes, name: str) -> list[dict[str, str]]:
    """Give the attributes of the elements of a name."""
    found: list[dict[str, str]] = []

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(" ")[2] == name:
            found.append(attributes)

    if part:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = begin
        parser.Parse(part, True)
    return found
