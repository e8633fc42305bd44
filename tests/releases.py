"""Signed release folders without Markdown, for tests of both sides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from procura_desktop.domain.records import Asset, Record
from procura_desktop.library.entries import Facts
from procura_desktop.progress import Silent
from procura_desktop.publish.keys import Keys, make_keys, open_keys
from procura_desktop.publish.program import ProgramPublished, publish_program
from procura_desktop.publish.refresh import Refreshed, refresh
from procura_desktop.publish.release import Edition, Released, make_release
from procura_desktop.publish.rotation import rotate

PASSPHRASE = "correct horse battery"  # noqa: S105 - of keys that sign nothing but tests
TODAY = datetime.now(tz=UTC).date()  # python-tuf looks at the clock; what it reads must hold


def unlock(_path: Path) -> str:
    return PASSPHRASE


@dataclass(slots=True)
class Publisher:
    """Somebody with keys and a folder to publish in.

    Attributes:
        folder: the release folder, with ``metadata`` and ``targets``.
        keys: newest state of the keys.
        newest: version of the newest edition; it counts within the month of the release.
    """

    folder: Path
    keys: Keys
    name: str = "main"
    publisher: str = "City of Ghent"
    newest: str = ""

    @property
    def root(self) -> Path:
        """The first root, which clients pin."""
        return self.keys.folder / "root.json"

    def release(
        self,
        *,
        records: Sequence[Record],
        assets: Sequence[Asset] = (),
        synonyms: Sequence[tuple[str, ...]] = (),
        note: str = "",
        on: date = TODAY,
        version: str = "",
    ) -> Facts:
        return self.publish(
            records=records, assets=assets, synonyms=synonyms, note=note, on=on, version=version
        ).facts

    def publish(
        self,
        *,
        records: Sequence[Record],
        assets: Sequence[Asset] = (),
        synonyms: Sequence[tuple[str, ...]] = (),
        note: str = "",
        on: date = TODAY,
        version: str = "",
    ) -> Released:
        edition = Edition(
            name=self.name,
            publisher=self.publisher,
            note=note,
            version=version,
            records=records,
            assets=assets,
            synonyms=synonyms,
        )
        released = make_release(edition, self.folder, self.keys, on=on, unlock=unlock, progress=Silent())
        self.newest = released.facts.version
        return released

    def refresh(self, *, on: date = TODAY, program: bool = False) -> Refreshed:
        return refresh(self.folder, self.keys, on=on, unlock=unlock, program=program)

    def publish_program(self, *files: Path, version: str, on: date = TODAY) -> ProgramPublished:
        """Publish installers of the program beside the content."""
        return publish_program(files, self.folder, self.keys, version=version, on=on, unlock=unlock)

    def rotate(self, role: str, *, on: date = TODAY) -> None:
        """Exchange the key of a role; the next release or refresh publishes it."""
        self.keys = rotate(self.keys, role, on=on, unlock=unlock, passphrase=PASSPHRASE)


def make_publisher(
    folder: Path,
    *,
    name: str = "main",
    publisher: str = "City of Ghent",
    on: date = TODAY,
    root_keys: int = 1,
    root_threshold: int = 1,
    program_keys: int = 0,
    program_threshold: int = 1,
) -> Publisher:
    """Make keys in ``folder/keys`` for a release in ``folder/release``, which is empty yet."""
    make_keys(
        folder / "keys",
        passphrase=PASSPHRASE,
        on=on,
        root_keys=root_keys,
        root_threshold=root_threshold,
        program_keys=program_keys,
        program_threshold=program_threshold,
    )
    return Publisher(folder / "release", open_keys(folder / "keys"), name, publisher)
