"""A calm line below the search field: something to know that does not stop the work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class NoticeBar(QFrame):
    """Shows one notice at a time; hidden while there is none."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setWordWrap(True)
        self._close = QPushButton(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this notice"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.dismissed)

    def tell(self, text: str) -> None:
        """Show a text, below one that is still shown, and let a screen reader say it."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        before = self._text.text() if not self.isHidden() else ""
        self._text.setText(f"{before}\n\n{text}" if before else text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()
