"""The bar above every page: back, forward and the one search field."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from procura_desktop.gui.icons import icon
from procura_desktop.gui.theme import Colours

MAGNIFIER_ROOM = 8
ROOMY_LETTERS = 52  # in fewer, back and forward are arrows alone, so that the field shows what is typed


class SearchField(QLineEdit):
    """The field itself: Down leaves it for the list, Escape empties it.

    Its magnifier is a label, since the icon of an action in a line keeps one size whatever the text has.
    """

    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.magnifier = QLabel(self)
        self.magnifier.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._offer_clearing)

    def _offer_clearing(self) -> None:
        """Have the button that empties the field from the first letter on: its icon takes long to find."""
        if not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)

    def set_magnifier(self, picture: QIcon, size: int) -> None:
        """Show the picture at the size of the text."""
        self.magnifier.setPixmap(picture.pixmap(size, size))
        self.magnifier.resize(size, size)
        self.setTextMargins(size + MAGNIFIER_ROOM, 0, 0, 0)
        self._place_magnifier()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the magnifier in the middle of the line's beginning."""
        super().resizeEvent(event)
        self._place_magnifier()

    def _place_magnifier(self) -> None:
        width = self.magnifier.width()
        left = self.width() - width - MAGNIFIER_ROOM if self.isRightToLeft() else MAGNIFIER_ROOM
        self.magnifier.move(left, (self.height() - self.magnifier.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Treat the two keys, leave the others to Qt."""
        if event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """Back, forward, search."""

    back_chosen = Signal()
    forward_chosen = Signal()
    typed = Signal(str)
    entered = Signal(str)  # Enter was pressed in the field
    list_wanted = Signal()  # Down was pressed in the field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = self._button(self.tr("Back"), self.tr("Back (Alt+Left)"))
        self._forward = self._button(self.tr("Forward"), self.tr("Forward (Alt+Right)"))
        self.field = SearchField()
        self.field.setPlaceholderText(self.tr("Search guidance, criteria and cases (Ctrl+K)"))
        self.field.setAccessibleName(self.tr("Search the library"))
        self.field.setAccessibleDescription(
            self.tr("Results come while you type. Enter opens the best one, Down goes to the list.")
        )
        self.field.setToolTip(self.tr("Search from anywhere: Ctrl+K"))

        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 6)
        layout.setSpacing(4)
        layout.addWidget(self._back)
        layout.addWidget(self._forward)
        layout.addSpacing(8)
        layout.addWidget(self.field, 1)

        self._back.clicked.connect(self.back_chosen)
        self._forward.clicked.connect(self.forward_chosen)
        self.field.textEdited.connect(self.typed)
        self.field.list_wanted.connect(self.list_wanted)
        self.field.returnPressed.connect(lambda: self.entered.emit(self.field.text()))

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the words beside the arrows where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Do the same when the text grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        styles = Qt.ToolButtonStyle
        roomy = self.width() >= ROOMY_LETTERS * self.fontMetrics().averageCharWidth()
        for button in (self._back, self._forward):
            button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if roomy else styles.ToolButtonIconOnly)

    def set_colours(self, colours: Colours) -> None:
        """Tint the icons."""
        size = self.fontMetrics().height()
        for button, name in ((self._back, "back"), (self._forward, "forward")):
            button.setIcon(icon(name, colours.text, size=size))
            button.setIconSize(QSize(size, size))
        self.field.set_magnifier(icon("search", colours.muted, size=size), size)

    def set_way(self, *, back: bool, forward: bool) -> None:
        """Say whether there is a place behind and ahead."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def set_text(self, text: str) -> None:
        """Show what is searched, without searching again."""
        if self.field.text() != text:
            self.field.setText(text)

    def focus_field(self) -> None:
        """Put the keyboard into the field, its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
