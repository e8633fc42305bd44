"""What a folder of content becomes."""

from typing import get_args

import pytest

from procura_desktop.content import compile as compile_module
from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.records import CriterionDetails, Record, SlotValue
from tests.unit.content.site import (
    ARTICLE,
    CASE,
    CRITERION,
    EXAMPLES,
    GROUP,
    TERM,
    WOOD,
    Site,
)

CHARGES = "The battery shall keep at least 80 % of its capacity after"


def record(site: Site, record_id: str) -> Record:
    compiled = site.compile()
    assert not compiled.faults, [str(fault) for fault in compiled.faults]
    return next(one for one in compiled.records if one.id == record_id)


def criterion(site: Site) -> CriterionDetails:
    found = record(site, CRITERION).criterion
    assert found is not None
    return found


def test_every_example_of_the_documentation_compiles(site: Site) -> None:
    compiled = site.compile()

    assert compiled.faults == ()
    assert compiled.sound
    assert set(EXAMPLES) <= {one.id for one in compiled.records}
    assert {one.kind for one in compiled.records} == set(get_args(RecordKind))


def test_same_input_gives_the_same_result(site: Site) -> None:
    site.picture("b.svg")
    site.picture("a.svg")

    first, second = site.compile(), site.compile()

    assert first == second
    assert repr(first) == repr(second)
    assert [one.id for one in first.records] == sorted(one.id for one in first.records)
    assert [one.path for one in first.assets] == ["pictures/a.svg", "pictures/b.svg"]


def test_record_with_a_fault_is_left_out_and_the_others_are_not(site: Site) -> None:
    before = len(site.compile().records)
    site.change(TERM, "version: 1", "version: x")

    compiled = site.compile()

    assert not compiled.sound
    assert len(compiled.records) == before - 1


def test_slots_are_filled_for_each_level(site: Site) -> None:
    core, comprehensive = criterion(site).levels

    span = '<span class="slot unchecked" data-slot="battery_cycles">'
    assert core.requirement_html == f"<p>{CHARGES} {span}500 cycles</span>.</p>"
    assert core.requirement_text == f"{CHARGES} 500 cycles."
    assert comprehensive.requirement_text == f"{CHARGES} 800 cycles."


def test_a_figure_of_one_stands_before_one(site: Site) -> None:
    site.change(CRITERION, "core: 500", "core: 1")
    site.change(CRITERION, "min: 100", "min: 1")

    core, comprehensive = criterion(site).levels
    assert core.requirement_text.endswith(" 1 cycle.")
    assert comprehensive.requirement_text.endswith(" 800 cycles.")


def test_short_form_declares_a_slot_in_place(site: Site) -> None:
    site.change(CRITERION, site.text(CRITERION).partition("slots:\n")[2].partition("hotspot:")[0], "")
    site.change(CRITERION, "slots:\n", "")
    site.change(CRITERION, "[[battery_cycles]]", "[[battery_cycles: 500 | 800 | cycles]]")

    found = criterion(site)

    [slot] = found.slots
    assert (slot.name, slot.label, slot.unit, slot.checked) == (
        "battery_cycles",
        "Battery cycles",
        "cycles",
        True,
    )
    assert slot.values == (
        SlotValue(level="core", value="500"),
        SlotValue(level="comprehensive", value="800"),
    )
    assert [level.requirement_text for level in found.levels] == [
        f"{CHARGES} 500 cycles.",
        f"{CHARGES} 800 cycles.",
    ]


def test_short_form_does_not_cut_a_table(site: Site) -> None:
    site.change(
        CRITERION,
        "The battery shall keep at",
        "| a | b |\n| - | - |\n| x | [[y: 1 | 2 | mm]] |\n\nThe battery shall keep at",
    )

    assert "x 1 mm" in criterion(site).levels[0].requirement_text.split("\n")


def test_empty_slot_is_left_to_the_buyer(site: Site) -> None:
    site.change(CRITERION, "values: {core: 500, comprehensive: 800}", 'values: ""')

    assert criterion(site).levels[0].requirement_text == f"{CHARGES} … cycles."


def test_slot_outside_the_requirement_shows_the_values_of_all_levels(site: Site) -> None:
    site.change(CRITERION, "A test report", "A test report for [[battery_cycles]]")

    assert ">500 / 800 cycles</span>" in criterion(site).proof_tender_html


def test_slot_value_cannot_bring_html(site: Site) -> None:
    site.change(CRITERION, "    unit: cycles", '    unit: "<img src=x onerror=alert(1)>"')

    assert "<img" not in criterion(site).levels[0].requirement_html


def test_each_level_may_have_its_own_requirement(site: Site) -> None:
    site.change(CRITERION, "## Requirement\n", "## Requirement: core\n")
    site.change(CRITERION, "## Proof", "## Requirement: comprehensive\n\nMore shall be.\n\n## Proof")

    assert [level.requirement_text for level in criterion(site).levels] == [
        f"{CHARGES} 500 cycles.",
        "More shall be.",
    ]


def test_own_group_of_a_criterion_comes_first(site: Site) -> None:
    site.change(CRITERION, "origin: eu", "origin: eu\nproduct_groups: [groups/furniture, groups/computers]")

    assert record(site, CRITERION).product_groups == ("groups/computers", "groups/furniture")


def test_text_of_a_criterion_is_all_that_a_person_reads(site: Site) -> None:
    text = record(site, CRITERION).text

    for words in (
        "500 cycles",
        "800 cycles",
        "EN IEC 61960-3",
        "more than half",
        "ten devices",
        "Article 42",
    ):
        assert words in text
    assert "matter of routine" in text


def test_part_of_a_criterion_is_in_its_path(site: Site) -> None:
    found = record(site, WOOD).criterion

    assert found is not None
    assert (found.group, found.part, found.code) == ("groups/furniture", "new", "TS1")


def test_links_and_sections_become_addresses(site: Site) -> None:
    site.change(
        TERM,
        "seen: never\n---\n",
        f"seen: never\n---\n[a]({ARTICLE}#worked-example) [b]({CRITERION}#rationale)\n",
    )

    html = record(site, TERM).html
    assert f'<a href="procura:{ARTICLE}#worked-example">a</a>' in html
    assert f'<a href="procura:{CRITERION}#rationale">b</a>' in html


def test_link_to_a_broken_record_is_not_a_second_fault(site: Site) -> None:
    site.write(WOOD, "nothing")

    faults = site.faults()
    assert len(faults) == 1


def test_definition_of_a_term_is_its_summary(site: Site) -> None:
    found = record(site, TERM)

    assert found.term is not None
    assert found.summary == found.term.definition
    assert [(one.language, one.forms) for one in found.term.translations] == [
        ("fr", ("coût du cycle de vie",)),
        ("de", ("Lebenszykluskosten",)),
    ]


def test_norway_is_a_country(site: Site) -> None:
    site.change(CASE, "country: BE", "country: NO")

    found = record(site, CASE).case
    assert found is not None
    assert found.country == "NO"


def test_dates_and_numbers_may_stand_without_quotes(site: Site) -> None:
    site.change(GROUP, 'date: "2017"', "date: 2017")
    site.change(CASE, "years: 2018-2019", "years: 2018")

    assert site.faults() == []


def test_windows_line_ends_and_byte_order_mark_change_nothing(site: Site) -> None:
    before = record(site, ARTICLE)
    site.write(ARTICLE, "\ufeff" + site.text(ARTICLE).replace("\n", "\r\n"))

    assert record(site, ARTICLE) == before


def test_sources_that_nobody_read_have_no_date(site: Site) -> None:
    [source] = record(site, TERM).sources

    assert source.seen == ""


def test_a_thousand_files_are_checked(site: Site) -> None:
    text = site.text(CRITERION)
    for number in range(10, 1010):
        site.write(f"criteria/computers/ts{number}-x", text.replace("TS6", f"TS{number}"))

    compiled = site.compile()

    assert compiled.sound
    assert len(compiled.records) > 1000


@pytest.mark.parametrize(
    ("changes", "checked"),
    [
        ({}, True),
        ({"code: TS6": "code: TS6\ncode_checked: false"}, False),
        ({"confidence: listed": "confidence: check"}, False),
        ({"confidence: listed": "confidence: check", "origin: eu": "origin: model"}, True),
    ],
)
def test_a_code_is_official_only_where_it_was_read(
    site: Site, changes: dict[str, str], checked: bool
) -> None:
    for old, new in changes.items():
        site.change(CRITERION, old, new)

    assert criterion(site).code_checked is checked


def test_reading_in_processes_gives_the_same(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.change(ARTICLE, "version: 1", "version: x")
    site.change(CRITERION, "[[battery_cycles]]", "500 charges")
    before = site.compile()

    monkeypatch.setattr(compile_module, "PARALLEL_FROM", 1)

    assert site.compile() == before
