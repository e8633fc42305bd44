"""What an editor would say of the wording, as warnings that stop nothing."""

import pytest

from procura_desktop.content.passages import sentences, without_signs
from procura_desktop.content.reading_ease import grade, syllables
from tests.unit.content.site import ARTICLE, CASE, CRITERION, LABEL, LONG_ENOUGH, TERM, WOOD, Site

HARD = (
    "Notwithstanding organisational considerations, interdisciplinary multidimensional methodologies "
    "necessitate comprehensive documentation of environmental responsibilities. "
)
REQUIREMENT = "The battery shall keep at least 80 % of its capacity after [[battery_cycles]]."
PROOF = "A test report by EN IEC 61960-3, or equivalent."


def test_the_sample_has_nothing_to_say_of(site: Site) -> None:
    assert site.warnings() == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            REQUIREMENT,
            "It keeps [[battery_cycles]].",
            ":40: warning: '## Requirement' does not say what shall be",
        ),
        (
            REQUIREMENT,
            f"{REQUIREMENT}\n\nIt shall be eco-friendly.",
            ":42: warning: 'eco-friendly' cannot be tested",
        ),
        (
            REQUIREMENT,
            f"{REQUIREMENT} Repair is done where possible.",
            ":40: warning: 'where possible' cannot",
        ),
        (
            REQUIREMENT,
            f"{REQUIREMENT} The points of the core level shall be met.",
            ":40: warning: 'core level' stands in no document that bidders get",
        ),
        (
            PROOF,
            "A test report by EN IEC 61960-3.",
            ":44: warning: 'EN IEC 61960-3' stands without 'or equiv",
        ),
        (
            PROOF,
            "A licence of TCO Certified.",
            ":44: warning: 'TCO Certified' stands without 'or equivalent'",
        ),
    ],
)
def test_wording_of_a_criterion(site: Site, old: str, new: str, expected: str) -> None:
    site.change(CRITERION, old, new)

    [warning] = site.warnings()
    assert warning.startswith(f"{CRITERION}.md{expected}")
    assert site.compile().sound


def test_subject_matter_need_not_say_shall(site: Site) -> None:
    site.change(CRITERION, "kind: TS", "kind: SM")
    site.change(CRITERION, REQUIREMENT, "Laptops with long life, [[battery_cycles]].")

    assert site.warnings() == []


def test_an_article_that_is_hard_to_read(site: Site) -> None:
    site.change(ARTICLE, "Talk to suppliers before the procedure. ", HARD * 30)

    assert any(
        f"{ARTICLE}.md:18: warning: the text reads at grade " in warning for warning in site.warnings()
    )


@pytest.mark.parametrize(("times", "words"), [(0, 71), (4, 1000)])
def test_guidance_that_is_too_short_or_too_long(site: Site, times: int, words: int) -> None:
    text = site.text(ARTICLE)
    site.write(ARTICLE, text.replace(LONG_ENOUGH, LONG_ENOUGH * times))

    [warning] = site.warnings()
    said = int(warning.partition("the text has ")[2].split()[0])
    assert abs(said - words) < 200
    assert warning.endswith("guidance has 300 to 900")


def test_a_sentence_that_stands_in_two_records(site: Site) -> None:
    same = "This very sentence has ten words or more, and it stands here."
    site.change(CASE, "They looked at", f"{same} They looked at")
    site.change(ARTICLE, "Talk to", f"{same} Talk to")

    [warning] = site.warnings()
    assert (
        f"{ARTICLE}.md:18: warning: the sentence 'This very sentence has ten words or more, ...' " in warning
    )
    assert f" stands in {CASE} too; " in warning


def test_demands_may_repeat(site: Site) -> None:
    same = f"{REQUIREMENT} The tenderer shall say how this was measured, by whom, and when."
    site.change(CRITERION, REQUIREMENT, same)
    site.change(WOOD, REQUIREMENT.replace("battery", "wood"), same.replace("[[battery", "[[wood"))

    assert site.warnings() == []


def test_a_record_that_nothing_leads_to(site: Site) -> None:
    site.write(
        "cases/island", site.text(CASE).replace("one high demand", "it").replace("the city", "the town")
    )

    assert any(
        warning.startswith("cases/island.md:1: warning: nothing leads to") for warning in site.warnings()
    )


def test_a_term_is_led_to_by_every_text_that_uses_it(site: Site) -> None:
    site.change("groups/computers", f"{TERM}, ", "")
    assert len(site.warnings()) == 1

    site.change(CASE, "They looked at", "They used LCC. They looked at")
    assert site.warnings() == []


def test_an_energy_label_needs_no_equivalent(site: Site) -> None:
    site.change("labels/tco-certified", "type: type-i", "type: energy")
    site.change(CRITERION, PROOF, "A licence of TCO Certified.")

    assert site.warnings() == []
    assert LABEL in site.text("groups/computers")


def test_a_level_in_a_proof_wants_a_line_of_its_own(site: Site) -> None:
    site.change(CRITERION, PROOF, "A data sheet. At the comprehensive level also a test report.")
    (warning,) = site.warnings()
    assert "'comprehensive' is a level, which bidders do not know" in warning

    site.change(
        CRITERION,
        "A data sheet. At the comprehensive level also a test report.",
        "A data sheet.\n\nComprehensive: also a test report.",
    )
    assert site.warnings() == []


def test_signs_of_markdown_are_no_words() -> None:
    assert (
        without_signs("**Ask** [them](guidance/x) for `TS6`[^1] of [[a: 1 | 2]] ![x](y.svg)")
        == "Ask them for TS6 of …"
    )


def test_sentences_end_with_their_signs() -> None:
    text = 'Ask first. Then buy 2.5 kg (or less)! "Why?" Because.'

    assert sentences(text) == ("Ask first.", "Then buy 2.5 kg (or less)!", '"Why?', "Because.")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("life", 1), ("asked", 1), ("wanted", 2), ("table", 2), ("supplier", 3), ("idea", 3),
        ("procurement", 3), ("element", 3), ("audience", 3), ("biodiversity", 6), ("question", 2), ("EU", 2),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_grows_with_words_and_sentences() -> None:
    easy, hard = grade(["You ask. You buy. You check."]), grade([HARD])

    assert easy < 3 < 12 < hard
    assert grade([]) == 0
