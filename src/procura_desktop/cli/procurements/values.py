"""Values as somebody writes them in a shell: read, or refused with a sentence that says what to write."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

from procura_desktop.domain.amounts import parse_amount, parse_number
from procura_desktop.domain.cpv import whole_code
from procura_desktop.domain.weights import HIGHEST_SCORE
from procura_desktop.errors import ProcurementError
from procura_desktop.workspace.plain import LONGEST_TEXT, forbidden_sign

LONGEST_NUMBER = 60  # signs; longer is no number that anybody means
LONGEST_SHOWN = 60  # of a value in a sentence
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class EntryError(ProcurementError):
    """A name or a value that cannot be used; the message says what to write instead."""


def shown(value: str) -> str:
    """Give a value in quotes, cut where it is long."""
    return repr(value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…")


def text(name: str, value: str) -> str:
    """Take any text that can be kept and handed to a colleague; "" is one."""
    plain = value.replace("\r\n", "\n")
    if len(plain) > LONGEST_TEXT:
        raise EntryError(f"{name}: the text has {len(plain)} characters; {LONGEST_TEXT} is the most")
    if sign := forbidden_sign(plain):
        raise EntryError(
            f"{name}: the text has a sign that no text may have (U+{ord(sign):04X}); leave it out"
        )
    return plain


def words(name: str, value: str) -> str:
    """Take a text that says something."""
    if not value.strip():
        raise EntryError(f"{name} is empty; write it in words")
    return text(name, value)


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """Take one of a few words."""
    if value not in allowed:
        listed = ", ".join(one or "(nothing)" for one in allowed)
        raise EntryError(f"{name} is one of {listed}, not {shown(value)}")
    return value


def yes_no(name: str, value: str) -> bool:
    """Take yes or no."""
    return one_of(name, value, ("yes", "no")) == "yes"


def formed(name: str, value: str, form: re.Pattern[str], wanted: str) -> str:
    """Take a text that has a form."""
    if not form.fullmatch(value):
        raise EntryError(f"{name} is {wanted}, not {shown(value)}")
    return value


def day(name: str, value: str) -> str:
    """Take a date that exists; "" is not known yet."""
    if value:
        formed(name, value, _DATE, "a date such as 2027-03-01")
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise EntryError(f"{name} is a day that exists, not {shown(value)}") from error
    return value


def past_day(name: str, value: str) -> date:
    """Take a day on which something was done: today where nothing is said, none that is still to come."""
    today = datetime.now(UTC).astimezone().date()
    found = date.fromisoformat(day(name, value)) if value else today
    if found > today:
        raise EntryError(f"{name} is a day until today ({today}), not {shown(value)}")
    return found


def whole(name: str, value: str, most: int) -> int:
    """Take a whole number from 0 on."""
    fits = re.fullmatch("[0-9]+", value) and len(value) <= len(str(most)) and int(value) <= most
    if not fits:
        raise EntryError(f"{name} is a whole number from 0 to {most}, not {shown(value)}")
    return int(value)


def amount(name: str, value: str) -> Decimal | None:
    """Take money; "" is not known."""
    return _read(name, value, parse_amount)


def price(name: str, value: str) -> Decimal:
    """Take a price, which is above 0."""
    found = amount(name, value)
    if not found:
        raise EntryError(f"{name} is a price above 0, such as 1250.50, not {shown(value)}")
    return found


def number(name: str, value: str) -> Decimal | None:
    """Take a number that is not negative; "" is not known."""
    return _read(name, value, parse_number)


def score(name: str, value: str) -> Decimal | None:
    """Take a score; "" is none."""
    found = number(name, value)
    if found is not None and found > HIGHEST_SCORE:
        raise EntryError(f"{name} is a score from 0 to 100, not {shown(value)}")
    return found


def factor(name: str, value: str) -> Decimal:
    """Take a number above 1."""
    found = number(name, value)
    if found is None or found <= 1:
        raise EntryError(f"{name} is a number above 1, such as 2, not {shown(value)}")
    return found


def parts(value: str) -> tuple[str, ...]:
    """Divide at commas; what is empty is left out, what stands twice counts once."""
    return tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


def codes(name: str, value: str) -> tuple[str, ...]:
    """Take CPV codes, divided by commas."""
    return tuple(_code(name, part) for part in parts(value))


def _code(name: str, part: str) -> str:
    code = whole_code(part)
    if not code and re.fullmatch("[0-9]{8}", part):
        raise EntryError(f"{name}: {part} is not in the list of the program; write it with its check digit")
    if not code:
        raise EntryError(
            f"{name}: a code has eight figures and a check digit, such as 30213100-6, not {shown(part)}"
        )
    return code


def _read(name: str, value: str, read: Callable[[str], Decimal | None]) -> Decimal | None:
    if len(value) > LONGEST_NUMBER:
        raise EntryError(f"{name}: write figures, such as 270000, not {shown(value)}")
    try:
        return read(value)
    except ValueError as error:
        raise EntryError(f"{name}: {error}") from error
