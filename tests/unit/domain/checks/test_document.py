"""Text from elsewhere: its paragraphs, its sections, and what a document as a whole lacks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.checks import equivalents
from procura_desktop.domain.checks.document import Paragraph, check_paragraphs, paragraphs_of
from procura_desktop.domain.checks.facts import Facts
from procura_desktop.domain.checks.finding import Finding
from tests.unit.domain.checks.example_files import check_text

FACTS = Facts(today="2026-11-29")


def rules(found: tuple[Finding, ...]) -> list[str]:
    return [one.rule for one in found]


def test_lines_that_a_program_broke_are_one_paragraph() -> None:
    text = (
        "The contractor shall clean every room of the building on each working day, and\n"
        "the corridors twice a week between six in the evening and midnight, under the Green\n"
        "Cleaning Plan of the annex.\n"
        "- windows\n- doors\n\nThe end"
    )

    assert [one.text[-20:] for one in paragraphs_of(text)] == [
        "g Plan of the annex.",
        "- windows",
        "- doors",
        "The end",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Price: 60 %\nWarranty: 40 %",
        "# Award\nprice",
        "1. Price\n2. Warranty",
        "Short line\nAnother line",
        "| a |\n| b |",
    ],
)
def test_other_lines_stand_for_themselves(text: str) -> None:
    assert len(paragraphs_of(text)) == 2


def test_headings_of_a_document_need_no_words_of_ours() -> None:
    demand = "The laptops shall weigh at most 1.5 kg."
    paragraphs = (
        Paragraph(text="Selection criteria", heading=True),
        Paragraph(text="What we buy", heading=True),
        Paragraph(text=demand),
    )

    assert not check_paragraphs(paragraphs, facts=FACTS)
    assert rules(check_paragraphs((paragraphs[0], paragraphs[2]), facts=FACTS)) == ["selection-product"]


def test_award_that_is_left_to_the_buyer_is_found_under_its_heading() -> None:
    told = "The quality of the plan will be assessed by the opinion of the jury."

    assert rules(check_text(f"Award criteria\n{told}", facts=FACTS)) == ["points"]
    assert not check_text(told, facts=FACTS)


def test_findings_in_text_say_where() -> None:
    text = "Technical specifications\n\nThe desks are new. They shall meet EN 527-2.\n\nThe end."

    (found,) = check_text(text, facts=FACTS)

    assert (found.paragraph, found.words, found.sentence) == (2, "EN 527-2", "They shall meet EN 527-2.")
    assert "The desks are new. They shall meet EN 527-2."[found.start :].startswith("EN 527-2")
    assert "EN 527-2 or equivalent" in str(found.do)


def test_a_heading_says_what_kind_of_criteria_follow() -> None:
    demand = "The laptops shall weigh at most 1.5 kg."

    assert rules(check_text(f"3. Selection criteria\n{demand}", facts=FACTS)) == ["selection-product"]
    assert not check_text(f"Selection criteria\n4. Technical specifications\n{demand}", facts=FACTS)


def test_one_sentence_can_accept_equals_for_a_whole_document() -> None:
    text = "Desks shall meet EN 527-2.\nWherever a standard is named, an equivalent one is accepted."

    assert not check_text(text, facts=FACTS)


def test_weights_in_a_text_are_added() -> None:
    text = "Award criteria\nPrice: 60 %\nWarranty (30 %)\nTotal: 90 %"

    (found,) = check_text(text, facts=FACTS)

    assert (found.rule, found.paragraph) == ("weights", 3)
    assert not check_text(text.replace("30", "40"), facts=FACTS)


def test_a_whole_document_is_asked_what_it_lacks() -> None:
    text = "The contractor shall clean each room of the building on each day of the week. " * 40

    assert rules(check_text(text, facts=FACTS)) == ["lots", "accessibility"]
    assert not check_text(f"{text} There are two lots. All rooms are open to wheelchairs.", facts=FACTS)


@given(st.text())
def test_any_text_can_be_checked(text: str) -> None:
    for found in check_text(text, facts=FACTS):
        assert found.what


class Counting:
    """Counts how often a pattern is looked for."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.times = 0

    def search(self, text: str) -> re.Match[str] | None:
        self.times += 1
        return self._pattern.search(text)


def test_a_long_paragraph_is_looked_through_once_for_what_is_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting(equivalents.EQUIVALENT)
    monkeypatch.setattr(equivalents, "EQUIVALENT", counting)
    text = " ".join(f"Chair {number} shall comply with EN 1335-1." for number in range(50))

    found = check_paragraphs([Paragraph(text=text)], facts=FACTS)

    assert rules(found).count("equivalent") == 50
    assert counting.times == 50


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("Wherever a standard or a make is named, an equivalent one is accepted.", True),
        ("An equivalent one is accepted wherever a standard is named.", False),
        ("Every standard counts. An equivalent one too.", False),
        ("Where a norm\nor a label is named, gleichwertige Nachweise gelten", True),
    ],
)
def test_a_document_says_once_that_equal_ones_will_do(text: str, accepted: bool) -> None:
    assert equivalents.accepts_equal(text) is accepted


def test_each_finding_has_its_sentence() -> None:
    text = "Chairs shall last. They shall comply with EN 1335-1. Tables shall comply with EN 527-2"

    assert [(one.words, one.sentence) for one in check_paragraphs([Paragraph(text=text)], facts=FACTS)] == [
        ("EN 1335-1", "They shall comply with EN 1335-1."),
        ("EN 527-2", "Tables shall comply with EN 527-2"),
    ]
