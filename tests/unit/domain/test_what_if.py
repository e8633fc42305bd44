"""With the offers of the library's guidance: A 80.00 points, B 79.67."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procura_desktop.domain.procurement import Award, Formula, Offer, Procurement, Share
from procura_desktop.domain.scoring import rank
from procura_desktop.domain.third_offer import ThirdOffer, Turn, warnings_so_far
from procura_desktop.domain.weights import PRICE
from procura_desktop.domain.what_if import influences, scoring_at
from tests.awards import awards, make_award, make_award_item, make_offer, offers_for

HALF = Award(weighting="points", price=Share(weight=Decimal(50)), formula="relative")
QUALITY = make_award(HALF, make_award_item("quality", "50"))
A = make_offer("A", "100000", {"quality": 60, "colour": 0})
B = make_offer("B", "120000", {"quality": 76, "colour": 0})
C = make_offer("C", "80000", {"quality": 20})


def relative_warning(procurement: Procurement, offers: tuple[Offer, ...]) -> ThirdOffer:
    """Give what is known once all was tried."""
    *_, found = warnings_so_far(procurement, offers)
    return found


def test_the_price_decides_and_quality_could() -> None:
    """Without the price B is first; without quality A stays so."""
    by_name = {each.criterion: each for each in influences(QUALITY, (A, B))}

    assert (by_name[PRICE].decides, by_name[PRICE].can) == (True, True)
    assert (by_name["quality"].decides, by_name["quality"].can) == (False, True)


@pytest.mark.parametrize(("weight", "can"), [("0.3", False), ("0.33", False), ("0.34", True)])
def test_a_criterion_that_weighs_less_than_the_lead_never_decides(weight: str, can: bool) -> None:
    """A leads by 0.33 points. With 0.33 more B is level, and the lower price still wins."""
    leading = scoring_at(A, "colour", Decimal(0))
    procurement = make_award(HALF, make_award_item("quality", "50"), make_award_item("colour", weight))

    (colour,) = [one for one in influences(procurement, (leading, B)) if one.criterion == "colour"]

    assert colour.can is can
    assert not colour.decides


def test_a_criterion_can_decide_where_it_would_turn_only_one_of_the_others() -> None:
    """B would be first with 0.34 points more; C stays far behind with them."""
    procurement = make_award(HALF, make_award_item("quality", "50"), make_award_item("colour", "0.34"))
    behind = make_offer("C", "200000", {"quality": 10, "colour": 0})

    (colour,) = [one for one in influences(procurement, (A, B, behind)) if one.criterion == "colour"]

    assert colour.can


def test_a_minimum_decides_by_refusing() -> None:
    procurement = make_award(
        HALF, make_award_item("quality", "50"), make_award_item("safe", "0", minimum="50")
    )
    risky = replace(A, scores=(*A.scores, ("safe", Decimal(40))))
    safe = replace(B, scores=(*B.scores, ("safe", Decimal(60))))

    (found,) = [one for one in influences(procurement, (risky, safe)) if one.criterion == "safe"]

    assert rank(procurement, (risky, safe)).winners == (safe,)
    assert found.decides


def test_price_alone_decides_between_several() -> None:
    assert [each.decides for each in influences(make_award(Award()), (A, B))] == [True]
    assert [each.decides for each in influences(make_award(Award()), (A,))] == [False]


@pytest.mark.parametrize("formula", ["relative", "linear", "table"])
def test_every_formula_lets_a_third_offer_turn_two_others(formula: Formula) -> None:
    """Relative is the guidance's.

    Linear, 0 at 1.3 times: alone A has 50 + 15, B 16.67 + 45 → A; with C (0 at 104,000) A 8.33 + 15, B 45.
    Table: alone A has 50 + 30, B 40 + 37.5 → A; with C (125 and 150 % of it) A has 35 + 30, B 35 + 37.5 → B.
    """
    table = ((Decimal(100), Decimal(100)), (Decimal(122), Decimal(80)), (Decimal(160), Decimal(70)))
    award = replace(HALF, formula=formula, zero_at=Decimal("1.3"), table=table)
    pairs = {
        "relative": (A, B),
        "linear": (scoring_at(A, "quality", Decimal(30)), scoring_at(B, "quality", Decimal(90))),
        "table": (A, scoring_at(B, "quality", Decimal(75))),
    }

    found = relative_warning(make_award(award, make_award_item("quality", "50")), (*pairs[formula], C))

    assert found.depends
    assert Turn(before=("A", "B"), after=("B", "A"), third="C", price=Decimal(80000)) in found.turns


def test_the_third_offer_of_the_guidance_is_found() -> None:
    found = relative_warning(QUALITY, (A, B, C))

    assert Turn(before=("A", "B"), after=("B", "A"), third="C", price=Decimal(80000)) in found.turns


def test_an_invented_third_offer_is_found() -> None:
    """At 96,000 they have 78.00 each and A is cheaper; at 95,000 A has 77.50 and B 77.59."""
    found = relative_warning(QUALITY, (A, B))

    assert found.turns == (Turn(before=("A", "B"), after=("B", "A"), third="", price=Decimal(95000)),)


def test_price_alone_depends_on_nobody() -> None:
    assert not relative_warning(make_award(Award()), (A, B, C)).depends


@settings(max_examples=40)
@given(st.data())
def test_what_cannot_decide_does_not(data: st.DataObject) -> None:
    procurement = data.draw(awards())
    offers = data.draw(offers_for(procurement))
    first = rank(procurement, offers).winners

    for each in influences(procurement, offers):
        if each.can or each.criterion == PRICE:
            continue
        scores = data.draw(st.lists(st.integers(0, 100), min_size=len(offers), max_size=len(offers)))
        turned = tuple(
            scoring_at(offer, each.criterion, Decimal(score)) if score else offer
            for offer, score in zip(offers, scores, strict=True)
        )
        assert [offer.id for offer in rank(procurement, turned).winners] == [offer.id for offer in first]
