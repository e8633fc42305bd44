"""Contrast is computed from the tables of colours, for every pair that is shown together."""

import dataclasses
import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from procura_desktop.gui.theme import CONTRAST, DARK, LIGHT, Colours, palette, style_sheet

THEMES = [
    pytest.param(LIGHT, id="light"),
    pytest.param(DARK, id="dark"),
    pytest.param(CONTRAST, id="contrast"),
]
BACKGROUNDS = (
    "window", "surface", "raised", "accent_soft", "note_soft", "tip_soft", "legal_soft", "warning_soft",
    "example_soft",
)  # fmt: skip
TEXT_PAIRS = [(front, back) for back in BACKGROUNDS for front in ("text", "muted", "link")] + [
    ("accent", "surface"), ("accent", "accent_soft"), ("accent", "window"), ("accent_text", "accent"),
    ("text", "mark"), ("nav_text", "nav"), ("nav_muted", "nav"), ("nav_text", "nav_hover"),
    ("nav_selected_text", "nav_selected"), ("good", "surface"), ("warning", "surface"), ("danger", "surface"),
    ("text", "pen_yellow"), ("text", "pen_green"), ("text", "pen_blue"), ("text", "pen_pink"),
]  # fmt: skip
GRAPHIC_PAIRS = [
    ("control", "surface"), ("control", "window"), ("focus", "surface"), ("focus", "window"),
    ("nav_focus", "nav"), ("focus", "accent_soft"), ("accent", "surface"), ("focus", "raised"),
    ("note_line", "note_soft"), ("tip_line", "tip_soft"), ("legal_line", "legal_soft"),
    ("warning_line", "warning_soft"), ("example_line", "example_soft"),
    ("accent", "pen_yellow"), ("accent", "pen_green"), ("accent", "pen_blue"), ("accent", "pen_pink"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_text_is_readable(colours: Colours, front: str, back: str) -> None:
    assert contrast(getattr(colours, front), getattr(colours, back)) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize(("front", "back"), GRAPHIC_PAIRS)
def test_edges_and_focus_are_visible(colours: Colours, front: str, back: str) -> None:
    assert contrast(getattr(colours, front), getattr(colours, back)) >= 3


@pytest.mark.parametrize("colours", THEMES)
def test_every_colour_is_well_formed(colours: Colours) -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in dataclasses.asdict(colours).values())


@pytest.mark.parametrize("colours", THEMES)
def test_style_sheet_has_no_open_place(colours: Colours) -> None:
    assert "@" not in style_sheet(colours).split("*/", 1)[1]


def test_palette_takes_the_text_colour() -> None:
    assert palette(DARK).windowText().color().name() == DARK.text


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTreeView])
def test_what_is_quiet_in_a_field_is_not_half_seen_through(
    qtbot: QtBot, colours: Colours, kind: type[QWidget]
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.setStyleSheet(style_sheet(colours))
    widget.ensurePolished()

    shown = widget.palette().color(QPalette.ColorRole.PlaceholderText)
    assert (shown.name(), shown.alpha()) == (colours.muted, 255)


@pytest.mark.parametrize("colours", THEMES)
def test_a_tick_is_seen(qtbot: QtBot, colours: Colours) -> None:
    box = QCheckBox("")
    qtbot.addWidget(box)
    box.setStyleSheet(style_sheet(colours))
    box.setChecked(True)
    picture = box.grab().toImage()
    shown = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}

    assert colours.accent in shown
    assert max(contrast(one, colours.accent) for one in shown) >= 4.5
