import pytest

from procura_desktop.export.paper import Cell, ListBlock, Paragraph, Table, paragraph_text
from procura_desktop.export.prose import prose, prose_lines, shares


def form(text: str) -> list[object]:
    """Give the blocks of a text in short: words of paragraphs, points of lists, cells of tables."""
    found: list[object] = []
    for block in prose(text, title="Table"):
        if isinstance(block, Paragraph):
            found.append(paragraph_text(block))
        elif isinstance(block, ListBlock):
            found.append([(item.depth, item.number, paragraph_text(item)) for item in block.items])
        elif isinstance(block, Table):
            rows = (block.header, *block.rows)
            found.append(tuple(tuple(words(cell) for cell in row) for row in rows))
    return found


def words(cell: Cell) -> str:
    return " ".join(map(paragraph_text, cell.paragraphs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n \n", []),
        ("One.\nStill one.\n\nTwo.", ["One.\nStill one.", "Two."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        ("Met by:\n- a\n- b\nEnd.", ["Met by:", [(0, None, "a"), (0, None, "b")], "End."]),
        ("1. a\n  - b\n2. c", [[(0, 1, "a"), (1, None, "b"), (0, 2, "c")]]),
        ("- a\n    - b", [[(0, None, "a"), (2, None, "b")]]),
        ("3. three\n4. four\n7. seven", [[(0, 3, "three"), (0, 4, "four"), (0, 7, "seven")]]),
        ("- a\n  2. b\n  3. c", [[(0, None, "a"), (1, 2, "b"), (1, 3, "c")]]),
        ("01. no point", ["01. no point"]),
        ("12000. no point", ["12000. no point"]),
        ("A | B\n1 | 2", [(("A", "B"), ("1", "2"))]),
        ("A | B | C\n1", ["A | B | C", "1"]),
        ("A | B\n1 | 2 | 3", [(("A", "B", ""), ("1", "2", "3"))]),
        ("Either a | b", ["Either a | b"]),
        ("-no list\n2.5 points", ["-no list\n2.5 points"]),
    ],
)
def test_text_becomes_blocks(text: str, expected: list[object]) -> None:
    assert form(text) == expected


def test_a_number_of_thousands_of_figures_is_no_number_of_a_point() -> None:
    (block,) = prose(f"{'9' * 5000}. three", title="")

    assert not isinstance(block, ListBlock)


def test_points_keep_their_marks_in_a_cell() -> None:
    assert [paragraph_text(one) for one in prose_lines("All of:\n- a\n  - b\n2. c\n\nEnd")] == [
        "All of:", "– a", "– b", "2. c", "End",
    ]  # fmt: skip


def test_columns_share_the_whole_width_and_none_is_too_narrow() -> None:
    found = shares([["1", "x" * 500, "m"]], 3)

    assert sum(found) == 100
    assert min(found) >= 10
