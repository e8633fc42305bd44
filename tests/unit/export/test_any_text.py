"""Whatever people paste: the words arrive, and what XML cannot hold is seen."""

import io
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odfdo import Document

from procura_desktop.domain.drafting import with_items
from procura_desktop.export.characters import all_printable, one_line, printable
from procura_desktop.export.docx import docx_bytes
from procura_desktop.export.html import html_text
from procura_desktop.export.odt import odt_bytes
from procura_desktop.export.papers.kinds import ALL_KINDS, DocumentKind, paper_of
from procura_desktop.export.prose import prose
from procura_desktop.export.text import markdown_text, plain_text
from tests.procurements import make_own_item, make_procurement
from tests.unit.export.papers import FACTS, every_block, texts
from tests.unit.export.test_docx import all_text as docx_text
from tests.unit.export.test_odt import all_text as odt_text

# Control characters, halves of pairs, noncharacters, right to left, joined emoji, blanks of all kinds.
ANY = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\x00\x08\x0b\x0c\x1f\x85\ud800\udfff\ufffe\uffff\u202e\u200f\u2028 \t\n\r  "),
        st.sampled_from("<>&\"']שלום👩🏽\u200d🚒"),
    )
)
HARD = [
    "\x00a\x1fb",
    "\ud800\ude00",
    " ".join(map(str, range(20_000))),
    "שלום عالم",
    "👩🏽\u200d🚒",
    "  two  blanks  ",
    "a\r\nb\rc\vd",
    "]]>&amp;<w:p/>",
]


def written(text: str) -> list[str]:
    """Give the lines that a paper with this text holds, as the formats must show them."""
    return [line for line in texts(all_printable(every_block(text))) if line]


@pytest.mark.parametrize("text", HARD)
def test_hard_text_arrives(text: str) -> None:
    check(text)


@settings(max_examples=25)
@given(text=ANY)
def test_any_text_arrives(text: str) -> None:
    check(text)


def check(text: str) -> None:
    paper = every_block(text)
    expected = written(text)
    found = docx_text(docx.Document(io.BytesIO(docx_bytes(paper, FACTS))))
    assert [line.rstrip(" ") for line in found if line] == [line.rstrip(" ") for line in expected]
    assert [line for line in odt_text(Document(io.BytesIO(odt_bytes(paper, FACTS)))) if line] == expected
    for made in (html_text(paper), markdown_text(paper), plain_text(paper)):
        assert made.encode()


@given(text=ANY)
def test_what_a_document_cannot_hold_is_seen(text: str) -> None:
    made = printable(text)

    assert printable(made) == made
    assert made.encode().decode() == made
    assert made.count("\ufffd") >= sum(
        one in "\x00\x08\x1f\ufffe\uffff" or "\ud800" <= one <= "\udfff" for one in text
    )
    assert "\n" not in one_line(text)


@given(text=ANY)
def test_words_of_a_criterion_are_never_lost(text: str) -> None:
    blocks = prose(printable(text), title="")

    found = "".join(texts(replace(every_block(), blocks=blocks)))
    signs = set(" \t\n-|.0123456789") | {one for one in found if one.isspace()}  # marks of lists and tables
    assert [one for one in found if one not in signs and not one.isspace()] == [
        one for one in printable(text) if one not in signs and not one.isspace()
    ]


@pytest.mark.parametrize("kind", ALL_KINDS)
@settings(max_examples=8)
@given(title=ANY, wording=ANY, language=ANY)
def test_any_procurement_is_written(kind: DocumentKind, title: str, wording: str, language: str) -> None:
    own = replace(make_own_item("own", title=title, requirement=wording), lots=("lot-1",))
    procurement = with_items(make_procurement(), (own,))
    head = replace(
        procurement.head, title=title, need=wording, purpose=wording, language=language, reference=title
    )
    paper = paper_of(replace(procurement, head=head), kind, FACTS)

    assert docx.Document(io.BytesIO(docx_bytes(paper, FACTS))).paragraphs
    assert odt_text(Document(io.BytesIO(odt_bytes(paper, FACTS))))
