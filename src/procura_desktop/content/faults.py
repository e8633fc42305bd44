"""What is wrong with content, and where: every fault names a line and says what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that an author must change, or, as a `warning`, should look at.

    Attributes:
        path: as the author would type it, from where the check was started.
        line: counts from 1; 1 as well when the file as a whole is meant.
    """

    path: str
    line: int
    what: str
    instead: str
    warning: bool = False

    def __str__(self) -> str:
        """Give the one line that `check` prints."""
        return f"{self.path}:{self.line}: {'warning: ' if self.warning else ''}{self.what}; {self.instead}"


class FaultLog:
    """Collects the faults of one file, so that a check names every one and not the first."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._faults: list[Fault] = []

    def fault(self, line: int, what: str, instead: str) -> None:
        """Note something that must be changed."""
        self._faults.append(Fault(self.path, line, what, instead))

    def warn(self, line: int, what: str, instead: str) -> None:
        """Note something to look at."""
        self._faults.append(Fault(self.path, line, what, instead, warning=True))

    @property
    def failed(self) -> bool:
        """Whether anything must be changed."""
        return any(not fault.warning for fault in self._faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was noted so far."""
        return tuple(self._faults)


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Sort faults as an author works through them: by file, then by line; each once."""
    return tuple(sorted(set(faults), key=lambda fault: (fault.path, fault.line, fault.what, fault.instead)))
