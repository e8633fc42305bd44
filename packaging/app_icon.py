"""Draws the program's icon for Windows (.ico) and macOS (.icns) from its one drawing.

Qt draws it; the two containers are written here, since Qt writes neither with several sizes. Small pictures
of an .ico are bitmaps, which older readers of icons want; the large one is a PNG.

    python packaging/app_icon.py resources/icons/app.svg --into build/icons
"""

import argparse
import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
LARGEST_BITMAP = 128
# What macOS looks for: a size, and the same at twice the density (Apple, "icns" family of types).
ICNS_TYPES = {
    b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512, b"ic10": 1024,
}  # fmt: skip
MARGIN = 0.1  # of the side: icons of macOS stand free inside their square


def make(drawing: Path, into: Path) -> tuple[Path, Path]:
    """Make both and give their paths."""
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise SystemExit(f"{drawing}: this is no drawing of the program's icon.")
    into.mkdir(parents=True, exist_ok=True)
    ico, icns = into / f"{drawing.stem}.ico", into / f"{drawing.stem}.icns"
    ico.write_bytes(ico_bytes({size: draw(renderer, size) for size in ICO_SIZES}))
    icns.write_bytes(icns_bytes(renderer))
    return ico, icns


def draw(renderer: QSvgRenderer, size: int, *, margin: float = 0) -> QImage:
    """Draw the icon in one size, in pixels; `margin` stays free on each side, as a share of it."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    room = image.rect().toRectF()
    free = size * margin
    renderer.render(painter, room.adjusted(free, free, -free, -free))
    painter.end()
    return image


def ico_bytes(images: dict[int, QImage]) -> bytes:
    """Put pictures by size into an .ico."""
    pictures = [_bitmap(image) if size <= LARGEST_BITMAP else _png(image) for size, image in images.items()]
    head = struct.pack("<HHH", 0, 1, len(images))
    at = len(head) + 16 * len(images)
    for size, picture in zip(images, pictures, strict=True):
        side = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + b"".join(pictures)


def icns_bytes(renderer: QSvgRenderer) -> bytes:
    """Put the icon in all sizes into an .icns."""
    parts = b""
    for kind, size in ICNS_TYPES.items():
        picture = _png(draw(renderer, size, margin=MARGIN))
        parts += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def _bitmap(image: QImage) -> bytes:
    """Give a bitmap as icons hold it: lines from below, colour with opacity, a mask that masks nothing."""
    size = image.width()
    pixels = image.convertToFormat(QImage.Format.Format_ARGB32).flipped(Qt.Orientation.Vertical)
    mask = bytes((size + 31) // 32 * 4 * size)
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, size * size * 4 + len(mask), 0, 0, 0, 0)
    return head + bytes(pixels.constBits()) + mask


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload] # the stubs know only the long form
        raise SystemExit("Qt cannot write a PNG here.")
    return bytes(data.data())


def main() -> None:
    """Make both icons of a drawing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("drawing", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    wanted = parser.parse_args()
    for path in make(wanted.drawing, wanted.into):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
