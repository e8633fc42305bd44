"""The window with everything behind it: what leads to what."""

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from procura_desktop import __version__
from procura_desktop.app.books import open_books, previous_of
from procura_desktop.app.faults import note, show_fault
from procura_desktop.domain.addresses import UPDATE_FILE
from procura_desktop.domain.openable import PROCUREMENT_FILE, file_ending
from procura_desktop.errors import (
    LibraryError,
    ProcuraError,
    WorkspaceError,
    WorkspaceNotKeptError,
)
from procura_desktop.gui.look import Look
from procura_desktop.gui.main_window import MainWindow
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.preload import Preload
from procura_desktop.gui.router import Router
from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.update_words import is_old
from procura_desktop.gui.words import date_text
from procura_desktop.library.age import clock_is_behind, today_here
from procura_desktop.library.books import Books
from procura_desktop.library.installed import paths_of
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.policy import load_policy
from procura_desktop.settings.rules import load_rules
from procura_desktop.settings.settings import Settings
from procura_desktop.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from procura_desktop.export.letterhead import Letterhead
    from procura_desktop.gui.backups import Backups
    from procura_desktop.gui.settings_page import SettingsPage
    from procura_desktop.gui.updates import Updates

UPDATES_AFTER_MS = 3_000
# What updates and backups import, each in a step of its own.
QUIET_MODULES = (
    "procura_desktop.settings.sources",
    "procura_desktop.gui.sharing",
    "procura_desktop.gui.updates",
    "procura_desktop.workspace.rescue",
    "procura_desktop.gui.backups",
)


class Desktop(QObject):
    """The window with everything behind it, for as long as the workspace stays the same."""

    going_back = Signal(object)  # to which backup, a Path

    def __init__(self, places: Folders, settings: Settings, library: Books, workspace: Workspace) -> None:
        super().__init__()
        self._places = places
        self.library = library
        self._workspace = workspace
        self.problems: list[ProcuraError] = []
        self.notices: list[str] = []  # what to tell of how it came to be
        self._tasks = Tasks(self)
        self.look = Look(places, settings, self)
        self.window = MainWindow()
        self.router = Router(
            self.window,
            library,
            workspace,
            tasks=self._tasks,
            colours=self.look.colours,
            updates=lambda: self.updates,
            letterhead=self._letterhead,
        )
        self.router.marks.set_previous(previous_of(places, library))
        self.router.set_look(self.look.colours, self.look.text_scale)
        self._soon = QTimer(self, singleShot=True, interval=UPDATES_AFTER_MS)
        self._soon.timeout.connect(self._begin_quiet_work)
        steps = (lambda: self.updates.start_by_itself(), lambda: self.backups.start_by_itself())
        self._quiet = Preload(steps, self, modules=QUIET_MODULES)
        self._connect()
        self._hide_features()
        self._show_age()

    def _connect(self) -> None:
        window, router, look = self.window, self.router, self.look
        router.failed.connect(self.explain_error)
        router.remembering.failed.connect(self._explain)
        router.web_requested.connect(self._open_outside)
        router.shows.connect(self.fill_settings)
        window.closing.connect(self._remember)
        window.larger_wanted.connect(look.larger)
        window.smaller_wanted.connect(look.smaller)
        window.usual_size_wanted.connect(look.usual_size)
        look.changed.connect(self._dress)
        look.failed.connect(self.explain_error)

    @cached_property
    def updates(self) -> "Updates":
        """What keeps the library current; made when it is first wanted, which is after the first paint."""
        from procura_desktop.gui.updates import Updates

        updates = Updates(self._places, self.library.infos, self.window)
        updates.library_changed.connect(self._change_library)
        updates.libraries_changed.connect(lambda: self._reopen_libraries())
        updates.changes_wanted.connect(lambda: self.router.go(parse_place("changes")))
        updates.settings_changed.connect(self._show_settings)
        updates.failed.connect(self.explain_error)
        return updates

    @cached_property
    def backups(self) -> "Backups":
        """What backs the workspace up; made when it is first wanted, which is after the first paint."""
        from procura_desktop.gui.backups import Backups

        colours = self.look
        backups = Backups(
            self._places, self.window, keeps=self._workspace.keeps, colours=lambda: colours.colours
        )
        backups.told.connect(self.window.notice.tell)
        backups.failed.connect(self.explain_error)
        backups.going_back.connect(self.going_back)
        return backups

    def _hide_features(self) -> None:
        """Take away what the organisation does not want to be seen."""
        policy = load_policy(self._places.policy)
        hidden = policy.features_hidden
        self.window.navigation.hide_places(hidden)
        words = self.tr("This part of the program is switched off")
        self.router.forbid({name: policy.forbid("features_hidden", words) for name in hidden})

    def _open_outside(self, address: str) -> None:
        """Open the browser or the mail program, or say that the organisation does not want it."""
        if load_policy(self._places.policy).web_links:
            open_outside(address)
            return
        text = self.tr("Your organisation does not let links open the browser. The address is: {address}")
        self.window.notice.warn(text.format(address=address))

    def _letterhead(self) -> "Letterhead":
        from procura_desktop.export.letterhead import letterhead_of

        return letterhead_of(load_rules(self._places).policy)

    def _show_age(self) -> None:
        """Keep in sight of when the library is."""
        newest = self.library.info.dated
        text = self.tr("Library of\n{date}").format(date=date_text(newest)) if newest else ""
        self.window.navigation.set_age(text, old=bool(newest) and is_old(newest, today_here()))

    def _begin_quiet_work(self) -> None:
        """Do what a start must not wait for: note it, and look for updates where that was chosen."""
        from procura_desktop.settings.logbook import LOG, open_log

        open_log(self._places)
        info = self.library.info
        LOG.info("start %s on %s; library %s %s", __version__, sys.platform, info.name, info.version)
        self._quiet.start()

    def explain_error(self, error: Exception) -> None:
        """Show an error and note it."""
        note(self._places, error)
        show_fault(error, self.window)

    def _explain_clock(self) -> None:
        """Say so where the clock names a day before the library was made: updates need a right one."""
        info, today = self.library.info, today_here()
        if clock_is_behind(info, today):
            text = self.tr(
                "The clock of this computer says {today}, but your library is of {newest}. Set the clock: "
                "updates over the network and the age of texts need it."
            )
            newest = info.dated
            self.window.notice.warn(text.format(today=date_text(today.isoformat()), newest=date_text(newest)))

    def _change_library(self, name: str, changed: tuple[str, ...]) -> None:
        """Show the edition of a library that is in use now, and mark what it changed until it is read."""
        self._reopen_libraries(lambda: self._mark_changes(name, changed))

    def _mark_changes(self, name: str, changed: tuple[str, ...]) -> None:
        versions = {info.name: info.version for info in self.library.infos}
        self._workspace.mark_changes(name, changed, versions.get(name, ""))

    def _reopen_libraries(self, mark: "Callable[[], None] | None" = None) -> None:
        """Show everything from the editions that are in use now; first `mark` what they changed."""
        old = self.library
        self.library, problems = open_books(self._places, paths_of(self._places), load_rules(self._places))
        if mark is not None:
            self.router.remembering.keep(mark)
        previous = previous_of(self._places, self.library)
        self.router.use_library(self.library, previous, (self.look.colours, self.look.text_scale))
        self.updates.set_libraries(self.library.infos)
        self._show_age()
        old.close()
        for problem in problems:
            self._explain(problem)

    def fill_settings(self, name: str) -> None:
        """Show what is set, when the settings are the place that is wanted."""
        if name != "settings":
            return
        page = self.router.pages.settings
        page.theme_chosen.connect(self.look.set_theme, Qt.ConnectionType.UniqueConnection)
        page.text_scale_chosen.connect(self.look.set_text_scale, Qt.ConnectionType.UniqueConnection)
        page.chosen.connect(self._choose, Qt.ConnectionType.UniqueConnection)
        page.about.set_details(self._support_details)
        self._serve_data(page)
        self._show_settings()

    def _serve_data(self, page: "SettingsPage") -> None:
        hidden = load_policy(self._places.policy).features_hidden
        page.data.allow_files(allowed="procurements" not in hidden)
        page.data.save_wanted.connect(self._save_all, Qt.ConnectionType.UniqueConnection)
        page.data.take_wanted.connect(self._ask_for_file, Qt.ConnectionType.UniqueConnection)
        self.backups.serve(page.data)

    def _save_all(self) -> None:
        self.router.procuring.parcels.ask_where_to_save_all()

    def _ask_for_file(self) -> None:
        self.router.procuring.parcels.ask_which()

    def _choose(self, key: str, value: object) -> None:
        self.updates.choose({key: value})

    def _show_settings(self) -> None:
        if not self.router.pages.is_made("settings"):
            return
        places = self.tr("Library: {library}\nYour own data: {data}\nSettings: {settings}").format(
            library=self.library.path, data=self._places.data, settings=self._places.settings
        )
        self.router.pages.settings.show_settings(
            self.look.theme, self.look.text_scale, load_rules(self._places), places
        )

    def _support_details(self) -> str:
        from procura_desktop.gui.support_details import support_details

        return support_details(self._places)

    def _dress(self) -> None:
        self.router.set_look(self.look.colours, self.look.text_scale)
        self._show_settings()

    def start(self, address: str) -> None:
        """Show the window where it was, at an address or at home; everything slow comes after."""
        state = self._workspace.window_state("main")
        if state is not None:
            self.window.restore(state)
        self.window.show()
        self.window.top_bar.focus_field()
        self.open(address)

    def open(self, address: str) -> None:
        """Go to an address ("" is home) and say what was wrong at the start."""
        self.router.go(parse_place("home"))
        self._go_to(address)
        for problem in self.problems:
            self._explain(problem)
        self.problems = []
        for text in self.notices:
            self.window.notice.tell(text)
        self.notices = []
        self._explain_clock()
        self._soon.start()

    def _explain(self, problem: ProcuraError) -> None:
        note(self._places, problem)
        if isinstance(problem, LibraryError):
            used = self.tr("The library that came with the program is used instead: {path}")
            show_fault(problem, self.window, instead=used.format(path=self.library.path))
            return
        from procura_desktop.gui.messages import explain

        message = explain(problem)
        text = f"{message.title}. {message.text}"
        unkept = isinstance(problem, WorkspaceError) and not self._workspace.keeps
        if unkept and not isinstance(problem, WorkspaceNotKeptError):
            text += " " + self.tr("Until you close the program, nothing new is kept.")
        self.window.notice.warn(text)

    def call(self, address: str) -> None:
        """Come to the front, as a later start asks."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self._go_to(address)

    def _go_to(self, wanted: str) -> None:
        """Open an address or a file of ours; "" leaves the place as it is."""
        openers = {UPDATE_FILE: self._look_into_update, PROCUREMENT_FILE: self._take_in}
        opener = openers.get(file_ending(wanted), self.router.open_address)
        if wanted:
            opener(wanted)

    def _look_into_update(self, file: str) -> None:
        self.router.go(parse_place("updates"))
        if "updates" not in load_policy(self._places.policy).features_hidden:
            self.updates.look(file)

    def _take_in(self, file: str) -> None:
        self.router.go(parse_place("procurements"))
        if "procurements" not in load_policy(self._places.policy).features_hidden:
            self.router.procuring.parcels.take(file)

    def _remember(self) -> None:
        self.router.save_position()
        state = self.window.state()
        self.router.remembering.keep(lambda: self._workspace.set_window_state("main", state))

    def close(self) -> None:
        """Let go of everything; a window that is closed later has nothing to remember."""
        self.window.closing.disconnect(self._remember)
        self._soon.stop()
        self._quiet.stop()
        self.look.let_go()
        if "updates" in self.__dict__:
            self.updates.close()
        if "backups" in self.__dict__:
            self.backups.close()
        self.router.let_go()
        self._tasks.wait()
        self._workspace.close()
        self.library.close()


def open_outside(address: str) -> None:
    """Hand an address to the browser or the mail program; a file or another kind is never opened."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    from procura_desktop.gui.reader.links import leads_outside

    if leads_outside(address):
        QDesktopServices.openUrl(QUrl(address))
