"""A row of chips of which one is chosen; it breaks into further lines where it is narrow."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from procura_desktop.gui.words import button_text


class FlowLayout(QLayout):
    """Lays widgets out like words in a paragraph."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and give an item, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the lines need."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Ask for no more than the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Give room to the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), item.sizeHint().height()))
            if x + size.width() > rect.right() + 1 and line:
                x, y, line = rect.x(), y + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()


class Chips(QWidget):
    """Buttons of which exactly one is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_chips(self, chips: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show chips (key, text), the key `chosen` pressed; buttons are kept so that the focus stays."""
        keys = [key for key, _ in chips]
        if keys != list(self._buttons):
            self._rebuild(keys)
        for key, text in chips:
            self._buttons[key].setText(button_text(text))
            self._buttons[key].setAccessibleName(text)
        if chosen in self._buttons:
            self._buttons[chosen].setChecked(True)
        self.setVisible(bool(chips))
        self.updateGeometry()

    def _rebuild(self, keys: list[str]) -> None:
        inside = self.window().focusWidget()  # also while a dialog has the keyboard, which comes back then
        focused = next((key for key, button in self._buttons.items() if button is inside), None)
        gone = tuple(self._buttons.values())
        for button in gone:
            self._group.removeButton(button)
            self._flow.removeWidget(button)
        self._buttons = {key: self._chip(key) for key in keys}
        if focused in self._buttons:
            self._buttons[focused].setFocus()
        for button in gone:
            button.hide()  # or it is seen, and spoken of, beside the new ones until it is deleted
            button.deleteLater()

    def _chip(self, key: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._flow.addWidget(button)
        button.installEventFilter(self)
        button.show()
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Left and Right go on to the next line too: Qt looks for a neighbour in the same one only."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        buttons = list(self._buttons.values())
        at = next((place for place, button in enumerate(buttons) if button is watched), -1)
        wanted = at + (-step if self.isRightToLeft() else step)
        if at >= 0 and 0 <= wanted < len(buttons):
            buttons[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            buttons[wanted].click()
        return True


class Offers(QWidget):
    """A line of at most a few buttons that each do something; they are made once and only renamed."""

    chosen = Signal(str)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._buttons = [QPushButton() for _ in range(most)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for number, button in enumerate(self._buttons):
            button.setProperty("role", "chip")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self._choose, number))
            layout.addWidget(button)
        layout.addStretch(1)
        self.hide()

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._keys[number])

    def set_offers(self, offers: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, text), as many as there are buttons."""
        self._keys = [key for key, _ in offers]
        for number, button in enumerate(self._buttons):
            if number < len(offers):
                button.setText(button_text(offers[number][1]))
            button.setVisible(number < len(offers))
        self.setVisible(bool(offers))
