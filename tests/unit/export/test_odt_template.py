"""What an office's ODT template gives the documents, and what of it stays behind."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from odfdo import Document, Element

from procura_desktop.errors import ForeignFileError
from procura_desktop.export.odt import odt_bytes
from procura_desktop.export.odt_masters import masters_from
from procura_desktop.export.paper import Block
from tests.unit.export.documents import ODT_MIME
from tests.unit.export.papers import FACTS, every_block
from tests.unit.export.pictures import png
from tests.unit.export.templates import LETTER, template


def written(path: Path, blocks: Sequence[Block] = ()) -> Document:
    """Give a paper in the template, opened again."""
    paper = every_block()
    if blocks:
        paper = replace(paper, blocks=tuple(blocks))
    return Document(io.BytesIO(odt_bytes(paper, replace(FACTS, odt_template=path))))


def begins_on(document: Document) -> str:
    """Give the master page that the first block of a document names."""
    first = document.body.get_element("descendant::text:p|descendant::text:h|table:table")
    assert first is not None
    name = first.get_attribute("text:style-name") or first.get_attribute("table:style-name")
    style = document.content.root.get_element(f'//style:style[@style:name="{name}"]')
    return "" if style is None else str(style.get_attribute("style:master-page-name") or "")


def shown(document: Document, first: str) -> list[tuple[str, ...]]:
    """Give the words above and below the text of each master page, in the order of the pages."""

    def words(master: Element, part: str) -> str:
        found = master.get_element(part)
        return "" if found is None else found.text_recursive.strip()

    return [
        (words(master, "style:header"), words(master, "style:footer"))
        for master in masters_from(document, first)
    ]


# Master pages


@pytest.mark.parametrize("at", range(len(every_block().blocks)))
def test_first_page_stands_on_the_master_page_of_the_template(tmp_path: Path, at: int) -> None:
    block = every_block().blocks[at]

    document = written(template(tmp_path / "own.odt"), [block])

    assert begins_on(document) == "First_20_Page"
    assert document.content.root.get_elements('//style:style[@style:name="P1"]') == []


def test_letterhead_stays_and_pages_without_header_get_ours(tmp_path: Path) -> None:
    document = written(template(tmp_path / "own.odt"))

    assert shown(document, "First_20_Page") == [
        ("City of Example, the mayor", "Page 1 of 1"),
        ("Header Words", "Page 1 of 1"),
    ]


def test_page_without_header_is_meant_so_where_the_next_ones_have_one(tmp_path: Path) -> None:
    own = (
        "<style:header><text:p>City</text:p></style:header><style:footer><text:p>Hall</text:p></style:footer>"
    )

    document = written(template(tmp_path / "own.odt", masters=LETTER.format(next=own)))

    assert shown(document, "First_20_Page") == [("City of Example, the mayor", ""), ("City", "Hall")]


def test_master_page_of_a_named_style_is_found(tmp_path: Path) -> None:
    named = (
        '<style:style style:name="Letter" style:family="paragraph" style:parent-style-name="Basis"/>'
        '<style:style style:name="Basis" style:family="paragraph" style:master-page-name="First_20_Page"/>'
    )
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Letter"/>'
    body = (
        "<text:sequence-decls/><text:section><text:list><text:list-item>"
        '<text:p text:style-name="P1">x</text:p></text:list-item></text:list></text:section>'
    )

    path = template(tmp_path / "own.odt", styles=named, automatic=automatic, body=body)

    assert begins_on(written(path)) == "First_20_Page"


def test_style_that_names_no_page_ends_the_search(tmp_path: Path) -> None:
    named = (
        '<style:style style:name="Letter" style:family="paragraph" style:master-page-name="First_20_Page"/>'
    )
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Letter" '
        'style:master-page-name=""/>'
    )

    document = written(template(tmp_path / "own.odt", styles=named, automatic=automatic))

    assert begins_on(document) == ""
    assert shown(document, "Standard") == [("Header Words", "Page 1 of 1")]


def test_title_that_has_a_page_of_its_own_does_not_turn_the_template(tmp_path: Path) -> None:
    title = (
        '<style:style style:name="Title" style:family="paragraph" style:master-page-name="First_20_Page"/>'
    )

    document = written(template(tmp_path / "own.odt", styles=title, automatic=""))

    assert begins_on(document) == "Standard"


def test_only_master_page_is_taken_whatever_its_name(tmp_path: Path) -> None:
    masters = '<style:master-page style:name="MP0" style:page-layout-name="pm1"/>'

    document = written(template(tmp_path / "own.odt", masters=masters, automatic="", body=""))

    assert begins_on(document) == "MP0"
    assert shown(document, "MP0") == [("Header Words", "Page 1 of 1")]


@pytest.mark.parametrize("space", ["style", "loext"])
def test_footers_stand_behind_all_headers_and_on_the_first_page_too(tmp_path: Path, space: str) -> None:
    masters = (
        '<style:master-page style:name="Standard" style:page-layout-name="pm1"><style:header><text:p>City'
        f"</text:p></style:header><style:header-left><text:p>Left</text:p></style:header-left><{space}:header-first>"
        f"<text:p>Letterhead</text:p></{space}:header-first></style:master-page>"
    )

    document = written(template(tmp_path / "own.odt", masters=masters, automatic=""))

    (master,) = masters_from(document, "Standard")
    assert [one.tag for one in master.children] == [
        "style:header",
        "style:header-left",
        f"{space}:header-first",
        "style:footer",
        f"{space}:footer-first",
    ]


def test_columns_and_the_number_of_a_page_far_behind_go(tmp_path: Path) -> None:
    layout = (
        '<style:page-layout style:name="pm1"><style:page-layout-properties style:first-page-number="7" '
        'fo:margin-left="3cm"><style:columns fo:column-count="2" fo:column-gap="1cm"/>'
        "</style:page-layout-properties></style:page-layout>"
    )

    root = written(template(tmp_path / "own.odt", layout=layout)).styles.root

    (properties,) = root.get_elements("//style:page-layout-properties")
    assert properties.get_attribute("fo:margin-left") == "3cm"
    assert properties.get_attribute("style:first-page-number") is None
    assert properties.children == []


# What stays behind


def parts_of(path: Path) -> dict[str, bytes]:
    """Give the parts of the paper written in the template."""
    with zipfile.ZipFile(io.BytesIO(odt_bytes(every_block(), replace(FACTS, odt_template=path)))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_template_that_libreoffice_saved_as_one_is_taken(tmp_path: Path) -> None:
    parts = parts_of(template(tmp_path / "own.ott", mime=f"{ODT_MIME}-template"))

    assert parts["mimetype"].decode() == ODT_MIME
    assert b"text-template" not in parts["META-INF/manifest.xml"]
    assert b"City of Example, the mayor" in parts["styles.xml"]


def test_where_the_template_lies_and_what_it_was_stays_behind(tmp_path: Path) -> None:
    meta = (
        '<meta:template xlink:href="../../buyer/letter.ott" xlink:title="Letter"/>'
        "<meta:keyword>mayor</meta:keyword>"
        "<meta:printed-by>buyer</meta:printed-by><meta:editing-duration>P1D</meta:editing-duration>"
        '<meta:user-defined meta:name="Office">Town hall</meta:user-defined>'
    )

    told = parts_of(template(tmp_path / "own.odt", meta=meta))["meta.xml"]

    assert b"buyer" not in told
    assert b"mayor" not in told
    assert b"editing-duration" not in told
    assert b"Town hall" in told


def test_pictures_of_the_body_go_and_those_of_the_header_stay(tmp_path: Path) -> None:
    header = (
        '<style:master-page style:name="Standard" style:page-layout-name="pm1">'
        '<style:header><text:p><draw:frame><draw:image xlink:href="Pictures/logo.png"/></draw:frame>'
        '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p></style:header>'
        "</style:master-page>"
    )
    body = '<text:p><draw:frame><draw:image xlink:href="Pictures/cover.png"/></draw:frame></text:p>'
    more: dict[str, str | bytes] = {
        "Pictures/logo.png": png(120, 40),
        "Pictures/cover.png": png(90, 30),
        "Object 1/content.xml": "<x/>",
        "Thumbnails/thumbnail.png": png(9, 9),
        "META-INF/documentsignatures.xml": "<x/>",
        "layout-cache": b"\1\2",
    }

    parts = parts_of(template(tmp_path / "own.odt", masters=header, automatic="", body=body, more=more))

    assert set(parts) == {
        "mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml",
        "Pictures/logo.png", "Object 1/content.xml",
    }  # fmt: skip
    assert b"cover" not in parts["META-INF/manifest.xml"]
    assert b"logo" in parts["META-INF/manifest.xml"]


def test_printer_and_lock_of_the_template_stay_behind(tmp_path: Path) -> None:
    settings = (
        '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><office:settings>'
        '<config:config-item-set config:name="ooo:configuration-settings">'
        '<config:config-item config:name="PrinterName" config:type="string">Room 12</config:config-item>'
        '<config:config-item config:name="LoadReadonly" config:type="boolean">true</config:config-item>'
        '<config:config-item config:name="BrowseMode" config:type="boolean">false</config:config-item>'
        "</config:config-item-set></office:settings></office:document-settings>"
    )

    kept = parts_of(template(tmp_path / "own.odt", more={"settings.xml": settings}))["settings.xml"]

    assert b"Room 12" not in kept
    assert b"LoadReadonly" not in kept
    assert b"BrowseMode" in kept


def test_what_a_field_in_the_header_shows_stays_declared(tmp_path: Path) -> None:
    declared = (
        '<text:user-field-decls><text:user-field-decl office:value-type="string" '
        'office:string-value="Room 12" text:name="room"/></text:user-field-decls>'
    )

    document = written(template(tmp_path / "own.odt", automatic="", body=f"{declared}<text:p>x</text:p>"))

    assert [one.tag for one in document.body.children][:2] == ["text:user-field-decls", "text:p"]


# Styles


def test_style_that_a_person_sees_under_the_same_name_gives_its_look(tmp_path: Path) -> None:
    word = (
        '<style:style style:name="Normal" style:family="paragraph"/>'
        '<style:style style:name="Heading1" style:display-name="heading 1" style:family="paragraph"/>'
    )

    document = written(template(tmp_path / "own.odt", styles=word))

    def parent(name: str) -> object:
        style = document.styles.root.get_element(f'//style:style[@style:name="{name}"]')
        return None if style is None else style.get_attribute("style:parent-style-name")

    assert parent("Heading_20_1") == "Heading1"
    assert parent("Text_20_body") == "Normal"
    assert parent("Heading_20_2") == "Standard"


def test_style_of_characters_does_not_stand_for_one_of_paragraphs(tmp_path: Path) -> None:
    characters = '<style:style style:name="Note" style:family="text"/>'

    document = written(template(tmp_path / "own.odt", styles=characters))

    families = [
        one.get_attribute("style:family")
        for one in document.styles.root.get_elements('//style:style[@style:name="Note"]')
    ]
    assert families == ["text", "paragraph"]


# Unsound templates


def test_part_without_what_belongs_in_it_is_said_of_the_template(tmp_path: Path) -> None:
    meta = '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'

    with pytest.raises(ForeignFileError, match="no sound ODT"):
        written(template(tmp_path / "own.odt", more={"meta.xml": meta}))
