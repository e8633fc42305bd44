"""Criteria: which product group?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from procura_desktop.gui.headings import heading
from procura_desktop.gui.home_page import WIDEST
from procura_desktop.gui.origin_line import OriginLine
from procura_desktop.gui.origins import Origins
from procura_desktop.gui.tiles import GroupTiles
from procura_desktop.library.books import Books


class GroupsPage(QScrollArea):
    """The product groups that have criteria."""

    record_chosen = Signal(str)

    def __init__(self, library: Books, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tiles = GroupTiles()
        origins = Origins(library)
        tiles.set_groups(library.briefs(kind="group"), origins)
        origin = OriginLine()
        origin.say(origins.line_for(""))
        intro = QLabel(
            self.tr("Choose a product group to see its criteria side by side, core and comprehensive.")
        )
        intro.setWordWrap(True)
        intro.setProperty("role", "muted")
        centre = QWidget()
        centre.setObjectName("centre")
        centre.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(24, 14, 24, 24)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("Criteria"), "h1"))
        layout.addWidget(intro)
        layout.addWidget(tiles)
        layout.addWidget(origin)
        layout.addStretch(1)
        self.setWidget(centre)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tiles.group_chosen.connect(self.record_chosen)
