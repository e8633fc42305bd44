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


def draw_picture(asset: Asset, *, column: int, colours: Colours, scale: float = 1.0) -> QImage:
    """Draw an asset at twice the density.

    Args:
        asset: the picture; one that cannot be read gives an empty picture.
        column: most width in logical pixels.
        colours: of the page; a dark surface asks for a card.
        scale: of the text, by which a drawing grows until it fills the column.
    """
    card = CARD_PADDING if QColor(colours.surface).lightnessF() < _HALF else 0
    source = _read(asset)
    size = source.defaultSize() if isinstance(source, QSvgRenderer) else source.size()
    if size.isEmpty():
        return empty_picture()
    width = min(size.width() * scale, max(column - 2 * card, 1))
    height = size.height() * width / size.width()
    if width * height * DENSITY**2 > MOST_POINTS:
        return empty_picture()
    image = _canvas(width + 2 * card, height + 2 * card, LIGHT.surface if card else "")
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    place = QRectF(card, card, width, height)
    if isinstance(source, QSvgRenderer):
        source.render(painter, place)
    else:
        painter.drawImage(place, source)
    painter.end()
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


def _canvas(width: float, height: float, colour: str) -> QImage:
    image = QImage(round(width * DENSITY), round(height * DENSITY), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(DENSITY)
    image.fill(QColor(colour) if colour else Qt.GlobalColor.transparent)
    return image
