"""A list and what is marked in it: beside each other where there is room, else one above the other."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

NARROW_LETTERS = 64
LINES_ABOVE, LINES_BELOW = 11, 14  # what each keeps where they are one above the other


class TwoPanes(QSplitter):
    """Turns by itself; the person can move the line between the two."""

    def __init__(
        self, first: QWidget, second: QWidget, sizes: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(12)
        self.addWidget(first)
        self.addWidget(second)
        self._wanted = sizes
        self.setSizes(list(sizes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width is too small for two."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Turn where the letters are too large for two."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW_LETTERS * self.fontMetrics().averageCharWidth()
        orientation = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        line = self.fontMetrics().lineSpacing() if narrow else 0
        for at, lines in enumerate((LINES_ABOVE, LINES_BELOW)):
            if (pane := self.widget(at)) is not None:
                pane.setMinimumHeight(lines * line)
        if orientation != self.orientation():
            self.setOrientation(orientation)
            self.setSizes([LINES_ABOVE * line, LINES_BELOW * line] if narrow else list(self._wanted))
