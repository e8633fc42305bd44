"""A client as python-tuf has it, over a folder."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tuf.api.exceptions import DownloadHTTPError
from tuf.api.metadata import Metadata, Targets
from tuf.ngclient import FetcherInterface, Updater

from procura_desktop.library.entries import Facts
from procura_desktop.publish.folder import facts_of
from tests.releases import Publisher


class FolderFetcher(FetcherInterface):
    def _fetch(self, url: str) -> Iterator[bytes]:
        path = Path(url)
        if not path.is_file():
            raise DownloadHTTPError(f"{path}: not found", 404)
        return iter([path.read_bytes()])


class Client:
    """Somebody who pinned the first root, and keeps what was received."""

    def __init__(self, publisher: Publisher) -> None:
        self._release = publisher.folder
        self._pinned = publisher.root.read_bytes()
        self.place = Path(tempfile.mkdtemp(dir=publisher.keys.folder.parent))

    def _updater(self) -> Updater:
        updater = Updater(
            str(self.place),
            f"{self._release}/metadata",
            str(self.place),
            f"{self._release}/targets",
            fetcher=FolderFetcher(),
            bootstrap=self._pinned,
        )
        updater.refresh()
        return updater

    def fetch(self, name: str) -> Path:
        """Fetch one target, wherever a delegation leads."""
        updater = self._updater()
        target = updater.get_targetinfo(name)
        assert target is not None
        return Path(updater.download_target(target))

    def update(self) -> Facts:
        """Fetch all metadata and every target."""
        updater = self._updater()
        targets = self.targets()
        for name in targets.targets:
            target = updater.get_targetinfo(name)
            assert target is not None
            updater.download_target(target)
        return facts_of(targets)

    def targets(self) -> Targets:
        return Metadata[Targets].from_file(str(self.place / "targets.json")).signed

    def data(self, name: str) -> bytes:
        return (self.place / name).read_bytes()
