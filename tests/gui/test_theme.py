"""Contrast is computed from the tables of colours, for every pair that is shown together."""

import dataclasses
import re

import pytest

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
