"""The sentence of a text that answers a query best, with marks on the words that match.

Words are compared as the index does: without case and accents. Long sentences are cut at a blank, around
the place where most of the words stand.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from procura_desktop.library.query import Query
from procura_desktop.library.stems import stem, stems
from procura_desktop.library.words import fold, split_words

MAX_LENGTH = 180
# Longer texts are searched for the best sentence this far.
_MAX_TEXT = 20_000
# A line this short and without a full stop is a heading: it says less than a sentence.
_HEADING = 40
_SENTENCE_END = re.compile(r"""[\n.!?](?:(?<=\n)|(?=\s+["“(]?[A-ZÀ-Þ0-9]))""")
_SHORTEST_STEM = 3
_ELLIPSIS = "…"

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """Plain text on one line, and where in it words match."""

    text: str
    marks: tuple[_Span, ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds the words of a query in folded text: an expression with a group a term, checked by stems.

    `roots` are the stems that matches may have, whichever group they are in; in a group of `free`, whatever
    matches is right.
    """

    pattern: re.Pattern[str]
    roots: frozenset[tuple[str, ...]]
    free: frozenset[int]

    def find(self, folded: str) -> Iterator[re.Match[str]]:
        """Give the matches in their order."""
        for match in self.pattern.finditer(folded):
            if match.lastindex in self.free or stems(match[0]) in self.roots:
                yield match


def marker_of(query: Query, others: tuple[str, ...] = ()) -> Marker | None:
    """Give what finds the query's words, and others, in any of their forms; None: nothing."""
    terms: dict[str, tuple[str, ...] | None] = {}
    last = len(query.words) - 1
    for number, word in enumerate((*query.words, *others)):
        if query.prefix and number == last and _spaced(word):
            terms[_spaced(word) + r"[^\W_]*"] = None
        else:
            terms.setdefault(_any_form(word), stems(word))
    for phrase in query.phrases:
        terms.setdefault(_any_form(" ".join(phrase)), stems(" ".join(phrase)))
    terms.pop("", None)
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    if not longest_first:
        return None
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(f'({term})' for term in longest_first)})(?![^\W_])")
    free = frozenset(group for group, term in enumerate(longest_first, start=1) if terms[term] is None)
    return Marker(pattern, frozenset(filter(None, terms.values())), free)


def _any_form(words: str) -> str:
    """Give what finds these words side by side in any of their forms."""
    return r"[\W_]+".join(_form(fold(word)) for word in split_words(words))


def _form(word: str) -> str:
    """Give what finds a word and all that begin as its forms do, as batteries by battery; stems decide."""
    root = stem(word)
    shared = next(
        (n for n, (a, b) in enumerate(zip(word, root, strict=False)) if a != b), min(len(word), len(root))
    )
    if shared < _SHORTEST_STEM:
        return re.escape(word)
    return rf"{re.escape(word[:shared])}[^\W_]*"


def _spaced(words: str) -> str:
    """Give what finds these words side by side."""
    return r"[\W_]+".join(re.escape(fold(word)) for word in split_words(words))


def best_snippet(body: str, *, summary: str, marker: Marker | None) -> Snippet:
    """Give the sentence of the body in which most terms stand; the summary when there is none."""
    text = unicodedata.normalize("NFC", body[:_MAX_TEXT])
    sentence = _best_sentence(text, marker) if marker else ""
    line = " ".join((sentence or unicodedata.normalize("NFC", summary)).split())
    if len(line) > MAX_LENGTH:
        line = _cut(line, marker)
    return Snippet(line, tuple(match.span() for match in marker.find(fold(line))) if marker else ())


def _best_sentence(text: str, marker: Marker) -> str:
    found = [(match.start(), match.lastindex) for match in marker.find(fold(text))]
    best, best_value = "", (0, False)
    at = 0
    for start, end in _sentences(text) if found else ():
        terms = set()
        while at < len(found) and found[at][0] < end:
            terms.add(found[at][1])
            at += 1
        if not terms:
            continue
        sentence = text[start:end].strip()
        value = (len(terms), len(sentence) > _HEADING or sentence.endswith((".", "!", "?")))
        if value > best_value:
            best, best_value = sentence, value
    return best


def _sentences(text: str) -> Iterator[_Span]:
    """Give where sentences and lines begin and end; blanks around them belong to them."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _cut(line: str, marker: Marker | None) -> str:
    """Cut a line to its most telling part, at blanks where there are any."""
    found = [(m.start(), m.lastindex) for m in marker.find(fold(line))] if marker else []
    room = MAX_LENGTH - 4
    starts = [max(0, start - room // 4) for start, _ in found] or [0]
    begin = max(starts, key=lambda at: (len({term for start, term in found if at <= start < at + room}), -at))
    begin = min(begin, len(line) - room)
    if begin > 0:
        blank = line.find(" ", begin, begin + room // 4)
        begin = blank + 1 if blank >= 0 else begin
    end = begin + room
    if end < len(line):
        blank = line.rfind(" ", begin + room // 2, end)
        end = blank if blank >= 0 else end
    before = f"{_ELLIPSIS} " if begin > 0 else ""
    after = f" {_ELLIPSIS}" if end < len(line) else ""
    return f"{before}{line[begin:end].strip()}{after}"
