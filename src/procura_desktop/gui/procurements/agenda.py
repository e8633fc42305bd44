"""What waits for the buyer over all procurements: checks that are overdue, criteria that the library changed.

They are looked through one by one, each in a turn of its own, so that Home never waits for them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from procura_desktop.domain.follow_up import overdue
from procura_desktop.errors import ProcuraError, ProcurementMissingError
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.gui.words import cut, date_text
from procura_desktop.library.books import Books
from procura_desktop.workspace.watch import news_of

AFTER_MS = 300
LONGEST_TITLE = 60  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that waits: where it leads, as `parse_place` reads it, and its words.

    `since` is the day, as ISO 8601 writes it, since which it is overdue; "" is not overdue.
    """

    place: str
    text: str
    since: str = ""


class Agenda(QObject):
    """Looks through all procurements and tells once it is through."""

    found = Signal(tuple)  # of Line: what is overdue, the oldest first, before what the library changed
    failed = Signal(Exception)

    def __init__(self, desk: Desk, books: Callable[[], Books], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._books = books
        self._lines: list[Line] = []
        self._changed: dict[str, int] = {}
        # Criteria that the library changed, by procurement; of the last look.
        self.changed: dict[str, int] = {}
        self._left: Iterator[str] = iter(())
        self._told: set[str] = set()  # procurements of which it was told that they cannot be read
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._look)

    def start(self) -> None:
        """Look through all of them, from now on."""
        self._lines, self._changed = [], {}
        self._left = iter([entry.id for entry in self._desk.entries() if not entry.template])
        self._next.start(AFTER_MS)

    def stop(self) -> None:
        """Look no further."""
        self._next.stop()

    def _look(self) -> None:
        name = next(self._left, None)
        if name is None:
            self.changed = self._changed
            self.found.emit(tuple(sorted(self._lines, key=lambda line: (not line.since, line.since))))
            return
        try:
            self._lines += self._lines_of(name)
        except ProcurementMissingError:
            pass  # it was deleted since they were listed
        except ProcuraError as error:
            if name not in self._told:  # Home is shown often
                self._told.add(name)
                self.failed.emit(error)
        self._next.start(0)

    def _lines_of(self, name: str) -> Iterator[Line]:
        one, books = self._desk.read(name), self._books()
        title = cut(one.head.title.strip(), LONGEST_TITLE) or self.tr("Without a title")
        if one.head.status == "draft":
            news = [found for item in one.items if (found := news_of(item, books)) is not None]
            count = sum(one.waits for one in news)
            if count:
                self._changed[name] = count
                text = self.tr("%n chosen criterion/criteria changed in the library: {title}", "", count)
                yield Line(place=f"procurements:{name}/news", text=text.format(title=title))
        today = datetime.now(UTC).astimezone().date()
        late = sorted(overdue([one], today), key=lambda due: due.on)
        if late:
            text = self.tr("Overdue since {date}: {what} ({title})")
            if len(late) > 1:
                text = self.tr("Overdue since {date}: {what}, and %n more ({title})", "", len(late) - 1)
            yield Line(
                place=f"procurements:{name}/follow-up",
                since=late[0].on.isoformat(),
                text=text.format(
                    date=date_text(late[0].on.isoformat()),
                    what=late[0].follow_up.what.strip().rstrip(".") or "…",
                    title=title,
                ),
            )
