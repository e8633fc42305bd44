"""Texts and numbers of a record from elsewhere, wherever in it they stand.

Control characters have no place in any text, nor do signs that show it in another order than it is read in.
Numbers beyond every limit would stop what calculates with them.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from procura_desktop.domain.amounts import LARGEST_NUMBER, MOST_DECIMALS
from procura_desktop.errors import ForeignFileError
from procura_desktop.phrases import Phrase, phrase

LONGEST_TEXT = 200_000  # characters

# Control characters but those of lines and tabs, what shows a text in another order, and halves of signs.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_T = TypeVar("_T")


def forbidden_sign(text: str) -> str:
    """Give the first sign of a text that no text may have; "" is none."""
    found = _FORBIDDEN.search(text)
    return found[0] if found else ""


def plain(record: _T, refused: Callable[[Phrase], ForeignFileError]) -> tuple[_T, int]:
    """Give a record of any kind without signs that no text may have, and how many texts had some.

    Raises:
        ForeignFileError: what `refused` makes of the reason: a text or a number is beyond every limit.
    """
    reading = _Reading(refused)
    made: _T = reading.value(record)
    return made, reading.changed


class _Reading:
    """Goes through a record field by field; counts the texts that it changes."""

    def __init__(self, refused: Callable[[Phrase], ForeignFileError]) -> None:
        self._refused = refused
        self.changed = 0

    def value(self, value: Any) -> Any:  # noqa: ANN401 - whatever a record can hold
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, tuple):
            made = tuple(map(self.value, value))
            return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
        if isinstance(value, Decimal | int | float):
            return self._number(value)
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value)
        return value

    def _record(self, record: Any) -> Any:  # noqa: ANN401 - a record of any kind
        changed = {}
        for field in fields(record):
            before = getattr(record, field.name)
            after = self.value(before)
            if after is not before:
                changed[field.name] = after
        return replace(record, **changed) if changed else record

    def _text(self, text: str) -> str:
        if len(text) > LONGEST_TEXT:
            raise self._refused(
                phrase("details", "a text in it has {number} characters; {longest_text} is the most").of(
                    number=len(text), longest_text=LONGEST_TEXT
                )
            )
        made = _FORBIDDEN.sub("", text.replace("\r\n", "\n"))
        self.changed += made != text
        return text if made == text else made

    def _number(self, number: Decimal | float) -> Decimal | float:
        exact = Decimal(number)
        if not exact.is_finite():
            raise self._refused(phrase("details", "{number} is no number").of(number=number))
        if exact.copy_abs() > LARGEST_NUMBER:  # abs() would compute, and overflow
            raise self._refused(
                phrase("details", "a number in it is larger than anything that can be bought")
            )
        if isinstance(number, Decimal) and -int(number.as_tuple().exponent) > MOST_DECIMALS:
            raise self._refused(
                phrase("details", "a number in it has more than {most_decimals} decimals").of(
                    most_decimals=MOST_DECIMALS
                )
            )
        return number
