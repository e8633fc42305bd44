"""Keys as bytes come in the order of the tuples that they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.library.order import natural
from procura_desktop.library.sortable import sort_bytes

TEXTS = st.text(max_size=6)
NUMBERS = st.integers(min_value=-(2**70), max_value=2**70) | st.integers(min_value=-300, max_value=300)
KEYS = st.tuples(NUMBERS, st.tuples(TEXTS, NUMBERS), TEXTS)


@given(KEYS, KEYS)
def test_bytes_are_ordered_as_the_keys(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert (sort_bytes(one) < sort_bytes(other)) == (one < other)
    assert (sort_bytes(one) == sort_bytes(other)) == (one == other)


@given(st.text("aB1290.\x00", max_size=8), st.text("aB1290.\x00", max_size=8))
def test_codes_of_any_length_are_ordered_as_the_keys(one: str, other: str) -> None:
    assert (sort_bytes((natural(one), "x")) < sort_bytes((natural(other), "x"))) == (
        (natural(one), "x") < (natural(other), "x")
    )


def test_what_has_no_order_here_is_refused() -> None:
    with pytest.raises(TypeError, match=r"2\.5"):
        sort_bytes((2.5,))
