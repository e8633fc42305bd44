"""The part of Settings about the person's own data: where they are, backups, and a file of all of it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGroupBox, QPushButton, QVBoxLayout, QWidget

from procura_desktop.gui.boxes import row, words


class DataBox(QGroupBox):
    """Says what there is, and asks for what is wanted."""

    backup_wanted = Signal()
    way_back_wanted = Signal()
    save_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Your data"))
        self._where = words()
        self._last = words()
        self._why = words(
            self.tr(
                "A backup is made every day that you use the program; the last ten are kept. A file of "
                "everything is for another computer or a colleague: what is not there yet is taken in."
            )
        )
        self._why.setProperty("role", "muted")
        self._now = QPushButton(self.tr("Back up now"))
        self._back = QPushButton(self.tr("Go back to a backup…"))
        self._save = QPushButton(self.tr("Save everything to a file…"))
        self._take = QPushButton(self.tr("Take in a file…"))
        self._files = row(self._save, self._take)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (
            self._where,
            self._last,
            row(self._now, self._back),
            self._files,
            self._why,
        ):
            column.addWidget(widget)

        self._now.clicked.connect(self.backup_wanted)
        self._back.clicked.connect(self.way_back_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._take.clicked.connect(self.take_wanted)

    def show_data(self, workspace: Path, folder: Path, *, keeps: bool) -> None:
        """Show where the data and their backups are; `keeps` False: nothing is written there just now."""
        text = self.tr("{workspace}\nBackups: {folder}").format(workspace=workspace, folder=folder)
        self._where.setText(text)
        self._now.setEnabled(keeps)
        self._back.setEnabled(keeps)
        if not keeps:
            self._last.setText(self.tr("Nothing is kept just now, so there is nothing to back up."))

    def allow_files(self, *, allowed: bool) -> None:
        """Offer files of everything, unless the organisation does not want procurements to be seen."""
        self._files.setVisible(allowed)

    def show_last(self, text: str) -> None:
        """Show when the last backup was made."""
        self._last.setText(text)
