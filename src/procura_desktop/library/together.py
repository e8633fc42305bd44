"""The results of several libraries as one list."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from procura_desktop.domain.kinds import RecordKind, Sort
from procura_desktop.library.search import Hit, Results


@dataclass(frozen=True, slots=True)
class Part:
    """The results of one library: its name ("" is the main one), what numbers get, how groups are named."""

    results: Results
    library: str
    add: int
    named: Callable[[str], str]


def together(parts: Sequence[Part], *, titles: Mapping[str, str], sort: Sort, limit: int) -> Results:
    """Put results together; `titles` are those of all product groups.

    A library in which only parts of the query are found gives nothing where another has all of it; where one
    knows the words as typed, what another corrected is left out.
    """
    sound = _sound(parts)
    hits = [_named(hit, part, titles) for part in sound for hit in part.results.hits]
    totals = [part.results.total for part in sound]
    return replace(
        sound[0].results,
        hits=tuple(_in_order(hits, sort)[:limit]),
        total=None if None in totals else sum(total for total in totals if total is not None),
        counted=all(part.results.counted for part in sound),
        kinds=_kinds(sound),
        groups=_groups(sound, titles),
        corrected=next((part.results.corrected for part in sound if part.results.corrected), ""),
        marked=tuple(dict.fromkeys(word for part in sound for word in part.results.marked)),
    )


def _sound(parts: Sequence[Part]) -> list[Part]:
    exact = [part for part in parts if not (part.results.nearest or part.results.corrected)]
    whole = [part for part in parts if not part.results.nearest]
    for some in (exact, whole):
        if any(part.results.hits for part in some):
            return some
    return list(parts)


def _named(hit: Hit, part: Part, titles: Mapping[str, str]) -> Hit:
    if not part.library:
        return hit
    group = part.named(hit.group) if hit.group else ""
    return hit._replace(
        number=hit.number + part.add,
        id=f"{part.library}/{hit.id}",
        group=group,
        group_title=titles.get(group, hit.group_title),
        library=part.library,
    )


def _in_order(hits: list[Hit], sort: Sort) -> list[Hit]:
    if sort == "newest":
        return sorted(hits, key=lambda hit: hit.updated, reverse=True)
    if sort == "group":
        return sorted(hits, key=lambda hit: (hit.group_title == "", hit.group_title))
    return sorted(hits, key=lambda hit: -hit.score)


def _kinds(parts: Sequence[Part]) -> tuple[tuple[RecordKind, int], ...]:
    counted: Counter[RecordKind] = Counter()
    for part in parts:
        for kind, number in part.results.kinds:
            counted[kind] += number
    return tuple(counted.items())


def _groups(parts: Sequence[Part], titles: Mapping[str, str]) -> tuple[tuple[str, str, int], ...]:
    counted: Counter[str] = Counter()
    for part in parts:
        for group, _, number in part.results.groups:
            counted[part.named(group)] += number
    return tuple((group, titles.get(group, group), number) for group, number in counted.most_common())
