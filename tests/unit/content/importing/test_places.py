"""Every fault is named by row and column, says what is wrong and what would be right."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter

from tests.unit.content.importing.tables import (
    HEADINGS,
    bring_in,
    bring_rows,
    csv_text,
    sound_row,
    told,
    write_xlsx,
)
from tests.unit.content.site import Site

CELLS: list[tuple[dict[str, object], str, str]] = [
    (
        {"kind": "TSX"},
        "kind", '"TSX" is none of SM, SC, TS, AC, CPC; write one of them',
    ),
    ({"origin": "eu"}, "origin", '"eu" is none of national, own; write one of them'),
    ({"kind": None}, "kind", "the cell is empty; fill it"),
    ({"code": None}, "code", "the cell is empty; fill it"),
    ({"code": "ts12"}, "code", "'code' is 'ts12'; write capital letters and a number"),
    ({"code": "?"}, "code", '"?" is not a code; write capital letters'),
    ({"group": "furnitur"}, "group", 'there is no product group "furnitur"; did you mean \'furniture\'?'),
    ({"group": "../x"}, "group", 'there is no product group "../x"; write its file in '),
    ({"part": "used"}, "part", "part 'used' is not declared in groups/furniture; declare it under"),
    ({"part": "a/b"}, "part", '"a/b" cannot be part of an id; use small letters'),
    ({"name": "A b"}, "name", '"A b" cannot be part of an id; use small letters'),
    ({"language": "english"}, "language", '"english" is not a language; write its two letters'),
    ({"title": "x" * 121}, "title", "'title' has 121 characters; write at most 120"),
    ({"levels": None, "requirement": "Shall.", "requirement__core": None, "requirement__comprehensive": None},
     "levels", "'levels' is empty; name the levels that share the requirement"),
    ({"requirement__core": None, "requirement__comprehensive": None},
     "requirement", "there is no requirement; fill it, or the column of a level"),
    ({"requirement__core": None}, "requirement: core", "the level 'core' has no requirement; fill"),
    ({"requirement": "It shall."}, "requirement", "the cell is filled, and so is 'requirement: core'"),
    ({"levels": "core"}, "requirement: comprehensive", "'levels' does not name the level"),
    ({"requirement__core": "It shall [[x]]."}, "requirement: core", "slot 'x' is not declared; add"),
    ({"requirement__core": "It shall [[x."}, "requirement: core", "'[[' begins a slot that does not"),
    ({"requirement__core": "Shall [[x: 1 | y]] [[x: 1 | 2 | y]]."},
     "requirement: core", "slot 'x' has 1 values for 2"),
    ({"requirement__core": "# Shall"}, "requirement: core", "a line begins with '#', which makes"),
    ({"requirement__core": "It <b>shall."}, "requirement: core", "HTML that is not accepted: <"),
    ({"note": "See [x](labels/none)."}, "note", "the link leads to 'labels/none', which does not exist"),
    ({"slots": "spare_years: Years | 1 | 2"}, "slots", '"spare_years: Years | 1 | 2" does not declare'),
    ({"slots": "spare_years: Years | 5 | 10 | years | 6 to 30"}, "slots", "'values' in 'spare_years' in"),
    ({"slots": "spare_years: Y | 5 | years\nspare_years: Y | 5 | years"},
     "slots", "the slot 'spare_years' is declared twice"),
    ({"proof_at_tender": None, "proof_in_contract": None}, "proof at tender", "there is no proof; fill"),
    ({"rationale": None}, "rationale", "the cell is empty; fill it"),
    ({"kind": "AC", "code": "AC12"}, "points", "the cell is empty; fill it"),
    ({"points": "Most."}, "points", "points in a criterion of kind TS; only kind AC has points"),
    ({"labels": "eu-ecolabl"}, "labels", "'labels' leads to 'labels/eu-ecolabl', which does not exist"),
    ({"burden": "4"}, "burden", '"4" is none of 1, 2, 3; write one of them'),
    ({"hotspot_impact": None}, "hotspot impact", "the cell is empty; fill it, or empty 'hotspot stage'"),
    ({"environmental_impact": "circ"}, "environmental impact", "'environmental_impact' holds 'circ'"),
    ({"cpv": "39112000"}, "cpv", "CPV code '39112000' has not its right check digit; write 39112000-0"),
    ({"property_direction": None}, "property direction", "the cell is empty; fill it, or empty"),
    ({"weight_min": "5"}, "weight max", "the cell is empty; fill it, or empty 'weight min'"),
    ({"weight_min": "few", "weight_max": "7"}, "weight min", '"few" is not a number; write it'),
    ({"conflicts_with": "criteria/x/y"}, "conflicts with", "'conflicts_with' leads to 'criteria/x/y'"),
    ({"confidence": "verified", "source_seen": None, "slots": "spare_years: Y | 5 | years"},
     "confidence", "'confidence' is verified, but no"),
    ({"code_checked": "perhaps"}, "code checked", '"perhaps" is neither yes nor no; write yes or no'),
    ({"source_url": "example.org"}, "source url", "'url' in 'sources' 1 is 'example.org'; write the"),
    ({"source_date": "03/2021"}, "source date", "'date' in 'sources' 1 is '03/2021'; write 2021"),
    ({"source_seen": "1/2/2026"}, "source seen", '"1/2/2026" is not a date; write year-month-day'),
    ({"source_seen": "2099-01-01", "confidence": "listed"},
     "source seen", "'seen' in 'sources' 1 is in the future"),
    ({"updated": "2026-02-30"}, "updated", '"2026-02-30" is not a date; write year-month-day'),
    ({"version": "new"}, "version", '"new" is not a number; write it in figures'),
    ({"note": "a\x07b"}, "note", "the cell holds a character that cannot be seen (U+0007"),
    ({"note": "a" * 20_001}, "note", "the cell holds 20001 characters; write at most 20000"),
]  # fmt: skip


def column(name: str) -> str:
    """Say where the template has a column."""
    return f"column {get_column_letter(HEADINGS.index(name) + 1)} ({name})"


@pytest.mark.parametrize(
    ("changes", "name", "fault"), CELLS, ids=[f"{one[1]}-{one[2][:30]}" for one in CELLS]
)
def test_fault_is_named_at_its_cell(site: Site, changes: dict[str, object], name: str, fault: str) -> None:
    imported = bring_rows(site, sound_row(**changes))

    faults = [one for one in told(imported) if "warning: " not in one]
    assert len(faults) == 1, faults
    assert faults[0].startswith(f"criteria.csv: row 2, {column(name)}: {fault}")
    assert not imported.sound


def test_place_is_told_in_the_words_of_the_table(site: Site, tmp_path: Path) -> None:
    rows = [*(sound_row(code=f"TS{number}") for number in range(2, 7)), sound_row(kind="TSX")]

    faults = told(bring_in(site, write_xlsx(tmp_path / "criteria.xlsx", rows)))

    assert [one for one in faults if "warning" not in one] == [
        'criteria.xlsx: sheet Criteria, row 7, column D (kind): "TSX" is none of SM, SC, TS, AC, CPC; '
        "write one of them"
    ]


def test_every_fault_of_every_row_is_named(site: Site) -> None:
    rows = [sound_row(code=f"TS{number}", kind="T", burden=None, source_url="x") for number in range(20, 24)]

    imported = bring_rows(site, *rows)

    assert [(fault.row, fault.name) for fault in imported.faults if not fault.warning] == [
        (row, name) for row in range(2, 6) for name in ("kind", "burden", "source url")
    ]


def test_warnings_stop_nothing(site: Site) -> None:
    imported = bring_rows(site, sound_row(requirement__core="It is environmentally friendly."))

    assert imported.sound
    assert (
        "criteria.csv: row 2, column K (requirement: core): warning: '## Requirement: core' does"
        in told(imported)[0]
    )


def test_code_stands_twice(site: Site) -> None:
    imported = bring_rows(site, sound_row(), sound_row(name="other", code="TS12"))

    assert told(imported)[0] == (
        'criteria.csv: row 3, column C (code): "TS12" stands in row 2 too, for furniture/new; choose another'
    )


def test_two_rows_make_one_file(site: Site) -> None:
    imported = bring_rows(site, sound_row(code="TS30.1", name="x"), sound_row(code="TS30", name="1-x"))

    assert [one for one in told(imported) if "warning" not in one] == [
        "criteria.csv: row 3, column F (title): with its code it makes the same file as row 2; "
        "fill the column 'name'"
    ]


def test_id_of_a_code_never_changes(site: Site) -> None:
    bring_rows(site, sound_row())

    imported = bring_rows(site, sound_row(name="other"), replace=True)

    assert f"{column('name')}: TS12 is there already, as " in told(imported)[0]


def test_group_of_national_criteria_names_its_document(site: Site) -> None:
    group = site.text("groups/furniture")
    start, end = group.index("official_document"), group.index("cpv")
    site.write("groups/furniture", group[:start] + group[end:])
    site.write(
        "criteria/furniture/new/ts1-legal-timber",
        site.text("criteria/furniture/new/ts1-legal-timber").replace("origin: eu", "origin: own"),
    )
    assert site.compile().sound

    imported = bring_rows(site, sound_row(origin="national"))

    assert [fault.path for fault in imported.elsewhere] == [(site.root / "en/groups/furniture.md").as_posix()]
    assert not imported.sound
    assert not list(site.root.rglob("ts12*"))


def test_faults_that_were_there_before_stop_nothing(site: Site) -> None:
    site.change("cases/ghent-fair-workwear", "country: BE", "country: Belgium")

    assert bring_rows(site, sound_row()).sound


HEADERS = [
    (
        "kindd",
        "column D (kindd): there is no column \"kindd\"; did you mean 'kind'? use one of group, part, code,",
    ),
    ("colour", 'column D (colour): there is no column "colour"; use one of group, part, code, kind'),
    ("Code", 'column D (Code): the column "Code" stands here twice; keep one of them'),
]


@pytest.mark.parametrize(("instead", "fault"), HEADERS, ids=[instead for instead, _ in HEADERS])
def test_fault_in_the_names_of_columns(site: Site, instead: str, fault: str) -> None:
    headings = [instead if name == "kind" else name for name in HEADINGS]
    table = site.root.parent / "criteria.csv"
    table.write_text(csv_text([sound_row()], headings=headings), encoding="utf-8", newline="")

    missing, other = told(bring_in(site, table))

    assert missing.startswith("criteria.csv: row 1: the column 'kind' is missing; add it: SM subject matter")
    assert other.startswith(f"criteria.csv: row 1, {fault}")


@pytest.mark.parametrize(
    ("left_out", "fault"),
    [
        (["source url"], "the column 'source url' is missing; add it: its address"),
        (
            ["requirement", "requirement: core", "requirement: comprehensive"],
            "the column 'requirement' is missing; add it; 'import --template",
        ),
        (
            ["proof at tender", "proof in contract"],
            "the column 'proof at tender' is missing; add it; 'import",
        ),
    ],
)
def test_missing_column_is_named_once(site: Site, left_out: list[str], fault: str) -> None:
    headings = [name for name in HEADINGS if name not in left_out]
    table = site.root.parent / "criteria.csv"
    rows = [sound_row(), sound_row(code="TS13")]
    table.write_text(csv_text(rows, headings=headings), encoding="utf-8", newline="")

    assert [one for one in told(bring_in(site, table)) if one.startswith(f"criteria.csv: row 1: {fault}")]


def test_cells_below_no_name(site: Site) -> None:
    table = site.root.parent / "criteria.csv"
    row = sound_row() | {"": "what"}
    table.write_text(csv_text([row], headings=(*HEADINGS, "")), encoding="utf-8", newline="")

    letters = get_column_letter(len(HEADINGS) + 1)
    assert told(bring_in(site, table)) == [
        f"criteria.csv: row 2, column {letters}: the cell is filled, but its column has no name; "
        "name the column in the first row, or empty it"
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "criteria.csv: the table is empty; name the columns in its first row"),
        ("\n \n", "criteria.csv: the table is empty; name the columns"),
        (
            "hello\nworld\n",
            "criteria.csv: row 1: no name of a column stands in the first row; 'import --templ",
        ),
        (csv_text([]), "criteria.csv: there is no criterion below the first row; write one row for each"),
    ],
)
def test_table_without_criteria(site: Site, text: str, fault: str) -> None:
    table = site.root.parent / "criteria.csv"
    table.write_text(text, encoding="utf-8", newline="")

    imported = bring_in(site, table)

    assert len(imported.faults) == 1
    assert told(imported)[0].startswith(fault)


def test_date_stands_where_a_text_should(site: Site) -> None:
    table = write_xlsx(site.root.parent / "criteria.xlsx", [sound_row(legal_basis=date(2026, 4, 3))])

    assert told(bring_in(site, table)) == [
        "criteria.xlsx: sheet Criteria, row 2, column U (legal basis): the cell holds a date (2026-04-03), "
        "not a text; format the cell as text and type it again"
    ]
