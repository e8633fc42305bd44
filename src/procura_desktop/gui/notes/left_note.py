"""A note whose text the library no longer has: its words can still be read and copied."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from procura_desktop.gui.boxes import words
from procura_desktop.gui.headings import heading
from procura_desktop.workspace.notes import Note

SIZE = (560, 420)


class LeftNote(QDialog):
    """Shows the passage and the note; the text around them is gone."""

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note on a text that is gone"))
        quote = f"“{note.anchor.quote}”" if note.anchor else ""
        self._field = QPlainTextEdit("\n\n".join(filter(None, (quote, note.words))))
        self._field.setReadOnly(True)
        self._field.setAccessibleName(self.tr("Your note"))
        self._field.setTabChangesFocus(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(note.title, "h2"))
        layout.addWidget(words(self.tr("Your libraries do not have this text. Your note is kept.")))
        layout.addWidget(self._field, 1)
        layout.addWidget(buttons)
        self.resize(*SIZE)

        buttons.rejected.connect(self.reject)
