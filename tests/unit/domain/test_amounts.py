from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.amounts import (
    LARGEST_NUMBER,
    MOST_DECIMALS,
    BeyondLimitsError,
    parse_amount,
    parse_figure,
    parse_number,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("270000", "270000"),
        ("270 000", "270000"),
        ("270\u202f000", "270000"),
        ("270,000", "270000"),
        ("270.000", "270000"),
        ("1.270.000,50", "1270000.50"),
        ("1,270,000.5", "1270000.5"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("0.125", "0.125"),
        ("33.3333", "33.3333"),
        ("1'250.50", "1250.50"),
    ],
)
def test_it_means_what_it_looks_like(typed: str, meant: str) -> None:
    assert parse_amount(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["abc", "-5", "1.2.3", "1,2,3.4", "1e5", "12.", "NaN", "∞"])
def test_other_text_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="write figures"):
        parse_amount(typed)


def test_nothing_is_nothing() -> None:
    assert parse_amount("  ") is None


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False))
def test_what_python_writes_is_read(amount: Decimal) -> None:
    assert parse_amount(f"{amount:f}") == amount
    assert parse_amount(f"{amount:,f}") == amount


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("60", "60"),
        ("33.333", "33.333"),
        ("33,333", "33.333"),
        ("1.500", "1.500"),
        ("0,125", "0.125"),
        ("1 250", "1250"),
        ("1\u202f250,5", "1250.5"),
        ("1'250.500", "1250.5"),
        ("1.000.000", "1000000"),
        ("1.250,5", "1250.5"),
    ],
)
def test_in_a_number_that_is_no_money_one_sign_divides_the_fraction(typed: str, meant: str) -> None:
    assert parse_number(typed) == parse_figure(typed) == Decimal(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("-25", "-25"), ("\u221225,5", "-25.5"), ("+4", "4"), (" - 1.250 ", "-1.25"), ("-1 000", "-1000")],
)
def test_a_figure_may_have_a_sign(typed: str, meant: str) -> None:
    assert parse_figure(typed) == Decimal(meant)
    with pytest.raises(ValueError, match="write figures"):
        parse_number(typed)


@pytest.mark.parametrize("typed", ["abc", "-", "--5", "1.2.3", "4 8", "1e5", "12.", "NaN", "5-"])
def test_what_is_no_figure_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="write figures"):
        parse_figure(typed)


def test_no_number_and_no_figure_are_nothing() -> None:
    assert parse_number(" ") is None
    assert parse_figure(" ") is None


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3, allow_nan=False))
def test_any_figure_that_python_writes_is_read(figure: Decimal) -> None:
    assert parse_figure(f"{figure:f}") == figure


@pytest.mark.parametrize("read", [parse_amount, parse_number, parse_figure])
@pytest.mark.parametrize("typed", ["1000000000000001", "1 000 000 000 000 000.5", "0.1234567890123"])
def test_what_no_file_may_hold_is_refused(read: Callable[[str], object], typed: str) -> None:
    with pytest.raises(BeyondLimitsError, match="cannot be kept"):
        read(typed)


@pytest.mark.parametrize("read", [parse_amount, parse_number, parse_figure])
def test_the_largest_and_the_longest_are_read(read: Callable[[str], object]) -> None:
    assert read("1000000000000000") == LARGEST_NUMBER
    assert read(f"0.{'1' * MOST_DECIMALS}") == Decimal("0.111111111111")
