"""The computers on the local network that offer a library, for a list."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ADDRESS = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class NeighbourModel(QAbstractListModel):
    """Words for each, and its address as data."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, str], ...] = ()

    def set_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Show these, as (words, address)."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Give how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Give the words or the address."""
        if not index.isValid():
            return None
        words, address = self._rows[index.row()]
        if role == ADDRESS:
            return address
        return words if role == Qt.ItemDataRole.DisplayRole else None
