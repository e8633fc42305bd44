"""Reading records, lists and pictures."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.records import Part
from procura_desktop.errors import RecordNotFoundError
from procura_desktop.library.open import open_library
from procura_desktop.library.read import Brief, Library
from tests.factories import CYCLE, build_sample, make_criterion, make_group, sample_records

if TYPE_CHECKING:
    from procura_desktop.domain.kinds import CriterionKind


def ids(briefs: tuple[Brief, ...]) -> list[str]:
    return [brief.id for brief in briefs]


def test_every_record_is_read_as_it_was(library: Library) -> None:
    assert all(library.record(record.id) == record for record in sample_records())


@pytest.mark.parametrize(
    "wrong", ["", "none", "Guidance/labels", "guidance/labels ", "'; DROP TABLE record", "\ud800"]
)
def test_an_unknown_id_is_named(library: Library, wrong: str) -> None:
    with pytest.raises(RecordNotFoundError) as caught:
        library.record(wrong)
    assert caught.value.record_id == wrong
    assert library.brief(wrong) is None


@given(st.text())
def test_no_id_breaks_reading(library: Library, text: str) -> None:
    assert library.brief(text) is None
    assert library.asset(text) is None
    assert library.linking_to(text) == ()
    assert library.criteria_of(text) == ()


def test_a_criterion_in_brief(library: Library) -> None:
    assert library.brief("criteria/furniture/new/ts1-wood") == Brief(
        id="criteria/furniture/new/ts1-wood",
        kind="criterion",
        language="en",
        title="Sustainable wood",
        summary="The battery keeps most of its capacity, so that the device lasts longer.",
        updated="2026-11-20",
        confidence="listed",
        groups=("groups/furniture",),
        section="new",
        step="",
        detail="TS1 · core, comprehensive",
    )


@pytest.mark.parametrize(
    ("record_id", "detail"),
    [
        ("cases/ghent-workwear", "BE · 2018-2019"),
        ("labels/tco-certified", "type-i"),
        ("terms/life-cycle-costing", "LCC"),
        ("organisations/iclei", ""),
        ("guidance/labels", ""),
    ],
)
def test_details_in_brief(library: Library, record_id: str, detail: str) -> None:
    brief = library.brief(record_id)

    assert brief is not None
    assert brief.detail == detail


def test_an_article_in_brief_names_section_and_step(library: Library) -> None:
    brief = library.brief("law/article-42")

    assert brief is not None
    assert (brief.section, brief.step) == ("law", "specification")


def test_articles_come_by_step_and_order(library: Library) -> None:
    assert ids(library.briefs(kind="article", section="guidance")) == [
        "guidance/sharing",
        "guidance/needs",
        "guidance/labels",
    ]


def test_groups_come_by_order(library: Library) -> None:
    assert ids(library.briefs(kind="group")) == ["groups/computers", "groups/furniture"]


def test_terms_come_by_title(library: Library) -> None:
    assert ids(library.briefs(kind="term")) == ["terms/award-criterion", "terms/life-cycle-costing"]


def test_criteria_come_by_kind_and_natural_code(library: Library) -> None:
    found = library.briefs(kind="criterion", group="groups/computers")

    assert [brief.detail.split(" ")[0] for brief in found] == ["TS6", "TS10", "AC1"]


def test_a_group_lists_all_that_belongs_to_it(library: Library) -> None:
    assert set(ids(library.briefs(group="groups/furniture"))) == {
        "criteria/furniture/new/ts1-wood",
        "criteria/furniture/refurbished/ts1-wood",
        "cases/ghent-workwear",
    }
    assert library.briefs(group="groups/none") == ()


def test_cases_of_a_group(library: Library) -> None:
    assert ids(library.cases_of("groups/furniture")) == ["cases/ghent-workwear"]
    assert library.cases_of("groups/computers") == ()


def test_criteria_of_a_group_come_by_part_kind_and_code(tmp_path: Path) -> None:
    group = make_group(parts=(Part(name="second", title="Second"), Part(name="first", title="First")))
    places: list[tuple[str, str, CriterionKind]] = [
        ("", "SC1", "SC"),
        ("second", "TS2", "TS"),
        ("second", "TS10", "TS"),
        ("second", "AC1", "AC"),
        ("second", "CPC1", "CPC"),
        ("first", "SM1", "SM"),
        ("first", "TS1.2", "TS"),
        ("first", "TS1.10", "TS"),
    ]
    criteria = [
        make_criterion(f"criteria/computers/c{number}", code=code, kind=kind, part=part)
        for number, (part, code, kind) in enumerate(places)
    ]

    with open_library(
        build_sample(tmp_path / "main.sqlite", records=(*reversed(criteria), group))
    ) as library:
        found = [record.criterion for record in library.criteria_of("groups/computers")]

    assert [(c.part, c.code, c.kind) for c in found if c is not None] == places


def test_whoever_points_at_a_record_is_listed(library: Library) -> None:
    assert ids(library.linking_to("labels/tco-certified")) == [
        "guidance/labels",
        "criteria/computers/ts6-battery-endurance",
    ]
    assert ids(library.linking_to("terms/life-cycle-costing")) == ["guidance/labels"]
    assert ids(library.linking_to("criteria/computers/ts6-battery-endurance")) == ["groups/computers"]
    assert ids(library.linking_to("criteria/furniture/new/ts1-wood")) == ["cases/ghent-workwear"]


def test_the_glossary_gives_all_forms(library: Library) -> None:
    entries = {entry.id: entry for entry in library.glossary()}

    assert entries["terms/life-cycle-costing"].forms == ("Life-cycle costing", "LCC", "life cycle cost")
    assert entries["terms/award-criterion"].definition == "It ranks offers."


def test_a_picture_is_read(library: Library) -> None:
    assert library.asset("pictures/cycle.svg") == CYCLE
    assert library.asset("pictures/none.svg") is None


def test_every_kind_is_counted(library: Library) -> None:
    assert library.counts() == {
        "article": 4,
        "group": 2,
        "criterion": 5,
        "case": 1,
        "term": 2,
        "label": 1,
        "organisation": 1,
        "event": 1,
    }


def test_the_library_says_what_it_is(library: Library, library_path: Path) -> None:
    assert library.path == library_path
    assert (library.info.name, library.info.version, library.info.schema) == ("main", "2026.11", 2)
    assert (library.info.records, library.info.newest) == (17, "2026-11-23")


def test_a_library_stays_with_its_thread(library: Library) -> None:
    with ThreadPoolExecutor(1) as pool, pytest.raises(sqlite3.ProgrammingError):
        pool.submit(library.counts).result()


def test_a_closed_library_reads_nothing(library_path: Path) -> None:
    library = open_library(library_path)
    library.close()
    library.close()

    with pytest.raises(sqlite3.ProgrammingError):
        library.counts()
