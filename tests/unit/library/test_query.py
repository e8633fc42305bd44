"""Understanding what was typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from procura_desktop.library.query import MAX_TERMS, Query, parse_query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("  \t\n", Query()),
        ("laptop", Query(words=("laptop",), prefix=True)),
        ("laptop ", Query(words=("laptop",))),
        ("laptop\u00a0", Query(words=("laptop",))),
        ("laptop batt", Query(words=("laptop", "batt"), prefix=True)),
        ("low-carbon", Query(words=("low", "carbon"), prefix=True)),
        ("TS1.1", Query(words=("TS1", "1"), prefix=True)),
        ('"life cycle"', Query(phrases=(("life", "cycle"),))),
        ('cost "life cycle" low', Query(words=("cost", "low"), phrases=(("life", "cycle"),), prefix=True)),
        ('low "life cycle"', Query(words=("low",), phrases=(("life", "cycle"),))),
        ('"life cyc', Query(words=("life", "cyc"), prefix=True)),
        ('laptop"', Query(words=("laptop",))),
        ('""', Query()),
        ('"-"', Query()),
        ("wood -new", Query(words=("wood",), excluded=("new",))),
        ("-new wood", Query(words=("wood",), excluded=("new",), prefix=True)),
        ("wood -low-carbon", Query(words=("wood",), excluded=("low carbon",))),
        ('wood -"low carbon"', Query(words=("wood",), excluded=("low carbon",))),
        ("wood - new", Query(words=("wood", "new"), prefix=True)),
        ("-", Query()),
        ("--", Query()),
        ("kind:case wood", Query(words=("wood",), kinds=("case",), prefix=True)),
        ("wood KIND:Case", Query(words=("wood",), kinds=("case",))),
        ("kind:case kind:term", Query(kinds=("case", "term"))),
        ("kind:cases", Query(kinds=("case",))),
        ("kind:guidance kind:criteria", Query(kinds=("article", "criterion"))),
        ('kind:"case study" kind:product-groups', Query(kinds=("case", "group"))),
        ("kind:casebook", Query(words=("casebook",), prefix=True)),
        ("kind:", Query(words=("kind",), prefix=True)),
        ("mankind:case", Query(words=("mankind", "case"), prefix=True)),
        ("group:furniture", Query(groups=("groups/furniture",))),
        ("group:groups/furniture x ", Query(words=("x",), groups=("groups/furniture",))),
        ("group:a/b", Query(words=("a", "b"), prefix=True)),
        ("group:*", Query()),
        ("* NEAR AND OR NOT", Query(words=("NEAR", "AND", "OR", "NOT"), prefix=True)),
        ("title:x", Query(words=("title", "x"), prefix=True)),
        ("NEAR(a b, 2)", Query(words=("NEAR", "a", "b", "2"), prefix=True)),
        ("a\x00b", Query(words=("a", "b"), prefix=True)),
        ("\ud800 \udfff", Query()),
        ("🌍 earth", Query(words=("earth",), prefix=True)),
        ("cradle to cradle", Query(words=("cradle", "to", "cradle"), prefix=True)),
    ],
)
def test_typed_text_is_understood(text: str, query: Query) -> None:
    assert parse_query(text) == query


def test_filters_chosen_elsewhere_are_kept_and_joined() -> None:
    query = parse_query("wood kind:case group:ict ", kinds=("term", "case"), groups=("groups/furniture",))

    assert query == Query(words=("wood",), kinds=("term", "case"), groups=("groups/furniture", "groups/ict"))


def test_long_text_is_cut_to_so_many_words() -> None:
    query = parse_query("word " * 2000 + "last")

    assert len(query.words) == MAX_TERMS
    assert not query.prefix


@given(st.text())
@example('"' * 10_000)
@example('-"' * 5_000)
@example("kind:" * 2_000)
def test_any_text_is_a_query(text: str) -> None:
    query = parse_query(text)

    assert all(word.strip() == word and word for word in (*query.words, *query.excluded))
    assert not query.prefix or query.words


@given(
    st.lists(
        st.sampled_from(['"', "-", " ", "kind:", "group:", "case", "furniture", "a", "*", "(", ":", "é"])
    )
)
def test_any_mix_of_signs_is_a_query(pieces: list[str]) -> None:
    query = parse_query("".join(pieces))

    assert not any('"' in word or "*" in word for word in (*query.words, *query.excluded))
