"""The values from which the procurement directives apply, and whether a procurement reaches them.

Source: Directive 2014/24/EU, Article 4, with Delegated Regulations (EU) 2023/2496 (2024 and 2025) and (EU)
2025/2152 (2026 and 2027); euro, without VAT. They are set anew every two years.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from procura_desktop.domain.procurement import Head

Reaches = Literal["yes", "perhaps", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The values of two years, in euro; `since` is the first year."""

    since: int
    works: Decimal
    central: Decimal
    others: Decimal


THRESHOLDS: tuple[Thresholds, ...] = (
    Thresholds(since=2024, works=Decimal(5_538_000), central=Decimal(143_000), others=Decimal(221_000)),
    Thresholds(since=2026, works=Decimal(5_404_000), central=Decimal(140_000), others=Decimal(216_000)),
)


def thresholds_on(day: str) -> Thresholds:
    """Give the values of an ISO date; the last known after them or without a date, the first before them."""
    year = int(day[:4]) if day[:4].isdigit() else THRESHOLDS[-1].since
    return next((one for one in reversed(THRESHOLDS) if one.since <= year), THRESHOLDS[0])


def reaches(head: Head, today: str = "") -> Reaches:
    """Say whether the directives apply.

    "perhaps": the value is not known or not in euro, or it lies between what holds for central and for other
    authorities, and a procurement does not say which the buyer is.
    """
    if head.value is None or head.currency != "EUR":
        return "perhaps"
    values = thresholds_on(head.dates.publication or today)
    if head.nature == "works":
        return "yes" if head.value >= values.works else "no"
    if head.value >= values.others:
        return "yes"
    return "perhaps" if head.value >= values.central else "no"
