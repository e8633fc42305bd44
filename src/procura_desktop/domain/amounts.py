"""Numbers as people write them: money, other numbers such as weights, and figures of a criterion.

In money a sign before three figures groups thousands (270.000); anywhere else one sign divides the fraction,
however many figures follow (33.333). No number is larger, or has more decimals, than a file for a colleague
may hold.
"""

import re
from decimal import Decimal

LARGEST_NUMBER = Decimal(10) ** 15
MOST_DECIMALS = 12

_FORM = re.compile(r"\d+(?:[.,]\d+)*", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_BLANKS_IN_GROUPS = re.compile(r"(?<=\d)[\s'\u2019](?=\d{3}(?!\d))")
_SIGNED = re.compile(r"(?P<sign>[-+\u2212]?)(?P<number>.*\S.*)", re.DOTALL)


class BeyondLimitsError(ValueError):
    """A number is larger, or has more decimals, than can be kept."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} cannot be kept; write no number above {LARGEST_NUMBER}"
            f" and no more than {MOST_DECIMALS} decimals"
        )


def parse_amount(text: str) -> Decimal | None:
    """Read an amount of money that is not negative; None for an empty text.

    A sign before the last one or two digits divides the fraction; before three digits it groups thousands,
    unless it comes first after a zero.

    Raises:
        BeyondLimitsError: it cannot be kept.
        ValueError: it is no amount, or it can be read in two ways.
    """
    bare = re.sub(r"[\s'\u2019\u00a0\u202f\u2009]", "", text)
    if not bare:
        return None
    if not _FORM.fullmatch(bare):
        raise ValueError(f"{text!r} is no amount; write figures, such as 270000 or 1250.50")
    marks = re.findall(r"[.,]", bare)
    if not marks:
        return _within_limits(bare)
    last = marks[-1]
    whole, _, fraction = bare.rpartition(last)
    grouped = len(set(marks)) == 1 and _GROUPED.fullmatch(bare) and not bare.startswith("0")
    if grouped:
        return _within_limits(re.sub(r"[.,]", "", bare))
    if last in whole or (len(marks) > 1 and not _GROUPED.fullmatch(whole)):
        raise ValueError(f"{text!r} is no amount; write figures, such as 270000 or 1250.50")
    return _within_limits(f"{re.sub('[.,]', '', whole)}.{fraction}")


def parse_number(text: str) -> Decimal | None:
    """Read a number that is no money and not negative, such as a weight; None for an empty text.

    One point or comma divides the fraction. Several are read as in an amount: 1.000.000 or 1,250.5.

    Raises:
        BeyondLimitsError: it cannot be kept.
        ValueError: it is no number, or it can be read in two ways.
    """
    bare = _BLANKS_IN_GROUPS.sub("", text.strip())
    if not bare:
        return None
    if not _FORM.fullmatch(bare):
        raise ValueError(f"{text!r} is no number; write figures, such as 60 or 33.3")
    if len(re.findall(r"[.,]", bare)) > 1:
        return parse_amount(bare)
    return _within_limits(bare.replace(",", "."))


def parse_figure(text: str) -> Decimal | None:
    """Read a figure of a criterion: a number that may have a sign, such as -20; None for an empty text.

    Raises:
        BeyondLimitsError: it cannot be kept.
        ValueError: it is no number, or it can be read in two ways.
    """
    found = _SIGNED.fullmatch(text.strip())
    number = parse_number(found["number"] if found else text)
    return number if number is None or found is None or found["sign"] in ("", "+") else -number


def _within_limits(bare: str) -> Decimal:
    number = Decimal(bare)
    if number > LARGEST_NUMBER or len(bare.partition(".")[2]) > MOST_DECIMALS:
        raise BeyondLimitsError(bare)
    return number
