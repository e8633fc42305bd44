"""What counts as the local network, and how addresses on it are typed."""

import pytest

from procura_desktop.sync.lan import is_local, library_at, typed_address


@pytest.mark.parametrize("address", ["192.168.1.20", "10.0.0.1", "172.16.3.4", "169.254.7.7", "127.0.0.1"])
def test_addresses_inside_a_network_are_local(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "172.32.0.1", "0.0.0.0", "fe80::1", "updates.example", ""])  # noqa: S104
def test_the_world_is_not_local(address: str) -> None:
    assert not is_local(address)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("192.168.1.20", "http://192.168.1.20:29170/"),
        (" pc-12:8080 ", "http://pc-12:8080/"),
        ("pc-12.office.example/", "http://pc-12.office.example:29170/"),
        ("http://192.168.1.20:29170/", "http://192.168.1.20:29170/"),
        ("https://updates.example/procura", "https://updates.example/procura"),
        ("192.168.1.20/ghent", "http://192.168.1.20:29170/ghent/"),
        ("pc-12:8080/ghent/", "http://pc-12:8080/ghent/"),
        ("pc-12/main", "http://pc-12:29170/"),
        ("pc-12/../x", ""),
        ("pc-12/ghent/more", ""),
        ("pc-12:99999", ""),
        ("pc-12:0", ""),
        ("file:///etc", ""),
        ("/srv/procura", ""),
        ("two words", ""),
        ("", ""),
    ],
)
def test_an_address_is_understood_as_people_type_it(typed: str, meant: str) -> None:
    assert typed_address(typed) == meant


@pytest.mark.parametrize(
    ("address", "library"),
    [
        ("http://192.168.1.20:29170/", "main"),
        ("http://192.168.1.20:29170/ghent/", "ghent"),
        ("http://192.168.1.20:29170/ghent", "ghent"),
        ("https://updates.example/some/where", "main"),
        ("https://updates.example/A", "main"),
    ],
)
def test_an_address_says_which_library_lies_there(address: str, library: str) -> None:
    assert library_at(address) == library
