"""What a list shows of a record, known without the view that paints it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of a list.

    Attributes:
        id: of the record, or what the list takes for one.
        kicker: the small line above the title; "" leaves it out.
        marks: (start, end) of what to mark in `text`.
        lines: how many lines of text it has room for; 0: as many as it needs, two at the most.
        whose: a last quiet line with library and publisher; "" where one line says it for all cards.
        origin: a sentence with library, edition and publisher, as tool tip and for screen readers; "" where
            the entry is no record of a library.
    """

    id: str
    kicker: str
    title: str
    text: str
    detail: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    lines: int = 0
    whose: str = ""
    origin: str = ""
