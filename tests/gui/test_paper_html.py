"""What Qt makes of a paper's HTML; the window prints it."""

import pytest
from PySide6.QtGui import QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from procura_desktop.export.html import html_text
from procura_desktop.export.paper import Heading, Table
from procura_desktop.export.papers.kinds import ALL_KINDS, DocumentKind, paper_of
from tests.unit.export.papers import FACTS, every_block, rich_procurement, texts


def read(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(html)
    return document


def words(text: str) -> list[str]:
    return text.replace("\ufffc", " ").split()


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_all_words_stand_in_the_document_in_their_order(qtbot: QtBot, kind: DocumentKind) -> None:
    assert qtbot
    paper = paper_of(rich_procurement(), kind, FACTS)

    found = read(html_text(paper)).toPlainText()

    assert words(found) == words(" ".join(texts(paper)))


def test_headings_tables_and_header_rows_are_such(qtbot: QtBot) -> None:
    assert qtbot
    paper = paper_of(rich_procurement(), "follow-up", FACTS)

    document = read(html_text(paper))

    block, levels = document.begin(), []
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            levels.append(level)
        block = block.next()
    tables = [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]
    expected = [one for one in paper.blocks if isinstance(one, Table)]
    assert levels == [1, *(one.level + 1 for one in paper.blocks if isinstance(one, Heading))]
    assert [one.format().headerRowCount() for one in tables] == [int(bool(one.header)) for one in expected]
    assert [one.columns() for one in tables] == [len(one.columns) for one in expected]


def test_language_and_title_stand_in_the_page() -> None:
    html = html_text(every_block(language="de"))

    assert '<html lang="de">' in html
    assert "<title>Title Words: Subject Words</title>" in html
    assert '<span lang="fr">Words</span>' in html


def test_markup_in_words_stays_words(qtbot: QtBot) -> None:
    assert qtbot
    hostile = "<script>x</script><img src='file:///etc/passwd'>&amp;\""

    document = read(html_text(every_block(hostile)))

    assert document.toPlainText().count(hostile) >= 10
    assert "<script" not in html_text(every_block(hostile))
