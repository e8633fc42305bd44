"""Checking a whole library file, page by page and line by line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.entries import asset_line, name_of, parse_line, synonyms_line
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.library.pack import PackError, decode_record, library_digest, record_hash
from procura_desktop.library.stored import assets_in, original_lines, synonyms_in
from procura_desktop.phrases import Words, phrase
from procura_desktop.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One line that is not as it was published."""

    name: str
    detail: Words


def verify_library(connection: ReadConnection, *, info: LibraryInfo, progress: Progress) -> None:
    """Check that the file is sound and holds what it says; advances in records.

    Raises:
        LibraryDamagedError: this is wrong first.
        Cancelled: the user asked to stop.
    """
    (answer,) = connection.row("PRAGMA quick_check(1)")
    if answer != "ok":
        raise connection.damaged(str(answer))
    records = _sound(connection, _records(connection, progress=progress))
    if len(records) != info.records:
        raise connection.damaged(
            phrase("details", "it has {number} records and says {records}").of(
                number=len(records), records=info.records
            )
        )
    hashes = [*records, *_sound(connection, _others(connection))]
    if library_digest(hashes) != info.digest:
        raise connection.damaged(
            phrase("details", "its records are not those that were published: the digest differs")
        )


def damaged_lines(connection: ReadConnection, *, progress: Progress) -> list[Damage]:
    """Name every line that is not as it was published; advances in records.

    Raises:
        LibraryDamagedError: the file is so damaged that lines cannot even be read.
        Cancelled: the user asked to stop.
    """
    looked = (*_records(connection, progress=progress), *_others(connection))
    return [Damage(name=name, detail=damage) for name, _, damage in looked if damage]


def _sound(connection: ReadConnection, looked: Iterable[tuple[str, str, Words]]) -> list[tuple[str, str]]:
    hashes = []
    for name, found, damage in looked:
        if damage:
            raise connection.damaged(damage)
        hashes.append((name, found))
    return hashes


def _others(connection: ReadConnection) -> Iterator[tuple[str, str, Words]]:
    """Give (name, hash as it is, what is wrong or "") of every picture, and of the synonyms."""
    for asset, noted in assets_in(connection):
        found = record_hash(asset_line(asset))
        wrong = phrase("details", "the picture {path} is not as published").of(path=repr(asset.path))
        yield name_of(asset), found, "" if found == noted else wrong
    synonyms = synonyms_in(connection)
    if synonyms:
        yield name_of(synonyms), record_hash(synonyms_line(synonyms)), ""


def _records(connection: ReadConnection, *, progress: Progress) -> Iterator[tuple[str, str, Words]]:
    """Give (id, hash as it is, what is wrong or "") of every record."""
    originals = original_lines(connection)
    numbers = connection.rows("SELECT number FROM record ORDER BY number")
    for done, (number,) in enumerate(numbers, start=1):
        row = connection.row("SELECT id, kind, title, json, hash FROM record WHERE number = ?", number)
        line = originals.get(str(row[0]), str(row[3]).encode())
        yield str(row[0]), record_hash(line), _wrong_with(row, line)
        progress.advance(done, len(numbers))


def _wrong_with(row: tuple[object, ...], line: bytes) -> Words:
    try:
        record = decode_record(str(row[3]).encode())
        parse_line(line)
    except PackError as error:
        return phrase("details", "{name}: {error}").of(name=row[0], error=error)
    if (record.id, record.kind, record.title) != row[:3]:
        return phrase("details", "the row of {record} does not fit its record").of(record=record.id)
    if record_hash(line) == row[4]:
        return ""
    return phrase("details", "{name} is not as published").of(name=record.id)
