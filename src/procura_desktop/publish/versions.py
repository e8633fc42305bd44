"""Calendar versions: year, month, and a number that counts within the month, such as 2026.11.1."""

import re
from datetime import date

from procura_desktop.publish.errors import ReleaseError

_FORM = re.compile(r"(20[0-9]{2})\.([1-9]|1[0-2])\.([1-9][0-9]{0,3})")


def parse_version(text: str) -> tuple[int, int, int]:
    """Take a version apart, so that versions can be compared.

    Raises:
        ReleaseError: it is none.
    """
    found = _FORM.fullmatch(text)
    if found is None:
        raise ReleaseError(f"{text!r} is no version; write year, month and number, such as 2026.11.1")
    year, month, number = map(int, found.groups())
    return year, month, number


def next_version(on: date, *, newest: str) -> str:
    """Number a release of this day; `newest` "" means that there is none yet.

    Raises:
        ReleaseError: the newest release is of a later month.
    """
    if not newest:
        return f"{on.year}.{on.month}.1"
    year, month, number = parse_version(newest)
    if (year, month) > (on.year, on.month):
        raise ReleaseError(
            f"the newest release is {newest}, later than {on}; set the clock of this computer, "
            f"or give a --version above {newest}"
        )
    return f"{on.year}.{on.month}.{number + 1 if (year, month) == (on.year, on.month) else 1}"
