"""Which characters a document can hold.

XML 1.0 has no place for most control characters, for halves of a surrogate pair or for two noncharacters.
They come from pasted text and mean nothing to a reader, but one that vanished could join two words or hide
that something was lost: each is shown as U+FFFD, "�". A line end of any system becomes a line feed, as do the
vertical tab and the form feed, which word processors paste for a line or page break.
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

T = TypeVar("T")

# https://www.w3.org/TR/xml/#charsets, without the carriage return, which XML readers turn into a line feed
_OUTSIDE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def printable(text: str) -> str:
    """Give a text as a document can hold it."""
    if text.isascii() and text.isprintable():
        return text
    return _OUTSIDE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Give a text on one line, for a title or a header."""
    return " ".join(printable(text).split())


def all_printable(record: T) -> T:
    """Give a frozen record with every text in it, however deep, as a document can hold it."""
    return _cleaned(record)  # type: ignore[return-value] # it gives back what it was given, with other texts


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for field in fields(value):
            old = getattr(value, field.name)
            new = _cleaned(old)
            if new != old:
                changed[field.name] = new
        return replace(value, **changed) if changed else value
    return value
