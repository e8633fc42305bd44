"""The narrow navigation at the left: a button a place, words beside each icon."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from procura_desktop.gui.icons import icon
from procura_desktop.gui.places import PlaceName
from procura_desktop.gui.theme import Colours


class Navigation(QFrame):
    """Buttons for the places of the program."""

    place_chosen = Signal(str)  # a PlaceName

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._buttons: dict[PlaceName, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._title = QLabel(self.tr("Procura"))
        self._title.setProperty("role", "h2")
        self._foot = QLabel()
        self._foot.setObjectName("navigationFoot")
        self._foot.setWordWrap(True)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 16, 10, 14)
        layout.setSpacing(3)
        layout.addWidget(self._title)
        layout.addSpacing(10)
        for name, text in self._upper():
            layout.addWidget(self._button(name, text))
        layout.addStretch(1)
        for name, text in self._lower():
            layout.addWidget(self._button(name, text))
        layout.addSpacing(8)
        layout.addWidget(self._foot)

    def _upper(self) -> tuple[tuple[PlaceName, str], ...]:
        return (
            ("home", self.tr("Home")),
            ("search", self.tr("Search")),
            ("guidance", self.tr("Guidance")),
            ("criteria", self.tr("Criteria")),
            ("cases", self.tr("Cases")),
            ("glossary", self.tr("Glossary")),
        )

    def _lower(self) -> tuple[tuple[PlaceName, str], ...]:
        return (("settings", self.tr("Settings")), ("manual", self.tr("Manual")))

    def _button(self, name: PlaceName, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.place_chosen.emit(name))
        self._buttons[name] = button
        self._group.addButton(button)
        return button

    def set_colours(self, colours: Colours) -> None:
        """Tint the icons."""
        size = self.fontMetrics().height() + 2
        names = {"manual": "help"}
        for name, button in self._buttons.items():
            button.setIcon(icon(names.get(name, name), colours.nav_text, size=size))
            button.setIconSize(QSize(size, size))

    def set_place(self, name: PlaceName) -> None:
        """Mark the place that is shown."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def set_foot(self, text: str) -> None:
        """Say at the foot which library is read."""
        self._foot.setText(text)

    def focus_first(self) -> None:
        """Put the keyboard on the marked place."""
        marked = self._group.checkedButton() or self._buttons["home"]
        marked.setFocus(Qt.FocusReason.ShortcutFocusReason)
