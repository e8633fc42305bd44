"""Which backup to go back to: when each was made, why, and what it holds."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.errors import ProcuraError, WorkspaceError
from procura_desktop.gui.backup_words import holds_text, moment_text, reason_name
from procura_desktop.gui.boxes import words
from procura_desktop.gui.card import Card
from procura_desktop.gui.card_list import CardView
from procura_desktop.gui.cards import CARD_ROLE, CardModel
from procura_desktop.gui.messages import explain
from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.theme import Colours
from procura_desktop.workspace.backup import Backup, backups

USUAL_SIZE = (640, 520)


class BackupDialog(QDialog):
    """The backups of some folders, the latest first; what is damaged is marked and cannot be chosen."""

    def __init__(self, folders: Sequence[Path], colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Go back to a backup"))
        self._tasks = Tasks(self)
        self._found: dict[str, Backup] = {}
        self._model = CardModel(self)
        self.view = CardView(self._model, self.tr("Backups"))
        self.view.set_colours(colours)
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        self._go = QPushButton(self.tr("Go back to this one"))
        self._go.setProperty("role", "primary")
        self._buttons.addButton(self._go, roles.AcceptRole)
        self._elsewhere = self._buttons.addButton(self.tr("Look in another folder…"), roles.ActionRole)
        self._buttons.addButton(self.tr("Cancel"), roles.RejectRole)
        self._lay_out()

        self.view.selectionModel().currentChanged.connect(lambda *_: self._judge())
        self.view.left.connect(self.reject)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._elsewhere.clicked.connect(self._ask_for_folder)
        self.resize(*USUAL_SIZE)
        self.look(folders)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        text = self.tr(
            "Everything of yours becomes as it was then: procurements, notes, searches, what you read last. "
            "Your data of now are kept as a backup first, so that you can come back to them in the same way."
        )
        layout.addWidget(words(text))
        layout.addWidget(self._state)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._buttons)

    def look(self, folders: Sequence[Path]) -> None:
        """List what is in these folders, beside the window: each backup is opened to see what it holds."""
        self._say(self.tr("The backups are looked through…"))
        self._go.setEnabled(False)
        self._elsewhere.setEnabled(False)
        task = self._tasks.start(partial(_listed, tuple(folders)))
        task.succeeded.connect(self._show)
        task.failed.connect(self._fail)
        task.ended.connect(lambda: self._elsewhere.setEnabled(True))

    def _show(self, found: tuple[Backup, ...]) -> None:
        self._found = {str(one.path): one for one in found}
        cards = [
            Card(name, self._kicker(one), moment_text(one.made), holds_text(one))
            for name, one in self._found.items()
        ]
        self._model.set_cards(cards)
        self._say("" if found else self.tr("There is no backup here yet."))
        first = next((at for at, one in enumerate(found) if one.procurements is not None), 0)
        self.view.select(first if found else -1)
        self._judge()

    def _kicker(self, backup: Backup) -> str:
        name = reason_name(backup.reason)
        damaged = self.tr("Damaged")
        return name if backup.procurements is not None else f"{damaged} · {name}"

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ProcuraError):
            raise error
        message = explain(error)
        self._say(f"{message.title}. {message.text}")
        self._judge()

    def _say(self, text: str) -> None:
        self._state.setText(text)
        self._state.setVisible(bool(text))

    def _judge(self) -> None:
        self._go.setEnabled(self.chosen is not None)

    def _ask_for_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder with backups"))
        if folder:
            self.look((Path(folder),))

    @property
    def chosen(self) -> Path | None:
        """The backup that is marked, if it can be used."""
        index = self.view.currentIndex()
        found = self._found.get(index.data(CARD_ROLE).id) if index.isValid() else None
        return found.path if found is not None and found.procurements is not None else None

    def accept(self) -> None:
        """Close with the marked one, which can be used."""
        if self.chosen is not None:
            super().accept()

    def done(self, result: int) -> None:
        """Close; what is still looked through is let go."""
        self._tasks.wait()
        super().done(result)


def _listed(folders: tuple[Path, ...]) -> tuple[Backup, ...]:
    """List what is in the folders that can be read.

    Raises:
        WorkspaceError: none of them can be read.
    """
    found: list[Backup] = []
    faults: list[WorkspaceError] = []
    for folder in folders:
        try:
            found += backups(folder)
        except WorkspaceError as error:
            faults.append(error)
    if faults and len(faults) == len(folders):
        raise faults[0]
    return tuple(sorted(found, key=lambda one: one.made, reverse=True))
