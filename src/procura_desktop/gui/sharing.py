"""Sharing on the local network, as the window does it.

Whether libraries are offered is a setting, read in one place: `Settings.offers`. When a person switches it
on, sources may be asked what has to be fetched; a start of the program never asks.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from procura_desktop.errors import LocalNetworkError, NoReleaseError, ProcuraError
from procura_desktop.gui.sharing_words import cost_text, offered_text, stale_editions
from procura_desktop.gui.sharing_work import SharingWork
from procura_desktop.gui.tasks import Task, Tasks
from procura_desktop.gui.update_words import failure_text, size_text
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.progress import Progress
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings

if TYPE_CHECKING:
    from procura_desktop.gui.sharing_box import OfferState, SharingBox
    from procura_desktop.settings.rules import Rules
    from procura_desktop.sync.nearby import Neighbour
    from procura_desktop.sync.offering import Offered
    from procura_desktop.sync.shelf import Gatherings

T = TypeVar("T")
TRIFLE = 10_000  # bytes; asking the source takes about as many


class Sharing(QObject):
    """Knows what is offered and what runs; the box only shows it."""

    chosen = Signal(bool)  # whether libraries shall be offered
    address_chosen = Signal(str, str)  # where an edition is to be looked for, and of which library
    failed = Signal(Exception)

    def __init__(self, places: Folders, infos: Sequence[LibraryInfo], window: QWidget) -> None:
        super().__init__(window)
        self.set_libraries(infos)
        self._window = window
        self._work = SharingWork(places)
        self._tasks, self._searches, self._endings = Tasks(self), Tasks(self), Tasks(self)
        self._settings = Settings()
        self._wanted = False
        self._allowed, self._locked = True, False  # by the organisation
        self._asked = False  # by a person, just now
        self._open = False  # an offer was begun and not withdrawn since
        self._renewing = False
        self._task: Task | None = None
        self._search: Task | None = None
        self._found: dict[str, str] = {}  # the libraries that others offer, by address
        self._gatherings: Gatherings | None = None
        self._offered: Offered | None = None
        self._box: SharingBox | None = None
        self._state: OfferState | None = None

    def attach(self, box: "SharingBox") -> None:
        """Work with this box from now on."""
        self._box = box
        box.offer_toggled.connect(self._choose)
        box.go_on_wanted.connect(self._go_on)
        box.other_wanted.connect(self._choose_folder)
        box.stop_wanted.connect(self._stop)
        box.search_wanted.connect(self.look_around)
        box.search_stop_wanted.connect(self._stop_search)
        box.address_wanted.connect(self._choose_address)
        if self._state is not None:
            box.show_offer(self._state)

    def set_libraries(self, infos: Sequence[LibraryInfo]) -> None:
        """Take note of what the editions in use say about themselves."""
        self._used = {info.name: info for info in infos}

    def apply(self, settings: Settings, rules: "Rules | None" = None) -> None:
        """Do what is set: begin to offer, or stop at once; `rules` says what the organisation has set."""
        self._settings = settings
        self._wanted = settings.offers
        if rules is not None:
            self._allowed, self._locked = rules.policy.sharing_allowed, rules.is_locked("sharing")
        if self._box is not None:
            self._box.show_rules(
                sharing=settings.sharing,
                network=settings.network,
                allowed=self._allowed,
                locked=self._locked,
            )
        if not settings.network or not self._allowed:
            self._stop_search()
        self._settle()

    def _settle(self) -> None:
        if self._wanted and not self._open and self._task is None:
            self._open = True
            self._begin(self._work.offer, self.tr("Getting ready…"), self._show_offered)
        elif not self._wanted and self._open:
            self._withdraw()

    def _withdraw(self) -> None:
        if self._tasks.ended:
            return
        self._endings.start(self._work.withdraw)
        if self._task is not None:  # what it begins meanwhile is withdrawn when it has ended
            self._task.cancel()
            return
        self._open = False
        self._offered = None
        self._forget_gatherings()
        self._say("")

    def _choose(self, on: bool) -> None:
        self._asked = on
        self.chosen.emit(on)

    # Gathering what is offered.

    def renew(self, settings: Settings, source: str, library: str) -> None:
        """After an update of a library from `source`: bring its offer up to date, when that is small."""
        self.apply(settings)
        if self._open and self._task is None:
            self._plan(source, library=library, renewing=True)

    def take_from(self, address: str) -> None:
        """Take what is offered from this place."""
        self._plan(address)

    def _plan(self, address: str = "", *, library: str = "", renewing: bool = False) -> None:
        if not self._wanted:
            return
        self._forget_gatherings()
        self._renewing = renewing
        work = partial(self._work.plan, self._settings, address, library)
        self._begin(work, self.tr("Looking what has to be fetched…"), self._show_plan)

    def _show_plan(self, gatherings: "Gatherings") -> None:
        self._gatherings = gatherings
        unasked = self._settings.ask_above * 1000
        if gatherings.size <= (unasked if self._renewing else min(unasked, TRIFLE)):
            self._wait_then(self._gather)
            return
        self._say(cost_text(gatherings), button=self.tr("Fetch and offer"), other=True)

    def _wait_then(self, work: Callable[[], None]) -> None:
        """Go on when the task that has just succeeded is over."""
        if self._task is not None:
            self._task.ended.connect(work)

    def _go_on(self) -> None:
        if self._gatherings is not None:
            self._gather()
        elif self._offered is not None:
            self._plan()
        else:
            self._asked = True
            self._begin(self._work.offer, self.tr("Getting ready…"), self._show_offered)

    def _gather(self) -> None:
        gatherings = self._gatherings
        if gatherings is None or self._task is not None or not self._wanted:
            return
        self._gatherings = None
        self._asked = False  # what is missing after this is not to be had
        self._begin(partial(self._work.gather, gatherings), self.tr("Fetching…"), self._show_offered)
        if self._task is not None:
            self._task.advanced.connect(self._show_progress)

    def _show_progress(self, done: int, total: int | None) -> None:
        if self._box is not None and total:
            text = self.tr("{done} of {total}").format(done=size_text(done), total=size_text(total))
            self._box.show_progress(text, done / total)

    def _show_offered(self, offered: "Offered") -> None:
        asked, self._asked = self._asked, False
        self._offered = offered
        self._say(self._offered_text(), button=self._renewal())
        if asked and offered.missing:
            self._wait_then(self._plan)

    def _offered_text(self) -> str:
        """Say what is offered; "" where nothing is."""
        return offered_text(self._offered, self._used) if self._offered is not None else ""

    def _renewal(self) -> str:
        """Give the words of the button that brings the offer up to date; "" where it is."""
        if self._offered is None:
            return ""
        if stale_editions(self._offered, self._used):
            return self.tr("Bring the offer up to date")
        return self.tr("See what it takes") if self._offered.missing else ""

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Folder or stick with an edition"))
        if name:
            self.take_from(name)

    # Looking for others.

    def look_around(self) -> None:
        """Look for a few seconds who offers a library."""
        if self._search is not None or self._searches.ended or self._box is None:
            return
        if not (self._settings.network and self._allowed):
            return
        self._search = task = self._searches.start_long(self._work.browse)
        self._box.show_neighbours(())
        self._box.show_search(self.tr("Looking for a few seconds…"), busy=True)
        task.succeeded.connect(self._show_neighbours)
        task.cancelled.connect(lambda: self._say_search(""))
        task.failed.connect(self._explain_search)
        task.ended.connect(self._end_search)

    def _end_search(self) -> None:
        self._search = None

    def _show_neighbours(self, found: "tuple[Neighbour, ...]") -> None:
        if self._box is None:
            return
        if not found:
            self._say_search(
                self.tr("Nobody on this network offers a library just now. An address can be typed below.")
            )
            return
        self._found = {one.address: one.library for one in found}
        computers = len({one.name for one in found})
        self._say_search(self.tr("%n computer(s) found:", "", computers))
        words = self.tr("{name} — library “{library}”, edition {version}")
        self._box.show_neighbours(
            tuple(
                (words.format(name=one.name, library=one.library, version=one.version), one.address)
                for one in found
            )
        )

    def _explain_search(self, error: Exception) -> None:
        self._say_search(self._words_for(error))

    def _say_search(self, text: str) -> None:
        if self._box is not None and self._settings.network:
            self._box.show_search(text, busy=False)

    def _choose_address(self, text: str) -> None:
        from procura_desktop.sync.lan import library_at, typed_address

        address = typed_address(text)
        if address:
            self.address_chosen.emit(address, self._found.get(address) or library_at(address))
        else:
            self._say_search(self.tr("Type an address such as 192.168.1.20, or 192.168.1.20:29170."))

    # Running.

    def _begin(self, work: Callable[[Progress], T], words: str, show: Callable[[T], None]) -> None:
        if self._task is not None or self._tasks.ended:
            return
        self._task = task = self._tasks.start_long(work)
        self._say(words, busy=True)
        task.ended.connect(self._end)
        task.succeeded.connect(show)
        task.failed.connect(self._explain)
        task.cancelled.connect(
            lambda: self._say_stuck(self.tr("Stopped. What has arrived is kept for the next time."))
        )

    def _end(self) -> None:
        self._task = None
        self._settle()

    def _say(self, text: str, *, button: str = "", other: bool = False, busy: bool = False) -> None:
        from procura_desktop.gui.sharing_box import OfferState

        self._state = OfferState(text=text, button=button, other=other, busy=busy)
        if self._box is not None:
            self._box.show_offer(self._state)

    def _explain(self, error: Exception) -> None:
        asked, self._asked = self._asked, False
        if isinstance(error, LocalNetworkError):
            self._offered = None
        if isinstance(error, NoReleaseError) and asked:
            self._wait_then(self._plan)
        elif isinstance(error, NoReleaseError) and self._offered is None:
            text = self.tr("The files to offer are not here yet.")
            self._say(text, button=self.tr("See what it takes"), other=True)
        else:
            self._say_stuck(self._words_for(error))

    def _say_stuck(self, text: str) -> None:
        """Say why it does not go on; what was offered before still is."""
        lines = filter(None, (self._offered_text(), text))
        self._say("\n".join(lines), button=self._renewal() or self.tr("Try again"), other=True)

    def _words_for(self, error: Exception) -> str:
        """Give words for what is not to be had; a fault of the program is shown as one."""
        if not isinstance(error, ProcuraError):
            self.failed.emit(error)
            return ""
        return failure_text(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _stop_search(self) -> None:
        if self._search is not None:
            self._search.cancel()

    def _forget_gatherings(self) -> None:
        gatherings, self._gatherings = self._gatherings, None
        if gatherings is not None:
            self._endings.start(gatherings.close)

    def close(self) -> None:
        """Stop what runs, offer nothing any more, and wait for it."""
        if self._tasks.ended:
            return
        for tasks in (self._searches, self._tasks):
            tasks.wait()
        if self._gatherings is not None:
            self._endings.at_end(self._gatherings.close)
        self._endings.at_end(self._work.withdraw)
        self._endings.wait()
