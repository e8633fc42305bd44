"""What a hostile record, well signed, makes the window do: nothing outside the library."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop, open_outside
from procura_desktop.domain.records import Asset, Hotspot
from procura_desktop.gui.reader.elements import web_link
from procura_desktop.gui.reader.links import read_link
from procura_desktop.gui.reader.pictures import Picture
from procura_desktop.gui.theme import LIGHT
from procura_desktop.library.build import build_library
from procura_desktop.library.open import open_library
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.workspace.workspace import open_workspace
from tests.factories import CYCLE, sample_records

HOSTILE = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "/etc/passwd",
    "\\\\share\\x",
    "smb://share/x",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "ms-msdt:/id",
    "procura-desktop:x",
    " file:///etc/passwd",
    "x-https://example.org",
    "",
)
TOP = QModelIndex()
COLUMNS = 8  # of a table, at the most
MARKUP = "<img src='//stranger/share/x.png'>"
HARMLESS = ("https://example.org/a?b#c", "http://example.org", "mailto:info@example.org")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the system."""
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


@pytest.mark.parametrize("address", HOSTILE)
def test_nothing_but_web_and_mail_is_handed_to_the_system(opened: list[str], address: str) -> None:
    open_outside(address)
    assert opened == []


@pytest.mark.parametrize("address", HARMLESS)
def test_web_and_mail_are(opened: list[str], address: str) -> None:
    open_outside(address)
    assert opened == [address]


@pytest.mark.parametrize("address", HOSTILE)
def test_the_window_hands_on_no_other_address_either(
    qtbot: QtBot, desktop: Desktop, opened: list[str], address: str
) -> None:
    with qtbot.waitSignal(desktop.router.web_requested):
        desktop.router.web_requested.emit(address)
    assert opened == []


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_address_is_text_and_no_link(address: str) -> None:
    assert "<a" not in web_link(address)
    assert read_link(QUrl(address)).kind not in ("web", "record")


def drawing(body: str, *, size: str = 'width="20" height="20"', encoding: str = "utf-8") -> Asset:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:x="http://www.w3.org/1999/xlink" xmlns:s="http://www.w3.org/2000/svg" {size}>{body}</svg>'
    )
    return Asset(path="pictures/x.svg", media_type="image/svg+xml", data=text.encode(encoding))


@pytest.mark.parametrize("tag", ["image", "s:image"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_drawing_loads_no_other_file(qtbot: QtBot, tmp_path: Path, tag: str, encoding: str) -> None:
    del qtbot  # pictures need an application
    red = QImage(20, 20, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    assert red.save(str(tmp_path / "secret.png"))
    asset = drawing(f'<{tag} x:href="{tmp_path}/secret.png" width="20" height="20"/>', encoding=encoding)
    drawn = Picture(asset, column=400, colours=LIGHT).drawn()
    assert drawn.size().width() == 1


@pytest.mark.parametrize(
    "asset",
    [
        drawing("<rect width='9' height='9'/>", size='width="20" height="2000000000"'),
        Asset(
            path="pictures/x.svg",
            media_type="image/svg+xml",
            data=b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
            b"<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><text>&b;</text></svg>",
        ),
        Asset(path="pictures/x.svg", media_type="image/svg+xml", data=b"<svg"),
        Asset(path="pictures/x.svg", media_type="image/svg+xml", data=b""),
        Asset(path="pictures/x.png", media_type="image/png", data=b"\x89PNG\r\n\x1a\n garbage"),
    ],
    ids=["tall", "entities", "cut", "empty", "png"],
)
def test_a_picture_that_asks_for_too_much_or_is_none_is_left_out(qtbot: QtBot, asset: Asset) -> None:
    del qtbot
    assert Picture(asset, column=400, colours=LIGHT).drawn().size().width() == 1


def test_a_drawing_that_stands_alone_is_drawn(qtbot: QtBot) -> None:
    del qtbot
    asset = drawing("<script>alert(1)</script><rect width='20' height='20' fill='red'/>")
    drawn = Picture(asset, column=400, colours=LIGHT).drawn()
    assert drawn.pixelColor(drawn.width() // 2, drawn.height() // 2) == QColor("red")


@pytest.fixture
def marked(qtbot: QtBot, places: Folders, tmp_path: Path) -> Iterator[Desktop]:
    """The window over a well signed library in which a publisher, a title and a note look like HTML."""
    computers = next(record for record in sample_records() if record.id == "groups/computers")
    assert computers.group is not None
    hotspots = (Hotspot(stage="use", impact="climate", level="high", note=MARKUP),)
    hostile = replace(
        computers, title=MARKUP, summary=MARKUP, group=replace(computers.group, hotspots=hotspots)
    )
    others = tuple(record for record in sample_records() if record.id != hostile.id)
    file = tmp_path / "marked.sqlite"
    build_library(
        file,
        name="main",
        version="7",
        records=(*others, hostile),
        assets=(CYCLE,),
        progress=Silent(),
        publisher=MARKUP,
    )
    made = Desktop(places, Settings(theme="light"), open_library(file), open_workspace(places.workspace))
    qtbot.addWidget(made.window)
    made.start("")
    yield made
    made.window.close()
    made.close()


@pytest.mark.parametrize("place", ["home", "search:battery", "criteria", "groups/computers"])
def test_no_tip_reads_a_library_as_html(qtbot: QtBot, marked: Desktop, place: str) -> None:
    marked.router.open_address(place)
    if place.startswith("search"):
        with qtbot.waitSignal(marked.router.pages.search.searched):
            marked.router.type_search("battery")
    tips = [widget.toolTip() for widget in marked.window.findChildren(QWidget)]
    views = [view for view in marked.window.findChildren(QAbstractItemView) if view.isVisible()]
    for view in views:
        model = view.model()
        cells = itertools.starmap(model.index, itertools.product(range(model.rowCount(TOP)), range(COLUMNS)))
        tips += [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells if cell.isValid()]
    assert [tip for tip in tips if escape(MARKUP) in tip]
    assert not [tip for tip in tips if MARKUP in tip]
