"""The sentence of a text that answers a query best, with marks on the words that match.

Words are compared as the index does: without case and accents. Long sentences are cut at a blank, around
the place where most of the words stand.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from procura_desktop.library.query import Query
from procura_desktop.library.words import fold, split_words

MAX_LENGTH = 180
# Longer texts are searched for the best sentence this far.
_MAX_TEXT = 20_000
# A line this short and without a full stop is a heading: it says less than a sentence.
_HEADING = 40
_SENTENCE_END = re.compile(r"""[\n.!?](?:(?<=\n)|(?=\s+["“(]?[A-ZÀ-Þ0-9]))""")
_ELLIPSIS = "…"

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """Plain text on one line, and where in it words match."""

    text: str
    marks: tuple[_Span, ...]


def term_pattern(query: Query) -> re.Pattern[str] | None:
    """Give what finds the query's words in folded text, one group a term; None when it has none."""
    terms = [_spaced(word) for word in query.words]
    if query.prefix and terms and terms[-1]:
        terms[-1] += r"[^\W_]*"
    terms += [_spaced(" ".join(phrase)) for phrase in query.phrases]
    longest_first = sorted(set(terms) - {""}, key=lambda term: (-len(term), term))
    if not longest_first:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(f'({term})' for term in longest_first)})(?![^\W_])")


def _spaced(words: str) -> str:
    """Give what finds these words side by side."""
    return r"[\W_]+".join(re.escape(fold(word)) for word in split_words(words))


def best_snippet(body: str, *, summary: str, pattern: re.Pattern[str] | None) -> Snippet:
    """Give the sentence of the body in which most terms stand; the summary when there is none."""
    text = unicodedata.normalize("NFC", body[:_MAX_TEXT])
    sentence = _best_sentence(text, pattern) if pattern else ""
    line = " ".join((sentence or unicodedata.normalize("NFC", summary)).split())
    if len(line) > MAX_LENGTH:
        line = _cut(line, pattern)
    return Snippet(line, tuple(match.span() for match in pattern.finditer(fold(line))) if pattern else ())


def _best_sentence(text: str, pattern: re.Pattern[str]) -> str:
    found = [(match.start(), match.lastindex) for match in pattern.finditer(fold(text))]
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


def _cut(line: str, pattern: re.Pattern[str] | None) -> str:
    """Cut a line to its most telling part, at blanks where there are any."""
    found = [(m.start(), m.lastindex) for m in pattern.finditer(fold(line))] if pattern else []
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
