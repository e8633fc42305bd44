"""Asking into which procurement criteria are to go."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.fields import ChoiceField, Labelled
from procura_desktop.workspace.procurements import ProcurementEntry

NEW = ""


class WhereDialog(QDialog):
    """A list of procurements, and a new one."""

    def __init__(
        self, title: str, entries: Sequence[ProcurementEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        choices = [(entry.id, entry.title or self.tr("Without a title")) for entry in entries]
        self._where = ChoiceField(self.tr("Procurement"), [*choices, (NEW, self.tr("A new procurement"))])
        self._buttons = QDialogButtonBox()
        go_on = self._buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setProperty("role", "primary")
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(14)
        layout.addWidget(heading(title, "h2"))
        layout.addWidget(Labelled(self.tr("Into which procurement?"), self._where))
        layout.addWidget(self._buttons)
        self.setMinimumWidth(420)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    @property
    def procurement(self) -> str:
        """The id of the procurement; "" is a new one."""
        return str(self._where.currentData())
