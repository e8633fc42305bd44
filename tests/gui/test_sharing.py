"""Sharing on the local network, from the page Updates; this computer alone is the network here."""

import http.client
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop
from procura_desktop.errors import LocalNetworkError, ReleaseRejectedError
from procura_desktop.gui.neighbours import ADDRESS, NeighbourModel
from procura_desktop.gui.places import parse_place
from procura_desktop.gui.sharing_box import SharingBox
from procura_desktop.gui.sharing_work import SharingWork
from procura_desktop.library.build import build_library
from procura_desktop.progress import Progress, Silent
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.settings import Settings, change_settings, load_settings
from procura_desktop.settings.sources import add_source
from procura_desktop.sync.nearby import Neighbour
from procura_desktop.sync.session import find
from procura_desktop.sync.share import ReleaseServer
from procura_desktop.sync.shelf import gather, plan_gathering, read_shelf, shelf_folder
from tests.factories import CYCLE, build_sample, make_article, sample_records
from tests.releases import Publisher, make_publisher

LONG = 5_000
HERE = "127.0.0.1"


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return make_publisher(tmp_path / "publisher")


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data")


@pytest.fixture(autouse=True)
def _inside_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procura_desktop.sync.lan.local_addresses", lambda: (HERE,))


class FakeAnnouncement:
    """Stands in for the network's."""

    def __init__(self, *, name: str, **_: object) -> None:
        self.name = f"{name}-2"

    def close(self) -> None:
        """Nobody was told."""


@pytest.fixture(autouse=True)
def _nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procura_desktop.sync.offering.Announcement", FakeAnnouncement)


@pytest.fixture
def installed(places: Folders, publisher: Publisher) -> Path:
    """The first edition, in use, with its publisher's folder as source."""
    facts = publisher.release(records=sample_records(), assets=(CYCLE,))
    places.library_dir.mkdir(parents=True)
    path = places.library_dir / "main.sqlite"
    build_library(
        path,
        name="main",
        version=facts.version,
        records=sample_records(),
        assets=(CYCLE,),
        publisher=facts.publisher,
        published=facts.published,
        progress=Silent(),
    )
    add_source(places, "main", addresses=(str(publisher.folder),), root=publisher.root.read_bytes())
    return path


@pytest.fixture
def desktop(qtbot: QtBot, places: Folders, installed: Path) -> Iterator[Desktop]:
    made = make_desktop(places, [installed])
    failures: list[Exception] = []
    made.updates.failed.disconnect()
    made.updates.failed.connect(failures.append)
    qtbot.addWidget(made.window)
    made.window.show()
    made.router.go(parse_place("updates"))
    yield made
    made.window.close()
    made.close()
    assert not failures


@pytest.fixture
def box(desktop: Desktop) -> SharingBox:
    return desktop.updates.page.sharing


def release_again(publisher: Publisher) -> None:
    first, *others = sample_records()
    changed = replace(first, summary=f"{first.summary} Ask three suppliers first.")
    publisher.release(records=(changed, *others), assets=(CYCLE,))


def offered_at(box: SharingBox) -> str:
    """The address on the page; "" while nothing is offered."""
    return next((word for word in box.offer_text.split() if word.startswith("http://")), "")


def answers(address: str) -> bool:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=5)
    try:
        connection.request("GET", "/metadata/timestamp.json")
        return bool(connection.getresponse().read())
    except OSError:
        return False
    finally:
        connection.close()


def switch_on(qtbot: QtBot, box: SharingBox) -> str:
    box.offer.click()
    qtbot.waitUntil(lambda: bool(offered_at(box)), timeout=LONG)
    return offered_at(box)


def test_nothing_is_offered_until_somebody_says_so(box: SharingBox) -> None:
    assert not box.offer.isChecked()
    assert box.offer_text == ""
    assert not box.go_on.isVisible()


def test_the_box_starts_and_stops_the_offer(qtbot: QtBot, box: SharingBox, places: Folders) -> None:
    address = switch_on(qtbot, box)

    assert load_settings(places.settings).sharing
    assert answers(address)
    assert "-2”" in box.offer_text  # under which name it is found

    box.offer.click()
    qtbot.waitUntil(lambda: not answers(address), timeout=LONG)
    assert not load_settings(places.settings).sharing
    qtbot.waitUntil(lambda: box.offer_text == "")


def test_it_stops_with_the_program(qtbot: QtBot, desktop: Desktop, box: SharingBox) -> None:
    address = switch_on(qtbot, box)

    desktop.updates.close()

    assert not answers(address)


def test_who_is_just_being_told_is_told_otherwise(
    qtbot: QtBot, box: SharingBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, taken_back = Event(), Event(), Event()

    class Slow(FakeAnnouncement):
        def __init__(self, *, name: str, **facts: object) -> None:
            super().__init__(name=name, **facts)
            begun.set()
            assert go_on.wait(10)

        def close(self) -> None:
            taken_back.set()

    monkeypatch.setattr("procura_desktop.sync.offering.Announcement", Slow)
    box.offer.click()
    qtbot.waitUntil(begun.is_set, timeout=LONG)
    box.offer.click()
    go_on.set()

    qtbot.waitUntil(taken_back.is_set, timeout=LONG)
    qtbot.waitUntil(lambda: box.offer_text == "", timeout=LONG)


def test_never_using_the_network_stops_it(qtbot: QtBot, desktop: Desktop, box: SharingBox) -> None:
    address = switch_on(qtbot, box)

    _never_use_the_network(desktop)

    qtbot.waitUntil(lambda: not answers(address), timeout=LONG)
    assert not box.offer.isEnabled()
    assert not box.search.isEnabled()
    assert not box.ask_address.isEnabled()
    assert "switched off" in box.search_text


def _never_use_the_network(desktop: Desktop) -> None:
    desktop.updates.page._offline.click()  # noqa: SLF001 - as a person does


def test_what_is_missing_is_fetched_only_when_somebody_agrees(
    qtbot: QtBot, box: SharingBox, places: Folders, publisher: Publisher
) -> None:
    change_settings(places.settings, {"ask_above": 0})
    release_again(publisher)  # the installed edition is not the one that the source has
    box.offer.click()
    qtbot.waitUntil(lambda: box.go_on.isVisible(), timeout=LONG)
    assert publisher.newest in box.offer_text
    assert "kB" in box.offer_text or "byte" in box.offer_text
    assert box.other.isVisible()

    box.go_on.click()
    qtbot.waitUntil(lambda: bool(offered_at(box)), timeout=LONG)
    assert answers(offered_at(box))


def test_an_update_file_that_was_asked_is_let_go_at_the_end(
    qtbot: QtBot, desktop: Desktop, box: SharingBox, places: Folders, publisher: Publisher, tmp_path: Path
) -> None:
    change_settings(places.settings, {"ask_above": 0})
    release_again(publisher)
    desktop.updates.write_copy(tmp_path / "edition.procura")
    qtbot.waitUntil(lambda: (tmp_path / "edition.procura").exists(), timeout=LONG)
    desktop.updates.take_source((), publisher.root.read_bytes())
    box.offer.click()
    qtbot.waitUntil(lambda: "no address" in box.offer_text, timeout=LONG)
    desktop.updates.sharing.take_from(str(tmp_path / "edition.procura"))
    qtbot.waitUntil(lambda: "It takes" in box.offer_text, timeout=LONG)  # an open file is a warning


def test_the_offer_follows_an_update(
    qtbot: QtBot, desktop: Desktop, box: SharingBox, places: Folders, publisher: Publisher
) -> None:
    switch_on(qtbot, box)
    release_again(publisher)
    desktop.updates.look()
    qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.page.update_now.click()

    qtbot.waitUntil(lambda: publisher.newest in box.offer_text and bool(offered_at(box)), timeout=LONG)
    assert read_shelf(shelf_folder(places, "main")).version == publisher.newest
    assert answers(offered_at(box))


def test_without_a_trusted_publisher_it_is_said_what_to_do(
    qtbot: QtBot, desktop: Desktop, box: SharingBox
) -> None:
    desktop.updates.page.forget_source.click()
    box.offer.click()
    qtbot.waitUntil(lambda: "root file" in box.offer_text, timeout=LONG)
    assert box.other.isVisible()


def test_a_stick_serves_where_the_source_has_no_address(
    qtbot: QtBot, desktop: Desktop, box: SharingBox, publisher: Publisher
) -> None:
    desktop.updates.take_source((), publisher.root.read_bytes())
    box.offer.click()
    qtbot.waitUntil(lambda: "no address" in box.offer_text, timeout=LONG)

    desktop.updates.sharing.take_from(str(publisher.folder))

    qtbot.waitUntil(lambda: bool(offered_at(box)), timeout=LONG)


def test_a_network_that_cannot_be_used_is_said_calmly(
    qtbot: QtBot, box: SharingBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("procura_desktop.sync.lan.local_addresses", tuple)
    box.offer.click()
    qtbot.waitUntil(lambda: "local network" in box.offer_text, timeout=LONG)
    box.search.click()
    qtbot.waitUntil(lambda: "local network" in box.search_text, timeout=LONG)
    assert box.search.isVisible()

    monkeypatch.setattr("procura_desktop.sync.lan.local_addresses", lambda: (HERE,))
    box.go_on.click()
    qtbot.waitUntil(lambda: bool(offered_at(box)), timeout=LONG)


def test_where_nobody_can_be_told_the_address_is_said(
    qtbot: QtBot, box: SharingBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise LocalNetworkError(detail="no multicast")

    monkeypatch.setattr("procura_desktop.sync.offering.Announcement", refuse)
    address = switch_on(qtbot, box)

    assert "tell them the address" in box.offer_text
    assert answers(address)


def test_a_start_offers_what_is_there_and_asks_no_source(
    qtbot: QtBot, places: Folders, installed: Path, publisher: Publisher
) -> None:
    change_settings(places.settings, {"sharing": True})
    desktop = make_desktop(places, [installed])
    qtbot.addWidget(desktop.window)
    with closing(desktop):
        box = desktop.updates.page.sharing
        qtbot.waitUntil(lambda: "not here yet" in box.offer_text, timeout=LONG)
        assert not shelf_folder(places, "main").exists()

    gathering = plan_gathering(places, Settings(), library="main", progress=Silent())
    gather(gathering, progress=Silent())
    publisher.folder.rename(publisher.folder.with_name("away"))
    desktop = make_desktop(places, [installed])
    qtbot.addWidget(desktop.window)
    with closing(desktop):
        box = desktop.updates.page.sharing
        qtbot.waitUntil(lambda: bool(offered_at(box)), timeout=LONG)
        assert box.offer.isChecked()


def bring_ghent(qtbot: QtBot, desktop: Desktop, folder: Path) -> Publisher:
    """Install an office's own library from its own source."""
    ghent = make_publisher(folder, name="ghent")
    ghent.release(records=(make_article("guidance/walls", title="Walls"),))
    desktop.updates.take_source((str(ghent.folder),), ghent.root.read_bytes(), library="ghent")
    desktop.updates.look()
    qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.page.update_now.click()
    return ghent


def test_every_library_is_offered(
    qtbot: QtBot, desktop: Desktop, box: SharingBox, places: Folders, tmp_path: Path
) -> None:
    bring_ghent(qtbot, desktop, tmp_path / "ghent")
    box.offer.click()
    qtbot.waitUntil(lambda: "“ghent”" in box.offer_text and bool(offered_at(box)), timeout=LONG)

    address = offered_at(box)
    assert answers(address)
    assert f"{address}ghent/" in box.offer_text
    for library in ("main", "ghent"):
        assert read_shelf(shelf_folder(places, library)).library == library


def test_an_offer_follows_an_update_of_another_library(
    qtbot: QtBot, desktop: Desktop, box: SharingBox, places: Folders, tmp_path: Path
) -> None:
    switch_on(qtbot, box)
    ghent = bring_ghent(qtbot, desktop, tmp_path / "ghent")
    qtbot.waitUntil(lambda: "“ghent”" in box.offer_text and bool(offered_at(box)), timeout=LONG)
    ghent.release(records=(make_article("guidance/walls", title="Walls and gates"),))
    desktop.updates.look()
    qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)
    with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
        desktop.updates.page.update_now.click()

    qtbot.waitUntil(lambda: f"{ghent.newest} of “ghent” is offered" in box.offer_text, timeout=LONG)
    assert read_shelf(shelf_folder(places, "ghent")).version == ghent.newest


def test_a_library_that_cannot_be_gathered_keeps_back_no_other(
    qtbot: QtBot, desktop: Desktop, box: SharingBox, tmp_path: Path
) -> None:
    ghent = bring_ghent(qtbot, desktop, tmp_path / "ghent")
    ghent.folder.rename(tmp_path / "away")
    box.offer.click()

    qtbot.waitUntil(lambda: "Not offered" in box.offer_text, timeout=LONG)
    assert "“ghent”" in box.offer_text
    assert answers(offered_at(box))
    (tmp_path / "away").rename(ghent.folder)
    box.go_on.click()
    qtbot.waitUntil(lambda: "of “ghent” is offered" in box.offer_text, timeout=LONG)


def test_a_library_that_the_policy_forbids_is_neither_offered_nor_listed(
    places: Folders, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert installed.is_file()
    add_source(
        places, "ghent", addresses=(), root=make_publisher(tmp_path / "g", name="ghent").root.read_bytes()
    )
    build_sample(places.library_dir / "ghent.sqlite", name="ghent")
    work = SharingWork(places)
    neighbour = Neighbour(
        name="pc-12", library="ghent", version="2026.11.2", address="http://127.0.0.1:1/ghent/"
    )
    browse_finds(monkeypatch, neighbour)
    assert work.libraries() == ("main", "ghent")
    assert work.browse(Silent()) == (neighbour,)

    policy = tmp_path / "policy.toml"
    policy.write_text("[locked]\nlibraries_forbidden = ['ghent']\n")
    forbidden = SharingWork(replace(places, policy=policy))
    assert forbidden.libraries() == ("main",)
    assert forbidden.browse(Silent()) == ()


def browse_finds(monkeypatch: pytest.MonkeyPatch, *found: Neighbour) -> None:
    monkeypatch.setattr("procura_desktop.sync.nearby.browse", lambda **_: found)


def test_who_offers_is_listed_and_asked(
    qtbot: QtBot,
    desktop: Desktop,
    box: SharingBox,
    publisher: Publisher,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    release_again(publisher)
    desktop.updates.take_source((), publisher.root.read_bytes())
    with closing(ReleaseServer([read_shelf(publisher.folder)], hosts=[HERE], port=0)) as server:
        browse_finds(
            monkeypatch,
            Neighbour(name="pc-12", library="main", version=publisher.newest, address=server.addresses[0]),
            Neighbour(name="pc-13", library="region", version="2026.11.9", address="http://127.0.0.1:1/"),
        )
        box.search.click()
        qtbot.waitUntil(lambda: box.neighbours.isVisible(), timeout=LONG)
        model = box.neighbours.model()
        assert model.rowCount() == 1  # the other is of another library
        assert "pc-12" in model.index(0, 0).data()
        assert publisher.newest in model.index(0, 0).data()

        qtbot.keyClick(box.neighbours, Qt.Key.Key_Return)

        qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)
        with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
            desktop.updates.page.update_now.click()
    assert desktop.library.info.version == publisher.newest


def test_who_offers_another_library_is_asked_for_it(
    qtbot: QtBot, desktop: Desktop, box: SharingBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ghent = make_publisher(tmp_path / "ghent", name="ghent")
    ghent.release(records=(make_article("guidance/walls", title="Walls"),))
    desktop.updates.take_source((), ghent.root.read_bytes(), library="ghent")
    desktop.updates.choose_library("main")
    with closing(ReleaseServer([read_shelf(ghent.folder)], hosts=[HERE], port=0)) as server:
        address = f"{server.addresses[0]}ghent/"
        browse_finds(
            monkeypatch, Neighbour(name="pc-12", library="ghent", version="2026.11.1", address=address)
        )
        box.search.click()
        qtbot.waitUntil(lambda: box.neighbours.isVisible(), timeout=LONG)
        assert "“ghent”" in box.neighbours.model().index(0, 0).data()
        qtbot.keyClick(box.neighbours, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)
        with qtbot.waitSignal(desktop.updates.library_changed, timeout=LONG):
            desktop.updates.page.update_now.click()
    assert desktop.library.brief("ghent/guidance/walls") is not None


def test_an_address_with_a_library_can_be_typed(
    qtbot: QtBot, desktop: Desktop, box: SharingBox, tmp_path: Path
) -> None:
    ghent = make_publisher(tmp_path / "ghent", name="ghent")
    ghent.release(records=(make_article("guidance/walls", title="Walls"),))
    desktop.updates.take_source((), ghent.root.read_bytes(), library="ghent")
    desktop.updates.choose_library("main")
    with closing(ReleaseServer([read_shelf(ghent.folder)], hosts=[HERE], port=0)) as server:
        qtbot.keyClicks(box.address, f"{HERE}:{server.port}/ghent")
        qtbot.keyClick(box.address, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)


def test_nobody_there_is_no_error(qtbot: QtBot, box: SharingBox, monkeypatch: pytest.MonkeyPatch) -> None:
    browse_finds(monkeypatch)
    box.search.click()
    qtbot.waitUntil(lambda: "Nobody" in box.search_text, timeout=LONG)
    assert not box.neighbours.isVisible()


def test_looking_can_be_stopped(qtbot: QtBot, box: SharingBox, monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(*, progress: Progress, **_: object) -> None:
        while True:
            progress.advance(0)

    monkeypatch.setattr("procura_desktop.sync.nearby.browse", forever)
    box.search.click()
    qtbot.waitUntil(lambda: box.search_stop.isVisible(), timeout=LONG)
    box.search_stop.click()
    qtbot.waitUntil(lambda: box.search.isVisible(), timeout=LONG)
    assert box.search_text == ""


def test_an_address_can_be_typed(
    qtbot: QtBot, desktop: Desktop, box: SharingBox, publisher: Publisher
) -> None:
    release_again(publisher)
    with closing(ReleaseServer([read_shelf(publisher.folder)], hosts=[HERE], port=0)) as server:
        qtbot.keyClicks(box.address, f"{HERE}:{server.port}")
        qtbot.keyClick(box.address, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desktop.updates.page.update_now.isVisible(), timeout=LONG)


def test_what_is_no_address_is_said(qtbot: QtBot, desktop: Desktop, box: SharingBox) -> None:
    qtbot.keyClicks(box.address, "the other computer")
    box.ask_address.click()
    assert "192.168.1.20" in box.search_text
    assert desktop.updates.page.status == ""


def test_every_control_has_a_name(qtbot: QtBot, box: SharingBox, monkeypatch: pytest.MonkeyPatch) -> None:
    browse_finds(
        monkeypatch,
        Neighbour(name="pc-12", library="main", version="2026.11.2", address="http://127.0.0.1:1/"),
    )
    switch_on(qtbot, box)
    box.search.click()
    qtbot.waitUntil(lambda: box.neighbours.isVisible(), timeout=LONG)
    controls = [
        widget
        for widget in box.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) >= 6
    for widget in controls:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget


def test_the_list_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = NeighbourModel()
    model.set_rows((("pc-12", "http://127.0.0.1:29170/"), ("pc-13", "http://127.0.0.2:29170/")))
    qtmodeltester.check(model)
    assert model.index(1).data(ADDRESS) == "http://127.0.0.2:29170/"


def test_what_was_found_is_proved_under_the_pinned_root(
    places: Folders, installed: Path, tmp_path: Path
) -> None:
    assert installed.is_file()
    stranger = make_publisher(tmp_path / "stranger")
    stranger.release(records=sample_records(), assets=(CYCLE,))
    with (
        closing(ReleaseServer([read_shelf(stranger.folder)], hosts=[HERE], port=0)) as server,
        pytest.raises(ReleaseRejectedError),
    ):
        find(
            places,
            Settings(proxy="none"),
            library="main",
            address=server.addresses[0],
            progress=Silent(),
        )
