"""Between the positions of a document and the characters of its text."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from procura_desktop.gui.reader.passages import DocumentText

signs = st.text(st.sampled_from("ab \u00e9\u4e2d\U0001f332\U00010348"), max_size=30)


def between(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


@given(before=signs, after=signs)
def test_a_passage_is_where_the_document_has_it(before: str, after: str) -> None:
    passage = "the \U0001f332 passage \u4e2d itself"
    document = QTextDocument()
    document.setPlainText(f"{before} {passage} {after}")
    found = document.find(passage)
    text = DocumentText(document)

    anchor = text.anchor(found.selectionStart(), found.selectionEnd())

    assert anchor is not None
    assert anchor.quote == passage
    span = text.find(anchor)
    assert span == (found.selectionStart(), found.selectionEnd())
    assert between(document, *span) == passage


def test_a_passage_over_cells_and_pictures_is_found_again() -> None:
    document = QTextDocument()
    document.setHtml("<p>One</p><table><tr><td>two</td><td>three</td></tr></table><p>four</p>")
    text = DocumentText(document)
    end = document.find("three").selectionEnd()

    anchor = text.anchor(0, end)

    assert anchor is not None
    assert anchor.quote == "One two three"
    assert text.find(anchor) == (0, end)
