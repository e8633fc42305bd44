"""The figures were worked out by hand; the example of the third offer is that of the library's guidance."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.procurement import Award, Formula, Lot, Offer, Share, TieRule
from procura_desktop.domain.scoring import Ranking, price_score, rank, rounded
from procura_desktop.domain.weights import PRICE
from procura_desktop.domain.what_if import scoring_at
from tests.awards import awards, make_award, make_award_item, make_offer, offers_for
from tests.procurements import make_procurement

HALF = Award(weighting="points", price=Share(weight=Decimal(50)), formula="relative")


def totals(ranking: Ranking) -> dict[str, tuple[int | None, str]]:
    return {placing.offer.name: (placing.rank, str(placing.total)) for placing in ranking.placings}


def test_relative_prices_rank_as_in_the_guidance() -> None:
    """The guidance gives quality in points of 50; 30 of 50 is a score of 60."""
    procurement = make_award(HALF, make_award_item("quality", "50"))
    first, second = make_offer("A", "100000", {"quality": 60}), make_offer("B", "120000", {"quality": 76})

    assert totals(rank(procurement, (first, second))) == {"A": (1, "80.00"), "B": (2, "79.67")}
    # 100 × 100 ÷ 120 = 83.33 (score), 83.33 ÷ 2 = 41.665 → 41.67 points; 41.67 + 38 = 79.67


def test_a_third_offer_turns_the_two_as_in_the_guidance() -> None:
    procurement = make_award(HALF, make_award_item("quality", "50"))
    offers = (
        make_offer("A", "100000", {"quality": 60}),
        make_offer("B", "120000", {"quality": 76}),
        make_offer("C", "80000", {"quality": 20}),
    )

    # B: 100 × 80 ÷ 120 = 66.67, ÷ 2 = 33.335 → 33.34. The guidance, which does not round scores, has 33.33.
    assert totals(rank(procurement, offers)) == {"B": (1, "71.34"), "A": (2, "70.00"), "C": (3, "60.00")}


def test_a_straight_line_falls_from_the_lowest_price_to_its_double() -> None:
    ranking = rank(make_procurement(), make_procurement().offers)

    # Prices 250, 240, 300 thousand; zero at 480. A: 230 ÷ 240 = 95.83; C: 180 ÷ 240 = 75. Weights 60, 25, 15.
    assert ranking.lowest == 240000
    scores = {p.offer.name: [str(mark.score) for mark in p.marks] for p in ranking.placings}
    assert scores["A"] == ["95.83", "80.00", "50.00"]
    assert totals(ranking) == {
        "A": (1, "85.00"),  # 57.50 + 20 + 7.50, and the lower price of the two with 85
        "C": (2, "85.00"),  # 45 + 25 + 15
        "B": (3, "80.50"),  # 60 + 10 + 10.50
    }


@pytest.mark.parametrize(
    ("formula", "price", "score"),
    [
        ("linear", "100", "100.00"),
        ("linear", "150", "50.00"),
        ("linear", "200", "0.00"),
        ("linear", "999", "0.00"),
        ("relative", "100", "100.00"),
        ("relative", "150", "66.67"),
        ("relative", "160", "62.50"),
        ("table", "100", "100.00"),
        ("table", "105", "80.00"),
        ("table", "105.01", "50.00"),
        ("table", "120", "50.00"),
        ("table", "120.01", "0.00"),
    ],
)
def test_prices_score_by_formula(formula: Formula, price: str, score: str) -> None:
    table = ((100, 100), (105, 80), (120, 50))
    award = Award(formula=formula, table=tuple((Decimal(limit), Decimal(get)) for limit, get in table))

    assert str(price_score(award, Decimal(price), Decimal(100))) == score


@pytest.mark.parametrize(
    ("number", "decimals", "gives"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("2.675", 2, "2.68"),
        ("41.665", 2, "41.67"),
        ("-0.5", 0, "-1"),
    ],
)
def test_a_half_is_rounded_up(number: str, decimals: int, gives: str) -> None:
    assert str(rounded(Decimal(number), decimals)) == gives


@pytest.mark.parametrize("number", ["-0", "-0.04", "0"])
def test_a_zero_has_no_sign(number: str) -> None:
    assert str(rounded(Decimal(number), 1)) == "0.0"


@pytest.mark.parametrize(
    ("tie", "order"), [("price", ["B", "A"]), ("quality", ["A", "B"]), ("lot", ["A", "B"])]
)
def test_equal_totals_follow_the_tie_rule(tie: TieRule, order: list[str]) -> None:
    """A: 25 + 45 = 70. B: 50 + 20 = 70."""
    award = replace(HALF, formula="linear", tie=tie)
    procurement = make_award(award, make_award_item("quality", "50"))
    offers = (make_offer("A", "150", {"quality": 90}), make_offer("B", "100", {"quality": 40}))

    ranking = rank(procurement, offers)

    assert {placing.total for placing in ranking.placings} == {Decimal(70)}
    assert [placing.offer.name for placing in ranking.placings] == order
    drawn = tie == "lot"
    assert [placing.rank for placing in ranking.placings] == ([1, 1] if drawn else [1, 2])
    assert all(placing.tied is drawn for placing in ranking.placings)


@pytest.mark.parametrize("tie", ["price", "quality"])
def test_what_the_tie_rule_does_not_part_stays_a_tie(tie: TieRule) -> None:
    procurement = make_award(replace(HALF, tie=tie), make_award_item("quality", "50"))
    offers = (
        make_offer("A", "100", {"quality": 80}),
        make_offer("B", "100", {"quality": 80}),
        make_offer("C", "100", {"quality": 10}),
    )

    ranking = rank(procurement, offers)

    assert [(placing.rank, placing.tied) for placing in ranking.placings] == [
        (1, True),
        (1, True),
        (3, False),
    ]
    assert [offer.name for offer in ranking.winners] == ["A", "B"]


def test_an_offer_below_a_minimum_is_refused_and_its_price_counts_for_nothing() -> None:
    procurement = make_award(HALF, make_award_item("quality", "50", minimum="50"))
    offers = (
        make_offer("A", "100", {"quality": 50}),
        make_offer("B", "50", {"quality": "49.99"}),
        make_offer("C", "200", {"quality": 100}),
    )

    ranking = rank(procurement, offers)

    assert ranking.lowest == 100
    assert totals(ranking) == {"A": (1, "75.00"), "C": (2, "75.00"), "B": (None, "None")}
    (refusal,) = ranking.placing("B").refused
    assert (refusal.why, refusal.criterion) == ("minimum", "quality")
    assert (refusal.score, refusal.minimum) == (Decimal("49.99"), Decimal(50))


def test_a_minimum_is_held_against_the_score_that_is_printed() -> None:
    procurement = make_award(HALF, make_award_item("quality", "50", minimum="50"))

    ranking = rank(procurement, (make_offer("A", "100", {"quality": "49.995"}),))

    assert ranking.winners


def test_by_price_alone_no_score_refuses_a_price() -> None:
    award = Award(formula="linear", price=Share(minimum=Decimal(40)))
    offers = (make_offer("A", "100"), make_offer("B", "190"))

    assert [placing.rank for placing in rank(make_award(award), offers).placings] == [1, 2]


@pytest.mark.parametrize(
    "award",
    [
        Award(formula="table"),
        Award(weighting="order", price=Share(weight=Decimal(7))),
        Award(decimals=9, zero_at=Decimal(1), price=Share(weight=Decimal(-1))),
    ],
)
def test_by_price_alone_no_rule_for_scores_is_needed(award: Award) -> None:
    procurement = make_award(award)

    ranking = rank(procurement, (make_offer("A", "120"), make_offer("B", "110")))

    assert (ranking.faults, ranking.counted) == ((), True)
    assert [placing.offer.name for placing in ranking.placings if placing.rank] == ["B", "A"]


def test_a_lot_by_price_alone_is_ranked_beside_an_order_of_importance() -> None:
    item = replace(make_award_item("quality", None), lots=("one",))
    award = Award(weighting="order", order_reason="New to us.", price=Share(weight=Decimal(1)))
    procurement = replace(
        make_award(award, item), lots=(Lot(id="one", title="One"), Lot(id="two", title="Two"))
    )
    offers = (make_offer("A", "120", {"quality": 100}), make_offer("B", "110", {"quality": 0}))

    assert rank(procurement, offers, "one").counted is False
    assert [placing.offer.name for placing in rank(procurement, offers, "two").placings] == ["B", "A"]


def test_a_price_may_have_a_minimum_score() -> None:
    award = replace(HALF, formula="linear", price=Share(weight=Decimal(50), minimum=Decimal(40)))
    offers = (make_offer("A", "100", {"quality": 0}), make_offer("B", "161", {"quality": 100}))

    ranking = rank(make_award(award, make_award_item("quality", "50")), offers)

    assert [placing.rank for placing in ranking.placings] == [1, None]
    assert ranking.placing("B").refused[0].score == Decimal("39.00")


@pytest.mark.parametrize(
    ("offer", "why"),
    [
        (make_offer("A", "100"), "score"),
        (make_offer("A", "100", {"quality": 101}), "score"),
        (make_offer("A", "0", {"quality": 50}), "price"),
        (make_offer("A", "-5", {"quality": 50}), "price"),
        (make_offer("A", "NaN", {"quality": 50}), "price"),
    ],
)
def test_an_incomplete_offer_is_not_compared(offer: Offer, why: Literal["score", "price"]) -> None:
    ranking = rank(make_award(HALF, make_award_item("quality", "50")), (offer,))

    assert ranking.winners == ()
    assert [refusal.why for refusal in ranking.placings[0].refused] == [why]


def test_ranges_count_with_their_middle() -> None:
    award = Award(weighting="ranges", price=Share(weight=Decimal(50), most=Decimal(60)), formula="relative")
    procurement = make_award(award, make_award_item("quality", "40", most="50"))

    ranking = rank(procurement, (make_offer("A", "100", {"quality": 100}),))

    assert [part.weight for part in ranking.criteria] == [55, 45]
    assert ranking.placings[0].total == 100


def test_without_award_criteria_the_lowest_price_wins() -> None:
    ranking = rank(make_award(Award()), (make_offer("A", "120"), make_offer("B", "100")))

    assert ranking.counted
    assert [offer.name for offer in ranking.winners] == ["B"]


@pytest.mark.parametrize("tie", ["price", "quality", "lot"])
@pytest.mark.parametrize("formula", ["linear", "table"])
def test_by_price_alone_only_equal_prices_are_drawn(tie: TieRule, formula: Formula) -> None:
    """100,000 and 100,400 would both score 100: 99.6 rounded, and the first step of the table."""
    table = ((Decimal(110), Decimal(100)),)
    award = Award(tie=tie, formula=formula, table=table, decimals=0)
    offers = (make_offer("A", "100400"), make_offer("B", "100000"), make_offer("C", "100400"))

    ranking = rank(make_award(award), offers)

    assert [(p.offer.name, p.rank, p.tied) for p in ranking.placings] == [
        ("B", 1, False),
        ("A", 2, True),
        ("C", 2, True),
    ]


def test_an_order_of_importance_is_not_counted() -> None:
    award = Award(weighting="order", order_reason="New to us.", price=Share(weight=Decimal(2)))
    procurement = make_award(award, make_award_item("first", None), make_award_item("third", None))

    ranking = rank(procurement, (make_offer("A", "100", {"first": 50, "third": 20}),))

    assert [part.id for part in ranking.criteria] == ["first", PRICE, "third"]
    assert (ranking.counted, ranking.winners, ranking.faults) == (False, (), ())
    assert [mark.score for mark in ranking.placings[0].marks] == [50, 100, 20]
    assert all(mark.points is None for mark in ranking.placings[0].marks)


def test_nothing_is_counted_while_a_weight_is_open() -> None:
    ranking = rank(
        make_award(HALF, make_award_item("quality", None)), (make_offer("A", "1", {"quality": 1}),)
    )

    assert (ranking.counted, ranking.faults) == (False, ("weights-missing",))
    assert ranking.placings[0].rank is None


def test_only_the_criteria_of_the_lot_count() -> None:
    mine = replace(make_award_item("mine", "50"), lots=("one",))
    other = replace(make_award_item("other", "50"), lots=("two",))
    procurement = make_award(HALF, mine, other)
    offers = (make_offer("A", "100", {"mine": 80}),)

    assert rank(procurement, offers, "one").placings[0].total == Decimal("90.00")
    assert rank(procurement, offers, "two").placings[0].refused


@given(st.data())
def test_the_order_of_the_offers_changes_nothing(data: st.DataObject) -> None:
    procurement = data.draw(awards())
    offers = data.draw(offers_for(procurement))
    turned = data.draw(st.permutations(offers))

    given_so, turned_so = rank(procurement, offers), rank(procurement, tuple(turned))

    assert {p.offer.id: p for p in given_so.placings} == {p.offer.id: p for p in turned_so.placings}


@given(st.data())
def test_refused_offers_never_rank_and_change_nothing(data: st.DataObject) -> None:
    procurement = data.draw(awards())
    offers = data.draw(offers_for(procurement))

    ranking = rank(procurement, offers)
    ranked = tuple(placing.offer for placing in ranking.placings if placing.rank is not None)
    refused = [placing for placing in ranking.placings if placing.refused]

    assert all(placing.rank is None and placing.total is None for placing in refused)
    assert len(ranked) + len(refused) == len(offers)
    assert [p for p in ranking.placings if not p.refused] == list(rank(procurement, ranked).placings)


@given(st.data())
def test_a_better_score_never_takes_the_first_place_away(data: st.DataObject) -> None:
    procurement = data.draw(awards())
    offers = data.draw(offers_for(procurement))
    ranking = rank(procurement, offers)
    if len(ranking.winners) != 1:
        return
    (first,) = ranking.winners
    part = data.draw(st.sampled_from(ranking.criteria))
    if part.id == PRICE:
        return

    better = scoring_at(first, part.id, data.draw(st.decimals(dict(first.scores)[part.id], 100, places=2)))

    turned = tuple(better if offer is first else offer for offer in offers)
    assert rank(procurement, turned).winners == (better,)


@given(st.data())
def test_what_is_printed_adds_up(data: st.DataObject) -> None:
    procurement = data.draw(awards())
    places = procurement.award.decimals

    for placing in rank(procurement, data.draw(offers_for(procurement))).placings:
        printed = [mark.points for mark in placing.marks if mark.points is not None]
        assert placing.total is None or placing.total == sum(printed, Decimal(0))
        for number in (mark.score for mark in placing.marks):
            assert number == rounded(number, places)
            assert 0 <= number <= 100


@given(st.data())
def test_ranks_follow_the_totals(data: st.DataObject) -> None:
    procurement = data.draw(awards())
    placed = [p for p in rank(procurement, data.draw(offers_for(procurement))).placings if p.rank]

    for earlier, later in pairwise(placed):
        assert earlier.total is not None
        assert later.total is not None
        assert earlier.total >= later.total
        assert earlier.rank != later.rank or (earlier.tied and later.tied)
    assert not placed or placed[0].rank == 1
