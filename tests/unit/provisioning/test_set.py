"""A set for an office holds all that it needs, proved, and computers with its policy take it."""

import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from procura_desktop.cli import main
from procura_desktop.cli.provisioning import folder
from procura_desktop.progress import Silent
from procura_desktop.settings import policy_place
from procura_desktop.settings.folders import folders
from procura_desktop.settings.settings import Settings
from procura_desktop.settings.sources import fingerprint
from procura_desktop.sync.lock import only_one
from procura_desktop.sync.session import find, follow
from tests.releases import make_publisher
from tests.unit.provisioning.conftest import INSTALLERS, SHARE, Office, Run, installers
from tests.unit.sync.editions import records, today

PROGRAMS = "library/main/targets/program"


def files(place: Path) -> set[str]:
    return {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}


def test_a_set_holds_all_that_an_office_needs(run: Run, office: Office) -> None:
    code, said = run()

    assert code == 0, said
    held = files(office.to)
    assert {f"installers/{name}" for name in INSTALLERS} <= held
    assert {"README.txt", "README.html", "SHA256SUMS", "policy.toml", "roots/main.json"} <= held
    assert any(name.startswith("library/main/targets/") for name in held)
    assert (office.to / "policy.toml").read_bytes() == office.policy.read_bytes()
    assert (office.to / "roots/main.json").read_bytes() == office.publisher.root.read_bytes()
    assert said["program"] == "1.4.0"
    assert {one["proof"] for one in said["installers"]} == {"signed"}
    assert {one["name"]: one["system"] for one in said["installers"]} == {
        "procura-desktop_1.4.0_amd64.deb": "linux",
        "procura-desktop-1.4.0-linux-x86_64.tar.xz": "linux",
        "procura-desktop-1.4.0.msi": "windows",
        "procura-desktop-1.4.0-setup.exe": "windows",
        "procura-desktop-1.4.0-arm64.dmg": "macos",
        "procura-desktop-1.4.0.cdx.json": None,
    }
    assert [one["library"] for one in said["libraries"]] == ["main"]
    once = {path.stat().st_ino: path.stat().st_size for path in office.to.rglob("*") if path.is_file()}
    assert said["bytes"] == sum(once.values())


def test_its_sums_are_of_every_file_and_known_outside(run: Run, office: Office) -> None:
    _, said = run()

    sums = (office.to / "SHA256SUMS").read_bytes()
    assert hashlib.sha256(sums).hexdigest() == said["sums"]
    listed = {name: digest for digest, name in (line.split("  ") for line in sums.decode().splitlines())}
    assert set(listed) == files(office.to) - {"SHA256SUMS"}
    for name, digest in listed.items():
        assert hashlib.sha256((office.to / name).read_bytes()).hexdigest() == digest


def test_a_new_computer_with_its_policy_updates_from_it(run: Run, office: Office, tmp_path: Path) -> None:
    _, said = run()
    share = tmp_path / "share"
    shutil.copytree(office.to / "library/main", share)
    shutil.copyfile(office.to / "roots/main.json", tmp_path / "root.json")
    text = (office.to / "policy.toml").read_text(encoding="utf-8")
    text = text.replace(SHARE, str(share)).replace("/etc/procura-desktop", str(tmp_path))
    (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
    computer = folders(tmp_path / "computer", policy=tmp_path / "policy.toml")

    found = find(computer, Settings(network=False), library="main", progress=Silent())
    with_library = follow(found, progress=Silent())

    assert with_library.version == said["libraries"][0]["version"]
    assert found.plan.offer.facts.digest == said["libraries"][0]["digest"]


def test_a_set_as_one_file_holds_the_same(run: Run, office: Office, tmp_path: Path) -> None:
    run()
    code, said = run(to=tmp_path / "office.zip")

    assert code == 0
    assert said["bytes"] == (tmp_path / "office.zip").stat().st_size
    with zipfile.ZipFile(tmp_path / "office.zip") as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path / "unpacked")
    (top,) = (tmp_path / "unpacked").iterdir()
    assert top.name == "office"
    of_folder = {name for name in files(office.to) if not name.startswith(PROGRAMS)}
    assert files(top) == of_folder
    for name in of_folder - {"SHA256SUMS", "README.txt", "README.html"}:
        assert (top / name).read_bytes() == (office.to / name).read_bytes(), name


def test_the_librarys_folder_is_a_whole_source_and_costs_no_second_copy(
    run: Run, office: Office, tmp_path: Path
) -> None:
    _, said = run()

    assert all(one["served"] for one in said["installers"])
    for name, data in INSTALLERS.items():
        (served,) = (office.to / PROGRAMS).glob(f"*.{name}")
        assert served.read_bytes() == data
        assert served.samefile(office.to / "installers" / name)
    source, root = office.to / "library/main", office.to / "roots/main.json"
    named = ["--root", str(root), "--fingerprint", fingerprint(root.read_bytes())]
    branch = ["--data-dir", str(tmp_path / "branch")]
    assert main(["source", "add", str(source), *named, *branch]) == 0
    assert main(["mirror", "--program", "--to", str(tmp_path / "mirror"), *branch]) == 0
    assert files(tmp_path / "mirror") == files(office.to / "library/main")

    code, further = run(source=office.to / "library/main", to=tmp_path / "further")
    assert code == 0, further
    assert {one["proof"] for one in further["installers"]} == {"signed"}
    assert files(tmp_path / "further") == files(office.to)


def test_a_disk_without_links_gets_copies(run: Run, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    code, said = run()

    assert code == 0
    assert all(one["served"] for one in said["installers"])
    for name, data in INSTALLERS.items():
        (served,) = (office.to / PROGRAMS).glob(f"*.{name}")
        assert (served.read_bytes(), (office.to / "installers" / name).read_bytes()) == (data, data)


def test_one_file_has_the_installers_once_and_says_how_to_serve_them(
    run: Run, office: Office, tmp_path: Path
) -> None:
    code, said = run(to=tmp_path / "office.zip")
    assert code == 0
    assert not any(one["served"] for one in said["installers"])
    with zipfile.ZipFile(tmp_path / "office.zip") as packed:
        packed.extractall(tmp_path)
    top = tmp_path / "office"
    readme = (top / "README.txt").read_text(encoding="utf-8")
    steps = re.findall(r"(installers/\S+)\s+as\s+(library/main/\S+)", readme)
    assert len(steps) == len(INSTALLERS)

    (top / PROGRAMS).mkdir()
    for there, place in steps:
        shutil.copyfile(top / there, top / place)
    run()
    assert files(top) == files(office.to)
    code, further = run(source=top / "library/main", to=tmp_path / "further")
    assert code == 0, further


def test_two_runs_make_the_same_bytes(run: Run, tmp_path: Path) -> None:
    sums = {run(to=tmp_path / name)[1]["sums"] for name in ("one", "other")}

    assert len(sums) == 1


def test_only_the_installers_of_one_system_when_that_is_said(run: Run, office: Office) -> None:
    code, said = run("--program", "windows")

    assert code == 0
    assert {one["system"] for one in said["installers"]} == {"windows", None}
    assert "apt-get" not in (office.to / "README.txt").read_text(encoding="utf-8")


def test_a_set_is_made_of_a_set(run: Run, office: Office, tmp_path: Path) -> None:
    """A region hands on what the head office made; installers given by hand are known all the same."""
    run()
    given = [
        word
        for name in INSTALLERS
        if not name.endswith(".json")
        for word in ("--installer", str(office.to / "installers" / name))
    ]
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in INSTALLERS.items()]
    (office.to / "installers/SHA256SUMS").write_text("".join(lines))

    code, said = run(*given, source=office.to / "library/main", to=tmp_path / "region")

    assert code == 0, said
    assert {one["proof"] for one in said["installers"]} == {"listed"}
    assert said["program"] is None
    assert all(one["served"] for one in said["installers"])
    signed = {name for name in files(office.to / "library") if not name.endswith(".cdx.json")}
    assert files(tmp_path / "region/library") == signed
    deb = "procura-desktop_1.4.0_amd64.deb"
    (served,) = (tmp_path / "region" / PROGRAMS).glob(f"*.{deb}")
    assert served.samefile(tmp_path / "region/installers" / deb)


def test_an_installer_that_the_source_does_not_name_is_not_served(
    run: Run, office: Office, tmp_path: Path
) -> None:
    own = tmp_path / "procura-desktop_9.0_amd64.deb"
    own.write_bytes(b"!<arch>\nour own")
    sums = f"{hashlib.sha256(own.read_bytes()).hexdigest()}  {own.name}\n"
    (tmp_path / "SHA256SUMS").write_text(sums)

    code, said = run("--installer", str(own))

    assert code == 0
    assert [one["served"] for one in said["installers"]] == [False]
    assert not (office.to / PROGRAMS).exists()
    assert "mirror --program" not in (office.to / "README.txt").read_text(encoding="utf-8")


def test_libraries_that_the_policy_requires_come_along(run: Run, office: Office, tmp_path: Path) -> None:
    other = make_publisher(tmp_path / "ghent", name="ghent", on=today(), program_keys=1)
    other.release(records=records(4), on=today())
    other.publish_program(*installers(tmp_path / "files"), version="9.0", on=today())
    source = f"addresses = ['{other.folder}']\nroot_json = '''{other.root.read_text()}'''"
    office.write_policy("libraries_required = ['ghent']")
    with office.policy.open("a", encoding="utf-8") as file:
        file.write(f"[[locked.sources]]\nlibrary = 'ghent'\n{source}\n")

    code, said = run()

    assert code == 0, said
    assert [one["library"] for one in said["libraries"]] == ["main", "ghent"]
    assert (office.to / "library/ghent/metadata/timestamp.json").is_file()
    assert said["program"] == "1.4.0"  # who publishes another library has no say in the program
    assert not list(office.to.glob("library/ghent/metadata/*.program.json"))
    assert (office.to / "roots/ghent.json").read_bytes() == other.root.read_bytes()
    assert "procura-desktop update --library ghent" in (office.to / "README.txt").read_text(encoding="utf-8")


def test_the_root_of_this_computer_goes_along_where_the_policy_names_none(run: Run, office: Office) -> None:
    office.policy.write_text("[locked]\nweb_links = false\n")
    root = ("--root", str(office.publisher.root), "--fingerprint", fingerprint_of(office))
    assert main(["source", "add", str(office.publisher.folder), *root, "--data-dir", str(office.data)]) == 0

    code, said = run()

    assert code == 0, said
    assert (office.to / "roots/main.json").read_bytes() == office.publisher.root.read_bytes()
    assert any("names no source for the library 'main'" in warning for warning in said["warnings"])


def fingerprint_of(office: Office) -> str:
    return hashlib.sha256(office.publisher.root.read_bytes()).hexdigest()


def test_nothing_that_this_computer_knows_is_changed(run: Run, office: Office) -> None:
    run()

    assert {path.name for path in office.data.rglob("*") if path.is_file()} <= {"procura-desktop.log"}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The policy of this computer itself."""
    file = tmp_path / "own.toml"
    monkeypatch.setattr("procura_desktop.settings.folders.machine_policy", lambda: file)
    monkeypatch.setattr(policy_place, "machine_policy", lambda: file)
    return file


def test_the_policy_of_this_computer_rules_here_and_another_is_handed_out(
    run: Run, office: Office, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own.write_text("[locked]\nnetwork = false\nlibraries_required = ['ghent']\n")

    code, said = run()
    assert (code, [one["library"] for one in said["libraries"]]) == (0, ["main"])
    assert tomllib.loads((office.to / "policy.toml").read_text())["locked"]["user_sources"] is False
    words = ["provision", "--policy", str(office.policy), "--source", "http://127.0.0.1:9/", "--json"]
    assert main([*words, "--to", str(tmp_path / "other"), "--data-dir", str(office.data)]) == 1
    assert "never to use the network" in capsys.readouterr().out
    assert not (tmp_path / "other").exists()


def test_a_root_that_is_locked_on_this_computer_counts_here(run: Run, own: Path, tmp_path: Path) -> None:
    other = make_publisher(tmp_path / "other", on=today(), program_keys=1)
    other.release(records=records(3), on=today())
    source = f"library = 'main'\nroot_json = '''{other.root.read_text()}'''"
    own.write_text(f"[[locked.sources]]\n{source}\n")

    code, said = run()
    assert code == 1
    assert "not signed with enough keys" in said["error"]
    assert "under another root" in run(source=other.folder)[1]["error"]


def test_an_edition_that_is_older_than_what_was_seen_here_is_refused(
    run: Run, office: Office, tmp_path: Path
) -> None:
    root = ("--root", str(office.publisher.root), "--fingerprint", fingerprint_of(office))
    assert main(["source", "add", str(office.publisher.folder), *root, "--data-dir", str(office.data)]) == 0
    old = shutil.copytree(office.publisher.folder, tmp_path / "old")
    office.publisher.release(records=records(3), on=today())
    assert main(["update", "--dry-run", "--data-dir", str(office.data)]) == 0

    code, said = run(source=old)
    assert code == 1
    assert "older than what was received before" in said["error"]


def test_what_a_killed_run_left_is_taken_away_and_what_a_running_one_has_is_not(
    run: Run, office: Office
) -> None:
    left, used = (office.to.with_name(f".office.{name}.tmp") for name in ("left", "used"))
    for draft in (left, used):
        draft.mkdir()
        (draft / "lock").touch()
        (draft / "office").mkdir()
    with only_one(used / "lock"):
        assert run()[0] == 0
        assert (left.exists(), used.exists()) == (False, True)


KILLED = """
import os, signal, sys
from procura_desktop.cli import main
from procura_desktop.cli.provisioning import commands
def cut(*_):
    os.kill(os.getpid(), signal.SIGKILL)
commands.as_html = cut
main(sys.argv[1:])
"""


def test_a_run_that_is_killed_leaves_nothing_under_its_name(run: Run, office: Office) -> None:
    words = ["provision", "--data-dir", str(office.data), "--policy", str(office.policy)]
    words += ["--source", str(office.publisher.folder), "--to", str(office.to)]
    killed = subprocess.run([sys.executable, "-c", KILLED, *words], check=False)
    assert killed.returncode == -9
    assert not office.to.exists()
    assert len(list(office.to.parent.glob(".office.*.tmp"))) == 1

    assert run()[0] == 0
    assert list(office.to.parent.glob(".office.*.tmp")) == []
    assert {folder.SUMS, "README.html"} <= files(office.to)
