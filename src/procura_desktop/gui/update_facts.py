"""What the page Updates shows while nothing runs: what is in use, whence updates come, what was chosen."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from procura_desktop import __version__
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import PolicyError, SettingsError
from procura_desktop.gui.libraries_here import LibrariesHere
from procura_desktop.gui.messages import explain
from procura_desktop.gui.program_words import program_text
from procura_desktop.gui.update_words import age_text, library_text
from procura_desktop.gui.updates_page import CHOICES, Choices, UpdatesPage
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.library.installed import BUNDLED
from procura_desktop.resources import resources_root
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.policy import Policy, load_policy
from procura_desktop.settings.rules import Rules, load_rules
from procura_desktop.settings.sources import Source, load_sources
from procura_desktop.sync.program_seen import seen_version


class UpdateFacts(QObject):
    """Reads them anew each time: a command or an administrator may have changed them."""

    failed = Signal(Exception)

    def __init__(self, places: Folders, here: LibrariesHere, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._here = here

    def sources(self) -> tuple[Source, ...]:
        """Give where updates come from; what is wrong with them is told."""
        try:
            return load_sources(self._places, resources_root() / "trust")
        except PolicyError:
            return ()  # the start of the program has said so, and the page does
        except SettingsError as error:
            self.failed.emit(error)
            return ()

    def show(self, page: UpdatesPage, library: str, info: LibraryInfo, *, changes: int) -> Rules:
        """Fill the page for a library.

        Args:
            page: what to fill.
            library: the name of the one that is chosen.
            info: of the main library.
            changes: how many texts of the library the last update changed.

        Returns:
            The rules that were obeyed.
        """
        rules = load_rules(self._places)
        settings, policy = rules.settings, rules.policy
        sources = self.sources()
        shown = info if library == MAIN_LIBRARY else self._here.info(library)
        page.show_library(
            self._words_about(shown),
            previous=self._previous_words(library),
            changes=changes,
        )
        can_hide = library not in (MAIN_LIBRARY, *policy.libraries_required) and shown is not None
        page.show_libraries(
            self._here.names(source.library for source in sources),
            library,
            shown=library not in settings.hidden if can_hide else None,
            locked=rules.is_locked("hidden"),
        )
        self._show_source(page, next((one for one in sources if one.library == library), None))
        page.show_program(program_text(seen_version(self._places.trust / MAIN_LIBRARY), __version__))
        page.show_choices(
            Choices(
                background=settings.background,
                offline=not settings.network,
                ask_above=settings.ask_above,
                most_rate=settings.most_rate,
            ),
            locked=[key for key in CHOICES if rules.is_locked(key)],
            own_sources=policy.user_sources and policy.sound,
        )
        page.sharing.setVisible("sharing" not in policy.features_hidden)
        return rules

    def _words_about(self, info: LibraryInfo | None) -> str:
        if info is None:
            return self.tr("This library is not here yet: its first update brings it.")
        return f"{library_text(info)}\n{age_text(info, datetime.now(UTC).astimezone().date())}"

    def _previous_words(self, library: str) -> str:
        """Name the edition that one can go to; "" where there is none."""
        kept = self._here.previous(library)
        if kept is None:
            return ""
        name, version = kept
        if name == BUNDLED:
            return self.tr("Go back to the edition that came with the program")
        if self._here.is_held(library):
            return self.tr("Go forward to edition {version}").format(version=version)
        return self.tr("Go back to edition {version}").format(version=version)

    def _show_source(self, page: UpdatesPage, source: Source | None) -> None:
        policy = load_policy(self._places.policy)
        if policy.faults:
            text = _faults_of(policy)
        elif source is None:
            text = self.tr(
                "No source of updates is set. Ask your administrator, or add one below with the root file "
                "that the publisher gives out."
            )
        elif source.addresses:
            text = self.tr("From {address}").format(address=", ".join(source.addresses))
        else:
            text = self.tr("This library has no address: its editions come on sticks and as files.")
        can_look = source is not None and bool(source.addresses)
        page.show_source(text, can_look=can_look, own=source is not None and not source.preset)


def _faults_of(policy: Policy) -> str:
    message = explain(PolicyError(path=policy.path, faults=tuple(fault.words for fault in policy.faults)))
    return f"{message.title}. {message.text}"
