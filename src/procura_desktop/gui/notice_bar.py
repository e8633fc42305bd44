"""A calm line below the search field: something to know that does not stop the work."""

from collections.abc import Callable

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
        self._offer = QPushButton()
        self._offer.hide()
        self._offered: Callable[[], object] | None = None
        self._close = QPushButton(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this notice"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

        self._offer.clicked.connect(self._take_offer)
        self._close.clicked.connect(self._leave)
        self._close.clicked.connect(self.dismissed)

    def tell(self, text: str) -> None:
        """Show a text, below one that is still shown, and let a screen reader say it; an offer gives way."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        before = self._text.text() if not self.isHidden() and self._offered is None else ""
        self._offered = None
        self._offer.hide()
        self._text.setText(f"{before}\n\n{text}" if before else text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def offer(self, text: str, words: str, run: Callable[[], object]) -> None:
        """Show a text with a button beside "Close": one offer at a time, and it can be taken once."""
        self.tell(text)
        self._offer.setText(words)
        self._offered = run
        self._offer.show()

    def _take_offer(self) -> None:
        run = self._offered
        self._leave()
        if run is not None:
            run()

    def _leave(self) -> None:
        self._offered = None
        self._offer.hide()
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()
