"""Amounts as people write them: 270000, 270 000, 270.000,50 and 270,000.50 all mean what they look like."""

import re
from decimal import Decimal

_FORM = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def parse_amount(text: str) -> Decimal | None:
    """Read an amount that is not negative; None for an empty text.

    A sign before the last one or two digits divides the fraction; before three digits it groups thousands,
    unless it comes first after a zero.

    Raises:
        ValueError: it is no amount, or it can be read in two ways.
    """
    bare = re.sub(r"[\s'\u2019\u00a0\u202f\u2009]", "", text)
    if not bare:
        return None
    if not _FORM.fullmatch(bare):
        raise ValueError(f"{text!r} is no amount; write figures, such as 270000 or 1250.50")
    marks = re.findall(r"[.,]", bare)
    if not marks:
        return Decimal(bare)
    last = marks[-1]
    whole, _, fraction = bare.rpartition(last)
    grouped = len(set(marks)) == 1 and _GROUPED.fullmatch(bare) and not bare.startswith("0")
    if grouped:
        return Decimal(re.sub(r"[.,]", "", bare))
    if last in whole or (len(marks) > 1 and not _GROUPED.fullmatch(whole)):
        raise ValueError(f"{text!r} is no amount; write figures, such as 270000 or 1250.50")
    return Decimal(f"{re.sub('[.,]', '', whole)}.{fraction}")
