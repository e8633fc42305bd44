"""The policy at the machine's own place, in a namespace where that place is the test's."""

import subprocess
from pathlib import Path

import pytest

from tests.e2e.window import Program

# Lays a layer over /etc that only the program below sees, and that is gone with it.
UNDER = """
mount -t tmpfs tmpfs "$1" && mkdir "$1/upper" "$1/work" &&
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$1/upper,workdir=$1/work" /etc &&
mkdir -p /etc/procura-desktop && printf '%s' "$2" >/etc/procura-desktop/policy.toml || exit 99
shift 2
exec "$@"
"""
PLACE = "/etc/procura-desktop/policy.toml"


def run(program: Program, folder: Path, policy: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a computer with this policy."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", UNDER, "sh", folder, policy, *program.command, *arguments],
        env=program.environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    if done.returncode in (1, 99) and ("unshare" in done.stderr or "mount" in done.stderr):
        pytest.skip(f"no rights to make a namespace here: {done.stderr.strip()[:200]}")
    return done


@pytest.mark.external("unshare", "mounts")
def test_the_machines_policy_is_obeyed_and_nothing_steps_round_it(program: Program, tmp_path: Path) -> None:
    trial = tmp_path / "trial.toml"
    trial.write_text("[locked]\nnetwork = true\n")
    locked = "[locked]\nnetwork = false\n"

    shown = run(program, tmp_path / "layer", locked, "policy", "show")
    assert shown.stdout.startswith(f"Policy: {PLACE}\n")
    refused = run(program, tmp_path / "layer", locked, "update", "--source", "http://127.0.0.1:9/")
    assert refused.returncode == 1
    stepped = run(program, tmp_path / "layer", locked, "--policy", str(trial), "policy", "show")
    assert stepped.returncode == 2
    assert PLACE in stepped.stderr


@pytest.mark.external("unshare", "mounts")
def test_a_wrong_policy_of_the_machine_fails_the_check_and_the_window_still_opens(
    program: Program, tmp_path: Path
) -> None:
    done = run(program, tmp_path / "layer", "[locked]\n\ntheme = 'pink'\n", "check")

    assert done.returncode == 1
    lines = {line.split()[1]: line for line in done.stdout.splitlines()}
    assert lines["policy"].startswith("FAILED")
    assert f"{PLACE}:3: locked.theme" in lines["policy"]
    assert lines["window"].startswith("ok")
