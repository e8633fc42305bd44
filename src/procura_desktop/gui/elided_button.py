"""A button whose words lose their middle where there is no room for them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from procura_desktop.gui.words import button_text, tip

FEWEST_LETTERS = 16  # that it asks room for


class ElidedButton(QPushButton):
    """Takes a narrower place than its words want; a screen reader and the tip give all of them."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(button_text(words), parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        """What fits."""
        metrics, missing = self.fontMetrics(), self.sizeHint().width() - self.width()
        if missing <= 0:
            return self._words
        room = metrics.horizontalAdvance(self._words) - missing
        return metrics.elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)

    def minimumSizeHint(self) -> QSize:
        """Accept a place for a few letters."""
        whole = self.sizeHint()
        return QSize(
            min(whole.width(), FEWEST_LETTERS * self.fontMetrics().averageCharWidth()), whole.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all words in a tip where not all fit."""
        super().resizeEvent(event)
        self.setToolTip("" if self.shown == self._words else tip(self._words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button with what fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = button_text(self.shown)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
