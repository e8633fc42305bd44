"""Nobody asked for the network: then nothing goes there, whatever one does in the window."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from procura_desktop.app.desktop import Desktop
from procura_desktop.app.making import make_desktop
from procura_desktop.gui.places import PLACE_NAMES, parse_place
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.settings import change_settings
from procura_desktop.settings.sources import add_source
from tests.releases import make_publisher

LONG = 20_000
_ASKING = ("socket.getaddrinfo", "socket.gethostbyname")
_GOING = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
_seen: list[str] | None = None
_hooked = False


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    """Note what Python tells of sockets, as long as somebody listens."""
    if _seen is None or not event.startswith("socket."):
        return
    address = arguments[-1]  # of other families than the network's it is a text
    probe = event == "socket.bind" and address == ("::1", 0)  # urllib3, when it is loaded: is there IPv6?
    if event in _ASKING or (event in _GOING and isinstance(address, tuple) and not probe):
        _seen.append(f"{event}{arguments[1:]!r}")


@contextmanager
def heard() -> Iterator[list[str]]:
    """Give the list to which all that goes to the network is added while this lasts."""
    global _seen, _hooked
    if not _hooked:
        sys.addaudithook(_hear)
        _hooked = True
    found: list[str] = []
    _seen = found
    try:
        yield found
    finally:
        _seen = None


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    """A computer whose library has a web address, which nobody answers."""
    made = replace(folders(tmp_path / "data"), policy=tmp_path / "policy.toml")
    root = make_publisher(tmp_path / "publisher").root.read_bytes()
    add_source(made, "main", addresses=("http://127.0.0.1:9/",), root=root)
    return made


def opened(qtbot: QtBot, places: Folders, library: Path) -> Desktop:
    desktop = make_desktop(places, [library])
    qtbot.addWidget(desktop.window)
    desktop.start("")
    return desktop


def go_everywhere(qtbot: QtBot, desktop: Desktop) -> None:
    """Open every place, a text of each kind, a search and what it finds."""
    for name in PLACE_NAMES:
        if name != "record":
            desktop.fill_settings(name)
            desktop.router.go(parse_place(name))
    for record in desktop.library.briefs():
        desktop.router.open_record(record.id)
    with qtbot.waitSignal(desktop.router.pages.search.searched, timeout=LONG):
        desktop.router.type_search("laptop battery")
    desktop.router.enter_search("laptop battery")


def test_the_guard_hears_a_call() -> None:
    with heard() as calls, socket.socket(socket.AF_INET) as mine:
        mine.bind(("127.0.0.1", 0))

    assert len(calls) == 1


def test_reading_and_searching_ask_nobody(qtbot: QtBot, places: Folders, library_path: Path) -> None:
    with heard() as calls:
        desktop = opened(qtbot, places, library_path)
        go_everywhere(qtbot, desktop)
        desktop.updates.start_by_itself()
        desktop.window.close()
        desktop.close()

    assert calls == []


def test_looking_for_an_update_asks_where_the_network_may_be_used(
    qtbot: QtBot, places: Folders, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the test below can fail."""
    monkeypatch.setattr("procura_desktop.sync.http.TRIES_WITHOUT_A_BYTE", 1)
    with heard() as calls:
        desktop = opened(qtbot, places, library_path)
        desktop.router.go(parse_place("updates"))
        desktop.updates.look()
        qtbot.waitUntil(lambda: "cannot be reached" in desktop.updates.page.status, timeout=LONG)
        desktop.window.close()
        desktop.close()

    assert calls


@pytest.mark.parametrize("by", ["user", "policy"])
def test_where_it_is_never_to_be_used_nothing_goes_out(
    qtbot: QtBot, places: Folders, library_path: Path, by: str
) -> None:
    change_settings(places.settings, {"background": True, "sharing": True, "network": by == "policy"})
    if by == "policy":
        places.policy.write_text("[locked]\nnetwork = false\nbackground = true\nsharing = true\n")
    with heard() as calls:
        desktop = opened(qtbot, places, library_path)
        go_everywhere(qtbot, desktop)
        updates = desktop.updates
        desktop.router.go(parse_place("updates"))
        updates.look()
        qtbot.waitUntil(lambda: "never to use the network" in updates.page.status, timeout=LONG)
        updates.look("https://example.org/")
        qtbot.waitUntil(lambda: "example.org" in updates.page.status, timeout=LONG)
        updates.page.sharing.address_wanted.emit("192.168.1.20")
        qtbot.waitUntil(lambda: "192.168.1.20" in updates.page.status, timeout=LONG)
        updates.page.sharing.search_wanted.emit()
        updates.page.sharing.go_on_wanted.emit()
        updates.look_quietly()
        updates._schedule.look_at_clock()  # noqa: SLF001 - as the timer does
        qtbot.waitUntil(lambda: not updates._run.busy, timeout=LONG)  # noqa: SLF001
        desktop.window.close()
        desktop.close()

    assert calls == []


def test_switching_it_off_stops_what_is_being_asked(
    qtbot: QtBot, places: Folders, library_path: Path
) -> None:
    """Nobody answers there, so it would be tried again for a while."""
    desktop = opened(qtbot, places, library_path)
    desktop.router.go(parse_place("updates"))
    with heard() as calls:
        desktop.updates.look()
        qtbot.waitUntil(lambda: bool(calls), timeout=LONG)
        desktop.updates.choose({"network": False})
        qtbot.waitUntil(lambda: "never to use the network" in desktop.updates.page.status, timeout=LONG)
        made = len(calls)
        desktop.window.close()
        desktop.close()

    assert len(calls) == made
