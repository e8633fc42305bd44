"""The program on a stick: it carries everything along, under another letter, and reads where it cannot write.

Once with the built program, if there is one, and always with a stand-in that starts as the bundle does.
"""

import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from procura_desktop.workspace.workspace import open_workspace
from tests.e2e.conftest import BUNDLE, ROOT
from tests.e2e.test_odd_places import LABELS, findings, mounted, only_fault, opens
from tests.e2e.window import Program
from tests.unit.sync.computer import Computer

BUILT = (pytest.mark.external("bundle"), pytest.mark.prove, pytest.mark.only_prove)
pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="mounts and programs of Linux")

STAND_IN = f"""#!{sys.executable}
import os, sys
sys.frozen, sys.executable = True, __file__
sys._MEIPASS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_internal")
from procura_desktop.__main__ import main
main()
"""


@pytest.fixture(params=["stand-in", pytest.param("bundle", marks=BUILT)])
def stick(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A stick with the program and its portable.toml in a folder."""
    folder = tmp_path / "E" / "Procura Désktop"
    if request.param == "bundle":
        shutil.copytree(BUNDLE.parent, folder, symlinks=True)
    else:
        inside = folder / "_internal"
        inside.mkdir(parents=True)
        (inside / "files.sha256").touch()
        (inside / "resources").symlink_to(ROOT / "resources")
        (folder / "procura-desktop").write_text(STAND_IN, encoding="utf-8")
        (folder / "procura-desktop").chmod(0o755)
    (folder / "portable.toml").write_text("", encoding="utf-8")
    return folder


def on(stick: Path, program: Program) -> Program:
    """Give the program of a stick, in the hands of a user whose home is empty."""
    return replace(program, command=(str(stick / "procura-desktop"),))


def test_two_computers_with_another_letter_find_the_same(
    stick: Path, program: Program, computer: Computer, environment: dict[str, str], tmp_path: Path
) -> None:
    release = shutil.copytree(computer.places.data.parent / "release", stick.parent / "editions")
    root = shutil.copy(computer.places.sources / "main" / "root.json", tmp_path / "root.json")
    first = on(stick, program)
    fingerprint = json.loads(
        replace(first, command=(*first.command, "--data-dir", str(computer.places.data)))
        .run("source", "list", "--json")
        .stdout
    )["sources"][0]["fingerprint"]

    opens(first)
    added = first.run("source", "add", str(release), "--root", str(root), "--fingerprint", fingerprint)
    assert added.returncode == 0, added.stderr
    assert first.run("update", "--yes").returncode == 0

    other = stick.parent.parent / "F"
    stick.parent.rename(other)
    second = on(other / stick.name, program)
    data = other / stick.name / "data"
    with open_workspace(data / "workspace.sqlite") as workspace:
        assert [record.record_id for record in workspace.recent()] == [LABELS]
    listed = json.loads(second.run("library", "list", "--json").stdout)
    assert listed["editions"][0]["version"].endswith(".2")
    again = second.run("update", "--json")
    assert again.returncode == 0, again.stdout
    assert json.loads(again.stdout)["way"] == "nothing"
    assert json.loads(again.stdout)["source"] == str(other / "editions")

    assert not list(Path(environment["HOME"]).iterdir())
    kept = [path for path in data.rglob("*") if path.is_file() and path.parent.name != "log"]
    assert kept
    assert not [path for path in kept if str(stick.parent).encode() in path.read_bytes()]


@pytest.mark.external("mounts")
@pytest.mark.parametrize("used", [True, False], ids=["used before", "never used"])
def test_a_stick_that_can_only_be_read_is_read_and_says_so(
    stick: Path, program: Program, environment: dict[str, str], used: bool
) -> None:
    at_stick = on(stick, program)
    if used:
        opens(at_stick)
        at_stick.said.unlink()
    before = sorted(stick.rglob("*"))
    read_only = mounted(at_stick, f"mount --bind '{stick}' '{stick}'; mount -o remount,bind,ro '{stick}'")

    opens(read_only)
    found = findings(read_only, 0)
    assert found["folders"] == (
        True,
        f"{stick / 'data'} is read-only: everything can be read, nothing is kept",
    )
    assert json.loads(read_only.run("check", "--json").stdout)["places"]["read_only"] is True
    assert read_only.run("search", "laptop").returncode == 0
    assert read_only.run("update").returncode == 1

    assert sorted(stick.rglob("*")) == before
    assert not list(Path(environment["HOME"]).iterdir())


def test_a_wrong_file_says_what_to_do(stick: Path, program: Program) -> None:
    (stick / "portable.toml").write_text(r"data = 'E:\Procura'", encoding="utf-8")
    at_stick = on(stick, program)

    for command in (["check"], ["search", "laptop"], ["--self-test"]):
        done = at_stick.run(*command)
        assert done.returncode == 1
        assert f"{stick / 'portable.toml'}: data is a folder beside this file" in done.stderr
        assert "correct the file, or delete it" in done.stderr
        assert "Traceback" not in done.stderr


def test_without_the_file_it_uses_the_folders_of_the_computer(
    stick: Path, program: Program, environment: dict[str, str]
) -> None:
    (stick / "portable.toml").unlink()
    opens(on(stick, program))

    assert not (stick / "data").exists()
    assert (Path(environment["HOME"]) / ".local/share/procura-desktop/workspace.sqlite").exists()


@pytest.mark.external("mounts")
def test_a_stick_that_is_full_says_so(stick: Path, program: Program) -> None:
    (stick / "data").mkdir()
    data = stick / "data"
    fill = f"dd if=/dev/zero of='{data}/x' bs=4k 2>&1 | grep -q space"
    full = mounted(on(stick, program), f"mount -t tmpfs -o size=1m none '{data}'; {fill}")

    opens(full)
    assert only_fault(full)[0] == "folders"
