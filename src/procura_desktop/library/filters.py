"""Filters of a query as expressions of the index."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from procura_desktop.library import expression as ex
from procura_desktop.library import facets
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.query import Query
from procura_desktop.library.stems import stem_key
from procura_desktop.library.words import name_key, split_words

if TYPE_CHECKING:
    from collections.abc import Callable

_LABELS = (
    "SELECT DISTINCT record_id FROM record_name WHERE name LIKE ? AND record_id LIKE 'labels/%' ORDER BY 1"
)


@dataclass(frozen=True, slots=True)
class Filters:
    """Reads the filters of queries for one library; `group_titles` are those of its product groups by id."""

    connection: ReadConnection
    group_titles: dict[str, str]

    def with_known_groups(self, query: Query) -> Query:
        """Take groups that the library does not have for the words they are made of."""
        if not query.groups:
            return query
        known: list[str] = []
        words: list[str] = []
        for group in query.groups:
            same = self._called(group)
            if same:
                known.append(same)
            else:
                words += split_words(group.removeprefix("groups/"))
        return replace(query, groups=tuple(dict.fromkeys(known)), words=(*words, *query.words))

    def _called(self, group: str) -> str:
        """Give the group with this id, or one that begins so, or has the word in its id or title."""
        if group in self.group_titles:
            return group
        beginnings = [one for one in self.group_titles if one.startswith(group)]
        word = group.removeprefix("groups/")
        for one, title in self.group_titles.items():
            words = (*one.removeprefix("groups/").split("-"), *name_key(title).split())
            if any(own.startswith(word) for own in words):
                beginnings.append(one)
        return beginnings[0] if beginnings else ""

    def expressions(self, query: Query, *, but: str = "") -> tuple[str, ...]:
        """Give an expression for each filter, but for one that is left out."""
        if not (query.kinds or query.groups or query.filters):
            return ()
        made = {
            "kind": [facets.kind_word(kind) for kind in query.kinds],
            "group": [facets.group_word(group) for group in query.groups],
        }
        for name, value in query.filters:
            made.setdefault(name, []).extend(self._facet_words(name, value))
        return tuple(ex.any_of(map(ex.facet, words)) for name, words in made.items() if words and name != but)

    def _facet_words(self, name: str, value: str) -> list[str]:
        if name == "year":
            first, _, last = value.partition("..")
            low, high = sorted((int(first), int(last or first)))
            return [facets.year_word(year) for year in range(low, min(high, low + facets.MOST_YEARS) + 1)]
        if name == "cpv":
            return [facets.cpv_word(value[:8].rstrip("0").ljust(2, "0"))]
        if name == "label":
            return [facets.label_word(label) for label in self._labels(value)] or [facets.label_word(value)]
        word: Callable[[str], str] = {
            "level": facets.level_word, "type": facets.type_word, "country": facets.country_word,
        }[name]  # fmt: skip
        return [word(value)]

    def _labels(self, name: str) -> list[str]:
        """Give the labels that are called so, else those that begin so, else those that have the words."""
        key = stem_key(name)
        for pattern in (key, f"{key}%", f"% {key}%") if key else ():
            rows = self.connection.rows(_LABELS, pattern)
            if rows:
                return [str(record_id) for (record_id,) in rows]
        return []
