"""The sentence that answers a query best."""

from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.library.query import parse_query
from procura_desktop.library.snippet import MAX_LENGTH, Snippet, best_snippet, marker_of


def snippet(body: str, typed: str, *, summary: str = "A summary.") -> Snippet:
    return best_snippet(body, summary=summary, marker=marker_of(parse_query(typed)))


def marked(found: Snippet) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


def test_the_sentence_with_most_words_is_chosen() -> None:
    found = snippet("A battery lasts. A laptop has a battery. A laptop is light.", "laptop battery ")

    assert found.text == "A laptop has a battery."
    assert marked(found) == ["laptop", "battery"]


def test_the_first_of_equals_is_chosen() -> None:
    assert snippet("Wood is light. Wood is warm.", "wood ").text == "Wood is light."


def test_a_sentence_is_preferred_to_a_heading() -> None:
    assert snippet("Wood\nThe wood comes from forests.", "wood ").text == "The wood comes from forests."
    assert snippet("Wood\nNothing here.", "wood ").text == "Wood"


def test_without_the_word_the_summary_stands_in() -> None:
    assert snippet("Nothing here.", "wood ", summary="About wood.") == Snippet("About wood.", ((6, 10),))
    assert snippet("Nothing here.", "glass ", summary="About wood.") == Snippet("About wood.", ())


def test_case_and_accents_do_not_count() -> None:
    assert marked(snippet("Le COÛT total.", "cout ")) == ["COÛT"]
    assert marked(snippet("Le cou\u0302t total.", "COÛT ")) == ["coût"]


def test_only_the_last_word_may_be_a_beginning() -> None:
    assert marked(snippet("Batteries and laptops.", "and batt")) == ["Batteries", "and"]
    assert marked(snippet("Batteries and laptops.", "batt and")) == ["and"]
    assert marked(snippet("A battery.", "batter ")) == []


def test_a_phrase_is_marked_as_one() -> None:
    assert marked(snippet("Use low-carbon and low energy.", '"low carbon"')) == ["low-carbon"]


def test_numbers_and_abbreviations_do_not_end_a_sentence() -> None:
    text = "It keeps 80.5 % of e.g. its capacity."

    assert snippet(text, "capacity ").text == text


def test_a_long_sentence_is_cut_around_the_words() -> None:
    text = "word " * 100 + "the laptop has a battery " + "word " * 100
    found = snippet(text, "laptop battery ")

    assert len(found.text) <= MAX_LENGTH
    assert found.text.startswith("… word ")
    assert found.text.endswith(" word …")
    assert marked(found) == ["laptop", "battery"]


def test_a_long_sentence_that_begins_with_the_word_is_cut_at_its_end() -> None:
    found = snippet("Laptop " + "word " * 100, "laptop ")

    assert found.text.startswith("Laptop word")
    assert found.text.endswith(" …")


def test_a_text_without_blanks_is_cut() -> None:
    assert len(snippet("x" * 1000, "x").text) <= MAX_LENGTH


@given(st.text(), st.text(), st.text())
def test_any_text_gives_a_line_with_marks_inside(body: str, typed: str, summary: str) -> None:
    found = snippet(body, typed, summary=summary)

    assert len(found.text) <= MAX_LENGTH
    assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
    assert list(found.marks) == sorted(found.marks)


@given(
    st.text(alphabet="ab .\né-", min_size=100, max_size=2000),
    st.text(alphabet="ab é", min_size=1, max_size=5),
)
def test_any_long_text_gives_a_short_line(body: str, typed: str) -> None:
    assert len(snippet(body, typed, summary=body).text) <= MAX_LENGTH
