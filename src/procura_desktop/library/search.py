"""Finding records: what was planned is matched, ranked, filtered and counted.

Where nothing is found, or only a part of what was wanted, what is nearest is offered and said to be.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeVar

from procura_desktop.domain.kinds import RecordKind, Sort
from procura_desktop.domain.records import DETAIL_FIELDS
from procura_desktop.library import expression as ex
from procura_desktop.library import facets
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.filters import Filters
from procura_desktop.library.index import CPV, SYNONYM
from procura_desktop.library.kept import Kept
from procura_desktop.library.match import Matcher, Matches, few
from procura_desktop.library.plan import Plan, Planner, Reason, Term
from procura_desktop.library.query import Query
from procura_desktop.library.rank import (
    NAMED,
    PREFERRED,
    Wording,
    kind_weights,
    term_weight,
    wording_weight,
)
from procura_desktop.library.shown import Shown, ShownRecords
from procura_desktop.library.snippet import Marker, Snippet, best_snippet
from procura_desktop.library.stems import stems
from procura_desktop.library.stored import stored_text

_T = TypeVar("_T")
WEIGHED = 50  # at the least, by their titles too
SORTED = 500  # at the least, where another order than that of relevance decides
MANY_AT_ONCE = 500
MOST_RECENT = 16  # searches: letters are taken back, and what was found is counted a moment later
FEW_GROUPS = 3  # product groups; what names more is about none of them
Nearest = Literal["", "words", "filters", "spelling"]
_TALLY = (
    "SELECT f.kind, f.product_groups FROM record_search AS s JOIN facet AS f "
    "ON f.number = s.rowid WHERE record_search MATCH ?"
)
_TALLY_ALL = "SELECT kind, product_groups FROM facet"
_OF_LANGUAGE = (
    "SELECT number FROM record WHERE number IN (SELECT value FROM json_each(?)) "
    "AND (language = ?2 OR language LIKE ?2 || '-%')"
)
_FIRST = "SELECT rowid FROM record_search WHERE record_search MATCH ? ORDER BY rowid LIMIT ?"


class Hit(NamedTuple):
    """One record that was found. A tuple, since fifty are made with every letter that is typed.

    Attributes:
        number: of the record, for `snippet_of`.
        group: id of its main product group, or "".
        group_title: its title, or "".
        detail, updated: as in `Brief`.
        reasons: why it matches, where a word of another language or a synonym led to it.
        score: higher is better.
        library: name of its library among several; "" is the main one.
    """

    # As in `Shown`:
    number: int
    id: str
    kind: RecordKind
    title: str
    group: str
    group_title: str
    detail: str
    updated: str
    reasons: tuple[Reason, ...]
    score: float
    library: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What was found, best first.

    Attributes:
        counted: whether everything was counted; if not, kinds and groups are empty and total may be None.
        total: how many records match, of which `hits` are the first; 0 where something else had to be asked.
        kinds: (kind, how many) among all that pass the other filters, or of what is nearest.
        groups: (id, title, how many) among all that pass the other filters, most first.
        corrected: what was looked for instead of what was typed; "" means as typed.
        marked: words that snippets mark beside those that were typed.
        nearest: why these are only the nearest, as no record has all that was wanted: they have a part of
            the "words", or match without the "filters", or have words of a like "spelling"; "": they match.
    """

    hits: tuple[Hit, ...] = ()
    counted: bool = True
    total: int | None = 0
    kinds: tuple[tuple[RecordKind, int], ...] = ()
    groups: tuple[tuple[str, str, int], ...] = ()
    corrected: str = ""
    nearest: Nearest = ""
    marked: tuple[str, ...] = ()


class _Found(NamedTuple):
    """What one search found, before it is counted; `quick`: without a plan."""

    results: Results
    plan: Plan
    matches: Matches
    quick: bool


@dataclass(slots=True)
class Finder:
    """Searches one library; what every search needs is read once."""

    connection: ReadConnection
    preferred: str = ""  # language whose texts come before others that match as well
    planner: Planner = field(init=False)
    matcher: Matcher = field(init=False)
    records: ShownRecords = field(init=False)
    _group_titles: dict[str, str] | None = None
    _recent: Kept[tuple[Query, int], _Found] = field(default_factory=lambda: Kept(most=MOST_RECENT))

    def __post_init__(self) -> None:
        """Plan and match over the same connection."""
        self.planner = Planner(self.connection)
        self.matcher = Matcher(self.connection, self.planner.lexicon)
        self.records = ShownRecords(self.connection, self.group_titles)

    def group_titles(self) -> dict[str, str]:
        """Give the titles of all product groups by id, in their order."""
        if self._group_titles is None:
            rows = self.connection.rows("SELECT id, title FROM record WHERE kind = 'group' ORDER BY number")
            self._group_titles = {str(group): str(title) for group, title in rows}
        return self._group_titles

    def find(self, query: Query, *, limit: int, count: bool) -> Results:
        """Find records, best first, at most `limit` of them.

        Counting everything may cost more than finding the best; without `count` it is left out.

        Raises:
            LibraryDamagedError: the index cannot be read.
        """
        query = self.planner.completed(self.filters().with_known_groups(query))
        found = self._found(query, limit=limit, count=count)
        if found.hits or limit <= 0:
            return found
        for looser, why in self._looser(query):
            nearest = self._found(looser, limit=limit, count=count)
            if nearest.hits:
                said = " ".join(looser.words) if why == "spelling" else nearest.corrected
                marked = (*nearest.marked, *looser.words)
                return replace(nearest, nearest=why, total=0, corrected=said, marked=marked)
        return found

    def _looser(self, query: Query) -> Iterator[tuple[Query, Nearest]]:
        """Give what may be asked instead of a query that finds nothing, the nearest first."""
        if query.phrases:
            words = tuple(word for phrase in query.phrases for word in phrase)
            query = replace(query, words=(*query.words, *words), phrases=(), prefix=False)
            yield query, "words"
        if query.kinds or query.groups or query.filters or query.excluded:
            query = replace(query, kinds=(), groups=(), filters=(), excluded=())
            yield query, "filters"
        words = self.planner.alike(query) if query.correct else ()
        if words:
            yield replace(query, words=words, prefix=False), "spelling"

    def _found(self, query: Query, *, limit: int, count: bool) -> Results:
        found = self._recent.get((query, limit))
        if found is None or (count and found.quick):
            found = self._find(query, limit=limit, quick=not count)
            if not found.quick:
                self._recent.put((query, limit), found)
        enough = not count and (found.quick or found.plan.terms)  # filters alone are always counted
        if found.results.counted or enough:
            return found.results
        return self._counted(found.results, query, found.plan, found.matches)

    def _find(self, query: Query, *, limit: int, quick: bool) -> _Found:
        """Find the best; where a few letters are prepared, `quick` needs no plan."""
        filters = self.filters().expressions(query)
        letters = "" if filters or query.sort != "relevance" else self.planner.only_letters(query)
        matches = self.matcher.prepared(letters) if letters else None
        quick = matches is not None and quick
        plan = Plan(names=(letters,)) if quick else self.planner.plan(query, filters=filters)
        if matches is None and not plan.terms:
            results = self._only_filtered(query, plan, limit=limit)
            return _Found(results, plan, Matches(numbers=None), quick)
        if matches is None:
            wanted = max(limit, WEIGHED if query.sort == "relevance" else SORTED)
            matches = self.matcher.match(plan, most=wanted + wanted // 2)
        scores = self._ranked(plan, matches)
        chosen = self._in_order([*scores], sort=query.sort)
        results = Results(
            hits=self._hits(plan, chosen[: max(0, limit)], scores, matches.own),
            counted=False,
            total=None if matches.numbers is None else len(matches.numbers),
            corrected=plan.corrected,
            nearest="words" if matches.nearest else "",
            marked=_marked(plan),
        )
        return _Found(results, plan, Matches(numbers=matches.numbers), quick)

    def filters(self) -> Filters:
        """Read filters by the product groups of this library."""
        return Filters(self.connection, self.group_titles())

    def _only_filtered(self, query: Query, plan: Plan, *, limit: int) -> Results:
        """List what passes the filters where no word says more."""
        if not query.filters and not query.kinds and not query.groups:
            return Results()
        expression = ex.without(ex.all_of(plan.filters), plan.excluded)
        sorting = query.sort != "relevance" or bool(query.groups)
        rows = self.connection.rows(_FIRST, expression, max(limit, 2 * SORTED if sorting else 0))
        chosen = [int(str(number)) for (number,) in rows]
        chosen = self._in_order(chosen, sort=query.sort) if sorting else chosen
        if query.groups and query.sort == "relevance":
            chosen = self._closest(chosen)
        hits = self._hits(plan, chosen[: max(0, limit)], dict.fromkeys(chosen, 0.0), {})
        return Results(hits=hits, counted=False, total=None)

    def _closest(self, chosen: list[int]) -> list[int]:
        """Put what belongs to many product groups after what belongs to a few."""
        about = self.records.facets(chosen)
        return sorted(chosen, key=lambda number: len(about[number].groups.split()) > FEW_GROUPS)

    # Ranking.

    def _ranked(self, plan: Plan, matches: Matches) -> dict[int, float]:
        """Put what was found in order: what is called so, then by score, title and kind. Gives the scores."""
        scores, named = dict(matches.best), self.planner.named(plan)
        known = named if matches.in_order or not named else named.intersection(matches.numbers or scores)
        for number in known:
            scores.setdefault(number, 0.0)
        preferred = self._of_preferred(scores)
        if not matches.in_order:
            scores = self._weighed(plan, scores)
        for number in known:
            scores[number] += NAMED
        for number in preferred:
            scores[number] = scores[number] + PREFERRED if matches.in_order else scores[number] * PREFERRED
        order = scores if matches.in_order else sorted(scores)
        return {number: scores[number] for number in sorted(order, key=scores.__getitem__, reverse=True)}

    def _weighed(self, plan: Plan, scores: dict[int, float]) -> dict[int, float]:
        """Give the scores with what titles and kinds count."""
        wordings = [_wording(term, of=plan.records) for term in plan.terms]
        has_no_word_of = frozenset[str]().union(*(one.all for one in wordings)).isdisjoint
        of_kind, weighed = kind_weights(plan.question).get, dict[int, float]()
        for chunk in _chunks([*scores]):
            weighed |= {
                number: scores[number] * of_kind(kind, 1.0)
                if has_no_word_of(words)
                else scores[number] * (of_kind(kind, 1.0) * wording_weight(wordings, words))
                for number, (words, kind) in zip(chunk, self.records.titles(chunk), strict=True)
            }
        return weighed

    def _of_preferred(self, found: Iterable[int]) -> set[int]:
        """Give the numbers of those whose text is of the language that is preferred."""
        if not self.preferred:
            return set()
        numbers = json.dumps([*found])
        return {int(str(number)) for (number,) in self.connection.rows(_OF_LANGUAGE, numbers, self.preferred)}

    def _in_order(self, ranked: list[int], *, sort: Sort) -> list[int]:
        """Put the best in another order, if that is wanted."""
        if sort == "relevance" or not ranked:
            return ranked
        about = self.records.facets(ranked)
        if sort == "newest":
            return sorted(ranked, key=lambda number: about[number].updated, reverse=True)
        order = {group: place for place, group in enumerate(self.group_titles())}
        return sorted(
            ranked, key=lambda number: order.get((about[number].groups.split() or [""])[0], len(order))
        )

    def _hits(
        self, plan: Plan, chosen: list[int], scores: Mapping[int, float], own: Mapping[int, int]
    ) -> tuple[Hit, ...]:
        records = self.records.shown(chosen)
        if not any(term.reasons for term in plan.terms):
            # As `Hit._make`, which looks after itself: it is done for each hit of each letter.
            return tuple([tuple.__new__(Hit, (*one, (), scores[one.number], "")) for one in records])
        reasons = [self._reasons(plan, own.get(record.number, -1), record) for record in records]
        return tuple(
            Hit(*record, tuple(dict.fromkeys(why)), scores[record.number])
            for record, why in zip(records, reasons, strict=True)
        )

    def _reasons(self, plan: Plan, own: int, record: Shown) -> Iterator[Reason]:
        """Give the meanings that led to a record that does not show what was typed; `own` as in `Matches`."""
        terms = [
            term
            for place, term in enumerate(plan.terms)
            if term.reasons and not (term.has_only_synonyms and term.known and own >> place & 1)
        ]
        shown = set(stems(record.title)) if terms else set()
        for term in terms:
            if term.stems and shown.issuperset(term.stems):
                continue
            own_group = facets.group_word(record.id)
            for reason in term.reasons:
                if "_" in reason.meant and reason.why != CPV:
                    yield replace(reason, meant=self._group_of(reason.meant))
                    break
                if (
                    reason.why in (SYNONYM, CPV)
                    or reason.meant == own_group
                    or shown.issuperset(stems(reason.meant))
                ):
                    yield reason
                    break

    def _group_of(self, word: str) -> str:
        return next(
            (title for group, title in self.group_titles().items() if facets.group_word(group) == word), word
        )

    def snippet_of(self, number: int, marker: Marker | None) -> Snippet:
        """Give the sentence of a record in which most of what is marked stands."""
        summary, body = stored_text(self.connection, number)
        return best_snippet(body, summary=summary, marker=marker)

    # Counting.

    def _counted(self, results: Results, query: Query, plan: Plan, matches: Matches) -> Results:
        """Add the true counts: of each filter among all that pass the other filters."""
        total, kinds, groups = self._tally(query, plan, matches.numbers, but="")
        if query.kinds:
            _, kinds, _ = self._tally(query, plan, None, but="kind")
        if query.groups:
            _, _, groups = self._tally(query, plan, None, but="group")
        titles = self.group_titles()
        shown = sorted(
            ((group, titles[group], number) for group, number in groups.items() if group in titles),
            key=lambda found: (-found[2], found[1], found[0]),
        )
        return replace(
            results,
            counted=True,
            total=total,
            kinds=tuple((kind, kinds[kind]) for kind in DETAIL_FIELDS if kinds.get(kind)),
            groups=tuple(shown),
        )

    def _tally(
        self, query: Query, plan: Plan, numbers: tuple[int, ...] | None, *, but: str
    ) -> tuple[int, dict[str, int], dict[str, int]]:
        """Count what matches by kind and by group; one filter is left out.

        `numbers` are of what matches, where that is known already.
        """
        plan = replace(plan, filters=self.filters().expressions(query, but=but))
        kinds: dict[str, int] = {}
        groups: dict[str, int] = {}
        total = 0
        for kind, of_groups, number in self._tally_rows(plan, numbers):
            total += number
            kinds[kind] = kinds.get(kind, 0) + number
            for group in of_groups.split():
                groups[group] = groups.get(group, 0) + number
        return total, kinds, groups

    def _tally_rows(self, plan: Plan, numbers: tuple[int, ...] | None) -> Iterator[tuple[str, str, int]]:
        if numbers is None and len(plan.terms) > 1 and few(plan):
            numbers = self.matcher.match(plan, most=0).numbers
        if numbers is not None:
            for chunk in _chunks(numbers):
                for facet in self.records.facets(chunk).values():
                    yield facet.kind, facet.groups, 1
            return
        terms = ex.all_of(map(self.planner.spelt_out, plan.terms))
        wanted = ex.all_of((terms, *plan.filters))
        expression = ex.without(wanted, plan.excluded) if wanted else ""
        asked = (_TALLY, expression) if expression else (_TALLY_ALL,)
        for (kind, groups), number in self.connection.counted(*asked).items():
            yield str(kind), str(groups), number


def _marked(plan: Plan) -> tuple[str, ...]:
    """Give the words that were looked for instead of, or beside, those that were typed."""
    meant = [reason.meant for term in plan.terms for reason in term.reasons if "_" not in reason.meant]
    return tuple(dict.fromkeys((*plan.corrected.split(), *meant)))


def _wording(term: Term, *, of: int) -> Wording:
    own = frozenset(term.stems)
    others = tuple(frozenset(stems(one.meant)) for one in term.reasons if "_" not in one.meant)
    return Wording(own, others, term_weight(term.records, of=of), own.union(*others))


def _chunks(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for at in range(0, len(items), MANY_AT_ONCE):
        yield items[at : at + MANY_AT_ONCE]
