"""What has been found of the terms of a plan: how well each record answers, and how much of it each has.

A record answers the better, the rarer the terms that it has, so terms count by their weight and not by their
number: who types five words and means two of them finds what has those two.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Set

from procura_desktop.library.plan import Plan
from procura_desktop.library.rank import (
    LEAST_MATCH,
    MISSING,
    MISSING_OF_QUESTION,
    NEARLY_AS_GOOD,
    WHOLE_MATCH,
    rarity,
    term_weight,
)

ENOUGH = 10  # records; shorter lists are filled up with those that have a term less
MOST_BESIDE = 60  # records that have less of three terms or of a question, and are nearly as good
AFTER = 0.25  # what has one of two words comes after what has both, whatever its title says
_ROUNDING = 1e-9


class Found:
    """Scores of records, and what each has of the terms, by number."""

    def __init__(self, plan: Plan) -> None:
        self.scores: dict[int, float] = {}
        self._by_had: dict[float, set[int]] = {}  # records by the weight of the terms that they have
        self._weights = [term_weight(term.records, of=plan.records) for term in plan.terms]
        # Beyond the greatest weight a rarer word tells no more, so it shall not score more.
        self._scales = [
            weight / max(weight, rarity(term.records, of=plan.records))
            for weight, term in zip(self._weights, plan.terms, strict=True)
        ]
        self._whole = sum(self._weights) - _ROUNDING
        self._having: dict[int, Set[int]] = {}  # by place of the term
        self._own: dict[int, Collection[int]] = {}
        self._question = bool(plan.question)

    def add(self, place: int, scores: Mapping[int, float], *, own: Collection[int]) -> None:
        """Count in the records that have a term; `own` are those that have it as it was typed."""
        scale, total, weight = self._scales[place], self.scores, self._weights[place]
        both = total.keys() & scores.keys()
        sums = {number: total[number] + scores[number] * scale for number in both}
        total.update(scores if scale == 1.0 else {one: score * scale for one, score in scores.items()})
        total.update(sums)
        self._move(both, weight)
        self._by_had.setdefault(weight, set()).update(scores.keys() - both)
        self._having[place], self._own[place] = scores.keys(), own

    def add_to_known(self, place: int, numbers: Collection[int], worth: float) -> None:
        """Count in another term for those of the records that were found already, and not for it."""
        weight, scores = self._weights[place], self.scores
        chosen = (scores.keys() & numbers) - self._having.get(place, set())
        for number in chosen:
            scores[number] += worth * weight
        self._move(chosen, weight)

    def _move(self, numbers: set[int], weight: float) -> None:
        """Note that records have so much more."""
        if not numbers:
            return
        moved = [(had, level & numbers) for had, level in self._by_had.items()]
        for had, some in moved:
            self._by_had[had] -= some
        for had, some in moved:
            if some:
                self._by_had.setdefault(had + weight, set()).update(some)

    def add_score(self, numbers: Collection[int], score: float) -> None:
        """Count something in for records that were found."""
        for number in numbers:
            self.scores[number] += score

    def own(self, number: int) -> int:
        """Give a bit for each term that a record has as it was typed."""
        return sum(
            1 << place
            for place in range(len(self._weights))
            if place not in self._own or number in self._own[place]
        )

    @property
    def any_has_all(self) -> bool:
        """Whether a record has all terms."""
        return any(had >= self._whole and level for had, level in self._by_had.items())

    def keep(self) -> set[int]:
        """Give what matches: all terms, or of three and more most; then what is nearly as good.

        A record counts the less, the more of the terms it lacks. Of the others the scores are lost.
        """
        several = len(self._weights) > 2
        least = WHOLE_MATCH * self._whole if several else self._whole
        kept = self._counted(least, math.inf, 0.0)
        room = MOST_BESIDE if several or self._question else ENOUGH - len(kept)
        beside: dict[int, float] = {}
        if room > 0:
            good = NEARLY_AS_GOOD * max(kept.values(), default=0.0)
            beside = self._counted(LEAST_MATCH * self._whole, least, good)
        self.scores = beside
        added = self.best(beside)[:room]
        worth = 1.0 if several or self._question else AFTER
        kept.update({number: beside[number] * worth for number in added})
        self.scores = kept
        return set(kept)

    def _counted(self, low: float, high: float, good: float) -> dict[int, float]:
        """Give the scores of the records that have from `low` to below `high`, if they are good enough."""
        power = MISSING_OF_QUESTION if self._question else MISSING
        scores, found = self.scores, dict[int, float]()
        for had, level in self._by_had.items():
            if low <= had < high:
                share = min(1.0, had / self._whole) ** power
                found.update({n: score for n in level if (score := scores[n] * share) >= good})
        return found

    def best(self, numbers: Iterable[int]) -> list[int]:
        """Put records in the order of their scores, the best first."""
        return sorted(sorted(numbers), key=self.scores.__getitem__, reverse=True)
