"""What has been found of the terms of a plan: how well each record answers, and how much of it each has.

A record answers the better, the rarer the terms that it has, so terms count by their weight and not by their
number: who types five words and means two of them finds what has those two.
"""

from collections.abc import Collection, Iterable, Mapping

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
        self._had: dict[int, float] = {}  # the weight of the terms that a record has
        self._weights = [term_weight(term.records, of=plan.records) for term in plan.terms]
        # Beyond the greatest weight a rarer word tells no more, so it shall not score more.
        self._scales = [
            weight / max(weight, rarity(term.records, of=plan.records))
            for weight, term in zip(self._weights, plan.terms, strict=True)
        ]
        self._whole = sum(self._weights) - _ROUNDING
        self._having: dict[int, Collection[int]] = {}  # by place of the term
        self._own: dict[int, Collection[int]] = {}
        self._question = bool(plan.question)

    def add(self, place: int, scores: Mapping[int, float], *, own: Collection[int]) -> None:
        """Count in the records that have a term; `own` are those that have it as it was typed."""
        weight, scale = self._weights[place], self._scales[place]
        total, had = self.scores, self._had
        both = total.keys() & scores.keys()
        scaled = {number: score * scale for number, score in scores.items()}
        weights = dict.fromkeys(scores, weight)
        for number in both:
            scaled[number] += total[number]
            weights[number] += had[number]
        total.update(scaled)
        had.update(weights)
        self._having[place], self._own[place] = scores.keys(), own

    def add_to_known(self, place: int, numbers: Collection[int], worth: float) -> None:
        """Count in another term for those of the records that were found already, and not for it."""
        weight = self._weights[place]
        known = self._having.get(place, ())
        for number in self.scores.keys() & numbers:
            if number not in known:
                self._had[number] += weight
                self.scores[number] += worth * weight

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

    def count_in_what_is_missing(self) -> None:
        """Let a record count the less, the more of the terms it lacks."""
        power = MISSING_OF_QUESTION if self._question else MISSING
        counts = {had: min(1.0, had / self._whole) ** power for had in set(self._had.values())}
        scores, had = self.scores, self._had
        self.scores = {number: score * counts[had[number]] for number, score in scores.items()}

    @property
    def any_has_all(self) -> bool:
        """Whether a record has all terms."""
        return max(self._had.values(), default=0.0) >= self._whole

    def kept(self) -> set[int]:
        """Give what matches: all terms, or of three and more most; then what is nearly as good."""
        several = len(self._weights) > 2
        least = WHOLE_MATCH * self._whole if several else self._whole
        kept = {number for number, had in self._had.items() if had >= least}
        room = MOST_BESIDE if several or self._question else ENOUGH - len(kept)
        if room > 0:
            good = NEARLY_AS_GOOD * max(map(self.scores.__getitem__, kept), default=0.0)
            less = LEAST_MATCH * self._whole
            scores = self.scores
            beside = {number for number, had in self._had.items() if less <= had < least}
            added = self.best(number for number in beside if scores[number] >= good)[:room]
            if not several and not self._question:
                scores.update({number: scores[number] * AFTER for number in added})
            kept.update(added)
        return kept

    def best(self, numbers: Iterable[int]) -> list[int]:
        """Put records in the order of their scores, the best first."""
        return sorted(sorted(numbers), key=self.scores.__getitem__, reverse=True)
