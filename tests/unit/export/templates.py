"""ODT templates as an office has them, made part by part."""

from pathlib import Path

from tests.unit.export.documents import ODT_MIME, ODT_SPACES, pack

LAYOUT = (
    '<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="21cm" '
    'fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" '
    'fo:margin-right="2cm"/>{rooms}</style:page-layout>'
)
LETTER = (
    '<style:master-page style:name="First_20_Page" style:display-name="First Page" '
    'style:page-layout-name="pm1" style:next-style-name="Standard">'
    "<style:header><text:p>City of Example, the mayor</text:p></style:header></style:master-page>"
    '<style:master-page style:name="Standard" style:page-layout-name="pm1">{next}</style:master-page>'
)
BEGINS = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard" '
    'style:master-page-name="First_20_Page"/>'
)


def template(
    path: Path,
    *,
    masters: str = LETTER.format(next=""),
    automatic: str = BEGINS,
    styles: str = "",
    body: str = '<text:p text:style-name="P1">This text of the template goes.</text:p>',
    layout: str = "",
    meta: str = "",
    mime: str = ODT_MIME,
    more: dict[str, str | bytes] | None = None,
) -> Path:
    """Make a template part by part."""
    spaces = (
        f'{ODT_SPACES} xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" '
        'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
    )
    parts: dict[str, str | bytes] = {
        "mimetype": mime,
        "content.xml": f"<office:document-content {spaces}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f'<office:document-styles {spaces}><office:styles><style:style style:name="Standard" '
        f'style:family="paragraph"/>{styles}</office:styles><office:automatic-styles>'
        f"{layout or LAYOUT.format(name='pm1', rooms='')}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {spaces}><office:meta>{meta}</office:meta>"
        "</office:document-meta>",
        **(more or {}),
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in parts
        if name != "mimetype"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
        f"{entries}</manifest:manifest>"
    )
    return pack(path, {**parts, "META-INF/manifest.xml": manifest})
