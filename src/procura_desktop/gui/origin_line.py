"""The quiet line below a list that says from which library all of it is, and who published it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from procura_desktop.gui.words import tip


class OriginLine(QLabel):
    """Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str, *, short: str = "") -> None:
        """Show these words, or the short ones where a list is narrow; "" hides the line."""
        self.setText(short or text)
        self.setAccessibleName(text)
        self.setToolTip(tip(text) if short else "")
        self.setVisible(bool(text))
