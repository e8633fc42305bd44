"""Canonical lines of records: strict, stable, hashed."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.records import ContractValue, Record
from procura_desktop.library.pack import (
    PackError,
    decode_record,
    encode_record,
    library_digest,
    record_hash,
)
from tests.factories import make_article, make_case, sample_records


@pytest.mark.parametrize("record", sample_records(), ids=lambda record: record.id)
def test_a_record_is_read_as_it_was_written(record: Record) -> None:
    assert decode_record(encode_record(record)) == record


def test_keys_are_sorted_and_the_line_has_no_end() -> None:
    line = encode_record(make_article())

    assert line.startswith(
        b'{"article":{"order":10,"section":"guidance","step":"specification"},"confidence":'
    )
    assert not line.endswith(b"\n")


def test_whole_numbers_and_fractions_have_one_form() -> None:
    case = make_case()
    assert case.case is not None
    whole, fraction = (
        replace(case, case=replace(case.case, contract_value=ContractValue(amount=amount, currency="EUR")))
        for amount in (1200, 1200.0)
    )

    assert encode_record(whole) == encode_record(fraction)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(make_article(), title="\ud800"),
        replace(make_article(), keywords=["a list"]),  # type: ignore[arg-type]  # what is refused
        replace(make_article(), version="1"),  # type: ignore[arg-type]  # likewise
        replace(make_article(), confidence="certain"),  # type: ignore[arg-type]  # likewise
    ],
    ids=["surrogate", "list", "type", "value"],
)
def test_what_json_cannot_carry_back_is_refused(wrong: Record) -> None:
    with pytest.raises(PackError):
        encode_record(wrong)


def test_a_number_that_is_none_is_refused() -> None:
    case = make_case()
    assert case.case is not None
    value = ContractValue(amount=float("nan"), currency="EUR")

    with pytest.raises(PackError):
        encode_record(replace(case, case=replace(case.case, contract_value=value)))


LINE = encode_record(make_article())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        LINE + LINE,
        LINE[:-1],
        LINE.replace(b'"version":1', b'"version":1.5'),
        LINE.replace(b'"version":1', b'"version":"1"'),
        LINE.replace(b'"kind":"article"', b'"kind":"case"'),
        LINE.replace(b'"title"', b'"TITLE"'),
    ],
)
def test_anything_but_a_record_is_refused(data: bytes) -> None:
    with pytest.raises(PackError):
        decode_record(data)


def test_a_line_from_before_a_field_was_added_is_the_same_line() -> None:
    """No field that has its default is written, so what is added later changes no old line."""
    assert b'""' not in LINE
    assert b"null" not in LINE
    assert b"[]" not in LINE


def test_a_field_of_a_later_program_is_let_pass() -> None:
    later = LINE.replace(b'"version":1', b'"later":2,"version":1')

    assert decode_record(later) == make_article()


@given(st.binary(max_size=200))
def test_no_bytes_break_the_decoder(data: bytes) -> None:
    with pytest.raises(PackError):
        decode_record(data)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_travels(text: str) -> None:
    record = replace(make_article(), title=text, text=text)

    assert decode_record(encode_record(record)) == record


def test_the_hash_is_sha256_of_the_line() -> None:
    assert record_hash(LINE) == hashlib.sha256(LINE).hexdigest()


def test_the_digest_does_not_depend_on_the_order() -> None:
    pairs = [("b", "2"), ("a", "1")]

    assert library_digest(pairs) == library_digest(reversed(pairs))
    assert library_digest(pairs) == hashlib.sha256(b"a 1\nb 2\n").hexdigest()


def test_the_digest_depends_on_every_hash() -> None:
    assert library_digest([("a", "1")]) != library_digest([("a", "2")])
