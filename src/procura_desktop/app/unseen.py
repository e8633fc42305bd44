"""The window without a display: pictures of it, and the test that it opens."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from procura_desktop.app.making import make_desktop
from procura_desktop.errors import PolicyError, ProcuraError
from procura_desktop.gui.application import make_application
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.theme import ThemeName
from procura_desktop.library.installed import paths_of
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.policy import load_policy


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
    desktop.router.go(parse_place(at))
    _settle(0.4)
    QApplication.sendPostedEvents()  # lays out what came last
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
    for article in articles[:1]:
        desktop.router.open_record(article.id)
        desktop.router.type_search(article.title)
        _settle(0.3)
    desktop.window.close()
    desktop.close()  # also where there was nothing to open: Windows deletes no folder with an open file
    faults = [*map(str, failures), *([] if articles else ["The library holds no article."])]
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


def _settle(seconds: float) -> None:
    """Let the window do what it has to do."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
