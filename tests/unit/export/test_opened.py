"""Documents from elsewhere: what is read of them, and which are refused."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import docx as python_docx
import odfdo
import pytest
from docx.opc.packuri import PackURI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procura_desktop.domain.checks.document import Paragraph
from procura_desktop.errors import ForeignFileError
from procura_desktop.export.opened import MAX_TEXT, open_document
from tests.unit.export.documents import (
    RELATIONS,
    STRICT,
    docx,
    docx_parts,
    odt_parts,
    pack,
    relation,
    relations,
    word,
)


def refused(path: Path) -> str:
    with pytest.raises(ForeignFileError) as caught:
        open_document(path)
    return str(caught.value.detail)


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in open_document(path)]


# What is read


def test_word_gives_its_paragraphs_headings_and_rows(tmp_path: Path) -> None:
    row = (
        f"<w:tr><w:tc>{word('Noise')}</w:tc><w:tc>{word('At most')}{word('38 dB')}</w:tc>"
        f"<w:tc><w:tbl><w:tr><w:tc>{word('EN 1')}</w:tc><w:tc>{word('EN 2')}</w:tc></w:tr></w:tbl>"
        "</w:tc></w:tr>"
    )
    body = (
        word("1 Desks", style="berschrift1") + word("  New\n  desks. ") + f"<w:tbl>{row}</w:tbl>" + word("")
    )

    assert open_document(docx(tmp_path / "a.docx", body)) == (
        Paragraph(text="1 Desks", heading=True),
        Paragraph(text="New\ndesks."),
        Paragraph(text="Noise | At most\n38 dB | EN 1 | EN 2"),
    )


def test_word_leaves_out_what_nobody_sees(tmp_path: Path) -> None:
    body = (
        word("Contents 1", style="Verzeichnis1")
        + "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        '<w:p><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:r><w:t>box</w:t></w:r></mc:Choice>'
        "<mc:Fallback><w:r><w:t>box</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
    )

    assert texts(docx(tmp_path / "a.docx", body)) == ["kept", "box"]


def test_a_text_box_comes_before_its_paragraph(tmp_path: Path) -> None:
    body = (
        f"<w:p><w:r><w:t>around</w:t></w:r><w:r><w:txbxContent>{word('inside')}</w:txbxContent></w:r></w:p>"
    )

    assert texts(docx(tmp_path / "a.docx", body)) == ["inside", "around"]


def test_opendocument_gives_its_paragraphs_headings_and_rows(tmp_path: Path) -> None:
    body = (
        '<text:h text:outline-level="1">Desks</text:h>'
        '<text:p>New<text:s text:c="3"/>desks,<text:tab/>two<text:line-break/>lines.'
        "<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note></text:p>"
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<table:table><table:table-row><table:table-cell><text:p>Noise</text:p></table:table-cell>"
        "<table:table-cell><text:p>38 dB</text:p></table:table-cell></table:table-row></table:table>"
    )

    assert open_document(pack(tmp_path / "a.odt", odt_parts(body))) == (
        Paragraph(text="Desks", heading=True),
        Paragraph(text="New desks, two\nlines."),
        Paragraph(text="Noise | 38 dB"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Größe – 5 cm\r\n\r\nEnde".encode(encoding))

    assert texts(path) == ["Größe – 5 cm", "Ende"]


def test_markdown_has_headings_and_no_signs(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("## Award criteria\n\n- **Price**: `60 %`\n- \\[insert\\] or ___\n", encoding="utf-8")

    assert open_document(path) == (
        Paragraph(text="Award criteria", heading=True),
        Paragraph(text="Price: 60 %"),
        Paragraph(text="[insert] or ___"),
    )


def test_links_to_click_are_harmless(tmp_path: Path) -> None:
    link = relation("hyperlink", "https://example.org/")
    parts = {**docx_parts(word("Desks.")), "word/_rels/document.xml.rels": link}
    anchor = '<text:p><text:a xlink:href="https://example.org/">here</text:a></text:p>'

    assert texts(pack(tmp_path / "b.docx", parts)) == ["Desks."]
    assert texts(pack(tmp_path / "c.odt", odt_parts(anchor))) == ["here"]


def test_documents_of_the_office_programs_are_read(tmp_path: Path) -> None:
    made = python_docx.Document()
    made.add_heading("Award criteria", 1)
    made.add_paragraph("The desks shall be new.", style="List Bullet")
    cells = made.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Price", "60 %"
    made.save(str(tmp_path / "a.docx"))
    other = odfdo.Document("text")
    other.body.append(odfdo.Header(1, "Award criteria"))
    other.body.append(odfdo.Paragraph("The desks shall be new."))
    table = odfdo.Table("weights", width=2, height=1)
    table.set_values([["Price", "60 %"]])
    other.body.append(table)
    other.save(str(tmp_path / "b.odt"))

    for name in ("a.docx", "b.odt"):
        assert open_document(tmp_path / name) == (
            Paragraph(text="Award criteria", heading=True),
            Paragraph(text="The desks shall be new."),
            Paragraph(text="Price | 60 %"),
        )


HEADING = (Paragraph(text="Desks", heading=True), Paragraph(text="New desks."))


def renamed(text: str, styles: str, *, space: str = RELATIONS) -> dict[str, str | bytes]:
    """Give a document whose parts have other names, as some producers choose them."""
    old = docx_parts(word("Desks", style="berschrift1") + word("New desks."))
    folder, name = text.rpartition("/")[::2]
    return {
        "[Content_Types].xml": str(old["[Content_Types].xml"]).replace("word/document.xml", text),
        "_rels/.rels": relations(("officeDocument", text), space=space),
        f"{folder}/_rels/{name}.rels": relations(("theme", "none.xml"), ("styles", styles), space=space),
        text: old["word/document.xml"],
        "doc/looks.xml": old["word/styles.xml"],
    }


@pytest.mark.parametrize("space", [RELATIONS, STRICT])
@pytest.mark.parametrize("styles", ["looks.xml", "/doc/looks.xml", "../doc/./Looks.xml"])
def test_text_and_styles_are_found_whatever_their_names(tmp_path: Path, space: str, styles: str) -> None:
    path = pack(tmp_path / "a.docx", renamed("doc/document2.xml", styles, space=space))

    assert open_document(path) == HEADING


def test_text_is_found_by_its_type_where_no_relation_names_it(tmp_path: Path) -> None:
    parts = renamed("doc/document2.xml", "looks.xml")
    del parts["_rels/.rels"]

    assert open_document(pack(tmp_path / "a.docx", parts)) == HEADING


def test_document_whose_text_was_renamed_is_read(tmp_path: Path) -> None:
    made = python_docx.Document()
    made.add_heading("Desks", 1)
    made.add_paragraph("New desks.")
    made.part.partname = PackURI("/word/document2.xml")
    made.save(str(tmp_path / "a.docx"))

    assert open_document(tmp_path / "a.docx") == HEADING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no XML", "no sound XML"),
        ("", "no sound XML"),
        (" " * 99 + '<!DOCTYPE w [<!ENTITY a "ha">]><w>&a;</w>', "document type or entities"),
    ],
)
def test_text_is_looked_at_whatever_its_name(tmp_path: Path, text: str, said: str) -> None:
    parts = renamed("doc/text.dat", "looks.xml")

    assert said in refused(pack(tmp_path / "a.docx", {**parts, "doc/text.dat": text}))
    assert said in refused(
        pack(tmp_path / "b.docx", {**renamed("doc/a.xml", "looks.dat"), "doc/looks.dat": text})
    )


# What is refused; what hostile parts there are, the tests of markup.office_file say


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_a_hostile_document_is_refused(tmp_path: Path, ending: str) -> None:
    sound = docx_parts(word("x")) if ending == "docx" else odt_parts("<text:p>x</text:p>")
    text = "word/document.xml" if ending == "docx" else "content.xml"
    entities = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    hostile = {
        "entities": {**sound, text: f"{entities}<w>&a;&b;</w>"},
        "grows": {**sound, "Pictures/1.png": b"\0" * 30_000_000},
        "leads out": {**sound, "../evil.xml": "<x/>"},
        "outside": {
            **sound,
            "word/_rels/document.xml.rels": relation("image", "http://evil.example/seen.png"),
        },
        "macros": {**sound, "word/vbaProject.bin": "x"},
    }
    for said, parts in hostile.items():
        assert said in refused(pack(tmp_path / f"a.{ending}", parts))
    assert [path.name for path in tmp_path.iterdir()] == [f"a.{ending}"]


def test_a_password_is_named(tmp_path: Path) -> None:
    old = tmp_path / "a.docx"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)

    assert "take the password off" in refused(old)


def test_a_wrong_ending_is_named(tmp_path: Path) -> None:
    word_as_odt = docx(tmp_path / "a.odt", word("x"))
    odt_as_word = pack(tmp_path / "a.docx", odt_parts("<text:p>x</text:p>"))
    assert "no ODT document; save it as .odt" in refused(word_as_odt)
    assert "no DOCX document; save it as .docx" in refused(odt_as_word)

    word_as_text = docx(tmp_path / "b.txt", word("x"))
    for name in ("c.txt", "d.docx", "e.md"):
        (tmp_path / name).write_bytes(b"%PDF-1.7\n")
    for path in (word_as_text, tmp_path / "c.txt", tmp_path / "d.docx", tmp_path / "e.md"):
        assert "not what its ending says; open it" in refused(path)


def test_a_document_without_its_text_is_refused(tmp_path: Path) -> None:
    for ending, parts, text in (
        ("docx", docx_parts(""), "word/document.xml"),
        ("odt", odt_parts(""), "content.xml"),
    ):
        del parts[text]
        assert "holds no text" in refused(pack(tmp_path / f"a.{ending}", parts))


@pytest.mark.parametrize(
    ("name", "instead"), [("a.doc", ".docx"), ("a.pdf", ".docx"), ("a.png", ".docx, .odt")]
)
def test_other_endings_are_refused_with_what_to_do(tmp_path: Path, name: str, instead: str) -> None:
    assert instead in refused(tmp_path / name)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    large, binary = tmp_path / "a.txt", tmp_path / "b.txt"
    with large.open("wb") as file:
        file.write(b"text")
        file.truncate(MAX_TEXT + 1)
    binary.write_bytes(b"text\0text")
    half = tmp_path / "c.docx"
    half.write_bytes(docx(tmp_path / "whole.docx", word("x")).read_bytes()[:200])
    (tmp_path / "d.txt").mkdir()

    assert "10 MB" in refused(large)
    assert "no text" in refused(binary)
    assert "save it again in its own program" in refused(half)
    assert "no ordinary file" in refused(tmp_path / "d.txt")
    assert "cannot be read" in refused(tmp_path / "gone.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")

    assert "no ordinary file" in refused(tmp_path / "a.docx")


@given(st.binary(max_size=400), st.sampled_from(["docx", "odt", "txt", "md"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, raw: bytes, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(raw)
    with suppress(ForeignFileError):
        open_document(path)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_document_with_wrong_bytes_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    raw = bytearray(docx(tmp_path / "a.docx", word("Desks shall be new.")).read_bytes())
    for _ in range(3):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "a.docx").write_bytes(raw)
    with suppress(ForeignFileError):
        open_document(tmp_path / "a.docx")
