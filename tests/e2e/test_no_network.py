"""The whole program, Qt with it, seen by the kernel: where the policy forbids the network, nothing goes out.

`test_no_connections.py` shows the same of a program without a policy.
"""

import re
import subprocess
from pathlib import Path

import pytest

from tests.e2e.window import Program
from tests.releases import make_publisher

NETWORK = re.compile(r"AF_INET6?\b")
# When it is loaded, urllib3 tries on the computer itself whether there is IPv6; nothing leaves it.
PROBE = re.compile(r"bind\(.*AF_INET6.*\bhtons\(0\).*\"::1\"")


@pytest.fixture
def sources(data: Path, tmp_path: Path) -> None:
    """A source with a web address that nobody answers, and settings that ask for everything."""
    folder = data / "sources" / "main"
    folder.mkdir(parents=True)
    (folder / "root.json").write_bytes(make_publisher(tmp_path / "publisher").root.read_bytes())
    (folder / "source.toml").write_text('addresses = ["http://127.0.0.1:9/"]\n')
    (data / "settings.toml").write_text("background = true\nsharing = true\nproxy = 'none'\n")


def traced(program: Program, log: Path, *arguments: str) -> tuple[int, list[str]]:
    """Run the program under strace; give its exit code and the calls that have to do with the network."""
    watch = ("strace", "-f", "-e", "trace=connect,bind,sendto,sendmsg", "-o", log)
    done = subprocess.run(
        [*watch, *program.command, *arguments],
        env=program.environment | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    if not log.exists() or "ptrace" in done.stderr:
        pytest.skip(f"strace may not trace here: {done.stderr.strip()[:200]}")
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return done.returncode, [call for call in calls if NETWORK.search(call) and not PROBE.search(call)]


JOURNEYS = [
    ["--self-test"],
    ["check"],
    ["search", "laptop battery"],
    ["show", "guidance/labels"],
    ["library", "list"],
    ["source", "list"],
    ["policy", "show"],
]
ASKED = [["update"], ["update", "--source", "https://example.org/"], ["mirror", "--to", "copy"]]


@pytest.mark.external("strace")
@pytest.mark.usefixtures("sources")
@pytest.mark.parametrize("journey", [*JOURNEYS, *ASKED], ids=" ".join)
def test_nothing_is_connected_to_where_the_policy_forbids_it(
    program: Program, tmp_path: Path, journey: list[str]
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[locked]\nnetwork = false\n")

    code, calls = traced(program, tmp_path / "calls.txt", "--policy", str(policy), *journey)

    assert (code, calls) == (1 if journey in ASKED else 0, [])


@pytest.mark.external("strace")
@pytest.mark.usefixtures("sources")
def test_an_update_that_was_asked_for_is_seen(program: Program, tmp_path: Path) -> None:
    """So the test above can fail."""
    code, calls = traced(program, tmp_path / "calls.txt", "update", "--source", "http://127.0.0.1:9/")

    assert code == 1
    assert any("connect" in call for call in calls)
