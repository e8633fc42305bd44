"""The words of one criterion: free to edit, with what differs from the source always in sight."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from procura_desktop.domain.procurement import Item, Wording
from procura_desktop.domain.wording import WORDING_PARTS, filled_wording
from procura_desktop.gui.boxes import row
from procura_desktop.gui.procurements.fields import Labelled, TextField
from procura_desktop.library.difference import word_difference

LINES = {"requirement": 7, "proof_tender": 4, "proof_contract": 3, "points": 5}


class WordingForm(QWidget):
    """A field for each part of the wording, the text as bidders read it, and the difference to the source."""

    typed = Signal(str, str)  # part of the wording, its text
    finished = Signal()
    source_wanted = Signal()  # the words of the source are wanted again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            "requirement": self.tr("Requirement"),
            "proof_tender": self.tr("Proof with the offer"),
            "proof_contract": self.tr("Proof during the contract"),
            "points": self.tr("How points are given"),
        }
        self._fields = {part: TextField(names[part], lines=LINES[part]) for part in WORDING_PARTS}
        self._labelled = {part: Labelled(names[part], field) for part, field in self._fields.items()}
        self._read = _quiet_text()
        self._read_box = Labelled(self.tr("As a bidder reads it"), self._read)
        self._difference = _quiet_text()
        self._difference.setTextFormat(Qt.TextFormat.RichText)
        self._difference_box = Labelled(
            self.tr("Different from the source (underlined is yours, struck is the source's)"),
            self._difference,
        )
        self._back = QPushButton(self.tr("Take the source's words again"))
        self._back_row = row(self._back)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._labelled["requirement"])
        layout.addWidget(self._read_box)
        for part in WORDING_PARTS[1:]:
            layout.addWidget(self._labelled[part])
        layout.addWidget(self._difference_box)
        layout.addWidget(self._back_row)

        for part, field in self._fields.items():
            field.typed.connect(lambda text, part=part: self.typed.emit(part, text))
            field.finished.connect(self.finished)
        self._back.clicked.connect(self.source_wanted)

    def show_item(self, item: Item) -> None:
        """Show the wording of an item."""
        for part, field in self._fields.items():
            field.show_value(getattr(item.wording, part))
        self._labelled["points"].setVisible(item.kind == "AC" or bool(item.wording.points))
        filled = filled_wording(item)
        self._read.setText(filled.requirement)
        self._read_box.setVisible(filled.requirement != item.wording.requirement)
        self._difference.setText(_difference_html(item.original, item.wording) if item.original else "")
        self._difference_box.setVisible(item.edited)
        self._back_row.setVisible(item.edited)

    def set_editable(self, *, editable: bool) -> None:
        """Let the words be changed, or only read and copied."""
        for field in self._fields.values():
            field.setReadOnly(not editable)
        self._back_row.setEnabled(editable)


def _quiet_text() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _difference_html(source: Wording, own: Wording) -> str:
    """Show the parts that differ, word by word."""
    parts = []
    for part in WORDING_PARTS:
        before, after = getattr(source, part), getattr(own, part)
        if before != after:
            runs = "".join(_run_html(run.how, run.text) for run in word_difference(before, after))
            parts.append(f"<p>{runs}</p>")
    return "".join(parts)


def _run_html(how: str, text: str) -> str:
    shown = escape(text).replace("\n", "<br>")
    tag = {"gone": "s", "new": "u"}.get(how)
    return f"<{tag}>{shown}</{tag}> " if tag else f"{shown} "
