"""How the files of a release are read, wherever they lie.

Nothing that a transport gives is trusted: what it says is checked against signed lengths and hashes by those
who ask. It only promises to read no more than it is asked for, and nothing outside its own folder.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from procura_desktop.errors import SourceUnreachableError
from procura_desktop.phrases import phrase

CHUNK = 16_384
_NAME = re.compile(r"(?:metadata|targets|targets/program)/[A-Za-z0-9][A-Za-z0-9._-]{0,200}")


class NotThereError(Exception):
    """The source was reached and has no such file."""


@dataclass(slots=True)
class Traffic:
    """What was sent and received: bodies and headers, in bytes, and how many requests it took."""

    requests: int = 0
    sent: int = 0
    received: int = 0
    seconds: float = 0.0

    @property
    def total(self) -> int:
        """Bytes in both directions."""
        return self.sent + self.received

    @property
    def rate(self) -> float:
        """Bytes a second, of what was received; 0 means unknown."""
        return self.received / self.seconds if self.seconds > 0 else 0.0


class Transport(Protocol):
    """A place that releases are read from."""

    traffic: Traffic

    @property
    def address(self) -> str:
        """The place, as people write it."""

    def read(self, name: str, *, start: int = 0, most: int) -> Iterator[bytes]:
        """Give the bytes of a file from `start` on, up to and including one more than `most` in all.

        `name` is ``metadata/…``, ``targets/…`` or ``targets/program/…``.

        Raises:
            NotThereError: there is no such file.
            SourceUnreachableError: the place cannot be reached or read just now.
        """

    def close(self) -> None:
        """Let go of the place."""


def checked_name(name: str, *, address: str) -> str:
    """Give `name` back when it is one of a release's file names.

    Raises:
        SourceUnreachableError: it is something else, such as a path that leads elsewhere.
    """
    if not _NAME.fullmatch(name) or ".." in name:
        raise SourceUnreachableError(
            source=address, detail=phrase("details", "{name} is no file of a release").of(name=repr(name))
        )
    return name
