"""Journey 3: an administrator installs an office silently, with a policy that points at the office's share.

Head office makes a set; the office has nothing but its share, and two computers without a network take all of
it from there: the policy, the program, the library. Every line that is typed on them stands in the README.

The computers are namespaces with an /etc and a /usr/local of their own and no network. Where there are no
rights for that they are two homes, with the policy handed over by a script in front of the program. In the
long proof the program is installed from the packages that `./run package` made.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import Any

import pytest

from procura_desktop.cli.provisioning.silent import PLACES, kind_of
from tests.e2e.conftest import ROOT, run_quietly
from tests.releases import Publisher, make_publisher
from tests.unit.sync.editions import records, today

VENV = Path(sys.executable).parent
LINUX = PLACES["linux"]
DIST = ROOT / "dist"
ARCHIVES = sorted(DIST.glob("*.tar.xz"))
# Gives a command a computer of its own: its /etc and what is installed on it outlive the namespace.
ON_COMPUTER = """
mount --bind "$1/etc" /etc && mount --bind "$1/local" /usr/local || exit 99
cd "$2" && exec sh -ec "$3"
"""
BEFORE_PROGRAM = """#!/bin/sh
own=$(dirname "$0")/../..
exec "$own/../venv/procura-desktop" --policy "$own/etc/procura-desktop/policy.toml" "$@"
"""
pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="namespaces and lines of Linux")


@dataclass(frozen=True, slots=True, kw_only=True)
class Computer:
    """One computer of the office, below a folder of its own.

    Attributes:
        apart: whether it is a namespace without a network, or only a home.
        installed: whether the program is installed on it, or runs from its source.
    """

    folder: Path
    apart: bool
    installed: bool

    def begin(self) -> None:
        """Set it up as it was before anybody came."""
        for name in ("home", "local/bin", "etc", "copy"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        if self.apart:
            shutil.copytree("/etc", self.folder / "etc", symlinks=True, dirs_exist_ok=True)
        else:
            before = self.folder / "local/bin/procura-desktop"
            before.write_text(BEFORE_PROGRAM, encoding="utf-8")
            before.chmod(0o755)

    def types(self, *lines: str, at: Path) -> subprocess.CompletedProcess[str]:
        """Type lines in a shell of the administrator or of the user."""
        text = "\n".join(lines)
        if self.apart:
            names = ("unshare", "--mount", "--net", "sh", "-c", ON_COMPUTER, "sh")
            command = [*names, str(self.folder), str(at), text]
        else:
            command = ["sh", "-ec", text.replace(" /etc/", f" {quote(str(self.folder))}/etc/")]
        program = "/usr/local/bin" if self.installed else str(VENV)
        first = program if self.apart else f"{self.folder}/local/bin"
        return subprocess.run(
            command,
            cwd=at,
            env={"PATH": f"{first}:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": str(self.folder / "home")},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=180,
        )

    def does(self, *lines: str, at: Path | None = None) -> str:
        """Type lines that must work; give what they print."""
        done = self.types(*lines, at=at or self.folder / "home")
        assert done.returncode == 0, f"{lines}: {done.stdout}{done.stderr}"
        return done.stdout

    def inventory(self) -> dict[str, Any]:
        """Read what an inventory tool reads."""
        found: dict[str, Any] = json.loads(self.does(LINUX.check))
        return found

    def digest_in_use(self) -> str:
        editions = json.loads(self.does("procura-desktop library list --json"))["editions"]
        return str(editions[0]["digest"])


@dataclass(frozen=True, slots=True)
class Office:
    """The publisher, the set as it lies on the share, and the computers."""

    publisher: Publisher
    share: Path
    computers: tuple[Computer, Computer]

    def head_office(self, *words: str) -> dict[str, Any]:
        """Run the program at the head office; give its document."""
        head = self.share.parent / "head office"
        command = [str(VENV / "procura-desktop"), *words, "--json", "--data-dir", str(head)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=180)
        assert done.returncode == 0, done.stdout + done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found


def make_office(folder: Path, packages: list[Path], *, apart: bool, installed: bool) -> Office:
    publisher = make_publisher(folder / "publisher", on=today(), program_keys=1)
    publisher.release(records=records(), on=today())
    publisher.publish_program(*packages, version="1.4.0", on=today())
    computers = [
        Computer(folder=folder / name, apart=apart, installed=installed) for name in ("pc-1", "Počítač 2")
    ]
    (folder / "venv").symlink_to(VENV)
    for computer in computers:
        computer.begin()
    return Office(publisher, folder / "share", (computers[0], computers[1]))


def write_policy(office: Office) -> Path:
    policy = office.share.with_name("policy.toml")
    root = office.publisher.root.read_text(encoding="utf-8")
    policy.write_text(
        f"[locked]\nuser_sources = false\nlibraries_required = ['main']\n"
        f"[[locked.sources]]\nlibrary = 'main'\naddresses = ['{office.share}/library/main']\n"
        f"root_json = '''{root}'''\n",
        encoding="utf-8",
    )
    return policy


def journey(office: Office) -> None:
    """From the publisher's release to the inventory of an office, and one edition on."""
    policy = write_policy(office)
    made = office.head_office(
        *("provision", "--policy", str(policy), "--source", str(office.publisher.folder)),
        *("--to", str(office.share)),
    )
    assert made["warnings"] == []
    readme = (office.share / "README.txt").read_text(encoding="utf-8")
    typed = {line.strip() for line in readme.splitlines() if line.startswith("    ")}
    first, second = office.computers

    assert all(one["served"] for one in made["installers"])
    office.head_office(
        *("mirror", "--program", "--source", f"{office.share}/library/main"),
        *("--to", f"{office.share.parent}/branch", "--policy", str(policy)),
    )

    for computer in office.computers:
        computer.does(*said(typed, LINUX.sums), at=office.share)
        computer.does(*said(typed, *LINUX.put_policy), at=office.share)
        install_silently(computer, office, typed)
        computer.does(*said(typed, *LINUX.update("main")))
        refuse_other_ways(computer, office)
    compare_inventories(office, made["libraries"][0]["digest"], made["policy"])

    # The next edition: one line brings it to the share, and each computer takes it from there.
    edition = office.publisher.release(records=records(edition=2), on=today())
    first.does(f"procura-desktop mirror --source {office.publisher.folder} --to {office.share}/library/main")
    for computer in office.computers:
        assert f"edition {edition.version}" in computer.does(*said(typed, *LINUX.update("main")))
    compare_inventories(office, edition.digest, made["policy"])

    # Back on one of them: it stays there, and the other goes on.
    first.does(*said(typed, LINUX.rollback))
    first.does(*said(typed, *LINUX.update("main")))
    assert first.digest_in_use() == made["libraries"][0]["digest"]
    assert second.digest_in_use() == edition.digest


def said(typed: set[str], *lines: str) -> tuple[str, ...]:
    """Give lines that the set's own instruction has."""
    assert set(lines) <= typed
    return lines


def install_silently(computer: Computer, office: Office, typed: set[str]) -> None:
    """Run the installer of the set, where this computer is to have one."""
    if not computer.installed:
        return
    (name,) = (path.name for path in (office.share / "installers").glob("*.tar.xz"))
    kind = kind_of(name)
    assert kind is not None
    copy = shutil.copytree(office.share / "installers", computer.folder / "copy", dirs_exist_ok=True)
    assert computer.does(*said(typed, *kind.lines(kind.install, name)), at=copy) == ""


def refuse_other_ways(computer: Computer, office: Office) -> None:
    """Nothing leads round the policy, and no network is there."""
    root = f"--root {office.share}/roots/main.json --fingerprint {digest(office.publisher.root)}"
    added = computer.types(f"procura-desktop source add /elsewhere {root}", at=office.share)
    assert added.returncode == 1
    assert "user_sources in " in added.stderr
    if computer.apart:
        lines = computer.does("cat /proc/net/dev").splitlines()[2:]
        assert [line.split(":")[0].strip() for line in lines] == ["lo"]
        trial = computer.types("procura-desktop --policy policy.toml policy show", at=office.share)
        assert trial.returncode == 2
        assert LINUX.policy in trial.stderr


def compare_inventories(office: Office, library: str, policy: str) -> None:
    for computer in office.computers:
        found = computer.inventory()
        assert found["sound"] is True
        (main,) = found["libraries"]
        assert (main["digest"], main["update"]["error"]) == (library, "")
        assert (found["policy"]["digest"], found["policy"]["faults"]) == (policy, [])
        assert found["program"]["standalone"] is computer.installed
        assert str(computer.folder) in found["places"]["data"]
        source = json.loads(computer.does("procura-desktop source list --json"))["sources"][0]
        assert (source["addresses"], source["preset"]) == ([f"{office.share}/library/main"], True)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def may_be_apart() -> bool:
    """Say whether there are rights for computers of their own."""
    rights = (
        ["unshare", "--mount", "--net", "true"],
        ["unshare", "--mount", "mount", "--bind", "/etc", "/etc"],
    )
    return shutil.which("unshare") is not None and not any(map(run_quietly, rights))


def test_two_computers_of_an_office_are_set_up_and_updated_from_its_share(tmp_path: Path) -> None:
    package = tmp_path / "procura-desktop_1.4.0_amd64.deb"
    package.write_bytes(b"!<arch>\n")  # this program runs from its source; the long proof installs

    journey(make_office(tmp_path, [package], apart=may_be_apart(), installed=False))


@pytest.mark.prove
@pytest.mark.only_prove
@pytest.mark.external("unshare", "mounts", "no network")
@pytest.mark.skipif(not ARCHIVES, reason="needs the packages that ./run package makes")
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="installs for all users, as root")
def test_the_archive_of_the_set_is_installed_silently_on_both(tmp_path: Path) -> None:
    journey(make_office(tmp_path, [*ARCHIVES, *DIST.glob("*.deb")], apart=True, installed=True))


@pytest.mark.prove
@pytest.mark.only_prove
@pytest.mark.skipif(not list(DIST.glob("*.deb")), reason="needs the packages that ./run package makes")
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root, for chroot")
def test_the_deb_of_the_set_is_installed_silently_in_a_clean_debian(tmp_path: Path, prove: bool) -> None:
    if not prove:
        pytest.skip("part of ./run prove")
    for tool in ("debootstrap", "Xvfb", "xdotool"):
        if shutil.which(tool) is None:
            pytest.skip(f"needs {tool}")
    office = make_office(tmp_path, [*DIST.glob("*.deb")], apart=False, installed=True)
    policy = write_policy(office)
    text = policy.read_text(encoding="utf-8").replace(str(office.share), "/srv/procura")
    policy.write_text(text, encoding="utf-8")
    where = ("--source", str(office.publisher.folder), "--to", str(office.share))
    office.head_office("provision", "--policy", str(policy), *where)

    script = ROOT / "packaging" / "linux" / "try_in_chroot.sh"
    subprocess.run([str(script), "--office", str(office.share)], check=True)
