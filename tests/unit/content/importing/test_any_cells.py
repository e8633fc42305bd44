"""Whatever stands in the cells: there is a fault at a cell, or a file that the check has nothing against."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procura_desktop.content.importing.cells import CellLog
from procura_desktop.content.importing.prose import as_markdown
from procura_desktop.content.importing.tables import read_table
from tests.unit.content.importing.tables import HEADINGS, Row, bring_in, csv_text, sound_row, write_xlsx
from tests.unit.content.site import Site, make_site

SIGNS = st.sampled_from(
    ["#", "[[", "]]", "|", "---", ": ", "- ", "\n", "=1", "'", '"', "<b>", "é", "TS1", "1.", "%", "@"]
)
TEXTS = st.one_of(st.text(max_size=30), st.lists(SIGNS, max_size=6).map("".join))
VALUES = st.one_of(
    TEXTS,
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1900, 3, 1)),
)
CHANGES = st.dictionaries(st.sampled_from(HEADINGS), TEXTS, min_size=1, max_size=4)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("pristine") / "content").root


@settings(max_examples=30, deadline=None)
@given(changes=CHANGES)
def test_any_text_is_a_fault_or_sound(
    tmp_path_factory: pytest.TempPathFactory, pristine: Path, changes: dict[str, str]
) -> None:
    site = Site(tmp_path_factory.mktemp("any") / "content")
    shutil.copytree(pristine, site.root)
    table = site.root.parent / "criteria.csv"
    row: Row = sound_row() | changes
    table.write_text(csv_text([row]), encoding="utf-8", newline="")

    before = sorted(site.root.rglob("*"))

    imported = bring_in(site, table)

    assert site.faults() == []
    assert all(fault.row for fault in imported.faults)
    added = [path for path in site.root.rglob("*.md") if path not in before]
    assert added == list(imported.added if imported.sound else ())


@settings(max_examples=30, deadline=None)
@given(values=st.lists(st.lists(VALUES, max_size=5), max_size=4))
def test_any_workbook_is_read(tmp_path_factory: pytest.TempPathFactory, values: list[list[object]]) -> None:
    names = HEADINGS[:5]
    rows = [dict(zip(names, map(_writable, row), strict=False)) for row in values]
    table = write_xlsx(tmp_path_factory.mktemp("any") / "c.xlsx", rows, headings=names)

    log = CellLog("c.xlsx")
    assert read_table(table, log) is not None
    assert all(fault.row and fault.column for fault in log.faults)


@given(st.text())
def test_any_bytes_of_csv_are_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_text(text, encoding="utf-8", errors="replace", newline="")

    log = CellLog("any.csv")
    assert read_table(file, log) is not None or log.failed


@given(st.text())
def test_any_text_is_markdown_and_stays_so(text: str) -> None:
    once = as_markdown(text)

    assert as_markdown(once) == once
    assert "".join(once.split()).count("a") == text.count("a")


def _writable(value: object) -> object:
    """Take away what openpyxl refuses to write."""
    if isinstance(value, str):
        return "".join(sign for sign in value if sign == "\n" or ord(sign) >= 32)
    return value
