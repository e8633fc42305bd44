"""A small frame that explains a word of the glossary where it stands."""

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from procura_desktop.gui.reader.glossary import Word

LETTERS = 46
LINGER_MS = 300
GAP = 4


class TermPopup(QFrame):
    """Title, definition, and a button that opens the term. Escape or leaving it with the mouse closes it."""

    open_chosen = Signal(str)  # id of the term
    closed = Signal()  # by the keyboard: the focus should go back

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._id = ""
        self._linger = QTimer(self, singleShot=True, interval=LINGER_MS)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._definition = QLabel()
        self._definition.setWordWrap(True)
        self._origin = QLabel()
        self._origin.setWordWrap(True)
        self._origin.setProperty("role", "muted")
        for label in (self._title, self._definition, self._origin):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._open = QPushButton(self.tr("Open"))
        self.setObjectName("card")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)

        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(14, 10, 14, 12)
        self._rows.addWidget(self._title)
        self._rows.addWidget(self._definition)
        self._rows.addWidget(self._origin)
        self._rows.addLayout(buttons)

        self._open.clicked.connect(self._choose)
        self._linger.timeout.connect(self.hide)
        self.hide()

    def explain(self, word: Word, beside: QRect, *, origin: str = "", focus: bool) -> None:
        """Show a word under the rectangle `beside` of the parent; `focus` moves the keyboard into it.

        `origin` says whose the explanation is.
        """
        self._linger.stop()
        self._id = word.id
        self._title.setText(word.title)
        self._definition.setText(word.definition)
        self._open.setAccessibleName(self.tr("Open {term}").format(term=word.title))
        self.setAccessibleName(word.title)
        self._origin.setText(origin)
        self._origin.setVisible(bool(origin))
        self.setAccessibleDescription(" ".join(filter(None, (word.definition, origin))))
        self._place(beside)
        self.show()
        self.raise_()
        if focus:
            self._open.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close soon, unless the mouse comes in or the keyboard is in it."""
        if not self._open.hasFocus():
            self._linger.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is in it."""
        self._linger.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Close soon after the mouse has left."""
        self.leave()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, and give the keyboard back."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _place(self, beside: QRect) -> None:
        room = self._around.rect().adjusted(8, 8, -8, -8)
        width = min(LETTERS * self.fontMetrics().averageCharWidth(), room.width())
        self.setFixedWidth(width)
        height = self._rows.totalHeightForWidth(width)
        top = beside.bottom() + GAP
        if top + height > room.bottom():
            top = max(room.top(), beside.top() - GAP - height)
        left = max(room.left(), min(beside.left(), room.right() - width))
        self.setGeometry(left, top, width, height)

    def _choose(self) -> None:
        self.hide()
        self.open_chosen.emit(self._id)
