"""What the rules lean on is there: pages of the law, codes, thresholds, the table in the documentation."""

import re
from pathlib import Path

import pytest

from procura_desktop.content.cpv import check_digits
from procura_desktop.domain.checks.duties import ENERGY_USERS, TOO_SMALL_FOR_LOTS, VEHICLES
from procura_desktop.domain.checks.market import HURDLES, MOST_BURDEN, MOST_HURDLES, SMALL_VALUE
from procura_desktop.domain.checks.names import LABELS, MAKES, WIDER_LABELS
from procura_desktop.domain.checks.rules import RULES, finding
from procura_desktop.domain.checks.thresholds import THRESHOLDS
from procura_desktop.phrases import phrase

ROOT = Path(__file__).resolve().parents[4]
CONTENT = ROOT / "content" / "en"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_names_its_reason_and_a_page_that_is_there(rule: object) -> None:
    made = RULES[getattr(rule, "id", "")]

    assert str(made.why).endswith(".")
    assert str(made.do).endswith(".")
    assert bool(made.law) == bool(made.page)
    assert not made.page or (CONTENT / f"{made.page}.md").exists()


def test_the_reason_of_a_finding_ends_with_the_law() -> None:
    what = phrase("checks", "What.")

    assert str(finding("brand", what).why).endswith("(Directive 2014/24/EU, Article 42(4))")
    assert finding("slot-range", what).why == RULES["slot-range"].why


# The list that ships is a part; these were not in it: buying and selling, and renting, of buildings.
UNLISTED = {"7012", "7031"}


@pytest.mark.parametrize("begins", [*VEHICLES, *(code for _, codes in ENERGY_USERS for code in codes)])
def test_each_beginning_of_a_code_is_that_of_some_code(begins: str) -> None:
    assert begins in UNLISTED or any(code.startswith(begins) for code in check_digits())


def test_the_thresholds_are_those_of_the_page_on_them() -> None:
    page = (CONTENT / "law" / "thresholds.md").read_text(encoding="utf-8")
    before, now = THRESHOLDS

    for words, name in (
        ("works", "works"),
        ("central government", "central"),
        ("other authorities", "others"),
    ):
        (row,) = (line for line in page.splitlines() if line.startswith("| ") and words in line.split("|")[1]
                  and "utilities" not in line)  # fmt: skip
        assert [cell.strip().replace(",", "") for cell in row.split("|")[2:4]] == [
            str(getattr(now, name)),
            str(getattr(before, name)),
        ]


def test_the_services_with_vehicles_are_those_of_the_page_on_them() -> None:
    page = (CONTENT / "law" / "clean-vehicles-directive.md").read_text(encoding="utf-8")

    services = set(re.findall(r"\b(?:6|9)\d{7}\b", page))
    assert services == {code for code in VEHICLES if code[0] in "69"}


def test_no_label_is_a_make() -> None:
    assert not [label for label in LABELS if MAKES.search(label)]
    assert all(any(name in label for label in LABELS) for name in WIDER_LABELS)


def test_the_page_on_the_checks_has_every_rule_as_it_is() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")

    assert re.findall(r"^### `([a-z-]+)`$", page, re.MULTILINE) == list(RULES)
    for rule in RULES.values():
        read = "also in a text" if rule.in_text else "in a procurement"
        assert (
            f"### `{rule.id}`\n\n{rule.finds}\n\n"
            f"- Weight: {rule.severity}, {read}.\n- Why: {rule.why}\n"
            f"- Source: {rule.law or 'our judgement'}.\n- What to do: {rule.do}\n"
        ) in page


def test_the_page_on_the_checks_has_the_figures_of_the_rules() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")

    assert f"no question for lots below {TOO_SMALL_FOR_LOTS:,} euro" in page
    assert f"up to {SMALL_VALUE:,} euro" in page
    assert f"add up to more than {MOST_BURDEN} |" in page
    assert f"a finding above {MOST_HURDLES} in one lot" in page
    told = (
        f"growing market {HURDLES['growing']}, unknown {HURDLES['unknown']}, emerging {HURDLES['emerging']}"
    )
    assert told in page


@pytest.mark.parametrize("name", ["Microsoft Word", "Dell Latitude 5440", "Bosch GSR-18V", "HP"])
@pytest.mark.parametrize("end", [".", "", ", new", "!"])
def test_the_name_of_a_make_ends_before_the_sentence(name: str, end: str) -> None:
    found = MAKES.search(f"The supplier shall use {name}{end}")

    assert found is not None
    assert found[0] == name
