"""A delta: what leads from one release straight to a later one.

It names what is gone, and holds the new lines compressed against the old versions of the lines that changed,
all in one frame: what only moved between records costs nothing either. Base and result of every line are
named by hash, so a delta is never applied to what it was not made for.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import msgspec

from procura_desktop.library.compress import compress, decompress
from procura_desktop.library.entries import Facts, hashes_of, name_of, parse_line
from procura_desktop.library.pack import PackError, library_digest, record_hash
from procura_desktop.phrases import phrase

FORMAT = 1
MAGIC = b"PRCD"
LARGEST_HEAD = 16 * 1024 * 1024
LARGEST_TEXT = 128 * 1024 * 1024


class Changed(msgspec.Struct, array_like=True):
    """One line that differs; `before` "" means that it is new."""

    name: str
    before: str
    after: str


class _Head(msgspec.Struct):
    facts: Facts
    base: str
    removed: list[tuple[str, str]]
    changed: list[Changed]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """A delta, understood and checked against its base.

    Attributes:
        facts: of the release that it leads to.
        base: digest of the release that it starts from.
        removed: names of the lines that are gone.
        lines: new and changed lines by name.
    """

    facts: Facts
    base: str
    removed: tuple[str, ...]
    lines: Mapping[str, bytes]


def delta_bytes(old: Mapping[str, bytes], new: Mapping[str, bytes], facts: Facts) -> bytes:
    """Write the delta from one release to another, whose `facts` these are.

    Raises:
        PackError: so much changed that a pack is the shorter way.
    """
    names = sorted(name for name, line in new.items() if old.get(name) != line)
    text = b"\n".join(new[name] for name in names)
    head = _Head(
        facts=facts,
        base=library_digest(hashes_of(old)),
        removed=[(name, record_hash(old[name])) for name in sorted(old.keys() - new.keys())],
        changed=[_changed(name, old, new) for name in names],
        size=len(text),
    )
    if len(text) > LARGEST_TEXT:
        raise PackError(phrase("details", "too much has changed for a delta"))
    packed = compress(msgspec.json.encode(head))
    body = compress(text, against=_against(old, names))
    return b"".join((MAGIC, bytes([FORMAT]), len(packed).to_bytes(4, "big"), packed, body))


def read_delta(data: bytes, *, line_of: Callable[[str], bytes | None]) -> Delta:
    """Understand a delta over the library whose lines `line_of` gives.

    Raises:
        PackError: it is broken, for a later program, or made for another base.
    """
    head, body = _read_head(data)
    against = []
    for name, before in _needed(head):
        line = line_of(name)
        if (record_hash(line) if line is not None else "") != before:
            raise PackError(
                phrase("details", "this update was made for another library: {name} differs here").of(
                    name=repr(name)
                )
            )
        if line is not None:
            against.append((name, line))
    changed = {one.name for one in head.changed}
    older = _against(dict(against), sorted(name for name, _ in against if name in changed))
    text = decompress(body, most=head.size, against=older)
    lines = text.split(b"\n") if head.changed else []
    if len(lines) != len(head.changed):
        raise PackError(phrase("details", "the delta has other lines than it says"))
    return Delta(
        facts=head.facts,
        base=head.base,
        removed=tuple(name for name, _ in head.removed),
        lines={one.name: _checked(one, line) for one, line in zip(head.changed, lines, strict=True)},
    )


def _changed(name: str, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Changed:
    return Changed(name, record_hash(old[name]) if name in old else "", record_hash(new[name]))


def _needed(head: _Head) -> Iterable[tuple[str, str]]:
    yield from ((one.name, one.before) for one in head.changed)
    yield from head.removed


def _against(old: Mapping[str, bytes], names: Iterable[str]) -> bytes:
    return b"\n".join(old[name] for name in names if name in old)


def _read_head(data: bytes) -> tuple[_Head, bytes]:
    if data[:4] != MAGIC or len(data) < 9:
        raise PackError(phrase("details", "this is no delta"))
    if data[4] != FORMAT:
        raise PackError(
            phrase("details", "the delta has format {format}: a later version of the program is needed").of(
                format=data[4]
            )
        )
    end = 9 + int.from_bytes(data[5:9], "big")
    try:
        head = msgspec.json.decode(decompress(data[9:end], most=LARGEST_HEAD), type=_Head)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise PackError(
            phrase("details", "the head of the delta makes no sense: {error}").of(error=error)
        ) from error
    if not 0 <= head.size <= LARGEST_TEXT:
        raise PackError(phrase("details", "the delta is too large"))
    return head, data[end:]


def _checked(one: Changed, line: bytes) -> bytes:
    if record_hash(line) != one.after:
        raise PackError(
            phrase("details", "{name} is not as published: its hash differs").of(name=repr(one.name))
        )
    if name_of(parse_line(line)) != one.name:
        raise PackError(phrase("details", "{name} has a line of another name").of(name=repr(one.name)))
    return line
