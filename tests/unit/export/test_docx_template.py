"""What an office's DOCX template gives the documents, and what of it stays behind."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _Footer, _Header
from docx.shared import Pt

from procura_desktop.errors import ForeignFileError
from procura_desktop.export.docx import docx_bytes
from procura_desktop.export.paper import Paper
from tests.unit.export.documents import STRICT, docx_parts, pack, relation, relations
from tests.unit.export.papers import FACTS, every_block
from tests.unit.export.pictures import png


def written(template: Path, paper: Paper | None = None) -> Document:
    """Give the paper in the template, opened again."""
    facts = replace(FACTS, docx_template=template)
    return docx.Document(io.BytesIO(docx_bytes(paper or every_block(), facts)))


# Lists


def test_lists_count_from_their_own_number_in_a_document_of_ours_as_template(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(docx_bytes(every_block(), FACTS))

    document = written(path)

    numbering = document.part.numbering_part.element
    defined = [one.get(qn("w:numId")) for one in numbering.findall(qn("w:num"))]
    kinds = [one.get(qn("w:abstractNumId")) for one in numbering.findall(qn("w:abstractNum"))]
    assert len(set(defined)) == len(defined)
    assert len(set(kinds)) == len(kinds)
    used = [str(one.get(qn("w:val"))) for one in document.element.body.iter(qn("w:numId"))]
    assert used == ["9003"] * 4 + ["9004", "9003", "9004", "9005"]
    starts = {
        num.get(qn("w:numId")): [one.get(qn("w:val")) for one in num.iter(qn("w:startOverride"))]
        for num in numbering.findall(qn("w:num"))
    }
    assert starts["9004"] == ["1"]
    assert starts["9005"] == ["3"]


def test_lists_take_no_number_that_a_style_of_the_template_names(tmp_path: Path) -> None:
    template = docx.Document()
    number = template.styles["List Number"].element.pPr.find(f"{qn('w:numPr')}/{qn('w:numId')}")
    number.set(qn("w:val"), "9001")
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    used = {str(one.get(qn("w:val"))) for one in document.element.body.iter(qn("w:numId"))}
    assert used == {"9000", "9002", "9003"}


# Sections


def words_of(part: _Header | _Footer) -> str:
    return "".join(node.text or "" for node in part.part.element.iter(qn("w:t")))


def first_page(document: Document) -> tuple[str, str]:
    """Give what stands above and below the text on the first page."""
    section = document.sections[0]
    if section.different_first_page_header_footer:
        return words_of(section.first_page_header), words_of(section.first_page_footer)
    return words_of(section.header), words_of(section.footer)


def next_pages(document: Document) -> tuple[str, str]:
    return words_of(document.sections[0].header), words_of(document.sections[0].footer)


def put(part: _Header | _Footer, words: str) -> None:
    part.is_linked_to_previous = False
    part.paragraphs[0].text = words


def test_header_that_the_last_section_goes_on_with_stays(tmp_path: Path) -> None:
    template = docx.Document()
    put(template.sections[0].header, "City of Example")
    put(template.sections[0].footer, "Town hall")
    put(template.sections[0].even_page_header, "City of Example, left")
    template.settings.odd_and_even_pages_header_footer = True
    template.add_section()
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    assert len(document.sections) == 1
    assert first_page(document) == next_pages(document) == ("City of Example", "Town hall")
    assert words_of(document.sections[0].even_page_header) == "City of Example, left"


def test_letterhead_of_the_first_page_stays_on_the_first_page(tmp_path: Path) -> None:
    template = docx.Document()
    letter = template.sections[0]
    letter.different_first_page_header_footer = True
    put(letter.first_page_header, "City of Example, the mayor")
    put(letter.first_page_footer, "Bank, telephone")
    put(letter.header, "City of Example")
    follows = template.add_section()
    follows.different_first_page_header_footer = False
    put(follows.footer, "Town hall")
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    assert first_page(document) == ("City of Example, the mayor", "Bank, telephone")
    assert next_pages(document) == ("City of Example", "Town hall")


def test_letterhead_of_a_section_for_the_first_page_stays_there(tmp_path: Path) -> None:
    template = docx.Document()
    put(template.sections[0].header, "City of Example, the mayor")
    put(template.add_section().header, "City of Example")
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    assert first_page(document) == ("City of Example, the mayor", "Page 1 of 1")
    assert next_pages(document) == ("City of Example", "Page 1 of 1")


def test_cover_without_header_leaves_the_first_page_its_letterhead(tmp_path: Path) -> None:
    template = docx.Document()
    put(template.sections[0].header, " ")
    put(template.add_section().header, "City of Example")
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    assert first_page(document) == next_pages(document) == ("City of Example", "Page 1 of 1")


def test_page_is_that_of_the_last_upright_section(tmp_path: Path) -> None:
    template = docx.Document()
    put(template.sections[0].header, "City of Example")
    template.add_section().left_margin = Pt(100)
    across = template.add_section()
    across.page_width, across.page_height = Pt(800), Pt(600)
    put(across.header, "Annex")
    template.save(str(tmp_path / "own.docx"))

    (section,) = written(tmp_path / "own.docx").sections

    assert section.page_width == template.sections[1].page_width != Pt(800)
    assert section.left_margin == Pt(100)
    assert words_of(section.header) == "City of Example"


def test_columns_and_the_number_of_a_page_far_behind_go(tmp_path: Path) -> None:
    template = docx.Document()
    properties = template.sections[0]._sectPr  # noqa: SLF001 - python-docx has no other way to columns
    properties.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="lowerRoman" w:start="7"/>'))
    properties.find(qn("w:cols")).set(qn("w:num"), "2")
    template.save(str(tmp_path / "own.docx"))

    body = written(tmp_path / "own.docx").element.body

    assert [dict(one.attrib) for one in body.iter(qn("w:pgNumType"))] == [{qn("w:fmt"): "lowerRoman"}]
    assert list(body.iter(qn("w:cols"))) == []


def test_first_and_even_pages_that_are_set_apart_have_our_header_where_none_is(tmp_path: Path) -> None:
    template = docx.Document()
    template.sections[0].different_first_page_header_footer = True
    template.settings.odd_and_even_pages_header_footer = True
    put(template.sections[0].footer, "Town hall")
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    assert first_page(document) == ("Header Words", "")
    assert next_pages(document) == ("Header Words", "Town hall")
    assert words_of(document.sections[0].even_page_header) == "Header Words"


def test_template_without_a_section_gets_our_page(tmp_path: Path) -> None:
    template = docx.Document()
    template.element.body.remove(template.element.body.sectPr)
    template.save(str(tmp_path / "own.docx"))

    (section,) = written(tmp_path / "own.docx").sections

    assert section.page_width is not None
    assert round(section.page_width.pt, 1) == 595.3
    assert words_of(section.header) == "Header Words"


# What stays behind


def repack(path: Path, changed: dict[str, tuple[str, str]], more: dict[str, str] | None = None) -> Path:
    """Change texts in parts of a file, and add parts."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, (old, new) in changed.items():
        assert old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)
    return pack(path, {**parts, **(more or {})})


def parts_of(template: Path) -> dict[str, bytes]:
    """Give the parts of the paper written in the template."""
    data = docx_bytes(every_block(), replace(FACTS, docx_template=template))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_template_that_word_saved_as_one_is_taken(tmp_path: Path) -> None:
    template = docx.Document()
    put(template.sections[0].header, "City of Example")
    template.save(str(tmp_path / "own.dotx"))
    repack(tmp_path / "own.dotx", {"[Content_Types].xml": ("document.main+xml", "template.main+xml")})

    assert words_of(written(tmp_path / "own.dotx").sections[0].header) == "City of Example"
    assert b"template.main+xml" not in parts_of(tmp_path / "own.dotx")["[Content_Types].xml"]


def test_pictures_and_comments_of_the_body_go_and_those_of_the_header_stay(tmp_path: Path) -> None:
    template = docx.Document()
    run = template.add_paragraph().add_run("A cover")
    run.add_picture(io.BytesIO(png(90, 30)))
    template.add_comment(run, "Ask the mayor", author="A. Buyer")
    header = template.sections[0].header
    put(header, "City of Example")
    header.add_table(1, 2, Pt(300)).rows[0].cells[1].paragraphs[0].add_run().add_picture(
        io.BytesIO(png(120, 40))
    )
    template.save(str(tmp_path / "own.docx"))

    parts = parts_of(tmp_path / "own.docx")

    assert [data for name, data in parts.items() if name.startswith("word/media/")] == [png(120, 40)]
    assert not any("comments" in name or "thumbnail" in name for name in parts)
    assert not any(b"Ask the mayor" in data for data in parts.values())


def test_where_the_template_lies_and_what_it_forbade_stays_behind(tmp_path: Path) -> None:
    template = docx.Document()
    template.core_properties.last_printed = datetime(2020, 1, 1, tzinfo=UTC)
    settings = template.settings.element
    for xml in (
        "<w:trackRevisions {}/>",
        '<w:documentProtection {} w:edit="forms" w:enforcement="1"/>',
        '<w:attachedTemplate {} r:id="rId77"/>',
        "<w:linkStyles {}/>",
    ):
        settings.append(parse_xml(xml.format(nsdecls("w", "r"))))
    path = tmp_path / "own.docx"
    template.save(str(path))
    there = relation("attachedTemplate", "file:///C:\\Users\\A%20Buyer\\letter.dotx").replace("r1", "rId77")
    base = "<HyperlinkBase>C:/Buyer</HyperlinkBase><Template>"
    repack(path, {"docProps/app.xml": ("<Template>", base)}, {"word/_rels/settings.xml.rels": there})

    parts = parts_of(path)

    assert not any(b"Buyer" in data or b"attachedTemplate" in data for data in parts.values())
    for name in (b"trackRevisions", b"documentProtection", b"linkStyles"):
        assert name not in parts["word/settings.xml"]
    assert b"<Template>" not in parts["docProps/app.xml"]
    assert b"lastPrinted" not in parts["docProps/core.xml"]


def test_notes_of_the_body_go_and_the_lines_above_notes_stay(tmp_path: Path) -> None:
    template = docx.Document()
    template.save(str(tmp_path / "own.docx"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r>'
        '</w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>Ask the mayor</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    repack(
        tmp_path / "own.docx",
        {
            "[Content_Types].xml": (
                "</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{form}"/></Types>',
            ),
            "word/_rels/document.xml.rels": (
                "</Relationships>",
                f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>',
            ),
        },
        {"word/footnotes.xml": notes},
    )

    parts = parts_of(tmp_path / "own.docx")

    assert b"<w:separator/>" in parts["word/footnotes.xml"]
    assert b"mayor" not in parts["word/footnotes.xml"]


@pytest.mark.parametrize("bound", [True, False])
def test_data_of_the_office_stay_only_where_a_header_shows_them(tmp_path: Path, *, bound: bool) -> None:
    template = docx.Document()
    put(template.sections[0].header, "City of Example")
    if bound:
        binding = f'<w:sdtPr {nsdecls("w")}><w:dataBinding w:xpath="/a" w:storeItemID="{{1}}"/></w:sdtPr>'
        template.sections[0].header.part.element.append(parse_xml(binding))
    template.save(str(tmp_path / "own.docx"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
    repack(
        tmp_path / "own.docx",
        {
            "word/_rels/document.xml.rels": (
                "</Relationships>",
                f'<Relationship Id="rId99" Type="{kind}" Target="../customXml/item1.xml"/></Relationships>',
            ),
        },
        {"customXml/item1.xml": "<a>Room 12</a>"},
    )

    assert ("customXml/item1.xml" in parts_of(tmp_path / "own.docx")) is bound


# Other producers


def test_template_whose_parts_have_other_names_is_taken(tmp_path: Path) -> None:
    template = docx.Document()
    put(template.sections[0].header, "City of Example")
    template.part.partname = PackURI("/word/document2.xml")
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    assert words_of(document.sections[0].header) == "City of Example"
    assert document.part.partname == "/word/document2.xml"


def test_strict_template_is_refused_with_what_to_do(tmp_path: Path) -> None:
    parts = {
        **docx_parts(""),
        "_rels/.rels": relations(("officeDocument", "word/document.xml"), space=STRICT),
    }

    with pytest.raises(ForeignFileError, match="save it as an ordinary Word document"):
        written(pack(tmp_path / "own.docx", parts))


# Styles


def test_style_in_other_capitals_is_the_same(tmp_path: Path) -> None:
    template = docx.Document()
    template.styles["Title"].element.find(qn("w:name")).set(qn("w:val"), "TITLE")
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    assert [one.name for one in document.styles if str(one.name).casefold() == "title"] == ["TITLE"]
    assert str(document.paragraphs[0].style.name if document.paragraphs[0].style else "") == "TITLE"


def test_style_that_has_the_id_of_one_of_ours_stays_another(tmp_path: Path) -> None:
    template = docx.Document()
    template.styles["List Number"].name = "House style"
    for style in list(template.styles):
        if style.name == "Light Grid":
            style.element.set(qn("w:styleId"), "ProcuraTable")
    template.save(str(tmp_path / "own.docx"))

    document = written(tmp_path / "own.docx")

    ids = [one.style_id for one in document.styles]
    assert len(set(ids)) == len(ids)
    (numbered,) = [one.style_id for one in document.styles if one.name == "List Number"]
    assert numbered != "ListNumber"
    used = [str(one.get(qn("w:val"))) for one in document.element.body.iter(qn("w:pStyle"))]
    assert used.count(str(numbered)) == 3
    assert "ListNumber" not in used


# Unsound templates


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", 'w:left="1800"', 'w:left=""'),
        ("word/styles.xml", '<w:style w:type="table"', '<w:style w:type="-1"'),
        ("[Content_Types].xml", "wordprocessingml.numbering+xml", "none+xml"),
        ("[Content_Types].xml", "wordprocessingml.settings+xml", "none+xml"),
    ],
)
def test_value_that_makes_no_sense_is_said_of_the_template(
    tmp_path: Path, part: str, old: str, new: str
) -> None:
    docx.Document().save(str(tmp_path / "own.docx"))

    with pytest.raises(ForeignFileError, match="no sound DOCX"):
        written(repack(tmp_path / "own.docx", {part: (old, new)}))
