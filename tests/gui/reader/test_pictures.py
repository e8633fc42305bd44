"""Pictures of a text are drawn when they come into sight, and take their room from the beginning."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from procura_desktop.domain.records import Asset
from procura_desktop.gui.reader.paper import Paper
from procura_desktop.gui.reader.pictures import Picture
from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import DARK, LIGHT, Colours
from tests.gui.reader.reader_samples import ARTICLE, context, find_asset

PICTURE = '<p><img src="pictures/cost.svg" alt="What it costs" /></p>'
BELOW = replace(ARTICLE, id="guidance/below", html="<p>Words.</p>" * 60 + PICTURE)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Picture]:
    """Count the pictures that are drawn."""
    seen: list[Picture] = []
    draw = Picture.drawn

    def counted(picture: Picture) -> QImage:
        seen.append(picture)
        return draw(picture)

    monkeypatch.setattr(Picture, "drawn", counted)
    return seen


def look_at_the_picture(reader: Reader) -> None:
    found = reader.page.whole().find("\ufffc")
    reader.page.go_to_text(found.selectionStart())


def test_a_picture_is_drawn_when_it_comes_into_sight(
    reader: Reader, drawn: list[Picture], qtbot: QtBot
) -> None:
    reader.show_record(BELOW, context=context(BELOW), position=0.3)
    reader.grab()
    assert drawn == []

    look_at_the_picture(reader)
    qtbot.waitUntil(lambda: len(drawn) == 1)
    reader.grab()
    assert len(drawn) == 1


def test_what_is_seen_has_the_colours_of_the_picture(reader: Reader) -> None:
    reader.show_record(BELOW, context=context(BELOW))
    look_at_the_picture(reader)
    image = reader.page.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(image.height())}

    assert {"#1b6b4f", "#d9a93f"} <= seen


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("column", [90, 480, 2000])
def test_the_room_of_a_picture_is_that_of_the_drawing(qtbot: QtBot, colours: Colours, column: int) -> None:
    del qtbot  # pictures need an application
    asset = find_asset("pictures/cost.svg")
    assert isinstance(asset, Asset)
    picture = Picture(asset, column=column, colours=colours, scale=1.5)
    room, image = picture.room(), picture.drawn()

    assert (room.size(), room.devicePixelRatio()) == (image.size(), image.devicePixelRatio())


def test_paper_that_is_printed_draws_at_once(qtbot: QtBot) -> None:
    del qtbot
    paper = Paper(find_asset, LIGHT)
    image = paper.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/cost.svg"))

    assert image.format() == QImage.Format.Format_ARGB32_Premultiplied
