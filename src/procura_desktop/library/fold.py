"""Hits as a list shows them: criteria of one product group that would flood it fold together.

The first few stand in their place; the others are one entry after them, which leads to all of them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procura_desktop.library.search import Hit

SHOWN_OF_GROUP = 6


@dataclass(frozen=True, slots=True)
class Fold:
    """Criteria of one group that are not shown; `count` says how many. It has no record of its own."""

    group: str
    group_title: str
    count: int
    id: str = ""


def shown_hits(hits: Sequence[Hit], group_titles: Mapping[str, str]) -> list[Hit | Fold]:
    """Fold the criteria of a group after the first few, where hits of other kinds or groups follow."""
    of_group = Counter(hit.group for hit in hits if hit.kind == "criterion")
    if len(of_group) < 2 and all(hit.kind == "criterion" for hit in hits):
        return list(hits)
    return list(_folded(hits, of_group, group_titles))


def _folded(
    hits: Sequence[Hit], of_group: Mapping[str, int], group_titles: Mapping[str, str]
) -> Iterator[Hit | Fold]:
    shown: Counter[str] = Counter()
    for hit in hits:
        if hit.kind != "criterion" or of_group[hit.group] <= SHOWN_OF_GROUP + 1:
            yield hit
            continue
        shown[hit.group] += 1
        if shown[hit.group] <= SHOWN_OF_GROUP:
            yield hit
        elif shown[hit.group] == SHOWN_OF_GROUP + 1:
            left = of_group[hit.group] - SHOWN_OF_GROUP
            yield Fold(hit.group, group_titles.get(hit.group, hit.group), left)
