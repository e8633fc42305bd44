"""How procurements begin and what is done with one of the list: new, copied, made a template, deleted."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from procura_desktop.domain.procurement import Procurement
from procura_desktop.errors import ProcuraError
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.procurements.start_dialog import Start, StartDialog
from procura_desktop.library.books import Books
from procura_desktop.workspace.beginning import begin


class Beginning(QObject):
    """Asks what must be asked, and tells where to go."""

    began = Signal(str, str)  # a procurement, and the step to begin with
    propose_wanted = Signal()  # criteria are to be proposed for the open procurement
    failed = Signal(Exception)

    def __init__(
        self, desk: Desk, books: Callable[[], Books], window: QWidget, *, language: Callable[[], str]
    ) -> None:
        """`language` says in which the documents of a new procurement begin."""
        super().__init__(window)
        self._language = language
        self.desk = desk
        self._books = books
        self._window = window

    def ask_for_new(self) -> None:
        """Ask what is bought, and begin."""
        groups = tuple((brief.id, brief.title) for brief in self._books().briefs(kind="group"))
        dialog = StartDialog(groups, self.desk.entries(), self._window)
        dialog.accepted.connect(lambda: self._begin(dialog.start))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _begin(self, start: Start) -> None:
        try:
            if start.earlier:
                self.began.emit(self.desk.copy(start.earlier, start.title), "about")
                return
            procurement = self.new(start)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        if self.desk.start(procurement):
            self.began.emit(procurement.id, "criteria" if start.propose else "about")
            if start.propose:
                self.propose_wanted.emit()

    def new(self, start: Start) -> Procurement:
        """Make a procurement as it was asked for; it is not kept yet.

        Raises:
            RecordNotFoundError: there is no such product group.
        """
        return begin(
            start.title,
            now=datetime.now(UTC),
            group=self._books().record(start.group) if start.group else None,
            ambition=start.ambition,
            small=start.small,
            language=self._language(),
        )

    def copy(self, procurement_id: str) -> None:
        """Ask for a title and make another one like it."""
        self._ask_title(procurement_id, template=False)

    def make_template(self, procurement_id: str) -> None:
        """Ask for a title and make a template of it."""
        self._ask_title(procurement_id, template=True)

    def _ask_title(self, procurement_id: str, *, template: bool) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Make a template") if template else self.tr("Copy"))
        dialog.setLabelText(self.tr("Title"))
        try:
            dialog.setTextValue(self.desk.read(procurement_id).head.title)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        dialog.textValueSelected.connect(
            lambda title: self._copy_as(procurement_id, title.strip(), template=template)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _copy_as(self, procurement_id: str, title: str, *, template: bool) -> None:
        try:
            made = self.desk.copy(procurement_id, title, template=template)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self.began.emit(made, "")

    def delete(self, procurement_id: str) -> None:
        """Delete it, and offer to bring it back."""
        title = self.desk.delete(procurement_id)
        if title is None:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("“{title}” was deleted.").format(title=title or "…"))
        back = box.addButton(self.tr("Bring it back"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.buttonClicked.connect(lambda button: self.desk.bring_back() if button is back else None)
        box.finished.connect(box.deleteLater)
        box.open()
