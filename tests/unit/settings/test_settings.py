import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.errors import SettingsError
from procura_desktop.settings.settings import THEMES, Settings, Theme, change_settings, load_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def write(file: Path, text: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert load_settings(file) == Settings(theme="system", text_scale=100)


@pytest.mark.parametrize("theme", THEMES)
def test_what_was_saved_is_loaded(file: Path, theme: Theme) -> None:
    change_settings(file, {"theme": theme, "text_scale": 150})

    assert load_settings(file) == Settings(theme=theme, text_scale=150)


def test_a_key_left_out_keeps_its_default(file: Path) -> None:
    write(file, "text_scale = 120\n")

    assert load_settings(file) == Settings(text_scale=120)


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    write(file, b"\xef\xbb\xbftheme = 'dark'\r\n")

    assert load_settings(file) == Settings(theme="dark")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("theme = 'pink'", "theme"),
        ("theme = ['dark']", "theme"),
        ("text_scale = 79", "text_scale"),
        ("text_scale = 201", "text_scale"),
        ("text_scale = 100.0", "text_scale"),
        ("text_scale = true", "text_scale"),
        ("text_scale = '100'", "text_scale"),
        ("text_scale = 0x" + "f" * 5000, "text_scale"),
        ("textscale = 100", "textscale"),
        ("[theme]\nname = 'dark'", "theme"),
        ("theme = ", "TOML"),
        ("a = " + "[" * 100_000, "TOML"),
        (b"theme = '\xff'", "TOML"),
    ],
)
def test_a_fault_is_named_with_file_and_key_and_the_file_kept(
    file: Path, text: str | bytes, named: str
) -> None:
    write(file, text)
    before = file.read_bytes()

    with pytest.raises(SettingsError, match=named) as caught:
        load_settings(file)

    assert str(file) in str(caught.value)
    assert file.read_bytes() == before


def test_every_fault_is_named_at_once(file: Path) -> None:
    write(file, "theme = 'pink'\ntext_scale = 5\n")

    with pytest.raises(SettingsError, match=r"theme .*; text_scale "):
        load_settings(file)


def test_a_folder_in_the_place_of_the_file_is_named(file: Path) -> None:
    file.mkdir(parents=True)

    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(file)


def test_saving_over_a_broken_file_keeps_it_beside(file: Path) -> None:
    for text in ("theme = 'pink'", "theme = 'blue'"):
        write(file, text)
        change_settings(file, {"theme": "dark"})

    kept = sorted(path.name for path in file.parent.iterdir())
    assert kept == ["settings.kept-1.toml", "settings.kept-2.toml", "settings.toml"]
    assert file.with_name("settings.kept-1.toml").read_text() == "theme = 'pink'"
    assert load_settings(file) == Settings(theme="dark")


def test_a_failed_write_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change_settings(file, {"theme": "dark"})

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SettingsError, match="No space left"):
        change_settings(file, {"theme": "light"})

    assert load_settings(file) == Settings(theme="dark")
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.skipif("sys.platform == 'win32'", reason="links need a right there")
def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text("theme = 'dark'\n")
    file.parent.mkdir()
    file.symlink_to(elsewhere)

    change_settings(file, {"theme": "light"})

    assert file.is_symlink()
    assert load_settings(elsewhere) == Settings(theme="light")


def test_settings_check_themselves() -> None:
    with pytest.raises(ValueError, match="text_scale"):
        Settings(text_scale=20)


@given(st.binary())
def test_any_bytes_give_settings_or_our_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(data)

    with contextlib.suppress(SettingsError):
        load_settings(file)
