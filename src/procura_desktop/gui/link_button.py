"""A link as a button: its text breaks into lines, so that nothing of it is cut off."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

PADDING = 6


class LinkButton(QPushButton):
    """Takes the width it is given and the height that its lines need."""

    def __init__(self, text: str, parent: QWidget | None = None, *, anywhere: bool = False) -> None:
        super().__init__(parent)
        self._words = text
        wrap = Qt.TextFlag.TextWrapAnywhere if anywhere else Qt.TextFlag.TextWordWrap
        self._flags = int(wrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
        self.setProperty("role", "link")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self._words) + 2 * PADDING + 8, metrics.lineSpacing() + 2 * PADDING
        )

    def minimumSizeHint(self) -> QSize:
        """Accept a narrow column."""
        metrics = self.fontMetrics()
        return QSize(12 * metrics.averageCharWidth(), metrics.lineSpacing() + 2 * PADDING)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the lines need."""
        box = QRect(0, 0, max(1, width - 2 * PADDING), 10_000)
        return self.fontMetrics().boundingRect(box, self._flags, self._words).height() + 2 * PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame as a button without words has it, then the words in the colour of links."""
        super().paintEvent(event)
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(self.palette().link().color())
        painter.drawText(self.rect().adjusted(PADDING, PADDING, -PADDING, -PADDING), self._flags, self._words)
