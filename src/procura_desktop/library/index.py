"""What a library file holds so that its records are found: index, words, names, meanings.

The index is of stems, since people type other forms than texts hold; the table of words gives the forms back,
for completion and correction. It never travels: who has the records can make it.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappush, heappushpop

from procura_desktop.domain.records import Record, Translation
from procura_desktop.library import rows
from procura_desktop.library.facets import cpv_word, facet_words, group_word
from procura_desktop.library.rank import kind_weights, title_weight
from procura_desktop.library.rows import Row, body
from procura_desktop.library.stems import stem, stem_key
from procura_desktop.library.words import folded_words

SYNONYM, CPV = "synonym", "cpv"  # why a word means another; else the language that it is of
COLUMNS = ("title", "keywords", "summary", "body")
MOST_OF_BEGINNING = 150
LETTERS = range(1, 4)  # how many of them lead to prepared hits
LONGEST_WORD = 40


@dataclass(slots=True)
class Vocabulary:
    """The words of all texts: in how many records each stands, and in how many of their English texts.

    `stem_of` gives the stem of a folded word; who knows stems already brings another than `stem`. `most` is
    how many records are kept for a few letters.
    """

    stem_of: Callable[[str], str] = stem
    most: int = MOST_OF_BEGINNING
    records: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)
    beginnings: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    whole: dict[str, list[tuple[float, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, row: Mapping[str, object]) -> dict[str, str]:
        """Count the words of a row of ``record``; give its columns as the index takes them."""
        split = {column: folded_words(str(row[column])) for column in COLUMNS}
        everything = {word for words in split.values() for word in words}
        self.records.update(everything)
        number = int(str(row["number"]))
        for letters in {word[:length] for word in split["title"] for length in LETTERS}:
            if len(self.beginnings[letters]) < self.most:
                self.beginnings[letters].append(number)
        for word in {word for word in split["title"] if len(word) in LETTERS}:
            self._add_whole(word, number, whole_score(word, split["title"], str(row["kind"])))
        self.english.update({word for column in ("title", "summary", "body") for word in split[column]})
        return {column: " ".join(map(self.stem_of, words)) for column, words in split.items()}

    def _add_whole(self, word: str, number: int, score: float) -> None:
        """Note that a title has a short word as such: that says more than a longer word that begins so."""
        found = self.whole[word]
        (heappush if len(found) < self.most else heappushpop)(found, (score, -number))

    def numbers(self, letters: str) -> list[int]:
        """Give the records to show for a few letters, the best first."""
        whole = [-number for _, number in sorted(self.whole.get(letters, ()), reverse=True)]
        return list(dict.fromkeys((*whole, *self.beginnings[letters])))[:MOST_OF_BEGINNING]

    def rows(self) -> Iterator[Row]:
        """Give the rows of ``word``."""
        for word in sorted(self.records):
            if 1 < len(word) <= LONGEST_WORD:
                yield {
                    "word": word,
                    "stem": stem(word),
                    "records": self.records[word],
                    "english": self.english[word],
                }


def whole_score(word: str, title: list[str], kind: str) -> float:
    """Weigh a short word that stands as such in a title, given in folded words."""
    return kind_weights().get(kind, 1.0) * title_weight(frozenset((word,)), " ".join(title))


def beginning_rows(vocabulary: Vocabulary) -> Iterator[Row]:
    """Give the rows of ``beginning``."""
    for letters in sorted(vocabulary.beginnings):
        yield {"letters": letters, "numbers": json.dumps(vocabulary.numbers(letters), separators=(",", ":"))}


def index_row(record: Record, row: Row, vocabulary: Vocabulary) -> tuple[str | int | bytes, ...]:
    """Give what the index takes of a record: its number, its columns as stems, its facets.

    `row` is that of ``record``; its number, kind, title, keywords, summary and details will do.
    """
    columns = vocabulary.add({**row, "body": body(record.text, str(row["details"]))})
    return (row["number"], *(columns[column] for column in COLUMNS), " ".join(facet_words(record)))


def facet_row(record: Record, indexed: Sequence[str | int | bytes]) -> Row:
    """Give the row of ``facet``, of what `index_row` gave."""
    return rows.facet_row(record, number=int(indexed[0]), title=str(indexed[1]))


def meaning_rows(
    records: Iterable[Record], *, synonyms: Iterable[Sequence[str]], cpv_labels: Iterable[Sequence[str]]
) -> Iterator[Row]:
    """Give the rows of ``meaning``: what other words stand for. Of two for the same, the first counts.

    Args:
        records: terms and groups bring their translations.
        synonyms: lists of words that mean the same.
        cpv_labels: (code, language, label); those that no record names do no harm.
    """
    for typed, words, facet, why in _meanings(records, synonyms, cpv_labels):
        key = stem_key(typed)
        if key and key != stem_key(words):
            yield {"typed": key, "words": words, "facet": facet, "why": why}


def _meanings(
    records: Iterable[Record], synonyms: Iterable[Sequence[str]], cpv_labels: Iterable[Sequence[str]]
) -> Iterator[tuple[str, str, str, str]]:
    """Give (typed, words, facet, why)."""
    for alike in synonyms:
        yield from ((typed, other, "", SYNONYM) for typed in alike for other in alike if other != typed)
    for record in records:
        if record.term:
            for form, language in _forms(record.term.translations):
                yield form, record.title, "", language
        elif record.group:
            for form, language in _forms(record.group.translations):
                yield form, "", group_word(record.id), language
    for code, language, label in cpv_labels:
        significant = code[:8].rstrip("0").ljust(2, "0")
        yield label, "", cpv_word(significant), CPV if language == "en" else language


def _forms(translations: Iterable[Translation]) -> Iterator[tuple[str, str]]:
    for translation in translations:
        yield from ((form, translation.language) for form in translation.forms)
