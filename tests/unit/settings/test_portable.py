"""The file that makes a program portable: what it may say, and where the user's files are then."""

import sys
from pathlib import Path

import pytest

from procura_desktop.errors import PortableError
from procura_desktop.settings.folders import folders
from procura_desktop.settings.portable import portable_file


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program as the bundle has it."""
    folder = tmp_path / "stick" / "Procura Desktop"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "procura-desktop"))
    return folder


def test_from_source_there_is_no_such_file() -> None:
    assert portable_file() is None


def test_without_the_file_the_folders_are_those_of_the_computer(stick: Path) -> None:
    places = folders()

    assert places.portable is None
    assert not places.data.is_relative_to(stick)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "data"),
        ("\ufeff# nothing but a comment\n", "data"),
        ('data = "my files"', "my files"),
        ('data = "../Дані"', "../Дані"),
        ('data = "a\\\\b"', "a/b"),
        ('data = "."', "."),
    ],
)
def test_everything_is_below_the_folder_that_it_names(stick: Path, text: str, named: str) -> None:
    (stick / "portable.toml").write_text(text, encoding="utf-8")
    places = folders()

    assert places.portable == stick / "portable.toml"
    assert places.data == (stick / named).resolve()
    for place in (places.settings, places.sources, places.trust, places.library_dir, places.workspace):
        assert place.is_relative_to(places.data)
    assert places.cache.is_relative_to(places.data)
    assert places.log.is_relative_to(places.data)


def test_a_folder_on_the_command_line_comes_first(stick: Path, tmp_path: Path) -> None:
    (stick / "portable.toml").write_text("nonsense", encoding="utf-8")

    assert folders(tmp_path / "mine").data == tmp_path / "mine"
    assert folders(tmp_path / "mine").portable is None


def test_on_macos_it_lies_beside_the_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "Procura Desktop.app" / "Contents" / "MacOS" / "procura-desktop"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))

    assert portable_file() == tmp_path / "portable.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("data = ", "this is not TOML"),
        ('folder = "x"', "there is no key 'folder'"),
        ("data = 3", "data names a folder"),
        ('data = " "', "data names a folder"),
        ('data = "/home/anna"', "another on each computer"),
        (r"data = 'E:\Procura'", "another on each computer"),
        ('data = "E:"', "another on each computer"),
        (r"data = '\\server\share'", "another on each computer"),
        (r"data = '\Procura'", "another on each computer"),
        ('data = "~/procura"', "another on each computer"),
    ],
)
def test_a_fault_is_named_with_what_to_do(stick: Path, text: str, said: str) -> None:
    file = stick / "portable.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(PortableError) as caught:
        folders()

    assert caught.value.path == file
    assert said in str(caught.value)
    assert "correct the file, or delete it" in str(caught.value)


def test_what_is_no_text_is_named(stick: Path) -> None:
    (stick / "portable.toml").write_bytes(b"data = '\xff'")

    with pytest.raises(PortableError, match="not a text in UTF-8"):
        folders()


def test_a_folder_of_that_name_is_no_file(stick: Path) -> None:
    (stick / "portable.toml").mkdir()

    with pytest.raises(PortableError, match="cannot be read"):
        folders()
