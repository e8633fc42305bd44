"""The file that procurements travel in: JSON in a zip, as docs/procurement-file.md describes it.

A file comes from anybody. It is read into memory within limits, every name in it must be one of ours, and
nothing of it is written anywhere; so no path, no bomb and no archive within the archive has a way in.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from zlib import compress as deflate
from zlib import error as DeflateError  # noqa: N812 - an exception is named as one

import msgspec

from procura_desktop.errors import ExportError, ForeignFileError
from procura_desktop.library.disk import write_whole
from procura_desktop.phrases import Phrase, phrase
from procura_desktop.progress import Progress

FORMAT = 1
MANIFEST = "procura.json"
LARGEST_FILE = 64 * 1024**2
LARGEST_ENTRY = 32 * 1024**2  # decompressed
LARGEST_WHOLE = 256 * 1024**2  # all entries together, decompressed
MOST_ENTRIES = 5_000
MOST_RATIO = 200  # of what is longer than `_SMALL`
_SMALL = 64 * 1024
_NAME = re.compile(r"procura\.json|procurements/[0-9]{4}\.json|parts/[a-z][a-z0-9-]{0,40}\.json")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # of every entry: the same content is the same file
_ENCRYPTED = 0x1

Kind = Literal["procurement", "workspace"]


class Manifest(msgspec.Struct, kw_only=True, frozen=True):
    """What a file says about itself; see docs/procurement-file.md."""

    format: int
    program: str
    made: str
    kind: Kind
    procurements: int
    parts: tuple[str, ...] = ()


def write_file(path: Path, manifest: Manifest, entries: Mapping[str, bytes]) -> None:
    """Write a file whole or not at all, and none that `read_file` would refuse.

    Raises:
        ExportError: it cannot be written, or would be too large; what stood there is unchanged.
    """
    held = io.BytesIO()
    told = {MANIFEST: msgspec.json.encode(manifest), **entries}
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in told.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, _way_of(data))
    sizes = [*map(len, told.values())]
    too_large = max(sizes) > LARGEST_ENTRY or sum(sizes) > LARGEST_WHOLE or len(sizes) > MOST_ENTRIES
    if too_large or held.tell() > LARGEST_FILE:
        raise ExportError(
            path=path,
            detail=phrase("details", "it is more than one file can hold; save procurements one by one"),
        )
    try:
        write_whole(path, held.getvalue())
    except OSError as error:
        raise ExportError(path=path, detail=error.strerror or str(error)) from error


def _way_of(data: bytes) -> int:
    """Give how to compress an entry: not at all where it shrinks so much that it looks like a bomb."""
    shrinks = len(data) > _SMALL and len(data) > MOST_RATIO * len(deflate(data))
    return zipfile.ZIP_STORED if shrinks else zipfile.ZIP_DEFLATED


def read_file(path: Path, progress: Progress) -> tuple[Manifest, dict[str, bytes]]:
    """Read all entries of a file by name, in their order; advances in entries.

    Raises:
        ForeignFileError: it is none of ours, broken, beyond the limits, or of a later program.
        Cancelled: the user asked to stop.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _refused(
                path, phrase("details", "it is larger than {most} MB").of(most=LARGEST_FILE // 1024**2)
            )
        data = path.read_bytes()
    except OSError as error:
        raise _refused(
            path, phrase("details", "it cannot be read ({error})").of(error=error.strerror or error)
        ) from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _entries(path, archive, progress)
    except (zipfile.BadZipFile, NotImplementedError, DeflateError, EOFError, ValueError, OSError) as error:
        raise _refused(
            path, phrase("details", "it is not a whole procurement file ({error})").of(error=error)
        ) from error
    return _manifest(path, entries.pop(MANIFEST, b"")), entries


def _entries(path: Path, archive: zipfile.ZipFile, progress: Progress) -> dict[str, bytes]:
    listed = archive.infolist()
    if len(listed) > MOST_ENTRIES:
        raise _refused(
            path,
            phrase("details", "it has more than {most_entries} entries").of(most_entries=MOST_ENTRIES),
        )
    found: dict[str, bytes] = {}
    whole = 0
    for done, entry in enumerate(listed, start=1):
        progress.advance(done, len(listed))
        _check_entry(path, entry, found)
        with archive.open(entry) as reader:
            data = reader.read(LARGEST_ENTRY + 1)
        whole += len(data)
        if len(data) > LARGEST_ENTRY or whole > LARGEST_WHOLE:
            raise _refused(path, phrase("details", "it unpacks to more than a procurement can be"))
        if len(data) > max(_SMALL, entry.compress_size * MOST_RATIO):
            raise _refused(
                path,
                phrase("details", "the entry {filename} unpacks to far more than it should").of(
                    filename=entry.filename
                ),
            )
        found[entry.filename] = data
    return found


def _check_entry(path: Path, entry: zipfile.ZipInfo, found: Mapping[str, bytes]) -> None:
    if not _NAME.fullmatch(entry.filename):
        raise _refused(
            path,
            phrase("details", "the entry {filename} does not belong into such a file").of(
                filename=repr(entry.filename[:80])
            ),
        )
    if entry.filename in found:
        raise _refused(
            path,
            phrase("details", "the entry {filename} stands in it twice").of(filename=entry.filename),
        )
    if entry.flag_bits & _ENCRYPTED:
        raise _refused(path, phrase("details", "it is encrypted; ask for it without a password"))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _refused(
            path,
            phrase("details", "the entry {filename} is compressed in a way that is not used here").of(
                filename=entry.filename
            ),
        )


def _manifest(path: Path, data: bytes) -> Manifest:
    """Read the manifest; the format is looked at first, since a later one may differ in all else."""
    try:
        found = msgspec.json.decode(data)
        number = found["format"]
    except (msgspec.MsgspecError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise _refused(
            path, phrase("details", "it is no procurement file: it does not say its format")
        ) from error
    if isinstance(number, int) and number > FORMAT:
        program = str(found.get("program", "?"))[:40]
        raise _refused(
            path,
            phrase(
                "details",
                "a later version of the program wrote it ({program}, format {number}); this reads {format}",
            ).of(program=program, number=number, format=FORMAT),
        )
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError) as error:
        raise _refused(
            path, phrase("details", "what it says about itself makes no sense ({error})").of(error=error)
        ) from error
    if manifest.format != FORMAT:
        raise _refused(
            path,
            phrase("details", "it has the format {format}; this reads {ours}").of(
                format=manifest.format, ours=FORMAT
            ),
        )
    return manifest


def _refused(path: Path, detail: Phrase) -> ForeignFileError:
    return ForeignFileError(path=path, detail=detail)
