"""Product groups as tiles."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from procura_desktop.gui.origins import Origins
from procura_desktop.gui.words import tip
from procura_desktop.library.read import Brief


class GroupTile(QPushButton):
    """One product group: title and how much there is."""

    def __init__(
        self, title: str, text: str, *, whose: str = "", origin: str = "", parent: QWidget | None = None
    ) -> None:
        """Take the words: `whose` stands in a quiet line, `origin` is said in a tool tip; see `Card`."""
        super().__init__(parent)
        self.setProperty("role", "tile")
        self.setAccessibleName(", ".join(filter(None, (title, text, whose))))
        self.setAccessibleDescription(origin)
        self.setToolTip(tip(origin))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._title = QLabel(title)
        self._title.setProperty("role", "title")
        self._text = QLabel(text)
        self._text.setProperty("role", "muted")
        self._whose = QLabel(whose)
        self._whose.setProperty("role", "muted")
        self._whose.setVisible(bool(whose))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(3)
        for label in (self._title, self._text, self._whose):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        layout.addStretch(1)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that title and text need."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 60

    def resizeEvent(self, event: object) -> None:
        """Keep the text inside."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt hands over its own event
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))
            layout.update()  # what was laid out before the letters grew has too little room


class GroupTiles(QWidget):
    """All product groups, as many side by side as fit."""

    group_chosen = Signal(str)
    TILE_WIDTH_IN_LETTERS = 30

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._tiles: list[GroupTile] = []
        self._columns = 0

    def set_groups(self, groups: tuple[Brief, ...], origins: Origins) -> None:
        """Show these groups, each with whose it is."""
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self._tiles = [self._tile(group, origins) for group in groups]
        self._columns = 0
        self._arrange()

    def _tile(self, group: Brief, origins: Origins) -> GroupTile:
        whose, origin = origins.mention(group.library, on=""), origins.sentence(group.library)
        tile = GroupTile(group.title, group.summary, whose=whose, origin=origin)
        tile.clicked.connect(lambda: self.group_chosen.emit(group.id))
        return tile

    def resizeEvent(self, event: object) -> None:
        """Place the tiles anew where another number fits."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt hands over its own event
        self._arrange()

    def _arrange(self) -> None:
        width = self.TILE_WIDTH_IN_LETTERS * self.fontMetrics().averageCharWidth()
        columns = max(1, min(3, self.width() // max(1, width)))
        if columns == self._columns:
            return
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
