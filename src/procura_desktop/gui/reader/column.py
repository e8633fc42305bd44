"""The column of text: how wide it is, and the margins that give it that width."""

import math

from PySide6.QtGui import QFontMetricsF

from procura_desktop.gui.reader.paper import Paper

COLUMN_LETTERS = 72
SIDE_MARGIN = 24
TOP_MARGIN = 22
BOTTOM_MARGIN = 48
_SAMPLE = "The cheapest printer to buy is seldom the cheapest to own; compare costs."


def fit_column(paper: Paper, room: int) -> None:
    """Set side margins such that lines hold about 72 letters, centred in `room` pixels.

    Margins are whole pixels: a fraction too much would ask for a horizontal scroll bar.
    """
    letters = QFontMetricsF(paper.defaultFont()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    margin = max(SIDE_MARGIN, math.ceil((room - COLUMN_LETTERS * letters) / 2))
    paper.column = max(1, room - 2 * margin)
    frame = paper.rootFrame()
    made = frame.frameFormat()
    if made.leftMargin() != margin:
        made.setLeftMargin(margin)
        made.setRightMargin(margin)
        made.setTopMargin(TOP_MARGIN)
        made.setBottomMargin(BOTTOM_MARGIN)
        frame.setFrameFormat(made)
