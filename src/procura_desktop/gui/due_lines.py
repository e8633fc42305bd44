"""What waits for the person, in a few lines: the first of them, and the others when they are asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from procura_desktop.gui.headings import heading
from procura_desktop.gui.link_button import LinkButton

AT_FIRST = 2


class DueLines(QFrame):
    """A heading with links under it; hidden while nothing waits."""

    chosen = Signal(str)  # as `parse_place` reads it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("due")
        self._lines: tuple[tuple[str, str], ...] = ()
        self._open = False
        self._buttons: list[LinkButton] = []
        self._more = LinkButton("")
        self._more.hide()
        title = heading(self.tr("Waiting for you"), "h3")
        title.setContentsMargins(6, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(0)
        self._column.addWidget(title)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._more)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)
        self.hide()

        self._more.clicked.connect(self._open_all)

    def set_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Show these, each a place and its words; the same ones again change nothing."""
        if lines == self._lines:
            return
        self._lines = lines
        self._fill()
        self.setVisible(bool(lines))

    def _open_all(self) -> None:
        self._open = True
        self._fill()
        self._buttons[AT_FIRST].setFocus()

    def _fill(self) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        shown = self._lines if self._open or len(self._lines) == AT_FIRST + 1 else self._lines[:AT_FIRST]
        self._buttons = [self._button(at, *line) for at, line in enumerate(shown)]
        left = len(self._lines) - len(shown)
        self._more.set_words(self.tr("and %n more", "", left))
        self._more.setVisible(left > 0)
        self._more.raise_()  # to the end of the children, for the Tab key goes in their order

    def _button(self, at: int, place: str, words: str) -> LinkButton:
        button = LinkButton(words)
        button.clicked.connect(lambda: self.chosen.emit(place))
        self._column.insertWidget(1 + at, button)
        button.show()  # at once: the keyboard may go to it
        return button
