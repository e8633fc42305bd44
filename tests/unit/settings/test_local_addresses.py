"""Addresses that lead to the same place from a later start and from another computer."""

import shutil
from pathlib import Path

import pytest

from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.local_addresses import kept_address, meant_address
from procura_desktop.settings.sources import add_source, load_sources

WEB = "https://updates.example/main"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with the program in a folder, and an edition beside it."""
    (tmp_path / "E" / "Procura").mkdir(parents=True)
    (tmp_path / "E" / "editions").mkdir()
    return tmp_path / "E"


def on(stick: Path) -> Folders:
    """The folders of the portable program on a stick."""
    data = stick / "Procura" / "data"
    return Folders(data=data, config=data, cache=data / "cache", portable=stick / "Procura" / "portable.toml")


def test_a_path_becomes_whole_and_a_web_address_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    places = folders(tmp_path / "data")

    assert kept_address("share", places) == str(tmp_path / "share")
    assert kept_address("~/share", places) == str(Path.home() / "share")
    assert kept_address("~nobody-of-this-name", places) == str(tmp_path / "~nobody-of-this-name")
    assert kept_address(WEB, places) == WEB
    assert meant_address("share", places) == "share"


def test_beside_a_portable_program_a_path_is_kept_from_its_data(stick: Path, tmp_path: Path) -> None:
    places = on(stick)

    assert kept_address(str(stick / "editions"), places) == "../../editions"
    assert kept_address(str(stick / "Procura" / "e.procura"), places) == "../e.procura"
    assert kept_address(str(tmp_path / "share"), places) == str(tmp_path / "share")
    assert kept_address(WEB, places) == WEB


def test_a_source_on_the_stick_is_found_under_another_letter(stick: Path, tmp_path: Path) -> None:
    editions = stick / "editions"
    add_source(on(stick), "main", addresses=(WEB, str(editions), "/srv/procura"), root=b"root")
    other = tmp_path / "F"
    shutil.move(stick, other)

    [source] = load_sources(on(other), tmp_path / "no presets")

    assert source.addresses == (WEB, str(other / "editions"), "/srv/procura")
    kept = (other / "Procura" / "data" / "sources" / "main" / "source.toml").read_text(encoding="utf-8")
    assert str(stick) not in kept
