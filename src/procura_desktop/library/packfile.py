"""A full pack: every line of a release, compressed, behind one line that says what it is.

The lines are sorted by name, so the same release always gives the same bytes.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from procura_desktop.library.compress import compress, lines_of
from procura_desktop.library.entries import Entries, Facts, hashes_of
from procura_desktop.library.pack import PackError, library_digest
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress

FORMAT = 1
LONGEST_LINE = 16 * 1024 * 1024
LARGEST_PACK = 4 * 1024**3  # decompressed


class _Head(msgspec.Struct, forbid_unknown_fields=False):
    procura_pack: int
    facts: Facts


def pack_bytes(lines: Mapping[str, bytes], facts: Facts) -> bytes:
    """Write a pack.

    Raises:
        PackError: the facts are not those of the lines.
    """
    _check(lines, facts)
    head = msgspec.json.encode(_Head(FORMAT, facts))
    return compress(b"\n".join((head, *(lines[name] for name in sorted(lines)), b"")))


def read_pack(path: Path, *, progress: Progress) -> tuple[Entries, Facts]:
    """Read a pack and check it against what it says of itself; advances in lines.

    Raises:
        PackError: it is broken, too large, for a later program, or its digest differs.
        OSError: the file cannot be read.
        Cancelled: the user asked to stop.
    """
    entries = Entries()
    with path.open("rb") as file:
        lines = lines_of(file, longest=LONGEST_LINE, most=LARGEST_PACK)
        facts = _read_head(next(lines, b""))
        for done, line in enumerate(lines, start=1):
            entries.add(line)
            progress.advance(done, facts.entries)
    _check(entries.lines, facts)
    return entries, facts


def _read_head(line: bytes) -> Facts:
    try:
        head = msgspec.json.decode(line, type=_Head)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise PackError(phrase("details", "this is no pack: {error}").of(error=error)) from error
    if head.procura_pack != FORMAT:
        raise PackError(
            phrase("details", "the pack has format {format} and needs program {needs}").of(
                format=str(head.procura_pack), needs=head.facts.needs
            )
        )
    return head.facts


def _check(lines: Mapping[str, bytes], facts: Facts) -> None:
    if len(lines) != facts.entries:
        raise PackError(
            phrase("details", "the pack has {number} lines and says {entries}").of(
                number=str(len(lines)), entries=str(facts.entries)
            )
        )
    if library_digest(hashes_of(lines)) != facts.digest:
        raise PackError(
            phrase("details", "the lines of the pack are not those that were published: the digest differs")
        )
