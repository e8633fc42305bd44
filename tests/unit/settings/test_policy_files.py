"""What administrators are given is made from the list of keys, and is current."""

import plistlib
import re
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from procura_desktop.settings.policy import load_policy
from procura_desktop.settings.policy_checks import faults_of
from procura_desktop.settings.policy_managed import preferences_document
from procura_desktop.settings.policy_schema import KEYS, Key

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "packaging"))
import policy_files  # noqa: E402 - found by the line above

MADE = policy_files.files()


@pytest.mark.parametrize("path", MADE, ids=str)
def test_the_file_is_current(path: Path) -> None:
    assert (ROOT / path).read_bytes() == MADE[path], "it is stale: ./run policy makes it anew"


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_an_example_is_sound_and_not_the_usual_value(key: Key) -> None:
    values = tomllib.loads(key.example)
    value = values["locked"]["sources"] if key.kind == "sources" else values[key.name]

    assert list(faults_of(key, value)) == []
    assert value != key.usual


def test_the_example_with_every_key_switched_on_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    names = "|".join(key.name for key in KEYS) + r"|\[\[|library|addresses|root ="
    text = re.sub(rf"^# ({names})", r"\1", policy_files.example(), flags=re.MULTILINE)
    file.write_text(text.replace("fingerprint", "# fingerprint"))

    policy = load_policy(file)

    assert policy.sound
    assert set(policy.defaults) | set(policy.locked) == {key.name for key in KEYS}


def test_the_page_needs_its_marks() -> None:
    with pytest.raises(ValueError, match="lacks the lines"):
        policy_files.page("# Administration\n")


def test_a_changed_key_makes_the_page_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy_files, "KEYS", KEYS[:-1])

    assert policy_files.files()[policy_files.PAGE] != MADE[policy_files.PAGE]


def test_every_word_and_field_of_the_template_is_defined() -> None:
    template = ElementTree.fromstring(policy_files.admx())  # noqa: S314 - made here
    words = ElementTree.fromstring(policy_files.adml())  # noqa: S314 - made here
    strings = {one.get("id") for one in words.iter() if one.tag.endswith("}string")}
    presentations = {one.get("id"): one for one in words.iter() if one.tag.endswith("}presentation")}

    for name in re.findall(r"\$\(string\.(\w+)\)", policy_files.admx().decode()):
        assert name in strings
    policies = [one for one in template.iter() if one.tag.endswith("}policy")]
    assert len(policies) == 2 * len(KEYS)
    assert len({one.get("name") for one in policies}) == len(policies)
    for policy in policies:
        fields = {one.get("id") for one in policy.iter() if one.get("id")}
        shown = (policy.get("presentation") or "").removeprefix("$(presentation.").removesuffix(")")
        refs = {one.get("refId") for one in presentations[shown]} if shown else set()
        assert fields == refs, policy.get("name")


def test_the_profile_is_obeyed_as_the_system_lays_it_down(tmp_path: Path) -> None:
    (inner,) = plistlib.loads(policy_files.profile())["PayloadContent"]
    file = tmp_path / "managed.plist"
    file.write_bytes(plistlib.dumps(inner))

    document = preferences_document(file)

    assert document is not None
    assert document.fault is None
    assert set(document.values) == {"defaults", "locked"}
