"""docs/fleet.md names what `check --json` gives and which exit codes there are."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from procura_desktop import __main__, cli
from procura_desktop.settings.portable import USUAL_FOLDER
from tests.factories import build_sample

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "fleet.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def keys(value: object, before: str = "") -> Iterator[str]:
    """Give the keys of a document as the table writes them: "libraries[].update.error"."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from keys(inside, f"{before}.{name}" if before else str(name))
    elif isinstance(value, list):
        yield from {key for one in value or [""] for key in keys(one, f"{before}[]")}
    else:
        yield before


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> "Run":
    data = tmp_path_factory.mktemp("data")
    build_sample(data / "library" / "main.sqlite")
    return Run(data)


class Run:
    """The program as a process, over a data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def __call__(self, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        return subprocess.run(
            [sys.executable, "-m", "procura_desktop", "--data-dir", str(self.data), *arguments],
            env=kept | variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )


def test_every_key_of_check_is_named_and_no_other(run: Run) -> None:
    done = run("check", "--json")

    assert done.returncode == 0, done.stdout
    named = re.findall(r"^\| `([^`]+)` \|", section("check --json"), re.MULTILINE)
    assert sorted(set(keys(json.loads(done.stdout)))) == sorted(named)


def test_every_check_is_named(run: Run) -> None:
    [listed] = re.findall(r"^\| `checks\[\]\.name` \| (.*) \|$", TEXT, re.MULTILINE)
    found = json.loads(run("check", "--json").stdout)["checks"]

    assert [one["name"] for one in found] == re.findall(r"`([a-z]+)`", listed)


CODES = {
    0: (["--version"], ["search", "laptop"], ["library", "list"], ["source", "list"], ["policy", "show"]),
    1: (
        *(["show", "guidance/nothing"], ["update"], ["library", "rollback"], ["source", "remove"]),
        *(["mirror"], ["policy", "check", "nowhere.toml"], ["shot", "/nowhere/x.png"]),
    ),
    2: (["search"], ["nonsense"], ["--no-such-option"], ["library"], ["check", "x"], ["show", "a", "b"]),
    3: ([],),
}


@pytest.mark.parametrize(
    ("code", "command"),
    [(code, command) for code, commands in CODES.items() for command in commands],
    ids=str,
)
def test_the_exit_codes_hold(run: Run, code: int, command: list[str]) -> None:
    if code == 3 and sys.platform != "linux":
        pytest.skip("other systems have a display")
    done = run(*command)

    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) is (code != 0)


def test_every_exit_code_is_named() -> None:
    named = {int(code) for code in re.findall(r"^\| (\d+) \|", section("Exit codes"), re.MULTILINE)}
    other = {__main__.INTERRUPTED, __main__.NO_DISPLAY, __main__.FAILED, cli.USAGE, cli.BROKEN_PIPE}

    assert named == {*CODES, *other}


def test_the_example_of_a_portable_program_is_what_holds_without_it() -> None:
    assert f'data = "{USUAL_FOLDER}"' in section("Portable")
