"""The styles of an ODT document, and the empty document that they stand in where there is no template."""

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from odfdo import Document, Element

from procura_desktop.export.look import (
    LINE,
    MARGIN,
    MARGIN_DENSE,
    ODT_FONT,
    ODT_SCALE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Look,
)
from procura_desktop.export.odt_body import BULLETS, NUMBERS, display_name, style_name
from procura_desktop.export.zipped import zipped
from procura_desktop.phrases import phrase

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = (
    *((name, f"{_URN}{name}:1.0") for name in ("office", "style", "text", "table", "manifest", "meta")),
    ("draw", f"{_URN}drawing:1.0"),
    ("fo", f"{_URN}xsl-fo-compatible:1.0"),
    ("svg", f"{_URN}svg-compatible:1.0"),
    ("xlink", "http://www.w3.org/1999/xlink"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
)
SPACES = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES)
MIMETYPE = "application/vnd.oasis.opendocument.text"
_PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml")


def element_of(xml: str) -> Element:
    """Make an element of its XML, whose prefixes are those of OpenDocument."""
    name, _, rest = xml.partition(" ") if xml.find(" ") < xml.find(">") and " " in xml else xml.partition(">")
    blank = xml[len(name)]
    return Element.from_tag(f"{name} {SPACES}{'>' if blank == '>' else ' '}{rest}")


def office_styles(document: Document) -> Element:
    """Give where the named styles of a document stand.

    Raises:
        ValueError: it has none.
    """
    found = document.styles.root.get_element("office:styles")
    if found is None:
        raise ValueError(phrase("details", "it has no styles"))
    return found


def automatic_styles(document: Document) -> Element:
    """Give where the styles stand that only the body of a document uses; they are made if need be."""
    root = document.content.root
    found = root.get_element("office:automatic-styles")
    if found is None:
        found = element_of("<office:automatic-styles/>")
        body = [child.tag for child in root.children].index("office:body")
        root.insert(found, position=body)
    return found


def paragraph_style(name: str, look: Look) -> str:
    """Give one of our paragraph styles."""
    keep = ' fo:keep-with-next="always"' if look.keep else ""
    together = ' fo:keep-together="always"' if look.level else ""
    outline = f' style:default-outline-level="{look.level}"' if look.level else ""
    aligned = ' fo:text-align="end"' if look.right else ""
    size = round(look.size * ODT_SCALE * 2) / 2
    weight, slant = ("bold" if look.bold else "normal"), ("italic" if look.italic else "normal")
    scripts = "".join(
        f' style:font-size-{script}="{size}pt" style:font-weight-{script}="{weight}"'
        for script in ("asian", "complex")
    )
    return (
        f'<style:style style:name="{style_name(name)}" style:display-name="{display_name(name)}" '
        f'style:family="paragraph" style:parent-style-name="Standard"{outline} style:class="text">'
        f'<style:paragraph-properties fo:margin-top="{look.before}pt" fo:margin-bottom="{look.after}pt" '
        f'fo:line-height="{look.line}%" fo:orphans="2" fo:widows="2"{keep}{together}{aligned}/>'
        f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="{weight}" fo:font-style="{slant}" '
        f'fo:color="#{look.colour}"{scripts}/></style:style>'
    )


def style_like(name: str, other: str) -> str:
    """Give one of our paragraph styles in the look of another style of the document."""
    return (
        f'<style:style style:name="{style_name(name)}" style:display-name="Procura {display_name(name)}" '
        f'style:family="paragraph" style:parent-style-name={quoteattr(other)}/>'
    )


def list_styles() -> Iterator[tuple[str, str]]:
    """Give (name, list style) for points and for numbers."""
    signs = ("•", "–", "•")
    yield BULLETS, _list_style(BULLETS, "".join(_bullet(at, sign) for at, sign in enumerate(signs, start=1)))
    yield NUMBERS, _list_style(NUMBERS, "".join(map(_number, range(1, len(signs) + 1))))


def _list_style(name: str, levels: str) -> str:
    return (
        f'<text:list-style style:name="{name}" '
        f'style:display-name="{name.replace("_20_", " ")}">{levels}</text:list-style>'
    )


def _bullet(level: int, sign: str) -> str:
    return (
        f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{sign}">{_indent(level)}'
        "</text:list-level-style-bullet>"
    )


def _number(level: int) -> str:
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-suffix="." style:num-format="1">'
        f"{_indent(level)}</text:list-level-style-number>"
    )


def _indent(level: int) -> str:
    return (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" '
        f'text:list-tab-stop-position="{0.6 * level:.1f}cm" '
        f'fo:text-indent="-0.6cm" fo:margin-left="{0.6 * level:.1f}cm"/></style:list-level-properties>'
    )


def empty_document(looks: dict[str, Look], *, dense: bool) -> bytes:
    """Give a document without words: our styles, an A4 page with room for header and footer."""
    content = (
        f"<office:document-content {SPACES} "
        f'office:version="1.3"><office:automatic-styles/><office:body><office:text/></office:body></office:document-content>'
    )
    styles = (
        f'<office:document-styles {SPACES} office:version="1.3">'
        f'<office:font-face-decls><style:font-face style:name="{ODT_FONT}" '
        f'svg:font-family="&apos;{ODT_FONT}&apos;" '
        'style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>'
        f"<office:styles>{_defaults()}{''.join(paragraph_style(*one) for one in looks.items())}"
        f"{''.join(style for _, style in list_styles())}</office:styles>"
        f"<office:automatic-styles>{_page(dense=dense)}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/>'
        "</office:master-styles></office:document-styles>"
    )
    meta = f'<office:document-meta {SPACES} office:version="1.3"><office:meta/></office:document-meta>'
    settings = (
        f"<office:document-settings {SPACES} "
        f'office:version="1.3"><office:settings/></office:document-settings>'
    )
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{escape(name)}" manifest:media-type="text/xml"/>'
        for name in _PARTS
    )
    manifest = (
        f'<manifest:manifest {SPACES} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" '
        f'manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>{entries}</manifest:manifest>'
    )
    made = dict(zip(_PARTS, (content, styles, meta, settings), strict=True)) | {
        "META-INF/manifest.xml": manifest
    }
    parts = [("mimetype", MIMETYPE.encode())]
    parts += [(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}'.encode()) for name, text in made.items()]
    return zipped(parts, datetime(1980, 1, 1, tzinfo=UTC), stored=frozenset({"mimetype"}))


def _defaults() -> str:
    fonts = (
        f'style:font-name="{ODT_FONT}" style:font-name-asian="{ODT_FONT}" '
        f'style:font-name-complex="{ODT_FONT}"'
    )
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties '
        'style:tab-stop-distance="1.25cm"/>'
        f'<style:text-properties {fonts} fo:font-size="10.5pt"/></style:default-style>'
        '<style:default-style style:family="table"><style:table-properties '
        'table:border-model="collapsing"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    )


def _page(*, dense: bool) -> str:
    margin = MARGIN_DENSE if dense else MARGIN
    edge = 26 if dense else 34
    return (
        '<style:page-layout style:name="Page"><style:page-layout-properties '
        f'fo:page-width="{PAGE_WIDTH}pt" fo:page-height="{PAGE_HEIGHT}pt" style:print-orientation="portrait" '
        f'fo:margin-left="{margin}pt" fo:margin-right="{margin}pt" fo:margin-top="{edge}pt" '
        f'fo:margin-bottom="{edge}pt"/>'
        f"{HEADER_ROOM}{FOOTER_ROOM}</style:page-layout>"
    )


HEADER_ROOM = (
    '<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.5cm" '
    f'fo:border-bottom="0.5pt solid #{LINE}" fo:padding-bottom="0.1cm"/></style:header-style>'
)
FOOTER_ROOM = (
    '<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/>'
    "</style:footer-style>"
)
