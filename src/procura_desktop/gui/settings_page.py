"""Settings: the look and the size of the text."""

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLabel, QRadioButton, QSlider, QVBoxLayout, QWidget

from procura_desktop.gui.headings import heading
from procura_desktop.gui.theme import ThemeName

SMALLEST, LARGEST, STEP = 80, 200, 10


class SettingsPage(QWidget):
    """Every change takes effect at once and is kept."""

    theme_chosen = Signal(str)
    text_scale_chosen = Signal(int)  # per cent

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes: dict[ThemeName, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._scale = QSlider(Qt.Orientation.Horizontal)
        self._scale.setRange(SMALLEST // STEP, LARGEST // STEP)
        self._scale.setPageStep(1)
        self._scale.setMaximumWidth(360)
        self._scale.setAccessibleName(self.tr("Size of the text in per cent"))
        self._scale_text = QLabel()
        self._scale_label = QLabel(self.tr("&Size of the text"))
        self._scale_label.setBuddy(self._scale)
        self._places = QLabel()
        self._places.setProperty("role", "muted")
        self._places.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Settings"), "h1"))
        layout.addLayout(self._form())
        layout.addSpacing(16)
        layout.addWidget(self._places)
        layout.addStretch(1)

        self._scale.valueChanged.connect(self._say_scale)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(14)
        form.setHorizontalSpacing(24)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        themes = QWidget()
        column = QVBoxLayout(themes)
        column.setContentsMargins(0, 0, 0, 0)
        for name, text in self._theme_texts().items():
            button = QRadioButton(text)
            button.toggled.connect(lambda on, name=name: self.theme_chosen.emit(name) if on else None)
            self._themes[name] = button
            self._group.addButton(button)
            column.addWidget(button)
        form.addRow(QLabel(self.tr("Colours")), themes)
        form.addRow(self._scale_label, self._scale)
        form.addRow(QLabel(), self._scale_text)
        return form

    def _theme_texts(self) -> dict[ThemeName, str]:
        texts: dict[ThemeName, str] = {
            "system": self.tr("As the computer is set"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        return {name: texts[name] for name in get_args(ThemeName)}

    def show_settings(self, theme: ThemeName, text_scale: int, places: str) -> None:
        """Show what is set, without setting it again."""
        self.blockSignals(True)
        self._themes[theme].setChecked(True)
        self._scale.setValue(round(text_scale / STEP))
        self._scale_text.setText(self.tr("{percent} %").format(percent=text_scale))
        self._places.setText(places)
        self.blockSignals(False)

    def _say_scale(self, tenths: int) -> None:
        self._scale_text.setText(self.tr("{percent} %").format(percent=tenths * STEP))
        self.text_scale_chosen.emit(tenths * STEP)
