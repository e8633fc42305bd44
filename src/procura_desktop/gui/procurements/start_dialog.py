"""Beginning a procurement: what is bought, how ambitious, and from where the first criteria come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.domain.procurement import Ambition
from procura_desktop.gui.boxes import fit_on_screen, scrolling
from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.fields import ChoiceField, Labelled, LineField
from procura_desktop.gui.procurements.words import ambition_name
from procura_desktop.workspace.procurements import ProcurementEntry

BELOW_TICK = 34  # pixels to the words beside a tick
GROUP, EARLIER = "group:", "from:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What was asked for.

    Attributes:
        group: id of the product group; "" is none.
        earlier: id of the procurement or template to begin from; "" is none.
        small: whether it is a small purchase, below the thresholds.
        propose: whether criteria are to be proposed at once.
    """

    title: str
    group: str
    earlier: str
    ambition: Ambition
    small: bool
    propose: bool


class StartDialog(QDialog):
    """Two questions for most people: what, and how it is called."""

    def __init__(
        self,
        groups: Sequence[tuple[str, str]],
        entries: Sequence[ProcurementEntry],
        parent: QWidget | None = None,
    ) -> None:
        """Take the product groups (id, title) and the procurements to begin from."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("New procurement"))
        self._titled = False
        self._titles = {f"{GROUP}{name}": title for name, title in groups}  # by where one begins
        origins = [("", self.tr("Something else, or nothing yet")), *self._titles.items()]
        for entry in entries:
            words = self.tr("Template: {title}") if entry.template else self.tr("Like: {title}")
            origins.append(
                (f"{EARLIER}{entry.id}", words.format(title=entry.title or self.tr("Without a title")))
            )
            self._titles[f"{EARLIER}{entry.id}"] = entry.title
        self._origin = ChoiceField(self.tr("What do you buy?"), origins)
        self._origin.setMaxVisibleItems(20)
        if groups:
            self._origin.show_value(f"{GROUP}{groups[0][0]}")
        self._name = LineField(self.tr("Title"), hint=self.tr("for example: Laptops for the town hall"))
        self._core = QRadioButton(ambition_name("core"))
        self._more = QRadioButton(ambition_name("comprehensive"))
        self._core.setChecked(True)
        self._ambitions = QButtonGroup(self)
        self._ambitions.addButton(self._core)
        self._ambitions.addButton(self._more)
        self._small = QCheckBox(self.tr("A small purchase"))
        self._propose = QCheckBox(self.tr("Propose criteria now"))
        self._propose.setChecked(True)
        self._buttons = QDialogButtonBox()
        self._begin = self._buttons.addButton(self.tr("Begin"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._begin.setProperty("role", "primary")
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()

        self._origin.picked.connect(lambda _: self._name_it())
        self._name.typed.connect(self._note_title)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._name_it()

    def _lay_out(self) -> None:
        ambition = QWidget()
        column = QVBoxLayout(ambition)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._core)
        column.addWidget(self._more)
        self._ambition_box = Labelled(self.tr("How ambitious?"), ambition)
        small = QLabel(self.tr("Below the thresholds: fewer criteria, and a specification of one page."))
        later = QLabel(self.tr("You can change all of this later."))
        for label in (small, later):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        small.setContentsMargins(BELOW_TICK, 0, 0, 0)
        self._small.setAccessibleDescription(small.text())
        small_box = QWidget()
        lines = QVBoxLayout(small_box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._small)
        lines.addWidget(small)
        fields = scrolling(
            Labelled(self.tr("What do you buy?"), self._origin),
            Labelled(self.tr("Title"), self._name),
            self._ambition_box,
            small_box,
            self._propose,
            later,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 14, 16)
        layout.setSpacing(12)
        title = heading(self.tr("New procurement"), "h2")
        title.setContentsMargins(6, 0, 0, 0)  # above the fields, which have room for the mark of the keyboard
        layout.addWidget(title)
        layout.addWidget(fields, 1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(480)
        fit_on_screen(self)

    def _name_it(self) -> None:
        origin = str(self._origin.currentData())
        if not self._titled:
            self._name.setText(self._titles.get(origin, ""))
        of_group = origin.startswith(GROUP)
        self._propose.setEnabled(of_group)
        self._ambition_box.setEnabled(not origin.startswith(EARLIER))
        self._small.setEnabled(not origin.startswith(EARLIER))
        self._judge()

    def _note_title(self, text: str) -> None:
        self._titled = bool(text)
        self._judge()

    def _judge(self) -> None:
        self._begin.setEnabled(bool(self._name.text().strip()))

    @property
    def start(self) -> Start:
        """What was asked for."""
        origin = str(self._origin.currentData())
        group = origin.removeprefix(GROUP) if origin.startswith(GROUP) else ""
        return Start(
            title=self._name.text().strip(),
            group=group,
            earlier=origin.removeprefix(EARLIER) if origin.startswith(EARLIER) else "",
            ambition="comprehensive" if self._more.isChecked() else "core",
            small=self._small.isChecked(),
            propose=bool(group) and self._propose.isChecked(),
        )
