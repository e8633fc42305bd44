"""How the papers look, for every format: one table of styles, in points.

The names are those that word processors know, so that an organisation's template that has a style of such a
name decides how it looks. Fonts are not embedded: each format names one that its word processor has.
"""

import re
from dataclasses import dataclass, replace

from procura_desktop.export.paper import ParagraphStyle

INK = "1F2A2E"
ACCENT = "17504B"
GREY = "4A5A5E"
LINE = "B5C2C1"
SHADE = "E9F0EF"
GONE = "9C2B1F"
NEW = "14613A"
DOCX_FONT = "Calibri"  # in Word; LibreOffice has Carlito, of the same widths, in its place
ODT_FONT = "Liberation Sans"  # LibreOffice brings it along
ODT_SCALE = 0.94  # at the same size its letters are larger than Calibri's
PAGE_WIDTH, PAGE_HEIGHT = 595.3, 841.9  # A4
MARGIN = 62.4  # 2.2 cm
MARGIN_DENSE = 45.4  # 1.6 cm


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph style looks; lengths in points, `line` in per cent of the font's height."""

    size: float = 10.5
    bold: bool = False
    italic: bool = False
    colour: str = INK
    before: float = 0
    after: float = 6
    line: int = 112
    keep: bool = False
    level: int = 0  # of a heading in the outline; 0 is none
    right: bool = False

    def closer(self) -> "Look":
        """Give the look of a paper that has to stay on one page."""
        size = max(round(self.size * 0.86 * 2) / 2, 7.5)
        return replace(self, size=size, before=self.before * 0.5, after=self.after * 0.5, line=94)


LOOKS: dict[str, Look] = {
    "Normal": Look(),
    "Title": Look(size=22, bold=True, colour=ACCENT, after=2, line=100, keep=True),
    "Subtitle": Look(size=13, colour=GREY, after=12, line=105, keep=True),
    "Heading 1": Look(size=15, bold=True, colour=ACCENT, before=18, after=6, line=105, keep=True, level=1),
    "Heading 2": Look(size=12, bold=True, colour=ACCENT, before=14, after=4, line=105, keep=True, level=2),
    "Heading 3": Look(size=10.5, bold=True, colour=INK, before=12, after=3, line=105, keep=True, level=3),
    "List Bullet": Look(after=3),
    "List Number": Look(after=3),
    "Criterion Label": Look(size=9.5, bold=True, colour=GREY, before=4, after=2, keep=True),
    "Note": Look(size=9.5, colour=GREY, after=4),
    "Small Print": Look(size=8.5, colour=GREY, before=2, after=8, line=105),
    "Table Text": Look(size=9.5, after=1, before=1, line=105),
    "Header": Look(size=8.5, colour=GREY, after=6, line=100),
    "Footer": Look(size=8.5, colour=GREY, after=0, line=100, right=True),
}
STYLES: dict[ParagraphStyle, str] = {
    "body": "Normal",
    "title": "Title",
    "subtitle": "Subtitle",
    "label": "Criterion Label",
    "note": "Note",
    "small": "Small Print",
    "cell": "Table Text",
}
# Where a document says "en", word processors want to know whose English.
REGIONS = {"en": "GB", "fr": "FR", "de": "DE", "nl": "NL", "es": "ES", "pt": "PT", "it": "IT", "pl": "PL"}

_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-(?P<region>[A-Za-z]{2}))?")


def looks_of(*, dense: bool) -> dict[str, Look]:
    """Give the look of every style, closer where the paper has to stay on one page."""
    return {name: look.closer() for name, look in LOOKS.items()} if dense else LOOKS


def locale_of(language: str) -> tuple[str, str]:
    """Give (language, region), a region unknown as "" and what is no language as "und"."""
    found = _TAG.fullmatch(language)
    if found is None:
        return "und", ""
    short = found["language"].lower()
    return short, (found["region"] or REGIONS.get(short, "")).upper()
