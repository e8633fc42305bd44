"""What the last word of a query may become: words of the library, and the values of filters."""

import re
from collections.abc import Iterator
from typing import get_args

from procura_desktop.domain.kinds import CriterionKind, RecordKind
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.query import FILTERS
from procura_desktop.library.words import fold, split_words

MOST = 3
MOST_FORMS = 4  # of a word, of which the most frequent one is offered
_WORDS = (
    "SELECT word, stem FROM word WHERE word > ? AND word < ? AND english > 0 "  # the most frequent first
    "ORDER BY records DESC, word LIMIT ?"
)
_SHORTEST = 2
_LAST = re.compile(r"""(?P<before>(?:.*?\s)??)(?P<last>[A-Za-z]+:"[^"]*|\S*)\Z""", re.DOTALL)
_VALUES = {
    "group": "SELECT substr(id, 8) FROM record WHERE kind = 'group' ORDER BY number",
    "country": "SELECT DISTINCT substr(detail, 1, 2) FROM record WHERE kind = 'case' ORDER BY 1",
    "cpv": "SELECT DISTINCT substr(code, 1, 8) FROM cpv ORDER BY 1",
    "year": "SELECT DISTINCT substr(detail, -4) FROM record WHERE kind = 'case' ORDER BY 1 DESC",
    "label": "SELECT title FROM record WHERE kind = 'label' ORDER BY title",
}
_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
_TYPES: tuple[CriterionKind, ...] = get_args(CriterionKind)


def completions(connection: ReadConnection, text: str) -> tuple[str, ...]:
    """Give what the whole text may become, the most probable first; nothing where nothing can follow.

    Raises:
        LibraryDamagedError: the library cannot be read.
    """
    match = _LAST.match(text)
    if match is None or not match["last"]:
        return ()
    name, colon, value = match["last"].partition(":")
    if colon and name.lower() in FILTERS:
        found = [f"{name.lower()}:{one}" for one in _values(connection, name.lower(), value.lower())]
    else:
        found = [*_filters(match["last"].lower()), *_words(connection, match["last"])]
    return tuple(f"{match['before']}{one} " for one in dict.fromkeys(found) if one != match["last"])[:MOST]


def _filters(typed: str) -> Iterator[str]:
    """Give the names of filters, once enough is typed to mean one."""
    if len(typed) > _SHORTEST:
        yield from (f"{name}:" for name in FILTERS if name.startswith(typed) and name != typed)


def _words(connection: ReadConnection, typed: str) -> Iterator[str]:
    words = split_words(typed)
    if len(words) != 1 or len(words[0]) < _SHORTEST:
        return
    beginning = fold(words[0])
    stems: set[str] = set()
    for word, root in connection.rows(_WORDS, beginning, f"{beginning}\uffff", MOST_FORMS * MOST):
        if root not in stems and not any(letter.isdigit() for letter in str(word)):
            stems.add(str(root))
            yield typed[: len(typed) - len(words[0])] + str(word)


def _values(connection: ReadConnection, name: str, typed: str) -> Iterator[str]:
    fixed = {"kind": _KINDS, "type": _TYPES, "level": _levels(connection)}
    values = fixed[name] if name in fixed else _column(connection, _VALUES[name]) if name in _VALUES else ()
    for value in values:
        if value.lower().startswith(typed.strip('"')):
            yield f'"{value}"' if " " in value else value


def _column(connection: ReadConnection, sql: str) -> list[str]:
    return [str(value) for (value,) in connection.rows(sql)]


def _levels(connection: ReadConnection) -> list[str]:
    levels = _column(connection, "SELECT DISTINCT levels FROM criterion")
    return sorted(
        {level.strip() for found in levels for level in found.split(",") if " " not in level.strip()}
    )
