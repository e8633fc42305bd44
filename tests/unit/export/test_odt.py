import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from odfdo import Document, Element

from procura_desktop.errors import ExportError, ForeignFileError
from procura_desktop.export.odt import odt_bytes
from procura_desktop.export.paper import Heading, Paper, Table
from procura_desktop.export.papers.kinds import ALL_KINDS, DocumentKind, paper_of
from tests.unit.export.papers import FACTS, every_block, rich_procurement, texts
from tests.unit.export.pictures import png


def opened(paper: Paper) -> Document:
    return Document(io.BytesIO(odt_bytes(paper, FACTS)))


def text_of(element: Element) -> str:
    """Give the words of a paragraph with its blanks, tabs and line ends."""
    found = element.text or ""
    for child in element.children:
        signs = {"text:line-break": "\n", "text:tab": "\t"}
        found += (
            " " * int(str(child.get_attribute("text:c") or 1))
            if child.tag == "text:s"
            else signs.get(child.tag) or text_of(child)
        )
        found += child.tail or ""
    return found


def all_text(document: Document) -> list[str]:
    return [text_of(one) for one in document.body.get_elements("descendant::text:p|descendant::text:h")]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_all_words_stand_in_the_file_in_their_order(kind: DocumentKind) -> None:
    paper = paper_of(rich_procurement(), kind, FACTS)

    written = [line for line in all_text(opened(paper)) if line]

    assert written == [line for line in texts(paper) if line]


def test_headings_are_headings_of_their_level() -> None:
    paper = paper_of(rich_procurement(), "criteria", FACTS)

    written = [
        (int(str(one.get_attribute("text:outline-level"))), text_of(one))
        for one in opened(paper).body.get_elements("descendant::text:h")
    ]

    expected = [block for block in paper.blocks if isinstance(block, Heading)]
    assert written == [(one.level, one.text) for one in expected]
    assert len(expected) > 8


def test_tables_repeat_their_header_row_and_have_a_title() -> None:
    paper = paper_of(rich_procurement(), "follow-up", FACTS)

    tables = opened(paper).body.get_elements("table:table")

    expected = [block for block in paper.blocks if isinstance(block, Table)]
    assert len(tables) == len(expected)
    for table, block in zip(tables, expected, strict=True):
        assert bool(table.get_elements("table:table-header-rows/table:table-row")) is bool(block.header)
        title = table.get_element("table:title")
        assert title is not None
        assert title.text == block.title


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en-GB"), ("de", "de-DE"), ("fr-BE", "fr-BE"), ("xx", "xx"), ("?", "und")]
)
def test_language_and_title_are_set(language: str, tag: str) -> None:
    document = opened(every_block(language=language))

    assert document.language == tag
    assert document.meta.title == "Title Words"
    assert document.meta.subject == "Subject Words"
    assert document.meta.creator == "Author Words"
    assert document.meta.creation_date == datetime(2026, 11, 29, 12, 30, tzinfo=UTC)


def test_page_and_pages_stand_in_the_footer() -> None:
    footer = opened(every_block()).styles.root.get_element("//style:master-page/style:footer")

    assert footer is not None
    assert [one.tag for one in footer.get_elements("text:p/*")] == ["text:page-number", "text:page-count"]
    assert [text_of(one) for one in footer.get_elements("text:p")] == ["Page 1 of 1"]


def test_deeper_points_stand_in_lists_within_points() -> None:
    lists = opened(every_block()).body.get_elements("text:list")

    assert [len(one.get_elements("descendant::text:list")) for one in lists] == [2, 1, 0]
    assert [one.get_attribute("text:start-value") for one in lists[2].get_elements("text:list-item")] == ["3"]


def test_same_paper_gives_the_same_bytes_and_another_time_does_not() -> None:
    paper = paper_of(rich_procurement(), "answers", FACTS)
    later = replace(FACTS, made=datetime(2027, 1, 1, tzinfo=UTC))

    assert odt_bytes(paper, FACTS) == odt_bytes(paper, FACTS)
    assert odt_bytes(paper, FACTS) != odt_bytes(paper, later)


def test_type_of_the_file_can_be_read_without_unpacking() -> None:
    data = odt_bytes(every_block(), FACTS)

    assert data[30:38] == b"mimetype"
    assert data[38:77] == b"application/vnd.oasis.opendocument.text"


def test_logo_stands_above_the_words_of_the_header(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(png(120, 40))

    data = odt_bytes(every_block(), replace(FACTS, logo=logo))

    header = Document(io.BytesIO(data)).styles.root.get_element("//style:master-page/style:header")
    assert header is not None
    image = header.get_element("text:p/draw:frame/draw:image")
    assert image is not None
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.read(str(image.get_attribute("xlink:href"))) == png(120, 40)
        assert b"Pictures/logo.png" in package.read("META-INF/manifest.xml")


def test_logo_that_is_no_picture_is_told(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"no picture")

    with pytest.raises(ExportError, match="logo"):
        odt_bytes(every_block(), replace(FACTS, logo=logo))


def make_template(path: Path, *, header: str = "") -> Path:
    """Make what an organisation may have: the styles that odfdo's own template has, an own heading."""
    document = Document("text")
    document.insert_style(
        '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph">'
        '<style:text-properties fo:font-size="31pt"/></style:style>'
    )
    if header:
        master = document.styles.root.get_element("//style:master-page")
        assert master is not None
        master.append(Element.from_tag(f"<style:header><text:p>{header}</text:p></style:header>"))
    document.save(path)
    return path


def test_template_decides_what_it_has_and_gets_what_it_lacks(tmp_path: Path) -> None:
    facts = replace(FACTS, odt_template=make_template(tmp_path / "own.odt", header="City of Example"))

    document = Document(io.BytesIO(odt_bytes(every_block(), facts)))

    root = document.styles.root
    heading = root.get_elements('//style:style[@style:name="Heading_20_1"]/style:text-properties')
    assert [one.get_attribute("fo:font-size") for one in heading] == ["31pt"]
    assert root.get_element('//style:style[@style:name="Criterion_20_Label"]') is not None
    header = root.get_elements("//style:master-page/style:header/text:p")
    assert [one.text for one in header] == ["City of Example"]
    assert [line for line in all_text(document) if line] == [line for line in texts(every_block()) if line]


def test_template_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.odt"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<x/>")

    with pytest.raises(ForeignFileError, match="no sound ODT"):
        odt_bytes(every_block(), replace(FACTS, odt_template=path))
