"""Where a passage stands, told so that it is found again in a text that has changed.

An anchor keeps the words themselves, some text around them and where they stood, as the TextQuoteSelector of
the W3C's Web Annotation Data Model does (https://www.w3.org/TR/annotation-model/#text-quote-selector).
How blanks and lines are broken does not matter. What is no longer there is loose rather than put wrong.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from procura_desktop.phrases import phrase

LONGEST_QUOTE = 4_000  # characters: what is longer is no passage, and would take long to look for
AROUND = 48  # characters kept before and after
SURE = 12  # characters of a quote that is known again wherever it stands
ALIKE = 0.75  # words in common, 0 to 1, that make a changed passage the same one
BACKING = 0.3  # of which as much may be missing where the text around it is still there
FEW = 4  # words; fewer are compared letter by letter
MOST_LETTERS = 64  # of a quote that is compared so
MOST_PLACES = 200  # where the very words are looked at
MOST_CANDIDATES = 4  # windows that are compared closely
_PIECE = re.compile(r"[^\s\ufdd0\ufdd1\ufffc]+")  # a blank is also what stands for a table or a picture
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """One passage.

    Attributes:
        quote: its words, with single blanks between them; never empty.
        before: what stood before it, up to 48 characters; "" at the beginning.
        after: what stood after it; "" at the end.
        start: where it began, in characters of the text with single blanks.
    """

    quote: str
    before: str = ""
    after: str = ""
    start: int = 0

    def __post_init__(self) -> None:
        if not self.quote.strip() or len(self.quote) > LONGEST_QUOTE or self.start < 0:
            told = phrase("details", "no passage: {length} characters at {start}")
            raise ValueError(told.of(length=str(len(self.quote)), start=str(self.start)))


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage is now, in characters of the text that was given; `exact`: with the very words."""

    start: int
    end: int
    exact: bool


class _Folded:
    """A text with single blanks, and the way back to the places in the text that was given."""

    def __init__(self, text: str) -> None:
        pieces = [(found.start(), found[0]) for found in _PIECE.finditer(text)]
        self.text = " ".join(piece for _, piece in pieces)
        self._given = [start for start, _ in pieces]
        self._here: list[int] = []
        at = 0
        for _, piece in pieces:
            self._here.append(at)
            at += len(piece) + 1

    def folded(self, place: int) -> int:
        """Give the place here of one in the given text; between words it is the end of the one before."""
        number = bisect_right(self._given, place) - 1
        if number < 0:
            return 0
        last = number + 1 == len(self._here)
        end = len(self.text) if last else self._here[number + 1] - 1
        return min(self._here[number] + place - self._given[number], end)

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in the given text of one that is not empty here, without blanks at its ends."""
        first = bisect_right(self._here, start) - 1
        last = bisect_right(self._here, end - 1) - 1
        return (
            self._given[first] + start - self._here[first],
            self._given[last] + end - self._here[last],
        )


def anchor_of(text: str, start: int, end: int) -> Anchor | None:
    """Give the anchor of a passage; None where it has no words, or more than 4,000 characters."""
    folded = _Folded(text)
    first, last = folded.folded(max(0, start)), folded.folded(max(0, end))
    quote = folded.text[first:last]
    first += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    if not quote or len(quote) > LONGEST_QUOTE:
        return None
    last = first + len(quote)
    before = folded.text[max(0, first - AROUND) : first]
    return Anchor(quote, before, folded.text[last : last + AROUND], first)


class Passages:
    """A text in which several passages are looked for."""

    def __init__(self, text: str) -> None:
        self._folded = _Folded(text)
        self._words: list[re.Match[str]] | None = None

    def find(self, anchor: Anchor) -> Found | None:
        """Find a passage: the very words, else the words most like them; None: it is loose."""
        there = _exactly(anchor, self._folded.text)
        exact = there is not None
        span = there or self._nearly(anchor)
        if span is None:
            return None
        start, end = self._folded.given(*span)
        return Found(start, end, exact=exact)

    def _nearly(self, anchor: Anchor) -> tuple[int, int] | None:
        text = self._folded.text
        between = ((*span, _alike(anchor.quote, text[slice(*span)])) for span in _between(anchor, text))
        best, most = None, ALIKE
        for start, end, alike in (*between, *self._windows(anchor)):
            score = alike + BACKING * _backed(anchor, text, start, end)
            if score > most or (best is None and score == most):
                best, most = (start, end), score
        return best

    def _windows(self, anchor: Anchor) -> Iterator[tuple[int, int, float]]:
        """Give the spans that have most of the words, apart from each other, and how alike each is."""
        if self._words is None:
            self._words = list(_WORD.finditer(self._folded.text))
        wanted = _WORD.findall(anchor.quote)
        size = len(wanted)
        if size < FEW or not self._words:
            return
        words = [word[0] for word in self._words]
        wide = size + size // 4 + 1
        for at in _fullest(_overlaps(words, Counter(wanted), wide), size):
            first, last, alike = _closest(wanted, words[at : at + wide])
            yield self._words[at + first].start(), self._words[at + last].end(), alike


def _exactly(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Find the very words; of several places the one with the text around it, then the nearest."""
    places: list[int] = []
    at = text.find(anchor.quote)
    while at >= 0 and len(places) < MOST_PLACES:
        places.append(at)
        at = text.find(anchor.quote, at + 1)
    if anchor.start not in places and text.startswith(anchor.quote, anchor.start):
        places.append(anchor.start)
    size = len(anchor.quote)
    rated = [(_kept(anchor, text, at, at + size), -abs(at - anchor.start), at) for at in places]
    if not rated:
        return None
    kept, _, at = max(rated)
    return (at, at + size) if size >= SURE or kept > 0 else None


def _kept(anchor: Anchor, text: str, start: int, end: int) -> int:
    """Say how many characters around a span are still those of the anchor, counted from the span on.

    An edge of the text that is still its edge counts as all of them; a blank alone says nothing.
    """
    return _same_tail(anchor.before, text[:start][-AROUND:]) + _same_head(
        anchor.after, text[end : end + AROUND]
    )


def _same_tail(before: str, now: str) -> int:
    return _same_head(before[::-1], now[::-1])


def _same_head(after: str, now: str) -> int:
    if not after:
        return AROUND if not now else 0
    count = 0
    for one, other in zip(after, now, strict=False):
        if one != other:
            break
        count += 1
    return count if count > 1 or (count and len(after) == 1) else 0


def _backed(anchor: Anchor, text: str, start: int, end: int) -> float:
    """Say how much of the text around a span is still there, 0 to 1."""
    kept = _kept(anchor, text, start, end)
    whole = (len(anchor.before) or AROUND) + (len(anchor.after) or AROUND)
    return min(1.0, kept / whole)


def _between(anchor: Anchor, text: str) -> Iterator[tuple[int, int]]:
    """Give what now stands between the text before and the text after."""
    most = 3 * len(anchor.quote) + AROUND
    start = text.find(anchor.before) if anchor.before else 0
    for _ in range(MOST_CANDIDATES):
        if start < 0:
            return
        first = start + len(anchor.before)
        last = text.find(anchor.after, first, first + most) if anchor.after else len(text)
        if first < last <= first + most and text[first:last].strip():
            yield _stripped(text, first, last)
        start = text.find(anchor.before, start + 1) if anchor.before else -1


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _overlaps(words: Sequence[str], wanted: Counter[str], wide: int) -> list[int]:
    """Count for each window of `wide` words how many of the wanted ones it has."""
    held: Counter[str] = Counter()
    count, counts = 0, []
    for number, word in enumerate(words):
        held[word] += 1
        count += held[word] <= wanted[word]
        if number >= wide:
            gone = words[number - wide]
            count -= held[gone] <= wanted[gone]
            held[gone] -= 1
        if number >= wide - 1:
            counts.append(count)
    return counts or [count]


def _fullest(counts: Sequence[int], size: int) -> Iterator[int]:
    """Give the few windows that have at least half of the words, the fullest first, apart from each other."""
    taken: list[int] = []
    for at in sorted(range(len(counts)), key=lambda at: (-counts[at], at)):
        if counts[at] * 2 < size or len(taken) == MOST_CANDIDATES:
            return
        if all(abs(at - other) >= max(1, size // 2) for other in taken):
            taken.append(at)
            yield at


def _alike(quote: str, other: str) -> float:
    """Say how alike two passages are, 0 to 1: in words, and where these are few, in letters."""
    ours = _WORD.findall(quote)
    if len(ours) < FEW and len(quote) <= MOST_LETTERS:
        return SequenceMatcher(None, quote, other, autojunk=False).ratio()
    theirs = _WORD.findall(other)
    common = [0, *_in_common(ours, theirs)][-1]
    return 2 * common / max(1, len(ours) + len(theirs))


def _closest(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int, float]:
    """Give the first and the last word of what is most like ours within theirs, and how alike it is."""
    ends = _rated(ours, theirs)
    last = max(range(len(ends)), key=lambda at: ends[at])
    starts = _rated(ours[::-1], theirs[last::-1])
    back = max(range(len(starts)), key=lambda at: starts[at])
    return last - back, last, starts[back]


def _rated(ours: Sequence[str], theirs: Sequence[str]) -> list[float]:
    common = _in_common(ours, theirs)
    return [2 * count / (len(ours) + number) for number, count in enumerate(common, start=1)]


def _in_common(ours: Sequence[str], theirs: Sequence[str]) -> list[int]:
    """Give the length of the longest common subsequence of ours with each beginning of theirs.

    H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004: one step of whole numbers a word, however
    the words repeat. difflib would take minutes over a text that somebody made to be slow.
    """
    places: dict[str, int] = {}
    for number, word in enumerate(ours):
        places[word] = places.get(word, 0) | (1 << number)
    full = (1 << len(ours)) - 1
    state, found = full, []
    for word in theirs:
        here = state & places.get(word, 0)
        state = ((state + here) | (state - here)) & full
        found.append(len(ours) - state.bit_count())
    return found
