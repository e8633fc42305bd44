"""Checking a whole library file, page by page and record by record."""

from hashlib import sha256

from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.library.pack import PackError, decode_record, library_digest, record_hash
from procura_desktop.progress import Progress


def verify_library(connection: ReadConnection, *, info: LibraryInfo, progress: Progress) -> None:
    """Check that the file is sound and holds what it says; advances in records.

    Raises:
        LibraryDamagedError: this is wrong first.
        Cancelled: the user asked to stop.
    """
    (answer,) = connection.row("PRAGMA quick_check(1)")
    if answer != "ok":
        raise connection.damaged(str(answer))
    hashes = _verify_records(connection, progress=progress)
    if len(hashes) != info.records:
        raise connection.damaged(f"it has {len(hashes)} records and says {info.records}")
    if library_digest(hashes) != info.digest:
        raise connection.damaged("its records are not those that were published: the digest differs")
    _verify_assets(connection)


def _verify_records(connection: ReadConnection, *, progress: Progress) -> list[tuple[str, str]]:
    """Decode every record and give (id, hash) as they are, not as they are noted."""
    hashes = []
    numbers = connection.rows("SELECT number FROM record ORDER BY number")
    for done, (number,) in enumerate(numbers, start=1):
        row = connection.row("SELECT id, kind, title, json FROM record WHERE number = ?", number)
        data = str(row[3]).encode()
        try:
            record = decode_record(data)
        except PackError as error:
            raise connection.damaged(str(error)) from error
        if (record.id, record.kind, record.title) != row[:3]:
            raise connection.damaged(f"the row of {record.id} does not fit its record")
        hashes.append((record.id, record_hash(data)))
        progress.advance(done, len(numbers))
    return hashes


def _verify_assets(connection: ReadConnection) -> None:
    for path, noted, data in connection.rows("SELECT path, hash, data FROM asset ORDER BY path"):
        if not isinstance(data, bytes) or sha256(data).hexdigest() != noted:
            raise connection.damaged(f"the picture {path!r} is not as published")
