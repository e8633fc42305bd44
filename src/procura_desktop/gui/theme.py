"""The look: three tables of colours, a palette and a style sheet made from them.

Every pair of text and background has a contrast of at least 4.5:1 and every control's edge 3:1; `tests/gui`
computes it from these tables.
"""

import dataclasses
import re
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from procura_desktop.resources import resource

ThemeName = Literal["system", "light", "dark", "contrast"]
BASE_POINTS = 10.5
HALF = 127  # of the lightness of a colour
HEADINGS = {"h1": 1.65, "h2": 1.3, "h3": 1.12, "small": 0.85}  # times the size of the text


@dataclasses.dataclass(frozen=True, slots=True)
class Colours:
    """One theme; each value is ``#rrggbb``."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    control: str
    scroll: str
    accent: str
    accent_text: str
    accent_soft: str
    link: str
    mark: str
    nav: str
    nav_text: str
    nav_muted: str
    nav_hover: str
    nav_selected: str
    nav_selected_text: str
    nav_focus: str
    good: str
    warning: str
    danger: str
    note_soft: str
    tip_soft: str
    legal_soft: str
    warning_soft: str
    example_soft: str
    note_line: str
    tip_line: str
    legal_line: str
    warning_line: str
    example_line: str
    focus: str
    pen_yellow: str  # grounds of highlighted passages
    pen_green: str
    pen_blue: str
    pen_pink: str


LIGHT = Colours(
    window="#f5f6f4", surface="#ffffff", raised="#ffffff", text="#1a2420",
    muted="#58645e", line="#dfe4e1", control="#868f8a", scroll="#a9b3ae",
    accent="#1b6b4f", accent_text="#ffffff", accent_soft="#e3f0ea", link="#14684c",
    mark="#fbe5a6", nav="#14382b", nav_text="#e6efea", nav_muted="#a5bdb2",
    nav_hover="#1f4a3a", nav_selected="#2c5746", nav_selected_text="#ffffff", nav_focus="#f3c969",
    good="#1b6b4f", warning="#8a5a00", danger="#a3282a", note_soft="#eaf1f8",
    tip_soft="#e7f3ec", legal_soft="#f0ecf7", warning_soft="#fdf3dc", example_soft="#f1f3f2",
    note_line="#2f6ea8", tip_line="#1b6b4f", legal_line="#6a4c9c", warning_line="#a8720a",
    example_line="#6a756f", focus="#1466b8",
    pen_yellow="#fdf0a0", pen_green="#c4ecd0", pen_blue="#c9e2fb", pen_pink="#f9d3e4",
)  # fmt: skip
DARK = Colours(
    window="#14191c", surface="#1c2327", raised="#262f34", text="#e8eceb",
    muted="#a3afab", line="#313b41", control="#77848a", scroll="#5b676d",
    accent="#5cc79c", accent_text="#0d1f18", accent_soft="#1f3a31", link="#6fd3aa",
    mark="#5f4c12", nav="#0e1214", nav_text="#dde4e1", nav_muted="#97a49f",
    nav_hover="#1b2225", nav_selected="#273136", nav_selected_text="#ffffff", nav_focus="#f3c969",
    good="#5cc79c", warning="#e3b34f", danger="#f28b82", note_soft="#1b2a38",
    tip_soft="#1a3129", legal_soft="#2a2438", warning_soft="#352b15", example_soft="#262f33",
    note_line="#6aa9e0", tip_line="#5cc79c", legal_line="#ac93dd", warning_line="#d9a93f",
    example_line="#90a09a", focus="#7db8f0",
    pen_yellow="#5c5212", pen_green="#1f5a3a", pen_blue="#1f4f7d", pen_pink="#6b2f52",
)  # fmt: skip
CONTRAST = Colours(
    window="#000000", surface="#000000", raised="#000000", text="#ffffff",
    muted="#e6e6e6", line="#ffffff", control="#ffffff", scroll="#ffffff",
    accent="#ffe14d", accent_text="#000000", accent_soft="#33300f", link="#7fd4ff",
    mark="#665500", nav="#000000", nav_text="#ffffff", nav_muted="#e6e6e6",
    nav_hover="#333333", nav_selected="#ffe14d", nav_selected_text="#000000", nav_focus="#00e5ff",
    good="#7dffb2", warning="#ffd04d", danger="#ff9d95", note_soft="#00131f",
    tip_soft="#00170c", legal_soft="#140a22", warning_soft="#1d1600", example_soft="#141414",
    note_line="#7fd4ff", tip_line="#7dffb2", legal_line="#cfb3ff", warning_line="#ffd04d",
    example_line="#e6e6e6", focus="#00e5ff",
    pen_yellow="#665500", pen_green="#00592b", pen_blue="#004c8c", pen_pink="#7a0f52",
)  # fmt: skip


def chosen_colours(theme: ThemeName) -> Colours:
    """Give the colours of a theme; "system" follows what the desktop says."""
    if theme == "system":
        hints = QApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}[theme]


def palette(colours: Colours) -> QPalette:
    """Make the palette that Fusion paints with."""
    made = QPalette()
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: colours.window, roles.WindowText: colours.text, roles.Base: colours.surface,
        roles.AlternateBase: colours.window, roles.Text: colours.text, roles.Button: colours.surface,
        roles.ButtonText: colours.text, roles.ToolTipBase: colours.raised, roles.ToolTipText: colours.text,
        roles.Highlight: colours.accent, roles.HighlightedText: colours.accent_text, roles.Link: colours.link,
        roles.LinkVisited: colours.link, roles.PlaceholderText: colours.muted, roles.Mid: colours.line,
        roles.Accent: colours.accent,
    }  # fmt: skip
    for role, value in pairs.items():
        made.setColor(role, QColor(value))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def style_sheet(colours: Colours, text_scale: int = 100) -> str:
    """Fill the colours and the sizes of headings into ``resources/styles/base.qss``."""
    text = resource("styles", "base.qss").read_text(encoding="utf-8")
    values = dataclasses.asdict(colours)
    for name, factor in HEADINGS.items():
        values[name] = f"{BASE_POINTS * text_scale / 100 * factor:.1f}pt"
    values["group_top"] = f"{round(BASE_POINTS * text_scale / 100 * 2) + 14}px"
    tick = "tick-light" if QColor(colours.accent_text).lightness() > HALF else "tick-dark"
    values["tick"] = resource("icons", f"{tick}.svg").as_posix()
    return re.sub(r"@(\w+)", lambda match: str(values[match[1]]), text)


def load_fonts() -> None:
    """Make the bundled Noto Sans known to Qt."""
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def apply_theme(application: QApplication, colours: Colours, text_scale: int) -> None:
    """Dress the whole program; `text_scale` is in per cent, 80 to 200."""
    font = QFont("Noto Sans")
    font.setPointSizeF(BASE_POINTS * text_scale / 100)
    application.setStyleSheet("")  # or widgets that it has touched keep their old font
    application.setFont(font)
    application.setPalette(palette(colours))
    application.setStyleSheet(style_sheet(colours, text_scale))
