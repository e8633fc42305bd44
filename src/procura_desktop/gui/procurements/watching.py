"""Looks at the open procurement after every change: what the checks say, and which hotspots are reached.

It looks a moment after the last key, so that typing never waits for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from procura_desktop.domain.checks.checker import Checker
from procura_desktop.domain.checks.facts import Facts
from procura_desktop.domain.coverage import Coverage, coverage
from procura_desktop.domain.records import Hotspot
from procura_desktop.gui.procurements.desk import Desk
from procura_desktop.library.books import Books
from procura_desktop.workspace.watch import news_of

if TYPE_CHECKING:
    from procura_desktop.domain.checks.finding import Finding
    from procura_desktop.domain.procurement import Item, Procurement
    from procura_desktop.workspace.watch import News

AFTER_MS = 150
AT_ONCE = 2  # new or changed criteria that are looked at before the window gets its turn again
COMPARED_AT_ONCE = 16  # that are compared with the library


class Watching(QObject):
    """Holds what was found last; tells when it was found."""

    checked = Signal()
    news_found = Signal()  # which chosen criteria the library has changed

    def __init__(
        self,
        desk: Desk,
        facts: Callable[[], Facts],
        hotspots: Callable[[tuple[str, ...]], tuple[Hotspot, ...]],
        books: Callable[[], Books],
        parent: QObject | None = None,
    ) -> None:
        """Take what gives the facts of the checks, read once, the hotspots of groups, and the library."""
        super().__init__(parent)
        self._desk = desk
        self._facts = facts
        self._hotspots = hotspots
        self._books = books
        self._checker: Checker | None = None
        self._known: dict[str, tuple[Item, News | None]] = {}
        self.news: tuple[News, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self.coverage = Coverage(hotspots=())
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._begin)
        desk.changed.connect(self._soon.start)

    def _begin(self) -> None:
        """Look at a few criteria, and at the rest a moment later; the last time tell what was found."""
        one = self._desk.procurement
        if one is None or (
            self._facts_checker().prepare(one, most=AT_ONCE) and self._compare(one, most=COMPARED_AT_ONCE)
        ):
            self.look()
        else:
            QTimer.singleShot(0, self, self._begin)

    def _facts_checker(self) -> Checker:
        if self._checker is None:
            self._checker = Checker(self._facts())
        return self._checker

    def look(self) -> None:
        """Look now."""
        self._soon.stop()
        one = self._desk.procurement
        if one is None:
            self.findings, self.coverage = (), Coverage(hotspots=())
        else:
            self.findings = self._facts_checker().check(one)
            self.coverage = coverage(self._hotspots(one.head.groups), one.items)
        self.checked.emit()
        self.look_for_news()

    def look_for_news(self) -> None:
        """Compare the criteria with the library; one that did not change is compared once."""
        one = self._desk.procurement
        items = one.items if one else ()
        if one is not None:
            self._compare(one, most=len(items))
        self._known = {item.id: self._known[item.id] for item in items}
        self.news = tuple(news for _, news in self._known.values() if news is not None)
        self.news_found.emit()

    def _compare(self, procurement: "Procurement", *, most: int) -> bool:
        """Compare some criteria that were not compared before; say whether that was all of them."""
        items = procurement.items
        new = [one for one in items if one.id not in self._known or self._known[one.id][0] is not one]
        books = self._books()
        self._known.update((one.id, (one, news_of(one, books))) for one in new[:most])
        return len(new) <= most

    def forget(self) -> None:
        """Read the facts anew: the library is another."""
        self._checker = None
        self._known = {}
        self._soon.start()

    @property
    def open_news(self) -> int:
        """How many chosen criteria wait for a decision."""
        return sum(news.waits for news in self.news)

    @property
    def musts(self) -> int:
        """How many findings must be settled."""
        return sum(finding.severity == "must" for finding in self.findings)
