"""Days of a procurement that cannot follow each other."""

from procura_desktop.domain.date_order import on_one_day, out_of_order
from procura_desktop.domain.procurement import Dates


def test_days_that_follow_each_other_are_fine() -> None:
    assert out_of_order(Dates()) == ()
    assert out_of_order(Dates(publication="2027-01-04", deadline="2027-02-15")) == ()
    assert out_of_order(Dates(contract_start="2027-06-01", contract_end="2027-06-01")) == ()


def test_a_contract_that_ends_before_it_begins_is_told() -> None:
    dates = Dates(contract_start="2027-06-01", contract_end="2027-01-01")

    assert out_of_order(dates) == (("contract_start", "contract_end"),)


def test_empty_days_between_are_passed_over() -> None:
    dates = Dates(publication="2027-06-01", contract_end="2027-01-01")

    assert out_of_order(dates) == (("publication", "contract_end"),)


def test_days_that_are_the_same_are_told() -> None:
    dates = Dates(publication="2027-06-01", contract_start="2027-06-01", contract_end="2027-06-02")

    assert on_one_day(dates) == (("publication", "contract_start"),)
    assert on_one_day(Dates()) == ()
