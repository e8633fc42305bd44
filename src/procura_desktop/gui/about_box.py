"""Which program this is, and what to hand to whoever helps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from procura_desktop import __version__


class AboutBox(QGroupBox):
    """Name and version, and a button that copies the details for support."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("About"))
        self._details: Callable[[], str] = str
        version = QLabel(self.tr("Procura Desktop {version}").format(version=__version__))
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QLabel(
            self.tr(
                "If something does not work, copy the details and send them to your administrator. They name "
                "the program, the system, the libraries and the last update, and nothing of your work."
            )
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        self._copy = QPushButton(self.tr("Copy details for support"))
        self._done = QLabel()
        self._done.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._copy)
        row.addWidget(self._done, 1)
        column = QVBoxLayout(self)
        column.addWidget(version)
        column.addWidget(words)
        column.addLayout(row)

        self._copy.clicked.connect(self.copy_details)

    def set_details(self, details: Callable[[], str]) -> None:
        """Take what gives the details when they are wanted."""
        self._details = details

    def copy_details(self) -> None:
        """Put the details on the clipboard and say so, also to a screen reader."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QGuiApplication.clipboard().setText(self._details())
        self._done.setText(self.tr("Copied."))
        QAccessible.updateAccessibility(QAccessibleEvent(self._done, QAccessible.Event.Alert))
