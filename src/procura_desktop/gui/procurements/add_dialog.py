"""Taking a criterion that one reads into a procurement: into which, at which level, why."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from procura_desktop.domain.records import Record
from procura_desktop.gui.boxes import scrolling, words
from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.fields import ChoiceField, Labelled, TextField
from procura_desktop.gui.words import level_name
from procura_desktop.workspace.choosing import wording_as_read
from procura_desktop.workspace.procurements import ProcurementEntry

NEW = ""
SIZE = (560, 520)


class AddDialog(QDialog):
    """Asks no more than it must; the procurement that was open last is offered first.

    `there` says of a procurement, by its id, whether the criterion is in it already.
    """

    def __init__(
        self,
        record: Record,
        entries: Sequence[ProcurementEntry],
        level: str,
        parent: QWidget | None = None,
        *,
        there: Callable[[str], bool],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add to a procurement"))
        self._record = record
        self._there = there
        self._known = words(self.tr("It is in this procurement already."))
        choices = [(entry.id, self._called(entry)) for entry in entries]
        choices.append((NEW, self.tr("A new procurement")))
        self._where = ChoiceField(self.tr("Procurement"), choices)
        details = record.criterion
        levels = [(one.name, level_name(one.name)) for one in details.levels] if details else []
        self._level = ChoiceField(self.tr("Ambition level"), levels)
        self._level.show_value(level)
        self._asks = words()
        self._reason = TextField(self.tr("Why you ask for it"), lines=2)
        self._buttons = QDialogButtonBox()
        self._add = self._buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setProperty("role", "primary")
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(record.title, "h2"))
        layout.addWidget(Labelled(self.tr("Procurement"), self._where))
        layout.addWidget(self._known)
        level_box = Labelled(self.tr("Ambition level"), self._level)
        level_box.setVisible(len(levels) > 1)
        layout.addWidget(level_box)
        layout.addWidget(scrolling(self._asks, name=self.tr("What the criterion asks for")), 1)
        layout.addWidget(
            Labelled(
                self.tr("Why you ask for it"), self._reason, why=self.tr("You can write it later as well.")
            )
        )
        layout.addWidget(self._buttons)
        self.resize(*SIZE)

        self._where.picked.connect(lambda _: self._show_known())
        self._level.picked.connect(lambda _: self._show_level())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._show_level()
        self._show_known()

    def _called(self, entry: ProcurementEntry) -> str:
        title = entry.title or self.tr("Without a title")
        return self.tr("Template: {title}").format(title=title) if entry.template else title

    def _show_level(self) -> None:
        self._asks.setText(wording_as_read(self._record, self.level).requirement)

    def _show_known(self) -> None:
        known = bool(self.procurement) and self._there(self.procurement)
        self._known.setVisible(known)
        self._add.setEnabled(not known)

    @property
    def procurement(self) -> str:
        """The id of the procurement; "" is a new one."""
        return str(self._where.currentData())

    @property
    def level(self) -> str:
        """The level that was picked."""
        return str(self._level.currentData() or "")

    @property
    def reason(self) -> str:
        """Why; may be "" for now."""
        return self._reason.text().strip()
