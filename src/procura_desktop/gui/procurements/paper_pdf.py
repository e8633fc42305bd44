"""A paper as PDF, in any thread: nothing of the window is touched."""

from PySide6.QtGui import QFont

from procura_desktop.export.html import html_text
from procura_desktop.export.paper import Paper as ExportPaper
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.pieces import Tables, cut
from procura_desktop.gui.reader.printing import PRINT_PIXELS, pdf_bytes
from procura_desktop.gui.theme import LIGHT

LETTERS = 8_000  # of a piece


def paper_pdf(paper: ExportPaper) -> bytes:
    """Write a paper as a PDF with page numbers."""
    return pdf_bytes(laid_out(html_text(paper)), title=f"{paper.title}: {paper.subject}", foot=paper.header)


def laid_out(html: str, letters: int = LETTERS) -> Paper:
    """Give a paper's HTML as a document of Qt, in the colours of paper.

    It is read piece by piece: no other thread takes its turn while Qt reads one.
    """
    document, rest = begun(html, letters)
    while rest:
        rest = written_on(document, rest, letters)
    return document


def begun(html: str, letters: int, *, tables: Tables = "below") -> tuple[Paper, str]:
    """Give a document with the first so many letters of a paper's HTML, and what is left of it; see `cut`."""
    piece, rest = cut(html, letters, tables=tables)
    document = _sheet()
    document.setHtml(piece)
    return document, rest


def written_on(document: Paper, rest: str, letters: int, *, tables: Tables = "below") -> str:
    """Write the next letters into a document that was begun; give the HTML that is left, in the end ""."""
    sheet, rest = begun(rest, letters, tables=tables)
    document.append(sheet)
    return rest


def _sheet() -> Paper:
    sheet = Paper(lambda _path: None, LIGHT)
    font = QFont("Noto Sans")
    font.setPixelSize(round(PRINT_PIXELS))
    sheet.setDefaultFont(font)
    return sheet
