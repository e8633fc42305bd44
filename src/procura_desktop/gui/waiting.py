"""A dialog in front of the window while something runs that has to end before one can go on."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from procura_desktop.gui.boxes import row, words
from procura_desktop.gui.tasks import Task, Tasks
from procura_desktop.progress import Cancelled, Progress

SHOWN_AFTER_MS = 300  # what ends before shows nothing
NARROWEST = 420


class Waiting(QDialog):
    """Says what is done and how far it is, and goes when it has ended."""

    def __init__(
        self, text: str, task: Task, parent: QWidget | None = None, *, stoppable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Procura Desktop"))
        self.setModal(True)
        self.setMinimumWidth(NARROWEST)
        self._task = task
        self._ended = False
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(text)
        self._stop = QPushButton(self.tr("Cancel"))
        self._stop.setVisible(stoppable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(words(text))
        layout.addWidget(self._bar)
        layout.addWidget(row(self._stop))

        task.advanced.connect(self._advance)
        task.ended.connect(self._end)
        self._stop.clicked.connect(self.reject)

    def show_soon(self) -> None:
        """Come up if it has not ended by then."""
        QTimer.singleShot(SHOWN_AFTER_MS, self, self._show_if_running)

    def _show_if_running(self) -> None:
        if not self._ended:
            self.open()

    def _advance(self, done: int, total: int | None) -> None:
        # Qt counts in 31 bits; a thousand steps are as many as one sees.
        self._bar.setRange(0, 1000 if total else 0)
        if total:
            self._bar.setValue(done * 1000 // total)

    def _end(self) -> None:
        self._ended = True
        self.done(0)
        self.deleteLater()

    def reject(self) -> None:
        """Ask the work to stop; the dialog goes once it has."""
        if self._stop.isVisibleTo(self):
            self._stop.setEnabled(False)
            self._task.cancel()


def wait_for(text: str, work: Callable[[Progress], object], *, stoppable: bool = True) -> object:
    """Run a piece of work before there is a window, and give what it gives.

    Raises:
        Cancelled: the person stopped it.
        Exception: what the work raised.
    """
    tasks = Tasks()
    ended: list[tuple[object, Exception | None]] = []
    task = tasks.start_long(work)
    task.succeeded.connect(lambda found: ended.append((found, None)))
    task.failed.connect(lambda error: ended.append((None, error)))
    Waiting(text, task, stoppable=stoppable).exec()
    tasks.wait()
    if not ended:
        raise Cancelled
    result, error = ended[0]
    if error is not None:
        raise error
    return result
