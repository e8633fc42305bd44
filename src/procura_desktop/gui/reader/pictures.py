"""Pictures of the library, drawn sharply and never wider than the column of text.

Pictures are made for paper, so in a dark look they lie on a light card.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt, QXmlStreamReader
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from procura_desktop.domain.records import Asset
from procura_desktop.gui.theme import LIGHT, Colours

FindAsset = Callable[[str], Asset | None]
FOLDER = "pictures/"
CARD_PADDING = 12
DENSITY = 2.0
MOST_POINTS = 30_000_000  # of one picture on the screen; 120 MB
_HALF = 0.5


def empty_picture() -> QImage:
    """Give what stands for a picture that is not there: one clear pixel."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


class Picture:
    """An asset as it stands in a text: how large, and drawn at twice the density.

    Args:
        asset: one that cannot be read, or is too large, is an empty picture.
        column: most width in logical pixels.
        colours: of the page; a dark surface asks for a card.
        scale: of the text, by which a drawing grows until it fills the column.
    """

    def __init__(self, asset: Asset, *, column: int, colours: Colours, scale: float = 1.0) -> None:
        self._card = CARD_PADDING if QColor(colours.surface).lightnessF() < _HALF else 0
        self._source = _read(asset)
        source = self._source
        size = source.defaultSize() if isinstance(source, QSvgRenderer) else source.size()
        width = min(size.width() * scale, max(column - 2 * self._card, 1))
        height = size.height() * width / size.width() if size.width() else 0.0
        self._empty = size.isEmpty() or width * height * DENSITY**2 > MOST_POINTS
        self._place = QRectF(self._card, self._card, width, height)

    def room(self) -> QImage:
        """Give an image of its size that shows nothing yet: laying out a text asks for no more."""
        return empty_picture() if self._empty else self._canvas(QImage.Format.Format_Mono)

    def drawn(self) -> QImage:
        """Draw it."""
        if self._empty:
            return empty_picture()
        image = self._canvas(QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(LIGHT.surface) if self._card else Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        if isinstance(self._source, QSvgRenderer):
            self._source.render(painter, self._place)
        else:
            painter.drawImage(self._place, self._source)
        painter.end()
        return image

    def _canvas(self, form: QImage.Format) -> QImage:
        width, height = (side + 2 * self._card for side in (self._place.width(), self._place.height()))
        image = QImage(round(width * DENSITY), round(height * DENSITY), form)
        image.setDevicePixelRatio(DENSITY)
        return image


def _read(asset: Asset) -> QSvgRenderer | QImage:
    if asset.media_type == "image/svg+xml":
        return QSvgRenderer(QByteArray(asset.data if _stands_alone(asset.data) else b""))
    return QImage.fromData(asset.data)


def _stands_alone(drawing: bytes) -> bool:
    """Say whether a drawing needs no other file: Qt loads what an ``image`` in it names, from anywhere."""
    buffer = QBuffer()
    buffer.setData(drawing)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QXmlStreamReader(buffer)
    while not reader.atEnd():
        reader.readNext()
        if reader.isDTD() or (reader.isStartElement() and reader.name() == "image"):
            return False
    return not reader.hasError()
