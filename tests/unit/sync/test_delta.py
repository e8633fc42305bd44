"""Deltas against anything that is none: one kind of error, and no more memory than allowed."""

import random
import tracemalloc
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.library.compress import compress
from procura_desktop.library.delta import MAGIC, delta_bytes, read_delta
from procura_desktop.library.entries import SYNONYMS, synonyms_line
from procura_desktop.library.pack import PackError, record_hash
from tests.factories import make_article
from tests.unit.sync.editions import facts_for, lines_of, records

OLD = lines_of(records(edition=1))
NEW = {**lines_of(records(edition=2)), SYNONYMS: synonyms_line((("lorry", "truck"),))}
FACTS = facts_for(NEW)
DATA = delta_bytes(OLD, NEW, FACTS)
MEGABYTE = 1024 * 1024


def of_head(head: object, body: bytes = b"") -> bytes:
    """Write a delta whose head says what a test wants."""
    packed = compress(head if isinstance(head, bytes) else msgspec.json.encode(head))
    return b"".join((MAGIC, b"\x01", len(packed).to_bytes(4, "big"), packed, body))


def head(**changes: object) -> dict[str, object]:
    facts = msgspec.to_builtins(FACTS)
    return {"facts": facts, "base": "0" * 64, "removed": [], "changed": [], "size": 0} | changes


def test_a_delta_leads_from_one_edition_to_the_next() -> None:
    delta = read_delta(DATA, line_of=OLD.get)
    kept = {name: line for name, line in OLD.items() if name not in delta.removed}
    assert {**kept, **delta.lines} == NEW
    assert delta.facts == FACTS


def test_a_delta_is_refused_over_another_base() -> None:
    others = lines_of(records(edition=3))
    with pytest.raises(PackError, match="made for another library"):
        read_delta(DATA, line_of=others.get)


def test_a_delta_is_refused_over_a_base_that_is_damaged_where_it_counts() -> None:
    changed = next(name for name in OLD if name in NEW and OLD[name] != NEW[name])
    with pytest.raises(PackError, match="differs here"):
        read_delta(DATA, line_of={**OLD, changed: OLD[changed] + b" "}.get)


@given(st.binary(max_size=400))
def test_no_bytes_are_a_delta(data: bytes) -> None:
    with pytest.raises(PackError):
        read_delta(data, line_of=OLD.get)


@given(st.binary(max_size=200))
def test_no_bytes_after_the_magic_are_a_delta(data: bytes) -> None:
    with pytest.raises(PackError):
        read_delta(MAGIC + b"\x01" + len(data).to_bytes(4, "big") + data, line_of=OLD.get)


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_a_delta_with_a_changed_byte_gives_the_same_or_is_refused(at: int, by: int) -> None:
    """There is no checksum in it but the hashes of its lines: a change that shows nowhere is none."""
    data = bytearray(DATA)
    data[at] ^= by
    try:
        delta = read_delta(bytes(data), line_of=OLD.get)
    except PackError:
        return
    assert all(record_hash(line) == record_hash(NEW[name]) for name, line in delta.lines.items())


@given(st.integers(0, len(DATA) - 1))
def test_a_delta_that_is_cut_short_is_refused(size: int) -> None:
    with pytest.raises(PackError):
        read_delta(DATA[:size], line_of=OLD.get)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
        max_leaves=6,
    ),
    st.sampled_from(["facts", "base", "removed", "changed", "size"]),
)
def test_a_head_may_say_anything(value: object, key: str) -> None:
    try:
        delta = read_delta(of_head(head(**{key: value}), compress(b"")), line_of=OLD.get)
    except PackError:
        return
    assert delta.lines == {}


@pytest.mark.parametrize(
    "data",
    [
        of_head(b"[" * 200_000),
        of_head(b'{"other":' + b"[" * 200_000),
        of_head(head(size=-1)),
        of_head(head(size=10**12)),
        of_head(head(removed=[["guidance/a001", ""]])),
        of_head(head(changed=[["guidance/new", "", "0" * 64]], size=3), compress(b"{}\n")),
        of_head(
            head(changed=[["guidance/new", "", record_hash(NEW["guidance/a002"])]], size=10**6),
            compress(NEW["guidance/a002"]),
        ),
        of_head(b"\xff\xfe"),
        DATA + b"more",
        MAGIC + b"\x02" + DATA[5:],
        MAGIC + b"\x01\xff\xff\xff\xff" + DATA[9:],
    ],
    ids=[
        "nested", "nested-unknown", "negative", "large", "none", "text", "name", "utf8", "more", "format",
        "length",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_delta_is_refused(data: bytes) -> None:
    with pytest.raises(PackError):
        read_delta(data, line_of=OLD.get)


def test_a_line_called_by_another_name_is_refused() -> None:
    line = NEW["guidance/a002"]
    named = head(changed=[["guidance/other", "", record_hash(line)]], size=len(line))
    with pytest.raises(PackError, match="line of another name"):
        read_delta(of_head(named, compress(line)), line_of=OLD.get)


def most_memory(work: Callable[[], object]) -> int:
    """Give how many bytes more than before were held at once."""
    tracemalloc.start()
    try:
        with pytest.raises(PackError):
            work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_head_that_unpacks_to_gigabytes_takes_no_more_memory_than_a_head_may() -> None:
    bomb = of_head(b" " * (64 * MEGABYTE))
    assert len(bomb) < 10_000
    assert most_memory(lambda: read_delta(bomb, line_of=OLD.get)) < 40 * MEGABYTE


def test_a_body_that_unpacks_to_more_than_it_says_is_stopped_there() -> None:
    bomb = of_head(head(changed=[["guidance/new", "", "0" * 64]], size=1000), compress(b" " * 64 * MEGABYTE))
    assert most_memory(lambda: read_delta(bomb, line_of=OLD.get)) < 2 * MEGABYTE


def test_any_edition_can_be_reached_from_any_other() -> None:
    chance = random.Random(17)
    articles = [make_article(f"guidance/a{at}", text=f"Part {at}. " * 20) for at in range(12)]
    for _ in range(20):
        old, new = (
            lines_of([chance.choice((one, make_article(one.id, title=str(chance.random())))) for one in some])
            for some in (chance.sample(articles, 8), chance.sample(articles, 8))
        )
        delta = read_delta(delta_bytes(old, new, facts_for(new)), line_of=old.get)
        kept = {name: line for name, line in old.items() if name not in delta.removed}
        assert {**kept, **delta.lines} == new
