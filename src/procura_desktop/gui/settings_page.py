"""Settings: the look, the size of the text, the network, the person's own data."""

from dataclasses import fields
from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.about_box import AboutBox
from procura_desktop.gui.data_box import DataBox
from procura_desktop.gui.headings import heading
from procura_desktop.gui.network_box import NetworkBox
from procura_desktop.gui.organisation import LockMark
from procura_desktop.gui.theme import ThemeName
from procura_desktop.gui.wheel import WheelToPage
from procura_desktop.settings.rules import Rules
from procura_desktop.settings.settings import Settings

SMALLEST, LARGEST, STEP = 80, 200, 10
WIDEST = 760


class SettingsPage(QScrollArea):
    """Every change takes effect at once and is kept."""

    theme_chosen = Signal(str)
    text_scale_chosen = Signal(int)  # per cent
    chosen = Signal(str, object)  # name of another setting, its value
    place_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._themes: dict[ThemeName, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._scale = QSlider(Qt.Orientation.Horizontal)
        self._scale.setRange(SMALLEST // STEP, LARGEST // STEP)
        self._scale.setPageStep(1)
        WheelToPage(self._scale)
        self._scale.setMaximumWidth(360)
        self._scale.setToolTip(
            self.tr("Arrow keys change the size; Ctrl+Plus and Ctrl+Minus do from anywhere")
        )
        self._scale_text = QLabel()
        self._scale_text.setProperty("role", "title")
        self._places = QLabel()
        self._places.setProperty("role", "muted")
        self._places.setWordWrap(True)
        self._places.setTextFormat(Qt.TextFormat.PlainText)
        self._places.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._keys = QPushButton(self.tr("Show all keys"))
        self._keys.setToolTip(self.tr("The list of keys in the manual (Ctrl+/)"))
        self.network = NetworkBox()
        self.data = DataBox()
        self._theme_mark = LockMark(*self._make_themes())
        self._scale_mark = LockMark(self._scale)
        self.about = AboutBox()
        self._lay_out()

        self.network.chosen.connect(self.chosen)
        self._scale.valueChanged.connect(self._say_scale)
        self._keys.clicked.connect(lambda: self.place_wanted.emit("manual:shortcuts"))

    def _lay_out(self) -> None:
        centre = QWidget()
        centre.setObjectName("centre")
        centre.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(24, 14, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Settings"), "h1"))
        layout.addWidget(self._muted(self.tr("Every change takes effect at once and is kept.")))
        layout.addWidget(self._colours())
        layout.addWidget(self._size())
        layout.addWidget(self.network)
        layout.addWidget(self.data)
        layout.addWidget(self._keyboard())
        layout.addWidget(self._boxed(self.tr("Where your files are"), self._places))
        layout.addWidget(self.about)
        layout.addStretch(1)
        self.setWidget(centre)

    def _muted(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        return label

    def _boxed(self, title: str, *widgets: QWidget) -> QGroupBox:
        box = QGroupBox(title)
        column = QVBoxLayout(box)
        for widget in widgets:
            column.addWidget(widget)
        return box

    def _make_themes(self) -> list[QRadioButton]:
        for name, text in self._theme_texts().items():
            button = QRadioButton(text)
            button.toggled.connect(lambda on, name=name: self.theme_chosen.emit(name) if on else None)
            self._themes[name] = button
            self._group.addButton(button)
        return list(self._themes.values())

    def _colours(self) -> QGroupBox:
        return self._boxed(self.tr("Colours"), *self._themes.values(), self._theme_mark.label)

    def _size(self) -> QGroupBox:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._scale, 1)
        row.addWidget(self._scale_text)
        row.addStretch(1)
        return self._boxed(self.tr("Size of the text"), line, self._scale_mark.label)

    def _keyboard(self) -> QGroupBox:
        words = self._muted(self.tr("Everything works without a mouse."))
        box = self._boxed(self.tr("Keyboard"), words)
        layout = box.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _theme_texts(self) -> dict[ThemeName, str]:
        texts: dict[ThemeName, str] = {
            "system": self.tr("As the computer is set"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        return {name: texts[name] for name in get_args(ThemeName)}

    def show_settings(self, theme: ThemeName, text_scale: int, rules: Rules, places: str) -> None:
        """Show what is set, and what the organisation has set, without setting it again."""
        self.blockSignals(True)
        self._themes[theme].setChecked(True)
        self._scale.setValue(round(text_scale / STEP))
        self._name_scale(text_scale)
        self._places.setText(places)
        self._theme_mark.show_locked(locked=rules.is_locked("theme"))
        self._scale_mark.show_locked(locked=rules.is_locked("text_scale"))
        locked = [field.name for field in fields(Settings) if rules.is_locked(field.name)]
        self.network.show_settings(rules.settings, locked=locked, hidden=rules.policy.features_hidden)
        self.blockSignals(False)

    def _name_scale(self, percent: int) -> None:
        text = self.tr("{percent} %").format(percent=percent)
        self._scale_text.setText(text)
        self._scale.setAccessibleName(self.tr("Size of the text: {percent} %").format(percent=percent))

    def _say_scale(self, tenths: int) -> None:
        self._name_scale(tenths * STEP)
        self.text_scale_chosen.emit(tenths * STEP)
