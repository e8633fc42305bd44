"""The only place that touches threads: runs plain functions beside the window.

A worker holds no QObject but the pool's owner; what it gives is handed over in the thread of the window.
The newest of a kind of work wins: see `Newest`.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from procura_desktop.progress import Cancelled


class Task(QObject):
    """One piece of work under way; it lives in the thread of the window."""

    succeeded = Signal(object)
    failed = Signal(Exception)
    ended = Signal()


class Tasks(QObject):
    """Starts work on one background thread and keeps each task until it has ended."""

    _done = Signal(int, object, object)  # number of the task, result, error or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="procura")
        self._running: dict[int, Task] = {}
        self._last = 0
        self._futures: dict[int, Future[None]] = {}
        self._endings: list[Callable[[], None]] = []
        self.ended = False
        self._done.connect(self._finish)

    def start(self, work: Callable[[], object]) -> Task:
        """Run `work` in the background; connect to the task before returning to the event loop."""
        self._last += 1
        task = self._running[self._last] = Task()
        self._futures[self._last] = self._pool.submit(self._run, self._last, work)
        return task

    def at_end(self, work: Callable[[], None]) -> None:
        """Run this last, in the background thread: what was opened there is closed there."""
        self._endings.append(work)

    def _run(self, number: int, work: Callable[[], object]) -> None:
        try:
            result = work()
        except Exception as error:
            self._done.emit(number, None, error)
        else:
            self._done.emit(number, result, None)

    def _finish(self, number: int, result: object, error: Exception | None) -> None:
        task = self._running.pop(number)
        self._futures.pop(number, None)
        if error is None:
            task.succeeded.emit(result)
        elif not isinstance(error, Cancelled):
            task.failed.emit(error)
        task.ended.emit()

    def wait(self) -> None:
        """Let the running work end and drop what waits; nothing can be started after this."""
        self.ended = True
        for future in self._futures.values():
            future.cancel()
        for work in self._endings:
            self._pool.submit(work)
        self._endings.clear()
        self._pool.shutdown(wait=True)


class Newest(QObject):
    """Runs one piece of work at a time and drops all but the newest that waits behind it."""

    succeeded = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self, tasks: Tasks, parent: QObject | None = None, *, stop: Callable[[], None] | None = None
    ) -> None:
        """Run on `tasks`; `stop` makes the work that runs end early, with `Cancelled`."""
        super().__init__(parent)
        self._tasks = tasks
        self._stop = stop
        self._waiting: Callable[[], object] | None = None
        self._current: Task | None = None

    def start(self, work: Callable[[], object]) -> None:
        """Run `work` next; what an older call gives is not reported any more. At the end nothing is run."""
        if self._tasks.ended:
            return
        self._waiting = work
        if self._current is None:
            self._next()
        elif self._stop is not None:
            self._stop()

    def _next(self) -> None:
        work, self._waiting = self._waiting, None
        self._current = None
        if work is None:
            return
        self._current = self._tasks.start(work)
        self._current.succeeded.connect(self._report)
        self._current.failed.connect(self._report_failure)
        self._current.ended.connect(self._next)

    def _report(self, result: object) -> None:
        if self._waiting is None:
            self.succeeded.emit(result)

    def _report_failure(self, error: Exception) -> None:
        if self._waiting is None:
            self.failed.emit(error)
