"""Packs against anything that is none: one kind of error, and no more memory than allowed."""

import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procura_desktop.domain.records import Asset
from procura_desktop.library.compress import compress, lines_of
from procura_desktop.library.entries import Entries, Facts, asset_line, parse_line
from procura_desktop.library.pack import PackError, encode_record
from procura_desktop.library.packfile import pack_bytes, read_pack
from procura_desktop.progress import Silent
from tests.factories import CYCLE, make_article
from tests.unit.sync.editions import facts_for, records
from tests.unit.sync.editions import lines_of as lines_of_records

LINES = lines_of_records(records())
FACTS = facts_for(LINES)
DATA = pack_bytes(LINES, FACTS)
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pack") / "some.pack"


def read(file: Path, data: bytes) -> tuple[Entries, Facts]:
    file.write_bytes(data)
    return read_pack(file, progress=Silent())


def of_lines(lines: Sequence[bytes], *, facts: Facts | None = None) -> bytes:
    """Write what has the form of a pack, whatever its lines are."""
    head = msgspec.json.encode({"procura_pack": 1, "facts": facts or FACTS})
    return compress(b"\n".join((head, *lines, b"")))


def test_a_pack_is_read_as_it_was_written(file: Path) -> None:
    entries, facts = read(file, DATA)
    assert entries.lines == LINES
    assert facts == FACTS
    assert pack_bytes(dict(reversed(LINES.items())), FACTS) == DATA


@given(st.binary(max_size=300))
def test_no_bytes_are_a_pack(file: Path, data: bytes) -> None:
    with pytest.raises(PackError):
        read(file, data)


@given(st.binary(max_size=300))
def test_no_compressed_bytes_are_a_pack(file: Path, data: bytes) -> None:
    with pytest.raises(PackError):
        read(file, compress(data))


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_a_pack_with_a_changed_byte_gives_the_same_or_is_refused(file: Path, at: int, by: int) -> None:
    data = bytearray(DATA)
    data[at] ^= by
    try:
        entries, _ = read(file, bytes(data))
    except PackError:
        return
    assert entries.lines == LINES


@given(st.integers(0, len(DATA) - 1))
def test_a_pack_that_is_cut_short_is_refused(file: Path, size: int) -> None:
    with pytest.raises(PackError):
        read(file, DATA[:size])


@given(st.lists(st.binary(max_size=40) | st.sampled_from(sorted(LINES.values())), max_size=4))
@settings(suppress_health_check=[HealthCheck.large_base_example])
def test_no_other_lines_pass(file: Path, lines: list[bytes]) -> None:
    with pytest.raises(PackError):
        read(file, of_lines(lines))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        DATA + b"more",
        DATA + DATA,
        compress(b"[" * 200_000 + b"\n"),
        compress(b'{"procura_pack":1,"other":' + b"[" * 200_000 + b"\n"),
        compress(b'{"procura_pack":2,"facts":' + msgspec.json.encode(FACTS) + b"}\n"),
        of_lines(list(LINES.values())[:-1]),
        of_lines([*LINES.values(), next(iter(LINES.values()))]),
        of_lines(list(LINES.values())) + compress(b"more"),
        of_lines([b"[" * 200_000]),
        of_lines([b""]),
        compress(b"\n".join(LINES.values())),
    ],
    ids=[
        "empty", "more", "twice", "nested", "nested-unknown", "format", "less", "double", "second", "line",
        "blank", "headless",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_pack_is_refused(file: Path, data: bytes) -> None:
    with pytest.raises(PackError):
        read(file, data)


def test_a_pack_that_unpacks_to_far_too_much_takes_little_memory(file: Path) -> None:
    file.write_bytes(compress(b" " * 40 * MEGABYTE))
    assert file.stat().st_size < 20_000
    tracemalloc.start()
    try:
        with pytest.raises(PackError, match="a line of more than"):
            read_pack(file, progress=Silent())
        assert tracemalloc.get_traced_memory()[1] < 80 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_all_lines_together_may_not_be_more_than_allowed(file: Path) -> None:
    file.write_bytes(compress(b"short\n" * 100_000))
    with file.open("rb") as opened, pytest.raises(PackError, match="more than 1000 bytes"):
        for _ in lines_of(opened, longest=100, most=1000):
            pass


@pytest.mark.parametrize(
    "name", ["../x", "/etc/passwd", "a/../../b", "", "asset:x", "A", "a b", "a/", "a\\b", "a\0b"], ids=repr
)
def test_a_record_is_called_nothing_but_an_address(name: str) -> None:
    with pytest.raises(PackError, match="no name of a record"):
        parse_line(encode_record(make_article(name)))


@pytest.mark.parametrize(
    "path", ["../x.svg", "/etc/passwd", "pictures/../../x.svg", "other/x.svg", "", "pictures/", "pictures/.x"]
)
def test_a_picture_is_called_nothing_but_a_picture(path: str) -> None:
    with pytest.raises(PackError, match="no name of a picture"):
        parse_line(asset_line(Asset(path=path, media_type="image/png", data=b"x")))


def test_a_picture_travels_as_a_line() -> None:
    assert parse_line(asset_line(CYCLE)) == CYCLE


@pytest.mark.parametrize(
    "line",
    [
        b'{"asset":"pictures/x.svg","data":"%%%","media_type":"image/svg+xml"}',
        b'{"asset":"pictures/x.svg","data":"","media_type":"text/html"}',
        b'{"asset":"pictures/x.svg","data":"","media_type":"image/png","more":1}',
        b'{"asset":' + b"[" * 100_000,
        b'{"synonyms":' + b"[" * 100_000,
        b'{"synonyms":[["a",1]]}',
        b'{"synonyms":"abc"}',
    ],
)
def test_what_only_looks_like_a_picture_or_synonyms_is_refused(line: bytes) -> None:
    with pytest.raises(PackError):
        parse_line(line)
