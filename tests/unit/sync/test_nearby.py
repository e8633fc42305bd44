"""Being found and finding, inside this computer alone."""

import time
from collections.abc import Callable, Iterator
from secrets import token_hex

import pytest
from zeroconf import ServiceInfo, Zeroconf

from procura_desktop.errors import LocalNetworkError
from procura_desktop.progress import Cancelled, Silent
from procura_desktop.sync.nearby import SERVICE, Announcement, Neighbour, browse, resolved, understood

HERE = ("127.0.0.1",)
Announce = Callable[..., Announcement]


@pytest.fixture
def announce() -> Iterator[Announce]:
    made: list[Announcement] = []

    def announced(name: str, *, version: str = "2026.11.2", port: int = 29170) -> Announcement:
        try:
            made.append(Announcement(name=name, library="office", version=version, port=port, hosts=HERE))
        except LocalNetworkError as error:
            pytest.skip(f"this computer cannot announce anything to itself: {error}")
        return made[-1]

    yield announced
    for one in made:
        one.close()


def found(name: str, *, own: tuple[str, ...] = ()) -> list[Neighbour]:
    """Those of this test: others may run on this computer at the same time."""
    return [
        one
        for one in browse(hosts=HERE, progress=Silent(), seconds=1.5, own=own)
        if one.name.startswith(name)
    ]


def test_who_offers_is_found(announce: Announce) -> None:
    name = f"pc-{token_hex(4)}"
    announce(name, port=29171)

    assert found(name) == [
        Neighbour(name=name, library="office", version="2026.11.2", address="http://127.0.0.1:29171/office/")
    ]


def test_two_of_one_name_are_told_apart(announce: Announce) -> None:
    name = f"pc-{token_hex(4)}"
    first, second = announce(name, port=29171), announce(name, port=29172)

    assert first.name != second.name
    assert {one.address for one in found(name)} == {
        "http://127.0.0.1:29171/office/",
        "http://127.0.0.1:29172/office/",
    }


def test_who_stopped_is_not_found(announce: Announce) -> None:
    name = f"pc-{token_hex(4)}"
    announce(name).close()

    assert found(name) == []


def test_oneself_is_left_out(announce: Announce) -> None:
    name = f"pc-{token_hex(4)}"
    announce(name, port=29173)

    assert found(name, own=("http://127.0.0.1:29173/office/",)) == []


def test_looking_can_be_cancelled() -> None:
    class Impatient:
        def advance(self, done: int, total: int | None = None) -> None:
            assert total is None or done < total
            raise Cancelled

    started = time.monotonic()
    with pytest.raises(Cancelled):
        browse(hosts=HERE, progress=Impatient())
    assert time.monotonic() - started < 3


def test_without_a_network_nobody_is_asked() -> None:
    with pytest.raises(LocalNetworkError):
        browse(hosts=(), progress=Silent())


def told(
    name: str = "pc-12",
    *,
    addresses: tuple[str, ...] = ("192.168.1.20",),
    library: bytes = b"office",
    version: bytes = b"2026.11.2",
    port: int = 29170,
    path: bytes = b"",
) -> Neighbour | None:
    info = ServiceInfo(
        SERVICE,
        f"{name}.{SERVICE}",
        port=port,
        parsed_addresses=list(addresses),
        properties={b"library": library, b"version": version, **({b"path": path} if path else {})},
    )
    return understood(info, ("192.168.1.5", "172.17.0.1"))


def test_the_address_of_another_computer_is_taken() -> None:
    neighbour = told(addresses=("172.17.0.1", "192.168.1.20"))

    assert neighbour is not None
    assert neighbour.address == "http://192.168.1.20:29170/"


@pytest.mark.parametrize("address", ["8.8.8.8", "127.0.0.1", "0.0.0.0", "192.168.1.5"])  # noqa: S104
def test_nobody_is_led_elsewhere(address: str) -> None:
    assert told(addresses=(address,)) is None


def test_words_that_make_no_sense_are_passed_over() -> None:
    assert told(library=b"../x") is None
    assert told(library=b"\xff\xfe") is None
    assert told(version=b"<b>9</b>") is None
    assert told(version=b"") is None
    assert told(addresses=()) is None


def test_another_library_lies_below_its_own_name_and_nowhere_else() -> None:
    neighbour = told("pc-12 (office)", path=b"office")

    assert neighbour is not None
    assert (neighbour.name, neighbour.address) == ("pc-12", "http://192.168.1.20:29170/office/")
    second = told("pc-12 (office)-2", path=b"office")
    assert second is not None
    assert second.name == "pc-12-2"
    assert told(path=b"ghent") is None
    assert told(path=b"../x") is None


def test_a_long_name_leaves_room_for_the_library(announce: Announce) -> None:
    name = token_hex(40)
    assert announce(name).name == name[:51]


def test_a_name_is_shown_without_signs_that_mislead() -> None:
    neighbour = told("pc\u202e\u200b12")

    assert neighbour is not None
    assert neighbour.name == "pc12"


def test_a_name_that_cannot_be_asked_for_hides_nobody() -> None:
    with Zeroconf(interfaces=list(HERE)) as zeroconf:
        assert resolved(zeroconf, f"pc\n12.{SERVICE}", HERE) is None
        assert resolved(zeroconf, "elsewhere._http._tcp.local.", HERE) is None
