from procura_desktop.markup.wording import wording_of


def test_paragraphs_are_divided_by_an_empty_line() -> None:
    assert wording_of("<p>One.</p>\n<p>Two <em>and</em> a half.</p>") == "One.\n\nTwo and a half."


def test_a_slot_is_written_by_its_name() -> None:
    html = '<p>At least <span class="slot unchecked" data-slot="cycles">500 cycles</span> long.</p>'
    assert wording_of(html) == "At least [[cycles]] long."


def test_lists_keep_their_marks() -> None:
    html = (
        "<p>Either:</p><ul><li>a</li><li><p>b</p></li></ul><ol><li>first</li><li>second</li></ol><p>End.</p>"
    )
    assert wording_of(html) == "Either:\n\n- a\n- b\n\n1. first\n2. second\n\nEnd."


def test_a_row_of_a_table_is_a_line() -> None:
    html = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    assert wording_of(html) == "A | B\n1 | 2"
