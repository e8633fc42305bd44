"""Every part of others that is bundled has a licence text, a version and a source, and the SBOM says so."""

import json
import re
import sys
from pathlib import Path

import pytest

import components
import sbom

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing of the system is bundled")


def test_modules_are_traced_to_their_packages() -> None:
    found = components.packages(
        ["markdown.core", "json.decoder", "procura_desktop.app", "PySide6.QtCore", "_sysconfigdata__linux"]
    )
    assert {name.lower() for name in found} == {"markdown", "pyside6_essentials", "pyinstaller"}


@pytest.mark.parametrize(
    "name", ["markdown", "msgspec", "nh3", "platformdirs", "tomli_w", "PySide6_Essentials", "zeroconf"]
)
def test_a_bundled_package_has_licence_version_and_source(name: str) -> None:
    found = components.of_package(name)
    assert all(file.stat().st_size > 500 for file in found.texts)
    assert found.texts
    assert re.match(r"\d+\.", found.version)
    assert found.source.startswith("https://")
    assert found.licence not in ("", "see its text")


def test_a_part_without_licence_stops_the_build() -> None:
    with pytest.raises(SystemExit, match="No licence text was found of: not-installed"):
        components.components(["not-installed"], [])


@linux
def test_a_library_of_nobody_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="libnobody"):
        components.components([], [str(tmp_path / "libnobody.so")])


def test_parts_under_the_lgpl_are_named_with_their_source() -> None:
    found = components.components(["PySide6.QtCore", "shiboken6", "zeroconf", "markdown"], [])
    lesser = {one.name: one.source for one in found if one.is_lesser}
    assert lesser.keys() == {"Qt", "PySide6_Essentials", "shiboken6", "zeroconf"}
    assert all(source.startswith("https://") for source in lesser.values())
    told, _, others = components.notice(found).partition("Under other licences")
    assert all(f"\n{name} " in told and source in told for name, source in lesser.items())
    assert "Markdown" in others


def test_the_texts_go_into_a_folder_for_each_part() -> None:
    found = components.components(["PySide6.QtCore", "markdown"], [])
    targets = {target for target, _, _ in components.licence_entries(found)}
    assert {
        "licences/PySide6_Essentials/LGPL-3.0.txt",
        "licences/PySide6_Essentials/Qt.txt",
        "licences/Qt/Qt-parts.txt",
        "licences/Markdown/LICENSE.md",
        "licences/Python/Python.txt",
        "licences/Noto Sans/OFL.txt",
    } <= targets


def test_the_bill_follows_the_schema_of_cyclonedx() -> None:
    found = components.components(["PySide6.QtCore", "markdown"], [])
    text = sbom.bill(found)
    sbom.check(text)
    bill = json.loads(text)
    assert {part["name"] for part in bill["components"]} == {one.name for one in found}
    assert bill["metadata"]["component"]["name"] == "procura-desktop"
    markdown = next(part for part in bill["components"] if part["name"] == "Markdown")
    assert markdown["purl"].startswith("pkg:pypi/markdown@")
    assert markdown["licenses"] == [{"license": {"id": "BSD-3-Clause"}}]


def test_the_same_parts_give_the_same_bill() -> None:
    found = components.components(["markdown"], [])
    assert sbom.bill(found) == sbom.bill(found)


def test_an_unsound_bill_is_refused() -> None:
    with pytest.raises(SystemExit, match="not sound"):
        sbom.check('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"name": "x"}]}')


@linux
def test_the_text_of_qt_speaks_of_every_library_that_is_linked_into_it() -> None:
    told = components.QT_PARTS.read_text(encoding="utf-8")
    for name in ("ICU", "HarfBuzz", "PCRE2", "libpng", "MD4C", "TinyCBOR", "double-conversion", "Wayland"):
        assert f"  {name}" in told or f"of {name}" in told, name
    release = next(one for one in components.qt() if one.name == "ICU")
    assert f"ICU {release.version}" in components.notice([release])
