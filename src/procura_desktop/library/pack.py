"""The canonical form of a record: one line of JSON with sorted keys, and the hashes over it.

One record has exactly one canonical line, so two libraries hold the same content when their digests are
equal, whichever way they were made. Decoding is strict: what would not be written the same again is refused.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from procura_desktop.domain.records import Record
from procura_desktop.errors import ProcuraError

_DECODER = msgspec.json.Decoder(Record, strict=True)


class PackError(ProcuraError):
    """Data that should be the canonical form of a record is not, or a record has none."""


def encode_record(record: Record) -> bytes:
    """Write the canonical line of a record: UTF-8 JSON, keys sorted, no line end.

    Whole numbers in fields of fractions are written as fractions (``500`` becomes ``500.0``).

    Raises:
        PackError: the record holds what JSON cannot carry (such as a lone surrogate or NaN), or a list
            where a tuple belongs.
    """
    try:
        decoded = _DECODER.decode(msgspec.json.encode(record, order="sorted"))
    except (msgspec.MsgspecError, ValueError, TypeError) as error:
        raise PackError(f"record {record.id!r} cannot be written: {error}") from error
    if decoded != record:
        raise PackError(f"record {record.id!r} would not be the same when read again")
    return msgspec.json.encode(decoded, order="sorted")


def decode_record(data: bytes) -> Record:
    """Read a canonical line.

    Raises:
        PackError: the data is anything else: broken, of another shape, with unknown fields or not canonical.
    """
    try:
        record = _DECODER.decode(data)
        again = msgspec.json.encode(record, order="sorted")
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise PackError(f"this is no record: {error}") from error
    if again != data:
        raise PackError(f"record {record.id!r} is not in its canonical form")
    return record


def record_hash(data: bytes) -> str:
    """Give the SHA-256 of a canonical line, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def library_digest(hashes: Iterable[tuple[str, str]]) -> str:
    """Give the SHA-256 over all (id, hash) pairs, one ``id hash`` line each, sorted by id."""
    digest = hashlib.sha256()
    for record_id, hashed in sorted(hashes):
        digest.update(f"{record_id} {hashed}\n".encode())
    return digest.hexdigest()
