"""What was typed into the search field, as a query.

Any text is a query: what cannot be understood as more is plain words. Words are split as the index splits
them, so typed characters never reach the index in another role than as parts of words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

from procura_desktop.domain.kinds import RecordKind, Sort
from procura_desktop.library.words import split_words

# More words than anybody types; FTS5 refuses expressions deeper than 256.
MAX_TERMS = 32

FilterName = Literal["kind", "group", "level", "type", "country", "cpv", "year", "label"]
FILTERS: tuple[FilterName, ...] = get_args(FilterName)
# What kinds are called: by the format, in the window, and by people; each in the plural too.
_CALLED: dict[RecordKind, tuple[str, ...]] = {
    "article": ("guidance", "guide"),
    "group": ("product group",),
    "criterion": ("criteria",),
    "case": ("case study", "case studies", "example"),
    "term": ("glossary", "definition"),
    "label": ("ecolabel",),
    "organisation": ("organization",),
}
_KINDS: dict[str, RecordKind] = {
    name + plural: kind
    for kind in get_args(RecordKind)
    for name in (kind, *_CALLED.get(kind, ()))
    for plural in ("", "s")
}
_GROUP_FOLDER = "groups/"
_GROUP = re.compile(r"(?:groups/)?([a-z0-9][a-z0-9-]*)")
_VALUES: dict[str, re.Pattern[str]] = {
    "level": re.compile(r"[a-z0-9][a-z0-9 -]*"),
    "type": re.compile(r"sm|sc|ts|ac|cpc"),
    "country": re.compile(r"[a-z]{2}"),
    "cpv": re.compile(r"\d{2,8}(?:-\d)?"),
    "year": re.compile(r"\d{4}(?:\.\.\d{4})?"),
    "label": re.compile(r".*\w.*"),
}
_ENDS_WORD = re.compile(r"""[\s"]\Z""")
_ITEM = re.compile(
    rf"""
    (?P<minus>(?<!\S)-)?                       # only at the beginning of an item
    (?: (?P<field>(?<![^\s])(?:{"|".join(FILTERS)})):(?: "(?P<quoted>[^"]*)" | (?P<value>[^\s"]+) )
      | "(?P<phrase>[^"]*)"
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
        filters: (name, value in small letters) of the others; of one name any value will do.
        prefix: the last of `words` may be the beginning of a longer one.
        sort: how what is found is put in order.
        correct: whether words that the library does not have may be corrected.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    kinds: tuple[RecordKind, ...] = ()
    groups: tuple[str, ...] = ()
    filters: tuple[tuple[FilterName, str], ...] = ()
    prefix: bool = False
    sort: Sort = "relevance"
    correct: bool = True


@dataclass(slots=True)
class _Found:
    """What has been understood so far."""

    words: list[str] = field(default_factory=list)
    phrases: list[tuple[str, ...]] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    kinds: list[RecordKind] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    filters: list[tuple[FilterName, str]] = field(default_factory=list)
    ends_in_word: bool = False


def parse_query(
    text: str,
    *,
    kinds: tuple[RecordKind, ...] = (),
    groups: tuple[str, ...] = (),
    sort: Sort = "relevance",
    correct: bool = True,
) -> Query:
    """Understand typed text; never raises.

    ``"two words"`` is a phrase, ``-word`` excludes, ``kind:case`` and the other filters narrow. The last
    word counts as the beginning of one unless a blank or a quote follows it.

    Args:
        text: what was typed.
        kinds: filters chosen elsewhere; those in the text are added.
        groups: likewise.
        sort: how to put what is found in order.
        correct: as in `Query`.
    """
    if text.replace(" ", "").isalnum() and not (kinds or groups):  # nothing but words, as most often
        words = split_words(text)
        prefix = len(words) <= MAX_TERMS and not text.endswith(" ")
        return Query(words=words[:MAX_TERMS], prefix=prefix, sort=sort, correct=correct)
    found = _Found(kinds=list(kinds), groups=list(groups))
    for item in _ITEM.finditer(text):
        _take(item, found)
    return Query(
        words=tuple(found.words[:MAX_TERMS]),
        phrases=tuple(dict.fromkeys(found.phrases))[:MAX_TERMS],
        excluded=tuple(dict.fromkeys(found.excluded))[:MAX_TERMS],
        kinds=tuple(dict.fromkeys(found.kinds)),
        groups=tuple(dict.fromkeys(found.groups)),
        filters=tuple(dict.fromkeys(found.filters))[:MAX_TERMS],
        prefix=found.ends_in_word and len(found.words) <= MAX_TERMS and not _ENDS_WORD.search(text),
        sort=sort,
        correct=correct,
    )


def _take(item: re.Match[str], found: _Found) -> None:
    value = item["quoted"] or item["value"] or ""
    words = split_words(item["phrase"] or value or item["plain"] or "")
    if item["minus"]:
        found.excluded += _joined(split_words(item[0]))
    elif item["phrase"] is not None:
        found.phrases += [words] if words else []
    elif item["field"]:
        if _take_filter(item["field"].lower(), value.strip().lower(), found):
            words = ()
        found.words += words
    else:
        found.words += words
    found.ends_in_word = bool(words) and item["minus"] is None and item["phrase"] is None


def _take_filter(name: str, value: str, found: _Found) -> bool:
    """Note a filter; False means that the value is none."""
    if name == "kind":
        kind = _KINDS.get(value.replace("-", " "))
        if kind is not None:
            found.kinds.append(kind)
        return kind is not None
    group = _GROUP.fullmatch(value)
    if name == "group" and group is not None:
        found.groups.append(_GROUP_FOLDER + group[1])
        return True
    known = next((known for known in FILTERS if known == name and known in _VALUES), None)
    if known is not None and _VALUES[known].fullmatch(value):
        found.filters.append((known, value))
        return True
    return False


def _joined(words: Iterable[str]) -> Iterator[str]:
    phrase = " ".join(words)
    if phrase:
        yield phrase
