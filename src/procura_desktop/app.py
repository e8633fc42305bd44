"""Puts the desktop together; the only place that knows the whole of it."""

import gc
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from procura_desktop import __version__
from procura_desktop.domain.addresses import MAIN_LIBRARY, UPDATE_FILE
from procura_desktop.domain.openable import PROCUREMENT_FILE, file_ending
from procura_desktop.errors import (
    BackupError,
    LibraryError,
    PolicyError,
    ProcuraError,
    ProgramIncompleteError,
    WorkspaceError,
    WorkspaceNotKeptError,
)
from procura_desktop.gui.application import make_application, show_icon
from procura_desktop.gui.instance import Instance, hand_over, server_name
from procura_desktop.gui.look import Look
from procura_desktop.gui.main_window import MainWindow
from procura_desktop.gui.openings import SYSTEM_ASKS, Openings
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.preload import Preload
from procura_desktop.gui.router import Router
from procura_desktop.gui.sitting import Sitting
from procura_desktop.gui.tasks import Tasks
from procura_desktop.gui.theme import ThemeName
from procura_desktop.gui.update_words import is_old
from procura_desktop.gui.words import date_text
from procura_desktop.library.age import clock_is_behind, today_here
from procura_desktop.library.books import Books
from procura_desktop.library.installed import other_libraries, paths_of, previous_path
from procura_desktop.library.open import open_first, open_shelf
from procura_desktop.progress import Cancelled
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.policy import load_policy
from procura_desktop.settings.rules import Rules, load_rules
from procura_desktop.settings.settings import Settings
from procura_desktop.workspace.workspace import (
    Workspace,
    empty_workspace,
    open_for_reading,
    open_workspace,
)

if TYPE_CHECKING:
    from procura_desktop.export.letterhead import Letterhead
    from procura_desktop.gui.backups import Backups
    from procura_desktop.gui.crash import Way
    from procura_desktop.gui.settings_page import SettingsPage
    from procura_desktop.gui.updates import Updates

UPDATES_AFTER_MS = 3_000


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
        self.router.set_previous(previous_path(places))
        self.router.set_look(self.look.colours, self.look.text_scale)
        self._soon = QTimer(self, singleShot=True, interval=UPDATES_AFTER_MS)
        self._soon.timeout.connect(self._begin_quiet_work)
        self._connect()
        self._hide_features()
        self._show_age()

    def _connect(self) -> None:
        window, router, look = self.window, self.router, self.look
        router.failed.connect(self.explain_error)
        router.remembering.failed.connect(self._explain)
        router.web_requested.connect(self._open_outside)
        window.place_wanted.connect(self.fill_settings)
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

        updates = Updates(self._places, self.library.info, self.window)
        updates.library_changed.connect(self._change_library)
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
        self.window.notice.tell(text.format(address=address))

    def _letterhead(self) -> "Letterhead":
        from procura_desktop.export.letterhead import letterhead_of

        return letterhead_of(load_rules(self._places).policy)

    def _show_age(self) -> None:
        """Keep in sight of when the library is."""
        newest = self.library.info.published or self.library.info.newest
        text = self.tr("Library of\n{date}").format(date=date_text(newest)) if newest else ""
        self.window.navigation.set_age(text, old=bool(newest) and is_old(newest, today_here()))

    def _begin_quiet_work(self) -> None:
        """Do what a start must not wait for: note it, and look for updates where that was chosen."""
        from procura_desktop.settings.logbook import LOG, open_log

        open_log(self._places)
        info = self.library.info
        LOG.info("start %s on %s; library %s %s", __version__, sys.platform, info.name, info.version)
        self.updates.start_by_itself()
        self.backups.start_by_itself()

    def explain_error(self, error: Exception) -> None:
        """Show an error and note it."""
        note(self._places, error)
        _show_error(error, self.window)

    def _explain_clock(self) -> None:
        """Say so where the clock names a day before the library was made: updates need a right one."""
        info, today = self.library.info, today_here()
        if clock_is_behind(info, today):
            text = self.tr(
                "The clock of this computer says {today}, but your library is of {newest}. Set the clock: "
                "updates over the network and the age of texts need it."
            )
            newest = info.published or info.newest
            self.window.notice.tell(text.format(today=date_text(today.isoformat()), newest=date_text(newest)))

    def _change_library(self, changed: tuple[str, ...]) -> None:
        """Show the edition that is in use now, and mark what it changed until it is read."""
        old = self.library
        self.library, problems = open_books(self._places, paths_of(self._places), load_rules(self._places))
        self.router.remembering.keep(lambda: self._mark_changes(changed))
        previous = previous_path(self._places)
        self.router.use_library(self.library, previous, (self.look.colours, self.look.text_scale))
        self.updates.set_library(self.library.info)
        self._show_age()
        old.close()
        for problem in problems:
            self._explain(problem)

    def _mark_changes(self, changed: tuple[str, ...]) -> None:
        self._workspace.forget_changes(MAIN_LIBRARY)
        self._workspace.note_changes(MAIN_LIBRARY, changed, self.library.info.version)

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
            _show_error(problem, self.window, instead=used.format(path=self.library.path))
            return
        from procura_desktop.gui.messages import explain

        message = explain(problem)
        text = f"{message.title}. {message.text}"
        unkept = isinstance(problem, WorkspaceError) and not self._workspace.keeps
        if unkept and not isinstance(problem, WorkspaceNotKeptError):
            text += " " + self.tr("Until you close the program, nothing new is kept.")
        self.window.notice.tell(text)

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
        self.look.let_go()
        if "updates" in self.__dict__:
            self.updates.close()
        if "backups" in self.__dict__:
            self.backups.close()
        self.router.let_go()
        self._tasks.wait()
        self._workspace.close()
        self.library.close()


def open_books(
    places: Folders, libraries: list[Path], rules: Rules
) -> tuple[Books, tuple[LibraryError, ...]]:
    """Open the first of these that is sound, and beside it the others that are here and may be read.

    Raises:
        LibraryError: none of them is sound.
    """
    main, faults = open_first(libraries)
    without, prefer = rules.not_opened, rules.policy.content_language
    books, others = open_shelf(main, other_libraries(places, without), without=without, prefer=prefer)
    return books, (*faults, *others)


def open_outside(address: str) -> None:
    """Hand an address to the browser or the mail program; a file or another kind is never opened."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    from procura_desktop.gui.reader.links import leads_outside

    if leads_outside(address):
        QDesktopServices.openUrl(QUrl(address))


def _show_error(error: Exception, window: QWidget | None = None, *, instead: str = "") -> None:
    from procura_desktop.gui.crash import show_error

    show_error(error, window, instead=instead)


def note(places: Folders, error: BaseException) -> None:
    """Write a fault into the log."""
    from procura_desktop.settings.logbook import note_fault, open_log

    open_log(places)
    note_fault(error)


def _show_crash(
    places: Folders, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Show what nobody expected; a fault of a kind that we know is explained instead."""
    from procura_desktop.gui.crash import show_crash

    note(places, error)
    if isinstance(error, ImportError):
        _show_error(ProgramIncompleteError(detail=str(error)))
    elif isinstance(error, ProcuraError):
        _show_error(error)
    else:
        show_crash(kind, error, trace)


def _open_workspace(path: Path) -> tuple[Workspace, list[ProcuraError]]:
    """Open the workspace; where nothing can be written to it, read a copy and give the reason.

    Raises:
        WorkspaceError: it cannot even be read.
    """
    try:
        return open_workspace(path), []
    except (WorkspaceNotKeptError, BackupError) as error:
        return open_for_reading(path), [error]


def make_desktop(
    places: Folders,
    libraries: list[Path],
    *,
    theme: ThemeName | None = None,
    workspace: Workspace | None = None,
) -> Desktop:
    """Open library, settings and workspace, if none is given, and put the window over them.

    Raises:
        LibraryError: not even the bundled library can be used.
        WorkspaceError: the workspace cannot be used.
    """
    rules = load_rules(places)
    settings = rules.settings
    if theme is not None:
        settings = replace(settings, theme=theme)
    workspace, unkept = _open_workspace(places.workspace) if workspace is None else (workspace, [])
    try:
        library, faults = open_books(places, libraries, rules)
    except LibraryError:
        workspace.close()
        raise
    desktop = Desktop(places, settings, library, workspace)
    desktop.problems = [*rules.problems, *unkept, *faults]
    return desktop


def make_desktop_anyway(places: Folders, libraries: list[Path]) -> Desktop | None:
    """Make the desktop; where the workspace cannot be used, ask what to do until it can, or do without it.

    The unusable file is not touched, or kept where another takes its place. None: the person wants to quit.

    Raises:
        LibraryError: not even the bundled library can be used.
    """
    told: list[str] = []
    while True:
        try:
            desktop = make_desktop(places, libraries)
        except WorkspaceError as error:
            from procura_desktop.gui.crash import ask_to_go_on

            note(places, error)
            look = _dress_dialogs(places)
            way = ask_to_go_on(error)
            if way == "quit":
                return None
            if way == "without":
                desktop = make_desktop(places, libraries, workspace=empty_workspace(places.workspace))
                desktop.problems.append(error)
                return desktop
            told += _mended(places, way, look)
        else:
            desktop.notices = told
            return desktop


def _mended(places: Folders, way: "Way", look: Look) -> list[str]:
    """Rescue a damaged workspace, or put a backup in its place; give what the window shall tell of it."""
    from procura_desktop.gui.mending import ask_for_backup, go_back, rescue_what_can_be_read

    try:
        if way == "rescue":
            rescue_what_can_be_read(places)
        elif (backup := ask_for_backup(places, look.colours)) is not None:
            return [go_back(places, backup)]
    except Cancelled:
        return []
    except ProcuraError as error:
        note(places, error)
        _show_error(error)
    return []


def _dress_dialogs(places: Folders) -> Look:
    """Give a dialog that comes before the window the look of the window."""
    return Look(places, load_rules(places).settings)


def _make_or_explain(places: Folders) -> Desktop | None:
    """Make the desktop; None: it cannot be made, which was said, or the person would rather quit."""
    try:
        return make_desktop_anyway(places, paths_of(places))
    except LibraryError as error:
        note(places, error)
        _dress_dialogs(places)
        _show_error(error)
        return None


def run(places: Folders, address: str) -> int:
    """Open the window and stay until it is closed; give the exit code."""
    application = make_application(load_policy(places.policy).language)
    openings = Openings(application) if SYSTEM_ASKS else None
    name = server_name(places.data)
    if hand_over(name, address):
        return 0
    sys.excepthook = partial(_show_crash, places)
    desktop = _make_or_explain(places)
    if desktop is None:
        return 1
    instance = Instance(name)
    sitting = Sitting(places, desktop, lambda: _make_or_explain(places))
    instance.called.connect(sitting.call)
    desktop.start(address)
    if openings is not None:
        openings.opened.connect(sitting.call)
        openings.start()
    _report_first_paint(application)
    preload = Preload((lambda: show_icon(application), *desktop.router.steps_to_first_text()), application)
    preload.done.connect(_collect_garbage)
    preload.start()
    code = application.exec()
    instance.close()
    sitting.close()
    return code


def _collect_garbage() -> None:
    """Begin to collect garbage, without ever going through what the start has made."""
    gc.freeze()
    gc.enable()


def _report_first_paint(application: QApplication) -> None:
    """Print, where the environment asks for it, how long the start took; see tests/benchmarks."""
    if "PROCURA_PRINT_FIRST_PAINT" not in os.environ:
        return
    application.processEvents()
    sys.stdout.write(f"first-paint-ms={_milliseconds_since_start():.0f}\n")
    sys.stdout.flush()
    seconds = float(os.environ.get("PROCURA_QUIT_AFTER", "1"))
    QTimer.singleShot(int(seconds * 1000), application.quit)


def _milliseconds_since_start() -> float:
    """Give the age of this process, from the kernel's count of clock ticks since boot (Linux)."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000


@contextmanager
def _thrown_away(places: Folders) -> Iterator[Folders]:
    """Give folders for a workspace and settings that nobody will miss, under the same policy."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        yield folders(Path(name), policy=places.policy)


def shot(places: Folders, *, out: Path, width: int, height: int, theme: ThemeName, at: str) -> int:
    """Save a picture of the window at a place, over an empty workspace; give the exit code."""
    with _thrown_away(places) as aside:
        return _shot(aside, paths_of(places), out=out, size=QSize(width, height), theme=theme, at=at)


def _shot(aside: Folders, libraries: list[Path], *, out: Path, size: QSize, theme: ThemeName, at: str) -> int:
    make_application(load_policy(aside.policy).language)
    try:
        desktop = make_desktop(aside, libraries, theme=theme)
    except ProcuraError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    desktop.window.resize(size)
    desktop.window.show()
    desktop.window.top_bar.focus_field()
    failures: list[Exception] = []
    desktop.router.failed.disconnect()
    desktop.router.failed.connect(failures.append)
    place = parse_place(at)
    desktop.fill_settings(place.name)
    desktop.router.go(place)
    _settle(0.4)
    saved = not failures and desktop.window.grab().save(str(out))
    desktop.window.close()
    desktop.close()
    if not saved:
        reason = failures[0] if failures else f"{out}: name a .png in a folder where you may write"
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


def self_test(places: Folders) -> int:
    """Open the window, an article and a search, and quit; give 0 when all went well."""
    with _thrown_away(places) as aside:
        return _self_test(aside, paths_of(places))


def _self_test(aside: Folders, libraries: list[Path]) -> int:
    make_application(load_policy(aside.policy).language)
    try:
        desktop = make_desktop(aside, libraries)
    except ProcuraError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    # A policy that is wrong is named by its own check; the window opens all the same.
    failures: list[Exception] = [one for one in desktop.problems if not isinstance(one, PolicyError)]
    desktop.problems = []
    desktop.router.failed.disconnect()
    desktop.router.failed.connect(failures.append)
    desktop.start("")
    articles = desktop.library.briefs(kind="article")
    if not articles:
        sys.stderr.write("The library holds no article.\n")
        return 1
    desktop.router.open_record(articles[0].id)
    desktop.router.type_search(articles[0].title)
    _settle(0.3)
    desktop.window.close()
    desktop.close()
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    return 1 if failures else 0


def _settle(seconds: float) -> None:
    """Let the window do what it has to do."""
    end = datetime.now(UTC).timestamp() + seconds
    while datetime.now(UTC).timestamp() < end:
        QApplication.processEvents()
        time.sleep(0.01)
