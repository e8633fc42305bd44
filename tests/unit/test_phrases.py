"""Sentences with their values apart."""

from decimal import Decimal

import msgspec
import pytest

from procura_desktop.domain.anchors import Anchor
from procura_desktop.phrases import Phrase, phrase, words_of


def test_a_phrase_is_said_in_english_with_its_values() -> None:
    made = phrase("checks", "“{title}” is {number}.").of(title="Weight", number=1.5)

    assert str(made) == "“Weight” is 1.5."


def test_values_are_put_in_one_after_the_other() -> None:
    made = phrase("checks", "{one} and {other}").of(one="A")

    assert str(made.of(other="B")) == "A and B"


def test_a_value_may_be_a_phrase() -> None:
    inner = phrase("checks", "at most {high}").of(high=3)

    assert str(phrase("checks", "sensible is {bounds}.").of(bounds=inner)) == "sensible is at most 3."


@pytest.mark.parametrize(
    ("value", "written"),
    [(1_500_000.0, "1500000"), (0.1, "0.1"), (Decimal(12_000), "12,000"), (Decimal("33.50"), "33.50")],
)
def test_numbers_are_written_in_full(value: float | Decimal, written: str) -> None:
    assert str(phrase("checks", "{value}").of(value=value)) == written


def test_a_number_chooses_the_form() -> None:
    made = phrase("checks", "%n of {these}", "", 1).of(n=3, these="them")

    assert (made.number, str(made)) == (3, "3 of them")
    assert phrase("checks", "none").number is None


def test_braces_of_a_value_are_left_alone() -> None:
    assert str(phrase("checks", "“{title}”").of(title="{n} %n")) == "“{n} %n”"


def test_an_error_that_says_a_phrase_is_that_phrase_within_another() -> None:
    why = phrase("details", "{name} is too long").of(name="x{}")

    made = phrase("details", "no update file: {error}").of(error=ValueError(why))

    assert dict(made.values)["error"] == why
    assert str(made) == "no update file: x{} is too long"
    assert (
        str(phrase("details", "no: {error}").of(error=OSError(2, "No such file")))
        == "no: [Errno 2] No such file"
    )


def test_a_phrase_that_another_library_took_up_stays_one() -> None:
    data = msgspec.json.encode([{"quote": "", "start": 7}])
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.json.decode(data, type=list[Anchor])
    told = words_of(caught.value)

    assert isinstance(told, Phrase)
    assert str(told) == str(caught.value) == "no passage: 0 characters at 7 - at `$[0]`"
    assert dict(told.values)["what"] == phrase("details", "no passage: {length} characters at {start}").of(
        length="0", start="7"
    )


def test_what_another_library_says_is_text() -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.json.decode(b"[{}]", type=list[Anchor])

    assert words_of(caught.value) == str(caught.value)
