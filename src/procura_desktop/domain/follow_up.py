"""When a contract has to be checked: dates from its start, what comes next, and what is overdue.

A check covers every date up to its own; one that is made before anything is due covers the next date.
"""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

from procura_desktop.domain.periods import days_of, days_until, months_between
from procura_desktop.domain.procurement import FollowUp, Item, Procurement

MOST_DAYS = 36_500  # from the start of a contract to a first check
MOST_MONTHS = MOST_DAYS // 30  # between two checks
MOST_CHECKS = 1_200  # of one follow-up: monthly for a hundred years


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One check that is to be made, or was."""

    procurement: str
    item: Item
    follow_up: FollowUp
    on: date

    @property
    def key(self) -> tuple[date, str, str, str]:
        """Order by date, then by where it belongs."""
        return self.on, self.procurement, self.item.id, self.follow_up.id


def planned(follow_up_id: str, what: str) -> FollowUp:
    """Give a follow-up that begins and comes again as its words say; else once, after the usual days."""
    months, days = months_between(what), days_until(what)
    made = FollowUp(id=follow_up_id, what=what, every_months=months)
    if days is None and months:
        days = days_of(months)
    return made if days is None else replace(made, after_days=days)


def dates_of(follow_up: FollowUp, *, start: date, end: date | None) -> Iterator[date]:
    """Give the dates of a follow-up in order, until the end of the contract with that day.

    Without an end they go on for `MOST_CHECKS`. The day of the month is that of the first check, or the
    month's last where it has no such day.
    """
    try:
        first = start + timedelta(days=follow_up.after_days)
    except OverflowError:
        return
    steps = count() if follow_up.every_months else range(1)
    for step, _ in zip(steps, range(MOST_CHECKS), strict=False):
        on = _months_after(first, step * follow_up.every_months)
        if on is None or (end is not None and on > end):
            return
        yield on


def open_dates(follow_up: FollowUp, *, start: date, end: date | None) -> Iterator[date]:
    """Give the dates that no check covers yet, in order."""
    checks = sorted(date.fromisoformat(on) for on in follow_up.done)
    left = iter(dates_of(follow_up, start=start, end=end))
    on = next(left, None)
    for check in checks:
        if on is not None and on > check:  # early: it covers the next date
            on = next(left, None)
            continue
        while on is not None and on <= check:
            on = next(left, None)
    if on is not None:
        yield on
        yield from left


def next_checks(procurement: Procurement) -> tuple[Due, ...]:
    """Give the next check of each follow-up that is not done with, the first due first."""
    found = (
        Due(procurement=procurement.id, item=item, follow_up=follow_up, on=on)
        for item, follow_up in _follow_ups(procurement)
        for on in _first(open_dates(follow_up, start=_start(procurement), end=_end(procurement)))
    )
    return tuple(sorted(found, key=lambda due: due.key))


def overdue(procurements: Iterable[Procurement], today: date) -> tuple[Due, ...]:
    """Give each follow-up that should have been checked before today, with its oldest date, oldest first."""
    found = (due for one in procurements for due in next_checks(one) if due.on < today)
    return tuple(sorted(found, key=lambda due: due.key))


def checked(follow_up: FollowUp, on: date) -> FollowUp:
    """Note that a check was made; the same day is noted once."""
    return replace(follow_up, done=tuple(sorted({*follow_up.done, on.isoformat()})))


def differ_in_checks_alone(one: Procurement, other: Procurement) -> bool:
    """Say whether all that tells two apart is which checks were made: that goes on after the award."""
    return _unchecked(one) == _unchecked(other)


def _unchecked(procurement: Procurement) -> Procurement:
    items = (
        replace(item, follow_up=tuple(replace(check, done=()) for check in item.follow_up))
        for item in procurement.items
    )
    return replace(procurement, items=tuple(items))


def _follow_ups(procurement: Procurement) -> Iterator[tuple[Item, FollowUp]]:
    """Give nothing for a template, or while the start of the contract is not known."""
    if procurement.head.template or not procurement.head.dates.contract_start:
        return
    for item in procurement.items:
        for follow_up in item.follow_up:
            yield item, follow_up


def _start(procurement: Procurement) -> date:
    return date.fromisoformat(procurement.head.dates.contract_start)


def _end(procurement: Procurement) -> date | None:
    end = procurement.head.dates.contract_end
    return date.fromisoformat(end) if end else None


def _first(dates: Iterator[date]) -> Iterator[date]:
    for on in dates:
        yield on
        return


def _months_after(first: date, months: int) -> date | None:
    """Give the date so many months later; None is beyond what a calendar holds."""
    year, month = divmod(first.month - 1 + months, 12)
    if first.year + year > date.max.year:
        return None
    last = calendar.monthrange(first.year + year, month + 1)[1]
    return date(first.year + year, month + 1, min(first.day, last))
