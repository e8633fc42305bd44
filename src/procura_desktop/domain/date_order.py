"""The order in which the days of a procurement follow each other."""

from itertools import pairwise

from procura_desktop.domain.procurement import Dates

ORDER = ("publication", "deadline", "contract_start", "contract_end")  # fields of `Dates`


def out_of_order(dates: Dates) -> tuple[tuple[str, str], ...]:
    """Give each (field, field after it) where the later one comes first; empty days are passed over."""
    return tuple(
        (before, after) for before, after in _pairs(dates) if getattr(dates, after) < getattr(dates, before)
    )


def on_one_day(dates: Dates) -> tuple[tuple[str, str], ...]:
    """Give each (field, field after it) that are on the same day; empty days are passed over."""
    return tuple(
        (before, after) for before, after in _pairs(dates) if getattr(dates, after) == getattr(dates, before)
    )


def _pairs(dates: Dates) -> tuple[tuple[str, str], ...]:
    return tuple(pairwise(name for name in ORDER if getattr(dates, name)))
