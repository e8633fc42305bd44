"""A computer that takes releases: its folders, and what on it must not change when it refuses one."""

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from procura_desktop.errors import UpdateError
from procura_desktop.library.installed import library_paths, read_pointer
from procura_desktop.library.open import open_first
from procura_desktop.library.read import Library
from procura_desktop.progress import Progress, Silent
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import add_source
from procura_desktop.sync.http import Clock
from procura_desktop.sync.places import LibraryPlace, library_place
from procura_desktop.sync.session import Done, Found, find, follow
from tests.releases import Publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """What is in use: the pointer as it is written, the hash of each library file, and what opens."""

    pointer: bytes | None
    files: dict[str, str]
    digest: str
    version: str


@dataclass(slots=True)
class Computer:
    """Somebody's computer; `library` is the one that is looked at."""

    places: Folders
    library: str = "main"
    settings: Settings = Settings(proxy="none")  # noqa: RUF009 - it is frozen

    @property
    def place(self) -> LibraryPlace:
        return library_place(self.places, self.library)

    def trusts(self, publisher: Publisher, *addresses: str | Path) -> None:
        """Pin a publisher's first root; without addresses, updates come from the publisher's folder."""
        where = addresses or (publisher.folder,)
        add_source(
            self.places, self.library, addresses=tuple(map(str, where)), root=publisher.root.read_bytes()
        )

    def find(
        self,
        address: str | Path = "",
        *,
        accept_expired: str = "",
        anew: bool = False,
        clock: Clock | None = None,
        progress: Progress | None = None,
    ) -> Found:
        return find(
            self.places,
            self.settings,
            library=self.library,
            address=str(address),
            accept_expired=accept_expired,
            anew=anew,
            clock=clock,
            progress=progress or Silent(),
        )

    def update(
        self,
        address: str | Path = "",
        *,
        accept_expired: str = "",
        clock: Clock | None = None,
        progress: Progress | None = None,
    ) -> Done:
        with closing(self.find(address, accept_expired=accept_expired, clock=clock)) as found:
            return follow(found, progress=progress or Silent())

    def open(self) -> Library:
        place = self.place
        return open_first(_paths(place))[0]

    @property
    def version(self) -> str:
        with self.open() as library:
            return library.info.version

    @property
    def digest(self) -> str:
        with self.open() as library:
            return library.info.digest

    def verify(self) -> None:
        """Check every page and line of the library in use."""
        with self.open() as library:
            library.verify(Silent())

    def in_use(self) -> InUse:
        """Give what a refused update must leave."""
        place = self.place
        pointer = place.folder / f"{self.library}.json"
        return InUse(
            pointer=pointer.read_bytes() if pointer.exists() else None,
            files={path.name: _hash(path) for path in sorted(place.folder.glob("*.sqlite"))},
            digest=self.digest,
            version=self.version,
        )


def _paths(place: LibraryPlace) -> list[Path]:
    return library_paths(place.folder, place.library, place.bundled)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def everything_around(computer: Computer) -> set[str]:
    """Give every file on the computer and beside it, other than what is being put together."""
    base = computer.places.data.parent
    return {str(path.relative_to(base)) for path in base.rglob("*") if "staging" not in str(path)}


@contextmanager
def refused(
    computer: Computer, words: str, *, kind: type[UpdateError] = UpdateError
) -> Iterator[pytest.ExceptionInfo[UpdateError]]:
    """Expect an error with these words, and the library in use, its pointer and its digest untouched."""
    before = computer.in_use()
    with pytest.raises(kind, match=words) as caught:
        yield caught
    assert computer.in_use() == before
    computer.verify()
    pointer = read_pointer(computer.place.folder, computer.library)
    assert pointer is None or (computer.place.folder / pointer.current).is_file()
