"""The wheel of the mouse scrolls the page; it never changes a value that happens to lie under it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WheelToPage(QObject):
    """Keeps the wheel from a control and hands it to what the control stands in."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        control.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let an ignored wheel go up to the page that scrolls."""
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True
