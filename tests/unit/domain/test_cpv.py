"""CPV codes as a procurement keeps them."""

import pytest

from procura_desktop.domain.cpv import cpv_codes, whole_code


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("30213100", "30213100-6"),
        ("30213100-6", "30213100-6"),
        ("30213100-7", "30213100-6"),  # the list knows better
        ("03310000", "03310000-5"),  # no rule gives this digit
        ("30213199-4", "30213199-4"),  # the list has not all
        ("30213199", ""),
        ("3021310", ""),
        ("laptops", ""),
        ("", ""),
    ],
)
def test_a_code_is_kept_with_its_check_digit(typed: str, kept: str) -> None:
    assert whole_code(typed) == kept


def test_each_code_of_the_list_is_whole_and_has_a_label() -> None:
    assert all(whole_code(code) == whole_code(code[:8]) == code and label for code, label in cpv_codes())
