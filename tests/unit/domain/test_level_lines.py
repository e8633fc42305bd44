"""What a bidder reads says nothing of levels, which are the library's."""

from procura_desktop.domain.level_lines import at_level

LEVELS = ("core", "comprehensive")
TEXT = """A data sheet.

Comprehensive: also the price list.

- One report.
- Core: a statement.
- Comprehensive: a test by [[lab]].

Comprehensive reports are welcome."""


def test_a_line_of_another_level_is_left_out() -> None:
    assert at_level(TEXT, "core", LEVELS) == (
        "A data sheet.\n\n- One report.\n- A statement.\n\nComprehensive reports are welcome."
    )


def test_a_line_of_this_level_stands_without_its_name() -> None:
    assert at_level(TEXT, "comprehensive", LEVELS) == (
        "A data sheet.\n\nAlso the price list.\n\n- One report.\n- A test by [[lab]].\n\n"
        "Comprehensive reports are welcome."
    )


def test_other_names_of_levels_are_known() -> None:
    assert at_level("Basis: A.\n\nAvansert: B.", "basis", ("basis", "avansert")) == "A."


def test_where_there_is_one_level_its_name_goes_too() -> None:
    assert at_level("Comprehensive: a label.", "comprehensive", ("comprehensive",)) == "A label."
