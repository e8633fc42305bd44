"""The cells of a workbook: what each form of value becomes, and what cannot be one."""

import re
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from procura_desktop.content.importing.cells import Cell, CellLog
from procura_desktop.content.importing.tables import read_table
from procura_desktop.content.importing.workbook import MOST_COLUMNS, MOST_ROWS
from tests.unit.content.importing.tables import bring_in, change, sheet_of, sound_row, told, write_xlsx
from tests.unit.content.site import Site

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "criteria.xlsx", [sound_row()])


def read_cell(table: Path, value: object, number_format: str = "General") -> tuple[Cell | None, list[str]]:
    """Write a value into a cell of its own, and give what is read there, and the faults."""
    workbook = load_workbook(table)
    cell = sheet_of(workbook).cell(3, 2)
    cell.value = value  # type: ignore[assignment] # any value that a test wants
    if number_format != "General":
        cell.number_format = number_format
    if isinstance(value, str) and not value.startswith(("=SUM", "#")):
        cell.data_type = "s"
    workbook.save(table)
    log = CellLog("t.xlsx")
    read = read_table(table, log)
    assert read is not None
    found = [one for row in read.rows for one in row if (one.row, one.column) == (3, 2)]
    return (found[0] if found else None), [str(fault) for fault in log.faults]


@pytest.mark.parametrize(
    ("value", "number_format", "text", "kind"),
    [
        ("  two words \n", "General", "two words", "text"),
        ("a\u00a0b\u00ad", "General", "a b", "text"),
        ("one\r\ntwo_x000D_\nthree", "General", "one\ntwo\nthree", "text"),
        ("=1+1", "General", "=1+1", "text"),
        ("@SUM(A1)", "General", "@SUM(A1)", "text"),
        ("007", "General", "007", "text"),
        (5, "General", "5", "number"),
        (5.0, "General", "5", "number"),
        (0.1 + 0.2, "General", "0.3", "number"),
        (0.05, "0%", "5 %", "number"),
        (True, "General", "yes", "yes-no"),
        (datetime(2026, 4, 3), "dd.mm.yyyy", "2026-04-03", "date"),  # noqa: DTZ001 - Excel has no zones
    ],
)
def test_value_of_a_cell(table: Path, value: object, number_format: str, text: str, kind: str) -> None:
    cell, faults = read_cell(table, value, number_format)

    assert faults == []
    assert cell is not None
    assert (cell.text, cell.kind) == (text, kind)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (
            "=SUM(A1:A2)",
            "a formula stands here whose value was not saved; put the value in its place",
        ),
        ("#REF!", "the cell shows the error #REF!; put a value in its place"),
        (timedelta(hours=5), "the cell holds a time (5:00:00); write a text or a date"),
        (datetime(2026, 4, 3, 12), "the cell holds a time of day (2026-04-03 12:00:00); write"),  # noqa: DTZ001
        ("x" * 20_001, "the cell holds 20001 characters; write at most 20000"),
    ],
)
def test_cell_that_has_no_value(table: Path, value: object, fault: str) -> None:
    cell, faults = read_cell(table, value)

    assert cell is None
    assert len(faults) == 1
    assert faults[0].startswith(f"t.xlsx: sheet Criteria, row 3, column B: {fault}")


def test_numbers_stored_as_text_are_numbers(site: Site, tmp_path: Path) -> None:
    table = write_xlsx(tmp_path / "c.xlsx", [sound_row(burden=2, version="3", cpv="39112000-0\n39113000-7")])

    assert told(bring_in(site, table)) == []


def test_empty_rows_are_skipped_and_counted(site: Site, tmp_path: Path) -> None:
    table = write_xlsx(tmp_path / "criteria.xlsx", [{}, {}, sound_row(kind="X"), {}])

    assert told(bring_in(site, table))[0].startswith(
        "criteria.xlsx: sheet Criteria, row 4, column D (kind): "
    )


def test_merged_cells_are_named(site: Site, table: Path) -> None:
    workbook = load_workbook(table)
    sheet_of(workbook).merge_cells("A2:A4")
    workbook.save(table)

    assert told(bring_in(site, table)) == [
        "criteria.xlsx: sheet Criteria, row 2, column A (group): the cells A2:A4 are merged; "
        "split them, and fill each"
    ]


def test_sheet_is_found_by_its_name_or_is_the_first(site: Site, table: Path) -> None:
    workbook = load_workbook(table)
    workbook.create_sheet("Read me", 0)["A1"] = "Hello"
    workbook.save(table)
    assert told(bring_in(site, table, write=False)) == []

    del workbook["Read me"]
    workbook["Criteria"].title = "Tabelle1"
    workbook.save(table)
    assert told(bring_in(site, table)) == []


def test_too_many_rows_are_refused(site: Site, table: Path) -> None:
    change(table, f"A{MOST_ROWS + 1}", "x")

    assert told(bring_in(site, table)) == [
        f"criteria.xlsx: sheet Criteria, row {MOST_ROWS + 1}: cells are filled below; "
        f"bring at most {MOST_ROWS} rows in one file"
    ]


def test_too_many_columns_are_refused(site: Site, table: Path) -> None:
    workbook = load_workbook(table)
    sheet_of(workbook).cell(9, MOST_COLUMNS + 1, "x")
    workbook.save(table)

    assert told(bring_in(site, table))[0].endswith(f"keep to the first {MOST_COLUMNS} columns")


def test_formats_without_values_are_no_rows(site: Site, table: Path) -> None:
    workbook = load_workbook(table)
    sheet_of(workbook).cell(60_000, 300).number_format = "0%"
    workbook.save(table)

    assert told(bring_in(site, table)) == []


def test_texts_that_are_kept_apart_as_excel_does(site: Site, table: Path) -> None:
    texts: list[str] = []

    def shared(found: re.Match[str]) -> str:
        texts.append(found[2])
        return f'<c r="{found[1]}" t="s"><v>{len(texts) - 1}</v></c>'

    pieces = {}
    with zipfile.ZipFile(table) as archive:
        pieces = {name: archive.read(name).decode() for name in archive.namelist()}
    inline = r'<c r="([A-Z]+[0-9]+)"[^>]* t="inlineStr"><is>(<t[^>]*>[^<]*</t>)</is></c>'
    pieces[SHEET] = re.sub(inline, shared, pieces[SHEET])
    assert len(texts) > 50
    items = "".join(f"<si>{text}</si>" for text in texts)
    pieces["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{items}</sst>'
    pieces["[Content_Types].xml"] = pieces["[Content_Types].xml"].replace(
        "</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED_TYPE}"/></Types>'
    )
    with zipfile.ZipFile(table, "w") as archive:
        for name, piece in pieces.items():
            archive.writestr(name, piece)

    imported = bring_in(site, table)

    assert told(imported) == []
    assert len(imported.added) == 1
