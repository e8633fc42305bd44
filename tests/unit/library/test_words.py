"""Words as the index sees them: compared with what FTS5 itself does."""

import sqlite3
import unicodedata
from collections import defaultdict
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.library.words import fold, name_key, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("low-carbon", ("low", "carbon")),
        ("TS1.10", ("TS1", "10")),
        ("80 %", ("80",)),
        ("snake_case", ("snake", "case")),
        ("coût", ("coût",)),
        ("cou\u0302t", ("coût",)),
        ("don't", ("don", "t")),
        ("\x00a\x00", ("a",)),
        ("\ud800", ()),
        ("\u0301", ()),
        ("🌍", ()),
        ("", ()),
    ],
)
def test_words_of_a_text(text: str, words: tuple[str, ...]) -> None:
    assert split_words(text) == words


def test_every_latin_greek_and_cyrillic_character_is_split_and_folded_as_fts5_does() -> None:
    characters = [
        chr(code) for code in range(1, 0x500) if unicodedata.category(chr(code)) not in {"Mn", "Me", "Cn"}
    ]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize='unicode61 remove_diacritics 2')")
        connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)")
        connection.executemany(
            "INSERT INTO t (rowid, x) VALUES (?, ?)", [(ord(c), f"q{c}z") for c in characters]
        )
        found = defaultdict(list)
        for term, document in connection.execute("SELECT term, doc FROM v ORDER BY doc, offset"):
            found[document].append(term)

    ours = {ord(c): len(split_words(f"q{c}z")) for c in characters}
    assert ours == {ord(c): len(found[ord(c)]) for c in characters}
    latin = [c for c in characters if ord(c) < 0x17F and c != "µ"]
    assert [name_key(f"q{c}z") for c in latin] == [" ".join(found[ord(c)]) for c in latin]


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_names_are_the_same_but_for_case_accents_and_signs() -> None:
    assert name_key("Coût du cycle-de-vie!") == name_key("COUT DU CYCLE DE VIE") == "cout du cycle de vie"
