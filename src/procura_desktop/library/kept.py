"""What was read of a library, kept for as long as there is room: a file that is open never changes.

Who types asks nearly the same with every letter. Room is bounded whatever the library's size, so that what
is kept longest goes first.
"""

from collections import deque
from typing import Generic, TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Kept(Generic[_Key, _Value]):
    """Values by key; together they weigh no more than `most`."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._weight = 0
        self._order: deque[tuple[_Key, int]] = deque()  # a dict is slow to tell its first key, once some went
        self._values: dict[_Key, _Value] = {}
        self.get = self._values.get  # the value of a key, or None

    def put(self, key: _Key, value: _Value, *, weight: int = 1) -> None:
        """Keep a value of a new key; one that weighs more than a quarter of the room is not kept."""
        if 4 * weight > self._most:
            return
        self._weight += weight
        while self._weight > self._most:
            oldest, gone = self._order.popleft()
            self._weight -= gone
            del self._values[oldest]
        self._order.append((key, weight))
        self._values[key] = value

    def __len__(self) -> int:
        return len(self._values)

    @property
    def weight(self) -> int:
        """What all values weigh together."""
        return self._weight
