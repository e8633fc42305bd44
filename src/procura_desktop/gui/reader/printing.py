"""A document on paper or in a PDF: dark on white, page numbers and the address at the foot."""

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QLocale,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from procura_desktop.gui.reader.page_breaks import mend_breaks
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.theme import LIGHT

PRINT_PIXELS = 13.0
SCREEN_DPI = 96
FOOT_HEIGHT = 34
MARGIN_MM = 20.0
_Country = QLocale.Country
LETTER_COUNTRIES = frozenset(  # Unicode CLDR, supplemental data: measurementData, paperSize US-Letter
    {
        _Country.Belize, _Country.Canada, _Country.Chile, _Country.Colombia, _Country.CostaRica,
        _Country.ElSalvador, _Country.Guatemala, _Country.Mexico, _Country.Nicaragua, _Country.Panama,
        _Country.Philippines, _Country.PuertoRico, _Country.UnitedStates, _Country.Venezuela,
    }
)  # fmt: skip


def pdf_bytes(document: Paper, *, title: str, foot: str) -> bytes:
    """Write the document as a PDF, on the paper of the user's country."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Procura Desktop")
    writer.setPageSize(QPageSize(usual_paper()))
    set_margins(writer)
    paint_pages(document, writer, foot=foot)
    buffer.close()
    return bytes(data.data())


def usual_paper() -> QPageSize.PageSizeId:
    """Give the paper that offices of the user's country have: Letter in much of the Americas, else A4."""
    letter = QLocale().territory() in LETTER_COUNTRIES
    return QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4


def set_margins(device: QPdfWriter | QPrinter) -> None:
    """Leave the same room on every side."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


def paint_pages(document: Paper, device: QPdfWriter | QPrinter, *, foot: str) -> int:
    """Paint every page of the document, `foot` and the page number beneath; give the number of pages.

    Raises:
        OSError: the device cannot be painted on.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(QCoreApplication.translate("printing", "its pages cannot be painted"))
    try:
        dots = device.logicalDpiY() / SCREEN_DPI
        painter.scale(dots, dots)
        size = QSizeF(device.width() / dots, device.height() / dots)
        room = QSizeF(size.width(), size.height() - FOOT_HEIGHT)
        _for_paper(document, room)
        count = document.pageCount()
        for number in range(count):
            if number:
                device.newPage()
            _paint_page(painter, document, room, number)
            _paint_foot(painter, document.defaultFont(), size, (foot, f"{number + 1} / {count}"))
    finally:
        painter.end()
    return count


def _for_paper(document: Paper, room: QSizeF) -> None:
    """Measure letters as they are, not as a screen rounds them, or words run together when scaled."""
    font = document.defaultFont()
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(font)
    document.setUseDesignMetrics(True)
    document.column = int(room.width())
    document.setPageSize(room)
    mend_breaks(document)


def _paint_page(painter: QPainter, document: QTextDocument, room: QSizeF, number: int) -> None:
    painter.save()
    painter.translate(0, -number * room.height())
    document.drawContents(painter, QRectF(0, number * room.height(), room.width(), room.height()))
    painter.restore()


def _paint_foot(painter: QPainter, font: QFont, size: QSizeF, words: tuple[str, str]) -> None:
    small = QFont(font)
    small.setPixelSize(11)
    painter.setFont(small)
    painter.setPen(QColor(LIGHT.muted))
    place = QRectF(0, size.height() - FOOT_HEIGHT / 2, size.width(), FOOT_HEIGHT / 2)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words[0])
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words[1])
