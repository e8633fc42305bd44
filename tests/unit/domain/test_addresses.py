"""Addresses of records, as people paste them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.domain.addresses import Address, parse_address
from procura_desktop.errors import AddressError


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("procura:main/guidance/labels", Address("main", "guidance/labels")),
        ("procura:main/guidance/labels#proof", Address("main", "guidance/labels", "proof")),
        ("  procura:main/guidance/labels\n", Address("main", "guidance/labels")),
        ("procura:my-office-2/terms/lcc", Address("my-office-2", "terms/lcc")),
        (
            "procura:main/criteria/furniture/new/ts1-1-wood#é",
            Address("main", "criteria/furniture/new/ts1-1-wood", "é"),
        ),
    ],
)
def test_an_address_is_read(text: str, address: Address) -> None:
    assert parse_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "guidance/labels",
        "procura:",
        "procura:main",
        "procura:main/",
        "procura:main//labels",
        "procura:main/guidance/",
        "procura:Main/guidance/labels",
        "procura:main/guidance/labels#",
        "procura:main/guidance/labels#a#b",
        "procura:main/guidance/labels#a b",
        "procura:main/../labels",
        "procura:main/guidance/-labels",
        "https://main/guidance/labels",
        "procura:main/guidance labels",
        "procura:main/guidance\n/labels",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    with pytest.raises(AddressError) as caught:
        parse_address(text)
    assert caught.value.text == text


NAME = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)


@given(NAME, st.lists(NAME, min_size=1, max_size=4), NAME | st.just(""))
def test_an_address_is_written_as_it_is_read(library: str, parts: list[str], section: str) -> None:
    address = Address(library, "/".join(parts), section)

    assert parse_address(str(address)) == address


@given(st.text())
def test_any_text_is_an_address_or_an_error(text: str) -> None:
    with suppress(AddressError):
        assert str(parse_address(text)) == text.strip()
