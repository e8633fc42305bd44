"""The workflow of a release calls what exists, pins what it takes from others, and needs no secret."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

import mac_dmg

ROOT = Path(__file__).resolve().parents[3]
FILE = ROOT / ".github" / "workflows" / "release.yml"
SCRIPTS = ("packaging/windows/sign.sh", "packaging/macos/keychain.sh")


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def steps(workflow: dict[str, Any], job: str = "") -> list[dict[str, Any]]:
    jobs = [workflow["jobs"][job]] if job else workflow["jobs"].values()
    return [step for one in jobs for step in one["steps"]]


def commands(workflow: dict[str, Any], job: str = "") -> str:
    return "\n".join(str(step.get("run", "")) for step in steps(workflow, job)).replace("\\\n", " ")


def test_every_command_of_run_exists(workflow: dict[str, Any]) -> None:
    called = set(re.findall(r"\./run ([a-z]+)", commands(workflow)))
    known = set(re.findall(r"^\./run ([a-z]+)", (ROOT / "run").read_text(encoding="utf-8"), re.MULTILINE))
    assert called
    assert called <= known


def test_every_script_exists_and_has_the_options_it_is_given(workflow: dict[str, Any]) -> None:
    called = re.findall(r"(packaging/[a-z_/]+\.(?:py|sh))([^\n]*)", commands(workflow))
    assert {name for name, _ in called} == {
        "packaging/windows_setup.py",
        "packaging/windows_msi.py",
        "packaging/mac_dmg.py",
        "packaging/files.py",
        *SCRIPTS,
    }
    for name, given in called:
        script = (ROOT / name).read_text(encoding="utf-8")
        for option in re.findall(r" (--[a-z-]+)", given):
            assert f'"{option}"' in script, f"{name} {option}"


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_can_be_run(name: str) -> None:
    assert (ROOT / name).stat().st_mode & 0o100


def test_the_variables_of_scripts_are_those_that_the_workflow_sets(workflow: dict[str, Any]) -> None:
    text = FILE.read_text(encoding="utf-8")
    wanted = set(mac_dmg.VARIABLES)
    for name in SCRIPTS:
        wanted |= set(re.findall(r"PROCURA_[A-Z_]+", (ROOT / name).read_text(encoding="utf-8")))
    assert workflow
    assert {name for name in wanted if name not in text} == set()


def test_the_list_of_files_is_written_after_signing(workflow: dict[str, Any]) -> None:
    """Else every signed program would say of itself that it is damaged."""
    made = commands(workflow, "windows-installers")
    assert made.index("packaging/windows/sign.sh") < made.index("packaging/files.py")
    assert made.index("packaging/files.py") < made.index("packaging/windows_setup.py")


def test_what_is_taken_from_others_is_pinned_by_commit(workflow: dict[str, Any]) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one) for one in used)
    text = FILE.read_text(encoding="utf-8")
    assert all(re.search(rf"{one} # v[0-9]+\.[0-9]+\.[0-9]+\n", text) for one in used)
    assert len({tuple(one.split("@")) for one in used}) == len({one.split("@")[0] for one in used})


def test_the_program_is_checked_on_every_system(workflow: dict[str, Any]) -> None:
    assert "procura-desktop.com --data-dir" in commands(workflow, "windows")
    assert '/procura-desktop" --data-dir' in commands(workflow, "macos")
    assert "./run package" in commands(workflow, "linux")  # which checks what it built
    assert 'procura-desktop.com" --data-dir' in commands(workflow, "windows-check")
    for job in ("windows", "macos", "windows-check"):
        assert re.search(r"--data-dir \S+ check", commands(workflow, job))
    assert {"linux", "windows-check", "macos"} <= set(workflow["jobs"]["gather"]["needs"])


def test_what_is_handed_on_is_what_was_made(workflow: dict[str, Any]) -> None:
    made = {step["with"]["name"] for step in steps(workflow) if "upload" in step.get("uses", "")}
    wanted = [step["with"] for step in steps(workflow) if "download" in step.get("uses", "")]
    assert {one["name"] for one in wanted if "name" in one} <= made
    gathered = {name for name in made if name.startswith("release-")}
    assert gathered == {"release-linux", "release-windows", "release-macos-${{ matrix.machine }}"}
    assert [one["pattern"] for one in wanted if "pattern" in one] == ["release-*"]


def test_a_release_carries_checksums_and_a_bill_of_materials_for_each_system(
    workflow: dict[str, Any],
) -> None:
    assert "sha256sum -- * >../SHA256SUMS" in commands(workflow, "gather")
    for job in ("linux", "windows-installers", "macos"):
        told = commands(workflow, job) + str([step.get("with") for step in steps(workflow, job)])
        assert ".cdx.json" in told


def test_only_the_last_job_may_write(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in workflow["jobs"].items() if "permissions" in job] == ["gather"]


def test_secrets_reach_steps_as_variables_and_none_is_needed(workflow: dict[str, Any]) -> None:
    assert "${{" not in commands(workflow)  # else a name could become a command
    secrets = {
        name: value
        for job in workflow["jobs"].values()
        for name, value in job.get("env", {}).items()
        if "secrets." in str(value)
    }
    documents = (ROOT / "docs" / "platforms.md").read_text(encoding="utf-8")
    for value in secrets.values():
        assert re.fullmatch(r"\$\{\{ secrets\.[A-Z_]+ \}\}", value)
        assert f"`{value[12:-3]}`" in documents
    guarded = [step["if"] for step in steps(workflow) if "!= ''" in str(step.get("if", ""))]
    assert len(guarded) == 3


@pytest.mark.external("shellcheck")
@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
def test_shell_scripts_are_sound() -> None:
    subprocess.run(["shellcheck", *(ROOT / name for name in SCRIPTS)], check=True)
