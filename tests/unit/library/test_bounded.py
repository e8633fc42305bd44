"""What a search holds in memory does not grow with the library."""

import random
import re
import sqlite3
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.library import match, plan
from procura_desktop.library.connection import ReadConnection, Value
from procura_desktop.library.kept import Kept
from procura_desktop.library.open import open_library
from procura_desktop.library.query import parse_query
from procura_desktop.library.read import Library
from procura_desktop.library.stems import stem
from procura_desktop.library.wordlist import WordList
from tests.factories import build_sample, make_article

SIZES = (300, 1_500)
WORDS = ("asphalt", "battery", "cable", "cement", "ceramic", "certificate", "chair", "charger", "concrete")
TEXTS = ("c", "ce", "cera", "cert", "cement", "asphalt cha", "asphalt battery", "kind:article", "battry")


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Library]]:
    """A small library, and one of the same words and kind of texts that has five times as many records."""
    folder = tmp_path_factory.mktemp("bounded")
    draw = random.Random(1)
    records = [
        make_article(f"guidance/{number}", title=draw.choice(WORDS), text=" ".join(draw.choices(WORDS, k=6)))
        for number in range(SIZES[-1])
    ]
    few, many = (
        build_sample(folder / f"{size}.sqlite", records=tuple(replace(one) for one in records[:size]))
        for size in SIZES
    )
    with open_library(few) as small, open_library(many) as large:
        yield small, large


@pytest.fixture(autouse=True)
def low_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take both libraries for large ones."""
    monkeypatch.setattr(match, "FEW_RECORDS", 100)
    monkeypatch.setattr(match, "MOST_RANKED", 60)
    monkeypatch.setattr(match, "MOST_RANKED_OF_ONE", 60)
    monkeypatch.setattr(match, "MOST_LOOKED_AT", 50)
    monkeypatch.setattr(plan, "MANY_OF_BEGINNING", 100)


def peak(library: Library) -> int:
    """Give the most bytes that Python holds for searches which it has not seen."""
    library.prepare_corrections()
    library.search(parse_query("zebra"), limit=5)
    tracemalloc.start()
    for text in TEXTS:
        library.search(parse_query(text), limit=5, count=True)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_five_times_the_records_need_hardly_more_memory(libraries: tuple[Library, Library]) -> None:
    few, many = map(peak, libraries)

    assert many < 1.5 * few


@pytest.mark.parametrize("text", ["c", "ce", "cer", "cera", "cert", "cement", "ceme kind:article"])
def test_no_count_lets_the_index_put_a_beginning_together(
    libraries: tuple[Library, Library], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For that it would hold the places in all records in memory, but for two and three letters."""
    asked: list[str] = []
    counted = ReadConnection.counted

    def listen(connection: ReadConnection, sql: str, *values: str) -> Counter[tuple[Value, ...]]:
        asked.extend(values)
        return counted(connection, sql, *values)

    monkeypatch.setattr(ReadConnection, "counted", listen)
    libraries[1].search(parse_query(text), limit=6)

    assert asked
    assert {len(begun) for one in asked for begun in re.findall(r'"([^"]*)" \*', one)} <= {2, 3}


@pytest.mark.parametrize("text", ["a", "c", "ce", "cer", "cera", "cert", "concre"])
def test_a_beginning_is_counted_as_the_index_has_it(libraries: tuple[Library, Library], text: str) -> None:
    library = libraries[1]
    with closing(sqlite3.connect(library.path)) as connection:
        (there,) = connection.execute(
            "SELECT count(*) FROM record_search WHERE record_search MATCH ?", (f'"{stem(text)}" *',)
        ).fetchone()

    assert library.search(parse_query(text), limit=5).total == there > 100


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=60))
def test_what_is_kept_weighs_no_more_than_it_may(puts: list[tuple[int, int]]) -> None:
    kept: Kept[int, int] = Kept(most=20)
    for key, weight in puts:
        if kept.get(key) is None:
            kept.put(key, key, weight=weight)

        assert kept.weight <= 20
    assert len(kept) <= 20
    assert all(kept.get(key) in (None, key) for key, _ in puts)


@given(st.sets(st.text("abcé", min_size=1, max_size=6)), st.text("abcé^$", min_size=2, max_size=2))
def test_a_list_of_words_is_what_it_was_made_of(words: set[str], piece: str) -> None:
    listed = sorted(words)
    known = WordList("\n".join(listed), range(len(listed)))

    assert [known.word(number) for number in range(len(known))] == listed
    assert [known.size(number) for number in range(len(known))] == [len(word) for word in listed]
    assert [known.records_of(word) for word in listed] == list(range(len(listed)))
    assert known.records_of("zzz") is None
    assert list(known.having(piece)) == [at for at, word in enumerate(listed) if piece in f"^{word}$"]
