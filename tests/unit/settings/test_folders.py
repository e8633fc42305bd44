from pathlib import Path

import pytest

from procura_desktop.settings.folders import folders


def test_one_folder_isolates_all(tmp_path: Path) -> None:
    places = folders(tmp_path / "mine")

    for place in (places.data, places.config, places.cache, places.library_dir):
        assert place.is_relative_to(tmp_path / "mine")
    assert places.workspace == tmp_path / "mine" / "workspace.sqlite"
    assert places.settings == tmp_path / "mine" / "settings.toml"


def test_asking_for_folders_creates_none(tmp_path: Path) -> None:
    folders(tmp_path / "mine")

    assert not (tmp_path / "mine").exists()


def test_a_relative_folder_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert folders(Path("mine")).data == tmp_path / "mine"


@pytest.mark.skipif("sys.platform != 'linux'", reason="the variables of Linux desktops")
def test_the_folders_of_the_system_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    assert folders().workspace == tmp_path / "data" / "procura-desktop" / "workspace.sqlite"
    assert folders().settings == tmp_path / "config" / "procura-desktop" / "settings.toml"
