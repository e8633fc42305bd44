"""Which libraries are on this computer, and which edition of each one could go to."""

from collections.abc import Iterable

from procura_desktop.domain.addresses import MAIN_LIBRARY
from procura_desktop.errors import LibraryError
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.library.installed import (
    BUNDLED,
    bundled_path,
    other_libraries,
    paths_of,
    read_pointer,
)
from procura_desktop.library.open import open_first, open_library
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.policy import load_policy


class LibrariesHere:
    """Looks into the folders of one user anew each time: a command may have changed them."""

    def __init__(self, places: Folders) -> None:
        self._places = places

    def names(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Give the names of all libraries that are here or have one of these sources, the main one first.

        What the policy forbids is not among them.
        """
        names = set(sources)
        forbidden = load_policy(self._places.policy).libraries_forbidden
        for paths in other_libraries(self._places, forbidden):
            try:
                with open_library(paths[0]) as library:
                    names.add(library.info.name)
            except LibraryError:
                continue  # the start of the program has said so
        return (MAIN_LIBRARY, *sorted(names - {MAIN_LIBRARY, *forbidden}))

    def info(self, library: str) -> LibraryInfo | None:
        """Give what the edition in use says about itself; None means that there is none."""
        try:
            opened, _ = open_first(paths_of(self._places, library))
        except LibraryError:
            return None
        with opened:
            return opened.info

    def previous(self, library: str) -> tuple[str, str] | None:
        """Give name of the file and version of the edition that is kept beside the one in use."""
        pointer = read_pointer(self._places.library_dir, library)
        if pointer is None or pointer.previous is None:
            return None
        name = pointer.previous
        try:
            with open_library(
                bundled_path(library) if name == BUNDLED else self._places.library_dir / name
            ) as kept:
                return name, kept.info.version
        except LibraryError:
            return None

    def is_held(self, library: str) -> bool:
        """Say whether a person went back."""
        pointer = read_pointer(self._places.library_dir, library)
        return pointer is not None and pointer.held

    def was_cut_off(self, library: str) -> bool:
        """Say whether a part of an edition has arrived."""
        staging = self._places.library_dir / "staging" / library
        return staging.is_dir() and any(staging.glob("*.part"))
