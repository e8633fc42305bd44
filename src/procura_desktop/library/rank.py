"""How good a match is, beyond what the index says of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

# Above every other score: records that are called what was typed come first.
NAMED = 1000.0
MISSING = 1.8  # how much it counts against a record that it lacks terms
MEANING = 0.5  # how much another word for the same counts
PHRASE = 0.4  # how much words side by side count once more
# What a buyer wants first where all else is equal.
_KINDS = {
    "group": 1.3, "term": 1.25, "article": 1.2, "label": 1.0, "criterion": 1.0, "case": 1.0,
    "organisation": 0.6, "event": 0.5,
}  # fmt: skip
_TITLE = 1.0
_WHOLE_TITLE = 0.6


@dataclass(slots=True)
class Candidate:
    """A record that matches.

    Attributes:
        terms: a bit for each term that it has, in the order of the plan; -1: all.
        own: likewise for those that it has as they were typed, not only in another meaning.
    """

    number: int
    score: float = 0.0
    terms: int = 0
    own: int = -1

    def weigh(self, share: tuple[float, float], *, kind: str, named: bool, wanted: int) -> None:
        """Count in how much of the query it has, how much of it the title says, and the kind."""
        said, asked = share
        if self.terms > 0:
            self.score *= (self.terms.bit_count() / wanted) ** MISSING
        self.score *= _KINDS.get(kind, 1.0) * (1 + _TITLE * said + _WHOLE_TITLE * asked)
        if named:
            self.score += NAMED


def title_share(typed: set[str], title: Sequence[str]) -> tuple[float, float]:
    """Give which share of the typed stems the title has, and which share of the title was typed."""
    if not typed or not title:
        return 0.0, 0.0
    common = typed.intersection(title)
    return len(common) / len(typed), len(common) / len(set(title))


def coverage(counts: Sequence[int], terms: int) -> int:
    """Give how many of the terms a record must have: of three or more two thirds, else all.

    Where no record has so many, those that have most will do.
    """
    return min(terms - terms // 3, max(counts, default=terms))
