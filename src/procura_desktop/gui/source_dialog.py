"""Adding a source: the publisher's root file, and a person who compares its fingerprint."""

from pathlib import Path

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.settings.sources import fingerprint

MOST_ROOT = 512_000


class SourceDialog(QDialog):
    """Asks for root file and address; can only be accepted once the fingerprint was compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a source of updates"))
        self.root = b""
        self._path = QLineEdit()
        self._path.setReadOnly(True)
        self._path.setAccessibleName(self.tr("Root file of the publisher"))
        self._choose = QPushButton(self.tr("Choose…"))
        self._library = QLineEdit(MAIN_LIBRARY)
        name = QRegularExpression("[a-z0-9][a-z0-9-]*")
        self._library.setValidator(QRegularExpressionValidator(name, self))
        self._address = QLineEdit()
        self._address.setPlaceholderText(
            self.tr("https://… or a shared folder; empty for sticks and files only")
        )
        self._fingerprint = QLabel()
        self._fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fingerprint.setAccessibleName(self.tr("Fingerprint"))
        self._compared = QCheckBox(
            self.tr("I compared it with what the publisher told me, and it is the same")
        )
        self._compared.setEnabled(False)
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._accept.setEnabled(False)
        self._lay_out()

        self._choose.clicked.connect(self._choose_root)
        self._compared.toggled.connect(self._accept.setEnabled)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        words = QLabel(
            self.tr(
                "A publisher gives out a small root file, and its fingerprint by another way: on paper, by "
                "telephone, on its web page. Who has this root can change your library: compare with care."
            )
        )
        words.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self._path, 1)
        line.addWidget(self._choose)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Root file"), line)
        form.addRow(self.tr("Fingerprint"), self._fingerprint)
        form.addRow("", self._compared)
        form.addRow(self.tr("Library"), self._library)
        form.addRow(self.tr("Address"), self._address)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(580)

    def _choose_root(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Root file of the publisher"), "", self.tr("Root file (*.json)")
        )
        if name:
            self.show_root(Path(name))

    def show_root(self, path: Path) -> None:
        """Show the fingerprint of a root file; it has to be compared anew."""
        self._compared.setChecked(False)
        try:
            self.root = path.read_bytes()[:MOST_ROOT]
        except OSError as error:
            self.root = b""
            self._fingerprint.setText(self.tr("It cannot be read: {reason}").format(reason=error.strerror))
        else:
            self._fingerprint.setText(_in_two_lines(fingerprint(self.root)))
        self._path.setText(str(path))
        self._compared.setEnabled(bool(self.root))

    @property
    def library(self) -> str:
        """The name of the library that the source has, as its publisher gave it."""
        return self._library.text() or MAIN_LIBRARY

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where updates come from; empty: from sticks and files."""
        return tuple(filter(None, (self._address.text().strip(),)))


def _in_two_lines(digits: str) -> str:
    groups = digits.split()
    half = len(groups) // 2
    return " ".join(groups[:half]) + "\n" + " ".join(groups[half:])
