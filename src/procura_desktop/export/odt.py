"""A paper as ODT, through odfdo: the package, the styles, header and footer, the properties.

An organisation's template gives its styles, header, footer and page; what stood in its body goes. The same
paper and facts give the same bytes.
"""

import io
from xml.sax.saxutils import escape

from odfdo import Document, Element

from procura_desktop.export.characters import all_printable
from procura_desktop.export.facts import Facts
from procura_desktop.export.logo import HEIGHT, read_logo
from procura_desktop.export.look import Look, locale_of, looks_of
from procura_desktop.export.odt_body import OdtBody, display_name, style_name
from procura_desktop.export.odt_masters import STANDARD, begin_on, layout_of, masters_from, straighten
from procura_desktop.export.odt_styles import (
    FOOTER_ROOM,
    HEADER_ROOM,
    automatic_styles,
    element_of,
    empty_document,
    list_styles,
    office_styles,
    paragraph_style,
    style_like,
)
from procura_desktop.export.odt_template import faults_told, of_odt_template
from procura_desktop.export.paper import Paper
from procura_desktop.export.zipped import same_again


def odt_bytes(paper: Paper, facts: Facts) -> bytes:
    """Write a paper.

    Raises:
        ForeignFileError: the template is refused.
        ExportError: the logo is no picture.
    """
    paper = all_printable(paper)
    looks = looks_of(dense=paper.dense)
    writer = OdtBody()
    body = "".join(writer.xml(paper.blocks))
    template = facts.odt_template
    with faults_told(template):
        if template is not None:
            document, master = of_odt_template(template)
        else:
            document, master = Document(io.BytesIO(empty_document(looks, dense=paper.dense))), STANDARD
        _add_missing_styles(document, looks)
        _put_body(document, body, writer)
        begin_on(document, master)
        masters = masters_from(document, master)
        straighten(document, masters)
        _top_and_foot(document, masters, paper, facts)
        document.set_language("-".join(filter(None, locale_of(paper.language))))
        _properties(document, paper, facts)
        return _saved(document, facts)


def _add_missing_styles(document: Document, looks: dict[str, Look]) -> None:
    styles = office_styles(document)
    there, shown = set[str](), dict[str, str]()
    lists = set[str]()
    for style in styles.children:
        name = str(style.get_attribute("style:name") or "")
        if style.tag == "text:list-style":
            lists.add(name)
        elif style.get_attribute("style:family") == "paragraph" and name:
            there.add(name)
            shown[str(style.get_attribute("style:display-name") or name).casefold()] = name
    if "Standard" not in there:
        styles.append(element_of('<style:style style:name="Standard" style:family="paragraph"/>'))
    for name, look in looks.items():
        if style_name(name) not in there:
            # Word has other names in the file for styles that a person sees under the same ones.
            same = shown.get(display_name(name).casefold()) or shown.get(name.casefold())
            styles.append(element_of(style_like(name, same) if same else paragraph_style(name, look)))
    for name, xml in list_styles():
        if name not in lists:
            styles.append(element_of(xml))


def _put_body(document: Document, inside: str, writer: OdtBody) -> None:
    made = element_of(f"<office:text>{inside}</office:text>")
    for child in made.children:
        document.body.append(child)
    automatic = automatic_styles(document)
    for style in writer.styles():
        automatic.append(element_of(style))


def _top_and_foot(document: Document, masters: list[Element], paper: Paper, facts: Facts) -> None:
    """Fill the headers and the footers, unless a template brings its own.

    Where the pages after the first have one, a page without is meant so.
    """
    for part, room, words in (
        ("style:header", HEADER_ROOM, _top(document, paper, facts)),
        ("style:footer", FOOTER_ROOM, _foot(paper)),
    ):
        if any(master.get_element(part) is not None for master in masters[1:] or masters):
            continue
        for master in masters:
            if master.get_element(part) is None:
                _fill(document, master, part, room, words)


def _fill(document: Document, master: Element, part: str, room: str, words: str) -> None:
    layout = layout_of(document, master)
    if layout is not None:
        _make_room(layout, f"{part}-style", room)
    # Headers stand before footers. A first page with a header of its own has not the usual footer either.
    tops = [one for one in master.children if one.tag.partition(":")[2].startswith("header")]
    made = [element_of(f"<{part}>{words}</{part}>")]
    if part == "style:footer":
        for first in [one.tag for one in tops if one.tag.endswith(":header-first")]:
            made.append(element_of(f"<{part}>{words}</{part}>"))
            made[-1].tag = first.replace("header", "footer")
    for at, element in enumerate(made, start=len(tops) if part == "style:footer" else 0):
        master.insert(element, position=at)


def _make_room(layout: Element, name: str, room: str) -> None:
    old = layout.get_element(name)
    if old is not None and old.children:
        return
    if old is not None:
        layout.delete(old)
    # After the properties of the page, the header's room before the footer's.
    before = [child.tag for child in layout.children].count("style:header-style")
    layout.insert(element_of(room), position=1 + before if layout.children else 0)


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
