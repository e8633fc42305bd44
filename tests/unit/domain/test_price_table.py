from decimal import Decimal

import pytest

from procura_desktop.domain.price_table import parse_table, table_text

STEPS = ((Decimal(100), Decimal(100)), (Decimal(120), Decimal("62.5")), (Decimal(150), Decimal(0)))


@pytest.mark.parametrize(
    "text",
    [
        "100: 100; 120: 62.5; 150: 0",
        "100:100;120:62,5;150:0;",
        "100:100,120:62.5,150:0",
        " 100 : 100 , 120 : 62.5 , 150 : 0 ",
    ],
)
def test_pairs_are_divided_by_semicolons_or_commas(text: str) -> None:
    assert parse_table(text) == STEPS


def test_a_comma_within_a_pair_is_one_of_a_number() -> None:
    assert parse_table("100,5:99,5") == ((Decimal("100.5"), Decimal("99.5")),)


def test_nothing_is_an_empty_table() -> None:
    assert parse_table("") == parse_table(" ; ") == ()


def test_a_table_that_is_written_is_read_again() -> None:
    assert table_text(STEPS) == "100: 100; 120: 62.5; 150: 0"
    assert parse_table(table_text(STEPS)) == STEPS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("100", "no pair"),
        ("100:101", "no pair"),
        ("100:-1", "no number"),
        ("120:100;100:80", "limits rise"),
        ("100:80;100:70", "limits rise"),
        ("100:80,120:90", "limits rise"),
        ("100:100:100", "no pair"),
        ("2000000000000000:1", "cannot be kept"),
    ],
)
def test_what_is_no_table_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_table(text)
