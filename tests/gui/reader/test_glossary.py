import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.gui.reader.glossary import is_abbreviation, mark_terms
from tests.gui.reader.reader_samples import ARTICLE_HTML, GLOSSARY

PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<h2>",
        "</h2>",
        '<a href="x">',
        "</a>",
        "<code>",
        "</code>",
        "<br>",
        "\n",
        '<span class="slot">',
        "</span>",
        "&amp;",
        "&#233;",
        "&",
        "<",
        "lot",
        "Lots",
        "LCC",
        "lcc",
        " ",
        "test report",
        "life-cycle costing",
        "<!-- lot -->",
        "é",
        "–",
    ]
)


class Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_of(html: str) -> str:
    parser = Text()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


def without_marks(html: str) -> str:
    return re.sub(r'<a class="term" href="term:[^"]*">([^<]*)</a>', r"\1", html)


@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join))
def test_marking_changes_nothing_but_the_marks(html: str) -> None:
    marked = mark_terms(html, GLOSSARY)

    assert without_marks(marked) == without_marks(html)


@given(st.lists(PIECES | st.text(alphabet=st.characters(exclude_characters="<&"), max_size=8), max_size=30))
def test_the_words_of_a_text_stay_the_same(pieces: list[str]) -> None:
    html = "<p>" + "".join(piece for piece in pieces if piece not in ("<", "&")) + "</p>"

    assert text_of(mark_terms(html, GLOSSARY)) == text_of(html)


def test_only_the_first_occurrence_is_marked() -> None:
    assert mark_terms("<p>A lot and lots and a Lot</p>", GLOSSARY) == (
        '<p>A <a class="term" href="term:terms/lot">lot</a> and lots and a Lot</p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Lot</h2>",
        '<a href="procura:x">lot</a>',
        "<code>lot</code>",
        '<span class="slot">lot</span>',
        "slots",
        "lotto",
        "a non-lot",
        "lot-wise",
        "lcc",
        "<p class='plain'>lot</p>",
    ],
)
def test_what_is_no_running_text_or_no_whole_word_is_left(html: str) -> None:
    assert mark_terms(html, GLOSSARY) == html


def test_the_longest_form_wins_and_line_ends_count_as_blanks() -> None:
    assert "term:terms/test-report" in mark_terms("<p>a test\nreport</p>", GLOSSARY)


def test_a_term_does_not_explain_itself() -> None:
    assert mark_terms("<p>LCC</p>", GLOSSARY, own_id="terms/life-cycle-costing") == "<p>LCC</p>"


def test_text_after_an_entity_is_found_where_it_stands() -> None:
    assert unescape(without_marks(mark_terms(ARTICLE_HTML, GLOSSARY))) == unescape(ARTICLE_HTML)


def test_an_abbreviation_has_a_capital_inside() -> None:
    assert [form for form in ("LCC", "eForms", "Lot", "Life-cycle costing") if is_abbreviation(form)] == [
        "LCC",
        "eForms",
    ]
