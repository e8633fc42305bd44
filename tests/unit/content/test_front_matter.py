"""Reading front matter never raises, whatever stands in it."""

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from procura_desktop.content.faults import FaultLog
from procura_desktop.content.fields import Fields, as_number, is_day
from procura_desktop.content.frontmatter import decode, read_front_matter

SIGNS = st.text(alphabet="abc123:-,[]{}#&*!|>'\"%@`?~<= \n\t\u00e9\u2028\x00", max_size=200)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(["one", "two", "three"])


def ask_everything(fields: Fields) -> None:
    for name in ("one", "two"):
        fields.text(name, must=True, longest=5)
        fields.choice(name, ("a", "b"), "a")
        fields.whole(name, most=5)
        fields.number(name)
        fields.flag(name, default=True)
        fields.day(name)
        fields.web(name)
        fields.texts(name)
        fields.text_or_texts(name)
        for part in (fields.part(name), *fields.parts(name)):
            if part is not None:
                part.text("one", must=True)
                part.names()
                part.finish()
    fields.finish()


@given(st.binary(max_size=300))
@example(b"---\n\xff\n---\n")
@example(b"\xef\xbb\xbf---\r\na: b\r\n---\r\n")
def test_any_bytes_can_be_read(data: bytes) -> None:
    log = FaultLog("x.md")
    text = decode(data, log)
    front = read_front_matter(text, log) if text is not None else None

    assert (front is None) == log.failed


@given(SIGNS)
@example("one: &a [*a]")
@example("one: !!python/object/apply:os.system [x]")
@example("? [a]\n: b")
@example("<<: {one: x}")
@example("one: 0x_")
@example("'\u2028\u2028\u2028")
@example("one: .inf\ntwo: 1_000")
def test_any_text_can_be_front_matter(typed: str) -> None:
    log = FaultLog("x.md")
    front = read_front_matter(f"---\n{typed}\n---\n", log)

    assert (front is None) == log.failed
    if front is not None:
        ask_everything(Fields(front.fields, log))
    lines = typed.count("\n") + 4
    assert all(1 <= fault.line <= lines and fault.what and fault.instead for fault in log.faults)


@given(st.dictionaries(NAMES, VALUES, min_size=1))
def test_any_values_can_be_asked_for(values: dict[str, object]) -> None:
    log = FaultLog("x.md")
    front = read_front_matter(f"---\n{yaml.safe_dump(values, allow_unicode=True)}\n---\n", log)

    if front is not None:
        ask_everything(Fields(front.fields, log))


@given(st.text(max_size=30))
@example("1e999")
@example("9" * 400)
def test_a_number_is_finite_or_none(text: str) -> None:
    number = as_number(text)

    assert number is None or abs(number) < 1e16


@given(st.dates())
def test_every_date_is_a_day(day: object) -> None:
    assert is_day(str(day))


def test_body_keeps_its_place() -> None:
    front = read_front_matter("---\na: b\n---\nfirst\n", FaultLog("x.md"))

    assert front is not None
    assert (front.body, front.body_line) == ("first\n", 4)
