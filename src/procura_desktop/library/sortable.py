"""Sort keys as bytes, so that a database sorts as Python does and no list of all keys is held.

Two keys of the same shape compare as bytes exactly as they do as tuples: where one has a text, a number or a
tuple, the other has the same at that place, or ends before it.
"""

from collections.abc import Sequence

_END, _NUMBER, _TEXT, _TUPLE = b"\x00", b"\x01", b"\x02", b"\x03"  # the end comes before any element
_LENGTH = 4  # bytes in which the length of a number is written


def sort_bytes(key: Sequence[object]) -> bytes:
    """Give a key of texts, whole numbers and keys as bytes.

    Raises:
        UnicodeEncodeError: a text has a lone surrogate.
        TypeError: an element is something else.
    """
    return b"".join(map(_element, key)) + _END


def _element(value: object) -> bytes:
    if isinstance(value, str):
        return _TEXT + value.encode().replace(b"\x00", b"\x00\xff") + _END
    if isinstance(value, int):
        return _NUMBER + _number(value)
    if isinstance(value, tuple):
        return _TUPLE + sort_bytes(value)
    raise TypeError(f"{value!r} cannot be sorted by")


def _number(value: int) -> bytes:
    size = (abs(value).bit_length() + 7) // 8
    digits = size.to_bytes(_LENGTH, "big") + abs(value).to_bytes(size, "big")
    # Of two numbers below zero the larger comes first: every bit is turned round.
    return b"\x01" + digits if value >= 0 else b"\x00" + bytes(255 - byte for byte in digits)
