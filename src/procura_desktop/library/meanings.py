"""What other words stand for in one library: synonyms, translations, labels of CPV codes."""

import json
from collections.abc import Iterable

from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.index import SYNONYM
from procura_desktop.library.kept import Kept
from procura_desktop.library.lexicon import Lexicon

MOST_MEANINGS = 12  # of a run of words; a library has less, and each costs a search of its own
MOST_KEPT = 1_024  # runs of words
_MEANINGS = (
    "SELECT m.typed, m.words, m.facet, m.why FROM json_each(?) CROSS JOIN meaning AS m ON m.typed = value"
)

Meaning = tuple[str, str, str]  # words, facet, why; as in the table `meaning`


class Meanings:
    """Looks up what runs of words mean, which are typed again with every letter."""

    def __init__(self, connection: ReadConnection, lexicon: Lexicon) -> None:
        self._connection = connection
        self._lexicon = lexicon
        self._kept: Kept[str, tuple[Meaning, ...]] = Kept(most=MOST_KEPT)
        # Hashes of all keys, and of their first stems: most runs of words mean nothing.
        self._hashes: tuple[frozenset[int], frozenset[int]] | None = None

    def begins_any(self, root: str) -> bool:
        """Say whether a run of words that begins with this stem may mean something."""
        _, firsts = self._hashes or self._read_hashes()
        return hash(root) in firsts

    def of(self, keys: Iterable[str]) -> dict[str, tuple[Meaning, ...]]:
        """Give the meanings of each key that has any, those in our own language first, then the shortest.

        What stands for words that our own texts have, in another language, is not meant.
        """
        hashes, _ = self._hashes or self._read_hashes()
        found: dict[str, tuple[Meaning, ...]] = {}
        missing = []
        for key in keys:
            if hash(key) in hashes:
                meanings = self._kept.get(key)
                if meanings is None:
                    missing.append(key)
                else:
                    found[key] = meanings
        if missing:
            found.update(self._read(sorted(missing)))
        return {key: meanings for key, meanings in found.items() if meanings}

    def _read_hashes(self) -> tuple[frozenset[int], frozenset[int]]:
        typed = [str(key) for (key,) in self._connection.rows("SELECT DISTINCT typed FROM meaning")]
        firsts = frozenset(hash(key.split(" ", 1)[0]) for key in typed)
        self._hashes = frozenset(map(hash, typed)), firsts
        return self._hashes

    def _read(self, keys: list[str]) -> dict[str, tuple[Meaning, ...]]:
        found: dict[str, list[Meaning]] = {key: [] for key in keys}
        for typed, words, facet, why in self._connection.rows(_MEANINGS, json.dumps(keys)):
            if why == SYNONYM or not self._lexicon.is_english(str(typed)):
                found[str(typed)].append((str(words), str(facet), str(why)))
        made = {key: tuple(sorted(some, key=_nearness)[:MOST_MEANINGS]) for key, some in found.items()}
        for key, meanings in made.items():
            self._kept.put(key, meanings)
        return made


def _nearness(meaning: Meaning) -> tuple[bool, int]:
    words, _, why = meaning
    return why != SYNONYM, len(words)
