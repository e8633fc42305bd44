"""A box to choose from: its arrow is drawn in the colour of the text, its words end in an ellipsis."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from procura_desktop.gui.wheel import WheelToPage

LEAST_LETTERS = 12
EDGE = 1  # left free by the style at both ends of the words
GAP = 8  # between words and arrow


class ChoiceBox(QComboBox):
    """A combo box that may be narrower than its longest entry."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        WheelToPage(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters only."""
        letters = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(letters + 2 * self.fontMetrics().height(), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the words as far as they fit, and the arrow."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        arrow = self.fontMetrics().height() * 0.6
        right, middle = self.width() - arrow * 1.1, self.height() / 2
        self._paint_words(painter, option, end=int(right - arrow) - GAP)
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), max(1.6, arrow / 6)))
        painter.drawPolyline(
            [
                QPointF(right - arrow, middle - arrow / 4),
                QPointF(right - arrow / 2, middle + arrow / 4),
                QPointF(right, middle - arrow / 4),
            ]
        )

    def _paint_words(self, painter: QStylePainter, option: QStyleOptionComboBox, *, end: int) -> None:
        """Paint the words up to `end`, where the style would leave more room for an arrow of its own."""
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.rect = option.rect.adjusted(0, 0, end - field.right(), 0)
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, end - field.left() - 2 * EDGE
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
