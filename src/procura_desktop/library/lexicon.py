"""What a library's words are: how many records they stand in, which are English, how beginnings go on.

The same words are typed again with every letter, so that what was found out about them is kept.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from procura_desktop.library import expression as ex
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.kept import Kept
from procura_desktop.library.stems import stem

_T = TypeVar("_T")
MOST_ENDINGS = 48
MOST_KEPT = 4_096
MOST_COUNTED = 2_000
MOST_BEGUN = 256  # words that begin alike, of which all is read at once
MOST_BEGUN_KEPT = 8_192
MOST_FORMS = 20  # of a word that is begun, each of which is looked for by itself
MOST_SPELT = 64  # words asked for in place of what they begin with
LETTERS_AT_ONCE = (2, 3)  # beginnings for which the index has lists; others are put together when asked for
_SOME = "SELECT 1 FROM record_search WHERE record_search MATCH ? LIMIT ?"


class Word(NamedTuple):
    """A word as the texts spell it: `records` that have it, and those that have it in English."""

    word: str
    stem: str
    records: int
    english: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Looks words up in one library."""

    connection: ReadConnection
    _known: Kept[tuple[str, str], Any] = field(default_factory=lambda: Kept(most=MOST_KEPT))
    _begun: Kept[str, tuple[Word, ...]] = field(default_factory=lambda: Kept(most=MOST_BEGUN_KEPT))

    def kept(self, what: str, word: str, find: Callable[[], _T]) -> _T:
        """Find something about a word once, which is never None: it is typed again with every letter."""
        found: _T | None = self._known.get((what, word))
        if found is None:
            found = find()
            self._known.put((what, word), found)
        return found

    def all_records(self) -> int:
        """Count all records."""
        sql = "SELECT CAST(value AS INTEGER) FROM library WHERE key = 'records'"
        return self.kept("all records", "", lambda: int(str(self.connection.row(sql)[0])))

    def records_of_stem(self, root: str) -> int:
        """Count the records of a stem; of a single letter, which is no word, as far as it matters."""

        def count() -> int:
            if len(root) == 1:
                expression = ex.phrase(root)
                return len(self.connection.rows(_SOME, expression, MOST_COUNTED)) if expression else 0
            sql = "SELECT coalesce(sum(records), 0) FROM word WHERE stem = ?"
            return int(str(self.connection.row(sql, root)[0]))

        return self.kept("records", root, count)

    def is_english(self, key: str) -> bool:
        """Say whether our own texts have all these stems: then another language is not what is meant."""
        return all(map(self._is_english_stem, key.split()))

    def _is_english_stem(self, root: str) -> bool:
        sql = "SELECT 1 FROM word WHERE stem = ? AND english > 0 LIMIT 1"
        return self.kept("english", root, lambda: bool(self.connection.rows(sql, root)))

    def records_of_facet(self, word: str) -> int:
        """Count the records of a facet, as far as it matters."""

        def count() -> int:
            return len(self.connection.rows(_SOME, ex.facet(word), MOST_COUNTED))

        return self.kept("records of facet", word, count)

    def begun(self, letters: str) -> tuple[Word, ...] | None:
        """Give all words that begin so, in their order; None where they are too many, or the letters too few.

        Who types a word asks once: what begins with more letters is among what begins with fewer.
        """
        found = self._begun.get(letters)
        if found is not None or len(letters) <= max(LETTERS_AT_ONCE):
            return found
        fewer = self._begun.get(letters[:-1])
        if fewer is not None:
            found = tuple(word for word in fewer if word.word.startswith(letters))
        elif not self.kept("many begun", letters, lambda: self._are_many(letters)):
            sql = "SELECT word, stem, records, english FROM word WHERE word >= ? AND word < ? ORDER BY word"
            found = tuple(map(Word._make, self.connection.rows(sql, letters, f"{letters}\uffff")))
        if found is not None:
            self._begun.put(letters, found, weight=len(found) + 1)
        return found

    def _are_many(self, letters: str) -> bool:
        sql = "SELECT 1 FROM word WHERE word >= ? AND word < ? LIMIT 1 OFFSET ?"
        return bool(self.connection.rows(sql, letters, f"{letters}\uffff", MOST_BEGUN))

    def records_of_beginning(self, word: str) -> int:
        """Count the records of all words that begin so, at the most."""
        begun = self.begun(word)
        if begun is not None:
            return sum(one.records for one in begun)
        sql = "SELECT coalesce(sum(records), 0) FROM word WHERE word >= ? AND word < ?"
        return self.kept(
            "records of beginning", word, lambda: int(str(self.connection.row(sql, word, f"{word}\uffff")[0]))
        )

    def forms(self, begun: str) -> dict[str, int]:
        """Give the stems of all words that begin so, and how many records each is in at the most.

        Empty where they are more than `MOST_FORMS`, or the letters are too few. Not to be changed.
        """
        return self.kept("forms", begun, lambda: self._find_forms(begun))

    def _find_forms(self, begun: str) -> dict[str, int]:
        words = self.begun(begun)
        if words is None or not begun.isalpha():
            return {}
        found = dict.fromkeys((*(word.stem for word in words), *self.stems_of_beginning(begun)), 0)
        if len(found) > MOST_FORMS:
            return {}
        return {root: self.records_of_stem(root) for root in found}

    def stems_of_beginning(self, begun: str) -> tuple[str, ...]:
        """Give all stems that begin so; () where there are more than `MOST_SPELT`.

        The few words of more than forty letters are not known.
        """
        sql = "SELECT DISTINCT stem FROM word WHERE stem >= ? AND stem < ? LIMIT ?"
        found = self.connection.rows(sql, begun, f"{begun}\uffff", MOST_SPELT + 1)
        return tuple(str(root) for (root,) in found) if len(found) <= MOST_SPELT else ()

    def only_word(self, begun: str) -> str:
        """Give the word that begins so, if all that do are forms of one; else ""."""
        return self.kept("only word", begun, lambda: self._find_only_word(begun))

    def _find_only_word(self, begun: str) -> str:
        forms, words = self.forms(begun), self.begun(begun)
        if len(forms) != 1 or not words:
            return ""
        (root,), typed = forms, stem(begun)
        return "" if typed != root and self.records_of_stem(typed) else words[0].word

    def spelt_out(self, begun: str) -> str:
        """Give the expression of all words that begin so, where the index would put them together itself.

        It does for each length but two and three letters, and holds all their places in memory meanwhile: the
        more, the more records there are. "" where there is no better way.
        """
        if len(begun) in LETTERS_AT_ONCE:
            return ""
        if len(begun) > 1:
            return ex.any_of(map(ex.exactly, self.stems_of_beginning(begun)))
        sql = "SELECT DISTINCT substr(stem, 1, 2) FROM word WHERE stem >= ? AND stem < ? LIMIT ?"
        found = self.connection.rows(sql, begun, f"{begun}\uffff", MOST_SPELT + 1)
        if len(found) > MOST_SPELT:
            return ""
        pairs = [str(pair) for (pair,) in found if len(str(pair)) > 1]
        return ex.any_of((ex.exactly(begun), *map(ex.beginning, (*pairs, f"{begun}_"))))

    def has_ending(self, word: str) -> bool:
        """Say whether an English word begins so."""
        begun = self.begun(word)
        if begun is not None:
            return any(one.english for one in begun)
        sql = "SELECT 1 FROM word WHERE word >= ? AND word < ? AND english > 0 LIMIT 1"
        return bool(self.connection.rows(sql, word, f"{word}\uffff"))

    def endings(self, word: str) -> list[str]:
        """Give words that begin so, the most frequent first, one of each stem."""
        begun = self.begun(word)
        if begun is not None:
            return _most_frequent(begun)
        sql = (
            "SELECT min(word) FROM word WHERE word >= ? AND word < ? "
            "GROUP BY stem ORDER BY sum(records) DESC, stem LIMIT ?"
        )
        return self.kept(
            "endings",
            word,
            lambda: [str(one) for (one,) in self.connection.rows(sql, word, f"{word}\uffff", MOST_ENDINGS)],
        )


def _most_frequent(words: Iterable[Word]) -> list[str]:
    """Give the first word of each stem, those of the most frequent stems first."""
    first: dict[str, str] = {}
    records: Counter[str] = Counter()
    for word in words:
        first.setdefault(word.stem, word.word)
        records[word.stem] += word.records
    return [first[root] for root in sorted(first, key=lambda root: (-records[root], root))[:MOST_ENDINGS]]
