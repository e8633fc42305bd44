"""The program opens no connection that nobody asked for, whatever one does in it.

Twice: with a guard inside the process, which runs everywhere, and with the kernel's own list of what the
installed program and its commands did.
"""

import json
import re
import subprocess
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from procura_desktop.gui.instance import hand_over, server_name
from procura_desktop.settings.folders import folders
from procura_desktop.settings.logbook import FILE
from tests.e2e import guarded
from tests.e2e.test_odd_places import OPENED, opens, wrapped
from tests.e2e.window import Program, until
from tests.unit.sync.computer import Computer

NOWHERE = "http://127.0.0.1:9/"  # nobody listens there
PLACES = (
    *("home", "search", "search:laptop battery", "guidance", "criteria", "cases", "glossary", "procurements"),
    *("updates", "changes", "settings", "manual", "manual:administrator"),
    *("procura:main/guidance/labels", "procura:main/groups/furniture"),
)
CALLS = "connect,bind,sendto,sendmsg,sendmmsg,listen"
OUTSIDE = re.compile(r"sa_family=AF_(?!UNIX|NETLINK|UNSPEC)")
LOOKS = re.compile(r'bind\(.*inet_pton\(AF_INET6, "::1"')  # whether there is IPv6; see guarded.guard


def met(data: Path, environment: dict[str, str]) -> list[str]:
    """Go through the window under the guard; give what wanted to go out."""
    done = subprocess.run(
        [sys.executable, guarded.__file__, str(data)],
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return [str(one) for one in json.loads(done.stdout)]


def test_nothing_goes_out_by_itself(data: Path, environment: dict[str, str]) -> None:
    assert met(data, environment) == []


@pytest.mark.skipif("sys.platform != 'linux'", reason="the guard reads the kernel's lists")
@pytest.mark.parametrize(("network", "goes_out"), [("true", True), ("false", False)])
def test_what_was_chosen_goes_out_unless_the_network_is_never_to_be_used(
    computer: Computer, environment: dict[str, str], network: str, goes_out: bool
) -> None:
    """The first half shows that the guard sees what it is there to see."""
    source = computer.places.sources / "main" / "source.toml"
    source.write_text(f'addresses = ["{NOWHERE}"]\n', encoding="utf-8")
    computer.places.settings.write_text(
        f"background = true\nnetwork = {network}\nproxy = 'none'\n", encoding="utf-8"
    )

    assert bool(met(computer.places.data, environment)) is goes_out


def traced(program: Program, to: Path) -> Program:
    """Give the same program with what it and its children ask of the network written to a file."""
    return wrapped(program, "strace", "-f", "-qq", "-o", str(to), "-e", f"trace={CALLS}")


def went_out(to: Path) -> list[str]:
    lines = to.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if OUTSIDE.search(line) and not LOOKS.search(line)]


@pytest.mark.external("strace")
def test_the_installed_window_connects_to_nothing(program: Program, data: Path, tmp_path: Path) -> None:
    name, to = server_name(data), tmp_path / "calls"
    running = traced(program, to).start(**OPENED | {"PROCURA_QUIT_AFTER": "12"})
    until(lambda: hand_over(name, "home"), "a window")
    for place in PLACES:
        assert hand_over(name, place)
    until((folders(data).log / FILE).exists, "what the window does by itself a while after its start")
    assert running.wait(60) == 0

    assert "AF_UNIX" in to.read_text(encoding="utf-8", errors="replace")
    assert went_out(to) == []


COMMANDS = (
    ("search", "laptop"),
    ("show", "guidance/labels"),
    ("check",),
    ("library", "list"),
    ("library", "verify"),
    ("source", "list"),
    ("policy", "show"),
    ("shot", "window.png"),
    ("procurement", "list"),
    ("update",),  # without a source
)


@pytest.mark.external("strace")
def test_the_commands_connect_to_nothing(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number, command in enumerate(COMMANDS):
        done = traced(program, tmp_path / f"{number}.calls").run(*command)
        assert done.returncode in (0, 1), done.stderr
        assert "Traceback" not in done.stderr

    assert list(chain.from_iterable(map(went_out, tmp_path.glob("*.calls")))) == []


@pytest.mark.external("strace")
def test_an_update_that_was_asked_for_is_seen(program: Program, computer: Computer, tmp_path: Path) -> None:
    asked = replace(program, command=(program.command[0], "--data-dir", str(computer.places.data)))

    assert traced(asked, tmp_path / "calls").run("update", "--source", NOWHERE).returncode == 1
    assert went_out(tmp_path / "calls")


@pytest.mark.external("no network")
def test_the_first_start_needs_no_network(program: Program) -> None:
    alone = wrapped(program, "unshare", "-n")

    opens(alone)
    done = alone.run("check")
    assert (done.returncode, done.stderr) == (0, "")
