"""The bar at the foot of the reader: where a link leads before it is opened, and short messages.

No page is ever opened in the browser by a click in the text alone.
"""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

BREAK = "\u200b"  # lets a long address wrap


class FootBar(QFrame):
    """Hidden until it has something to say. Escape or Cancel hides it again."""

    web_requested = Signal(str)
    copied = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._title = QLabel()
        self._text = QLabel()
        self._open = QPushButton(self.tr("Open in browser"))
        self._copy = QPushButton(self.tr("Copy address"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._place_children()

        self._open.clicked.connect(self._choose)
        self._copy.clicked.connect(self._copy_address)
        self._cancel.clicked.connect(self.close_bar)
        self.hide()

    def _place_children(self) -> None:
        self.setObjectName("card")
        self.setAutoFillBackground(True)
        self._title.setProperty("role", "title")
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._open, self._copy, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(buttons)

    def ask(self, url: QUrl) -> None:
        """Show where a link leads; the host is written as the network sees it."""
        self._address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        mail = url.scheme() == "mailto"
        self._title.setText(self.tr("This writes to") if mail else self.tr("This leads to the web"))
        self._open.setText(self.tr("Open in mail program") if mail else self.tr("Open in browser"))
        self._text.setText(_breakable(self._address))
        self._text.setAccessibleName(self._address)
        self._cancel.setText(self.tr("Cancel"))
        self._show(asking=True)
        self._open.setFocus(Qt.FocusReason.PopupFocusReason)

    def tell(self, text: str) -> None:
        """Show a short message without taking the keyboard."""
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._cancel.setText(self.tr("Close"))
        self._show(asking=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _show(self, *, asking: bool) -> None:
        for widget in (self._title, self._open, self._copy):
            widget.setVisible(asking)
        self.setAccessibleName(self._text.accessibleName())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _choose(self) -> None:
        self.close_bar()
        self.web_requested.emit(self._address)

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.copied.emit(self._address)

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()


def _breakable(address: str) -> str:
    for sign in "/?&=#":
        address = address.replace(sign, sign + BREAK)
    return address
