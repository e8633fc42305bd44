"""Nothing leaves the column, at any width; levels and outline follow the room there is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from procura_desktop.domain.records import Level, Record, Source
from procura_desktop.gui.reader.levels import levels_table
from procura_desktop.gui.reader.reader import Reader
from procura_desktop.gui.theme import CONTRAST, DARK, LIGHT, Colours
from tests.gui.reader.reader_samples import ALL, ARTICLE, CRITERION, context

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
LONG = "https://example.org/" + "a-very-long-path-without-any-blank/" * 8
WIDE_TABLE = "<table><tr>" + "".join(f"<td>{'m' * 40}{n}</td>" for n in range(12)) + "</tr></table>"
ROUNDED = 3


def overflow(reader: Reader) -> float:
    return reader.page.whole().size().width() - reader.page.viewport().width()


def level(name: str, html: str) -> Level:
    return Level(name=name, requirement_html=f"<p>{html}</p>", requirement_text=html)


@pytest.mark.parametrize("width", [480, 640, 910, 1440])
@pytest.mark.parametrize("record", ALL, ids=lambda record: record.kind)
def test_no_kind_of_record_leaves_the_column(reader: Reader, record: Record, width: int) -> None:
    reader.resize(width, 500)
    reader.show_record(record, context=context(record))

    assert overflow(reader) <= ROUNDED
    assert not reader.page.horizontalScrollBar().isVisible()


def test_a_long_address_breaks(reader: Reader) -> None:
    for seen in ("2026-11-23", ""):
        record = replace(ARTICLE, sources=(Source(title="Long", publisher="X", url=LONG, seen=seen),))
        reader.resize(480, 500)
        reader.show_record(record, context=context(record))

        assert LONG in reader.page.whole().toPlainText()
        assert overflow(reader) <= ROUNDED


@pytest.mark.parametrize("scale", [80, 200])
def test_no_size_of_text_leaves_the_column(reader: Reader, scale: int) -> None:
    reader.resize(480, 500)
    reader.set_text_scale(scale)

    assert overflow(reader) <= ROUNDED


def test_two_levels_are_beside_each_other_only_where_there_is_room(qtbot: QtBot, reader: Reader) -> None:
    reader.show_record(CRITERION, context=context(CRITERION))
    wide = reader.page.document().find("Comprehensive").currentTable()
    assert (wide.rows(), wide.columns()) == (2, 2)

    reader.resize(480, 500)
    qtbot.wait(1)

    narrow = reader.page.document().find("Comprehensive").currentTable()
    assert (narrow.rows(), narrow.columns()) == (4, 1)


def test_becoming_narrow_keeps_the_section_that_was_asked_for(qtbot: QtBot, reader: Reader) -> None:
    reader.show_record(CRITERION, context=context(CRITERION), section="labels")
    reader.resize(480, 400)
    qtbot.wait(1)

    assert reader.page.cursorForPosition(QPoint(40, 24)).block().text() == "Labels as proof"


@pytest.mark.usefixtures("qapp")
def test_levels_that_ask_for_the_same_are_written_once() -> None:
    html = levels_table((level("core", "Same"), level("comprehensive", "Same")), narrow=False)

    assert html.count("<th") == 1
    assert "Core and Comprehensive: the same text" in html


@pytest.mark.usefixtures("qapp")
def test_one_level_has_the_whole_width() -> None:
    assert '<th align="left" width="100%">Core</th>' in levels_table((level("core", "A"),), narrow=False)


def test_long_headings_are_cut_short_and_told_whole(reader: Reader) -> None:
    index = reader.outline.model().index(0, 0)

    assert reader.outline.textElideMode() == Qt.TextElideMode.ElideRight
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Worked example"


def test_the_outline_leaves_its_room_to_a_text_without_headings(reader: Reader) -> None:
    before = reader.page.viewport().width()
    reader.show_html("Short", "<p>Nothing to list.</p>")

    assert not reader.outline.isVisible()
    assert reader.page.viewport().width() > before


def contrast(first: str, second: str) -> float:
    def light(name: str) -> float:
        parts: list[float] = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((light(first), light(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_the_line_of_confidence_and_the_marks_can_be_read(colours: Colours) -> None:
    pairs = (
        (colours.good, colours.tip_soft), (colours.text, colours.tip_soft),
        (colours.text, colours.example_soft), (colours.warning, colours.warning_soft),
        (colours.text, colours.warning_soft),
        (colours.warning, colours.surface), (colours.accent, colours.accent_soft),
        (colours.text, colours.accent_soft),
    )  # fmt: skip

    assert min(contrast(*pair) for pair in pairs) >= 4.5
    assert contrast(colours.focus, colours.surface) >= 3
    for soft in ("note", "tip", "legal", "warning", "example"):
        assert contrast(colours.focus, getattr(colours, f"{soft}_soft")) >= 3
