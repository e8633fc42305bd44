from procura_desktop.export.paper import ListBlock, paragraph_text
from procura_desktop.export.points import Points, lists_of
from procura_desktop.export.prose import prose


def form(points: Points) -> tuple[int | None, list[object]]:
    """Give a list in short: where it starts, and its words, each followed by the lists below it."""
    found: list[object] = []
    for point in points.points:
        found += [paragraph_text(point.item), *map(form, point.below)]
    return points.start, found


def forms(text: str) -> list[object]:
    (block,) = prose(text, title="")
    assert isinstance(block, ListBlock)
    return list(map(form, lists_of(block.items)))


def test_points_of_one_kind_are_one_list() -> None:
    assert forms("- a\n- b") == [(None, ["a", "b"])]
    assert forms("3. a\n4. b") == [(3, ["a", "b"])]


def test_numbers_that_do_not_go_on_begin_a_list_of_their_own() -> None:
    assert forms("1. a\n2. b\n4. d\n4. e") == [(1, ["a", "b"]), (4, ["d"]), (4, ["e"])]


def test_bullets_between_numbers_leave_the_numbers_as_they_are() -> None:
    assert forms("1. a\n- b\n2. c") == [(1, ["a"]), (None, ["b"]), (2, ["c"])]


def test_what_is_deeper_stands_below_and_the_count_goes_on() -> None:
    assert forms("1. a\n  - b\n  1. c\n  2. d\n2. e\n  1. f") == [
        (1, ["a", (None, ["b"]), (1, ["c", "d"]), "e", (1, ["f"])])
    ]


def test_a_point_is_at_most_one_step_deeper_than_the_one_before() -> None:
    assert forms("    - a\n    - b\n- c") == [(None, ["a", (None, ["b"]), "c"])]
