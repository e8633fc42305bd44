"""Changes the tables of words by what was taken out of a library and what was put in."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from sqlite_utils import Database

from procura_desktop.library.index import LONGEST_WORD, MOST_OF_BEGINNING, Vocabulary, whole_score
from procura_desktop.library.stems import stem
from procura_desktop.library.words import folded_words

_CHANGE = (
    "INSERT INTO word (word, stem, records, english) VALUES (?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET records = records + excluded.records, english = english + excluded.english"
)
_TITLES = (
    "SELECT s.rowid, r.title FROM record_search AS s JOIN record AS r ON r.number = s.rowid "
    "WHERE s.record_search MATCH ? ORDER BY s.rowid"
)


def stems_in(db: Database) -> Callable[[str], str]:
    """Give stems as the library knows them; to work one out takes ten times as long as to look it up."""

    @cache
    def stem_of(word: str) -> str:
        found = db.conn.execute("SELECT stem FROM word WHERE word = ?", (word,)).fetchone()
        return str(found[0]) if found is not None else stem(word)

    return stem_of


def change_words(db: Database, gone: Vocabulary, come: Vocabulary) -> None:
    """Count every word as often as it stands in the records now."""
    records, english = _difference(gone.records, come.records), _difference(gone.english, come.english)
    changed = sorted(word for word in {*records, *english} if 1 < len(word) <= LONGEST_WORD)
    db.conn.executemany(
        _CHANGE, [(word, come.stem_of(word), records[word], english[word]) for word in changed]
    )
    fewer = [(word,) for word in changed if records[word] < 0]
    db.conn.executemany("DELETE FROM word WHERE word = ? AND records < 1", fewer)


def _difference(gone: Counter[str], come: Counter[str]) -> Counter[str]:
    found = Counter(come)
    found.subtract(gone)
    return Counter({word: number for word, number in found.items() if number})


def change_beginnings(db: Database, gone: Vocabulary, come: Vocabulary) -> None:
    """Bring the prepared lists of the first letters up to date."""
    for letters in sorted({*gone.beginnings, *come.beginnings}):
        change = _Beginning(db, letters, gone, come)
        if not change.is_none():
            numbers = change.numbers()
            db.execute("DELETE FROM beginning WHERE letters = ?", (letters,))
            if numbers:
                text = json.dumps(numbers, separators=(",", ":"))
                db.execute("INSERT INTO beginning (letters, numbers) VALUES (?, ?)", (letters, text))


class _Beginning:
    """The list of a few letters, before and after."""

    def __init__(self, db: Database, letters: str, gone: Vocabulary, come: Vocabulary) -> None:
        self._db = db
        self._letters = letters
        self._out = set(gone.beginnings.get(letters, ()))
        self._new = set(come.beginnings.get(letters, ()))
        self._whole_before = {-number: score for score, number in gone.whole.get(letters, ())}
        self._whole_after = {-number: score for score, number in come.whole.get(letters, ())}

    def is_none(self) -> bool:
        """Say whether nothing changed that the list depends on."""
        return self._out == self._new and self._whole_before == self._whole_after

    def numbers(self) -> list[int]:
        """Give the list as it is to be."""
        row = self._db.execute("SELECT numbers FROM beginning WHERE letters = ?", (self._letters,)).fetchone()
        old = [int(number) for number in json.loads(row[0])] if row else []
        ranked = sorted((self._rank(number), number) for number in {*old} - self._out | self._new)
        if len(old) >= MOST_OF_BEGINNING:  # what the list had no room for comes after its last
            last = old[-1]
            bound = self._rank_before(last) if last in self._out else self._rank(last)
            ranked = [(rank, number) for rank, number in ranked if rank <= bound]
            if len(ranked) < MOST_OF_BEGINNING:
                ranked = sorted((self._rank(number), number) for number in self._all())
        return [number for _, number in ranked[:MOST_OF_BEGINNING]]

    def _rank(self, number: int) -> tuple[int, float, int]:
        if number in self._whole_after:
            return (0, -self._whole_after[number], number)
        if number in self._new:
            return (1, 0.0, number)
        title, kind = self._db.execute(
            "SELECT title, kind FROM record WHERE number = ?", (number,)
        ).fetchone()
        words = folded_words(title)
        if self._letters in words:
            return (0, -whole_score(self._letters, words, kind), number)
        return (1, 0.0, number)

    def _rank_before(self, number: int) -> tuple[int, float, int]:
        score = self._whole_before.get(number)
        return (1, 0.0, number) if score is None else (0, -score, number)

    def _all(self) -> Iterator[int]:
        """Find all records with such a word in their title; nearly every stem begins as its words do."""
        for number, title in self._db.execute(_TITLES, (f'title : "{self._letters}" *',)).fetchall():
            if any(word.startswith(self._letters) for word in folded_words(title)):
                yield int(number)
