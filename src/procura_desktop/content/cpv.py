"""The Common Procurement Vocabulary, to check that a code exists and has its right check digit."""

import re
from functools import lru_cache

from procura_desktop.domain.cpv import cpv_codes

_CODE = re.compile(r"(\d{8})-(\d)")


@lru_cache(maxsize=1)
def check_digits() -> dict[str, str]:
    """Give the check digit of each code of the list that ships with the program."""
    return {code[:8]: code[9:] for code, _ in cpv_codes()}


def cpv_fault(text: str) -> tuple[str, str] | None:
    """Say what is wrong with a code and what would be right; None means that it is sound."""
    match = _CODE.fullmatch(text)
    digits = match[1] if match else text[:8]
    right = check_digits().get(digits)
    if match is not None and right == match[2]:
        return None
    if right is not None and (match is not None or text == digits):
        return f"CPV code '{text}' has not its right check digit", f"write {digits}-{right}"
    if match is None:
        return f"'{text}' is not a CPV code", "write eight digits, a hyphen and the check digit: 30213100-6"
    return f"CPV code '{text}' is not in the list", "look it up in resources/codes/cpv.tsv"
