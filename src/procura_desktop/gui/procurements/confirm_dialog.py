"""Confirming a criterion: somebody has read its figures in the official text, and says where."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from procura_desktop.domain.drafting import confirmation_of
from procura_desktop.domain.procurement import Confirmation, Item
from procura_desktop.domain.wording import SlotState, in_unit, slot_states
from procura_desktop.gui.boxes import fit_on_screen, scrolling, words
from procura_desktop.gui.headings import heading
from procura_desktop.gui.procurements.fields import Labelled, LineField


class ConfirmDialog(QDialog):
    """Asks who, which document and which page; the day is today."""

    def __init__(self, item: Item, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Confirm the figures"))
        if item.copied is None:
            raise ValueError("an own criterion has no official text")
        self._record = item.copied.record
        sources = self._record.sources
        self._who = LineField(self.tr("Your name"))
        self._who.setText(who)
        self._document = LineField(self.tr("Document"))
        self._document.setText(sources[0].title if sources else "")
        before = item.confirmed if item.is_confirmed else None
        if before is not None:
            self._who.setText(before.by)
            self._document.setText(before.document)
        self._document.setCursorPosition(0)  # its beginning is what one knows it by
        self._page = LineField(self.tr("Page or section"))
        self._page.setText(before.page if before is not None else "")
        told = words(
            self.tr(
                "You confirm that you read this criterion in the official text and that requirement and "
                "figures agree with it. It holds until the criterion changes."
            )
        )
        figures = words("\n".join(self._figure(item, state) for state in slot_states(item) if state.used))
        figures.setVisible(bool(figures.text()))
        address = words(sources[0].url if sources else "")
        address.setProperty("role", "muted")
        self._buttons = QDialogButtonBox()
        self._confirm = self._buttons.addButton(self.tr("Confirm"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._confirm.setProperty("role", "primary")
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)

        fields = []
        for name, field in (
            (self.tr("Your name"), self._who),
            (self.tr("Document"), self._document),
            (self.tr("Page or section"), self._page),
        ):
            fields.append(Labelled(name, field))
            field.typed.connect(lambda _: self._judge())
        title = heading(self._record.title, "h2")
        title.setContentsMargins(6, 0, 0, 0)  # above the fields, which have room for the mark of the keyboard
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 14, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(scrolling(told, figures, address, *fields), 1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(480)
        fit_on_screen(self)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._judge()

    def _figure(self, item: Item, state: SlotState) -> str:
        """Name a figure as it stands; one of the buyer's own need not stand in the official text."""
        line = f"• {state.slot.label}: {in_unit(item, state.slot, state.value)}"
        return self.tr("{figure} (your own)").format(figure=line) if state.own else line

    def _judge(self) -> None:
        fields = (self._who, self._document, self._page)
        self._confirm.setEnabled(all(field.text().strip() for field in fields))

    @property
    def confirmation(self) -> Confirmation:
        """What was confirmed."""
        return confirmation_of(
            self._record,
            by=self._who.text(),
            on=datetime.now(UTC).astimezone().date().isoformat(),
            document=self._document.text(),
            page=self._page.text(),
        )
