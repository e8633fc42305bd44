from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.amounts import parse_amount


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
