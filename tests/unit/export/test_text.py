from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown
from markdown_it import MarkdownIt

from procura_desktop.export.paper import Heading, Paragraph, Run
from procura_desktop.export.papers.kinds import paper_of
from procura_desktop.export.prose import prose
from procura_desktop.export.text import markdown_text, plain_text
from procura_desktop.markup.text import plain_text as words_of_html
from tests.unit.export.papers import FACTS, LISTS, every_block, rich_procurement, texts


def test_markdown_reads_as_it_should() -> None:
    assert markdown_text(every_block()).split("\n\n")[:9] == [
        "# Words",
        "Words",
        "## Words 1",
        "### Words 2",
        "#### Words 3",
        "Words **Words strong**Words weak~~Words gone~~**Words new**",
        "**Words**",
        "- Words 0\n    - Words 1\n        - Words 2\n- Words 3",
        "1. Words\n    - Words\n2. Words",
    ]
    assert "| A | B |\n| --- | ---: |\n| Words | 1 |\n| x | 2 |" in markdown_text(every_block())


def test_plain_text_reads_as_it_should() -> None:
    said = plain_text(every_block())

    assert "Words 1\n=======" in said
    assert "Words weak[−Words gone−][+Words new+]" in said
    assert "3. Words" in said
    assert "☐ yes    ☐ no" in said
    assert "A\n" not in said
    assert "  B: 1" in said


def test_all_words_stand_in_both() -> None:
    paper = paper_of(rich_procurement(), "file-note", FACTS)
    plain, marked = plain_text(paper), words_of_html(markdown(markdown_text(paper)))

    for line in texts(paper):
        if "\n" not in line and not any(sign in line for sign in "_[*"):
            assert line in plain or "−" in plain
            assert " ".join(line.split()[:2]) in " ".join(marked.split())


@given(text=st.text(alphabet="*_`[]<>#-+=1.) &;\\ab\n", max_size=30))
def test_signs_of_markdown_come_through_as_they_are(text: str) -> None:
    heading, paragraph = Heading("Head", 1), Paragraph((Run(text),))
    made = markdown_text(replace(every_block(), blocks=(heading, paragraph)))

    html = markdown(made)

    assert "".join(words_of_html(html).split()) == "".join(f"Head{text}".split())


def numbered(markdown_words: str) -> list[str]:
    """Give the points as a reader of CommonMark shows them: depth, number or bullet, words."""
    found: list[str] = []
    counts: list[int | None] = []
    for token in MarkdownIt().parse(markdown_words):
        if token.type == "ordered_list_open":
            counts.append(int(token.attrGet("start") or 1))
        elif token.type == "bullet_list_open":
            counts.append(None)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            counts.pop()
        elif token.type == "list_item_open":
            number = counts[-1]
            found.append(f"{len(counts)} {'-' if number is None else number}")
            counts[-1] = None if number is None else number + 1
        elif token.type == "inline":
            found[-1] += f" {token.content}"
    return found


def test_numbers_are_those_of_the_text() -> None:
    paper = replace(every_block(), blocks=prose(LISTS, title=""))

    assert numbered(markdown_text(paper)) == [
        "1 1 one", "1 2 two", "1 4 four", "2 7 deep", "2 8 deeper", "1 - dot", "1 5 five", "2 - dash",
        "3 1 deepest", "1 6 six", "1 6 six again", "1 7 seven",
    ]  # fmt: skip
    assert [line.strip() for line in plain_text(paper).splitlines() if line] == [
        line.strip() for line in LISTS.splitlines() if line
    ]
