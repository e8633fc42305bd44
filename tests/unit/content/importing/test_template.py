"""The empty table, and the documentation of its columns."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from procura_desktop.content.importing.columns import COLUMNS
from procura_desktop.content.importing.names import find_heading
from procura_desktop.content.importing.template import EXPLAINED, write_template
from tests.unit.content.importing.tables import HEADINGS, sheet_of
from tests.unit.content.site import DOCS


@pytest.fixture
def template(tmp_path: Path) -> Path:
    write_template(tmp_path / "criteria.xlsx")
    return tmp_path / "criteria.xlsx"


def test_first_sheet_names_every_column(template: Path) -> None:
    sheet = sheet_of(load_workbook(template))

    assert sheet.title == "Criteria"
    assert list(sheet.iter_rows(values_only=True)) == [HEADINGS]
    assert [column.name for column in COLUMNS if not column.headings] == ["code: <level>"]


def test_second_sheet_explains_every_column(template: Path) -> None:
    rows = list(load_workbook(template)["Columns"].iter_rows(values_only=True))

    assert rows[0] == EXPLAINED
    assert [row[0] for row in rows[1:]] == [column.name for column in COLUMNS]
    kind = next(row for row in rows if row[0] == "kind")
    assert kind[3:] == ("SM, SC, TS, AC, CPC", "TS")


def test_words_of_a_list_can_be_chosen(template: Path) -> None:
    lists = sheet_of(load_workbook(template)).data_validations.dataValidation

    offered = {str(one.sqref).split(":")[0]: one.formula1 for one in lists}
    assert offered["D2"] == '"SM,SC,TS,AC,CPC"'
    assert len(offered) == sum(column.form in {"one of", "yes or no"} for column in COLUMNS)
    assert all(len(str(formula)) <= 255 for formula in offered.values())  # Excel takes no more


def test_texts_stay_texts(template: Path) -> None:
    sheet = sheet_of(load_workbook(template))

    assert sheet.column_dimensions["C"].number_format == "@"


def test_csv_begins_with_a_mark_for_excel(tmp_path: Path) -> None:
    write_template(tmp_path / "criteria.csv")

    assert (tmp_path / "criteria.csv").read_bytes() == "\ufeff".encode() + ";".join(
        HEADINGS
    ).encode() + b"\r\n"


def test_filled_table_is_not_overwritten(template: Path) -> None:
    with pytest.raises(ValueError, match="there is such a file already; choose another name"):
        write_template(template)


def test_other_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"end its name in \.xlsx or \.csv"):
        write_template(tmp_path / "criteria.ods")


def test_every_name_of_the_template_is_understood() -> None:
    assert [name for name in HEADINGS if find_heading(name) is None] == []


def test_documentation_lists_the_same_columns() -> None:
    section = (
        DOCS.read_text(encoding="utf-8")
        .partition("## Criteria from a spreadsheet\n")[2]
        .partition("\n## ")[0]
    )
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]*) \| (.*) \|$", section, re.MULTILINE)

    assert rows == [(column.name, column.must, documented(column.what)) for column in COLUMNS]


def documented(text: str) -> str:
    """Give an explanation as it stands in a table, whose bars have to be escaped."""
    return text.replace("|", "\\|")
