from dataclasses import replace
from decimal import Decimal

import pytest

from procura_desktop.domain import award_words as words
from procura_desktop.domain.award_words import award_sentences, plain, weight_text
from procura_desktop.domain.procurement import Award, Share, Weighting
from tests.awards import award_templates, make_award, make_award_item
from tests.procurements import make_procurement


def test_the_rules_are_said_whole() -> None:
    line = (
        "The lowest price scores 100. A price of 2 times the lowest or more scores 0. Between them the score"
        " falls in a straight line: 100 × (2 × lowest price − price of the tender) ÷ (1 × lowest price)."
    )
    assert award_sentences(make_procurement()) == (
        words.SCORES,
        words.BY_PER_CENT,
        words.HIGHEST,
        line,
        words.LOWEST,
        "Scores and points are each rounded to 2 decimals, a half upwards.",
        words.NO_PRICE,
        words.TIES["price"],
    )


def test_a_table_is_said_step_by_step_with_the_documents_own_numbers() -> None:
    table = ((Decimal(100), Decimal(100)), (Decimal("112.5"), Decimal(40)))
    award = Award(formula="table", price_kind="cost", table=table)
    procurement = make_award(award, make_award_item("quality", "40"))

    said = award_sentences(procurement, number=lambda number: plain(number).replace(".", ","))

    assert said[0] == words.COST
    assert any(
        "lowest price. Up to 100 %: 100; up to 112,5 %: 40. Above that it is 0." in one for one in said
    )


def test_another_language_says_every_sentence() -> None:
    said = award_sentences(
        make_procurement(), say=lambda template, **_: f"<{award_templates().index(template)}>"
    )

    assert all(one.startswith("<") for one in said)


@pytest.mark.parametrize("weighting", ["percent", "points", "ranges", "order"])
@pytest.mark.parametrize("decimals", [0, 1, 3])
def test_every_sentence_is_among_those_to_translate(weighting: Weighting, decimals: int) -> None:
    heard: list[str] = []

    def say(template: str, **values: str) -> str:
        heard.append(template)
        return template.format(**values)

    award = Award(weighting=weighting, order_reason="It is so.", decimals=decimals, tie="quality")
    award_sentences(make_award(award, make_award_item("a", "1", minimum="5")), say=say)

    assert len(heard) > 6
    assert set(heard) <= set(award_templates())


def test_an_order_of_importance_promises_no_total() -> None:
    award = Award(weighting="order", order_reason="The market is new.", price=Share(weight=Decimal(1)))
    said = award_sentences(make_award(award, make_award_item("quality", None)))

    assert "Weights cannot be given: The market is new." in said
    assert words.NO_TOTAL in said
    assert not set(words.TIES.values()) & set(said)


def test_price_alone_needs_no_scores() -> None:
    assert award_sentences(make_award(Award())) == (words.PRICE_ALONE, words.NO_PRICE)


def test_minimum_scores_are_said_only_where_there_are_some() -> None:
    without = make_procurement()
    award = replace(without.award, price=Share(weight=Decimal(60), minimum=Decimal(10)))

    assert words.MINIMUM in award_sentences(replace(without, award=award))
    assert words.MINIMUM not in award_sentences(without)


def test_weights_are_printed_as_they_are_given() -> None:
    percent, ranges, points = Award(weighting="percent"), Award(weighting="ranges"), Award(weighting="points")

    assert weight_text(percent, Share(weight=Decimal("12.50"))) == "12.5\u00a0%"
    assert weight_text(ranges, Share(weight=Decimal(20), most=Decimal(30))) == "20–30\u00a0%"
    assert weight_text(points, Share(weight=Decimal(40))) == "40"
    assert weight_text(percent, Share()) == ""


def test_numbers_are_written_without_needless_zeros() -> None:
    numbers = {"60": "60", "1E+2": "100", "0.250": "0.25", "100.00": "100", "0": "0"}

    assert {text: plain(Decimal(text)) for text in numbers} == numbers
