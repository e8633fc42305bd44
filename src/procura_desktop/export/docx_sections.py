"""The one section of a document, from the sections of a template (ECMA-376, part 1, 17.6 and 17.10).

A template may have several: a first page and those that follow it, a cover, an annex across. A document is
written in one, which is made of them so that it looks as the template does from its first page on:

- The page is that of the last section whose pages stand upright, for there the text of a letter goes on, and
  what lies across is an annex; where none stands upright it is that of the last.
- Header and footer are those that Word shows in that section. One that has none of its own goes on with those
  of the section before.
- The first page has those of the template's first page, if there is anything in them: the letterhead.

What only several sections mean goes: how one begins behind another, a page number that it counts from. So do
columns, since our tables are made for the width of the page.
"""

from collections.abc import Mapping

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.oxml.xmlchemy import BaseOxmlElement

_REFERENCES = {"header": "w:headerReference", "footer": "w:footerReference"}
_KINDS = ("default", "first", "even")
# (header or footer, kind of page) -> relationship of the document to the part
_Shown = Mapping[tuple[str, str], str]
# What somebody sees in a header, beside its text.
_SEEN = tuple(qn(name) for name in ("w:drawing", "w:pict", "w:object", "w:fldSimple", "w:instrText", "w:sym"))


def clear_to_one_section(document: Document) -> None:
    """Take everything out of the body but one section.

    Raises:
        KeyError: a section names a header or footer that is not there.
    """
    body = document.element.body
    sections = [one for one in body.iter(qn("w:sectPr")) if _is_section(one)]
    shown = _inherited(sections)
    at = _chosen(sections)
    section = sections[at] if sections else OxmlElement("w:sectPr")
    for child in list(body):
        body.remove(child)
    body.append(section)
    if at > 0:
        _take_headers(document, section, shown[at], _on_first_page(sections[0], shown[0]))
    _straighten(section)


def _is_section(element: BaseOxmlElement) -> bool:
    """Say whether a section is one, and not what one was before a tracked change."""
    parent = element.getparent()
    return parent is None or parent.tag != qn("w:sectPrChange")


def _chosen(sections: list[CT_SectPr]) -> int:
    upright = [at for at, section in enumerate(sections) if _stands_upright(section)]
    return upright[-1] if upright else len(sections) - 1


def _stands_upright(section: CT_SectPr) -> bool:
    width, height = section.page_width, section.page_height
    return width is None or height is None or width <= height


def _inherited(sections: list[CT_SectPr]) -> list[_Shown]:
    """Give for each section what it shows, its own or that of sections before."""
    found: list[_Shown] = []
    shown: dict[tuple[str, str], str] = {}
    for section in sections:
        for part, tag in _REFERENCES.items():
            for reference in section.findall(qn(tag)):
                kind = reference.get(qn("w:type")) or "default"
                shown[part, kind] = str(reference.get(qn("r:id")))
        found.append(dict(shown))
    return found


def _on_first_page(section: CT_SectPr, shown: _Shown) -> dict[str, str]:
    """Give the header and the footer of the first page of a section."""
    kind = "first" if section.titlePg_val else "default"
    return {part: shown[part, kind] for part in _REFERENCES if (part, kind) in shown}


def _take_headers(document: Document, section: CT_SectPr, shown: _Shown, front: Mapping[str, str]) -> None:
    all_of_it = dict(shown)
    if front != _on_first_page(section, shown) and any(_has_words(document, one) for one in front.values()):
        section.titlePg_val = True
        for part in _REFERENCES:
            all_of_it.pop((part, "first"), None)
        all_of_it.update({(part, "first"): one for part, one in front.items()})
    for tag in _REFERENCES.values():
        for old in section.findall(qn(tag)):
            section.remove(old)
    made = []
    for part, tag in _REFERENCES.items():
        for kind in _KINDS:
            if (part, kind) in all_of_it:
                reference = OxmlElement(tag)
                reference.set(qn("w:type"), kind)
                reference.set(qn("r:id"), all_of_it[part, kind])
                made.append(reference)
    section[:0] = made


def _has_words(document: Document, relationship: str) -> bool:
    """Say whether a header or footer has anything that can be seen."""
    part = document.part.related_parts[relationship].element
    texts = (one.text or "" for one in part.iter(qn("w:t")))
    return any(text.strip() for text in texts) or next(part.iter(*_SEEN), None) is not None


def _straighten(section: CT_SectPr) -> None:
    for name in ("w:type", "w:sectPrChange", "w:cols"):
        for old in section.findall(qn(name)):
            section.remove(old)
    for numbers in section.findall(qn("w:pgNumType")):
        numbers.attrib.pop(qn("w:start"), None)
