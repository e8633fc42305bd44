"""Words that were meant, for words that the library does not have.

Candidates share two-letter pieces with what was typed; the nearest by optimal string alignment wins, where
changing places of two neighbours counts as one slip; among equals the more frequent word. The words are read
once, when somebody first mistypes.
"""

import re
from collections import Counter
from collections.abc import Iterator
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
        ranks = self._ranks(typed, candidates, slips=slips, beginning=beginning)
        best = min(ranks, default=(slips + 1.0, 0, ""))
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
        distances = Alignment(typed).distances
        near = [(distances(words.word(number))[-1], number) for number in self._candidates(typed)]
        best = min(((far, -words.records[n], words.word(n)) for far, n in near), default=(slips + 1, 0, ""))
        return best[2] if best[0] <= slips else ""

    def _candidates(self, typed: str, *, least: int = 2) -> list[int]:
        """Give the words that share most pieces, at least so many, in relation to their length."""
        shared = Counter(chain.from_iterable(map(self._words.having, _pieces(typed))))
        size = self._words.size
        likely = [(count / (size(number) + 1), number) for number, count in shared.items() if count >= least]
        return [number for _, number in nlargest(_MOST_CANDIDATES, likely)]

    def _ranks(
        self, typed: str, numbers: list[int], *, slips: int, beginning: bool
    ) -> Iterator[tuple[float, int, str]]:
        """Give what sorts the nearest first: slips, then how rare it is, then the word; of near ones."""
        distances, single, length = Alignment(typed).distances, _single(typed), len(typed)
        for number in numbers:
            known = self._words.word(number)
            goes_on = beginning and len(known) > length + 1
            if not goes_on and abs(len(known) - length) > slips:
                continue
            word = known[: length + 1] if goes_on else known
            found = distances(word)
            distance: float = min(found[-1], found[length]) + 0.25 if goes_on else found[-1]
            if distance > slips + 0.5:
                continue
            if single == _single(word):
                distance -= 0.5  # a letter too often or too seldom is the most frequent slip
            if word[:1] != typed[:1]:
                distance += 0.5  # the first letter is seldom wrong
            yield distance, -self._words.records[number], known

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


class Alignment:
    """How far words are from one that was typed: the letters to add, leave out, change, or exchange.

    Neighbours alone can be exchanged. This is the distance of optimal string alignment (Boytsov, "Indexing
    methods for approximate dictionary searching", 2011). A column of its table is held in the bits of two
    numbers (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003).
    """

    def __init__(self, typed: str) -> None:
        self._size = len(typed)
        self._places: dict[str, int] = {}
        for place, letter in enumerate(typed):
            self._places[letter] = self._places.get(letter, 0) | 1 << place

    def distances(self, word: str) -> list[int]:
        """Give how far each beginning of a word is, from that of no letter on."""
        places, every = self._places.get, (1 << self._size) - 1
        last = every ^ every >> 1
        if not every:
            return [*range(len(word) + 1)]
        more, less, same, before = every, 0, 0, 0
        distance = self._size
        found = [distance]
        for letter in word:
            here = places(letter, 0)
            exchanged = ((~same & here) << 1) & before
            same = (((here & more) + more) ^ more) | here | less | exchanged
            up = less | (every & ~(same | more))
            down = more & same
            if up & last:
                distance += 1
            elif down & last:
                distance -= 1
            found.append(distance)
            up = up << 1 | 1
            more = (down << 1 | ~(same | up)) & every
            less = up & same & every
            before = here
        return found
