"""What stands beside a list while nothing is chosen: what this place is, and the keys that lead on."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from procura_desktop.gui.headings import heading


@dataclass(frozen=True, slots=True)
class Notice:
    """The words of a placard.

    Attributes:
        text: what this place is for, in a sentence or two.
        count: how much there is, in words; "" leaves it out.
        tips: (what to type or press, what it does).
    """

    title: str
    text: str
    count: str = ""
    tips: tuple[tuple[str, str], ...] = ()


class Placard(QScrollArea):
    """A quiet card in the empty half of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._notice: Notice | None = None

    def set_notice(self, notice: Notice) -> None:
        """Show these words."""
        if notice == self._notice:
            return
        self._notice = notice
        card = QFrame()
        card.setObjectName("placard")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(32, 28, 24, 24)
        layout.setSpacing(8)
        layout.addWidget(heading(notice.title, "h2"))
        layout.addWidget(_words(notice.text))
        if notice.count:
            layout.addWidget(_words(notice.count, role="muted"))
        layout.addSpacing(14)
        layout.addLayout(_tips(notice.tips))
        layout.addStretch(1)
        self.setWidget(card)


def _words(text: str, *, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def _tips(tips: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    for row, (key, meaning) in enumerate(tips):
        cap = QLabel(key)
        cap.setTextFormat(Qt.TextFormat.PlainText)
        cap.setProperty("role", "key")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_words(meaning, role="muted"), row, 1)
    return grid
