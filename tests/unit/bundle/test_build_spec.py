"""What `build.spec` decides before PyInstaller starts: what goes in, and whose licence goes with it."""

from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    """The names that build.spec defines, without the build that follows them."""
    text, found, _ = (ROOT / "build.spec").read_text(encoding="utf-8").partition("\nanalysis = Analysis(")
    assert found
    names: dict[str, Any] = {"SPECPATH": str(ROOT)}
    exec(compile(text, "build.spec", "exec"), names)  # noqa: S102 - our own file; PyInstaller runs it this way
    return names


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/QtWidgets.abi3.so",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "libz.so.1",
        "markdown-3.11.3.dist-info/METADATA",
        "markdown-3.11.3.dist-info/entry_points.txt",
        "nh3/nh3.abi3.so",
        "resources/translations/procura_en.qm",
    ],
)
def test_what_the_window_needs_goes_in(spec: dict[str, Any], target: str) -> None:
    assert spec["is_listed"](target)


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/QtQml.abi3.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "markdown-3.11.3.dist-info/RECORD",  # it has sums of scripts that name folders of this machine
        "markdown-3.11.3.dist-info/INSTALLER",
    ],
)
def test_what_is_not_named_stays_out(spec: dict[str, Any], target: str) -> None:
    assert not spec["is_listed"](target)


def test_what_only_authors_use_stays_out(spec: dict[str, Any]) -> None:
    assert {"procura_desktop.content", "yaml", "openpyxl", "et_xmlfile"} <= set(spec["EXCLUDED"])


def test_the_manual_the_library_and_the_translations_go_in(spec: dict[str, Any]) -> None:
    files = {f"{folder}/{Path(file).name}" for file, folder in spec["resource_files"]()}
    assert {
        "resources/manual/first-steps.md",
        "resources/library/main.sqlite",
        "resources/translations/procura_en.qm",
    } <= files


def test_the_trust_of_a_publisher_goes_in(spec: dict[str, Any], tmp_path: Path) -> None:
    made = ["resources/library/main.sqlite"]
    made += [f"resources/trust/main/{name}" for name in ("source.toml", "root.json", "metadata/targets.json")]
    for name in made:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    places = {"ROOT": tmp_path, "RESOURCES": tmp_path / "resources", "LIBRARY": tmp_path / made[0]}
    resource_files = FunctionType(spec["resource_files"].__code__, {**spec, **places})

    files = {f"{folder}/{Path(file).name}" for file, folder in resource_files()}

    assert set(made) <= files
    assert all(spec["is_listed"](name) for name in made)


@pytest.mark.parametrize(
    "name", ["procura_desktop.publish", "procura_desktop.content", "cryptography", "yaml"]
)
def test_what_signs_and_what_authors_use_stays_out(spec: dict[str, Any], name: str) -> None:
    assert name in spec["EXCLUDED"]


def test_what_writes_documents_finds_its_own_files(spec: dict[str, Any]) -> None:
    files = {f"{folder}/{Path(file).name}" for file, folder in spec["document_files"]()}
    assert "odfdo/templates/text.ott" in files
    assert any(file.startswith("odfdo-") for file in files)
    assert {file.partition("/")[0] for file in files if file.endswith("hdrftr.py")} == {"docx"}
