"""The quiet line below a list that says from which library all of it is, and who published it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class OriginLine(QLabel):
    """Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str) -> None:
        """Show these words; "" hides the line."""
        self.setText(text)
        self.setVisible(bool(text))
