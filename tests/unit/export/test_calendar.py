from dataclasses import replace
from datetime import date, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from procura_desktop.domain.drafting import with_item
from procura_desktop.domain.procurement import Dates, FollowUp, Procurement
from procura_desktop.export.calendar import calendar, repeating
from procura_desktop.export.characters import printable
from tests.procurements import make_procurement
from tests.sheets import desk_of


def events(procurement: Procurement) -> dict[str, Component]:
    found = Calendar.from_ical(calendar(desk_of(procurement)))
    return {str(event["UID"]).removesuffix("@procura-desktop"): event for event in found.walk("VEVENT")}


def dated(*, start: str = "2027-03-01", end: str = "", check: FollowUp | None = None) -> Procurement:
    made = make_procurement()
    head = replace(made.head, dates=Dates(contract_start=start, contract_end=end))
    clause = made.item("clause-1")
    return with_item(
        replace(made, head=head), replace(clause, follow_up=(check,)) if check is not None else clause
    )


def rule_of(event: Component) -> str:
    found = event["RRULE"].to_ical()
    return found.decode() if isinstance(found, bytes) else str(found)


def days(event: Component, most: int) -> list[date]:
    rule = rrulestr(rule_of(event), dtstart=event.decoded("DTSTART"))
    return [moment.date() for moment, _ in zip(rule, range(most), strict=False)]


def test_the_dates_of_the_procurement_are_days() -> None:
    found = events(make_procurement())

    deadline = found["laptops-2026-deadline"]
    assert str(deadline["SUMMARY"]) == "Deadline for tenders: Laptops for the town hall"
    assert (deadline.decoded("DTSTART"), deadline.decoded("DTEND")) == (date(2027, 1, 15), date(2027, 1, 16))
    assert str(deadline["TRANSP"]) == "TRANSPARENT"
    assert set(found) == {
        "laptops-2026-publication",
        "laptops-2026-deadline",
        "laptops-2026-contract-start",
        "laptops-2026-follow-1",
    }


def test_a_contract_without_an_end_may_say_so_by_the_last_day_there_is() -> None:
    found = events(dated(end="9999-12-31"))

    assert found["laptops-2026-contract-end"].decoded("DTSTART") == date.max
    assert "UNTIL=99991231" in rule_of(found["laptops-2026-follow-1"])


def test_a_check_beyond_the_last_day_there_is_has_no_entry() -> None:
    assert set(events(dated(start="9999-12-31"))) == {"laptops-2026-contract-start"}


def test_a_check_comes_back_until_the_contract_ends() -> None:
    found = events(dated(end="2029-06-01"))["laptops-2026-follow-1"]

    assert str(found["SUMMARY"]) == "CPC 1: Ask for the take-back report"
    assert found.decoded("DTSTART") == date(2027, 3, 1) + timedelta(days=90)
    assert days(found, 9) == [date(2027, 5, 30), date(2028, 5, 30), date(2029, 5, 30)]


def test_a_check_without_a_known_end_goes_on() -> None:
    assert rule_of(events(dated())["laptops-2026-follow-1"]).endswith(
        "INTERVAL=12;BYMONTHDAY=28,29,30;BYSETPOS=-1"
    )


def test_a_check_on_the_last_day_comes_once() -> None:
    assert "RRULE" not in events(dated(end="2027-05-30"))["laptops-2026-follow-1"]


def test_a_check_after_the_end_has_no_entry() -> None:
    assert set(events(dated(end="2027-05-29"))) == {
        "laptops-2026-contract-start",
        "laptops-2026-contract-end",
    }


def test_the_thirty_first_comes_in_every_month() -> None:
    check = FollowUp(id="monthly", what="Ask", after_days=0, every_months=1)
    found = events(dated(start="2027-12-31", end="2028-06-30", check=check))["laptops-2026-monthly"]

    assert [day.isoformat() for day in days(found, 9)] == [
        "2027-12-31",
        "2028-01-31",
        "2028-02-29",
        "2028-03-31",
        "2028-04-30",
        "2028-05-31",
        "2028-06-30",
    ]


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 24))
def test_checks_come_at_even_steps(first: date, months: int) -> None:
    rule = rrulestr(repeating(first, months, None), dtstart=first)
    found = [moment.date() for moment, _ in zip(rule, range(5), strict=False)]

    assert found[0] == first
    passed = [(day.year - first.year) * 12 + day.month - first.month for day in found]
    assert passed == [months * step for step in range(5)]


def test_one_is_reminded_before() -> None:
    alarms = events(dated(end="2029-06-01"))["laptops-2026-contract-end"].walk("VALARM")

    assert [alarm.decoded("TRIGGER") for alarm in alarms] == [timedelta(days=-90)]


def test_the_check_says_what_it_is_about() -> None:
    check = FollowUp(
        id="x", what="Look; count, and \\ weigh\nthem", proof="A, B", if_not="Ask again", done=("2027-04-01",)
    )
    event = events(dated(check=check))["laptops-2026-x"]

    assert str(event["SUMMARY"]) == "CPC 1: Look; count, and \\ weigh\nthem"
    assert str(event["DESCRIPTION"]).split("\n")[:4] == [
        "CPC 1 Take-back",
        "Proof: A, B",
        "If not: Ask again",
        "Checked on: 1 April 2027",
    ]


def test_without_a_start_of_the_contract_a_check_has_no_date() -> None:
    assert "laptops-2026-follow-1" in events(dated())
    assert "laptops-2026-follow-1" not in events(dated(start=""))


def test_the_same_procurement_gives_the_same_entries() -> None:
    assert calendar(desk_of(make_procurement())) == calendar(desk_of(make_procurement()))


def test_lines_end_and_fold_as_the_standard_says() -> None:
    check = FollowUp(id="long", what="Prüfe 💻 " * 60)
    data = calendar(desk_of(dated(check=check)))

    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert str(events(dated(check=check))["laptops-2026-long"]["SUMMARY"]).count("💻") == 60


@given(st.text())
def test_any_text_is_read_back(text: str) -> None:
    check = FollowUp(id="any", what=text)

    found = events(dated(check=check))

    assert str(found["laptops-2026-any"]["SUMMARY"]) == f"CPC 1: {printable(text)}".strip()
    assert set(found) == {"laptops-2026-any", "laptops-2026-contract-start"}
