"""What the checks know beyond the procurement itself: the labels of the library, and the day."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from procura_desktop.domain.checks.names import LABELS
from procura_desktop.domain.records import LabelType, Record

# Marks that a law prescribes or defines, or documents of a kind: nothing could stand in their place.
_PRESCRIBED = (
    "labels/eu-energy-label",
    "labels/eu-tyre-label",
    "labels/euro-emission-standards",
    "labels/guarantees-of-origin",
    "labels/pdo-pgi-tsg",
    "labels/epd",
    "labels/level-s",
)
Criteria = Callable[[str], Iterable[Record]]
_SHORT = re.compile(r"\s+\((?P<inside>[^()]*)\)\s*$")


def _none(_group: str) -> tuple[Record, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFact:
    """A label, scheme or certificate, by all the names that people write."""

    id: str
    names: tuple[str, ...]
    type: LabelType


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the checks know.

    Attributes:
        labels: of the library. Common labels are known without it.
        today: ISO date; it says which thresholds hold. "" takes the last that are known.
        criteria: gives those of a product group in the library; asked only where a text refers to one.
        label_names: finds the name of any label.
    """

    labels: tuple[LabelFact, ...] = ()
    today: str = ""
    criteria: Criteria = field(default=_none, compare=False)
    label_names: re.Pattern[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make one expression of all names, the longest first."""
        names = {*LABELS, *(name for label in self.labels for name in label.names if name)}
        ordered = sorted(names, key=lambda name: (-len(name), name))
        alike = "|".join(re.escape(name) for name in ordered)
        first = "".join(sorted({re.escape(name[0]) for name in ordered}))
        made = re.compile(rf"(?<!\w)(?=[{first}])(?:{alike})(?!\w)")  # looking at one letter first is faster
        object.__setattr__(self, "label_names", made)


def facts_of(records: Iterable[Record], *, today: str = "", criteria: Criteria = _none) -> Facts:
    """Take from the records of a library what the checks need; other records than labels do not matter."""
    labels = tuple(
        LabelFact(id=record.id, names=_names(record.title), type=record.label.type)
        for record in records
        if record.label is not None and record.id not in _PRESCRIBED
    )
    return Facts(labels=labels, today=today, criteria=criteria)


def _names(title: str) -> tuple[str, ...]:
    """Give a title and, apart, the short or long name that stands in brackets behind it."""
    found = _SHORT.search(title)
    return (title,) if found is None else (title[: found.start()], found["inside"])
