"""What a release carries: records, pictures and lists of synonyms, each as one line under its own name.

A line is all that travels and all that is hashed. Two libraries with the same names and hashes hold the same,
whichever way they came; the index is made of them where it is used.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import msgspec

from procura_desktop.domain.addresses import is_record_id
from procura_desktop.domain.records import Asset, Record
from procura_desktop.library.pack import PackError, decode_record, encode_record, record_hash
from procura_desktop.phrases import phrase

SYNONYMS = "synonyms"
ASSET = "asset:"
_PICTURE = re.compile(r"pictures/(?:[A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*")
_ASSET_START, _SYNONYMS_START = b'{"asset":', b'{"synonyms":'


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a release says about itself.

    Attributes:
        name: of the library, as in addresses.
        version: of this release, such as "2026.11.1".
        publisher: who answers for it; "" means unknown.
        published: ISO date; "" means never: it was built straight from content.
        digest: over the names and hashes of all its lines.
        entries: how many lines.
        needs: the first version of the program that can read it.
    """

    name: str
    version: str
    publisher: str
    published: str
    digest: str
    entries: int
    needs: str


@dataclass(slots=True)
class Entries:
    """Lines, understood. `lines` holds every one by name, as it was published."""

    records: list[Record] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)
    synonyms: tuple[tuple[str, ...], ...] = ()
    lines: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[bytes]) -> Self:
        """Understand all of these lines.

        Raises:
            PackError: one of them is none, or two have one name.
        """
        entries = cls()
        for line in lines:
            entries.add(line)
        return entries

    def add(self, line: bytes) -> str:
        """Understand one line and give its name.

        Raises:
            PackError: it is none, or there is one of its name already.
        """
        value = parse_line(line)
        name = name_of(value)
        if name in self.lines:
            raise PackError(phrase("details", "two lines are called {name}").of(name=repr(name)))
        self.lines[name] = line
        if isinstance(value, Record):
            self.records.append(value)
        elif isinstance(value, Asset):
            self.assets.append(value)
        else:
            self.synonyms = value
        return name


class _AssetLine(msgspec.Struct, forbid_unknown_fields=True):
    asset: str
    media_type: str
    data: str


class _SynonymsLine(msgspec.Struct, forbid_unknown_fields=True):
    synonyms: tuple[tuple[str, ...], ...]


def lines_of_content(
    records: Iterable[Record], assets: Iterable[Asset], synonyms: Sequence[tuple[str, ...]]
) -> dict[str, bytes]:
    """Give the lines of everything by name.

    Raises:
        PackError: a record has no line.
    """
    lines = {record.id: encode_record(record) for record in records}
    lines |= {f"{ASSET}{asset.path}": asset_line(asset) for asset in assets}
    if synonyms:
        lines[SYNONYMS] = synonyms_line(synonyms)
    return dict(sorted(lines.items()))


def asset_line(asset: Asset) -> bytes:
    """Write a picture as one line."""
    data = base64.b64encode(asset.data).decode()
    return msgspec.json.encode({"asset": asset.path, "data": data, "media_type": asset.media_type})


def synonyms_line(synonyms: Sequence[tuple[str, ...]]) -> bytes:
    """Write all lists of words that mean the same as one line."""
    return msgspec.json.encode({"synonyms": synonyms})


def parse_line(line: bytes) -> Record | Asset | tuple[tuple[str, ...], ...]:
    """Understand one line.

    Raises:
        PackError: it is none of ours, or what it names itself is no name of a record or a picture.
    """
    try:
        if line.startswith(_ASSET_START):
            found = msgspec.json.decode(line, type=_AssetLine)
            if not _PICTURE.fullmatch(found.asset):
                raise PackError(
                    phrase("details", "{name} is no name of a picture").of(name=repr(found.asset))
                )
            data = base64.b64decode(found.data, validate=True)
            return msgspec.convert({"path": found.asset, "media_type": found.media_type, "data": data}, Asset)
        if line.startswith(_SYNONYMS_START):
            return msgspec.json.decode(line, type=_SynonymsLine).synonyms
    except (msgspec.MsgspecError, binascii.Error, ValueError, RecursionError) as error:
        raise PackError(
            phrase("details", "this is no picture or list of synonyms: {error}").of(error=error)
        ) from error
    record = decode_record(line)
    if not is_record_id(record.id):
        raise PackError(phrase("details", "{name} is no name of a record").of(name=repr(record.id)))
    return record


def name_of(value: Record | Asset | tuple[tuple[str, ...], ...]) -> str:
    """Give the name under which a line is kept."""
    if isinstance(value, Record):
        return value.id
    return f"{ASSET}{value.path}" if isinstance(value, Asset) else SYNONYMS


def hashes_of(lines: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give (name, hash) of every line."""
    return ((name, record_hash(line)) for name, line in lines.items())
