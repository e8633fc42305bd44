"""How long work reports and is stopped, without knowing who watches."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user asked to stop; clean up as for any exception."""


class Progress(Protocol):
    """What a long operation tells its caller."""

    def advance(self, done: int, total: int | None = None) -> None:
        """Say how far it is, in units of the operation; `total` None means unknown.

        Raises:
            Cancelled: the user asked to stop.
        """


class Silent:
    """A progress that nobody watches and nobody stops."""

    def advance(self, done: int, total: int | None = None) -> None:
        """Take note of nothing."""
