"""CPV codes are checked against the list that ships with the program."""

import pytest

from procura_desktop.content.cpv import check_digits, cpv_fault


def test_comments_are_no_codes() -> None:
    assert len(check_digits()) > 1000
    assert all(len(code) == 8 and len(digit) == 1 for code, digit in check_digits().items())


def test_code_of_the_list_is_sound() -> None:
    assert cpv_fault("30213100-6") is None


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("30213100-5", "write 30213100-6"),
        ("30213100", "write 30213100-6"),
        ("99999999-9", "look it up in resources/codes/cpv.tsv"),
        ("30213100 6", "write eight digits, a hyphen and the check digit: 30213100-6"),
        ("", "write eight digits, a hyphen and the check digit: 30213100-6"),
    ],
)
def test_other_code_is_a_fault(text: str, instead: str) -> None:
    fault = cpv_fault(text)

    assert fault is not None
    assert fault[1] == instead
