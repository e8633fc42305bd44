"""What waits for the buyer over all procurements: checks that are overdue, criteria that the library changed.

They are looked through one by one, each in a turn of its own, so that Home never waits for them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from procura_desktop.domain.follow_up import overdue
from procura_desktop.errors import ProcuraError
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.words import date_text
from procura_desktop.library.books import Books
from procura_desktop.workspace.watch import news_of

MOST_LINES = 6
AFTER_MS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that waits: where it leads, as `parse_place` reads it, and its words."""

    place: str
    text: str


class Agenda(QObject):
    """Looks through all procurements and tells once it is through."""

    found = Signal(tuple)  # of Line
    failed = Signal(Exception)

    def __init__(self, desk: Desk, books: Callable[[], Books], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._books = books
        self._lines: list[Line] = []
        self._left: Iterator[str] = iter(())
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._look)

    def start(self) -> None:
        """Look through all of them, from now on."""
        self._lines = []
        self._left = iter([entry.id for entry in self._desk.entries() if not entry.template])
        self._next.start(AFTER_MS)

    def stop(self) -> None:
        """Look no further."""
        self._next.stop()

    def _look(self) -> None:
        name = next(self._left, None)
        if name is None or len(self._lines) >= MOST_LINES:
            self.found.emit(tuple(self._lines[:MOST_LINES]))
            return
        try:
            self._lines += self._lines_of(name)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self._next.start(0)

    def _lines_of(self, name: str) -> Iterator[Line]:
        one, books = self._desk.read(name), self._books()
        if one.head.status == "draft":
            news = [found for item in one.items if (found := news_of(item, books)) is not None]
            count = sum(one.waits for one in news)
            if count:
                text = self.tr("%n chosen criterion/criteria changed in the library: {title}", "", count)
                yield Line(place=f"procurements:{name}/news", text=text.format(title=one.head.title))
        today = datetime.now(UTC).astimezone().date()
        for due in overdue([one], today):
            text = self.tr("Overdue since {date}: {what} ({title})")
            yield Line(
                place=f"procurements:{name}/follow-up",
                text=text.format(
                    date=date_text(due.on.isoformat()), what=due.follow_up.what, title=one.head.title
                ),
            )
