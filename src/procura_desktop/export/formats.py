"""Dates, numbers and amounts as a language writes them.

The forms are those of Unicode CLDR 45 (https://cldr.unicode.org) for the six languages that the documents
speak; any other language gets ISO dates and figures in groups of three with a blank, which all can read.
The library that holds all of CLDR for Python is 30 MB, a third of the program.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

NO_BREAK = "\u00a0"
NARROW = "\u202f"


@dataclass(frozen=True, slots=True)
class Formats:
    """How one language writes dates and numbers.

    Attributes:
        months: twelve names with blanks between; "" for ISO dates.
        pattern: of a date, with {day}, {month} and {year}.
        first: what the first of a month is called; "" is "1".
        point, group: between whole and part, and between thousands.
        grouped_from: digits from which thousands are set apart.
    """

    months: str = ""
    pattern: str = ""
    first: str = ""
    point: str = "."
    group: str = NARROW
    grouped_from: int = 4

    def date(self, iso: str) -> str:
        """Write an ISO date or time; what is only a year, a month or no date stays as it is."""
        try:
            day = datetime.fromisoformat(iso).date() if len(iso) > 10 else date.fromisoformat(iso)
        except ValueError:
            return iso
        if not self.months:
            return day.isoformat()
        number = self.first if day.day == 1 and self.first else str(day.day)
        return self.pattern.format(day=number, month=self.months.split()[day.month - 1], year=day.year)

    def number(self, value: Decimal | float) -> str:
        """Write a number with the decimals that it has; zeros at its end are left out."""
        exact = Decimal(str(value))
        if not exact.is_finite():  # it has no digits
            return str(value)
        plain = f"{exact:f}"
        sign, digits = ("−", plain[1:]) if plain.startswith("-") else ("", plain)
        whole, _, part = digits.partition(".")
        part = part.rstrip("0")
        if len(whole) >= self.grouped_from:
            whole = f"{Decimal(whole):,f}".replace(",", self.group)
        return f"{sign}{whole}{self.point}{part}" if part else f"{sign}{whole}"

    def money(self, value: Decimal, currency: str) -> str:
        """Write an amount with its currency's code."""
        return f"{self.number(value)}{NO_BREAK}{currency}".rstrip()


_ENGLISH = Formats(
    "January February March April May June July August September October November December",
    "{day} {month} {year}",
    group=",",
)
_FRENCH = Formats(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "{day} {month} {year}",
    first="1er",
    point=",",
)
_GERMAN = Formats(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "{day}. {month} {year}",
    point=",",
    group=".",
)
_DUTCH = Formats(
    "januari februari maart april mei juni juli augustus september oktober november december",
    "{day} {month} {year}",
    point=",",
    group=".",
)
_SPANISH = Formats(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "{day} de {month} de {year}",
    point=",",
    group=".",
    grouped_from=5,
)
_PORTUGUESE = Formats(
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "{day} de {month} de {year}",
    point=",",
    group=NO_BREAK,
    grouped_from=5,
)
_KNOWN = {
    "en": _ENGLISH,
    "fr": _FRENCH,
    "de": _GERMAN,
    "nl": _DUTCH,
    "es": _SPANISH,
    "pt": _PORTUGUESE,
}


def formats_of(language: str) -> Formats:
    """Give the formats of a language (ISO 639-1, a region after it does not count)."""
    return _KNOWN.get(language.partition("-")[0].lower(), Formats())
