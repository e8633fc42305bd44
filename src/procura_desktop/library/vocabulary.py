"""Changes the tables of words by what was taken out of a library and what was put in."""

import json
from collections import Counter
from collections.abc import Callable
from functools import cache

from sqlite_utils import Database

from procura_desktop.library.index import LONGEST_WORD, MOST_OF_BEGINNING, Vocabulary
from procura_desktop.library.stems import stem
from procura_desktop.library.words import fold, split_words

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
    db.conn.executemany("DELETE FROM word WHERE word = ? AND records < 1", [(word,) for word in changed])


def _difference(gone: Counter[str], come: Counter[str]) -> Counter[str]:
    found = Counter(come)
    found.subtract(gone)
    return Counter({word: number for word, number in found.items() if number})


def change_beginnings(db: Database, gone: Vocabulary, come: Vocabulary) -> None:
    """Bring the prepared lists of the first letters up to date."""
    for letters in sorted({*gone.beginnings, *come.beginnings}):
        out, new = set(gone.beginnings[letters]), set(come.beginnings[letters])
        if out == new:
            continue
        row = db.execute("SELECT numbers FROM beginning WHERE letters = ?", (letters,)).fetchone()
        old = json.loads(row[0]) if row else []
        numbers = _changed(db, letters, old, out=out, new=new)
        db.execute("DELETE FROM beginning WHERE letters = ?", (letters,))
        if numbers:
            text = json.dumps(numbers, separators=(",", ":"))
            db.execute("INSERT INTO beginning (letters, numbers) VALUES (?, ?)", (letters, text))


def _changed(db: Database, letters: str, old: list[int], *, out: set[int], new: set[int]) -> list[int]:
    numbers = sorted({*old} - out | new)
    if len(old) < MOST_OF_BEGINNING:  # nothing was left out
        return numbers[:MOST_OF_BEGINNING]
    known = [number for number in numbers if number <= old[-1]]
    return known[:MOST_OF_BEGINNING] if len(known) >= MOST_OF_BEGINNING else _read_again(db, letters)


def _read_again(db: Database, letters: str) -> list[int]:
    """Find in the index what the list had no room for; nearly every stem begins as its words do."""
    found = []
    for number, title in db.execute(_TITLES, (f'title : "{letters}" *',)):
        if any(fold(word).startswith(letters) for word in split_words(title)):
            found.append(int(number))
        if len(found) == MOST_OF_BEGINNING:
            break
    return found
