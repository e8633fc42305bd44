"""What of a template has no place in the documents made with it, beside the words of its body.

Documents go to tenderers. So comments and notes, pictures and building blocks that only the body of the
template had, where the template lies, a signature that no longer holds and the like stay behind. The names
are those of ECMA-376, part 1: relationships (15.2), settings (17.15.1), properties (22.2).
"""

from collections.abc import Iterable

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

# What the look of a document is in, and what a reader of the file needs; by the last word of the type.
_OF_PACKAGE = frozenset(
    {"officeDocument", "core-properties", "extended-properties", "custom-properties", "classificationlabels"}
)
_OF_DOCUMENT = frozenset(
    {"styles", "settings", "webSettings", "fontTable", "theme", "numbering", "footnotes", "endnotes"}
)
# Where the template lies, and what would let Word take its styles from another; what it allowed to do with
# words that went; and letters in series, whose addresses Word would ask for.
_SETTINGS = (
    "attachedTemplate",
    "linkStyles",
    "writeProtection",
    "documentProtection",
    "trackRevisions",
    "mailMerge",
    "saveThroughXslt",
)
_NOTES = {"footnotes": "w:footnote", "endnotes": "w:endnote"}
_PROPERTIES = frozenset(
    {
        "Application",  # another one writes it now
        "AppVersion",
        "Template",
        "HyperlinkBase",
        "TotalTime",
        "Pages",
        "Words",
        "Characters",
        "CharactersWithSpaces",
        "Lines",
        "Paragraphs",
        "HeadingPairs",
        "TitlesOfParts",
    }
)


def leave_behind(document: Document) -> None:
    """Take out of a document what only the template is to have; its body is empty.

    Raises:
        KeyError: the package lacks a part.
        SyntaxError: a part is no XML.
    """
    part = document.part
    _drop(part, _OF_DOCUMENT | _of_bound_fields(part), part.element)
    for name, tag in _NOTES.items():
        _take_notes_out(part, name, tag)
    settings = document.settings.element
    for name in _SETTINGS:
        for old in settings.findall(qn(f"w:{name}")):
            settings.remove(old)
    _drop(part.part_related_by(RELATIONSHIP_TYPE.SETTINGS), frozenset(), settings)
    if (package := part.package) is not None:
        _drop(package, _OF_PACKAGE, None)
        _clean_properties(package)


def _drop(source: Part | OpcPackage, kinds: Iterable[str], element: BaseOxmlElement | None) -> None:
    """Drop the relationships that are of none of the kinds and that nothing in the element names."""
    space = f"{{{nsmap['r']}}}"
    named = {
        value
        for one in (element.iter() if element is not None else ())
        for name, value in one.attrib.items()
        if str(name).startswith(space)
    }
    for key, relationship in list(source.rels.items()):
        if key not in named and _last_word(relationship.reltype) not in kinds:
            del source.rels[key]


def _last_word(kind: str) -> str:
    return kind.rpartition("/")[2]


def _of_bound_fields(part: Part) -> frozenset[str]:
    """Give the kind of the parts that fields in headers and footers may take their words from."""
    ends = [one.target_part for one in part.rels.values() if _last_word(one.reltype) in {"header", "footer"}]
    bound = any(b":dataBinding" in one.blob for one in ends)
    return frozenset({"customXml"}) if bound else frozenset()


def _take_notes_out(part: Part, kind: str, tag: str) -> None:
    """Leave of footnotes or endnotes only the lines that set them apart, which every document has."""
    for key, relationship in list(part.rels.items()):
        if _last_word(relationship.reltype) == kind:
            root = parse_xml(relationship.target_part.blob)
            for note in root.findall(qn(tag)):
                if (note.get(qn("w:type")) or "normal") == "normal":
                    root.remove(note)
            _put_anew(part, key, root)


def _clean_properties(package: OpcPackage) -> None:
    for key, relationship in list(package.rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            root = parse_xml(relationship.target_part.blob)
            for child in list(root):
                if str(child.tag).rpartition("}")[2] in _PROPERTIES:
                    root.remove(child)
            _put_anew(package, key, root)
        elif relationship.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES:
            root = relationship.target_part.element
            for child in list(root):
                if str(child.tag).rpartition("}")[2] in {
                    "lastPrinted",
                    "identifier",
                    "contentStatus",
                    "version",
                }:
                    root.remove(child)


def _put_anew(source: Part | OpcPackage, key: str, root: BaseOxmlElement) -> None:
    """Put a part in the place of an old one, which python-docx knows no way to change."""
    kind, old = source.rels[key].reltype, source.rels[key].target_part
    del source.rels[key]
    made = Part(old.partname, old.content_type, serialize_part_xml(root), old.package)
    source.rels.add_relationship(kind, made, key)
