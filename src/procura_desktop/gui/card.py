"""What a list shows of a record, known without the view that paints it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of a list.

    Attributes:
        kicker: the small line above the title; "" leaves it out.
        marks: (start, end) of what to mark in `text`.
    """

    id: str
    kicker: str
    title: str
    text: str
    detail: str = ""
    marks: tuple[tuple[int, int], ...] = ()
