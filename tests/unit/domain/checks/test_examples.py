"""Each rule against its examples; most were written before the rule, see docs/checks.md."""

from collections import Counter

import pytest

from procura_desktop.domain.checks.rules import RULES
from procura_desktop.phrases import Phrase
from tests.unit.domain.checks.example_files import read_examples

FEWEST = 10  # examples of each sort
RULE_FLOOR = 0.85
FLOOR = 0.95


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Counter[tuple[bool, bool]]]:
    """Count (is there something, was it found) for each rule."""
    counted: dict[str, Counter[tuple[bool, bool]]] = {rule: Counter() for rule in RULES}
    for example in read_examples():
        counted[example.rule][example.finds, example.is_found()] += 1
    return counted


def precision(counted: Counter[tuple[bool, bool]]) -> float:
    right, wrong = counted[True, True], counted[False, True]
    return right / (right + wrong) if right + wrong else 0.0


def recall(counted: Counter[tuple[bool, bool]]) -> float:
    right, missed = counted[True, True], counted[True, False]
    return right / (right + missed) if right + missed else 0.0


def test_every_rule_has_ten_true_and_ten_false_examples() -> None:
    counted = Counter((example.rule, example.finds) for example in read_examples())

    assert {rule for rule, _ in counted} == set(RULES)
    for rule in RULES:
        assert counted[rule, True] >= FEWEST, rule
        assert counted[rule, False] >= FEWEST, rule


def test_no_example_stands_twice() -> None:
    told = [repr((example.rule, example.told)) for example in read_examples()]

    assert len(told) == len(set(told))


def test_every_finding_can_be_said() -> None:
    findings = [finding for example in read_examples() for finding in example.findings()]

    assert len(findings) > 200
    for finding in findings:
        for words in (finding.what, finding.why, finding.do):
            assert isinstance(words, Phrase)
            assert str(words).strip().endswith((".", ")"))
            assert "{" not in str(words).replace(finding.words, "")


def test_rules_find_what_they_should(
    outcomes: dict[str, Counter[tuple[bool, bool]]], capsys: pytest.CaptureFixture[str]
) -> None:
    whole: Counter[tuple[bool, bool]] = Counter()
    lines = [f"{'rule':20} {'true':>5} {'false':>5} {'precision':>10} {'recall':>7}"]
    for rule, counted in outcomes.items():
        whole.update(counted)
        lines.append(line(rule, counted))
    lines.append(line("all", whole))
    with capsys.disabled():
        print("\n" + "\n".join(lines))  # noqa: T201 - the figures are what this test is for

    for rule, counted in outcomes.items():
        assert precision(counted) >= RULE_FLOOR, rule
        assert recall(counted) >= RULE_FLOOR, rule
    assert precision(whole) >= FLOOR
    assert recall(whole) >= FLOOR


def line(name: str, counted: Counter[tuple[bool, bool]]) -> str:
    true = counted[True, True] + counted[True, False]
    false = counted[False, True] + counted[False, False]
    return f"{name:20} {true:5} {false:5} {precision(counted):10.3f} {recall(counted):7.3f}"
