"""What a Linux desktop wants beside the program: menu entry, icons, file types, description, man page.

The folder has the shape of `/usr/share`; the .deb and the tar ship the same.
"""

import gzip
import os
import shutil
from pathlib import Path

import product

LINUX = product.ROOT / "packaging" / "linux"
ICON = product.ROOT / "resources" / "icons" / "app.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
APP_ID = "org.procura_desktop.ProcuraDesktop"
TYPES = ("application-vnd.procura.update", "application-vnd.procura.procurement")


def make(share: Path, *, version: str) -> None:
    """Make the files in a folder that is `share` of some prefix."""
    _copy(LINUX / "procura-desktop.desktop", share / "applications" / "procura-desktop.desktop")
    _copy(LINUX / "procura-desktop.xml", share / "mime" / "packages" / "procura-desktop.xml")
    described = (LINUX / "procura-desktop.metainfo.xml").read_text(encoding="utf-8")
    described = described.replace("@VERSION@", version).replace("@DATE@", f"{product.made_on():%Y-%m-%d}")
    _write(share / "metainfo" / f"{APP_ID}.metainfo.xml", described.encode())
    manual = (LINUX / "procura-desktop.1").read_text(encoding="utf-8")
    manual = manual.replace("@VERSION@", version).replace("@DATE@", f"{product.made_on():%Y-%m-%d}")
    _write(share / "man" / "man1" / "procura-desktop.1.gz", gzip.compress(manual.encode(), 9, mtime=0))
    _icons(share / "icons" / "hicolor")


def _icons(theme: Path) -> None:
    """Draw the icon in the sizes that desktops ask for, and give files of our types the same."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    painting = QGuiApplication.instance() or QGuiApplication([])
    drawing = QSvgRenderer(str(ICON))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        file = theme / f"{size}x{size}" / "apps" / "procura-desktop.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(file)):
            raise SystemExit(f"{file} cannot be written.")
    _copy(ICON, theme / "scalable" / "apps" / "procura-desktop.svg")
    for name in TYPES:
        _copy(ICON, theme / "scalable" / "mimetypes" / f"{name}.svg")
    del painting


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
