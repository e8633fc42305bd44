"""A paper as DOCX, through python-docx: the package, the styles, header and footer, the properties.

An organisation's template gives its styles, header, footer and page; what stood in its body goes. The same
paper and facts give the same bytes.
"""

import io
import re
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section, _Footer, _Header
from docx.shared import Pt

from procura_desktop.export.characters import all_printable
from procura_desktop.export.docx_body import DocxBody
from procura_desktop.export.docx_numbering import free_numberings, put_lists
from procura_desktop.export.docx_remains import leave_behind
from procura_desktop.export.docx_styles import put_styles, set_compatibility, set_language
from procura_desktop.export.docx_template import faults_told, of_docx_template
from procura_desktop.export.facts import Facts
from procura_desktop.export.logo import HEIGHT, read_logo
from procura_desktop.export.look import LINE, MARGIN, MARGIN_DENSE, PAGE_HEIGHT, PAGE_WIDTH, looks_of
from procura_desktop.export.paper import Paper
from procura_desktop.export.zipped import same_again

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def docx_bytes(paper: Paper, facts: Facts) -> bytes:
    """Write a paper.

    Raises:
        ForeignFileError: the template is refused.
        ExportError: the logo is no picture.
    """
    paper = all_printable(paper)
    template = facts.docx_template
    with faults_told(template):
        document = _ours() if template is None else of_docx_template(template)
        styles = _dress(document, paper, ours=template is None)
        width, numberings = _text_width(document.sections[-1]), free_numberings(document)
    writer = DocxBody(styles, width=width, numberings=numberings)
    body = "".join(writer.xml(paper.blocks))
    with faults_told(template):
        _put_body(document, body)
        put_lists(document, writer.list_starts, writer.numberings)
        _top_and_foot(document, paper, facts, styles)
        _properties(document, paper, facts)
        return _saved(document, facts)


def _ours() -> Document:
    """Give an empty document; python-docx makes it of a template of its own, with a picture of its page."""
    document = docx.Document()
    leave_behind(document)
    return document


def _dress(document: Document, paper: Paper, *, ours: bool) -> dict[str, str]:
    """Give a document its page, styles and language; the ids of the styles come back by their names."""
    section = document.sections[-1]
    if section.page_width is None or ours:
        _lay_out(section, dense=paper.dense)
    if ours:
        set_compatibility(document)
    styles = put_styles(document, looks_of(dense=paper.dense), ours=ours)
    set_language(document, paper.language)
    return styles


def _lay_out(section: Section, *, dense: bool) -> None:
    margin = Pt(MARGIN_DENSE if dense else MARGIN)
    section.page_width, section.page_height = Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT)
    section.left_margin = section.right_margin = margin
    section.top_margin, section.bottom_margin = Pt(72 if not dense else 54), margin
    section.header_distance = section.footer_distance = Pt(34 if not dense else 26)


def _text_width(section: Section) -> float:
    lengths = (section.page_width, section.left_margin, section.right_margin)
    width, left, right = (one.pt if one is not None else MARGIN for one in lengths)
    return float(width - left - right) if width - left - right > 144 else PAGE_WIDTH - 2 * MARGIN


def _put_body(document: Document, inside: str) -> None:
    made = parse_xml(f"<w:body {nsdecls('w')} {_W14}>{inside}</w:body>")
    body = document.element.body
    for at, element in enumerate(list(made)):
        body.insert(at, element)


def _top_and_foot(document: Document, paper: Paper, facts: Facts, styles: dict[str, str]) -> None:
    """Fill the header and the footer, unless a template brings its own.

    Where it does, a kind of page without is meant so. Where it does not, the first and the even pages that it
    sets apart get ours too, if it has none for them.
    """
    section = document.sections[-1]
    first = section.different_first_page_header_footer
    even = document.settings.odd_and_even_pages_header_footer
    if section.header.is_linked_to_previous:
        kinds = (section.header, *[section.first_page_header] * first, *[section.even_page_header] * even)
        for top in kinds:
            if top.is_linked_to_previous:
                _fill_header(top, paper, facts, styles["Header"])
    if section.footer.is_linked_to_previous:
        feet = (section.footer, *[section.first_page_footer] * first, *[section.even_page_footer] * even)
        for foot in feet:
            if foot.is_linked_to_previous:
                _fill(foot, _foot(paper, styles["Footer"]))


def _fill_header(top: _Header, paper: Paper, facts: Facts, style: str) -> None:
    _fill(top, _top(paper, style))
    if facts.logo is not None:
        _logo(top, facts.logo, paper.author)
        words, picture = (one.paragraph_format.element for one in top.paragraphs)
        words.addprevious(picture)


def _fill(part: _Header | _Footer, xml: str) -> None:
    part.is_linked_to_previous = False
    old = part.paragraphs[0].paragraph_format.element
    old.getparent().replace(old, parse_xml(xml))


def _logo(top: _Header, path: Path, owner: str) -> None:
    run = top.add_paragraph().add_run()
    run.add_picture(read_logo(path).stream(), height=Pt(HEIGHT))
    for shape in run.element.iter(qn("wp:docPr")):  # for those who cannot see it
        shape.set("descr", owner)


def _top(paper: Paper, style: str) -> str:
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{LINE}"/></w:pBdr>'
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/>{line}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(paper.header)}</w:t></w:r></w:p>'
    )


def _foot(paper: Paper, style: str) -> str:
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    inside = ""
    for word in _split(paper.page, tuple(fields)):
        if word in fields:
            inside += f'<w:fldSimple w:instr=" {fields[word]} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        elif word:
            inside += f'<w:r><w:t xml:space="preserve">{escape(word)}</w:t></w:r>'
    return f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def _split(text: str, marks: tuple[str, ...]) -> list[str]:
    return re.split(f"({'|'.join(map(re.escape, marks))})", text)


def _properties(document: Document, paper: Paper, facts: Facts) -> None:
    known = document.core_properties
    known.title, known.subject, known.author = paper.title[:255], paper.subject[:255], paper.author[:255]
    known.language = paper.language
    known.last_modified_by = paper.author[:255]
    known.comments = facts.program
    known.keywords, known.category = "", ""
    known.created = known.modified = facts.made.replace(microsecond=0)
    known.revision = 1


def _saved(document: Document, facts: Facts) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return same_again(file.getvalue(), facts.made, first=("[Content_Types].xml",))
