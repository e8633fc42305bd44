"""The words of a library, held as one string: some ten bytes a word, however many there are."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from procura_desktop.library.kept import Kept

MOST_KEPT = 131_072  # numbers of words: half a megabyte
_BEGIN, _END = "^", "$"


class WordList:
    """Words in the order of their characters, numbered from 0, and in how many records each stands."""

    def __init__(self, words: str, records: Iterable[int]) -> None:
        """Take words with a line break between, in their order.

        Raises:
            ValueError: there are more or fewer numbers than words.
        """
        self._text = f"{_BEGIN}{words.replace(chr(10), f'{_END}{chr(10)}{_BEGIN}')}{_END}" if words else ""
        self._starts = array("I", [1])
        find, at = self._text.find, 0
        while (at := find("\n", at) + 1) > 0:
            self._starts.append(at + 1)
        self._starts.append(len(self._text) + 2)
        self.records = array("Q", records)
        self._count = len(self._starts) - 1 if words else 0
        if len(self.records) != self._count:
            raise ValueError(f"{self._count} words and {len(self.records)} numbers")
        self._by_piece: Kept[str, array[int]] = Kept(most=MOST_KEPT)

    def __len__(self) -> int:
        return self._count

    def word(self, number: int) -> str:
        """Give a word by its number."""
        return self._text[self._starts[number] : self._starts[number + 1] - 3]

    def size(self, number: int) -> int:
        """Give how many characters a word has."""
        return self._starts[number + 1] - 3 - self._starts[number]

    def records_of(self, word: str) -> int | None:
        """Give in how many records a word stands; None: it is none of these."""
        number = bisect_left(range(self._count), word, key=self.word)
        return self.records[number] if number < self._count and self.word(number) == word else None

    def having(self, piece: str) -> "array[int]":
        """Give the numbers of the words that have a piece, among "^" before the word and "$" after it."""
        found = self._by_piece.get(piece)
        if found is None:
            breaks = [between.count("\n") for between in self._text.split(piece)]
            found = array("I", dict.fromkeys(accumulate(breaks[:-1])))
            self._by_piece.put(piece, found, weight=len(found) + 1)
        return found
