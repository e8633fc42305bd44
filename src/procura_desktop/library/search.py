"""Finding records: a query becomes an index expression, the matches are ranked, filtered and counted.

All words are required; when no record has them all, any of them will do. Which of the two holds depends on
the words alone, so that the counts beside the filters are what choosing a filter shows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.domain.records import DETAIL_FIELDS
from procura_desktop.library import schema
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.query import MAX_TERMS, Query
from procura_desktop.library.snippet import best_snippet, term_pattern
from procura_desktop.library.words import name_key, split_words

# Above every score that bm25 gives: records that are called what was typed come first.
_NAMED = 1000.0
_MATCH = "SELECT rowid, -bm25(record_search, ?, ?, ?, ?) FROM record_search WHERE record_search MATCH ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One record that was found.

    Attributes:
        group: id of its main product group, or "".
        group_title: its title, or "".
        snippet: the sentence that matches best, as plain text.
        marks: where in the snippet words match: (start, end) of each, in order.
        detail: as in `Brief`.
        score: higher is better.
    """

    id: str
    kind: RecordKind
    title: str
    group: str
    group_title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    detail: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What was found, best first.

    Attributes:
        total: how many records match, of which `hits` are the first.
        kinds: (kind, how many) among all that pass the group filter, whatever their kind.
        groups: (id, title, how many) among all that pass the kind filter, most first.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    kinds: tuple[tuple[RecordKind, int], ...] = ()
    groups: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """What filters and counts need to know of a record."""

    kind: RecordKind
    title: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records in brief, by number, and the titles of all product groups."""

    entries: dict[int, _Entry]
    group_titles: dict[str, str]


def read_catalogue(connection: ReadConnection) -> Catalogue:
    """Read what every search of this library needs.

    Raises:
        LibraryDamagedError: it cannot be read.
    """
    entries, titles = {}, {}
    for number, record_id, kind, title, groups in connection.rows(
        "SELECT number, id, kind, title, product_groups FROM record"
    ):
        known = next((known for known in DETAIL_FIELDS if known == kind), None)
        if known is None or not isinstance(number, int):
            raise connection.damaged(f"the row of {record_id!r} makes no sense")
        own = (str(record_id),) if known == "group" else ()
        entries[number] = _Entry(known, str(title), tuple(dict.fromkeys((*own, *str(groups).split()))))
        if own:
            titles[own[0]] = str(title)
    return Catalogue(entries, titles)


def find(connection: ReadConnection, catalogue: Catalogue, *, query: Query, limit: int) -> Results:
    """Find records, best first, at most `limit` of them; everything is counted.

    Raises:
        LibraryDamagedError: the index cannot be read.
    """
    query = _with_known_groups(query, catalogue)
    scores = _matches(connection, query)
    chosen, kinds, groups = [], Counter[RecordKind](), Counter[str]()
    wanted_groups = frozenset(query.groups)
    for number, score in scores.items():
        entry = catalogue.entries.get(number)
        if entry is None:
            raise connection.damaged(f"its index names a record {number} that is not there")
        in_kind = not query.kinds or entry.kind in query.kinds
        in_group = not wanted_groups or not wanted_groups.isdisjoint(entry.groups)
        if in_group:
            kinds[entry.kind] += 1
        if in_kind:
            groups.update(entry.groups)
        if in_kind and in_group:
            chosen.append((-score, number))
    chosen.sort()
    first = [(number, -score) for score, number in chosen[: max(0, limit)]]
    return Results(
        hits=tuple(_hits(connection, catalogue, query=query, found=first)),
        total=len(chosen),
        kinds=tuple((kind, kinds[kind]) for kind in DETAIL_FIELDS if kinds[kind]),
        groups=_group_counts(groups, catalogue),
    )


def _with_known_groups(query: Query, catalogue: Catalogue) -> Query:
    """Take groups that the library does not have for the words they are made of."""
    unknown = [group for group in query.groups if group not in catalogue.group_titles]
    words = [word for group in unknown for word in split_words(group.removeprefix("groups/"))]
    known = tuple(group for group in query.groups if group not in unknown)
    return replace(query, groups=known, words=(*words, *query.words)) if unknown else query


def _matches(connection: ReadConnection, query: Query) -> dict[int, float]:
    """Give number and score of all records that match, whatever the filters."""
    found: dict[int, float] = {}
    for expression in _expressions(query):
        for number, score in connection.rows(_MATCH, *schema.SEARCH_WEIGHTS, expression):
            if not isinstance(number, int) or not isinstance(score, float):
                raise connection.damaged("its index makes no sense")
            found[number] = score
        if found:
            break
    for number in _named(connection, query):
        if number in found:
            found[number] += _NAMED
    return found


def _expressions(query: Query) -> Iterator[str]:
    """Give the index expressions to try in turn: all terms, then any of them."""
    terms = list(_terms(query))
    excluded = " OR ".join(_quoted(query.excluded))
    for joint in (" AND ", " OR ")[: len(terms)]:
        wanted = joint.join(terms)
        if len(terms) > 1 and not query.phrases:  # finds nothing more, but words side by side count again
            wanted = f"({wanted}) OR {_side_by_side(terms)}"
        yield f"({wanted}) NOT ({excluded})" if excluded else wanted


def _side_by_side(terms: list[str]) -> str:
    """Make one phrase of terms; that of a prefix stays one."""
    return '"{}"{}'.format(" ".join(term.strip('" *') for term in terms), " *" * terms[-1].endswith("*"))


def _terms(query: Query) -> Iterator[str]:
    """Give the parts of an index expression; only letters and digits of the query are in them."""
    words = list(_quoted(query.words[-MAX_TERMS:]))
    if query.prefix and words:
        words[-1] += " *"
    yield from words
    yield from _quoted(" ".join(phrase) for phrase in query.phrases)


def _quoted(texts: Iterable[str]) -> Iterator[str]:
    """Put the words of each text between quotes; a text without words is left out."""
    for words in map(split_words, texts):
        if words:
            yield f'"{" ".join(words)}"'


def _named(connection: ReadConnection, query: Query) -> Iterator[int]:
    """Give the numbers of the groups, terms and criteria that are called what was typed."""
    typed = [query.words, *query.phrases] if query.words else list(query.phrases)
    if len(typed) != 1:
        return
    name = name_key(" ".join(typed[0]))
    for (number,) in connection.rows(
        "SELECT r.number FROM record_name AS n JOIN record AS r ON r.id = n.record_id WHERE n.name = ?", name
    ):
        if isinstance(number, int):
            yield number


def _hits(
    connection: ReadConnection, catalogue: Catalogue, *, query: Query, found: Iterable[tuple[int, float]]
) -> Iterator[Hit]:
    pattern = term_pattern(query)
    for number, score in found:
        entry = catalogue.entries[number]
        row = connection.row("SELECT id, summary, detail, body FROM record WHERE number = ?", number)
        record_id, summary, detail, body = map(str, row)
        group = next((group for group in entry.groups if group != record_id), "")
        snippet = best_snippet(body, summary=summary, pattern=pattern)
        yield Hit(
            id=record_id,
            kind=entry.kind,
            title=entry.title,
            group=group,
            group_title=catalogue.group_titles.get(group, ""),
            snippet=snippet.text,
            marks=snippet.marks,
            detail=detail,
            score=score,
        )


def _group_counts(counts: Counter[str], catalogue: Catalogue) -> tuple[tuple[str, str, int], ...]:
    titled = ((group, catalogue.group_titles.get(group, group), count) for group, count in counts.items())
    return tuple(sorted(titled, key=lambda found: (-found[2], found[1], found[0])))
