"""The dates of a procurement as a calendar (iCalendar, RFC 5545): its own, and what to check in the contract.

Every entry keeps its UID, so that importing a newer file changes entries instead of doubling them. They last
a day and block no time. The form is small enough to write here: the library that reads any calendar is 5 MB.
What the file rests on stands in the description of the calendar (RFC 7986), and in each check too, since most
calendars take over the entries alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from procura_desktop.domain.follow_up import dates_of
from procura_desktop.domain.procurement import FollowUp, Item
from procura_desktop.export.characters import printable
from procura_desktop.export.papers.desk import Desk
from procura_desktop.export.papers.opening import about
from procura_desktop.export.papers.origin import origin_lines, origin_text

DOMAIN = "procura-desktop"
OCTETS = 75  # of a line, RFC 5545 section 3.1
CHECK_NOTICE, DATE_NOTICE, END_NOTICE = 7, 7, 90  # days before
_IN_TEXT = re.compile(r"([\\;,])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a calendar.

    Attributes:
        uid: stays the same over exports.
        rule: how it comes back (RRULE); "" is once.
        notice: days before it on which one is reminded.
    """

    uid: str
    on: date
    title: str
    text: str = ""
    rule: str = ""
    notice: int = DATE_NOTICE


def calendar(desk: Desk) -> bytes:
    """Make the calendar as an ICS file; what has no date is left out."""
    told = _escaped("\n".join((*origin_lines(desk), *about(desk))))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{DOMAIN}//{_escaped(desk.facts.program)}//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(desk.procurement.head.title)}",
        f"DESCRIPTION:{told}",
        f"X-WR-CALDESC:{told}",
    ]
    stamp = desk.facts.made.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for entry in (*_own_dates(desk), *_checks(desk)):
        lines.extend(_event(entry, stamp))
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _own_dates(desk: Desk) -> Iterator[Entry]:
    dates, say = desk.procurement.head.dates, desk.say
    for name, text, title, notice in (
        ("publication", dates.publication, "Publication", DATE_NOTICE),
        ("deadline", dates.deadline, "Deadline for tenders", DATE_NOTICE),
        ("contract-start", dates.contract_start, "Start of the contract", DATE_NOTICE),
        ("contract-end", dates.contract_end, "End of the contract", END_NOTICE),
    ):
        if day := _day(text):
            named = f"{say(title)}: {desk.procurement.head.title}"
            yield Entry(uid=_uid(desk, name), on=day, title=named, text=_about(desk), notice=notice)


def _checks(desk: Desk) -> Iterator[Entry]:
    start = _day(desk.procurement.head.dates.contract_start)
    if start is None:
        return
    end = _day(desk.procurement.head.dates.contract_end)
    for item in desk.procurement.items:
        for check in item.follow_up:
            first = next(dates_of(check, start=start, end=end), None)
            if first is None:  # after the contract, or beyond what a calendar holds
                continue
            yield Entry(
                uid=_uid(desk, check.id),
                on=first,
                title=f"{desk.numbers[item.id]}: {check.what}",
                text=_told(desk, item, check),
                rule=repeating(first, check.every_months, end),
                notice=CHECK_NOTICE,
            )


def repeating(first: date, months: int, end: date | None) -> str:
    """Give the rule for every so many months until the end, which is included; without an end it goes on.

    A day that a month does not have becomes its last one: the 31st comes as the 30th, or the 28th.
    """
    if months <= 0 or (end is not None and end <= first):
        return ""
    rule = f"FREQ=MONTHLY;INTERVAL={months}"
    if first.day > 28:
        days = ",".join(str(day) for day in range(28, first.day + 1))
        rule += f";BYMONTHDAY={days};BYSETPOS=-1"
    return rule if end is None else f"{rule};UNTIL={end:%Y%m%d}"


def _told(desk: Desk, item: Item, check: FollowUp) -> str:
    say = desk.say
    told = [f"{desk.numbers[item.id]} {item.title}"]
    if check.proof:
        told.append(say("Proof: {proof}", proof=check.proof))
    if check.if_not:
        told.append(say("If not: {what}", what=check.if_not))
    if check.done:
        told.append(say("Checked on: {dates}", dates=", ".join(desk.write.date(on) for on in check.done)))
    return "\n".join((*told, _about(desk), origin_text(desk, item), *about(desk)))


def _about(desk: Desk) -> str:
    """Name the procurement."""
    head = desk.procurement.head
    return " · ".join(filter(None, (head.buyer, head.title, head.reference)))


def _uid(desk: Desk, name: str) -> str:
    return f"{desk.procurement.id}-{name}@{DOMAIN}"


def _event(entry: Entry, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(entry.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}"
    if entry.on < date.max:  # a day without an end lasts a day
        yield f"DTEND;VALUE=DATE:{entry.on + timedelta(days=1):%Y%m%d}"
    if entry.rule:
        yield f"RRULE:{entry.rule}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    yield f"DESCRIPTION:{_escaped(entry.text)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"TRIGGER:-P{entry.notice}D"
    yield f"DESCRIPTION:{_escaped(entry.title)}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _day(text: str) -> date | None:
    """Give a day of an ISO date; None for "" and for what is no whole date, such as a year."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _escaped(text: str) -> str:
    return _IN_TEXT.sub(r"\\\1", printable(text).strip()).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after 75 octets at most, never inside a character."""
    parts, size = [""], 0
    for character in line:
        length = len(character.encode())
        if size + length > OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += length
    return "\r\n".join(parts)
