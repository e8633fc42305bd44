"""The narrow navigation at the left: a button a place, words beside each icon."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.gui.icons import icon
from procura_desktop.gui.places import PlaceName
from procura_desktop.gui.theme import Colours

SIDE = 10  # pixels left and right of the buttons
_KEYS = Qt.Key
_PRESS = frozenset({_KEYS.Key_Return, _KEYS.Key_Enter})
_ARROWS = {_KEYS.Key_Up: -1, _KEYS.Key_Down: 1, _KEYS.Key_Left: 0, _KEYS.Key_Right: 0}


class PlaceButton(QToolButton):
    """A button of the navigation: arrows go on to others and open nothing, Enter and Space open.

    Qt presses each button of an exclusive group that an arrow comes to; here that would open every page on
    the way, while a person hears where they are and means only the last.
    """

    step_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, as on Space; leave moving to the navigation."""
        key = Qt.Key(event.key())
        if key in _PRESS:
            self.click()
        elif key in _ARROWS:
            self.step_wanted.emit(_ARROWS[key])
        else:
            super().keyPressEvent(event)


class Navigation(QScrollArea):
    """Buttons for the places of the program; it scrolls where the window is low or the text large."""

    place_chosen = Signal(str)  # a PlaceName

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._buttons: dict[PlaceName, PlaceButton] = {}
        self._group = QButtonGroup(self)
        self._title = QLabel(self.tr("Procura"))
        self._title.setProperty("role", "h2")
        self._inner = QWidget()
        self._inner.setObjectName("navigationInner")
        self._age = QLabel()
        self._age.setTextFormat(Qt.TextFormat.PlainText)
        self._age.setContentsMargins(10, 0, 0, 0)
        self._age.hide()

        layout = QVBoxLayout(self._inner)
        layout.setContentsMargins(SIDE, 16, SIDE, 14)
        layout.setSpacing(3)
        layout.addWidget(self._title)
        layout.addSpacing(10)
        for name, text, tip in self._upper():
            layout.addWidget(self._button(name, text, tip))
        layout.addStretch(1)
        for name, text, tip in self._lower():
            layout.addWidget(self._button(name, text, tip))
        layout.addSpacing(4)
        layout.addWidget(self._age)
        self.setWidget(self._inner)

    def _upper(self) -> tuple[tuple[PlaceName, str, str], ...]:
        return (
            ("home", self.tr("Home"), self.tr("Product groups, and what you read last (Ctrl+1)")),
            ("search", self.tr("Search"), self.tr("Everything that matches what you type (Ctrl+2)")),
            ("guidance", self.tr("Guidance"), self.tr("How to do it, step by step (Ctrl+3)")),
            ("criteria", self.tr("Criteria"), self.tr("Requirements for each product group (Ctrl+4)")),
            ("cases", self.tr("Cases"), self.tr("What other buyers did (Ctrl+5)")),
            ("glossary", self.tr("Glossary"), self.tr("The words of the field (Ctrl+6)")),
            (
                "procurements",
                self.tr("My procurements"),
                self.tr("Your purchases: chosen criteria, figures, documents (Ctrl+7)"),
            ),
        )

    def _lower(self) -> tuple[tuple[PlaceName, str, str], ...]:
        return (
            ("updates", self.tr("Updates"), self.tr("How old your library is, and newer editions")),
            ("settings", self.tr("Settings"), self.tr("Colours and size of the text")),
            ("manual", self.tr("Manual"), self.tr("How to use this program (F1)")),
        )

    def _button(self, name: PlaceName, text: str, tip: str) -> PlaceButton:
        button = PlaceButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(text)
        button.setAccessibleDescription(tip)
        button.clicked.connect(lambda: self.place_chosen.emit(name))
        button.step_wanted.connect(lambda steps: self._step(button, steps))
        self._buttons[name] = button
        self._group.addButton(button)
        return button

    def name_of(self, place: PlaceName) -> str:
        """Give the words on the button of a place.

        Raises:
            KeyError: it has none.
        """
        return self._buttons[place].text()

    def hide_places(self, names: Collection[str]) -> None:
        """Take away the buttons of these places; a name that has none is passed over."""
        for name, button in self._buttons.items():
            button.setVisible(name not in names)
        self._fit()

    def set_colours(self, colours: Colours) -> None:
        """Tint the icons."""
        size = self.fontMetrics().height() + 2
        names = {"manual": "help"}
        for name, button in self._buttons.items():
            tinted = icon(
                names.get(name, name), colours.nav_text, size=size, checked=colours.nav_selected_text
            )
            button.setIcon(tinted)
            button.setIconSize(QSize(size, size))
        self._fit()

    def _fit(self) -> None:
        """Be as wide as the longest word, and as the scroll bar where there is one."""
        wanted = self._inner.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width() if wanted.height() > self.height() else 0
        width = max(wanted.width(), self._width_when_marked()) + bar
        if not width == self.minimumWidth() == self.maximumWidth():
            self.setFixedWidth(width)
        layout, room = self._inner.layout(), self._inner.contentsRect()
        if layout is not None and layout.geometry() != room:
            # It missed that it was resized while it was first shown (seen with Qt 6.11). To lay it out anew
            # each time would ask for a layout, and so for this, without end.
            layout.setGeometry(room)

    def _width_when_marked(self) -> int:
        """Give the width that the widest button takes once it is marked and its words are bold."""
        widest = 0
        for button in self._buttons.values():
            bold = button.font()
            bold.setWeight(QFont.Weight.DemiBold)
            more = QFontMetrics(bold).horizontalAdvance(button.text())
            more -= button.fontMetrics().horizontalAdvance(button.text())
            widest = max(widest, button.sizeHint().width() + (0 if button.isChecked() else more))
        return widest + 2 * SIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar where it is needed."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Take another width when the text grows or shrinks."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and hasattr(self, "_inner"):
            self._fit()
        return done

    def set_age(self, text: str, *, old: bool) -> None:
        """Say of when the library is, always in sight."""
        self._age.setText(text)
        self._age.setProperty("role", "old" if old else "age")
        self._age.setVisible(bool(text))

    def set_place(self, name: PlaceName) -> None:
        """Mark the place that is shown; one without a button leaves none marked."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
        elif (marked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            marked.setChecked(False)
            self._group.setExclusive(True)

    def _step(self, button: PlaceButton, steps: int) -> None:
        """Move the keyboard on among the places; it stays at the first and at the last."""
        shown = [one for one in self._buttons.values() if one.isVisible()]
        there = shown[max(0, min(len(shown) - 1, shown.index(button) + steps))]
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(there)

    def focus_first(self) -> None:
        """Put the keyboard on the marked place."""
        marked = self._group.checkedButton() or self._buttons["home"]
        marked.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(marked)
