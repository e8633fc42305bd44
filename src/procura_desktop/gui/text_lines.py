"""Text cut to a number of lines, at a word, with an ellipsis; for delegates that paint it."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

ELLIPSIS = "…"


def lay_out(layout: QTextLayout, width: int, *, lines: int) -> int:
    """Break the layout into at most `lines` lines of `width` pixels; give its height in pixels."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    spacing = QFontMetrics(layout.font()).lineSpacing()
    layout.beginLayout()
    made = 0
    while made < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, made * spacing))
        made += 1
    layout.endLayout()
    return made * spacing


def fitted(text: str, font: QFont, width: int, *, lines: int) -> tuple[QTextLayout, int]:
    """Lay a text out in at most `lines` lines, cut where it is longer; give its height in pixels too."""
    text = text.replace("\n", "\u2028")
    layout = QTextLayout(text, font)
    height = lay_out(layout, width, lines=lines)
    if layout.lineCount() == 0:
        return QTextLayout("", font), 0
    last = layout.lineAt(layout.lineCount() - 1)
    end = last.textStart() + last.textLength()
    if end >= len(text) and (text.isascii() or end >= len(text.encode("utf-16-le")) // 2):
        return layout, height
    layout = QTextLayout(_cut(text, font, width, start=last.textStart(), end=end), font)
    return layout, lay_out(layout, width, lines=lines)


def _cut(text: str, font: QFont, width: int, *, start: int, end: int) -> str:
    """Cut a text in its last line, from `start` to `end`, so that there is room for an ellipsis."""
    kept = text[:end].rstrip("\u2028 ")
    metrics = QFontMetrics(font)
    while len(kept) > start and metrics.horizontalAdvance(kept[start:] + ELLIPSIS) > width:
        kept = kept[: max(start, kept.rfind(" ", start, len(kept)))].rstrip(",;:. ") or kept[:start]
    return kept.rstrip(",;:. \u2028") + ELLIPSIS


def height_of(text: str, font: QFont, width: int, *, lines: int) -> int:
    """Give the height in pixels that a text takes, at most that of `lines` lines."""
    return lay_out(QTextLayout(text.replace("\n", "\u2028"), font), width, lines=lines)
