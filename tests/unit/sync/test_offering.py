"""A library on offer, from the announcement to an update on another computer, inside this one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from secrets import token_hex

import pytest

from procura_desktop.errors import LocalNetworkError, SourceUnreachableError
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import add_source
from procura_desktop.sync.nearby import browse
from procura_desktop.sync.offering import Stand
from procura_desktop.sync.places import open_transport
from procura_desktop.sync.session import find, follow
from procura_desktop.sync.shelf import Shelf, read_shelf
from tests.factories import CYCLE, sample_records
from tests.releases import Publisher, make_publisher

HERE = ("127.0.0.1",)


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    made = make_publisher(tmp_path / "publisher", name="office")
    made.release(records=sample_records(), assets=(CYCLE,))
    return made


@pytest.fixture
def shelf(publisher: Publisher) -> Shelf:
    return read_shelf(publisher.folder)


@pytest.fixture
def stand() -> Iterator[Stand]:
    with closing(Stand()) as made:
        yield made


@pytest.fixture
def other(tmp_path: Path, publisher: Publisher) -> Folders:
    made = folders(tmp_path / "other")
    add_source(made, "office", addresses=(), root=publisher.root.read_bytes())
    return made


def test_what_is_offered_is_found_and_installed_elsewhere(stand: Stand, shelf: Shelf, other: Folders) -> None:
    offered = stand.open([shelf], hosts=HERE, name=f"pc-{token_hex(4)}", port=0)
    (edition,) = offered.editions
    if not edition.name:
        pytest.skip("this computer cannot announce anything to itself")
    found = browse(hosts=HERE, progress=Silent(), seconds=1.5)
    (neighbour,) = [one for one in found if one.name == edition.name]
    assert neighbour.address in edition.addresses
    assert neighbour.address.endswith("/office/")

    with closing(
        find(
            other,
            Settings(proxy="none"),
            library=neighbour.library,
            address=neighbour.address,
            progress=Silent(),
        )
    ) as update:
        done = follow(update, progress=Silent())

    assert done.version == neighbour.version == shelf.version


def test_each_library_is_found_and_older_programs_find_the_main_one(
    stand: Stand, shelf: Shelf, tmp_path: Path
) -> None:
    main = make_publisher(tmp_path / "main")
    main.release(records=sample_records(), assets=(CYCLE,))
    name = f"pc-{token_hex(4)}"
    offered = stand.open([read_shelf(main.folder), shelf], hosts=HERE, name=name, port=0)
    if not all(one.name for one in offered.editions):
        pytest.skip("this computer cannot announce anything to itself")

    heard = browse(hosts=HERE, progress=Silent(), seconds=2.5)
    found = {one.library: one for one in heard if one.name == name}
    assert set(found) == {"main", "office"}
    (root,) = offered.editions[0].addresses
    assert found["main"].address == root
    assert found["office"].address == f"{root}office/"
    assert set(stand.addresses) == {root, f"{root}office/"}
    others = browse(hosts=HERE, progress=Silent(), seconds=1.5, own=stand.addresses)
    assert not [one for one in others if one.name == name]


def test_one_edition_is_offered_at_a_time(
    stand: Stand, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise LocalNetworkError(detail="no multicast")

    monkeypatch.setattr("procura_desktop.sync.offering.Announcement", refuse)
    first = stand.open([shelf], hosts=HERE, name="pc", port=0)
    second = stand.open([shelf], hosts=HERE, name="pc", port=0)

    assert [one.name for one in (*first.editions, *second.editions)] == ["", ""]
    assert stand.addresses == second.editions[0].addresses
    stand.close()
    assert stand.addresses == ()


def test_no_proxy_stands_between_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "procura_desktop.sync.places.HttpTransport", lambda _, *, line, **__: opened.append(line.proxy)
    )
    settings = Settings(proxy="http://proxy.example:3128")
    for address in ("http://192.168.1.20:29170/", "https://updates.example/"):
        open_transport(address, settings)

    assert opened == ["none", "http://proxy.example:3128"]


def test_never_using_the_network_means_neighbours_too() -> None:
    with pytest.raises(SourceUnreachableError):
        open_transport("http://192.168.1.20:29170/", Settings(network=False))
