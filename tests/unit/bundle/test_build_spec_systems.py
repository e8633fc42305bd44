"""What `build.spec` makes on Windows, macOS and Linux: run whole over a small tree.

PyInstaller's own parts only note how they were called.
"""

import importlib
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from procura_desktop import __version__

importlib.import_module("PyInstaller.depend.bindepend")  # before another system is pretended

ROOT = Path(__file__).resolve().parents[3]
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><circle cx="32" cy="32" r="30"/></svg>'
)
MADE = (
    "LICENSE",
    "content/LICENSE",
    "docs/manual/first-steps.md",
    "resources/library/main.sqlite",
    "resources/fonts/OFL.txt",
)


@dataclass
class Parts:
    """PyInstaller's parts as the spec called them: positions and names of each call, by part."""

    binaries: list[tuple[str, str, str]]
    datas: list[tuple[str, str, str]] = field(default_factory=list)
    calls: dict[str, list[tuple[tuple[Any, ...], dict[str, Any]]]] = field(default_factory=dict)

    def part(self, name: str) -> Callable[..., Any]:
        def called(*positions: Any, **names: Any) -> Any:  # noqa: ANN401 - as PyInstaller takes them
            self.calls.setdefault(name, []).append((positions, names))
            return _Analysis(self) if name == "Analysis" else _Target(names.get("name", ""))

        return called

    def only(self, name: str) -> tuple[tuple[Any, ...], dict[str, Any]]:
        (call,) = self.calls[name]
        return call


class _Analysis:
    def __init__(self, parts: Parts) -> None:
        self.pure = [("procura_desktop.app", "app.py", "PYMODULE")]
        self.scripts: list[tuple[str, str, str]] = []
        self.binaries, self.datas = parts.binaries, parts.datas


@dataclass
class _Target:
    name: str


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """What the spec needs of the sources, and an icon."""
    for folder in ("packaging", "resources/licences"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for name in MADE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    (tmp_path / "resources" / "icons").mkdir()
    (tmp_path / "resources" / "icons" / "app.svg").write_text(DRAWING)
    (tmp_path / "src" / "procura_desktop").mkdir(parents=True)
    shutil.copyfile(
        ROOT / "src/procura_desktop/__init__.py", tmp_path / "src" / "procura_desktop" / "__init__.py"
    )
    return tmp_path


def build(tree: Path, system: str, monkeypatch: pytest.MonkeyPatch, collected: list[str]) -> Parts:
    """Run the whole spec as on this system, over files that Analysis is to have collected."""
    stand_in = tree / "stand-in.dll"
    stand_in.write_bytes(b"")
    parts = Parts([(name, str(stand_in), "BINARY") for name in collected])
    monkeypatch.setattr(sys, "platform", system)
    names = {name: parts.part(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    text = (ROOT / "build.spec").read_text(encoding="utf-8")
    exec(compile(text, "build.spec", "exec"), {**names, "SPECPATH": str(tree)})  # noqa: S102 - our own file
    return parts


WINDOWS = [
    "PySide6\\Qt6Core.dll",
    "PySide6\\QtWidgets.pyd",
    "PySide6\\plugins\\platforms\\qwindows.dll",
    "PySide6\\msvcp140_1.dll",
    "shiboken6\\Shiboken.pyd",
    "python312.dll",
    "libcrypto-3.dll",
    "PySide6\\opengl32sw.dll",
    "PySide6\\Qt6Quick.dll",
    "PySide6\\plugins\\sqldrivers\\qsqlite.dll",
    "PySide6\\translations\\qtbase_de.qm",
]
MACOS = [
    "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
    "PySide6/Qt/lib/QtCore.framework/Versions/A/Resources/Info.plist",
    "PySide6/Qt/lib/QtDBus.framework/Versions/A/QtDBus",
    "PySide6/QtGui.abi3.so",
    "PySide6/libpyside6.abi3.6.11.dylib",
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    "libpython3.12.dylib",
    "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick",
    "PySide6/Qt/lib/QtQuick.framework/Versions/A/Resources/Info.plist",
    "PySide6/Qt/plugins/imageformats/libqwebp.dylib",
]


def test_windows_gets_a_program_for_the_window_and_one_for_the_shell(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = build(tree, "win32", monkeypatch, WINDOWS)

    window, shell = (names for _, names in parts.calls["EXE"])
    assert (window["name"], window["console"]) == ("procura-desktop", False)
    assert (shell["name"], shell["console"]) == ("procura-desktop-shell", True)
    (program, also, *_), _ = parts.only("COLLECT")
    assert program.name == "procura-desktop"
    assert also == [("procura-desktop.com", "procura-desktop-shell", "EXECUTABLE")]
    assert "BUNDLE" not in parts.calls


def test_windows_programs_carry_the_icon_and_their_version(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = build(tree, "win32", monkeypatch, WINDOWS)

    for (_, names), file in zip(parts.calls["EXE"], ("procura-desktop", "procura-desktop.com"), strict=True):
        assert Path(names["icon"]).read_bytes()[:4] == b"\0\0\1\0"
        told = Path(names["version"]).read_text(encoding="utf-8")
        assert f"StringStruct('OriginalFilename', '{file}')" in told
        assert f"StringStruct('ProductVersion', '{__version__}')" in told
        assert names["strip"] is False


def test_what_windows_prints_is_utf_8(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = build(tree, "win32", monkeypatch, WINDOWS)

    assert all(("X utf8", None, "OPTION") in positions[2] for positions, _ in parts.calls["EXE"])


@pytest.mark.parametrize(("system", "collected", "kept"), [("win32", WINDOWS, 7), ("darwin", MACOS, 7)])
def test_what_is_not_named_stays_out_on_other_systems_too(
    tree: Path, monkeypatch: pytest.MonkeyPatch, system: str, collected: list[str], kept: int
) -> None:
    parts = build(tree, system, monkeypatch, collected)

    (_, _, binaries, _), _ = parts.only("COLLECT")
    assert [name for name, _, _ in binaries] == collected[:kept]


def test_macos_gets_an_application_that_opens_our_files_and_addresses(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = build(tree, "darwin", monkeypatch, MACOS)

    (_, names) = parts.only("BUNDLE")
    assert names["name"] == "Procura Desktop.app"
    assert Path(names["icon"]).read_bytes()[:4] == b"icns"
    told = names["info_plist"]
    assert told["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["procura"]
    endings = {
        kind["UTTypeIdentifier"]: kind["UTTypeTagSpecification"]["public.filename-extension"]
        for kind in told["UTExportedTypeDeclarations"]
    }
    opened = [endings[one["LSItemContentTypes"][0]] for one in told["CFBundleDocumentTypes"]]
    assert opened == [["procura"], ["procurement"]]
    assert told["NSHighResolutionCapable"] is True
    assert told["CFBundleVersion"] == names["version"] == __version__
    assert all(call["console"] is False for _, call in parts.calls["EXE"])  # else it has no place in the Dock


@pytest.mark.parametrize("identity", ["Developer ID Application: A", ""])
def test_macos_signs_every_part_where_an_identity_is_given(
    tree: Path, monkeypatch: pytest.MonkeyPatch, identity: str
) -> None:
    monkeypatch.setenv("PROCURA_CODESIGN_IDENTITY", identity)
    parts = build(tree, "darwin", monkeypatch, MACOS)

    (_, names) = parts.only("EXE")
    assert names["codesign_identity"] == (identity or None)
    assert Path(names["entitlements_file"]).is_file()
    assert names["target_arch"] in {"x86_64", "arm64"}


def test_linux_gets_one_program_for_both(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = build(tree, "linux", monkeypatch, [])

    (_, names) = parts.only("EXE")
    assert (names["name"], names["console"], names["strip"]) == ("procura-desktop", True, True)
    assert "icon" not in names
    assert "BUNDLE" not in parts.calls
