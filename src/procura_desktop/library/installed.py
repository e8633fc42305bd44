"""Which library file is in use: a small pointer beside the files, swapped in one step.

The file in use and the one before it are kept. A pointer that cannot be read is as none: the library that
came with the program is used, and nothing is deleted.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import NoPreviousError
from procura_desktop.library.disk import sync_folder, write_whole
from procura_desktop.resources import resources_root
from procura_desktop.settings.folders import Folders

BUNDLED = ""  # the name, in a pointer, of the library that came with the program


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """What is in use.

    Attributes:
        current: name of the file in use, or `BUNDLED`.
        previous: name of the one before; None means that there is none.
        held: whether a person went back; an update of its own accord does not go forward then.
    """

    current: str
    previous: str | None = None
    held: bool = False

    def __post_init__(self) -> None:
        """Refuse what is no name of a file in the folder."""
        for name in (self.current, self.previous or BUNDLED):
            if not isinstance(name, str) or Path(name).name != name or name == "..":
                raise ValueError(f"{name!r} is no name of a library file")


def read_pointer(folder: Path, library: str) -> Pointer | None:
    """Read the pointer of a library; None means that there is none, or none that makes sense."""
    import json  # most people have no pointer yet

    try:
        return Pointer(**json.loads(_pointer_path(folder, library).read_bytes()))
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def library_paths(folder: Path, library: str, bundled: Path) -> list[Path]:
    """Give where a library may be, the best first; the bundled one always comes last."""
    pointer = read_pointer(folder, library)
    if pointer is None:
        by_hand = folder / f"{library}.sqlite"
        return [by_hand, bundled] if _is_there(by_hand) else [bundled]
    names = [name for name in (pointer.current, pointer.previous) if name is not None]
    if pointer.current == BUNDLED:
        return [bundled]
    return [*(folder / name for name in names if name != BUNDLED), bundled]


def paths_of(places: Folders, library: str = MAIN_LIBRARY) -> list[Path]:
    """Give where a library of this user may be, the best first."""
    return library_paths(places.library_dir, library, bundled_path(library))


def previous_path(places: Folders, library: str = MAIN_LIBRARY) -> Path | None:
    """Give the edition that the one in use came after; None where there is none, or a person went back."""
    pointer = read_pointer(places.library_dir, library)
    if pointer is None or pointer.previous is None or pointer.held:
        return None
    if pointer.previous == BUNDLED:
        return bundled_path(library)
    return places.library_dir / pointer.previous


def other_libraries(places: Folders, hidden: Sequence[str] = ()) -> list[list[Path]]:
    """Give where the libraries beside the main one may be, by name, without those that are switched off."""
    folders = (places.library_dir.glob("*.json"), (resources_root() / "library").glob("*.sqlite"))
    names = {path.stem for found in folders for path in found if "." not in path.stem}
    wanted = sorted(names - {MAIN_LIBRARY, *hidden})
    found = (paths_of(places, name) for name in wanted)
    return [paths for paths in found if any(path.exists() for path in paths)]


def bundled_path(library: str) -> Path:
    """Give where a library that came with the program is; there may be none of this name."""
    return resources_root() / "library" / f"{library}.sqlite"


def name_in_use(folder: Path, library: str) -> str:
    """Give the name of the file in use: what the pointer says, else one that was put there by hand."""
    pointer = read_pointer(folder, library)
    if pointer is not None:
        return pointer.current
    by_hand = f"{library}.sqlite"
    return by_hand if (folder / by_hand).exists() else BUNDLED


def activate(folder: Path, library: str, draft: Path, *, version: str, digest: str) -> Path:
    """Put a finished library file in use and keep the one before; a crash leaves the one or the other.

    Raises:
        OSError: the files cannot be renamed.
    """
    before = name_in_use(folder, library)
    return _put_in_use(folder, library, draft, version=version, digest=digest, previous=before)


def replace_damaged(folder: Path, library: str, draft: Path, *, version: str, digest: str) -> Path:
    """Put a sound file in use instead of the damaged one, which nobody wants to go back to.

    Raises:
        OSError: the files cannot be renamed.
    """
    pointer = read_pointer(folder, library)
    before = pointer.previous if pointer is not None else None
    return _put_in_use(folder, library, draft, version=version, digest=digest, previous=before)


def _put_in_use(
    folder: Path, library: str, draft: Path, *, version: str, digest: str, previous: str | None
) -> Path:
    from secrets import token_hex  # the start of the program reads pointers and makes none

    name = f"{library}-{version}-{digest[:8]}-{token_hex(2)}.sqlite"
    place = folder / name
    draft.replace(place)
    sync_folder(folder)
    try:
        write_pointer(folder, library, Pointer(current=name, previous=previous))
    except OSError:
        place.unlink()  # the disk may be full: nothing that nobody uses stays on it
        raise
    prune(folder, library)
    return place


def go_back(folder: Path, library: str, *, bundled: Path | None = None) -> Pointer:
    """Use the edition before, until somebody goes forward; going back twice is going forward.

    `bundled` is the library that came with the program; None looks for it where it usually is.

    Raises:
        NoPreviousError: there is none.
        OSError: the pointer cannot be written.
    """
    pointer = read_pointer(folder, library)
    if pointer is None or pointer.previous is None:
        raise NoPreviousError(library=library)
    came_with_us = bundled or bundled_path(library)
    if not (folder / pointer.previous if pointer.previous != BUNDLED else came_with_us).is_file():
        raise NoPreviousError(library=library)
    swapped = Pointer(current=pointer.previous, previous=pointer.current, held=not pointer.held)
    write_pointer(folder, library, swapped)
    return swapped


def write_pointer(folder: Path, library: str, pointer: Pointer) -> None:
    """Swap the pointer in one step, onto the disk.

    Raises:
        OSError: it cannot be written.
    """
    import json

    write_whole(_pointer_path(folder, library), json.dumps(asdict(pointer)).encode())


def prune(folder: Path, library: str) -> None:
    """Delete the files of this library that the pointer does not name; one that is open is left for later.

    What a program that was killed had begun to write goes too.
    """
    pointer = read_pointer(folder, library)
    if pointer is None:
        return
    ours = re.compile(rf"{re.escape(library)}-[^-]+-[0-9a-f]{{8}}-[0-9a-f]{{4}}\.sqlite")
    found = [path for path in folder.iterdir() if ours.fullmatch(path.name)]
    for path in (*found, *folder.glob(f".{library}.*.tmp")):
        if path.name not in (pointer.current, pointer.previous):
            with suppress(PermissionError):  # Windows keeps what a program has open
                path.unlink()


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # it may not even be looked at
        return False


def _pointer_path(folder: Path, library: str) -> Path:
    return folder / f"{library}.json"
