"""Checking that the program can work here: its library, folders, settings, workspace and window.

Nothing of Qt is loaded: the window is checked by a second process of this program. What belongs to the
user is only read.
"""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from procura_desktop import __version__
from procura_desktop.cli.arguments import Arguments
from procura_desktop.cli.libraries import FALLBACK
from procura_desktop.cli.output import sentence, write
from procura_desktop.cli.policies import look_at_policy
from procura_desktop.cli.program_files import is_installed, look_at_program
from procura_desktop.cli.workspaces import look_at_workspace
from procura_desktop.errors import LibraryError, ProcuraError
from procura_desktop.library.age import today_here
from procura_desktop.library.installed import paths_of
from procura_desktop.library.open import open_first
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.settings import load_settings
from procura_desktop.sync.inventory import (
    clock_facts,
    disk_facts,
    is_read_only,
    library_facts,
    take_inventory,
)

WINDOW_SECONDS = 60
TRIED = 65_536  # bytes written to see that there is room


class _CheckError(ProcuraError):
    """Something that `check` looked at is not as it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """What one check found."""

    name: str
    sound: bool
    detail: str

    def __str__(self) -> str:
        """Write it as a line of a table."""
        return f"{'ok' if self.sound else 'FAILED':6}  {self.name:9}  {self.detail}"


def check(arguments: Arguments) -> int:
    """Print what was checked and found; give 0 when all is sound."""
    places = folders(arguments.data_dir, policy=arguments.policy)
    looks: dict[str, Callable[[], str]] = {
        "library": lambda: _check_library(places),
        "clock": lambda: _check_clock(places),
        "folders": lambda: _check_folders(places),
        "settings": lambda: _check_settings(places),
        "policy": lambda: look_at_policy(places),
        "workspace": lambda: look_at_workspace(places),
        "window": lambda: _check_window(places, arguments),
    }
    if is_installed():
        looks = {"program": look_at_program, **looks}
    findings = []
    for name, look in looks.items():
        findings.append(_look(name, look))
        if not arguments.json:
            write(str(findings[-1]))
    sound = all(finding.sound for finding in findings)
    if arguments.json:
        write(json.dumps(_document(places, findings), indent=2))
    return 0 if sound else 1


def _document(places: Folders, findings: list[_Finding]) -> dict[str, object]:
    """Give what inventory tools read; docs/fleet.md names every field."""
    return {
        "sound": all(finding.sound for finding in findings),
        "version": __version__,
        "checks": [asdict(finding) for finding in findings],
        **asdict(take_inventory(places)),
        "disk": asdict(disk_facts(places)),
    }


def _look(name: str, look: Callable[[], str]) -> _Finding:
    try:
        return _Finding(name=name, sound=True, detail=look())
    except ProcuraError as error:
        return _Finding(name=name, sound=False, detail=sentence(error))
    except OSError as error:  # nothing can be put aside for a moment, say
        return _Finding(name=name, sound=False, detail=f"this could not be checked: {error}")


def _check_library(places: Folders) -> str:
    library, wrong = open_first(paths_of(places))
    with library:
        library.verify(Silent())
        info = library.info
    if wrong:
        raise _CheckError(f"{wrong[0]}. {FALLBACK} Put a sound file there, or delete it.") from wrong[0]
    return f"{info.name} {info.version}, {info.records} records, newest {info.newest} ({library.path})"


def _check_clock(places: Folders) -> str:
    today = today_here()
    found = clock_facts(library_facts(places, today))
    if found.behind:
        raise _CheckError(
            f"the clock of this computer says {today}, before its library was made; set it: "
            "updates over the network need it"
        )
    return found.now


def _check_folders(places: Folders) -> str:
    if places.portable is not None and is_read_only(places.data):
        return f"{places.data} is read-only: everything can be read, nothing is kept"
    for folder in (places.data, places.config, places.cache, places.library_dir):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with TemporaryFile(dir=folder) as file:
                file.write(bytes(TRIED))
        except OSError as error:
            what = "make room" if error.errno == errno.ENOSPC else "allow it"
            raise _CheckError(
                f"{folder}: nothing can be written here ({error.strerror or error}); "
                f"{what}, or choose another folder with --data-dir"
            ) from error
    return f"{places.data} and the others can be written"


def _check_settings(places: Folders) -> str:
    load_settings(places.settings)
    return str(places.settings)


def _check_window(places: Folders, arguments: Arguments) -> str:
    with TemporaryDirectory() as empty:
        # A library that is not used is named once, by its own check; here counts the one that is.
        data_dir = Path(empty) if _falls_back(places) else arguments.data_dir
        named = {"--data-dir": data_dir, "--policy": arguments.policy}
        done = _start_window([word for name, path in named.items() if path for word in (name, str(path))])
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _CheckError(
            f"the window failed with {done.returncode}: {said[-1] if said else 'no reason given'}"
        )
    return "opened and closed, with an article"


def _falls_back(places: Folders) -> bool:
    try:
        library, wrong = open_first(paths_of(places))
    except LibraryError:
        return False
    library.close()
    return bool(wrong)


def _start_window(named: list[str]) -> subprocess.CompletedProcess[bytes]:
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "procura_desktop"]
    try:
        return subprocess.run(  # noqa: S603 - this program itself
            [*start, "--self-test", *named],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=WINDOW_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _CheckError(f"the window did not open and close within {WINDOW_SECONDS} seconds") from error
    except OSError as error:
        raise _CheckError(f"the program cannot start itself: {error}") from error
