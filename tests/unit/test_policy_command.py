"""The command `policy`, the option `--policy`, and what `check` says of a policy."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from procura_desktop.cli import main, policies
from procura_desktop.cli.policies import look_at_policy
from procura_desktop.errors import PolicyError, SettingsError
from procura_desktop.settings import policy_place
from procura_desktop.settings.folders import folders
from procura_desktop.settings.policy_schema import KEYS
from procura_desktop.settings.settings import change_settings
from tests.factories import build_sample
from tests.releases import make_publisher

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "trial.toml"


@pytest.fixture
def run(tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command under the policy of the test, when there is one."""

    def run(*arguments: str) -> tuple[int, str, str]:
        named = ["--policy", str(file)] if file.exists() else []
        code = main(["--data-dir", str(tmp_path / "data"), *named, *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_show_tells_each_value_and_where_it_came_from(run: Run, file: Path, tmp_path: Path) -> None:
    file.write_text("[defaults]\ntheme = 'dark'\nmost_rate = 5\n[locked]\nnetwork = false\nlook_every = 9\n")
    change_settings(tmp_path / "data" / "settings.toml", {"most_rate": 7})

    code, out, _ = run("policy", "show", "--json")

    said: dict[str, Any] = json.loads(out)
    assert code == 0
    assert set(said["values"]) == {key.name for key in KEYS}
    assert said["values"]["network"] == {"value": False, "from": "policy locked"}
    assert said["values"]["most_rate"] == {"value": 7, "from": "user"}
    assert said["values"]["look_every"] == {"value": 9, "from": "policy locked"}
    assert said["values"]["web_links"] == {"value": True, "from": "built-in"}
    assert len(said["digest"]) == 64


def test_show_tells_people_too(run: Run, file: Path) -> None:
    file.write_text("[defaults]\ntheme = 'dark'\n")

    code, out, _ = run("policy", "show")

    assert code == 0
    assert out.startswith(f"Policy: {file}\n")
    (line,) = (line for line in out.splitlines() if line.startswith("theme "))
    assert line.split() == ["theme", '"dark"', "policy", "default"]


def test_show_without_a_policy_names_its_place(run: Run) -> None:
    code, out, _ = run("policy", "show")

    assert code == 0
    assert out.startswith(f"Policy: none ({policy_place.machine_policy()})")


def test_show_of_a_wrong_policy_fails_and_says_why(run: Run, file: Path) -> None:
    file.write_text("[locked]\ntheme = 'pink'\n")

    code, out, _ = run("policy", "show")

    assert code == 1
    assert f"{file}:2: locked.theme" in out


def test_check_of_a_file_names_every_fault_with_its_line(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text("[locked]\ntheme = 'pink'\nask_above = -1\nthem = 1\n")

    code, out, _ = run("policy", "check", str(other))

    assert code == 1
    first, second, third = out.splitlines()
    assert first.startswith(f"{other}:2: locked.theme: ")
    assert second.startswith(f"{other}:3: locked.ask_above: ")
    assert third.startswith(f"{other}:4: locked.them: ")
    assert third.endswith("(warning)")


def test_check_of_a_sound_file_is_content_with_warnings(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text("[locked]\ntheme = 'dark'\nthem = 1\n")

    code, out, _ = run("policy", "check", str(other))
    assert code == 0
    assert f"{other} is sound: 0 defaults, 1 locked." in out
    code, out, _ = run("policy", "check", str(other), "--json")
    assert code == 0
    assert json.loads(out)["sound"] is True


def test_check_of_a_file_looks_into_the_roots_that_are_here(run: Run, tmp_path: Path) -> None:
    publisher = make_publisher(tmp_path / "publisher")
    other = tmp_path / "other.toml"

    def check(*lines: str) -> tuple[int, str]:
        other.write_text("\n".join(("[[locked.sources]]", "library = 'main'", *lines)))
        code, out, _ = run("policy", "check", str(other))
        return code, out

    assert check(f"root = '{publisher.root}'")[0] == 0
    code, out = check(f"root = '{publisher.root}'", f"fingerprint = '{'0' * 64}'")
    assert (code, "the fingerprint of this root is " in out) == (1, True)
    code, out = check("root_json = '{}'")
    assert (code, "this is no root file of a publisher" in out) == (1, True)
    code, out = check("root = '/none/root.json'")
    assert (code, "is neither beside the policy nor on this computer (warning)" in out) == (0, True)


def test_check_of_a_file_looks_for_its_root_beside_it(run: Run, tmp_path: Path) -> None:
    publisher = make_publisher(tmp_path / "publisher")
    (tmp_path / "root.json").write_bytes(publisher.root.read_bytes())
    other = tmp_path / "other.toml"
    named = "[[locked.sources]]\nlibrary = 'main'\nroot = '/none/root.json'\n"

    other.write_text(named)
    code, out, _ = run("policy", "check", str(other))
    assert (code, "(warning)" in out) == (0, False)
    other.write_text(f"{named}fingerprint = '{'0' * 64}'\n")
    code, out, _ = run("policy", "check", str(other))
    assert code == 1
    assert f"{tmp_path / 'root.json'}: the fingerprint of this root is " in out


@pytest.mark.parametrize("words", [("check",), ("check", "a", "b"), (), ("show", "x"), ("list",)])
def test_other_words_are_refused(run: Run, words: tuple[str, ...]) -> None:
    code, _, err = run("policy", *words)

    assert code == 2
    assert err


def test_check_of_no_file_says_so(run: Run, tmp_path: Path) -> None:
    code, _, err = run("policy", "check", str(tmp_path / "none.toml"))

    assert code == 1
    assert "there is no such file" in err


def test_a_trial_is_refused_where_the_computer_has_a_policy(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.toml"
    monkeypatch.setattr(policy_place, "machine_policy", lambda: own)
    file.write_text("")
    assert run("policy", "show")[0] == 0

    own.write_text("[locked]\nnetwork = false\n")
    code, _, err = run("policy", "show")

    assert code == 2
    assert str(own) in err


def test_a_trial_needs_a_file(run: Run, tmp_path: Path) -> None:
    code, _, err = run("--policy", str(tmp_path / "none.toml"), "policy", "show")

    assert code == 2
    assert "there is no such file" in err


def test_check_says_what_is_wrong_with_the_policy(file: Path, tmp_path: Path) -> None:
    places = folders(tmp_path, policy=file)
    assert look_at_policy(places) == "this computer has none"

    file.write_text("[locked]\nnetwrok = false\n")
    assert "SHA-256 " in look_at_policy(places)
    assert "locked.netwrok" in look_at_policy(places)

    file.write_text("[locked]\nnetwork = 0\n")
    with pytest.raises(PolicyError, match=r"2: locked\.network"):
        look_at_policy(places)


def test_check_says_which_required_library_is_missing(file: Path, tmp_path: Path) -> None:
    places = folders(tmp_path, policy=file)
    build_sample(places.library_dir / "main.sqlite")
    file.write_text("[locked]\nlibraries_required = ['main', 'ghent']\n")

    with pytest.raises(policies.RequiredMissingError, match="the library ghent, which is not here"):
        look_at_policy(places)


def test_check_says_which_root_is_missing(file: Path, tmp_path: Path) -> None:
    file.write_text("[[locked.sources]]\nlibrary = 'main'\nroot = '/none/root.json'\n")

    with pytest.raises(SettingsError, match="cannot be read"):
        look_at_policy(folders(tmp_path, policy=file))


def test_the_whole_check_fails_with_the_policy(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procura_desktop.cli.checking._check_window", lambda *_: "not looked at")
    file.write_text("[locked]\nnetwork = 0\n")

    code, out, _ = run("check", "--json")

    assert code == 1
    (found,) = (one for one in json.loads(out)["checks"] if one["name"] == "policy")
    assert found["sound"] is False
    assert f"{file}:2" in found["detail"]


def test_procurements_are_under_the_policy_too(run: Run, file: Path, tmp_path: Path) -> None:
    library = tmp_path / "data" / "library"
    build_sample(library / "main.sqlite")
    build_sample(library / "ghent-file.sqlite", name="ghent")
    (library / "ghent.json").write_text('{"current": "ghent-file.sqlite"}')
    name = run("procurement", "new", "Laptops")[1].split()[-1]
    add = ("procurement", "add", name, "ghent/criteria/computers/ts6-battery-endurance", "--reason", "x")
    assert run(*add)[0] == 0

    file.write_text("[locked]\nlibraries_forbidden = ['ghent']\n")

    code, _, err = run(*add)
    assert code == 1
    assert "no record has the id" in err


def test_reading_commands_leave_out_a_forbidden_library(run: Run, file: Path, tmp_path: Path) -> None:
    library = tmp_path / "data" / "library"
    build_sample(library / "main.sqlite")
    build_sample(library / "ghent-file.sqlite", name="ghent")
    (library / "ghent.json").write_text('{"current": "ghent-file.sqlite"}')
    (library / "renamed.json").write_text('{"current": "ghent-file.sqlite"}')
    assert "ghent/" in run("search", "label", "--json")[1]

    file.write_text("[locked]\nlibraries_forbidden = ['ghent']\n")

    assert "ghent/" not in run("search", "label", "--json")[1]


def test_check_warns_of_a_content_language_that_no_library_has(run: Run, tmp_path: Path) -> None:
    places = folders(tmp_path / "data")
    places.library_dir.mkdir(parents=True)
    other = tmp_path / "other.toml"

    def warned(language: str) -> tuple[int, list[str]]:
        other.write_text(f"[locked]\ncontent_language = '{language}'\n")
        code, out, _ = run("policy", "check", str(other), "--json")
        return code, json.loads(out)["warnings"]

    build_sample(places.library_dir / "main.sqlite")
    assert warned("en-GB") == (0, [])
    code, (warning,) = warned("fr")
    assert code == 0
    assert "no library on this computer has a text in 'fr' (there are en)" in warning
    assert "documents of new procurements begin in 'fr'" in warning
    _, (warning,) = warned("fi")
    assert "documents of new procurements begin in 'en'" in warning


def test_the_policy_of_a_computer_warns_of_languages_too(file: Path, tmp_path: Path) -> None:
    file.write_text("[locked]\ncontent_language = 'fr'\nlanguage = 'xx'\n")
    build_sample(folders(tmp_path / "data").library_dir / "main.sqlite")

    said = look_at_policy(folders(tmp_path / "data", policy=file))

    assert "no words in 'xx'" in said
    assert "no library on this computer has a text in 'fr'" in said
