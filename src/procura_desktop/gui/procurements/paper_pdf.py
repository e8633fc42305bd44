"""A paper as PDF, in any thread: nothing of the window is touched."""

from PySide6.QtGui import QFont

from procura_desktop.export.html import html_text
from procura_desktop.export.paper import Paper as ExportPaper
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.pieces import cut
from procura_desktop.gui.reader.printing import PRINT_PIXELS, pdf_bytes
from procura_desktop.gui.theme import LIGHT

LETTERS = 8_000  # of a piece


def paper_pdf(paper: ExportPaper) -> bytes:
    """Write a paper as a PDF with page numbers."""
    return pdf_bytes(laid_out(html_text(paper)), title=f"{paper.title}: {paper.subject}", foot=paper.header)


def laid_out(html: str) -> Paper:
    """Give a paper's HTML as a document of Qt, in the colours of paper.

    It is read piece by piece: no other thread takes its turn while Qt reads one.
    """
    document = _sheet()
    piece, rest = cut(html, LETTERS, below_tables=True)
    document.setHtml(piece)
    while rest:
        piece, rest = cut(rest, LETTERS, below_tables=True)
        sheet = _sheet()
        sheet.setHtml(piece)
        document.append(sheet)
    return document


def _sheet() -> Paper:
    sheet = Paper(lambda _path: None, LIGHT)
    font = QFont("Noto Sans")
    font.setPixelSize(round(PRINT_PIXELS))
    sheet.setDefaultFont(font)
    return sheet
