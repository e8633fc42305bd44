"""Updating, as the window does it: ask, show what it costs, carry out, and say calmly what cannot be had.

The work itself is in `update_work`, and runs in a thread of its own.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import (
    ProcuraError,
    ReleaseExpiredError,
    SettingsError,
    SourceUnreachableError,
)
from procura_desktop.gui import update_work
from procura_desktop.gui.libraries_here import LibrariesHere
from procura_desktop.gui.schedule import FIRST_AFTER_MS, Schedule
from procura_desktop.gui.sharing import Sharing
from procura_desktop.gui.update_run import UpdateRun
from procura_desktop.gui.update_words import done_text, failure_text, found_text, progress_text, size_text
from procura_desktop.library.compare import ids_to_read
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.policy import load_policy
from procura_desktop.settings.rules import choose, load_rules
from procura_desktop.settings.settings import Settings

if TYPE_CHECKING:
    from procura_desktop.gui.update_facts import UpdateFacts
    from procura_desktop.gui.updates_page import UpdatesPage
    from procura_desktop.sync.session import Done, Found

AGAIN_AFTER_MS = 60_000


class Updates(QObject):
    """Knows what was found and what runs; the page only shows it."""

    library_changed = Signal(str, object)  # which one, and ids of records that were added or changed
    libraries_changed = Signal()  # one is read now, or no longer
    changes_wanted = Signal()
    settings_changed = Signal()
    failed = Signal(Exception)

    def __init__(self, places: Folders, infos: Sequence[LibraryInfo], window: QWidget) -> None:
        """Take the folders, what the libraries say about themselves, the main one first, and the window."""
        super().__init__(window)
        self._places = places
        self._info = infos[0]
        self._window = window
        self._here = LibrariesHere(places)
        self._library = MAIN_LIBRARY
        self.sharing = Sharing(places, infos, window)
        self.sharing.chosen.connect(lambda on: self.choose({"sharing": on}))
        self.sharing.address_chosen.connect(self._look_at)
        self.sharing.failed.connect(self.failed)
        self._run = UpdateRun(lambda: self.page, self)
        self._run.stopped.connect(self._say_stopped)
        self._found: Found | None = None
        self._page: UpdatesPage | None = None
        self._quiet = False
        self._asked = ""  # the place that was asked last; "" is the source
        self._changes: Mapping[str, int] = {}
        self._started = datetime.now(UTC)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_AFTER_MS)
        self._again.timeout.connect(self.look_quietly)
        self._schedule = Schedule(places, self)
        self._schedule.due.connect(self.look_quietly)

    @property
    def page(self) -> "UpdatesPage":
        """The page, made when it is first wanted."""
        from procura_desktop.gui.updates_page import UpdatesPage

        if self._page is None:
            self._page = UpdatesPage()
            self._connect(self._page)
            self.sharing.attach(self._page.sharing)
            self.refresh()
        return self._page

    def _connect(self, page: "UpdatesPage") -> None:
        page.look_wanted.connect(lambda: self.look())
        page.update_wanted.connect(self.follow)
        page.pause_wanted.connect(self._run.pause)
        page.cancel_wanted.connect(self._run.cancel)
        page.back_wanted.connect(self.go_back)
        page.changes_wanted.connect(self.changes_wanted)
        page.folder_wanted.connect(self._choose_folder)
        page.file_wanted.connect(self._choose_file)
        page.copy_wanted.connect(self._choose_copy)
        page.source_wanted.connect(self._add_source)
        page.forget_wanted.connect(self._remove_source)
        page.chosen.connect(lambda choices: self.choose(choices.as_settings()))
        page.library_chosen.connect(self.choose_library)
        page.shown_chosen.connect(self.show_or_hide)

    # What is so.

    def set_libraries(self, infos: Sequence[LibraryInfo]) -> None:
        """Take note of other editions or libraries, the main one first."""
        self._info = infos[0]
        self.sharing.set_libraries(infos)
        self.refresh()

    def set_changes(self, counts: Mapping[str, int]) -> None:
        """Take note of how many texts the last update of each library changed."""
        self._changes = counts
        self.refresh()

    def refresh(self) -> None:
        """Show what is in use, where updates come from and what was chosen."""
        if self._page is None:
            return
        rules = self._facts.show(
            self._page, self._library, self._info, changes=self._changes.get(self._library, 0)
        )
        self.sharing.apply(rules.settings, rules)

    @cached_property
    def _facts(self) -> "UpdateFacts":
        from procura_desktop.gui.update_facts import UpdateFacts

        facts = UpdateFacts(self._places, self._here, self)
        facts.failed.connect(self.failed)
        return facts

    def choose_library(self, name: str) -> None:
        """Turn to another library."""
        if name != self._library and not self._run.busy:
            self._library = name
            self._forget_found()
            self._say("")

    def show_or_hide(self, shown: bool) -> None:
        """Let the library that is chosen be read, or switch it off."""
        settings = self._settings()
        others = tuple(name for name in settings.hidden if name != self._library)
        hidden = others if shown else (*others, self._library)
        if set(hidden) == set(settings.hidden):
            return
        try:
            choose(self._places, {"hidden": hidden})
        except SettingsError as error:
            self.failed.emit(error)
            return
        self.libraries_changed.emit()

    def _settings(self) -> Settings:
        return load_rules(self._places).settings  # the start of the program has said what is wrong

    def choose(self, changes: Mapping[str, object]) -> None:
        """Keep what a person chose, by the names of settings, and obey it at once."""
        try:
            choose(self._places, changes)
        except SettingsError as error:
            self.failed.emit(error)
        rules = load_rules(self._places)
        if not rules.settings.network:
            self._stop_using_network()
        self.sharing.apply(rules.settings, rules)
        self.refresh()
        self.settings_changed.emit()

    def _stop_using_network(self) -> None:
        """Stop what a web address is asked for; a folder or a stick is asked on."""
        self._again.stop()
        asked = [self._asked] if self._asked else [a for one in self._facts.sources() for a in one.addresses]
        if any(address.startswith(("http://", "https://")) for address in asked):
            self._run.cancel()

    # Looking.

    def start_by_itself(self) -> None:
        """Look some time after the start, where that was chosen or where an update was cut off."""
        if self._here.was_cut_off(self._library):
            QTimer.singleShot(FIRST_AFTER_MS, self, self.look_quietly)
        self._schedule.start()
        if self._settings().offers:
            QTimer.singleShot(FIRST_AFTER_MS, self, lambda: self.sharing.apply(self._settings()))

    def look_quietly(self) -> None:
        """Look and, where it is small, fetch, without a dialog whatever comes of it."""
        held = self._here.is_held(self._library)
        if not self._run.busy and self._settings().network and not held:
            self.look(quiet=True)

    def look(self, address: str = "", *, accept_expired: str = "", quiet: bool = False) -> None:
        """Ask the source, or this place instead, what it has."""
        if self._run.busy:
            return
        self._forget_found()
        self._quiet = quiet
        self._asked = address
        work = partial(
            update_work.look,
            self._places,
            self._settings(),
            library=self._library,
            address=address,
            accept_expired=accept_expired,
        )
        words, failed = self.tr("Looking for a newer edition…"), partial(self._explain_look, address)
        self._run.begin(work, words, self._show_found, failed=failed)

    def _look_at(self, address: str, library: str) -> None:
        self.page.ensureVisible(0, 0)  # where the answer will be
        known = self._here.names(source.library for source in self._facts.sources())
        self.choose_library(library if library in known else MAIN_LIBRARY)
        self.look(address)

    def _show_found(self, found: "Found") -> None:
        self._found = found
        plan, facts = found.plan, found.plan.offer.facts
        if plan.way == "nothing":
            self._say(self.tr("You have the newest edition, {version}.").format(version=facts.version))
            self._forget_found()
            return
        self._say(found_text(found), offered=True)
        small = plan.size <= self._settings().ask_above * 1000
        if self._quiet and small and (self._settings().background or self._here.was_cut_off(self._library)):
            self.follow()

    def _explain_look(self, address: str, error: Exception) -> None:
        from procura_desktop.gui.messages import explain

        waiver = load_policy(self._places.policy).expiry_waiver
        if isinstance(error, ReleaseExpiredError) and not self._quiet and waiver:
            self._say("")
            if self._accepts_expired(error):
                self.look(address, accept_expired=error.version)
            else:
                self._say(explain(error).text)
            return
        if isinstance(error, SourceUnreachableError) and self._here.was_cut_off(self._library):
            self._again.start()  # the line is not back yet
        self._explain(error)

    def _accepts_expired(self, error: ReleaseExpiredError) -> bool:
        from procura_desktop.gui.update_questions import accepts_expired

        return accepts_expired(self._window, error)

    # Carrying out.

    def follow(self) -> None:
        """Carry out what was found."""
        found = self._found
        if found is None or self._run.busy:
            return
        self._started = datetime.now(UTC)
        self._run.begin(
            partial(update_work.follow, found),
            self.tr("Updating…"),
            self._finish,
            failed=self._explain_follow,
            advanced=self._show_progress,
        )

    def _show_progress(self, done: int, total: int | None) -> None:
        seconds = (datetime.now(UTC) - self._started).total_seconds()
        self.page.show_progress(progress_text(done, total, seconds), done / total if total else 0.0)

    def _finish(self, done: "Done") -> None:
        source = self._found.plan.offer.source if self._found is not None else ""
        self._forget_found()
        self._say(done_text(done))
        self.library_changed.emit(self._library, ids_to_read(done.differences, self._library))
        self.sharing.renew(self._settings(), source, self._library)

    def _explain_follow(self, error: Exception) -> None:
        if isinstance(error, SourceUnreachableError):
            self._forget_found()
            self._say(
                self.tr(
                    "The line is down. What has arrived is kept; it goes on by itself when the line is back."
                )
            )
            self._again.start()
            return
        self._explain(error)

    def go_back(self) -> None:
        """Use the other edition that is kept."""
        from procura_desktop.sync.lock import only_one
        from procura_desktop.sync.places import library_place
        from procura_desktop.sync.update import step_back

        place = library_place(self._places, self._library)
        try:
            with only_one(place.lock):
                step_back(place)
        except ProcuraError as error:
            self.failed.emit(error)
            return
        self._say("")
        self.library_changed.emit(self._library, ())

    # Other places.

    def _choose_folder(self) -> None:
        from procura_desktop.gui.update_questions import ask_folder

        if name := ask_folder(self._window):
            self.look(name)

    def _choose_file(self) -> None:
        from procura_desktop.gui.update_questions import ask_file

        if name := ask_file(self._window):
            self.look(name)

    def _choose_copy(self) -> None:
        from procura_desktop.gui.update_questions import ask_where_to_write

        if (to := ask_where_to_write(self._window)) is not None:
            self.write_copy(to)

    def write_copy(self, to: Path) -> None:
        """Write the newest edition to a folder."""
        done = self.tr("{folder} holds the newest edition now, {size}.")
        self._run.begin(
            partial(update_work.write_copy, self._places, self._settings(), self._library, to),
            self.tr("Writing the newest edition…"),
            lambda size: self._say(done.format(folder=to, size=size_text(size))),
            failed=self._explain,
        )

    def _add_source(self) -> None:
        from procura_desktop.gui.source_dialog import SourceDialog

        dialog = SourceDialog(self._window)
        if dialog.exec():
            self.take_source(dialog.addresses, dialog.root, library=dialog.library)

    def take_source(self, addresses: tuple[str, ...], root: bytes, *, library: str = MAIN_LIBRARY) -> None:
        """Keep a source whose fingerprint was compared, and turn to its library."""
        from procura_desktop.settings.sources import add_source

        try:
            add_source(self._places, library, addresses=addresses, root=root)
        except SettingsError as error:
            self.failed.emit(error)
            return
        self._library = library
        self._forget_found()
        self._say("")

    def _remove_source(self) -> None:
        from procura_desktop.settings.sources import remove_source

        try:
            remove_source(self._places, self._library)
        except SettingsError as error:
            self.failed.emit(error)
        self.refresh()

    # Saying what came of it.

    def _say_stopped(self) -> None:
        self._say(self.tr("Stopped. What has arrived is kept for the next time."))

    def _say(self, text: str, *, offered: bool = False) -> None:
        self.page.show_idle(text, offered=offered)
        self.refresh()

    def _explain(self, error: Exception) -> None:
        """Say on the page what is not to be had; only a fault of the program is shown as one."""
        if not isinstance(error, ProcuraError):
            self._say("")
            self.failed.emit(error)
            return
        self._say(failure_text(error))

    def _forget_found(self) -> None:
        found, self._found = self._found, None
        if found is not None:
            self._run.finish(found.close)

    def close(self) -> None:
        """Stop what runs and wait for it."""
        self._again.stop()
        self._schedule.stop()
        self.sharing.close()
        found, self._found = self._found, None
        self._run.wait()
        if found is not None:
            found.close()
