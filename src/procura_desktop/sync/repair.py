"""Mends a library file of which a part is damaged, from what is sound here, before anything is fetched."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from procura_desktop.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryMissingError,
    UpdateStorageError,
)
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.entries import Entries, Facts
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.library.installed import library_paths, replace_damaged
from procura_desktop.library.open import open_library
from procura_desktop.library.pack import PackError, library_digest, record_hash
from procura_desktop.library.schema import NEEDS_PROGRAM
from procura_desktop.library.stored import stored_line, stored_lines
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress
from procura_desktop.sync.places import LibraryPlace
from procura_desktop.sync.update import build_entries


def mend(place: LibraryPlace, *, progress: Progress) -> Path:
    """Build the library in use anew from its sound lines and, for the others, from other editions here.

    Raises:
        LibraryError: what is damaged is nowhere sound on this computer; a full update brings it.
        UpdateStorageError: the file cannot be written.
        Cancelled: nothing was changed.
    """
    paths = [path for path in library_paths(place.folder, place.library, place.bundled) if path.is_file()]
    if not paths:
        raise LibraryMissingError(path=place.bundled)
    with open_library(paths[0]) as library:
        info = library.info
    lines = _sound_lines(paths, progress)
    if library_digest((name, record_hash(line)) for name, line in lines.items()) != info.digest:
        raise LibraryDamagedError(
            path=paths[0], detail=phrase("details", "no other edition here holds what is damaged in it")
        )
    entries = Entries.of(lines.values())
    try:
        place.staging.mkdir(parents=True, exist_ok=True)
        draft = place.staging / "draft.sqlite"
        build_entries(draft, entries, _facts(info, len(lines)))
        return replace_damaged(place.folder, place.library, draft, version=info.version, digest=info.digest)
    except OSError as error:
        raise UpdateStorageError(path=place.folder, detail=error.strerror or str(error)) from error


def _sound_lines(paths: list[Path], progress: Progress) -> Mapping[str, bytes]:
    with closing(ReadConnection(paths[0])) as connection:
        lines = stored_lines(connection)
        noted = {str(name): str(found) for name, found in connection.rows("SELECT id, hash FROM record")}
    for done, (name, line) in enumerate(list(lines.items()), start=1):
        wanted = noted.get(name)
        if wanted is not None and record_hash(line) != wanted:
            lines[name] = next(
                (other for other in _elsewhere(paths[1:], name) if record_hash(other) == wanted), line
            )
        progress.advance(done, len(lines))
    return lines


def _elsewhere(paths: list[Path], name: str) -> Iterator[bytes]:
    for path in paths:
        try:
            with closing(ReadConnection(path)) as connection:
                line = stored_line(connection, name)
        except (LibraryError, PackError):
            continue  # damaged as well
        if line is not None:
            yield line


def _facts(info: LibraryInfo, entries: int) -> Facts:
    return Facts(
        name=info.name,
        version=info.version,
        publisher=info.publisher,
        published=info.published,
        digest=info.digest,
        entries=entries,
        needs=NEEDS_PROGRAM,
    )
