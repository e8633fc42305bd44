"""A long paper is looked at while it is still written, and keeps its place when it changes."""

import pytest
from pytestqt.qtbot import QtBot

from procura_desktop.export.html import html_text
from procura_desktop.export.paper import Cell, Column, Paper, Paragraph, Run, Table
from procura_desktop.gui.procurements.paper_pdf import laid_out
from procura_desktop.gui.procurements.paper_preview import LETTERS, MARGIN, PaperPreview


def html(word: str) -> str:
    parts = "".join(f"<h3>Criterion {number}</h3><p>{f'{word} ' * 90}</p>" for number in range(120))
    return f"<html><head></head><body>{parts}</body></html>"


def follow_up_paper() -> str:
    cells = (Cell((Paragraph((Run(f"What to look at, {at}"),)),)) for at in range(100))
    rows = tuple((cell, Cell((Paragraph((Run("Each year"),)),))) for cell in cells)
    table = Table(title="Checks", header=(), rows=rows, columns=(Column(share=60), Column(share=40)))
    paper = Paper(
        title="Follow-up", language="en", subject="Laptops", author="", header="", page="", blocks=(table,)
    )
    return html_text(paper)


@pytest.fixture
def preview(qtbot: QtBot) -> PaperPreview:
    made = PaperPreview()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def test_it_begins_at_once_and_ends_as_the_whole(qtbot: QtBot, preview: PaperPreview) -> None:
    preview.show_paper("specification", html("first"))
    begun = preview.toPlainText()
    assert "Criterion 0" in begun
    assert len(begun) < 4 * LETTERS
    assert not preview.is_whole

    qtbot.waitUntil(lambda: preview.is_whole)
    assert preview.toPlainText() == laid_out(html("first")).toPlainText()


def test_the_same_paper_stays_where_it_was_read_and_another_begins(
    qtbot: QtBot, preview: PaperPreview
) -> None:
    preview.show_paper("specification", html("first"))
    qtbot.waitUntil(lambda: preview.is_whole)
    place = preview.verticalScrollBar().maximum() // 2
    preview.verticalScrollBar().setValue(place)

    preview.show_paper("specification", html("later"))
    assert "first" in preview.toPlainText()  # what was read stays until the new one reaches so far
    preview.show_paper("specification", html("newer"))
    qtbot.waitUntil(lambda: preview.is_whole)
    assert "newer" in preview.toPlainText()
    assert preview.verticalScrollBar().value() == place

    preview.show_paper("contract", html("other"))
    assert preview.verticalScrollBar().value() == 0
    qtbot.waitUntil(lambda: preview.is_whole)
    assert "other" in preview.toPlainText()
    assert preview.verticalScrollBar().value() == 0


def test_a_long_table_looks_as_in_one_piece(qtbot: QtBot, preview: PaperPreview) -> None:
    paper = follow_up_paper()
    preview.show_paper("follow-up", paper)
    assert not preview.is_whole
    qtbot.waitUntil(lambda: preview.is_whole)

    whole = laid_out(paper, letters=len(paper))
    whole.setDocumentMargin(MARGIN)
    whole.setTextWidth(preview.viewport().width())
    assert preview.document().size() == whole.size()
    assert preview.toPlainText().split() == whole.toPlainText().split()


def test_a_shorter_paper_is_shown_at_its_end(qtbot: QtBot, preview: PaperPreview) -> None:
    preview.show_paper("specification", html("first"))
    qtbot.waitUntil(lambda: preview.is_whole)
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())

    preview.show_paper("specification", "<html><body><p>Nothing is chosen.</p></body></html>")
    assert preview.is_whole
    assert preview.toPlainText() == "Nothing is chosen."
