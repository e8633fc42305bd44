"""What runs beside the window for updates: one piece of work at a time, with its buttons on the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from procura_desktop.gui.tasks import Task, Tasks
from procura_desktop.progress import Progress

if TYPE_CHECKING:
    from procura_desktop.gui.updates_page import UpdatesPage

T = TypeVar("T")


class UpdateRun(QObject):
    """Begins, pauses and cancels; what comes of it is told to who began it, when nothing runs any more."""

    stopped = Signal()  # somebody cancelled

    def __init__(self, page: "Callable[[], UpdatesPage]", parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._tasks = Tasks(self)
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._task is not None

    def begin(
        self,
        work: Callable[[Progress], T],
        words: str,
        show: Callable[[T], None],
        *,
        failed: Callable[[Exception], None],
        advanced: Callable[[int, int | None], None] | None = None,
    ) -> None:
        """Do some work, unless something runs or the program ends; what tells how far it is can be paused."""
        if self._task is not None or self._tasks.ended:
            return
        self._task = task = self._tasks.start_long(work)
        self._page().show_busy(words, can_pause=advanced is not None)
        for over in (task.succeeded, task.failed, task.cancelled):
            over.connect(self._end)  # first: what comes of it may begin the next
        task.succeeded.connect(show)
        task.failed.connect(failed)
        task.cancelled.connect(self.stopped)
        if advanced is not None:
            task.advanced.connect(advanced)

    def _end(self, *_: object) -> None:
        self._task = None

    def pause(self, paused: bool) -> None:
        """Pause what runs, or go on with it."""
        if self._task is not None:
            (self._task.pause if paused else self._task.resume)()

    def cancel(self) -> None:
        """Stop what runs."""
        if self._task is not None:
            self._task.cancel()

    def finish(self, closing: Callable[[], object]) -> None:
        """Let go of something, beside the window."""
        self._tasks.start(closing)

    def wait(self) -> None:
        """Stop what runs, begin nothing any more, and wait for it."""
        self._tasks.wait()
