"""Finding records: what was planned is asked of the index, ranked, filtered and counted.

Where few records can match, each term is ranked by itself (bm25), so that it is known which records have
which terms. Where many can, nothing is ranked that would not be shown: titles come first, then texts, both in
the order of importance in which records are numbered, and the index stops early.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from heapq import nsmallest

from procura_desktop.domain.kinds import RecordKind, Sort
from procura_desktop.domain.records import DETAIL_FIELDS
from procura_desktop.library import expression as ex
from procura_desktop.library import facets, schema
from procura_desktop.library.connection import ReadConnection, Value
from procura_desktop.library.filters import Filters
from procura_desktop.library.index import CPV, SYNONYM
from procura_desktop.library.plan import Plan, Planner, Reason, Term
from procura_desktop.library.query import Query
from procura_desktop.library.rank import MEANING, PHRASE, Candidate, coverage, title_share
from procura_desktop.library.snippet import Marker, Snippet, best_snippet
from procura_desktop.library.stems import stems

MOST_RANKED = 1_500  # records that may match all terms together, if each term is to be ranked by itself
MOST_LOOKED_AT = 150  # of each sort of match, where more would match
LETTERS_PREPARED = 3
WEIGHED = 50  # at the least, by their titles too
_KINDS = {str(kind): kind for kind in DETAIL_FIELDS}
_RANK = "SELECT rowid, -bm25(record_search, ?, ?, ?, ?, ?) FROM record_search WHERE record_search MATCH ?"
_NAMED = "SELECT r.number FROM record_name AS n JOIN record AS r ON r.id = n.record_id WHERE n.name = ?"
_TALLY = (
    "SELECT f.kind, f.product_groups, count(*) FROM record_search AS s JOIN facet AS f "
    "ON f.number = s.rowid WHERE record_search MATCH ? GROUP BY f.kind, f.product_groups"
)
_FIRST = "SELECT rowid FROM record_search WHERE record_search MATCH ? ORDER BY rowid LIMIT ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One record that was found.

    Attributes:
        number: of the record, for `snippet_of`.
        group: id of its main product group, or "".
        group_title: its title, or "".
        detail, updated: as in `Brief`.
        reasons: why it matches, where a word of another language or a synonym led to it.
        score: higher is better.
        library: name of its library among several; "" is the main one.
    """

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
        total: how many records match, of which `hits` are the first.
        kinds: (kind, how many) among all that pass the other filters.
        groups: (id, title, how many) among all that pass the other filters, most first.
        corrected: what was looked for instead of what was typed; "" means as typed.
        marked: words that snippets mark beside those that were typed.
        nearest: whether no record has all that was wanted, and these have a part of it.
    """

    hits: tuple[Hit, ...] = ()
    counted: bool = True
    total: int | None = 0
    kinds: tuple[tuple[RecordKind, int], ...] = ()
    groups: tuple[tuple[str, str, int], ...] = ()
    corrected: str = ""
    nearest: bool = False
    marked: tuple[str, ...] = ()


@dataclass(slots=True)
class Finder:
    """Searches one library; what every search needs is read once."""

    connection: ReadConnection
    planner: Planner = field(init=False)
    _group_titles: dict[str, str] | None = None

    def __post_init__(self) -> None:
        """Plan over the same connection."""
        self.planner = Planner(self.connection)

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
        query = self.filters().with_known_groups(query)
        plan = self.planner.plan(query, filters=self.filters().expressions(query))
        if not plan.terms:
            return self._only_filtered(query, plan, limit=limit)
        found, nearest = self._matches(plan)
        everything = found if _few(plan) else None
        chosen = self._in_order(self._ranked(plan, found, limit=max(limit, WEIGHED)), sort=query.sort)
        results = Results(
            hits=tuple(self._hits(plan, chosen[: max(0, limit)])),
            counted=False,
            total=None if everything is None else len(everything),
            corrected=plan.corrected,
            nearest=nearest,
            marked=_marked(plan),
        )
        return self._counted(results, query, plan, everything) if count else results

    def filters(self) -> Filters:
        """Read filters by the product groups of this library."""
        return Filters(self.connection, self.group_titles())

    def _only_filtered(self, query: Query, plan: Plan, *, limit: int) -> Results:
        """List what passes the filters where no word says more; a kind or a group alone is no question."""
        if not query.filters and not (query.kinds and query.groups):
            return Results()
        rows = self.connection.rows(_FIRST, ex.all_of(plan.filters), max(0, limit))
        chosen = [Candidate(int(str(number)), 0.0) for (number,) in rows]
        found = Results(hits=tuple(self._hits(plan, chosen)), counted=False, total=None)
        return self._counted(found, query, plan, None)

    # Matches.

    def _matches(self, plan: Plan) -> tuple[dict[int, Candidate], bool]:
        """Give all that match, or of many the first; and whether they only have a part of what is wanted."""
        if _few(plan):
            return self._ranked_by_term(plan)
        prepared = self._prepared(plan)
        if prepared:
            return prepared, False
        found = self._first_of(plan, plan.terms)
        if found or len(plan.terms) == 1:
            return found, False
        rarest = min(plan.terms, key=lambda term: term.records or MOST_RANKED)
        return self._first_of(plan, (rarest,)), True

    def _prepared(self, plan: Plan) -> dict[int, Candidate]:
        """Give what was found beforehand for a few letters and nothing else, if that is enough."""
        if len(plan.terms) != 1 or plan.filters or plan.excluded or plan.terms[0].reasons:
            return {}
        term = plan.terms[0]
        if not term.beginning or len(term.typed) > LETTERS_PREPARED:
            return {}
        rows = self.connection.rows("SELECT numbers FROM beginning WHERE letters = ?", term.typed)
        numbers = [int(number) for (found,) in rows for number in json.loads(str(found))]
        return {number: Candidate(number, 2.0, terms=-1) for number in numbers if len(numbers) >= WEIGHED}

    def _ask(self, plan: Plan, expression: str) -> str:
        return ex.without(ex.all_of((expression, *plan.filters)), plan.excluded)

    def _scores(self, expression: str) -> Iterator[tuple[int, float]]:
        for number, score in self.connection.rows(_RANK, *schema.SEARCH_WEIGHTS, expression):
            if not isinstance(number, int) or not isinstance(score, float):
                raise self.connection.damaged("its index makes no sense")
            yield number, score

    def _ranked_by_term(self, plan: Plan) -> tuple[dict[int, Candidate], bool]:
        """Rank each term by itself; keep the records that have most of them."""
        found: dict[int, Candidate] = {}
        for place, term in enumerate(plan.terms):
            parts = ((term.own, 1.0), (term.others, MEANING)) if term.others else ((term.expression, 1.0),)
            for expression, worth in parts:
                for number, score in self._scores(self._ask(plan, expression)) if expression else ():
                    candidate = found.setdefault(number, Candidate(number, own=0))
                    candidate.score += worth * score
                    candidate.terms |= 1 << place
                    candidate.own |= (expression != term.others) << place
        least = coverage([candidate.terms.bit_count() for candidate in found.values()], len(plan.terms))
        kept = {number: one for number, one in found.items() if one.terms.bit_count() >= least}
        self._add_phrase(plan, kept)
        return kept, bool(kept) and least < len(plan.terms) and not any(
            one.terms.bit_count() == len(plan.terms) for one in kept.values()
        )

    def _add_phrase(self, plan: Plan, found: dict[int, Candidate]) -> None:
        """Words that stand side by side, as they were typed, count once more."""
        words = [term.typed for term in plan.terms]
        runs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
        runs += [" ".join(words)] if len(words) > 2 else []
        for run in runs:
            side_by_side = ex.phrase(run)
            if plan.terms[-1].beginning and run.endswith(words[-1]):
                side_by_side = f"{side_by_side} *"
            for number, score in self._scores(side_by_side):
                if number in found:
                    found[number].score += PHRASE * score / len(runs)

    def _first_of(self, plan: Plan, terms: Iterable[Term]) -> dict[int, Candidate]:
        """Give the first records with all terms in their titles, then in their texts."""
        wanted = ex.all_of(term.expression for term in terms)
        found: dict[int, Candidate] = {}
        titles = ex.all_of(ex.in_titles(term.expression) for term in terms)
        for tier, expression in ((2.0, titles), (1.0, wanted)):
            for (number,) in self.connection.rows(_FIRST, self._ask(plan, expression), MOST_LOOKED_AT):
                found.setdefault(int(str(number)), Candidate(int(str(number)), tier, terms=-1))
            if len(found) >= MOST_LOOKED_AT:
                break
        return found

    # Ranking.

    def _ranked(self, plan: Plan, found: dict[int, Candidate], *, limit: int) -> list[Candidate]:
        """Put what was found in order: what is called so, then by score, title and kind."""
        named = set(self._named(plan))
        first = nsmallest(2 * limit, found.values(), key=lambda one: (-one.score, one.number))
        kept = {one.number for one in first}
        first += [found[number] for number in named if number in found and number not in kept]
        typed = {word for term in plan.terms for word in term.stems}
        for chunk in _chunks(first):
            rows = self._columns("number, title, kind", [one.number for one in chunk], table="facet")
            about = {int(str(number)): (str(title), str(kind)) for number, title, kind in rows}
            for one in chunk:
                title, kind = about[one.number]
                one.weigh(
                    title_share(typed, title.split()),
                    kind=kind,
                    named=one.number in named,
                    wanted=len(plan.terms),
                )
        return sorted(first, key=lambda one: (-one.score, one.number))

    def _named(self, plan: Plan) -> Iterator[int]:
        """Give the numbers of the records that are called what was typed."""
        for name in plan.names:
            for (number,) in self.connection.rows(_NAMED, name):
                yield int(str(number))

    def _in_order(self, ranked: list[Candidate], *, sort: Sort) -> list[Candidate]:
        """Put the best in another order, if that is wanted."""
        if sort == "relevance" or not ranked:
            return ranked
        rows = self._columns("number, updated, product_groups", [one.number for one in ranked], table="facet")
        about = {int(str(number)): (str(updated), str(groups)) for number, updated, groups in rows}
        if sort == "newest":
            return sorted(ranked, key=lambda one: about[one.number][0], reverse=True)
        order = {group: place for place, group in enumerate(self.group_titles())}
        return sorted(
            ranked, key=lambda one: order.get((about[one.number][1].split() or [""])[0], len(order))
        )

    def _hits(self, plan: Plan, chosen: list[Candidate]) -> Iterator[Hit]:
        titles = self.group_titles()
        columns = "number, id, kind, title, product_groups, detail, updated"
        rows = {int(str(row[0])): row for row in self._columns(columns, [one.number for one in chosen])}
        for one in chosen:
            _, record_id, kind, title, groups, detail, updated = map(str, rows[one.number])
            known = _KINDS.get(kind)
            if known is None:
                raise self.connection.damaged(f"the row of {record_id!r} makes no sense")
            group = next((group for group in groups.split() if group != record_id), "")
            yield Hit(
                number=one.number,
                id=record_id,
                kind=known,
                title=title,
                group=group,
                group_title=titles.get(group, ""),
                detail=detail,
                updated=updated,
                reasons=tuple(dict.fromkeys(self._reasons(plan, one, record_id, title))),
                score=one.score,
            )

    def _reasons(self, plan: Plan, one: Candidate, record_id: str, title: str) -> Iterator[Reason]:
        """Give the meanings that led to a record that does not show what was typed."""
        terms = [
            term
            for place, term in enumerate(plan.terms)
            if term.reasons and not (term.has_only_synonyms and term.known and one.own >> place & 1)
        ]
        shown = set(stems(title)) if terms else set()
        for term in terms:
            if term.stems and shown.issuperset(term.stems):
                continue
            own_group = facets.group_word(record_id)
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

    def _columns(self, columns: str, numbers: list[int], *, table: str = "record") -> list[tuple[Value, ...]]:
        sql = f"SELECT {columns} FROM {table} WHERE number IN (SELECT value FROM json_each(?))"  # noqa: S608
        found = self.connection.rows(sql, json.dumps(numbers))
        if len(found) != len(set(numbers)):
            raise self.connection.damaged("its index names records that are not there")
        return found

    def snippet_of(self, number: int, marker: Marker | None) -> Snippet:
        """Give the sentence of a record in which most of what is marked stands."""
        summary, body = map(
            str, self.connection.row("SELECT summary, body FROM record WHERE number = ?", number)
        )
        return best_snippet(body, summary=summary, marker=marker)

    # Counting.

    def _counted(
        self, results: Results, query: Query, plan: Plan, everything: dict[int, Candidate] | None
    ) -> Results:
        """Add the true counts: of each filter among all that pass the other filters."""
        total, kinds, groups = self._tally(query, plan, everything, but="")
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
            total=total if everything is None else len(everything),
            kinds=tuple((kind, kinds[kind]) for kind in DETAIL_FIELDS if kinds.get(kind)),
            groups=tuple(shown),
        )

    def _tally(
        self, query: Query, plan: Plan, everything: dict[int, Candidate] | None, *, but: str
    ) -> tuple[int, dict[str, int], dict[str, int]]:
        """Count what matches by kind and by group; one filter is left out.

        `everything` is what matches, where that is known already.
        """
        plan = replace(plan, filters=self.filters().expressions(query, but=but))
        kinds: dict[str, int] = {}
        groups: dict[str, int] = {}
        total = 0
        for kind, of_groups, number in self._tally_rows(plan, everything):
            total += number
            kinds[kind] = kinds.get(kind, 0) + number
            for group in of_groups.split():
                groups[group] = groups.get(group, 0) + number
        return total, kinds, groups

    def _tally_rows(
        self, plan: Plan, everything: dict[int, Candidate] | None
    ) -> Iterator[tuple[str, str, int]]:
        if plan.terms and _few(plan):
            numbers = list(self._ranked_by_term(plan)[0] if everything is None else everything)
            for chunk in _chunks(numbers):
                for kind, groups in self._columns("kind, product_groups", chunk, table="facet"):
                    yield str(kind), str(groups), 1
            return
        expression = self._ask(plan, ex.all_of(term.expression for term in plan.terms))
        for kind, groups, number in self.connection.rows(_TALLY, expression):
            yield str(kind), str(groups), int(str(number))


def _few(plan: Plan) -> bool:
    """Say whether so few records can match that all may be ranked."""
    return sum(term.records for term in plan.terms) <= MOST_RANKED


def _marked(plan: Plan) -> tuple[str, ...]:
    """Give the words that were looked for instead of, or beside, those that were typed."""
    meant = [reason.meant for term in plan.terms for reason in term.reasons if "_" not in reason.meant]
    return tuple(dict.fromkeys((*plan.corrected.split(), *meant)))


def _chunks(items: list[object] | list[int] | list[Candidate]) -> Iterator[list]:  # type: ignore[type-arg]
    for at in range(0, len(items), 500):
        yield items[at : at + 500]
