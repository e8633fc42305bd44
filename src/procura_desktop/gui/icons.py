"""Stroke icons from ``resources/icons``, tinted with a colour of the theme."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from procura_desktop.resources import resource


def icon(name: str, colour: str, *, size: int = 20, checked: str = "") -> QIcon:
    """Draw the icon `name` in `colour`, `size` logical pixels wide, sharp up to twice the density.

    `checked` is the colour on a button that is checked, where that is another one.
    """
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    _draw(made, svg.replace("#000", colour), size, QIcon.State.Off)
    if checked and checked != colour:
        _draw(made, svg.replace("#000", checked), size, QIcon.State.On)
    return made


def _draw(made: QIcon, svg: str, size: int, state: QIcon.State) -> None:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    for ratio in (1, 2):
        pixmap = QPixmap(size * ratio, size * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap, QIcon.Mode.Normal, state)
