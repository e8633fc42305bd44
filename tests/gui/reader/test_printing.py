from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QFont, QPageSize, QTextTable
from PySide6.QtPrintSupport import QPrinter

from procura_desktop.gui.reader.dialogs import file_name
from procura_desktop.gui.reader.document import record_document
from procura_desktop.gui.reader.page_breaks import mend_breaks
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.printing import PRINT_PIXELS, paint_pages, pdf_bytes, usual_paper
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

    with pytest.raises(OSError, match="cannot be painted"):
        paint_pages(paper, printer, foot="x")


@pytest.mark.parametrize(
    ("title", "name"),
    [("Ghent: workwear / lots?", "Ghent workwear lots.pdf"), ("???", "Procura.pdf"), ("é-ü", "é-ü.pdf")],
)
def test_titles_become_names_of_files(title: str, name: str) -> None:
    assert file_name(title) == name


def text_pages(document: Paper) -> list[tuple[str, int, int]]:
    """Give the pages on which each piece that must stay whole begins and ends."""
    height, layout = document.pageSize().height(), document.documentLayout()
    found = []
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable) and frame.rows() == 1:
            box = layout.frameBoundingRect(frame)
            found.append(("callout", int(box.top() // height), int((box.bottom() - 1) // height)))
    return found


@pytest.mark.parametrize("height", [420, 500, 610, 777])
def test_callouts_stay_whole_on_paper(paper: Paper, height: int) -> None:
    paper.setPageSize(QSizeF(480, height))
    mend_breaks(paper)

    assert [begin for _, begin, end in text_pages(paper) if begin != end] == []


@pytest.mark.parametrize("height", [420, 500, 610, 777])
def test_no_heading_stands_alone_at_the_end_of_a_page(paper: Paper, height: int) -> None:
    paper.setPageSize(QSizeF(480, height))
    mend_breaks(paper)
    layout, block, alone = paper.documentLayout(), paper.begin(), []
    while block.isValid():
        if block.blockFormat().headingLevel() and block.next().isValid():
            here, below = (layout.blockBoundingRect(piece).top() for piece in (block, block.next()))
            if here // height != below // height:
                alone.append(block.text())
        block = block.next()

    assert alone == []


def test_a_pdf_says_what_it_is(paper: Paper) -> None:
    data = pdf_bytes(paper, title="Life-cycle costing", foot="x")

    assert "Life-cycle costing".encode("utf-16-be") in data
    assert "Procura Desktop".encode("utf-16-be") in data


@pytest.mark.parametrize(
    ("name", "size"),
    [("en_US", QPageSize.PageSizeId.Letter), ("es_MX", QPageSize.PageSizeId.Letter),
     ("nl_BE", QPageSize.PageSizeId.A4), ("en_KE", QPageSize.PageSizeId.A4)],
)  # fmt: skip
def test_paper_is_that_of_the_country(name: str, size: QPageSize.PageSizeId) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        assert usual_paper() == size
    finally:
        QLocale.setDefault(before)
