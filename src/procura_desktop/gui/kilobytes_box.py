"""A box for a number of kilobytes, or of kilobytes a second, as the settings of updates have them."""

from PySide6.QtWidgets import QSpinBox, QWidget

from procura_desktop.gui.wheel import WheelToPage
from procura_desktop.settings.settings import LARGEST_KILOBYTES


class KilobytesBox(QSpinBox):
    """Takes what the settings take; the unit stands behind the number."""

    def __init__(self, name: str, unit: str, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, LARGEST_KILOBYTES)
        self.setSingleStep(step)
        self.setMinimumWidth(140)
        self.setSuffix(unit)
        self.lineEdit().setTextMargins(8, 0, 8, 0)
        self.lineEdit().setAccessibleName(name)
        self.setAccessibleName(name)
        WheelToPage(self)
