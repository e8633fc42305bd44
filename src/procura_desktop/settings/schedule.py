"""When the program may look for updates that nobody asked for."""

from datetime import datetime, time, timedelta


def is_due(now: datetime, last: datetime | None, *, every: int, between: str) -> bool:
    """Say whether it is time for another look.

    `now` is local time; `last` is when somebody last looked, None is never; `every` is in hours; `between` is
    a span of local time such as "20:00-06:00", "" is always.
    """
    return is_within(now.time(), between) and (last is None or now - last >= timedelta(hours=every))


def is_within(at: time, span: str) -> bool:
    """Say whether a time of day lies in a span, which may go past midnight; its end is no part of it."""
    if not span:
        return True
    begin, end = (time.fromisoformat(part) for part in span.split("-"))
    if begin <= end:
        return begin <= at < end or begin == end
    return at >= begin or at < end
