import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from procura_desktop.domain.anchors import AROUND, LONGEST_QUOTE, Anchor, Passages, anchor_of

TEXT = (
    "All laptops shall have a battery. The battery keeps 80 % of its capacity after 500 full cycles. "
    "The bidder proves it with a test report of an accredited laboratory. Chairs are another matter."
)
KEEPS = "keeps 80 % of its capacity after 500 full cycles"

words = st.lists(st.text("abcdefg", min_size=1, max_size=6), min_size=1, max_size=12).map(" ".join)
other_words = st.lists(st.text("uvwxyz", min_size=1, max_size=6), min_size=1, max_size=12).map(" ".join)
anything = st.text(max_size=200)


def anchored(text: str, quote: str) -> Anchor:
    start = text.index(quote)
    made = anchor_of(text, start, start + len(quote))
    assert made is not None
    return made


def found(anchor: Anchor, text: str) -> str | None:
    place = Passages(text).find(anchor)
    return text[place.start : place.end] if place else None


def test_a_passage_is_found_where_it_was() -> None:
    place = Passages(TEXT).find(anchored(TEXT, KEEPS))

    assert place is not None
    assert place.exact
    assert TEXT[place.start : place.end] == KEEPS


def test_an_anchor_keeps_the_words_and_some_text_around() -> None:
    made = anchored(TEXT, "battery keeps")

    assert made.before == "All laptops shall have a battery. The "
    assert made.after == TEXT[TEXT.index(" 80 %") :][:AROUND]
    assert made.start == TEXT.index("battery keeps")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (33, 34), (5, 2), (-9, -3), (10_000, 20_000)], ids=str)
def test_where_there_are_no_words_there_is_no_passage(start: int, end: int) -> None:
    assert anchor_of(TEXT, start, end) is None


def test_a_whole_chapter_is_no_passage() -> None:
    assert anchor_of("word " * LONGEST_QUOTE, 0, LONGEST_QUOTE * 5) is None


def test_blanks_at_the_ends_do_not_belong_to_it() -> None:
    assert anchor_of("one  two\nthree", 3, 9) == Anchor("two", "one ", " three", 4)


def test_lines_and_blanks_may_be_broken_otherwise() -> None:
    changed = TEXT.replace(" ", "\u2029").replace("capacity\u2029after", "capacity\xa0 \n after")

    assert found(anchored(TEXT, KEEPS), changed) == KEEPS.replace(" ", "\u2029").replace(
        "capacity\u2029after", "capacity\xa0 \n after"
    )


@pytest.mark.parametrize(
    ("quote", "old", "new", "now"),
    [
        (KEEPS, "500", "800", "keeps 80 % of its capacity after 800 full cycles"),
        (
            KEEPS,
            "its capacity",
            "its rated capacity",
            "keeps 80 % of its rated capacity after 500 full cycles",
        ),
        ("500 full cycles", "500", "800", "800 full cycles"),
        ("laptops", "laptops", "labtops", "labtops"),
    ],
)
def test_a_changed_passage_is_found(quote: str, old: str, new: str, now: str) -> None:
    place = Passages(TEXT.replace(old, new)).find(anchored(TEXT, quote))

    assert place is not None
    assert not place.exact
    assert found(anchored(TEXT, quote), TEXT.replace(old, new)) == now


def test_a_changed_passage_is_found_where_everything_around_changed_too() -> None:
    now = "Rules. The accumulator keeps 80 % of its initial capacity after 500 full cycles, says the maker."

    assert found(anchored(TEXT, KEEPS), now) == "keeps 80 % of its initial capacity after 500 full cycles"


def test_a_passage_that_was_replaced_is_loose() -> None:
    sentence = "The bidder proves it with a test report of an accredited laboratory."

    assert (
        found(anchored(TEXT, sentence), TEXT.replace(sentence, "Nobody need say how loud a fan is.")) is None
    )


def test_a_short_word_is_not_taken_for_another_of_its_kind() -> None:
    assert found(anchored("Ask for oak here.", "oak"), "Tables of solid oak, and more of it") is None


def test_of_two_places_the_one_with_its_neighbours_counts() -> None:
    text = "Core: 5 years. Comprehensive: 5 years."
    second = anchor_of(text, text.rindex("5 years"), len(text) - 1)
    assert second is not None

    place = Passages("Core: 5 years, in all. Then Comprehensive: 5 years.").find(second)

    assert place is not None
    assert place.start > 30


def test_words_that_were_never_words_are_refused() -> None:
    for quote, start in ((" \n", 0), ("", 0), ("x" * (LONGEST_QUOTE + 1), 0), ("x", -1)):
        with pytest.raises(ValueError, match="no passage"):
            Anchor(quote, start=start)


@given(left=words, quote=words, right=words, other=words)
@example(left="a", quote="a", right="a", other="a a")
def test_an_edit_elsewhere_never_loses_the_passage(left: str, quote: str, right: str, other: str) -> None:
    text = f"{left} {quote} {right}"
    start = len(left) + 1
    made = anchor_of(text, start, start + len(quote))
    assert made is not None

    for changed in (
        f"{other} {quote} {right}",
        f"{left} {quote} {other}",
        f"{other} {text}",
        f"{text} {other}",
    ):
        assert found(made, changed) == quote


@given(left=words, quote=other_words, right=words)
def test_a_passage_that_was_taken_out_is_loose(left: str, quote: str, right: str) -> None:
    made = anchored(f"{left} {quote} {right}", quote)

    assert Passages(f"{left} {right}").find(made) is None


@given(text=anything, start=st.integers(-5, 210), end=st.integers(-5, 210), changed=anything)
@example(text="a\ud800b", start=0, end=3, changed="\ud800 a")
def test_it_never_raises_and_points_into_the_text(text: str, start: int, end: int, changed: str) -> None:
    made = anchor_of(text, start, end)
    if made is None:  # no words there
        return

    here, there = Passages(text).find(made), Passages(changed).find(made)

    assert here is not None
    assert " ".join(made.quote.split()) == made.quote
    if there is not None:
        assert 0 <= there.start < there.end <= len(changed)


@given(quote=st.text("ab ", min_size=1, max_size=400), text=st.text("ab ", max_size=3_000))
def test_what_repeats_itself_is_looked_through(quote: str, text: str) -> None:
    assume(quote.strip())
    place = Passages(text).find(Anchor(" ".join(quote.split()), "a b", "b a", 7))

    assert place is None or text[place.start : place.end].strip()
