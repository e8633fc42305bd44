"""Built-in values, the policy's defaults, the user's choices, the policy's locks: the later counts."""

import itertools
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import procura_desktop
from procura_desktop.errors import PolicyError, SettingsError
from procura_desktop.settings.folders import Folders, folders
from procura_desktop.settings.policy_checks import faults_of
from procura_desktop.settings.policy_place import machine_policy
from procura_desktop.settings.policy_schema import BY_NAME, KEYS, Key
from procura_desktop.settings.rules import choose, load_rules, settings_in_force
from procura_desktop.settings.settings import Settings, change_settings, load_choices
from tests.unit.settings.conftest import WritePolicy

LEVELS = ("built-in", "policy default", "user", "policy locked")


@pytest.mark.parametrize("levels", list(itertools.product((False, True), repeat=3)))
def test_the_later_level_counts(write_policy: WritePolicy, levels: tuple[bool, bool, bool]) -> None:
    default, user, locked = levels
    text = "[defaults]\nask_above = 1\n" * default + "[locked]\nask_above = 3\n" * locked
    places = write_policy(text)
    places.config.mkdir(parents=True)
    places.settings.write_text("ask_above = 2\n" * user)

    rules = load_rules(places)

    expected = max((at for at, there in enumerate((True, *levels)) if there))
    assert rules.settings.ask_above == (1000, 1, 2, 3)[expected]
    assert rules.origin("ask_above") == LEVELS[expected]
    assert rules.is_locked("ask_above") == locked


def test_every_setting_has_a_key_with_the_same_usual_value() -> None:
    for one in fields(Settings):
        assert BY_NAME[one.name].personal
        assert BY_NAME[one.name].usual == getattr(Settings(), one.name)
    assert {key.name for key in KEYS if key.personal} == {one.name for one in fields(Settings)}


NUMBERS = st.integers() | st.sampled_from([80, 200, 10_000_000])
WORDS = st.text() | st.sampled_from(["dark", "none", "http://p.example:1/", "/etc/x", "ghent"])


@given(
    st.sampled_from([key for key in KEYS if key.personal]), NUMBERS | WORDS | st.booleans() | st.lists(WORDS)
)
def test_what_a_policy_may_say_a_setting_may_be(key: Key, value: object) -> None:
    if not list(faults_of(key, value)):
        setting: Any = {key.name: tuple(value) if isinstance(value, list) else value}
        Settings(**setting)  # refuses what is none


def test_only_what_was_chosen_is_written(write_policy: WritePolicy) -> None:
    places = write_policy("[defaults]\ntheme = 'dark'\nmost_rate = 9\n[locked]\nask_above = 3\n")

    choose(places, {"theme": "light", "most_rate": 9, "ask_above": 5})

    assert load_choices(places.settings) == {"theme": "light"}
    write_policy("")
    assert settings_in_force(places) == Settings(theme="light")


def test_choosing_keeps_what_others_chose(places: Folders) -> None:
    choose(places, {"theme": "dark"})
    choose(places, {"text_scale": 120})

    assert load_choices(places.settings) == {"theme": "dark", "text_scale": 120}


def test_a_choice_equal_to_the_builtin_value_counts_before_a_default(write_policy: WritePolicy) -> None:
    places = write_policy("[defaults]\ntheme = 'dark'\n")

    choose(places, {"theme": "system"})

    assert settings_in_force(places).theme == "system"


def test_a_broken_settings_file_leaves_the_policy_in_force(write_policy: WritePolicy) -> None:
    places = write_policy("[defaults]\ntheme = 'dark'\n[locked]\nnetwork = false\n")
    places.config.mkdir(parents=True)
    places.settings.write_text("network = 'pink'")

    rules = load_rules(places)

    assert (rules.settings.theme, rules.settings.network) == ("dark", False)
    assert [type(problem) for problem in rules.problems] == [SettingsError]
    with pytest.raises(SettingsError):
        settings_in_force(places)


def test_nothing_goes_out_while_the_policy_is_wrong(write_policy: WritePolicy) -> None:
    places = write_policy("[locked]\ntheme = 'pink'\n")
    change_settings(places.settings, {"background": True, "sharing": True})

    rules = load_rules(places)

    assert replace(rules.settings, network=False, background=False, sharing=False) == rules.settings
    assert rules.is_locked("network")
    assert [type(problem) for problem in rules.problems] == [PolicyError]


def test_where_sharing_is_not_allowed_nobody_shares(write_policy: WritePolicy) -> None:
    places = write_policy("[locked]\nsharing_allowed = false\n")
    change_settings(places.settings, {"sharing": True})

    rules = load_rules(places)

    assert not rules.settings.offers
    assert rules.is_locked("sharing")


def test_a_required_library_cannot_be_switched_off_and_a_forbidden_one_is_not_opened(
    write_policy: WritePolicy,
) -> None:
    places = write_policy("[locked]\nlibraries_required = ['a']\nlibraries_forbidden = ['b']\n")
    change_settings(places.settings, {"hidden": ("a", "c")})

    rules = load_rules(places)

    assert rules.settings.hidden == ("c",)
    assert rules.not_opened == ("c", "b")


def test_the_data_folder_of_the_policy_is_used(write_policy: WritePolicy, tmp_path: Path) -> None:
    there = tmp_path / "there"
    places = write_policy(f"[locked]\ndata_folder = '{there.as_posix()}'\n")

    assert folders(policy=places.policy).workspace == there / "workspace.sqlite"
    assert folders(tmp_path / "own", policy=places.policy).data == tmp_path / "own"


def test_no_variable_leads_to_another_policy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = machine_policy()
    for name in (
        "HOME",
        "XDG_CONFIG_DIRS",
        "XDG_CONFIG_HOME",
        "PROGRAMDATA",
        "ProgramData",
        "ALLUSERSPROFILE",
    ):
        monkeypatch.setenv(name, str(tmp_path))

    assert machine_policy() == before
    assert folders().policy == before
    assert folders(tmp_path).policy == before
    assert replace(folders(tmp_path), data=tmp_path).policy == before


def test_nobody_reads_the_users_file_past_the_policy() -> None:
    package = Path(procura_desktop.__file__).parent
    may = {package / "cli" / "checking.py"}  # it looks at that file alone
    for path in {*package.rglob("*.py")} - {*(package / "settings").iterdir()} - may:
        text = path.read_text(encoding="utf-8")
        assert "load_settings(" not in text, f"{path}: what holds is in settings.rules"
        assert "folders(arguments.data_dir)" not in text, f"{path}: hand over arguments.policy too"


def test_a_computer_without_a_policy_loads_nothing_to_read_one(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from procura_desktop.settings.rules import load_rules;"
        "from procura_desktop.settings.folders import folders; where = Path(sys.argv[1]);"
        "load_rules(folders(where, policy=where / 'policy.toml'));"
        "print(*sorted({'tomllib', 'hashlib', 'json', 'difflib'} & set(sys.modules)),"
        "*(name for name in sys.modules if 'policy_' in name))"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["procura_desktop.settings.policy_place"]
