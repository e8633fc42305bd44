"""How good a match is, beyond what the index says of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

# Above every other score: records that are called what was typed come first.
NAMED = 1000.0
MISSING = 1.8  # how much it counts against a record that it lacks terms
MEANING = 0.5  # how much another word for the same counts
PREFERRED = 2.0  # how much more a text counts that is of the language which is preferred
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
        terms: a bit for each term that it has, in the order of the plan; 0: all.
        own: likewise for those that it has as they were typed, not only in another meaning; -1: all.
    """

    number: int
    score: float = 0.0
    terms: int = 0
    own: int = -1

    def weigh(self, title: float, *, kind: str, named: bool, wanted: int) -> None:
        """Count in how much of the query it has, what its title says (see `title_weight`), and the kind."""
        if self.terms:
            self.score *= (self.terms.bit_count() / wanted) ** MISSING
        self.score *= kind_weight(kind) * title
        if named:
            self.score += NAMED


def kind_weight(kind: str) -> float:
    """Give how much a kind of record counts where all else is equal."""
    return _KINDS.get(kind, 1.0)


def title_weight(typed: frozenset[str], title: str) -> float:
    """Give how much a title counts: by the share of the typed stems that it has, and that of it was typed.

    `title` is its stems with a blank between.
    """
    words = set(title.split())
    common = len(typed & words)
    return 1 + _TITLE * common / len(typed) + _WHOLE_TITLE * common / len(words) if common else 1.0


def half(terms: int) -> int:
    """Give how many of three or more terms a record must have at the very least."""
    return (terms + 1) // 2


def coverage(counts: Sequence[int], terms: int) -> int:
    """Give how many of the terms a record must have: of three or more two thirds, else all.

    Where no record has so many, those that have most will do.
    """
    return min(terms - terms // 3, max(counts, default=terms))
