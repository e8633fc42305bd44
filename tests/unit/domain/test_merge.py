from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.merge import Merged, merge

BASE = "The battery keeps at least 80 % after 500 cycles. A report proves it."
# Few words, so that texts share some.
TEXTS = st.lists(st.sampled_from(["a", "b", "c", " ", "\n\n", "- "])).map("".join)


def test_changes_of_different_places_are_both_kept() -> None:
    mine = BASE.replace("500", "800")
    theirs = BASE.replace("A report", "A test report")

    merged = merge(BASE, mine, theirs)

    assert merged.text() == "The battery keeps at least 80 % after 800 cycles. A test report proves it."
    assert merged.collisions == ()


def test_changes_of_the_same_words_are_for_somebody_to_decide() -> None:
    merged = merge(BASE, BASE.replace("500", "800"), BASE.replace("500", "1,000"))

    (found,) = merged.collisions
    assert (found.base, found.mine, found.theirs) == (" 500", " 800", " 1,000")
    assert "800 cycles" in merged.text()
    assert "1,000 cycles" in merged.text(take_theirs={0})


def test_changes_side_by_side_collide() -> None:
    merged = merge(BASE, BASE.replace("500", "800"), BASE.replace("cycles", "charges"))

    assert [one.mine for one in merged.collisions] == [" 800 cycles."]


def test_each_collision_is_decided_by_itself() -> None:
    merged = merge("a x b y c", "a 1 b 2 c", "a 8 b 9 c")

    assert len(merged.collisions) == 2
    assert merged.text() == "a 1 b 2 c"
    assert merged.text(take_theirs={1}) == "a 1 b 9 c"
    assert merged.text(take_theirs={0, 1}) == "a 8 b 9 c"


def test_what_they_took_out_and_i_changed_collides() -> None:
    merged = merge(
        BASE, BASE.replace("A report", "A signed report"), BASE.removesuffix(" A report proves it.")
    )

    assert merged.collisions
    assert "signed" in merged.text()


def test_a_text_of_very_many_words_is_compared_as_a_whole() -> None:
    long = "word " * 7_000

    assert merge(long, long + "mine", long).text() == long + "mine"
    assert len(merge(long, long + "mine", "theirs " + long).collisions) == 1


@given(TEXTS, TEXTS)
def test_only_one_side_changed(base: str, other: str) -> None:
    assert merge(base, base, other) == _undecided(merge(base, base, other))
    assert merge(base, base, other).text() == other
    assert merge(base, other, base).text() == other


@given(TEXTS, TEXTS)
def test_the_same_change_on_both_sides_is_one(base: str, other: str) -> None:
    merged = merge(base, other, other)

    assert merged.text() == other
    assert merged.collisions == ()


@given(TEXTS, TEXTS, TEXTS)
def test_no_word_of_any_state_is_lost(base: str, mine: str, theirs: str) -> None:
    merged = merge(base, mine, theirs)

    assert "".join(piece.base for piece in merged.pieces) == base
    assert "".join(piece.mine for piece in merged.pieces) == mine
    assert "".join(piece.theirs for piece in merged.pieces) == theirs


@given(TEXTS, TEXTS, TEXTS)
def test_who_takes_every_collision_from_the_other_merges_the_other_way(
    base: str, mine: str, theirs: str
) -> None:
    merged = merge(base, mine, theirs)

    assert merged.text(range(len(merged.collisions))) == merge(base, theirs, mine).text()


def _undecided(merged: Merged) -> Merged:
    assert merged.collisions == ()
    return merged
