"""From the template to files that the check of the content has nothing against."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from procura_desktop.content.importing.importing import import_criteria
from procura_desktop.content.importing.template import write_template
from tests.unit.content.importing.tables import (
    HEADINGS,
    Row,
    bring_in,
    bring_rows,
    csv_text,
    fill,
    sheet_of,
    sound_row,
    told,
    write_xlsx,
)
from tests.unit.content.site import TODAY, Site

FILE = "en/criteria/furniture/new/ts12-spare-parts.md"
AWARD = sound_row(
    code="AC3",
    kind="AC",
    origin="national",
    points="Most points x years / 10.",
    weight_min=2,
    weight_max="5 %",
    levels="base; advanced; spearhead",
    requirement="The maker shall sell parts for [[years: 3 | 6 | 9 | years]].",
    requirement__core=None,
    requirement__comprehensive=None,
    slots=None,
    name=None,
    title="Öffnen für größere Stühle",
    summary="Points for years.",
    rationale="Longer is better.",
    note=None,
    confidence="listed",
    source_seen="2026-11-20",
    source_date="2021-03",
)


def test_filled_template_passes_the_check(site: Site, tmp_path: Path) -> None:
    write_template(tmp_path / "criteria.xlsx")
    workbook = load_workbook(tmp_path / "criteria.xlsx")
    fill(sheet_of(workbook), [sound_row(), AWARD], HEADINGS)
    workbook.save(tmp_path / "criteria.xlsx")

    imported = bring_in(site, tmp_path / "criteria.xlsx")

    assert told(imported) == []
    assert [path.relative_to(site.root).as_posix() for path in imported.added] == [
        "en/criteria/furniture/new/ac3-offnen-fur-grossere-stuhle.md",
        FILE,
    ]
    assert site.compile().faults == ()


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_gives_the_same_bytes_as_a_workbook(
    site: Site, tmp_path: Path, separator: str, encoding: str
) -> None:
    table = tmp_path / "criteria.csv"
    table.write_text(csv_text([sound_row(), AWARD], separator=separator), encoding=encoding, newline="")
    bring_in(site, table)

    imported = bring_in(site, write_xlsx(tmp_path / "criteria.xlsx", [sound_row(), AWARD]))

    assert told(imported) == []
    assert len(imported.unchanged) == 2


def test_the_whole_file(site: Site) -> None:
    text = "Two parts:\n• castors\n• gas lifts\nBoth fit [[spare_years]]."
    note = "1) First.\n2) Second.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |"
    bring_rows(
        site,
        sound_row(requirement__core=text, note=note, follow_up="- One.\n- Two; three.", summary="  A: b. "),
    )

    written = (site.root / FILE).read_text(encoding="utf-8")
    head, body = written.split("---\n")[1:]
    assert head.startswith(
        "title: Spare parts for office chairs\nsummary: 'A: b.'\nversion: 1\nupdated: 2026-"
    )
    assert "follow_up:\n- One.\n- Two; three.\n" in head
    assert body.startswith(
        "## Requirement: core\n\nTwo parts:\n\n- castors\n- gas lifts\n\nBoth fit [[spare_years]].\n\n## Requ"
    )
    assert body.endswith("## Note\n\n1. First.\n2. Second.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n")


def test_open_dates_are_those_of_today(site: Site) -> None:
    bring_rows(site, sound_row(version=None))

    assert "version: 1\nupdated: 2026-11-23\nreview_by: 2027-11-23\n" in (site.root / FILE).read_text("utf-8")


def test_review_is_a_year_after_the_given_change(site: Site) -> None:
    bring_rows(site, sound_row(updated="29.02.2024"))

    assert "updated: 2024-02-29\nreview_by: 2025-02-28\n" in (site.root / FILE).read_text("utf-8")


def test_nothing_changes_when_the_same_comes_in_later(site: Site, tmp_path: Path) -> None:
    bring_rows(site, sound_row())
    before = (site.root / FILE).stat().st_mtime_ns

    later = import_criteria(tmp_path / "criteria.csv", site.root, today=TODAY + timedelta(days=30))

    assert (later.added, later.replaced, len(later.unchanged)) == ((), (), 1)
    assert (site.root / FILE).stat().st_mtime_ns == before


def test_file_that_says_something_else_is_kept(site: Site) -> None:
    bring_rows(site, sound_row())

    imported = bring_rows(site, sound_row(note="Another."))

    file = (site.root / FILE).as_posix()
    assert told(imported) == [
        f"criteria.csv: row 2, column C (code): {file} is there and says something else; "
        "delete the row to keep it, or import with --replace to write it anew"
    ]
    assert "Another." not in (site.root / FILE).read_text(encoding="utf-8")


def test_replaced_file_keeps_its_id_and_counts_its_version(site: Site) -> None:
    bring_rows(site, sound_row(version=None))

    imported = bring_rows(site, sound_row(title="Another title", name=None, version=None), replace=True)

    assert (imported.added, imported.replaced) == ((), (site.root / FILE,))
    assert "title: Another title" in (site.root / FILE).read_text(encoding="utf-8")
    assert "version: 2\n" in (site.root / FILE).read_text(encoding="utf-8")
    assert len(list((site.root / FILE).parent.glob("ts12*"))) == 1


def test_codes_that_begin_alike_are_not_confused(site: Site) -> None:
    bring_rows(site, sound_row(code="TS12.1", name="x"))

    imported = bring_rows(site, sound_row(code="TS12", name="1-y"))

    assert [path.name for path in imported.added] == ["ts12-1-y.md"]


@pytest.mark.parametrize("write", [True, False])
def test_one_fault_writes_nothing(site: Site, tmp_path: Path, write: bool) -> None:
    rows: list[Row] = [sound_row(), sound_row(code="TS13", kind="TSX")]
    table = write_xlsx(tmp_path / "criteria.xlsx", rows)

    assert len(bring_in(site, table, write=write).faults) == 1
    assert not (site.root / FILE).exists()


def test_dry_run_writes_nothing(site: Site, tmp_path: Path) -> None:
    imported = bring_in(site, write_xlsx(tmp_path / "criteria.xlsx", [sound_row()]), write=False)

    assert imported.added == (site.root / FILE,)
    assert not (site.root / FILE).exists()


def test_rows_may_name_each_other(site: Site) -> None:
    other = "criteria/furniture/new/ts13-other"
    imported = bring_rows(
        site,
        sound_row(conflicts_with=other, version=None),
        sound_row(code="TS13", name="other", summary="Other words.", rationale="Why not.", note=None),
    )

    assert told(imported) == []


def test_names_of_columns_may_be_written_otherwise(site: Site, tmp_path: Path) -> None:
    headings = [name.upper().replace(" ", "  ").replace("-", "_") for name in HEADINGS]
    row = dict(zip(headings, [sound_row()[name] for name in HEADINGS], strict=True))
    table = tmp_path / "criteria.csv"
    table.write_text(csv_text([row], headings=headings), encoding="utf-8", newline="")

    assert told(bring_in(site, table)) == []


def test_own_levels_and_more_sources_have_columns(site: Site, tmp_path: Path) -> None:
    more = {
        "requirement: Ambitious": "The maker shall sell parts for [[spare_years]].",
        "code: ambitious": "TS12c",
        "code: core": "TS12a",
        "code: comprehensive": "TS12b",
        "source 2 title": "Another",
        "source 2 publisher": "City",
        "source 2 url": "https://www.example.org/2",
        "source 2 seen": date(2026, 11, 1),
    }
    slots = "spare_years: Years | 5 | 10 | 15 | years"
    row = sound_row(levels=None, slots=slots, confidence="listed") | more

    imported = bring_in(site, write_xlsx(tmp_path / "c.xlsx", [row], headings=(*HEADINGS, *more)))

    assert told(imported) == []
    written = (site.root / FILE).read_text(encoding="utf-8")
    assert "levels:\n- core\n- comprehensive\n- ambitious\n" in written
    assert "level_codes:\n  core: TS12a\n  comprehensive: TS12b\n  ambitious: TS12c\n" in written
    assert (
        "- title: Another\n  publisher: City\n  url: https://www.example.org/2\n  seen: 2026-11-01\n"
        in written
    )
