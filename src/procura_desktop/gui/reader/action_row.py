"""A row of quiet buttons with words; those that find no room go into a menu called "More"."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QStyle, QToolButton, QWidget

MARGIN = 10
SPACING = 2
MENU_SIGN = """
QToolButton[popupMode="2"] { padding-right: 20px; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
"""


class ActionRow(QWidget):
    """Shows actions in order of importance; the last ones leave first."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = tuple(actions)
        self._buttons = [self._button(action) for action in actions]
        self._menu = QMenu(self)
        self._more = QToolButton(self)
        self._more.setText(self.tr("More"))
        self._more.setAccessibleName(self.tr("More actions"))
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setAutoRaise(True)
        self.setAccessibleName(self.tr("Actions for this text"))
        self.setStyleSheet(MENU_SIGN)

        for action in actions:
            action.changed.connect(self.arrange)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        if action.menu() is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoRaise(True)
        return button

    def sizeHint(self) -> QSize:
        """Ask for room for all buttons."""
        return QSize(self._width(self._wanted()), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with the menu alone."""
        more = self._more.sizeHint()
        return QSize(more.width() + 2 * MARGIN, more.height() + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as fit."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the buttons; put the rest into the menu."""
        wanted = self._wanted()
        shown = list(wanted)
        while shown and self._width(shown) + (self._menu_width() if shown != wanted else 0) > self.width():
            shown.pop()
        left = MARGIN
        for button in self._buttons:
            button.setVisible(button in shown)
        for button in shown:
            left = self._put(button, left)
        self._fill_menu(wanted[len(shown) :])
        self._more.setVisible(shown != wanted)
        self._put(self._more, left)

    def _wanted(self) -> list[QToolButton]:
        pairs = zip(self._actions, self._buttons, strict=True)
        return [button for action, button in pairs if action.isVisible()]

    def _width(self, buttons: Sequence[QToolButton]) -> int:
        return sum(button.sizeHint().width() + SPACING for button in buttons) + 2 * MARGIN

    def _menu_width(self) -> int:
        return self._more.sizeHint().width() + SPACING

    def _put(self, button: QToolButton, left: int) -> int:
        size = button.sizeHint()
        place = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
        button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        return left + size.width() + SPACING

    def _fill_menu(self, hidden: Sequence[QToolButton]) -> None:
        self._menu.clear()
        for button in hidden:
            self._menu.addAction(button.defaultAction())
