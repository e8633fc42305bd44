from dataclasses import replace
from decimal import Decimal

import pytest

from procura_desktop.domain.procurement import Award, Share
from procura_desktop.domain.weights import adds_up
from tests.awards import make_award, make_award_item
from tests.procurements import make_procurement

SIXTY = Share(weight=Decimal(60))
FORTY = make_award_item("quality", "40")
TABLE = ((Decimal(100), Decimal(100)), (Decimal(120), Decimal(40)))


def test_the_example_adds_up() -> None:
    found = adds_up(make_procurement(), "lot-1")

    assert (found.total, found.wanted, found.left) == (Decimal(100), Decimal(100), Decimal(0))
    assert (found.faults, found.counts) == ((), True)


def test_what_is_missing_is_said() -> None:
    found = adds_up(make_award(Award(), make_award_item("quality", "40"), make_award_item("service", None)))

    assert (found.total, found.left) == (Decimal(40), Decimal(60))
    assert found.faults == ("weights-missing",)


def test_decimals_add_up() -> None:
    award = Award(price=Share(weight=Decimal("33.4")))
    items = [make_award_item("a", "33.3"), make_award_item("b", "33.3")]

    assert not adds_up(make_award(award, *items)).faults


@pytest.mark.parametrize(
    ("award", "fault"),
    [
        (Award(price=Share(weight=Decimal(50))), "weights-sum"),
        (Award(price=Share(weight=Decimal(-60))), "weights-negative"),
        (Award(price=SIXTY, zero_at=Decimal(1)), "zero-at"),
        (Award(price=SIXTY, formula="table"), "table-empty"),
        (Award(price=SIXTY, formula="table", table=TABLE[::-1]), "table-order"),
        (Award(price=SIXTY, formula="table", table=((Decimal(100), Decimal(101)),)), "table-scores"),
        (Award(price=SIXTY, decimals=-1), "decimals"),
        (Award(weighting="order", price=Share(weight=Decimal(1))), "order-reason"),
        (Award(weighting="order", order_reason="So.", price=Share(weight=Decimal(3))), "weights-missing"),
    ],
)
def test_a_fault_is_named(award: Award, fault: str) -> None:
    assert fault in adds_up(make_award(award, FORTY)).faults


def test_points_need_no_sum_but_one_above_zero() -> None:
    award = Award(weighting="points", price=Share(weight=Decimal(0)))

    assert not adds_up(make_award(award, make_award_item("quality", "7"))).faults
    assert adds_up(make_award(award, make_award_item("quality", "0"))).faults == ("weights-zero",)


@pytest.mark.parametrize(
    ("price", "quality", "faults"),
    [
        (("50", "60"), ("40", "50"), ()),  # middles 55 + 45
        (("50", "60"), ("20", "30"), ("ranges-apart",)),  # at most 90
        (("50", "60"), ("40", "60"), ("weights-sum",)),  # it can be 100, but the middles are 105
        (("60", "50"), ("40", "50"), ("ranges-turned",)),
    ],
)
def test_ranges_have_to_reach_100_with_their_middles(
    price: tuple[str, str], quality: tuple[str, str], faults: tuple[str, ...]
) -> None:
    award = Award(weighting="ranges", price=Share(weight=Decimal(price[0]), most=Decimal(price[1])))

    found = adds_up(make_award(award, make_award_item("quality", quality[0], most=quality[1])))

    assert found.faults == faults


def test_a_lot_adds_up_by_itself() -> None:
    mine = replace(FORTY, lots=("one",))
    other = replace(make_award_item("other", "30"), lots=("two",))
    procurement = make_award(Award(price=SIXTY), mine, other)

    assert not adds_up(procurement, "one").faults
    assert adds_up(procurement, "two").left == 10
