"""What Windows and macOS are told of the program, and that it is what the program and its Qt say."""

from importlib import metadata
from types import SimpleNamespace
from typing import Any

import pytest

import mac_info
import version_resource
from associations import ASSOCIATIONS, SCHEME
from procura_desktop.domain.addresses import SCHEME as ADDRESSES
from procura_desktop.domain.addresses import UPDATE_FILE
from procura_desktop.sync.nearby import SERVICE


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("2.10", (2, 10, 0, 0)), ("1.4.2rc1", (1, 4, 2, 0))]
)
def test_windows_knows_a_version_by_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert version_resource.numbers(version) == numbers


@pytest.mark.parametrize("version", ["dev", "1.70000"])
def test_a_version_that_windows_cannot_hold_is_told(version: str) -> None:
    with pytest.raises(SystemExit, match="no version that Windows can hold"):
        version_resource.numbers(version)


def test_the_resource_is_one_that_pyinstaller_reads() -> None:
    """PyInstaller evaluates it with these names, and no others."""

    def part(*told: Any, **named: Any) -> SimpleNamespace:  # noqa: ANN401 - whatever is written there
        return SimpleNamespace(told=told, **named)

    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo")
    text = version_resource.resource("1.2.3", name="procura-desktop.com")
    made = eval(text, dict.fromkeys((*names, "VarStruct"), part))  # noqa: S307 - our own text

    assert made.ffi.filevers == (1, 2, 3, 0)
    (table,) = made.kids[0].told[0]
    strings = dict(one.told for one in table.told[1])
    assert strings["OriginalFilename"] == "procura-desktop.com"
    assert strings["ProductName"] == "Procura Desktop"


def test_the_associations_are_those_of_the_program() -> None:
    assert f"{SCHEME}:" == ADDRESSES
    assert f".{ASSOCIATIONS[0].ending}" == UPDATE_FILE


def test_the_oldest_macos_is_that_of_the_qt_we_ship() -> None:
    """Wheels of one version are made for one system; the lock names those of macOS by hash alone."""
    version = metadata.version("PySide6_Essentials")
    assert version.startswith("6.11.")  # of which the macOS wheels are tagged macosx_13_0
    assert mac_info.OLDEST_SYSTEM == "13.0"


def test_the_service_that_macos_allows_is_the_one_we_announce() -> None:
    told = mac_info.info_plist("1.0")["NSBonjourServices"]
    assert told == [SERVICE.removesuffix(".local.")]
