from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtPrintSupport import QPrinter

from procura_desktop.gui.reader.dialogs import file_name
from procura_desktop.gui.reader.document import record_document
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.printing import PRINT_PIXELS, paint_pages, pdf_bytes
from procura_desktop.gui.theme import LIGHT
from tests.gui.reader.reader_samples import ARTICLE, context, find_asset


@pytest.fixture
def paper(qapp: object) -> Paper:
    assert qapp
    made = Paper(find_asset, LIGHT)
    html = record_document(ARTICLE, LIGHT, context=context(ARTICLE), pixels=PRINT_PIXELS)
    made.write(html, QFont("Noto Sans"), pixels=PRINT_PIXELS)
    return made


def test_a_pdf_has_pages(paper: Paper) -> None:
    data = pdf_bytes(paper, title="Life-cycle costing", foot="procura:main/guidance/lcc")

    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 2


def test_a_printer_gets_every_page(paper: Paper, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))

    assert paint_pages(paper, printer, foot="x") == 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_be_used_is_an_error(paper: Paper, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "missing" / "out.pdf"))

    with pytest.raises(OSError, match="cannot paint"):
        paint_pages(paper, printer, foot="x")


@pytest.mark.parametrize(
    ("title", "name"),
    [("Ghent: workwear / lots?", "Ghent workwear lots.pdf"), ("???", "Procura.pdf"), ("é-ü", "é-ü.pdf")],
)
def test_titles_become_names_of_files(title: str, name: str) -> None:
    assert file_name(title) == name
