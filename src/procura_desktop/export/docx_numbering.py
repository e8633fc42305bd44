"""The lists of a DOCX document in its part of numberings (ECMA-376, part 1, 17.9), beside a template's own.

A template may be a document that this program made, or have lists under any number. So ours get numbers that
nothing in it uses.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

_FIRST = 9000  # above what most templates use
_INDENT, _HANGING = 360, 360  # twips a list goes in, a step
# What follows all numberings.
_LAST = qn("w:numIdMacAtCleanup")


def free_numberings(document: Document) -> Iterator[int]:
    """Give ids of numberings that neither the part of numberings nor a style of the document knows."""
    roots = [document.styles.element]
    if (part := _there(document)) is not None:
        roots.append(part.element)
    taken = {
        *_numbers(roots, "w:num", "w:numId"),
        *_numbers(roots, "w:numId", "w:val"),  # a style may name a numbering that is not there
    }
    return (number for number in count(_FIRST) if number not in taken)


def put_lists(document: Document, list_starts: Sequence[tuple[int, int]], ids: Sequence[int]) -> None:
    """Define bullets and each numbered list.

    Args:
        document: gets a part of numberings if it has none.
        list_starts: the depth of each numbered list, and what it counts from.
        ids: of the numberings: first that of the bullets, then one for each list.
    """
    part = (_there(document) or _added(document)).element
    taken = set(_numbers([part], "w:abstractNum", "w:abstractNumId"))
    free = (number for number in count(_FIRST) if number not in taken)
    bullets, numbers = next(free), next(free)
    # Word wants all definitions before all numberings, and what may follow the numberings to stay the last.
    end = next((at for at, child in enumerate(part) if child.tag == _LAST), len(part))
    first = next((at for at, child in enumerate(part) if child.tag == qn("w:num")), end)
    for definition in (_numbered(numbers), _pointed(bullets)):
        part.insert(first, parse_xml(definition))
    last = max((at for at, child in enumerate(part) if child.tag == qn("w:num")), default=first + 1)
    made = [_numbering(ids[0], bullets)]
    made += [_numbering(one, numbers, start) for one, start in zip(ids[1:], list_starts, strict=True)]
    for number in reversed(made):
        part.insert(last + 1, parse_xml(number))


def _there(document: Document) -> NumberingPart | None:
    """Give the part of numberings; a template without lists has none."""
    for relationship in document.part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return document.part.numbering_part
    return None


def _added(document: Document) -> NumberingPart:
    name, empty = PackURI("/word/numbering.xml"), parse_xml(f"<w:numbering {nsdecls('w')}/>")
    part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, empty, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part


def _numbers(roots: Sequence[BaseOxmlElement], tag: str, attribute: str) -> Iterator[int]:
    for root in roots:
        for element in root.iter(qn(tag)):
            value = str(element.get(qn(attribute)))
            if value.isdecimal():
                yield int(value)


def _numbering(number: int, definition: int, begins: tuple[int, int] | None = None) -> str:
    counted = ""
    if begins is not None:
        depth, start = begins
        counted = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return (
        f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{counted}</w:num>'
    )


def _pointed(number: int) -> str:
    return _definition(number, ["bullet"] * 3, ["•", "–", "•"])


def _numbered(number: int) -> str:
    return _definition(number, ["decimal"] * 3, ["%1.", "%2.", "%3."])


def _definition(number: int, forms: list[str], signs: list[str]) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_INDENT * (at + 1)}" '
        f'w:hanging="{_HANGING}"/></w:pPr></w:lvl>'
        for at, (form, sign) in enumerate(zip(forms, signs, strict=True))
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )
