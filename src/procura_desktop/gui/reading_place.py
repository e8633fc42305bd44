"""How far a text was read: kept some time after each scroll, and whenever the person goes elsewhere."""

from PySide6.QtCore import QObject, QTimer

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.gui.remembering import Remembering
from procura_desktop.workspace.workspace import Workspace

SAVE_AFTER_MS = 800


class ReadingPlace(QObject):
    """The place in the text that is shown; there may be none."""

    def __init__(self, workspace: Workspace, remembering: Remembering, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._remembering = remembering
        self._record_id = ""
        self._position = 0.0
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def known(self, record_id: str) -> float:
        """Give how far a text was read before; 0 is its beginning."""
        return self._workspace.reading_position(MAIN_LIBRARY, record_id)

    def begin(self, record_id: str, position: float) -> None:
        """Take note that this text is shown, from here on."""
        self._record_id, self._position = record_id, position

    def end(self) -> None:
        """Take note that no text is shown."""
        self._record_id = ""

    def move(self, position: float) -> None:
        """Take note of how far it was scrolled."""
        self._position = position
        self._timer.start()

    def save(self) -> None:
        """Remember how far the text shown was read."""
        self._timer.stop()
        if self._record_id:
            shown, position = self._record_id, self._position
            self._remembering.keep(
                lambda: self._workspace.set_reading_position(MAIN_LIBRARY, shown, position)
            )
