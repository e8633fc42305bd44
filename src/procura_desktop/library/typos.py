"""Words that were meant, for words that the library does not have.

Candidates share two-letter pieces with what was typed; the nearest by optimal string alignment wins, where
changing places of two neighbours counts as one slip; among equals the more frequent word. The words are read
once, when somebody first mistypes.
"""

import re
from collections import Counter
from heapq import nlargest
from itertools import chain

from procura_desktop.library.wordlist import WordList

_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST = 4
_TWO_SLIPS = 8  # from this length on
_MOST_CANDIDATES = 60
_PIECES_OF_SLIP = 3  # that a slip changes at the most: two neighbours that change places


class Speller:
    """Knows the words of one library, and in how many records each stands.

    Which words have a piece is found out when the piece is first typed: for all pieces it would take longer
    than to read the words.
    """

    def __init__(self, words: WordList) -> None:
        self._words = words

    def correct(self, typed: str, *, beginning: bool = False) -> str:
        """Give the word, or words with a blank, that was most probably meant; "" where none is near.

        Args:
            typed: one folded word that the library does not have.
            beginning: more letters may follow, so the beginning of a word counts as a word.
        """
        if len(typed) < _SHORTEST or any(letter.isdigit() for letter in typed):
            return ""
        slips = 2 if len(typed) >= _TWO_SLIPS else 1
        pieces = len(typed) + 1
        candidates = self._candidates(typed, least=max(1, pieces - _PIECES_OF_SLIP * slips - 1))
        ranks = (self._rank(typed, number, slips, beginning) for number in candidates)
        best = min(filter(None, ranks), default=(slips + 1.0, 0, ""))
        apart = self._apart(typed)
        if apart and best[0] > 1:
            return apart
        return best[2] if best[0] <= slips else ""

    def joined(self, first: str, second: str) -> str:
        """Give the word that two neighbours make, if the library has it."""
        return first + second if self._words.records_of(first + second) is not None else ""

    def alike(self, typed: str) -> str:
        """Give the word that looks most like what was typed; "" where half of the letters are others."""
        words = self._words
        known = words.records_of(typed) is not None
        if known or len(typed) < _SHORTEST:
            return typed if known else ""
        slips = len(typed) // 2
        near = [(alignment_distance(typed, words.word(n), most=slips), n) for n in self._candidates(typed)]
        best = min(((far, -words.records[n], words.word(n)) for far, n in near), default=(slips + 1, 0, ""))
        return best[2] if best[0] <= slips else ""

    def _candidates(self, typed: str, *, least: int = 2) -> list[int]:
        """Give the words that share most pieces, at least so many, in relation to their length."""
        shared = Counter(chain.from_iterable(map(self._words.having, _pieces(typed))))
        size = self._words.size
        likely = [(count / (size(number) + 1), number) for number, count in shared.items() if count >= least]
        return [number for _, number in nlargest(_MOST_CANDIDATES, likely)]

    def _rank(self, typed: str, number: int, slips: int, beginning: bool) -> tuple[float, int, str] | None:
        """Give what sorts the nearest first: slips, then how rare it is, then the word; None: too far."""
        known = self._words.word(number)
        word = known[: len(typed) + 1] if beginning and len(known) > len(typed) + 1 else known
        distance: float = alignment_distance(typed, word, most=slips)
        if beginning and word != known:
            distance = min(distance, alignment_distance(typed, known[: len(typed)], most=slips)) + 0.25
        if distance > slips + 0.5:
            return None
        if _single(typed) == _single(word):
            distance -= 0.5  # a letter too often or too seldom is the most frequent slip
        if word[:1] != typed[:1]:
            distance += 0.5  # the first letter is seldom wrong
        return distance, -self._words.records[number], known

    def _apart(self, typed: str) -> str:
        """Give two words that were written as one, the more frequent the better."""
        pairs = []
        for at in range(3, len(typed) - 2):
            first = self._words.records_of(typed[:at])
            second = self._words.records_of(typed[at:]) if first is not None else None
            if first is not None and second is not None:
                pairs.append((min(first, second), f"{typed[:at]} {typed[at:]}"))
        return max(pairs)[1] if pairs else ""


def _single(word: str) -> str:
    """Write doubled letters once."""
    return _DOUBLED.sub(r"\1", word)


def _pieces(word: str) -> set[str]:
    framed = f"^{word}$"
    return {framed[at : at + 2] for at in range(len(framed) - 1)}


def alignment_distance(one: str, other: str, *, most: int) -> int:
    """Count the letters to add, leave out, change, or exchange with their neighbour; `most` + 1 means more.

    This is the distance of optimal string alignment (Boytsov, "Indexing methods for approximate dictionary
    searching", 2011).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    if one == other:
        return 0
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if not one or not other:
        return len(one) or len(other)
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, row = row, [i, *([0] * len(other))]
        for j, opposite in enumerate(other, start=1):
            cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        before = last
        if min(row) > most:
            return most + 1
    return row[-1]
