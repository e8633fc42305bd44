"""The command `library`: which editions are here, go back, verify, mend."""

import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from procura_desktop.cli.arguments import Arguments
from procura_desktop.cli.asking import progress, tell
from procura_desktop.cli.marking import NO_CHANGES, mark_changes
from procura_desktop.cli.output import sentence
from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import LibraryDamagedError, LibraryError, LibraryMissingError
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.installed import BUNDLED, name_in_use, read_pointer
from procura_desktop.library.open import open_library
from procura_desktop.library.verify import damaged_lines
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.sync.history import read_history
from procura_desktop.sync.lock import only_one
from procura_desktop.sync.places import LibraryPlace, library_place
from procura_desktop.sync.repair import mend
from procura_desktop.sync.session import find, follow
from procura_desktop.sync.update import step_back

REFUSED = 1


def library(arguments: Arguments, places: Folders, settings: Settings) -> int:
    """Do what the command names; give the exit code."""
    place = library_place(places, arguments.library)
    action = arguments.operands[0]
    if action == "list":
        return _list(arguments, place)
    if action == "rollback":
        with only_one(place.lock):
            step_back(place)
        mark_changes(places, place.library, "", NO_CHANGES)
        return _list(arguments, place)
    return _verify(arguments, places, settings, place)


def _editions(place: LibraryPlace) -> list[dict[str, object]]:
    pointer = read_pointer(place.folder, place.library)
    current = name_in_use(place.folder, place.library)
    names = dict.fromkeys(
        (current, *((pointer.previous,) if pointer and pointer.previous is not None else ()), BUNDLED)
    )
    editions: list[dict[str, object]] = []
    for name in names:
        path = place.file(name)
        try:
            with open_library(path) as library:
                info = library.info
        except LibraryError as error:
            if name == BUNDLED and not path.exists():
                continue
            editions.append({"path": str(path), "in_use": name == current, "fault": str(error)})
            continue
        editions.append({"path": str(path), "in_use": name == current, **asdict(info)})
    return editions


def _list(arguments: Arguments, place: LibraryPlace) -> int:
    editions = _editions(place)
    history = read_history(place)
    lines = [
        f"{'in use' if one['in_use'] else 'kept':7} {one.get('version', 'damaged'):12} "
        f"{one.get('published') or one.get('newest', ''):11} {one.get('records', '')!s:>6}  {one['path']}"
        for one in editions
    ]
    none = f"The library {place.library} is not here; fetch it with: {_command('update', place)}"
    tell(arguments, {"editions": editions, "history": asdict(history)}, "\n".join(lines) or none)
    return 0


def _verify(arguments: Arguments, places: Folders, settings: Settings, place: LibraryPlace) -> int:
    editions = _editions(place)
    path = Path(str(editions[0]["path"])) if editions else place.bundled
    damaged, fault = _damage(path)
    if fault is not None and arguments.repair:
        done = _mend(arguments, places, settings, place)
        tell(arguments, {"sound": True, "repaired": done, "damaged": damaged}, f"Mended: {done}.")
        return 0
    document = {"sound": fault is None, "path": str(path), "fault": str(fault or ""), "damaged": damaged}
    tell(arguments, document, f"{path} is sound." if fault is None else _remedy(fault, damaged, place))
    return 0 if fault is None else REFUSED


def _remedy(fault: LibraryError, damaged: list[str], place: LibraryPlace) -> str:
    """Say what is wrong, which lines are damaged, and what to do."""
    if isinstance(fault, LibraryMissingError):
        return f"{fault}\nFetch it with: {_command('update', place)}"
    if not isinstance(fault, LibraryDamagedError):
        return sentence(fault)
    names = "".join(f"\n  {name}" for name in damaged)
    return f"{fault}{names}\nMend it with: {_command('library verify --repair', place)}"


def _command(words: str, place: LibraryPlace) -> str:
    """Write a command that means this library."""
    meant = "" if place.library == MAIN_LIBRARY else f" --library {place.library}"
    return f"procura-desktop {words}{meant}"


def _damage(path: Path) -> tuple[list[str], LibraryError | None]:
    """Give the names of damaged lines, and what is wrong first; None means that all is sound."""
    try:
        with open_library(path) as library:
            library.verify(Silent())
    except LibraryError as error:
        fault = error
    else:
        return [], None
    try:
        with closing(ReadConnection(path)) as connection:
            return [damage.name for damage in damaged_lines(connection, progress=Silent())], fault
    except LibraryError:
        return [], fault


def _mend(arguments: Arguments, places: Folders, settings: Settings, place: LibraryPlace) -> str:
    """Mend from what is here; where that is not enough, fetch the whole edition."""
    try:
        with only_one(place.lock):
            return f"built {mend(place, progress=Silent())} from what is sound on this computer"
    except LibraryDamagedError as error:
        sys.stderr.write(f"{error}; the whole edition is fetched\n")
    with closing(
        find(places, settings, library=place.library, address=arguments.source, anew=True, progress=Silent())
    ) as found:
        return f"fetched {follow(found, progress=progress(arguments)).path}"
