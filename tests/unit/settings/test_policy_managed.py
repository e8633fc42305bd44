"""Group policies and profiles, as plain values: their systems are not here."""

import plistlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procura_desktop.settings import policy_managed
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.policy import Policy
from procura_desktop.settings.policy_file import Document, read_policy
from procura_desktop.settings.policy_managed import preferences_document, registry_document
from tests.unit.settings.conftest import WritePolicy


def read(path: Path, monkeypatch: pytest.MonkeyPatch, document: Document | None) -> Policy:
    monkeypatch.setattr(policy_managed, "managed_document", lambda: document)
    return read_policy(path, managed=True)


def test_the_registry_gives_the_same_keys(places: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = {
        "Locked": {
            "Network": 0,
            "ask_above": 200,
            "libraries_required": ["ghent", ""],
            "sources": {"main": {"Addresses": ["https://x.example/", ""], "root": "C:\\p\\root.json"}},
        },
        "Defaults": {"theme": "dark"},
    }

    policy = read(places.policy, monkeypatch, registry_document(tree))

    assert policy.sound
    assert not policy.warnings
    assert policy.locked["network"] is False
    assert policy.locked["ask_above"] == 200
    assert policy.defaults == {"theme": "dark"}
    assert policy.libraries_required == ("ghent",)
    assert policy.sources[0].addresses == ("https://x.example/",)
    assert policy.digest


def test_a_fault_in_the_registry_names_the_key_there(
    places: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = read(places.policy, monkeypatch, registry_document({"locked": {"network": 2}}))

    assert str(policy.faults[0]) == (
        "HKEY_LOCAL_MACHINE\\Software\\Policies\\Procura Desktop: locked.network: "
        "this is true or false, not 2"
    )


def test_what_the_system_manages_counts_before_the_file(
    write_policy: WritePolicy, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = write_policy("[locked]\nask_above = 1\nmost_rate = 2\n")

    policy = read(places.policy, monkeypatch, registry_document({"locked": {"ask_above": 9}}))

    assert policy.locked == {"ask_above": 9, "most_rate": 2}
    assert len(policy.read) == 2


def test_a_registry_without_our_key_is_no_policy(places: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    assert registry_document(None) is None
    assert read(places.policy, monkeypatch, None).read == ()


def test_a_profile_gives_the_same_keys(
    places: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "managed.plist"
    source = {"library": "main", "addresses": ["https://x.example/"], "root": "/p/root.json"}
    values = {"locked": {"network": False, "sources": [source]}, "PayloadUUID": "x"}
    file.write_bytes(plistlib.dumps(values))

    policy = read(places.policy, monkeypatch, preferences_document(file))

    assert policy.sound
    assert not policy.warnings
    assert policy.locked["network"] is False
    assert policy.sources[0].library == "main"


def test_a_missing_profile_is_no_policy(tmp_path: Path) -> None:
    assert preferences_document(tmp_path / "none.plist") is None


@given(st.binary() | st.just(b"<plist><dict><key>a</key></dict></plist>") | st.just(b"<plist><x"))
def test_any_bytes_give_a_document(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.plist"
    file.write_bytes(data)

    assert preferences_document(file) is not None
