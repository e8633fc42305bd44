"""Files that are no tables, or that were made to do harm: each is refused, and the reason said."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procura_desktop.content.importing import workbook_file
from procura_desktop.content.importing.cells import CellLog
from procura_desktop.content.importing.tables import read_table
from tests.unit.content.importing.tables import sound_row, write_xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
THEME = "xl/theme/theme1.xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write_xlsx(tmp_path_factory.mktemp("sound") / "c.xlsx", [sound_row()]).read_bytes()


def refused(tmp_path: Path, data: bytes, name: str = "c.xlsx") -> str:
    """Give the one fault of a file that cannot be read."""
    file = tmp_path / name
    file.write_bytes(data)
    log = CellLog(name)

    assert read_table(file, log) is None
    (fault,) = log.faults
    return str(fault)


def repacked(sound: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """Give a workbook whose pieces are changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, data in more.items():
            new.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        (
            "c.xlsx",
            b"group;code\n",
            "c.xlsx: this is not a workbook, or a damaged one (File is not a zip file); ",
        ),
        ("c.xlsx", b"", "c.xlsx: this is not a workbook, or a damaged one"),
        ("c.xlsx", OLE, "c.xlsx: this is an old workbook (.xls); save it as .xlsx"),
        (
            "c.xlsx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "c.xlsx: the workbook is protected by a password; save it without one",
        ),
        ("c.xls", OLE, "c.xls: '.xls' is no form of table that can be read; save it as .xlsx"),
        ("c.ods", b"PK", "c.ods: '.ods' is no form of table that can be read; save it as .xlsx"),
        (
            "c.md",
            b"",
            "c.md: '.md' is no form of table that can be read; bring a file that ends in .xlsx or .csv",
        ),
        ("c", b"", "c: the name has no ending; bring a file that ends in .xlsx or .csv"),
    ],
)
def test_what_is_no_table(tmp_path: Path, name: str, data: bytes, fault: str) -> None:
    assert refused(tmp_path, data, name).startswith(fault)


def test_missing_file(tmp_path: Path) -> None:
    log = CellLog("c.xlsx")

    assert read_table(tmp_path / "c.xlsx", log) is None
    assert str(log.faults[0]) == (
        "c.xlsx: the file cannot be read: No such file or directory; check its name and permissions"
    )


def test_other_archive(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")

    assert refused(tmp_path, packed.getvalue()) == (
        "c.xlsx: this is a ZIP archive, but not a workbook; save the table as .xlsx"
    )


def test_strict_form(tmp_path: Path, sound: bytes) -> None:
    strict = repacked(
        sound, lambda _, data: data.replace(MAIN, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    )

    assert refused(tmp_path, strict) == (
        "c.xlsx: the workbook is of the strict form; save it as 'Excel Workbook (.xlsx)'"
    )


def test_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, sound: bytes) -> None:
    bomb = repacked(sound, lambda name, data: bytes(60_000_000) if name == THEME else data)
    assert len(bomb) < 200_000

    assert refused(tmp_path, bomb).startswith("c.xlsx: the workbook unpacks to 60 MB in ")


def test_too_many_pieces(tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_file, "MOST_MEMBERS", 3)

    assert "bring at most 50 MB in 3 pieces" in refused(tmp_path, sound)


def test_too_large_a_file(tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_file, "LARGEST_FILE", 1000)

    assert refused(tmp_path, sound).startswith("c.xlsx: the file has 0 MB; bring at most ")


@pytest.mark.parametrize("piece", [THEME, SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml"])
@pytest.mark.parametrize(
    "begin",
    [
        BOMB,
        BOMB.lower(),
        b" " * ((1 << 16) - 40) + BOMB,
        "<?xml version='1.0' encoding='UTF-16'?>".encode("utf-16"),
        b"<?xml version='1.0' encoding='cp037'?>",
    ],
    ids=["plain", "small letters", "across chunks", "UTF-16", "other encoding"],
)
def test_entities_are_refused(tmp_path: Path, sound: bytes, piece: str, begin: bytes) -> None:
    hostile = repacked(sound, lambda name, data: begin + data if name == piece else data)

    assert refused(tmp_path, hostile).startswith(
        f"c.xlsx: '{piece}' in the workbook declares entities (DOCTYPE)"
    )


def test_piece_protected_by_a_password(tmp_path: Path, sound: bytes) -> None:
    marked = bytearray(sound)
    start = marked.index(b"PK\x01\x02")
    marked[start + 8] |= 1

    assert "protected by a password" in refused(tmp_path, bytes(marked))


def test_two_pieces_of_one_name(tmp_path: Path, sound: bytes) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = repacked(sound, lambda _, data: data, **{THEME: b"<x/>"})

    assert refused(tmp_path, twice).startswith("c.xlsx: the workbook holds two pieces of one name; copy")


def test_external_links_are_left_alone(tmp_path: Path, sound: bytes) -> None:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    file = tmp_path / "c.xlsx"
    file.write_bytes(repacked(sound, lambda _, data: data, **{"xl/externalLinks/externalLink1.xml": link}))

    assert read_table(file, CellLog("c.xlsx")) is not None


@pytest.mark.parametrize(
    "sheet",
    [
        b"<not xml",
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData></worksheet>',
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row></sheetData></worksheet>',
    ],
    ids=["no XML", "absurd row", "no such text"],
)
def test_broken_sheet(tmp_path: Path, sound: bytes, sheet: bytes) -> None:
    assert refused(tmp_path, repacked(sound, lambda name, data: sheet if name == SHEET else data))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_is_a_fault_and_no_crash(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, data: st.DataObject
) -> None:
    names = zipfile.ZipFile(io.BytesIO(sound)).namelist()
    piece = data.draw(st.sampled_from(names))
    cut = data.draw(st.integers(0, 4000))
    junk = data.draw(st.binary(max_size=8))
    file = tmp_path_factory.mktemp("damaged") / "c.xlsx"
    file.write_bytes(
        repacked(sound, lambda name, old: old[:cut] + junk + old[cut + 4 :] if name == piece else old)
    )

    log = CellLog("c.xlsx")
    assert read_table(file, log) is not None or log.failed


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (
            "größe;code\n".encode("cp1252"),
            "not UTF-8 (byte 3, line 1); in Excel, save it as 'CSV UTF-8'",
        ),
        (
            "group;code\n".encode("utf-16"),
            "UTF-16, not UTF-8; in Excel, save it as 'CSV UTF-8'",
        ),
        (
            b'group;code\n"open;TS1\n',
            "cannot be cut into cells (unexpected end of data); save it",
        ),
    ],
)
def test_csv_that_cannot_be_read(tmp_path: Path, data: bytes, fault: str) -> None:
    assert fault in refused(tmp_path, data, "c.csv")


def test_csv_with_too_many_rows(tmp_path: Path) -> None:
    file = tmp_path / "c.csv"
    file.write_text("group\n" + "x\n" * 5001, encoding="utf-8")
    log = CellLog("c.csv")
    read_table(file, log)

    assert (
        str(log.faults[0]) == "c.csv: row 5001: the file goes on below; bring at most 5000 rows in one file"
    )
