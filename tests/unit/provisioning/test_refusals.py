"""What cannot become a set is refused with what to do, and nothing of it is left."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from procura_desktop.cli import main
from procura_desktop.cli.arguments import UsageError, parse_arguments
from procura_desktop.cli.provisioning import commands
from procura_desktop.settings import policy_place
from tests.releases import make_publisher
from tests.unit.provisioning.conftest import INSTALLERS, Office, Run
from tests.unit.sync.editions import records, today

DEB = "procura-desktop_1.4.0_amd64.deb"


@pytest.fixture
def refused(run: Run, office: Office) -> Run:
    """The command, which fails, says why, and leaves nothing."""

    def refused(*more: str, **places: Path) -> tuple[int, dict[str, str]]:
        before = set(office.to.parent.iterdir())
        code, said = run(*more, **places)
        assert (code, list(said)) == (1, ["error"])
        assert set(office.to.parent.iterdir()) - before <= {office.data}
        return code, said

    return refused


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The release of somebody else, with installers of their own."""
    made = make_publisher(tmp_path / "thief", on=today(), program_keys=1)
    made.release(records=records(3), on=today())
    file = tmp_path / "evil.deb"
    file.write_bytes(b"!<arch>\nevil")
    made.publish_program(file, version="9.0", on=today())
    return made.folder


def test_a_wrong_policy_is_refused_with_line_and_key(refused: Run, office: Office) -> None:
    office.write_policy("look_every = 0")

    assert f"{office.policy}:3: locked.look_every" in refused()[1]["error"]


def test_a_policy_that_is_not_there_is_refused(refused: Run, office: Office) -> None:
    office.policy.unlink()

    assert "there is no such policy" in refused()[1]["error"]


def test_a_source_of_another_publisher_than_the_policy_names_is_said_to_be_one(
    refused: Run, office: Office, other: Path
) -> None:
    error = refused(source=other)[1]["error"]

    assert "is published under another root than the computers would have" in error
    for root in (office.publisher.root, other / "metadata/1.root.json"):
        digits = hashlib.sha256(root.read_bytes()).hexdigest()
        assert " ".join(digits[at : at + 4] for at in range(0, 64, 4)) in error
    assert str(office.policy) in error


def test_a_source_without_its_root_is_refused_all_the_same(refused: Run, other: Path) -> None:
    (other / "metadata/1.root.json").unlink()

    assert "the release is refused" in refused(source=other)[1]["error"]


def test_a_root_with_another_fingerprint_than_the_policy_says_is_refused(
    refused: Run, office: Office
) -> None:
    office.policy.write_text(office.policy.read_text() + f"fingerprint = '{'ab' * 32}'\n")
    assert "has the fingerprint" in refused()[1]["error"]

    (office.policy.parent / "root.json").unlink()
    assert "put that file beside" in refused()[1]["error"]


def test_what_is_no_root_is_refused(refused: Run, office: Office) -> None:
    (office.policy.parent / "root.json").write_text("{}")

    assert "no root file of a publisher" in refused()[1]["error"]


def test_a_policy_without_any_root_where_nobody_is_trusted_is_refused(refused: Run, office: Office) -> None:
    office.policy.write_text("")

    assert "no publisher of the library main is trusted" in refused()[1]["error"].replace("'", "")


def test_another_library_than_the_one_that_is_asked_for_is_refused(
    refused: Run, office: Office, tmp_path: Path
) -> None:
    ghent = make_publisher(tmp_path / "ghent", name="ghent", on=today(), program_keys=1)
    ghent.release(records=records(3), on=today())
    shutil.copyfile(ghent.root, office.policy.parent / "root.json")

    assert "holds the library 'ghent', not 'main'" in refused(source=ghent.folder)[1]["error"]


@pytest.mark.parametrize("what", ["installer", "pack"])
def test_a_damaged_file_of_the_source_is_refused(refused: Run, office: Office, what: str) -> None:
    pattern = f"targets/program/*{DEB}" if what == "installer" else "targets/*.pack*"
    (file,) = office.publisher.folder.glob(pattern)
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)

    assert "not the one that was signed" in refused()[1]["error"]


def test_a_list_of_the_program_that_is_refused_makes_no_set(refused: Run, office: Office) -> None:
    (file,) = office.publisher.folder.glob("metadata/*.program.json")
    file.write_bytes(file.read_bytes().replace(b"1.4.0", b"1.4.1"))

    assert "the release of the program is refused" in refused()[1]["error"]


def test_a_source_without_installers_says_how_to_give_some(
    refused: Run, office: Office, tmp_path: Path
) -> None:
    plain = make_publisher(tmp_path / "plain", on=today())
    plain.release(records=records(3), on=today())
    shutil.copyfile(plain.root, office.policy.parent / "root.json")

    assert "give some with --installer FILE" in refused(source=plain.folder)[1]["error"]


def test_a_required_library_without_a_source_says_what_to_add(refused: Run, office: Office) -> None:
    root = office.policy.parent / "root.json"
    office.write_policy("libraries_required = ['ghent']")
    with office.policy.open("a", encoding="utf-8") as file:
        file.write(f"[[locked.sources]]\nlibrary = 'ghent'\nroot = '{root}'\n")

    assert "procura-desktop source add ADDRESS --library ghent" in refused()[1]["error"]


@pytest.mark.parametrize("what", ["folder", "empty folder", "file", "link to nothing"])
def test_a_place_where_something_is_is_left_alone(refused: Run, office: Office, what: str) -> None:
    if what == "file":
        office.to.write_text("mine")
    elif what == "link to nothing":
        office.to.symlink_to("nowhere")
    else:
        office.to.mkdir()
    if what == "folder":
        (office.to / "mine.txt").write_text("mine")

    assert "there is something already" in refused()[1]["error"]
    assert os.path.lexists(office.to)
    assert what != "folder" or (office.to / "mine.txt").read_text() == "mine"


def test_what_comes_to_the_place_meanwhile_is_left_alone(
    run: Run, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(folder: Path) -> str:
        del folder
        office.to.write_text("mine")
        return ""

    monkeypatch.setattr(commands, "write_sums", meanwhile)
    code, said = run()

    assert code == 1
    assert "there is something already" in said["error"]
    assert office.to.read_text() == "mine"
    assert not list(office.to.parent.glob(".office*"))


def test_a_place_in_no_folder_and_an_update_file_are_refused(refused: Run, office: Office) -> None:
    assert "there is no such folder" in refused(to=office.to / "deeper")[1]["error"]
    assert "'mirror' makes" in refused(to=office.to.with_suffix(".procura"))[1]["error"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk on which there is room for the installers and for nothing else."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12k", "none", str(disk)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("needs an administrator who may mount a disk of its own")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("name", ["office", "office.zip"])
def test_a_full_disk_is_named_and_nothing_is_left(run: Run, small_disk: Path, name: str) -> None:
    code, said = run(to=small_disk / name)

    assert code == 1
    assert said["error"].startswith(
        f"{small_disk / name}: the set cannot be written (No space left on device"
    )
    assert list(small_disk.iterdir()) == []


# Installers that are given.


def given(folder: Path, name: str = DEB, *, data: bytes = INSTALLERS[DEB], sums: str | None = None) -> str:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    text = f"{hashlib.sha256(data).hexdigest()}  {name}\n" if sums is None else sums
    (folder / "SHA256SUMS").write_text(text)
    return str(folder / name)


def test_an_installer_with_another_sum_than_its_list_is_refused(refused: Run, tmp_path: Path) -> None:
    file = given(tmp_path / "dist", sums=f"{'0' * 64}  {DEB}\n")

    assert "get the file again" in refused("--installer", file)[1]["error"]


def test_an_installer_that_no_list_names_is_refused(refused: Run, tmp_path: Path) -> None:
    assert "has no line for" in refused("--installer", given(tmp_path / "dist", sums=""))[1]["error"]
    (tmp_path / "dist/SHA256SUMS").unlink()
    assert "SHA256SUMS: cannot be read" in refused("--installer", str(tmp_path / "dist" / DEB))[1]["error"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("notes.pdf", b"%PDF", "no installer of the program"),
        ("procura-desktop_1.4.0_amd64.deb", b"<html>Not found</html>", "not what its name says"),
        ("procura desktop;rm -rf.deb", b"!<arch>\n", "give it a plain one"),
        ("-x.deb", b"!<arch>\n", "give it a plain one"),
    ],
)
def test_what_is_no_installer_is_refused(
    refused: Run, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    file = given(tmp_path / "dist", name, data=data)

    assert words in refused(f"--installer={file}")[1]["error"]


def test_two_installers_of_one_name_are_refused(refused: Run, tmp_path: Path) -> None:
    one, other = given(tmp_path / "one"), given(tmp_path / "two", DEB.upper())

    assert "two of the installers" in refused("--installer", one, "--installer", other)[1]["error"]


# The command line.


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["provision", "--to", "x"], "--policy FILE"),
        (["provision", "--policy", "p.toml"], "--to FOLDER"),
        (["provision", "--policy", "p.toml", "--to", "x", "b.deb"], "--installer before each"),
        (["update", "--installer", "b.deb"], "--installer belongs to: provision"),
        (["provision", "--library", "ghent"], "--library belongs to"),
    ],
)
def test_a_command_line_that_makes_no_sense_is_refused(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--data-dir", str(tmp_path / "data")]) == 2
    assert said in capsys.readouterr().err


def test_options_may_stand_before_the_command() -> None:
    line = ["--policy", "p.toml", "--installer", "a.deb", "--installer", "b.msi", "provision", "--to", "x"]
    found = parse_arguments(line)

    assert (found.command, found.policy, found.handout) == ("provision", None, Path("p.toml"))
    assert found.installers == (Path("a.deb"), Path("b.msi"))


def test_other_commands_still_obey_no_trial_beside_a_policy_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[locked]\nnetwork = false\n")
    monkeypatch.setattr(policy_place, "machine_policy", lambda: own)

    with pytest.raises(UsageError, match="this computer has a policy already"):
        parse_arguments(["--policy", str(own), "update"])
    assert parse_arguments(["--policy", str(own), "provision"]).handout == own
