"""Taking a signed release into the program that is about to be built.

The release is checked as a client checks it, by python-tuf under a pinned root. Its metadata goes along,
so that an installed program refuses whatever is older than what it came with.
"""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tuf.api.exceptions import DownloadHTTPError, ExpiredMetadataError
from tuf.api.metadata import Targets
from tuf.ngclient import FetcherInterface, Updater

from procura_desktop.library.arrival import shown
from procura_desktop.library.build import build_library
from procura_desktop.library.entries import Entries, Facts
from procura_desktop.library.pack import PackError
from procura_desktop.library.packfile import read_pack
from procura_desktop.progress import Progress
from procura_desktop.publish.disk import explained, put
from procura_desktop.publish.errors import ReleaseError
from procura_desktop.publish.folder import METADATA, TARGETS, facts_of
from procura_desktop.publish.roles import BROKEN, ROLES, from_bytes
from procura_desktop.publish.trust import pin_root, sound_root

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def bundle(folder: Path, *, root: Path, out: Path, into: Path, progress: Progress) -> Facts:
    """Check a release, build its library file and keep its metadata; advances in records.

    Raises:
        ReleaseError: the release is not sound under this root, has expired, or a folder cannot be written.
        Cancelled: the library file is as it was.
    """
    pinned = sound_root(root)
    with tempfile.TemporaryDirectory() as scratch, explained(folder):
        try:
            facts, entries = _checked(folder, pinned, Path(scratch), progress)
        except ExpiredMetadataError as error:
            raise ReleaseError(f"{folder}: {error}; run 'procura-publish refresh' first") from error
        except (KeyError, PackError, *BROKEN) as error:
            raise ReleaseError(f"{folder}: this is no sound release under {root} ({error})") from error
        metadata = {role: (Path(scratch) / f"{role}.json").read_bytes() for role in ROLES}
    with explained(into):
        place = into / facts.name
        pin_root(pinned, place)
        for role, data in metadata.items():
            put(place / METADATA / f"{role}.json", data)
    records, originals = shown(entries)
    with explained(out.parent):
        build_library(
            out,
            name=facts.name,
            version=facts.version,
            records=records,
            assets=entries.assets,
            synonyms=entries.synonyms,
            publisher=facts.publisher,
            published=facts.published,
            originals=originals,
            progress=progress,
        )
    return facts


class _FolderFetcher(FetcherInterface):
    """Reads a folder as if it were a server."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = Path(url)
        if not path.is_file():
            raise DownloadHTTPError(f"{path}: there is no such file", 404)
        with path.open("rb") as file:
            while piece := file.read(65_536):
                yield piece


def _checked(folder: Path, pinned: bytes, scratch: Path, progress: Progress) -> tuple[Facts, Entries]:
    updater = Updater(
        str(scratch),
        f"{folder}/{METADATA}",
        str(scratch),
        f"{folder}/{TARGETS}",
        fetcher=_FolderFetcher(),
        bootstrap=pinned,
    )
    updater.refresh()
    data = (scratch / "targets.json").read_bytes()
    facts = facts_of(from_bytes(Targets, data, shown=str(folder)).signed)
    target = updater.get_targetinfo(f"{facts.version}.pack")
    if target is None or not _NAME.fullmatch(facts.name):
        raise ReleaseError(f"{folder}: the release has no pack, or its library has no name")
    entries, inside = read_pack(Path(updater.download_target(target)), progress=progress)
    if inside != facts:
        raise ReleaseError(f"{folder}: the pack says something else of itself than what was signed")
    return facts, entries
