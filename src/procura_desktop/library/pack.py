"""The canonical form of a record: one line of JSON with sorted keys, and the hashes over it.

One record has exactly one canonical line, so two libraries hold the same content when their digests are
equal, whichever way they were made. A field that has its default is not written, and a field that this
program does not know is let pass: so a library from before a field was added stays sound, and one from
after it can be read. What a line says is proved by its hash, not by its form.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from procura_desktop.domain.records import Record
from procura_desktop.errors import ProcuraError
from procura_desktop.phrases import Words, phrase

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_AT_ONCE = 1_000  # lines that are hashed together
_DECODER = msgspec.json.Decoder(Record, strict=True)


class PackError(ProcuraError):
    """Data that should be the canonical form of a record is not, or a record has none.

    `detail` says why.
    """

    def __init__(self, detail: Words) -> None:
        super().__init__(detail)
        self.detail = detail


def encode_record(record: Record) -> bytes:
    """Write the canonical line of a record: UTF-8 JSON, keys sorted, without defaults, no line end.

    Whole numbers in fields of fractions are written as fractions (``500`` becomes ``500.0``).

    Raises:
        PackError: the record holds what JSON cannot carry (such as a lone surrogate or NaN), or a list
            where a tuple belongs.
    """
    try:
        decoded = _DECODER.decode(msgspec.json.encode(record, order="sorted"))
    except (msgspec.MsgspecError, ValueError, TypeError) as error:
        raise PackError(
            phrase("details", "record {record} cannot be written: {error}").of(
                record=repr(record.id), error=error
            )
        ) from error
    if decoded != record:
        raise PackError(
            phrase("details", "record {record} would not be the same when read again").of(
                record=repr(record.id)
            )
        )
    return msgspec.json.encode(_without_defaults(decoded), order="sorted")


def _without_defaults(value: object) -> object:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_without_defaults(inner) for inner in value]
    if is_dataclass(value) and not isinstance(value, type):
        named = ((name, default, getattr(value, name)) for name, default in _defaults(type(value)))
        return {name: _without_defaults(inner) for name, default, inner in named if inner != default}
    return value


@cache
def _defaults(kind: "type[DataclassInstance]") -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


def decode_record(data: bytes) -> Record:
    """Read the line of a record.

    Raises:
        PackError: it is no record: broken, a field missing, or of another type than it should be.
    """
    try:
        return _DECODER.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise PackError(phrase("details", "this is no record: {error}").of(error=error)) from error


def record_hash(data: bytes) -> str:
    """Give the SHA-256 of a canonical line, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def library_digest(hashes: Iterable[tuple[str, str]]) -> str:
    """Give the SHA-256 over all (name, hash) pairs, one ``name hash`` line each, sorted by name."""
    return sorted_digest(sorted(hashes))


def sorted_digest(hashes: Iterable[tuple[str, str]]) -> str:
    """Give the same of pairs that come sorted by name, so that they need not be held."""
    digest, lines = hashlib.sha256(), (f"{name} {hashed}\n" for name, hashed in hashes)
    while some := "".join(islice(lines, _AT_ONCE)):
        digest.update(some.encode())
    return digest.hexdigest()
