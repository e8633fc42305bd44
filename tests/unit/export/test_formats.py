from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.export.formats import NARROW, NO_BREAK, Formats, formats_of
from procura_desktop.export.words import known_languages


@pytest.mark.parametrize(
    ("language", "date", "number"),
    [
        ("en", "1 March 2027", "1,234,567.5"),
        ("fr", "1er mars 2027", f"1{NARROW}234{NARROW}567,5"),
        ("de", "1. März 2027", "1.234.567,5"),
        ("nl", "1 maart 2027", "1.234.567,5"),
        ("es", "1 de marzo de 2027", "1.234.567,5"),
        ("pt", "1 de março de 2027", f"1{NO_BREAK}234{NO_BREAK}567,5"),
        ("xx", "2027-03-01", f"1{NARROW}234{NARROW}567.5"),
        ("de-AT", "1. März 2027", "1.234.567,5"),
    ],
)
def test_dates_and_numbers_follow_the_language(language: str, date: str, number: str) -> None:
    formats = formats_of(language)

    assert formats.date("2027-03-01") == date
    assert formats.date("2027-03-01T23:30:00+00:00") == date
    assert formats.number(Decimal("1234567.50")) == number


def test_spanish_sets_four_digits_not_apart() -> None:
    assert formats_of("es").number(1234) == "1234"
    assert formats_of("en").number(1234) == "1,234"


@pytest.mark.parametrize("text", ["", "2027", "2027-03", "soon", "2027-02-30", "2027-03-01Tnoon"])
def test_what_is_no_date_stays(text: str) -> None:
    assert formats_of("en").date(text) == text


@pytest.mark.parametrize("language", known_languages())
def test_every_language_of_the_documents_has_its_formats(language: str) -> None:
    assert formats_of(language) != Formats()


def test_amounts() -> None:
    assert formats_of("en").money(Decimal(270000), "EUR") == f"270,000{NO_BREAK}EUR"
    assert formats_of("de").number(Decimal("12.50")) == "12,5"
    assert formats_of("en").number(Decimal("-0.30")) == "−0.3"
    assert formats_of("en").number(Decimal("1E+6")) == "1,000,000"


@given(
    number=st.decimals(allow_nan=True, allow_infinity=True),
    language=st.sampled_from((*known_languages(), "xx")),
)
def test_any_number_is_written(number: Decimal, language: str) -> None:
    assert formats_of(language).number(number)
