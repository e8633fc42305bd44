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
        self._passing = False
        self.hide()

        self._offer.clicked.connect(self._take_offer)
        self._close.clicked.connect(self._leave)
        self._close.clicked.connect(self.dismissed)

    def tell(self, text: str) -> None:
        """Show a text, below one that is still shown, and let a screen reader say it; an offer gives way."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        gone = self.isHidden() or self._offered is not None or self._passing
        before = "" if gone else self._text.text()
        self._passing = False
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

    def mention(self, text: str) -> None:
        """Show a text that is of no more interest once the person has gone elsewhere."""
        alone = self.isHidden() or self._passing
        self.tell(text)
        self._passing = alone  # beside something that must be read, it stays with it

    def pass_by(self) -> None:
        """Take away what was only mentioned."""
        if self._passing:
            self._passing = False
            self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()
