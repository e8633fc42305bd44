"""What matches a plan, best first by what the index says of its words.

Where few records can match, each term is ranked by itself (bm25), so that it is known which records have
which terms. Where many can, nothing is ranked that would not be shown: titles come first, then texts, both in
the order of importance in which records are numbered, and the index stops early; and where it would read on
and on to find nothing, it stops too.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import cast

from procura_desktop.library import expression as ex
from procura_desktop.library import schema
from procura_desktop.library.connection import INDEX_DAMAGED, ReadConnection, Value
from procura_desktop.library.facets import kind_word
from procura_desktop.library.found import Found
from procura_desktop.library.kept import Kept
from procura_desktop.library.lexicon import LETTERS_AT_ONCE, Lexicon
from procura_desktop.library.plan import LETTERS_PREPARED, Plan, Term
from procura_desktop.library.rank import BELONGS, MEANING, SIDE_BY_SIDE, term_weight
from procura_desktop.library.stems import stems

MOST_RANKED = 400  # records that the terms have together that are ranked, the rarest first
MOST_RANKED_OF_FEW = 1_200  # the same in a small library, where every word stands in many of all records
FEW_RECORDS = 2_000
MOST_RANKED_OF_ONE = 450  # a single word that more records have says little of them
MOST_LOOKED_AT = 150  # of each sort of match, where more would match
MOST_BETWEEN = 2  # words of questions between two that stand side by side
MOST_STEPS = 5_000  # of SQLite's machine for one look into the index, where many match: 10 to 20 ms
MOST_LEFT_OUT = 3  # terms that are left out in turn, to find what comes nearest
ENOUGH_PREPARED = 50
MOST_KEPT = 32_768  # numbers of records: 4 MB with their scores
_LEAST_IDF = 1e-6
_SCORES = "SELECT rowid, -bm25(record_search, ?, ?, ?, ?, ?) FROM record_search WHERE record_search MATCH ?"
_BEST = f"{_SCORES} ORDER BY 2 DESC, 1 LIMIT ?"
_FIRST = "SELECT rowid FROM record_search WHERE record_search MATCH ? ORDER BY rowid LIMIT ?"
_ARTICLES = ex.facet(kind_word("article"))  # they name many product groups
_PASSING = "SELECT rowid FROM record_search WHERE record_search MATCH ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What matches.

    Attributes:
        best: scores by number, best first, as far as they tell; not all, where many match.
        own: by number, a bit for each term, in the order of the plan, that a record has as it was typed, and
            not only in another meaning; of records that are not in it, all.
        numbers: of all records that match, where that is known without counting.
        nearest: whether none has all that is wanted, and these have most of it.
        in_order: whether this is their order already, whatever their titles say.
    """

    best: Mapping[int, float] = field(default_factory=dict)
    own: Mapping[int, int] = field(default_factory=dict)
    numbers: tuple[int, ...] | None = ()
    nearest: bool = False
    in_order: bool = False


@dataclass(frozen=True, slots=True)
class Matcher:
    """Asks the index of one library; answers are kept, as most words stay while the last one is typed."""

    connection: ReadConnection
    lexicon: Lexicon
    _kept_scores: Kept[str, dict[int, float]] = field(default_factory=lambda: Kept(most=MOST_KEPT))
    _kept_numbers: Kept[str, set[int]] = field(default_factory=lambda: Kept(most=MOST_KEPT))
    _kept_first: Kept[tuple[str, int], tuple[int, ...]] = field(default_factory=lambda: Kept(most=MOST_KEPT))

    def match(self, plan: Plan, *, most: int) -> Matches:
        """Give at least the `most` best."""
        if not few(plan):
            return self._of_letters(plan) or self._many(plan, most=most)
        if len(plan.terms) == 1 and not (plan.terms[0].others or plan.filters or plan.excluded):
            return self._best_of_one(plan.terms[0], most=most)
        return self._ranked_by_term(plan, most=most)

    # Few.

    def _best_of_one(self, term: Term, *, most: int) -> Matches:
        if term.forms:
            return self._best_of_forms(term, most=most)
        rows = self.connection.rows(_BEST, *schema.SEARCH_WEIGHTS, term.expression, most)
        best = self._sound(rows)
        return Matches(best=best, numbers=tuple(best) if len(best) < most else None)

    def _sound(self, rows: list[tuple[Value, ...]]) -> dict[int, float]:
        """Give rows as scores by number, if that is what they are: their sums tell it soonest."""
        scores = dict(cast("list[tuple[int, float]]", rows))
        try:
            sound = not scores or (type(sum(scores)), type(sum(scores.values()))) == (int, float)
        except TypeError:
            sound = False
        if not sound:
            raise self.connection.damaged(INDEX_DAMAGED)
        return scores

    def _best_of_forms(self, term: Term, *, most: int) -> Matches:
        scores = self._scores_of(term.forms)
        best = sorted(sorted(scores), key=scores.__getitem__, reverse=True)[:most]
        numbers = tuple(best) if len(scores) < most else None
        return Matches(best={number: scores[number] for number in best}, numbers=numbers)

    def _ranked_by_term(self, plan: Plan, *, most: int) -> Matches:
        """Rank each term by itself; keep the records that have most of them, and what is nearly as good."""
        ranked, frequent = _parted(plan)
        found = Found(plan)
        passing = self._passing(plan, ranked)
        for place in ranked:
            self._rank_term(plan.terms[place], place, found, passing)
        self._look_for(plan, ranked, frequent, found)
        kept = found.keep()
        for numbers, score in self._side_by_side(plan, ranked):
            found.add_score(kept.intersection(numbers), score)
        best = found.best(kept)[:most]
        explained = best if any(term.reasons for term in plan.terms) else ()
        return Matches(
            best={number: found.scores[number] for number in best},
            own={number: found.own(number) for number in explained},
            numbers=tuple(kept),
            nearest=bool(kept) and not found.any_has_all,
        )

    def _rank_term(self, term: Term, place: int, found: Found, passing: set[int] | None) -> None:
        """Count in what has one term, in its own words or in others."""
        own = (
            _passed(self._scores_of(term.forms), passing)
            if term.forms
            else self._scores(term.own if term.others else term.expression, passing)
        )
        others = self._scores(term.others, passing)
        scores = dict(own) if others else own
        for number, score in others.items():
            scores[number] = scores.get(number, 0.0) + score * MEANING / term.run
        found.add(place, scores, own=own.keys())

    def _look_for(self, plan: Plan, ranked: Sequence[int], frequent: Sequence[int], found: Found) -> None:
        """Find which of the records found so far have the frequent terms, or belong to what a term names.

        Where there are few records, all that have a word are read once and kept for the next letter.
        """
        expressions = [term.narrow or term.expression for term in plan.terms]
        for place in frequent:
            alone = plan.records <= FEW_RECORDS and not plan.terms[place].beginning
            some = "" if alone else ex.any_of(expressions[other] for other in ranked)
            found.add_to_known(place, self._numbers(ex.all_of((some, expressions[place]))), 1.0)
        for place, term in enumerate(plan.terms):
            others = [expressions[other] for other in ranked if other != place]
            if term.groups and others:
                some = "" if plan.records <= FEW_RECORDS else ex.any_of(others)
                belonging = ex.all_of((some, ex.any_of(term.groups)))
                numbers = self._numbers(ex.without(belonging, (_ARTICLES,)))
                found.add_to_known(place, numbers, BELONGS)

    def _numbers(self, expression: str) -> set[int]:
        """Give the records that match an expression; not to be changed."""
        numbers = self._kept_numbers.get(expression)
        if numbers is None:
            numbers = {cast("int", number) for (number,) in self.connection.rows(_PASSING, expression)}
            if not {*map(type, numbers)} <= {int}:
                raise self.connection.damaged(INDEX_DAMAGED)
            self._kept_numbers.put(expression, numbers, weight=len(numbers) + 1)
        return numbers

    def _scores(self, expression: str, passing: set[int] | None) -> dict[int, float]:
        """Give how well each record answers an expression, among those that pass; not to be changed."""
        if not expression:
            return {}
        scores = self._kept_scores.get(expression)
        if scores is None:
            rows = self.connection.rows(_SCORES, *schema.SEARCH_WEIGHTS, expression)
            scores = self._sound(rows)
            self._kept_scores.put(expression, scores, weight=len(scores) + 1)
        return _passed(scores, passing)

    def _scores_of(self, forms: Sequence[str]) -> dict[int, float]:
        """Give how well each record answers a word in any of its forms, as if all of them were one word.

        Each form is ranked once, whatever letters led to it.
        """
        each = [self._scores(ex.exactly(form), None) for form in forms]
        if len(each) == 1:
            return each[0]
        key = " ".join(forms)
        found = self._kept_scores.get(key)
        if found is not None:
            return found
        records, total = self.lexicon.all_records(), dict[int, float]()
        together = _idf(len(set[int]().union(*each)), records)
        for scores in each:
            part = together / _idf(len(scores), records)
            for number, score in scores.items():
                total[number] = total.get(number, 0.0) + score * part
        self._kept_scores.put(key, total, weight=len(total) + 1)
        return total

    def _passing(self, plan: Plan, ranked: Sequence[int]) -> set[int] | None:
        """Give what passes the filters, among what has any term; None: everything.

        Filters are asked apart from words: how rare a filter is says nothing of how well a record answers.
        """
        if not plan.filters and not plan.excluded:
            return None
        return self._numbers(_asked(plan, ex.any_of(plan.terms[place].expression for place in ranked)))

    def _side_by_side(self, plan: Plan, ranked: Sequence[int]) -> Iterator[tuple[set[int], float]]:
        """Give what words count once more that stand side by side as they were typed."""
        pairs = _pairs(plan, ranked)
        for pair, weight in pairs:
            last = plan.terms[-1]
            going_on = last.beginning and pair.endswith(last.typed)
            phrase = self._phrase_going_on(pair, last) if going_on else ex.phrase(pair)
            if phrase:
                yield self._numbers(phrase), SIDE_BY_SIDE * weight / len(pairs)

    def _phrase_going_on(self, pair: str, last: Term) -> str:
        """Give the expression of words side by side of which the last one may go on."""
        *before, begun = stems(pair) or ("",)
        if last.forms:
            return ex.any_of(ex.exactly(" ".join((*before, form))) for form in last.forms)
        if last.narrow and len(begun) not in LETTERS_AT_ONCE:
            words = self.lexicon.stems_of_beginning(begun)
            if words:
                return ex.any_of(ex.exactly(" ".join((*before, word))) for word in words)
        return f"{ex.phrase(pair)} *" if begun else ""

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
        scores = map(float, range(len(numbers), 0, -1))
        return Matches(best=dict(zip(numbers, scores, strict=True)), numbers=None, in_order=True)

    def _many(self, plan: Plan, *, most: int) -> Matches:
        found = self._first_of(plan, plan.terms, most=most)
        nearest = not found and len(plan.terms) > 1
        if nearest:
            found = self._nearest(plan)
        best = dict(islice(found.items(), most))
        numbers = tuple(found) if nearest else None
        return Matches(best=best, numbers=numbers, nearest=nearest and bool(found))

    def _nearest(self, plan: Plan) -> dict[int, float]:
        """Give the first records with all terms but a frequent one; else those with the rarest."""
        frequent = sorted(plan.terms, key=lambda term: -term.records)
        found: dict[int, float] = {}
        for left_out in frequent[:MOST_LEFT_OUT] if len(frequent) > 2 else ():
            others = [term for term in plan.terms if term is not left_out]
            found = {**self._first_of(plan, others, most=MOST_LOOKED_AT), **found}
        rarest = min(plan.terms, key=lambda term: term.records or MOST_RANKED)
        found = found or self._first_of(plan, (rarest,), most=MOST_LOOKED_AT)
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))

    def _first_of(self, plan: Plan, terms: Iterable[Term], *, most: int) -> dict[int, float]:
        """Give the first records with all terms in their titles, then in their texts, each with its tier."""
        expressions = [term.narrow or term.expression for term in terms]
        titles = ex.all_of(map(ex.in_titles, expressions))
        most = min(most, MOST_LOOKED_AT)
        found: dict[int, float] = {}
        for tier, expression in ((2.0, titles), (1.0, ex.all_of(expressions))):
            for number in self._first(_asked(plan, expression), most):
                found.setdefault(number, tier)
            if len(found) >= most:
                break
        return found

    def _first(self, expression: str, most: int) -> tuple[int, ...]:
        """Give the first records that match an expression, as far as the index is read."""
        numbers = self._kept_first.get((expression, most))
        if numbers is None:
            rows = self.connection.rows_within(MOST_STEPS, _FIRST, expression, most)
            numbers = tuple(cast("int", number) for (number,) in rows)
            self._kept_first.put((expression, most), numbers, weight=len(numbers) + 1)
        return numbers


def _passed(scores: dict[int, float], passing: set[int] | None) -> dict[int, float]:
    return scores if passing is None else {one: scores[one] for one in passing.intersection(scores)}


def _idf(having: int, records: int) -> float:
    """Give how much a word says that so many of all records have, as FTS5's bm25 counts it."""
    return max(_LEAST_IDF, math.log((records - having + 0.5) / (having + 0.5)))


def _parted(plan: Plan) -> tuple[list[int], list[int]]:
    """Part the terms, by their places: those that are ranked, and those too frequent to be."""
    places = sorted(range(len(plan.terms)), key=lambda place: plan.terms[place].records)
    most, records = _most_ranked(plan), 0
    for at, place in enumerate(places):
        records += plan.terms[place].records
        if at and records > most:
            return places[:at], places[at:]
    return places, []


def _pairs(plan: Plan, ranked: Sequence[int]) -> list[tuple[str, float]]:
    """Give the neighbours that count where they stand side by side, each with the weight of both.

    Words of questions may stand between them. Of two frequent words it says little and would cost much.
    """
    weights = {term.typed: term_weight(term.records, of=plan.records) for term in plan.terms}
    rare = {plan.terms[place].typed for place in ranked}
    places = [place for place, word in enumerate(plan.asked) if word in weights]
    if len(places) < len(plan.terms):
        return []  # phrases are asked for as such already
    found = []
    for first, second in pairwise(places):
        one, other = plan.asked[first], plan.asked[second]
        if second - first <= MOST_BETWEEN + 1 and not rare.isdisjoint((one, other)):
            found.append((" ".join(plan.asked[first : second + 1]), weights[one] + weights[other]))
    return found


def few(plan: Plan) -> bool:
    """Say whether so few records can match that they may be ranked, at least those of the rarest term."""
    if len(plan.terms) == 1:
        return plan.terms[0].records <= MOST_RANKED_OF_ONE
    return min((term.records for term in plan.terms), default=0) <= _most_ranked(plan)


def _most_ranked(plan: Plan) -> int:
    return MOST_RANKED_OF_FEW if plan.records <= FEW_RECORDS else MOST_RANKED


def _asked(plan: Plan, expression: str) -> str:
    return ex.without(ex.all_of((expression, *plan.filters)), plan.excluded)
