"""Where a person is in the program, and the way back."""

from dataclasses import dataclass, replace
from typing import Literal

from procura_desktop.domain.addresses import SCHEME

PlaceName = Literal[
    "home", "search", "guidance", "criteria", "cases", "glossary", "procurements", "updates", "changes",
    "settings", "manual", "notes", "record",
]  # fmt: skip
PLACE_NAMES: tuple[PlaceName, ...] = (
    "home", "search", "guidance", "criteria", "cases", "glossary", "procurements", "updates", "changes",
    "settings", "manual", "notes", "record",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        detail: typed text for "search" and "notes", a page for "manual", a record's id for "record",
            for "procurements" an id, a step and an item divided by "/"; else "".
        section: heading within a record; "" is the beginning.
    """

    name: PlaceName
    detail: str = ""
    section: str = ""


def parse_place(text: str) -> Place:
    """Read a place as given to `shot --at`: a name, ``search:typed``, ``manual:page`` or a record's id."""
    name, _, detail = text.partition(":")
    if text.startswith(SCHEME):
        _, _, record = detail.partition("/")
        return parse_place(record)
    for known in PLACE_NAMES:
        if name == known and known != "record":
            return Place(known, detail)
    record_id, _, section = text.partition("#")
    return Place("record", record_id, section)


class History:
    """Places in the order they were visited, with a position among them."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def current(self) -> Place | None:
        """The place shown now."""
        return self._places[self._at] if self._at >= 0 else None

    def visit(self, place: Place) -> None:
        """Go to a new place; typing on in a search replaces it, and what lay ahead is forgotten."""
        if place == self.current:
            return
        typing_on = self.current is not None and self.current.name == place.name == "search"
        keep = self._at if typing_on else self._at + 1
        self._places = [*self._places[:keep], place]
        self._at = len(self._places) - 1

    def can_go(self, steps: int) -> bool:
        """Say whether there is a place `steps` ahead (negative: back)."""
        return 0 <= self._at + steps < len(self._places)

    def go(self, steps: int) -> Place:
        """Move by `steps` and give the place there."""
        self._at += steps
        return replace(self._places[self._at])
