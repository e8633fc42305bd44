"""A paper as ODT, through odfdo: the package, the styles, header and footer, the properties.

An organisation's template gives its styles, header, footer and page; what stood in its body goes. The same
paper and facts give the same bytes.
"""

import io
from pathlib import Path
from xml.sax.saxutils import escape

from odfdo import Document, Element
from odfdo.security import SecurityError

from procura_desktop.errors import ForeignFileError
from procura_desktop.export.characters import all_printable
from procura_desktop.export.facts import Facts
from procura_desktop.export.logo import HEIGHT, read_logo
from procura_desktop.export.look import Look, locale_of, looks_of
from procura_desktop.export.odt_body import OdtBody, style_name
from procura_desktop.export.odt_styles import (
    FOOTER_ROOM,
    HEADER_ROOM,
    SPACES,
    empty_document,
    list_styles,
    paragraph_style,
)
from procura_desktop.export.paper import Paper
from procura_desktop.export.zipped import same_again
from procura_desktop.markup.office_file import read_office_file
from procura_desktop.phrases import phrase


def odt_bytes(paper: Paper, facts: Facts) -> bytes:
    """Write a paper.

    Raises:
        ForeignFileError: the template is refused.
        ExportError: the logo is no picture.
    """
    paper = all_printable(paper)
    looks = looks_of(dense=paper.dense)
    template = facts.odt_template
    document = _of_template(template) if template else _opened(empty_document(looks, dense=paper.dense))
    _add_missing_styles(document, looks)
    _write_body(document, paper)
    _top_and_foot(document, paper, facts)
    document.set_language("-".join(filter(None, locale_of(paper.language))))
    _properties(document, paper, facts)
    return _saved(document, facts)


def _opened(data: bytes) -> Document:
    return Document(io.BytesIO(data))


def _of_template(path: Path) -> Document:
    data = read_office_file(path, form="odt")
    try:
        document = _opened(data)
        document.body.clear()
        _office_styles(document)
        _master(document)
    except (SecurityError, SyntaxError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ForeignFileError(
            path=path, detail=phrase("details", "it is no sound ODT file ({error})").of(error=error)
        ) from error
    return document


def _office_styles(document: Document) -> Element:
    found = document.styles.root.get_element("office:styles")
    if found is None:
        raise ValueError(phrase("details", "it has no styles"))
    return found


def _master(document: Document) -> Element:
    """Give the page that a document begins with."""
    root = document.styles.root
    found = root.get_element('//style:master-page[@style:name="Standard"]') or root.get_element(
        "//style:master-page"
    )
    if found is None:
        raise ValueError(phrase("details", "it has no page style"))
    return found


def _element(xml: str) -> Element:
    """Make an element of its XML, whose prefixes are those of OpenDocument."""
    name, _, rest = xml.partition(" ") if xml.find(" ") < xml.find(">") and " " in xml else xml.partition(">")
    blank = xml[len(name)]
    return Element.from_tag(f"{name} {SPACES}{'>' if blank == '>' else ' '}{rest}")


def _add_missing_styles(document: Document, looks: dict[str, Look]) -> None:
    styles = _office_styles(document)
    there = {
        str(style.get_attribute("style:name"))
        for style in styles.children
        if style.get_attribute("style:name")
    }
    if "Standard" not in there:
        styles.append(_element('<style:style style:name="Standard" style:family="paragraph"/>'))
    for name, look in looks.items():
        if style_name(name) not in there:
            styles.append(_element(paragraph_style(name, look)))
    for name, style in list_styles():
        if name not in there:
            styles.append(_element(style))


def _write_body(document: Document, paper: Paper) -> None:
    writer = OdtBody()
    made = _element(f"<office:text>{''.join(writer.xml(paper.blocks))}</office:text>")
    for child in made.children:
        document.body.append(child)
    automatic = document.content.root.get_element("office:automatic-styles")
    if automatic is None:
        automatic = _element("<office:automatic-styles/>")
        document.content.root.insert(automatic, position=0)
    for style in writer.styles():
        automatic.append(_element(style))


def _top_and_foot(document: Document, paper: Paper, facts: Facts) -> None:
    """Fill the header and the footer, unless a template brings its own."""
    master = _master(document)
    name = master.get_attribute("style:page-layout-name")
    layout = document.styles.root.get_element(f'//style:page-layout[@style:name="{name}"]')
    for part, room, words in (
        ("style:header", HEADER_ROOM, _top(document, paper, facts)),
        ("style:footer", FOOTER_ROOM, _foot(paper)),
    ):
        if master.get_element(part) is not None:
            continue
        if layout is not None:
            _make_room(layout, f"{part}-style", room)
        after = master.get_element("style:header") if part == "style:footer" else None
        master.insert(_element(f"<{part}>{words}</{part}>"), position=0 if after is None else 1)


def _make_room(layout: Element, name: str, room: str) -> None:
    old = layout.get_element(name)
    if old is not None and old.children:
        return
    if old is not None:
        layout.delete(old)
    # After the properties of the page, the header's room before the footer's.
    before = [child.tag for child in layout.children].count("style:header-style")
    layout.insert(_element(room), position=1 + before if layout.children else 0)


def _top(document: Document, paper: Paper, facts: Facts) -> str:
    style = style_name("Header")
    words = f'<text:p text:style-name="{style}">{escape(paper.header)}</text:p>'
    if facts.logo is None:
        return words
    logo = read_logo(facts.logo)
    name = f"Pictures/logo.{logo.ending}"
    container = document.container
    if container is None:
        raise ValueError("the document has no package")
    container.set_part(name, logo.data)
    document.manifest.add_full_path(name, logo.media_type)
    return (
        f'<text:p text:style-name="{style}"><draw:frame draw:name="Logo" text:anchor-type="as-char" '
        f'svg:width="{HEIGHT * logo.wide:.1f}pt" svg:height="{HEIGHT}pt"><draw:image xlink:href="{name}" '
        'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        f"<svg:title>{escape(paper.author)}</svg:title></draw:frame></text:p>{words}"
    )


def _foot(paper: Paper) -> str:
    number = '<text:page-number text:select-page="current">1</text:page-number>'
    count = "<text:page-count>1</text:page-count>"
    words = escape(paper.page).replace("{page}", number).replace("{pages}", count)
    return f'<text:p text:style-name="{style_name("Footer")}">{words}</text:p>'


def _properties(document: Document, paper: Paper, facts: Facts) -> None:
    meta = document.meta
    meta.title, meta.subject, meta.creator = paper.title, paper.subject, paper.author
    meta.initial_creator = paper.author
    made = facts.made.replace(microsecond=0)
    meta.creation_date = meta.date = made
    meta.set_editing_cycles(1)
    meta.set_description(facts.program)


def _saved(document: Document, facts: Facts) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return same_again(file.getvalue(), facts.made, first=("mimetype",))
