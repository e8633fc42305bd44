"""Making the desktop; where it cannot be made, saying why and asking what to do."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from procura_desktop.app.books import open_books
from procura_desktop.app.desktop import Desktop
from procura_desktop.app.faults import note, show_fault
from procura_desktop.errors import (
    BackupError,
    LibraryError,
    ProcuraError,
    WorkspaceError,
    WorkspaceNotKeptError,
)
from procura_desktop.gui.look import Look
from procura_desktop.gui.theme import ThemeName
from procura_desktop.library.installed import paths_of
from procura_desktop.progress import Cancelled
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.rules import load_rules
from procura_desktop.workspace.workspace import Workspace, empty_workspace, open_for_reading, open_workspace

if TYPE_CHECKING:
    from procura_desktop.gui.crash import Way


def _open_workspace(places: Folders) -> tuple[Workspace, list[ProcuraError]]:
    """Open the workspace; where nothing can be written to it, read a copy and give the reason.

    Raises:
        WorkspaceError: it cannot even be read.
    """
    try:
        return open_workspace(places.workspace, backups=places.backup_folders), []
    except (WorkspaceNotKeptError, BackupError) as error:
        return open_for_reading(places.workspace, backups=places.backup_folders), [error]


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
    workspace, unkept = _open_workspace(places) if workspace is None else (workspace, [])
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
        show_fault(error)
    return []


def _dress_dialogs(places: Folders) -> Look:
    """Give a dialog that comes before the window the look of the window."""
    return Look(places, load_rules(places).settings)


def make_or_explain(places: Folders) -> Desktop | None:
    """Make the desktop; None: it cannot be made, which was said, or the person would rather quit."""
    try:
        return make_desktop_anyway(places, paths_of(places))
    except LibraryError as error:
        note(places, error)
        _dress_dialogs(places)
        show_fault(error)
        return None
