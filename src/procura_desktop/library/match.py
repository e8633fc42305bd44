"""What matches a plan, best first by what the index says of its words.

Where few records can match, each term is ranked by itself (bm25), so that it is known which records have
which terms. Where many can, nothing is ranked that would not be shown: titles come first, then texts, both in
the order of importance in which records are numbered, and the index stops early; and where it would read on
and on to find nothing, it stops too.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from procura_desktop.library import expression as ex
from procura_desktop.library import schema
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.plan import LETTERS_PREPARED, Plan, Term
from procura_desktop.library.rank import MEANING, PHRASE, Candidate, coverage, half

MOST_RANKED = 1_500  # records that may match all terms together, if each term is to be ranked by itself
MOST_RANKED_OF_ONE = 450  # a single word that more records have says little of them
MOST_LOOKED_AT = 150  # of each sort of match, where more would match
ENOUGH = 10  # records; shorter lists are filled up with those that have a term less
MOST_STEPS = 5_000  # of SQLite's machine for one look into the index, where many match: 10 to 20 ms
MOST_LEFT_OUT = 3  # terms that are left out in turn, to find what comes nearest
ENOUGH_PREPARED = 50
_SCORES = "SELECT rowid, -bm25(record_search, ?, ?, ?, ?, ?) FROM record_search WHERE record_search MATCH ?"
_BEST = f"{_SCORES} ORDER BY 2 DESC, 1 LIMIT ?"
_FIRST = "SELECT rowid FROM record_search WHERE record_search MATCH ? ORDER BY rowid LIMIT ?"
_PASSING = "SELECT rowid FROM record_search WHERE record_search MATCH ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What matches.

    Attributes:
        best: best first, as far as scores tell; not all, where many match.
        numbers: of all records that match, where that is known without counting.
        nearest: whether none has all that is wanted, and these have most of it.
        in_order: whether this is their order already, whatever their titles say.
    """

    best: Sequence[Candidate] = ()
    numbers: tuple[int, ...] | None = ()
    nearest: bool = False
    in_order: bool = False


@dataclass(frozen=True, slots=True)
class Matcher:
    """Asks the index of one library."""

    connection: ReadConnection

    def match(self, plan: Plan, *, most: int) -> Matches:
        """Give at least the `most` best."""
        if not few(plan):
            return self._of_letters(plan) or self._many(plan, most=most)
        if len(plan.terms) == 1 and not (plan.terms[0].others or plan.filters or plan.excluded):
            return self._best_of_one(plan.terms[0], most=most)
        return self._ranked_by_term(plan, most=most)

    # Few.

    def _best_of_one(self, term: Term, *, most: int) -> Matches:
        rows = self.connection.rows(_BEST, *schema.SEARCH_WEIGHTS, term.expression, most)
        best = [
            Candidate(number, score)
            for number, score in rows
            if isinstance(number, int) and isinstance(score, float)
        ]
        if len(best) < len(rows):
            raise self.connection.damaged("its index makes no sense")
        return Matches(best=best, numbers=tuple(one.number for one in best) if len(best) < most else None)

    def _ranked_by_term(self, plan: Plan, *, most: int) -> Matches:
        """Rank each term by itself; keep the records that have most of them."""
        scores: dict[int, float] = {}
        having: dict[int, int] = {}
        own: dict[int, int] = {}
        passing = self._passing(plan)
        for place, term in enumerate(plan.terms):
            parts = ((term.own, 1.0), (term.others, MEANING)) if term.others else ((term.expression, 1.0),)
            for expression, worth in parts:
                bit, own_bit = 1 << place, (expression != term.others) << place
                for number, score in self._scores(expression) if expression else ():
                    if passing is None or number in passing:
                        scores[number] = scores.get(number, 0.0) + worth * score
                        having[number] = having.get(number, 0) | bit
                        own[number] = own.get(number, 0) | own_bit
        patterns = set(having.values())
        least = coverage([pattern.bit_count() for pattern in patterns], len(plan.terms))
        enough = {pattern for pattern in patterns if pattern.bit_count() >= least}
        kept = {number for number, pattern in having.items() if pattern in enough}
        if len(plan.terms) > 2 and least > half(len(plan.terms)):
            kept.update(_best_with(least - 1, having, scores, most=ENOUGH - len(kept)))
        for number, score in self._side_by_side(plan):
            if number in kept:
                scores[number] += score
        best = nsmallest(most, ((-scores[number], number) for number in kept))
        return Matches(
            best=[Candidate(number, -score, having[number], own[number]) for score, number in best],
            numbers=tuple(kept),
            nearest=bool(enough) and all(pattern.bit_count() < len(plan.terms) for pattern in enough),
        )

    def _scores(self, expression: str) -> Iterator[tuple[int, float]]:
        for number, score in self.connection.rows(_SCORES, *schema.SEARCH_WEIGHTS, expression):
            if not isinstance(number, int) or not isinstance(score, float):
                raise self.connection.damaged("its index makes no sense")
            yield number, score

    def _passing(self, plan: Plan) -> set[int] | None:
        """Give what passes the filters, among what has any term; None: everything.

        Filters are asked apart from words: how rare a filter is says nothing of how well a record answers.
        """
        if not plan.filters and not plan.excluded:
            return None
        any_term = ex.any_of(term.expression for term in plan.terms)
        return {int(str(number)) for (number,) in self.connection.rows(_PASSING, _asked(plan, any_term))}

    def _side_by_side(self, plan: Plan) -> Iterator[tuple[int, float]]:
        """Give what words count once more that stand side by side as they were typed."""
        words = [term.typed for term in plan.terms]
        runs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
        runs += [" ".join(words)] if len(words) > 2 else []
        for run in runs:
            phrase = ex.phrase(run)
            if plan.terms[-1].beginning and run.endswith(words[-1]):
                phrase = f"{phrase} *"
            yield from ((number, PHRASE * score / len(runs)) for number, score in self._scores(phrase))

    # Many.

    def _of_letters(self, plan: Plan) -> Matches | None:
        """Give what is prepared, where the first letters of a word are all that is wanted."""
        term = plan.terms[0]
        alone = len(plan.terms) == 1 and not plan.filters and not plan.excluded and not term.reasons
        short = term.beginning and len(term.typed) <= LETTERS_PREPARED
        return self.prepared(term.typed) if alone and short else None

    def prepared(self, letters: str) -> Matches | None:
        """Give what was found beforehand for the first letters of a word, if that is enough."""
        rows = self.connection.rows("SELECT numbers FROM beginning WHERE letters = ?", letters)
        numbers = [int(number) for (found,) in rows for number in json.loads(str(found))]
        if len(numbers) < ENOUGH_PREPARED:
            return None
        last = len(numbers)
        best = [Candidate(number, float(last - place)) for place, number in enumerate(numbers)]
        return Matches(best=best, numbers=None, in_order=True)

    def _many(self, plan: Plan, *, most: int) -> Matches:
        found = self._first_of(plan, plan.terms)
        nearest = not found and len(plan.terms) > 1
        if nearest:
            found = self._nearest(plan)
        numbers = tuple(found) if nearest else None
        return Matches(best=_by_score(found)[:most], numbers=numbers, nearest=nearest and bool(found))

    def _nearest(self, plan: Plan) -> dict[int, Candidate]:
        """Give the first records with all terms but a frequent one; else those with the rarest."""
        frequent = sorted(plan.terms, key=lambda term: -term.records)
        found: dict[int, Candidate] = {}
        for left_out in frequent[:MOST_LEFT_OUT] if len(frequent) > 2 else ():
            others = [term for term in plan.terms if term is not left_out]
            for number, one in self._first_of(plan, others).items():
                found.setdefault(number, one)
        rarest = min(plan.terms, key=lambda term: term.records or MOST_RANKED)
        return found or self._first_of(plan, (rarest,))

    def _first_of(self, plan: Plan, terms: Iterable[Term]) -> dict[int, Candidate]:
        """Give the first records with all terms in their titles, then in their texts."""
        expressions = [term.narrow or term.expression for term in terms]
        titles = ex.all_of(map(ex.in_titles, expressions))
        found: dict[int, Candidate] = {}
        for tier, expression in ((2.0, titles), (1.0, ex.all_of(expressions))):
            rows = self.connection.rows_within(MOST_STEPS, _FIRST, _asked(plan, expression), MOST_LOOKED_AT)
            for (number,) in rows:
                found.setdefault(int(str(number)), Candidate(int(str(number)), tier))
            if len(found) >= MOST_LOOKED_AT:
                break
        return found


def few(plan: Plan) -> bool:
    """Say whether so few records can match that all may be ranked."""
    most = MOST_RANKED if len(plan.terms) > 1 else MOST_RANKED_OF_ONE
    return sum(term.records for term in plan.terms) <= most


def _best_with(terms: int, having: Mapping[int, int], scores: Mapping[int, float], *, most: int) -> list[int]:
    """Give the best records with just so many terms, to fill up a short list."""
    partial = (number for number, pattern in having.items() if pattern.bit_count() == terms)
    return nsmallest(most, partial, key=lambda number: (-scores[number], number)) if most > 0 else []


def _asked(plan: Plan, expression: str) -> str:
    return ex.without(ex.all_of((expression, *plan.filters)), plan.excluded)


def _by_score(found: dict[int, Candidate]) -> list[Candidate]:
    return sorted(found.values(), key=lambda one: (-one.score, one.number))
