"""The only place that touches threads: runs plain functions beside the window.

A worker holds no QObject but the pool's owner; what it gives is handed over in the thread of the window.
The newest of a kind of work wins: see `Newest`.
"""

import sys
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from procura_desktop.progress import Cancelled, Progress

TOLD_EVERY = 0.05  # seconds
TURN = 0.0005  # seconds that work beside the window goes on while the window wants to

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Done = Callable[[object, Exception | None], None]  # the result, or what went wrong


class Task(QObject):
    """One piece of work under way; it lives in the thread of the window."""

    advanced = Signal(object, object)  # done, total or None: whole numbers of any size
    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        from threading import Event

        super().__init__(parent)
        self._stop = Event()
        self._going = Event()
        self._going.set()

    def cancel(self) -> None:
        """Let the work end with `Cancelled` when it next says how far it is."""
        self._stop.set()
        self._going.set()

    def pause(self) -> None:
        """Hold the work where it next says how far it is."""
        self._going.clear()

    def resume(self) -> None:
        """Let it go on."""
        self._going.set()

    def wait_to_go_on(self) -> None:
        """Hold the calling thread while the task is paused.

        Raises:
            Cancelled: the task was cancelled.
        """
        self._going.wait()
        if self._stop.is_set():
            raise Cancelled

    def end(self, result: object, error: Exception | None) -> None:
        """Tell how it ended."""
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.ended.emit()


class _Reporter:
    """The progress of a task: tells the window a few times a second, and stops or holds the work."""

    def __init__(self, task: Task, tell: Callable[[int, int | None], None]) -> None:
        self._task = task
        self._tell = tell
        self._told = 0.0

    def advance(self, done: int, total: int | None = None) -> None:
        self._task.wait_to_go_on()
        now = time.monotonic()
        if done == total or now - self._told >= TOLD_EVERY:
            self._told = now
            self._tell(done, total)


class Tasks(QObject):
    """Starts work on one background thread and keeps each task until it has ended."""

    _done = Signal(int, object, object)  # number of the task, result, error or None
    _advanced = Signal(int, object, object)  # number of the task, done, total or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[int, Done] = {}
        self._long: dict[int, Task] = {}  # those that tell how far they are, and can be cancelled
        self._last = 0
        self._futures: dict[int, Future[None]] = {}
        self._endings: list[Callable[[], None]] = []
        self.ended = False
        self._done.connect(self._finish)
        self._advanced.connect(self._tell)

    def start_long(self, work: Callable[[Progress], object]) -> Task:
        """Run `work` in the background with a progress that reaches the task, and that cancels it."""
        number = self._last + 1
        task = self._long[number] = Task()
        reporter = _Reporter(task, lambda done, total: self._advanced.emit(number, done, total))
        self.run(lambda: work(reporter), task.end)
        return task

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        # The window takes its turn soon: it waits for it at each call into Qt, by default for 5 ms each time.
        sys.setswitchinterval(TURN)
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="procura")

    def start(self, work: Callable[[], object]) -> Task:
        """Run `work` in the background; connect to the task before returning to the event loop."""
        task = Task()
        self.run(work, task.end)
        return task

    def start_here(self, work: Callable[[], object]) -> Task:
        """Run `work` in this thread, soon: for what no other thread may touch."""
        task = Task(self)
        task.ended.connect(task.deleteLater)
        QTimer.singleShot(0, task, lambda: self._run_here(work, task))
        return task

    def _run_here(self, work: Callable[[], object], task: Task) -> None:
        if self.ended:
            return
        try:
            result = work()
        except Exception as error:
            task.end(None, error)
        else:
            task.end(result, None)

    def run(self, work: Callable[[], object], done: Done) -> None:
        """Run `work` in the background, then call `done` in this thread; cheaper than a task."""
        self._last += 1
        self._running[self._last] = done
        self._futures[self._last] = self._pool.submit(self._run, self._last, work)

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

    def _tell(self, number: int, done: object, total: object) -> None:
        if number in self._long:
            self._long[number].advanced.emit(done, total)

    def _finish(self, number: int, result: object, error: Exception | None) -> None:
        done = self._running.pop(number)
        self._futures.pop(number, None)
        self._long.pop(number, None)
        if not self.ended:  # who waits for it may have closed what it would be written to
            done(result, error)

    def wait(self) -> None:
        """Let the running work end and drop what waits; nothing can be started after this."""
        self.ended = True
        for task in self._long.values():
            task.cancel()
        for future in self._futures.values():
            future.cancel()
        for work in self._endings:
            self._pool.submit(work)
        self._endings.clear()
        if "_pool" in self.__dict__:
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
        self._is_running = False

    def start(self, work: Callable[[], object]) -> None:
        """Run `work` next; what an older call gives is not reported any more. At the end nothing is run."""
        if self._tasks.ended:
            return
        self._waiting = work
        if not self._is_running:
            self._next()
        elif self._stop is not None:
            self._stop()

    def _next(self) -> None:
        work, self._waiting = self._waiting, None
        self._is_running = work is not None
        if work is not None:
            self._tasks.run(work, self._end)

    def _end(self, result: object, error: Exception | None) -> None:
        if self._tasks.ended or not isValid(self):
            return  # the page is gone, or what it needs
        if self._waiting is None:
            if error is None:
                self.succeeded.emit(result)
            elif not isinstance(error, Cancelled):
                self.failed.emit(error)
        self._next()
