"""What was typed into the search field, as a query.

Any text is a query: what cannot be understood as more is plain words. Words are split as the index splits
them, so typed characters never reach the index in another role than as parts of words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import get_args

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.library.words import split_words

# More words than anybody types; FTS5 refuses expressions deeper than 256.
MAX_TERMS = 32

_KINDS: dict[str, RecordKind] = {kind: kind for kind in get_args(RecordKind)}
_GROUP_FOLDER = "groups/"
_GROUP = re.compile(r"(?:groups/)?([a-z0-9][a-z0-9-]*)")
_ENDS_WORD = re.compile(r"""[\s"]\Z""")
_ITEM = re.compile(
    r"""
    (?P<minus>(?<!\S)-)?                       # only at the beginning of an item
    (?: "(?P<phrase>[^"]*)"
      | (?P<field>(?<![^\s])(?:kind|group)):(?P<value>[^\s"]+)
      | (?P<plain>[^\s"]+ | ")                 # a quote that is never closed is only a quote
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to find.

    Attributes:
        words: all of them are required.
        phrases: words that must stand side by side.
        excluded: words that must not occur; one with blanks is a phrase.
        kinds: only these; empty means all.
        groups: only records of these product groups ("groups/furniture"); empty means all.
        prefix: the last of `words` may be the beginning of a longer one.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    kinds: tuple[RecordKind, ...] = ()
    groups: tuple[str, ...] = ()
    prefix: bool = False


@dataclass(slots=True)
class _Found:
    """What has been understood so far."""

    words: list[str] = field(default_factory=list)
    phrases: list[tuple[str, ...]] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    kinds: list[RecordKind] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    ends_in_word: bool = False


def parse_query(text: str, *, kinds: tuple[RecordKind, ...] = (), groups: tuple[str, ...] = ()) -> Query:
    """Understand typed text; never raises.

    ``"two words"`` is a phrase, ``-word`` excludes, ``kind:case`` and ``group:furniture`` filter. The last
    word counts as the beginning of one unless a blank or a quote follows it.

    Args:
        text: what was typed.
        kinds: filters chosen elsewhere; those in the text are added.
        groups: likewise.
    """
    found = _Found(kinds=list(kinds), groups=list(groups))
    for item in _ITEM.finditer(text):
        _take(item, found)
    return Query(
        words=tuple(found.words[:MAX_TERMS]),
        phrases=tuple(dict.fromkeys(found.phrases))[:MAX_TERMS],
        excluded=tuple(dict.fromkeys(found.excluded))[:MAX_TERMS],
        kinds=tuple(dict.fromkeys(found.kinds)),
        groups=tuple(dict.fromkeys(found.groups)),
        prefix=found.ends_in_word and len(found.words) <= MAX_TERMS and not _ENDS_WORD.search(text),
    )


def _take(item: re.Match[str], found: _Found) -> None:
    words = split_words(item["phrase"] or item["value"] or item["plain"] or "")
    if item["minus"]:
        found.excluded += _joined(split_words(item[0]))
    elif item["phrase"] is not None:
        found.phrases += [words] if words else []
    elif item["field"]:
        if _take_filter(item["field"].lower(), item["value"].lower(), found):
            words = ()
        found.words += words
    else:
        found.words += words
    found.ends_in_word = bool(words) and item["minus"] is None and item["phrase"] is None


def _take_filter(name: str, value: str, found: _Found) -> bool:
    """Note a filter; False means that the value is none."""
    if name == "kind" and value in _KINDS:
        found.kinds.append(_KINDS[value])
        return True
    group = _GROUP.fullmatch(value)
    if name == "group" and group is not None:
        found.groups.append(_GROUP_FOLDER + group[1])
        return True
    return False


def _joined(words: Iterable[str]) -> Iterator[str]:
    phrase = " ".join(words)
    if phrase:
        yield phrase
