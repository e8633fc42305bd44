"""A paper as PDF, in any thread: nothing of the window is touched."""

from PySide6.QtGui import QFont

from procura_desktop.export.html import html_text
from procura_desktop.export.paper import Paper as ExportPaper
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.printing import PRINT_PIXELS, pdf_bytes
from procura_desktop.gui.theme import LIGHT


def paper_pdf(paper: ExportPaper) -> bytes:
    """Write a paper as a PDF with page numbers."""
    return pdf_bytes(laid_out(html_text(paper)), title=f"{paper.title}: {paper.subject}", foot=paper.header)


def laid_out(html: str) -> Paper:
    """Give a paper's HTML as a document of Qt, in the colours of paper."""
    document = Paper(lambda _path: None, LIGHT)
    font = QFont("Noto Sans")
    font.setPixelSize(round(PRINT_PIXELS))
    document.setDefaultFont(font)
    document.setHtml(html)
    return document
