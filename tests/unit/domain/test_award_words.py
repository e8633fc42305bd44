from dataclasses import replace
from decimal import Decimal

from procura_desktop.domain.award_words import award_sentences, plain, weight_text
from procura_desktop.domain.procurement import Award, Share
from tests.awards import make_award, make_award_item
from tests.procurements import make_procurement

LINE = (
    "The lowest price scores 100, and a price of 2 times the lowest or more scores 0. Between them the score"
    " falls in a straight line: 100 × (2 × lowest price − price of the offer)"
    " ÷ (2 × lowest price − lowest price)."
)


def test_the_rules_are_said_whole() -> None:
    assert award_sentences(make_procurement()) == (
        "Each award criterion gets a score of 0 to 100, by the rule stated with it.",
        "Its points are the score × the weight in per cent ÷ 100;"
        " the total of an offer is the sum of its points.",
        "The offer with the highest total comes first.",
        LINE,
        "The lowest price is that of the offers compared: an offer that is refused does not count.",
        "Scores and points are each rounded to 2 decimals, a half upwards.",
        "An offer without a price above 0 is not compared.",
        "Of offers with equal totals the one with the lower price comes first."
        " If these are equal too, lots are drawn.",
    )


def test_a_table_is_said_step_by_step_with_the_documents_own_numbers() -> None:
    award = Award(
        formula="table",
        price_kind="cost",
        table=((Decimal(100), Decimal(100)), (Decimal("112.5"), Decimal(40))),
    )
    procurement = make_award(award, make_award_item("quality", "40"))

    said = award_sentences(procurement, number=lambda number: plain(number).replace(".", ","))

    assert (
        "Score of the life-cycle cost by its per cent of the lowest life-cycle cost:"
        " up to 100 %: 100; up to 112,5 %: 40; above that: 0."
    ) in said


def test_an_order_of_importance_promises_no_total() -> None:
    award = Award(weighting="order", order_reason="The market is new.", price=Share(weight=Decimal(1)))
    said = " ".join(award_sentences(make_award(award, make_award_item("quality", None))))

    assert "decreasing order of importance. Weights cannot be given: The market is new." in said
    assert "No total is computed." in said
    assert "equal totals" not in said


def test_minimum_scores_are_said_only_where_there_are_some() -> None:
    without = make_procurement()
    award = replace(without.award, price=Share(weight=Decimal(60), minimum=Decimal(10)))
    sentence = "An offer with a score below the minimum stated for a criterion is refused."

    assert sentence in award_sentences(replace(without, award=award))
    assert sentence not in award_sentences(without)


def test_weights_are_printed_as_they_are_given() -> None:
    percent, ranges, points = (Award(weighting=kind) for kind in ("percent", "ranges", "points"))

    assert weight_text(percent, Share(weight=Decimal("12.50"))) == "12.5 %"
    assert weight_text(ranges, Share(weight=Decimal(20), most=Decimal(30))) == "20–30 %"
    assert weight_text(points, Share(weight=Decimal(40))) == "40 points"
    assert weight_text(percent, Share()) == ""


def test_numbers_are_written_without_needless_zeros() -> None:
    assert [plain(Decimal(text)) for text in ("60", "1E+2", "0.250", "100.00", "0")] == [
        "60",
        "100",
        "0.25",
        "100",
        "0",
    ]
