import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from procura_desktop.errors import ExportError, ForeignFileError
from procura_desktop.export.docx import docx_bytes
from procura_desktop.export.paper import Heading, Paper, Table
from procura_desktop.export.papers.kinds import ALL_KINDS, DocumentKind, paper_of
from tests.unit.export.papers import FACTS, every_block, rich_procurement, texts
from tests.unit.export.pictures import png


def opened(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(docx_bytes(paper, FACTS)))


def all_text(document: Document) -> list[str]:
    """Give the words of every paragraph of the body in order, those in fields too."""
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
        if paragraph.find(f"{qn('w:r')}/{qn('w:br')}[@{qn('w:type')}='page']") is not None:
            continue
        words = "".join(
            (node.text or "") if node.tag == qn("w:t") else signs.get(node.tag, "")
            for node in paragraph.iter()
        )
        found.append(words)
    return found


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_all_words_stand_in_the_file_in_their_order(kind: DocumentKind) -> None:
    paper = paper_of(rich_procurement(), kind, FACTS)

    written = [line for line in all_text(opened(paper)) if line]

    assert [line.rstrip() for line in written] == [line.rstrip() for line in texts(paper) if line]


def test_headings_are_headings_of_their_level() -> None:
    paper = paper_of(rich_procurement(), "criteria", FACTS)

    written = [
        (str(one.style.name if one.style else ""), one.text)
        for one in opened(paper).paragraphs
        if one.style is not None and str(one.style.name).startswith("Heading")
    ]

    expected = [block for block in paper.blocks if isinstance(block, Heading)]
    assert written == [(f"Heading {one.level}", one.text) for one in expected]
    assert len(expected) > 8


def test_heading_is_kept_with_its_text() -> None:
    document = opened(every_block())

    for level in (1, 2, 3):
        style = document.styles[f"Heading {level}"]
        assert style.element.pPr.find(qn("w:keepNext")) is not None


def test_tables_repeat_their_header_row_and_have_a_title() -> None:
    paper = paper_of(rich_procurement(), "follow-up", FACTS)

    tables = opened(paper).tables

    expected = [block for block in paper.blocks if isinstance(block, Table)]
    assert len(tables) == len(expected)
    for table, block in zip(tables, expected, strict=True):
        first = table.rows[0].cells[0].paragraphs[0].paragraph_format.element.getparent().getparent()
        assert bool(first.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) is bool(block.header)
        caption = first.getparent().find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}")
        assert caption.get(qn("w:val")) == block.title


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en-GB"), ("de", "de-DE"), ("fr-BE", "fr-BE"), ("xx", "xx")]
)
def test_language_and_title_are_set(language: str, tag: str) -> None:
    document = opened(every_block(language=language))

    lang = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}"
    )
    assert lang.get(qn("w:val")) == tag
    assert document.core_properties.language == language
    assert document.core_properties.title == "Title Words"
    assert document.core_properties.author == "Author Words"
    assert document.core_properties.created == datetime(2026, 11, 29, 12, 30, tzinfo=UTC)


def test_words_of_another_language_say_so() -> None:
    body = opened(every_block()).element.body

    assert [one.get(qn("w:val")) for one in body.iter(qn("w:lang"))] == ["fr-FR"]


def test_page_and_pages_stand_in_the_footer() -> None:
    footer = opened(every_block()).sections[0].footer.paragraphs[0].paragraph_format.element

    fields = [field.get(qn("w:instr")).strip() for field in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "".join(node.text for node in footer.iter(qn("w:t"))) == "Page 1 of 1"


def test_each_numbered_list_begins_at_its_own_number() -> None:
    document = opened(every_block())
    numbering = document.part.numbering_part.element

    used = [
        one.get(qn("w:val"))
        for one in document.element.body.iter(qn("w:numId"))
        if one.get(qn("w:val")) != "9000"
    ]
    starts = {
        num.get(qn("w:numId")): [one.get(qn("w:val")) for one in num.iter(qn("w:startOverride"))]
        for num in numbering.findall(qn("w:num"))
    }
    assert used == ["9001", "9001", "9002"]
    assert starts["9001"] == ["1"]
    assert starts["9002"] == ["3"]


def test_same_paper_gives_the_same_bytes_and_another_time_does_not() -> None:
    paper = paper_of(rich_procurement(), "answers", FACTS)
    later = replace(FACTS, made=datetime(2027, 1, 1, tzinfo=UTC))

    assert docx_bytes(paper, FACTS) == docx_bytes(paper, FACTS)
    assert docx_bytes(paper, FACTS) != docx_bytes(paper, later)


def test_logo_stands_above_the_words_of_the_header(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(png(120, 40))

    data = docx_bytes(every_block(), replace(FACTS, logo=logo))

    header = docx.Document(io.BytesIO(data)).sections[0].header.paragraphs
    assert [one.text for one in header] == ["", "Header Words"]
    shapes = header[0].paragraph_format.element.iter(qn("wp:docPr"))
    assert [one.get("descr") for one in shapes] == ["Author Words"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert [package.read(name) for name in package.namelist() if name.startswith("word/media")] == [
            png(120, 40)
        ]


@pytest.mark.parametrize("data", [b"no picture", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"", png(900, 10)])
def test_logo_that_is_no_picture_is_told(tmp_path: Path, data: bytes) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(data)

    with pytest.raises(ExportError, match="logo"):
        docx_bytes(every_block(), replace(FACTS, logo=logo))


def make_template(path: Path, *, footer: str = "") -> Path:
    """Make what an organisation may have: an own heading, a header, no style of ours but those of Word."""
    document = docx.Document()
    document.add_paragraph("This text of the template goes.")
    document.styles["Heading 1"].font.size = Pt(31)
    document.sections[0].header.paragraphs[0].text = "City of Example"
    document.sections[0].left_margin = Pt(100)
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    for style in list(document.styles):
        if style.name in {"List Number", "Subtitle"}:
            style.delete()
    document.save(str(path))
    return path


def test_template_decides_what_it_has_and_gets_what_it_lacks(tmp_path: Path) -> None:
    facts = replace(FACTS, docx_template=make_template(tmp_path / "own.docx"))

    document = docx.Document(io.BytesIO(docx_bytes(every_block(), facts)))

    assert document.styles["Heading 1"].font.size == Pt(31)
    assert document.sections[0].header.paragraphs[0].text == "City of Example"
    assert document.sections[0].left_margin == Pt(100)
    assert {"List Number", "Subtitle", "Criterion Label", "Procura Table"} <= {
        one.name for one in document.styles
    }
    assert "This text of the template goes." not in all_text(document)
    assert "Page 1 of 1" in "".join(
        node.text or ""
        for node in document.sections[0].footer.paragraphs[0].paragraph_format.element.iter(qn("w:t"))
    )


def test_footer_of_the_template_stays(tmp_path: Path) -> None:
    facts = replace(FACTS, docx_template=make_template(tmp_path / "own.docx", footer="Town hall"))

    document = docx.Document(io.BytesIO(docx_bytes(every_block(), facts)))

    assert [one.text for one in document.sections[0].footer.paragraphs] == ["Town hall"]


def test_template_that_takes_from_elsewhere_is_refused(tmp_path: Path) -> None:
    path = make_template(tmp_path / "own.docx")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")

    with pytest.raises(ForeignFileError, match="macros"):
        docx_bytes(every_block(), replace(FACTS, docx_template=path))


def test_template_that_only_looks_like_a_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
            'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        )

    with pytest.raises(ForeignFileError, match="no sound DOCX"):
        docx_bytes(every_block(), replace(FACTS, docx_template=path))


def test_a_document_tells_nothing_of_what_it_was_made_of() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_bytes(every_block(), FACTS))) as package:
        names = package.namelist()
        told = package.read("docProps/app.xml").decode()

    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    assert "Macintosh" not in told
