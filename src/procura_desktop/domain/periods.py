"""Periods that a line of follow-up names plainly: "after two years", "once a year", "in the second year".

What counts from another event ("within a month of the list") says nothing of the contract, nor does a
period that only goes with a word ("the yearly report", "ten vehicles a month"). What stands behind a colon is
a reason or a question, and no period of the check.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

DAYS_OF_A_YEAR = 365
_NUMBERS = {"half a": "0.5", "half": "0.5", "a": "1", "an": "1", "one": "1", "first": "1", "two": "2",
            "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
            "ten": "10", "twelve": "12"}  # fmt: skip
_NUMBER = rf"(?P<number>\d{{1,3}}|(?:{'|'.join(_NUMBERS)})(?![a-z]))"
_UNIT = r"(?P<unit>day|week|month|quarter|half-year|year)s?(?![a-z-])"
_ONCE = (
    re.compile(rf"\bafter {_NUMBER}[ -]{_UNIT}"),
    re.compile(rf"\bwithin {_NUMBER}[ -]{_UNIT}(?! (?:of|after|from)\b)"),
)
_AT_FIRST = re.compile(rf"\bin the first (?:{_NUMBER} )?{_UNIT}")
_LATER_YEAR = re.compile(r"\bin the (second|third|fourth|fifth) year\b")
_YEARS_BEFORE = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}
_AGAIN = re.compile(rf"\b(?:(?P<times>once|twice) (?:a|an|each|every|per)|each|every)(?: {_NUMBER})? {_UNIT}")
_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_OFFERED = (1, 3, 6, 12)  # months after which a check can come again


def days_until(text: str) -> int | None:
    """Give after how many days of the contract something is to be done; None where no period is named."""
    told = _told(text)
    found = next((one for form in _ONCE if (one := form.search(told))), None)
    if found is None and not months_between(text):
        found = _AT_FIRST.search(told)
        if found is not None and found["number"] is None and found[0].endswith("s"):
            return None  # "in the first weeks"
        if found is None and (later := _LATER_YEAR.search(told)) is not None:
            return _YEARS_BEFORE[later[1]] * DAYS_OF_A_YEAR
    return None if found is None else _days(_number(found["number"]), found["unit"])


def months_between(text: str) -> int:
    """Give after how many months something comes again: 1, 3, 6, 12, or 0 where nothing like that is said."""
    for found in _AGAIN.finditer(_told(text)):
        months = (
            _MONTHS.get(found["unit"], 0) * _number(found["number"]) / (2 if found["times"] == "twice" else 1)
        )
        if months in _OFFERED:
            return int(months)
    return 0


def days_of(months: int) -> int:
    """Give how many days so many months have, about."""
    return _days(Decimal(months), "month")


def _told(text: str) -> str:
    """Give what is to be done, in small letters, without the reason behind a colon."""
    return text.lower().partition(":")[0]


def _number(word: str | None) -> Decimal:
    return Decimal(_NUMBERS.get(word or "a", word or "1"))


def _days(number: Decimal, unit: str) -> int:
    if unit in ("day", "week"):
        return int(number * (7 if unit == "week" else 1))
    exact = number * _MONTHS[unit] * DAYS_OF_A_YEAR / 12
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))
