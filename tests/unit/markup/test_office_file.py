import io
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from odfdo import Document

from procura_desktop.errors import ForeignFileError
from procura_desktop.markup import office_file
from procura_desktop.markup.office_file import (
    TEMPLATE_TYPES,
    TYPES,
    Form,
    check_office_file,
    read_office_file,
)

HERE = Path("given.docx")
BOMB = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" '
    'Target="{target}" TargetMode="External"/></Relationships>'
)
META = (
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<office:meta><{tag} xlink:href="{address}"/></office:meta></office:document-meta>'
)
XLINK = '<x xmlns:any="http://www.w3.org/1999/xlink"><{tag} any:href="{address}"/></x>'
FIELD = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:instrText>INCLUDE'
    "</w:instrText></w:r><w:r><w:instrText>TEXT c:/secret.docx</w:instrText></w:r></w:p>"
)


def plain(form: Form) -> bytes:
    file = io.BytesIO()
    if form == "docx":
        docx.Document().save(file)
    else:
        Document("text").save(file)
    return file.getvalue()


def with_part(form: Form, name: str, data: bytes | str) -> bytes:
    """Give a sound document with one more part, or another one of this name."""
    file = io.BytesIO()
    sound = io.BytesIO(plain(form))
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_plain_document_is_taken(tmp_path: Path, form: Form) -> None:
    path = tmp_path / f"given.{form}"
    path.write_bytes(plain(form))

    assert read_office_file(path, form=form) == path.read_bytes()


@pytest.mark.parametrize(
    ("form", "name", "data", "said"),
    [
        ("docx", "word/vbaProject.bin", b"x", "macros"),
        ("docx", "word/embeddings/oleObject1.bin", b"x", "embedded"),
        ("docx", "word/activeX/activeX1.xml", b"<x/>", "macros"),
        ("odt", "Basic/script-lc.xml", b"<x/>", "macros"),
        ("odt", "Scripts/python/run.py", b"", "macros"),
        ("docx", "../../outside.xml", b"<x/>", "leads out"),
        ("docx", "/etc/outside.xml", b"<x/>", "leads out"),
        ("odt", "C:/outside.xml", b"<x/>", "leads out"),
        ("odt", "a\\..\\outside.xml", b"<x/>", "leads out"),
        ("docx", "word/more.xml", BOMB, "document type or entities"),
        ("docx", "word/more.dat", BOMB, "document type or entities"),
        ("odt", "more.xml", BOMB.decode().encode("utf-16"), "document type or entities"),
        ("docx", "word/more.xml", b"<x>", "no sound XML"),
        ("odt", "more.xml", b'<?xml version="1.0" encoding="big5"?><x/>', "no sound XML"),
        ("odt", "more.xml", b'<?xml version="1.0" encoding="x"?><x/>', "no sound XML"),
        ("docx", "word/more.xml", b"<x>" * 300 + b"</x>" * 300, "deep"),
        ("docx", "word/_rels/settings.xml.rels",
         RELATION.format(type="attachedTemplate", target="https://example.org/t.dotm"), "outside"),
        ("docx", "word/_rels/settings.xml.rels",
         RELATION.format(type="attachedTemplate", target="file:////server/share/t.dotm"), "outside"),
        ("docx", "word/_rels/settings.xml.rels",
         RELATION.format(type="attachedTemplate", target="file:///C://server/t.dotm"), "outside"),
        ("docx", "word/_rels/settings.xml.rels",
         RELATION.format(type="image", target="file:///C:/secret.png"), "outside"),
        ("docx", "word/_rels/more.xml.rels",
         RELATION.format(type="image", target="file://server/share/a.png"), "outside"),
        ("docx", "word/_rels/more.xml.rels",
         RELATION.format(type="hyperlink", target="file://server/share"), "outside"),
        ("odt", "more.xml", XLINK.format(tag="image", address="https://example.org/a.png"), "outside"),
        ("odt", "more.xml", XLINK.format(tag="template", address="../secret.ott"), "outside"),
        ("odt", "more.xml", XLINK.format(tag="section", address="//server/share"), "outside"),
        ("odt", "more.xml", XLINK.format(tag="image", address="%2E%2E/secret.png"), "outside"),
        ("odt", "more.xml", XLINK.format(tag="image", address="%2F%2Fserver/a.png"), "outside"),
        ("odt", "more.xml", "<x><dde-source/></x>", "macros or embedded objects"),
        ("docx", "word/more.xml", FIELD, "INCLUDETEXT"),
        ("odt", "META-INF/manifest.xml", "<encryption-data/>", "password"),
        ("docx", "[Content_Types].xml", "<x/>", "no DOCX document"),
        ("docx", "[Content_Types].xml", "macroEnabled", "macros"),
        ("odt", "mimetype", "application/zip", "no ODT document"),
        ("docx", "word/zeros.txt", b"0" * 10_000_000, "grows"),
    ],
)  # fmt: skip
def test_hostile_document_is_refused(form: Form, name: str, data: bytes | str, said: str) -> None:
    with pytest.raises(ForeignFileError, match=said):
        check_office_file(with_part(form, name, data), path=HERE, form=form)


@pytest.mark.parametrize(
    ("form", "name", "data"),
    [
        ("docx", "word/_rels/more.xml.rels", RELATION.format(type="hyperlink", target="https://example.org")),
        ("docx", "word/_rels/settings.xml.rels",
         RELATION.format(type="attachedTemplate", target="file:///C:\\Templates\\office.dotx")),
        ("docx", "word/_rels/settings.xml.rels",
         RELATION.format(type="attachedTemplate", target="Normal.dotm")),
        ("odt", "more.xml", XLINK.format(tag="a", address="https://example.org")),
        ("odt", "more.xml", XLINK.format(tag="image", address="Pictures/logo.png")),
        ("docx", "word/more.xml", FIELD.replace("INCLUDE<", "PAGE<").replace("TEXT c:/secret.docx", "REF x")),
    ],
)  # fmt: skip
def test_links_and_inner_pictures_are_taken(form: Form, name: str, data: str) -> None:
    check_office_file(with_part(form, name, data), path=HERE, form=form)


ON_A_DISK = (
    "file:///C:/Users/A%20Buyer/Vorlagen/Gr%C3%B6%C3%9Fe.ott",
    "/C:/Users/A%20Buyer/letter.ott",
    "file:///home/buyer/templates/letter.ott",
    "/home/buyer/letter.ott",
    "../../templates/letter.ott",
    "letter.ott",
    "C:\\Templates\\letter.ott",
)
ON_A_SERVER = (
    "http://example.org/letter.ott",
    "smb://server/share/letter.ott",
    "vnd.sun.star.webdav://server/letter.ott",
    "\\\\server\\share\\letter.ott",
    "//server/share/letter.ott",
    "/\\server/share/letter.ott",
    "file://server/share/letter.ott",
    "file:////server/share/letter.ott",
    "file://///server/share/letter.ott",
    "file:///%2F%2Fserver/share/letter.ott",
    "file:///%5C%5Cserver/share/letter.ott",
    "%2F%2Fserver/share/letter.ott",
    "file:%2F%2Fserver/share/letter.ott",
    "..//server/share/letter.ott",
    "../\\server\\share/letter.ott",
    "file:///C://server/letter.ott",
    "file:///C:/%2Fserver/letter.ott",
    "server:letter.ott",
)


@pytest.mark.parametrize("address", ON_A_DISK)
def test_template_on_a_disk_may_be_told(address: str) -> None:
    meta = META.format(tag="meta:template", address=address)
    relation = RELATION.format(type="attachedTemplate", target=address)

    check_office_file(with_part("odt", "meta.xml", meta), path=HERE, form="odt")
    check_office_file(with_part("docx", "word/_rels/settings.xml.rels", relation), path=HERE, form="docx")


@pytest.mark.parametrize("address", ON_A_SERVER)
def test_template_on_a_server_is_refused(address: str) -> None:
    meta = META.format(tag="meta:template", address=address)
    relation = RELATION.format(type="attachedTemplate", target=address)

    with pytest.raises(ForeignFileError, match="outside"):
        check_office_file(with_part("odt", "meta.xml", meta), path=HERE, form="odt")
    with pytest.raises(ForeignFileError, match="outside"):
        check_office_file(with_part("docx", "word/_rels/settings.xml.rels", relation), path=HERE, form="docx")


@pytest.mark.parametrize("tag", ["meta:auto-reload", "office:template", "template"])
def test_nothing_but_the_template_may_lie_on_a_disk(tag: str) -> None:
    meta = META.format(tag=tag, address="../letter.ott")

    with pytest.raises(ForeignFileError, match="outside"):
        check_office_file(with_part("odt", "meta.xml", meta), path=HERE, form="odt")


def test_part_named_twice_is_refused() -> None:
    file = io.BytesIO(plain("docx"))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as package:
        package.writestr("word/document.xml", "<x/>")

    with pytest.raises(ForeignFileError, match="twice"):
        check_office_file(file.getvalue(), path=HERE, form="docx")


def test_file_beyond_the_limits_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "given.docx"
    path.write_bytes(plain("docx"))
    for limit, said in (
        ("MOST_PACKED", "bytes, more"),
        ("MOST_UNPACKED", "unpacked"),
        ("MOST_PARTS", "parts"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(office_file, limit, 5)
            with pytest.raises(ForeignFileError, match=said):
                read_office_file(path, form="docx")


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_old_form_is_refused_with_what_to_do(form: Form) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

    with pytest.raises(ForeignFileError, match=rf"save it as \.{form}"):
        check_office_file(old, path=HERE, form=form)


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_template_of_a_word_processor_is_taken_as_template_only(form: Form) -> None:
    name = "[Content_Types].xml" if form == "docx" else "mimetype"
    with zipfile.ZipFile(io.BytesIO(plain(form))) as package:
        told = package.read(name)
    template = with_part(form, name, told.replace(TYPES[form], TEMPLATE_TYPES[form]))

    check_office_file(template, path=HERE, form=form, template=True)
    with pytest.raises(ForeignFileError, match=rf"save it as \.{form}"):
        check_office_file(template, path=HERE, form=form)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="cannot be read"):
        read_office_file(tmp_path / "none.docx", form="docx")


@given(data=st.binary(max_size=400))
def test_any_bytes_are_refused_with_words(data: bytes) -> None:
    with pytest.raises(ForeignFileError):
        check_office_file(data, path=HERE, form="docx")


@given(at=st.integers(0, 30_000), byte=st.integers(0, 255))
def test_damaged_document_is_taken_or_refused(at: int, byte: int) -> None:
    data = bytearray(SOUND)
    data[at % len(data)] = byte
    with suppress(ForeignFileError):
        check_office_file(bytes(data), path=HERE, form="docx")


SOUND = plain("docx")


def fields(*words: str) -> bytes:
    """Give a document with fields, each begun by its sign."""
    signs = "".join(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{one}</w:instrText></w:r>'
        for one in words
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return with_part("docx", "word/more.xml", f'<w:p xmlns:w="{space}">{signs}</w:p>')


@pytest.mark.parametrize(
    "words", [(' HYPERLINK "https://example.org/link/rd/import?include=1" ',), (" PAGE ", ' HYPERLINK "x" ')]
)
def test_a_link_that_is_clicked_may_have_any_words(words: tuple[str, ...]) -> None:
    check_office_file(fields(*words), path=HERE, form="docx")


@pytest.mark.parametrize(
    "words",
    [
        (' HYPERLINK "x" LINK Excel.Sheet "c:/a.xlsx" ',),
        (' HYPERLINK "', 'INCLUDETEXT"c:/a.docx" '),
        (' HYPERLINK " INCLUDETEXT c:/a.docx" ',),
        (' PAGE "', ' DDE excel "'),
    ],
)
def test_a_link_hides_no_field_that_takes_something(words: tuple[str, ...]) -> None:
    with pytest.raises(ForeignFileError, match="takes something from elsewhere"):
        check_office_file(fields(*words), path=HERE, form="docx")
