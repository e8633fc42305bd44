"""A box to choose from: its arrow is drawn in the colour of the text, its words end in an ellipsis."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

LEAST_LETTERS = 12


class ChoiceBox(QComboBox):
    """A combo box that may be narrower than its longest entry."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters only."""
        letters = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(letters + 2 * self.fontMetrics().height(), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the words as far as they fit, and the arrow."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        arrow = self.fontMetrics().height() * 0.6
        room = self.width() - int(2.6 * arrow) - 26
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), max(1.6, arrow / 6)))
        right, middle = self.width() - arrow * 1.1, self.height() / 2
        painter.drawPolyline(
            [
                QPointF(right - arrow, middle - arrow / 4),
                QPointF(right - arrow / 2, middle + arrow / 4),
                QPointF(right, middle - arrow / 4),
            ]
        )
