"""The points of a list as lists within lists, which every format knows, each with its own count.

Points of one kind and one depth that follow each other are one list. Numbers that do not go on by one begin a
list of their own, so that a reader of any format sees the numbers that the text has.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from procura_desktop.export.paper import ListItem


@dataclass(slots=True)
class Point:
    """One point, and the lists below it."""

    item: ListItem
    below: list["Points"] = field(default_factory=list)


@dataclass(slots=True)
class Points:
    """Points of one kind beside each other.

    Attributes:
        start: number of the first; None where they have bullets.
    """

    start: int | None
    points: list[Point]


def lists_of(items: Sequence[ListItem]) -> tuple[Points, ...]:
    """Give the outermost lists of the points.

    A point that is more than one step deeper than the one before is one step deeper.
    """
    outermost: list[Points] = []
    open_lists: list[list[Points]] = [outermost]  # those of each depth that a next point may belong to
    for item in items:
        depth = min(item.depth, len(open_lists) - 1)
        del open_lists[depth + 1 :]
        beside, point = open_lists[depth], Point(item)
        if beside and _goes_on(beside[-1], item):
            beside[-1].points.append(point)
        else:
            beside.append(Points(item.number, [point]))
        open_lists.append(point.below)
    return tuple(outermost)


def _goes_on(found: Points, item: ListItem) -> bool:
    if found.start is None or item.number is None:
        return found.start is None and item.number is None
    return item.number == found.start + len(found.points)
