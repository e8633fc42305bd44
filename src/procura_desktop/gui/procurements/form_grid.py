"""Fields in two columns where there is room, in one where there is not."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

TWO_COLUMNS_LETTERS = 68


class FormGrid(QWidget):
    """Places fields in the order in which they were added; a wide one takes a line of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[tuple[QWidget, bool]] = []
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 2)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(12)

    def add(self, field: QWidget, *, wide: bool = False) -> None:
        """Add a field at the end."""
        self._grid.addWidget(field, len(self._fields), 0)
        self._fields.append((field, wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between one column and two."""
        super().resizeEvent(event)
        roomy = self.width() >= TWO_COLUMNS_LETTERS * self.fontMetrics().averageCharWidth()
        self._place(2 if roomy else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for field, wide in self._fields:
            self._grid.removeWidget(field)
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, columns if wide else 1)
            column += columns if wide else 1
            if column >= columns:
                row, column = row + 1, 0
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
