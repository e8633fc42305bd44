"""What a library's words are: how many records they stand in, which are English, how beginnings go on.

The same words are typed again with every letter, so that what was found out about them is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from procura_desktop.library import expression as ex
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.kept import Kept
from procura_desktop.library.stems import stem

_T = TypeVar("_T")
MOST_ENDINGS = 48
MOST_KEPT = 4_096
MOST_COUNTED = 2_000
MOST_SPELT = 64  # words asked for in place of what they begin with
LETTERS_AT_ONCE = (2, 3)  # beginnings for which the index has lists; others are put together when asked for
_SOME = "SELECT 1 FROM record_search WHERE record_search MATCH ? LIMIT ?"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Looks words up in one library."""

    connection: ReadConnection
    _known: Kept[tuple[str, str], Any] = field(default_factory=lambda: Kept(most=MOST_KEPT))

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

    def records_of_beginning(self, word: str) -> int:
        """Count the records of all words that begin so, at the most."""
        sql = "SELECT coalesce(sum(records), 0) FROM word WHERE word >= ? AND word < ?"
        return self.kept(
            "records of beginning", word, lambda: int(str(self.connection.row(sql, word, f"{word}\uffff")[0]))
        )

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
        endings = self.endings(begun) if len(begun) > max(LETTERS_AT_ONCE) and begun.isalpha() else ()
        if len(endings) != 1:
            return ""
        (whole,), typed = endings, stem(begun)
        root = stem(whole)
        other = typed != root and self.records_of_stem(typed)
        return "" if other or not {root}.issuperset(self.stems_of_beginning(begun)) else whole

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
        sql = "SELECT 1 FROM word WHERE word >= ? AND word < ? AND english > 0 LIMIT 1"
        return bool(self.connection.rows(sql, word, f"{word}\uffff"))

    def endings(self, word: str) -> list[str]:
        """Give words that begin so, the most frequent first, one of each stem."""
        sql = (
            "SELECT min(word) FROM word WHERE word >= ? AND word < ? "
            "GROUP BY stem ORDER BY sum(records) DESC, stem LIMIT ?"
        )
        return self.kept(
            "endings",
            word,
            lambda: [str(one) for (one,) in self.connection.rows(sql, word, f"{word}\uffff", MOST_ENDINGS)],
        )
