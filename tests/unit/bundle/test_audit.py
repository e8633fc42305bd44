"""What the audit of a finished bundle finds."""

from pathlib import Path

import pytest

import audit


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the archives of the bundle hold, as far as a test adds to it."""
    inside = ["markdown.core", "json", "procura_desktop.app"]
    monkeypatch.setattr(audit, "modules_in", lambda _: iter(inside))
    return inside


def test_a_bundle_as_listed_has_no_fault(bundle: Path, modules: list[str]) -> None:
    (bundle / "_internal" / "libQt6Core.so.6").unlink()
    assert modules
    assert audit.faults(bundle) == []


@pytest.mark.parametrize(
    "module",
    ["procura_desktop.publish.signing", "procura_desktop.content", "cryptography.fernet", "tuf.repository"],
)
def test_what_is_for_authors_is_found(bundle: Path, modules: list[str], module: str) -> None:
    modules.append(module)
    assert f"{module} is for authors" in audit.faults(bundle)


def test_a_module_of_no_listed_part_is_found(bundle: Path, modules: list[str]) -> None:
    modules.append("msgspec.json")
    assert "the module msgspec is of no listed part" in audit.faults(bundle)


def test_a_library_of_no_listed_part_is_found(bundle: Path, modules: list[str]) -> None:
    assert modules
    assert "the library libQt6Core.so.6 is of no listed part" in audit.faults(bundle)


def test_a_part_without_its_text_is_found(bundle: Path, modules: list[str]) -> None:
    assert modules
    (bundle / "_internal" / "licences" / "Markdown" / "LICENSE.md").unlink()
    assert "Markdown has no text in licences/Markdown" in audit.faults(bundle)


def test_texts_of_no_listed_part_and_keys_are_found(bundle: Path, modules: list[str]) -> None:
    assert modules
    (bundle / "_internal" / "licences" / "Leftover").mkdir()
    (bundle / "_internal" / "root.pem").touch()
    found = audit.faults(bundle)
    assert "licences/Leftover is of no listed part" in found
    assert "procura-desktop/_internal/root.pem looks like a key".removeprefix("procura-desktop/") in found


def test_a_part_that_the_notice_leaves_out_is_found(bundle: Path, modules: list[str]) -> None:
    assert modules
    (bundle / "_internal" / "licences" / "NOTICE.txt").write_text("", encoding="ascii")
    assert "licences/NOTICE.txt does not name Markdown" in audit.faults(bundle)
