"""What the date of a library says about the clock of this computer: no text is of tomorrow."""

from datetime import UTC, date, datetime, timedelta

from procura_desktop.library.facts import LibraryInfo

_ZONES = timedelta(days=1)  # it may be tomorrow elsewhere


def date_of(info: LibraryInfo) -> date | None:
    """Give when a library was published, or else its newest text; None where it says neither."""
    try:
        return date.fromisoformat(info.dated)
    except ValueError:
        return None


def age_in_days(info: LibraryInfo, today: date) -> int | None:
    """Give how old a library is; below 0 the clock is behind."""
    found = date_of(info)
    return None if found is None else (today - found).days


def clock_is_behind(info: LibraryInfo, today: date) -> bool:
    """Say whether the clock names a day before the library was made."""
    found = date_of(info)
    return found is not None and found - today > _ZONES


def today_here() -> date:
    """Give the day that the clock of this computer names, where it stands."""
    return datetime.now(UTC).astimezone().date()
