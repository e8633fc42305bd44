"""The lines of a release, read back from a library file."""

from collections.abc import Iterator

import msgspec

from procura_desktop.domain.records import Asset
from procura_desktop.library.connection import ReadConnection, Value
from procura_desktop.library.entries import ASSET, SYNONYMS, asset_line, synonyms_line
from procura_desktop.library.pack import PackError, decode_record
from procura_desktop.library.rows import body, words_of
from procura_desktop.phrases import phrase


def stored_lines(connection: ReadConnection) -> dict[str, bytes]:
    """Give every line by name, as it was published.

    Raises:
        LibraryDamagedError: the file cannot be read.
    """
    lines = {str(name): str(line).encode() for name, line in connection.rows("SELECT id, json FROM record")}
    lines |= original_lines(connection)
    lines |= {f"{ASSET}{asset.path}": asset_line(asset) for asset, _ in assets_in(connection)}
    synonyms = synonyms_in(connection)
    if synonyms:
        lines[SYNONYMS] = synonyms_line(synonyms)
    return lines


def stored_line(connection: ReadConnection, name: str) -> bytes | None:
    """Give one line as it was published; None means that there is none of this name."""
    if name == SYNONYMS:
        synonyms = synonyms_in(connection)
        return synonyms_line(synonyms) if synonyms else None
    if name.startswith(ASSET):
        rows = connection.rows(f"{_ASSETS} WHERE path = ?", name.removeprefix(ASSET))
        return asset_line(_asset(connection, rows[0])) if rows else None
    rows = connection.rows(
        "SELECT coalesce(o.line, r.json) FROM record AS r LEFT JOIN original AS o ON o.record_id = r.id "
        "WHERE r.id = ?",
        name,
    )
    return str(rows[0][0]).encode() if rows else None


def stored_text(connection: ReadConnection, number: int) -> tuple[str, str]:
    """Give the summary of a record, and its text as it is searched."""
    row = connection.row("SELECT summary, details, json FROM record WHERE number = ?", number)
    summary, details, json = map(str, row)
    try:
        return summary, body(decode_record(json.encode()).text, details)
    except PackError as error:
        raise connection.damaged(
            phrase("details", "the record {number}: {error}").of(number=number, error=error)
        ) from error


def original_lines(connection: ReadConnection) -> dict[str, bytes]:
    """Give the published lines, by id, of records that are shown otherwise."""
    found = connection.rows("SELECT record_id, line FROM original")
    return {str(record_id): str(line).encode() for record_id, line in found}


def assets_in(connection: ReadConnection) -> Iterator[tuple[Asset, str]]:
    """Give every picture with the hash that is noted for it, by path."""
    for row in connection.rows(f"{_ASSETS} ORDER BY path"):
        yield _asset(connection, row), str(row[3])


def synonyms_in(connection: ReadConnection) -> tuple[tuple[str, ...], ...]:
    """Give the lists of words that mean the same."""
    found = connection.rows("SELECT words FROM synonym ORDER BY position")
    try:
        return tuple(words_of(str(words)) for (words,) in found)
    except ValueError as error:
        raise connection.damaged(phrase("details", "a list of synonyms: {error}").of(error=error)) from error


_ASSETS = "SELECT path, media_type, data, hash FROM asset"


def _asset(connection: ReadConnection, row: tuple[Value, ...]) -> Asset:
    path, media_type, data, _ = row
    try:
        return msgspec.convert({"path": path, "media_type": media_type, "data": data}, Asset)
    except msgspec.ValidationError as error:
        raise connection.damaged(
            phrase("details", "the picture {path}: {error}").of(path=repr(path), error=error)
        ) from error
