from dataclasses import replace
from datetime import date

import pytest

from procura_desktop.domain import follow_up
from procura_desktop.domain.procurement import FollowUp, Procurement
from tests.procurements import make_procurement

START = date(2027, 1, 31)


def monthly(*done: str, after: int = 0, every: int = 1) -> FollowUp:
    return FollowUp(id="f", what="Ask for the report", after_days=after, every_months=every, done=done)


def dates(one: FollowUp, end: date | None = date(2027, 5, 31)) -> list[str]:
    return [on.isoformat() for on in follow_up.dates_of(one, start=START, end=end)]


def still_open(one: FollowUp) -> list[str]:
    return [on.isoformat() for on in follow_up.open_dates(one, start=START, end=date(2027, 4, 30))]


def test_the_last_day_of_a_month_stays_the_last() -> None:
    assert dates(monthly()) == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]


def test_once_is_once() -> None:
    assert dates(monthly(after=90, every=0)) == ["2027-05-01"]
    assert dates(monthly(after=200, every=0)) == []


def test_without_an_end_the_dates_go_on_but_not_for_ever() -> None:
    assert len(dates(monthly(), end=None)) == follow_up.MOST_CHECKS


def test_dates_end_with_the_calendar() -> None:
    late = follow_up.dates_of(monthly(), start=date(9999, 11, 30), end=None)

    assert list(late) == [date(9999, 11, 30), date(9999, 12, 30)]
    assert list(follow_up.dates_of(monthly(after=9_999_999), start=START, end=None)) == []


@pytest.mark.parametrize(
    ("done", "left"),
    [
        ((), ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]),
        (("2027-01-31",), ["2027-02-28", "2027-03-31", "2027-04-30"]),
        (("2027-01-20",), ["2027-02-28", "2027-03-31", "2027-04-30"]),  # early
        (("2027-03-15",), ["2027-03-31", "2027-04-30"]),  # late: it covers all before it
        (("2027-02-02", "2027-02-20"), ["2027-03-31", "2027-04-30"]),
        (("2027-05-30",), []),
    ],
)
def test_a_check_covers_what_was_due_or_else_the_next_date(done: tuple[str, ...], left: list[str]) -> None:
    assert still_open(monthly(*done)) == left


def contract(*, end: str = "2029-02-28", start: str = "2027-03-01") -> Procurement:
    made = make_procurement()
    dates = replace(made.head.dates, contract_start=start, contract_end=end)
    return replace(made, head=replace(made.head, dates=dates))


def test_the_next_check_of_each_clause_comes_by_date() -> None:
    (due,) = follow_up.next_checks(contract())

    assert (due.item.id, due.on) == ("clause-1", date(2027, 5, 30))


def test_a_clause_is_overdue_from_the_day_after() -> None:
    assert follow_up.overdue([contract()], date(2027, 5, 30)) == ()
    (due,) = follow_up.overdue([contract(), contract(start="")], date(2027, 5, 31))
    assert due.follow_up.what == "Ask for the take-back report"


def test_what_was_checked_is_overdue_no_more() -> None:
    made = contract()
    clause = made.item("clause-1")
    done = follow_up.checked(follow_up.checked(clause.follow_up[0], date(2027, 6, 3)), date(2027, 6, 3))
    changed = replace(clause, follow_up=(done,))
    made = replace(made, items=tuple(changed if item.id == clause.id else item for item in made.items))

    assert done.done == ("2027-06-03",)
    assert follow_up.overdue([made], date(2027, 12, 1)) == ()
    assert follow_up.next_checks(made)[0].on == date(2028, 5, 30)


def test_a_template_has_no_dates() -> None:
    made = contract()

    assert follow_up.next_checks(replace(made, head=replace(made.head, template=True))) == ()
