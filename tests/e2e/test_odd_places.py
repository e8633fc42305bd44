"""The program where computers are not as they should be: it starts, or says clearly what to do.

A window that opens by itself prints when it has painted and ends; a dialog would wait, and the test with it.
"""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from procura_desktop.workspace.workspace import open_workspace
from tests.e2e.conftest import BUNDLE, ROOT
from tests.e2e.window import Program
from tests.unit.sync.computer import Computer
from tests.unit.sync.lines import Server
from tests.unit.sync.test_http import certificate, https, time

__all__ = ["certificate", "https", "time"]  # fixtures of a secure server

pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="mounts, users and clocks of Linux")

LABELS = "guidance/labels"
OPENED = {"QT_QPA_PLATFORM": "offscreen", "PROCURA_PRINT_FIRST_PAINT": "1"}
# What Qt says where no language is set.
ADVICE = ("Detected locale", "Qt depends on", "If this causes", "for more information")
NAME = "Олена Ґудзь 用户 é"


def opens(program: Program) -> None:
    """Start the window with an article, and see it paint and end with nothing to complain of."""
    running = program.start(f"procura:main/{LABELS}", **OPENED)
    assert running.wait(60) == 0, program.complaints()
    painted(program)


def painted(program: Program) -> None:
    """See that a window painted and had nothing to complain of but its locale."""
    [line] = [line for line in program.complaints().splitlines() if not line.startswith(ADVICE)]
    assert line.startswith("first-paint-ms=")


def wrapped(program: Program, *before: str) -> Program:
    """Give the same program, started by another command."""
    return replace(program, command=(*before, *program.command))


def mounted(program: Program, mount: str) -> Program:
    """Give the same program after a mount that only it sees; "mount" is shell."""
    return wrapped(program, "unshare", "-m", "sh", "-ec", f'{mount}\nexec "$@"', "sh")


def findings(program: Program, code: int) -> dict[str, tuple[bool, str]]:
    done = program.run("check", "--json")
    assert (done.returncode, done.stderr) == (code, ""), done.stdout
    return {one["name"]: (one["sound"], one["detail"]) for one in json.loads(done.stdout)["checks"]}


def only_fault(program: Program) -> tuple[str, str]:
    """Give the name and the words of the one check that fails."""
    found = findings(program, 1)
    [(name, detail)] = [(name, detail) for name, (sound, detail) in found.items() if not sound]
    return name, detail


@pytest.fixture
def home(environment: dict[str, str], tmp_path: Path) -> Path:
    """The folder of a user whose name no programmer thought of, in a language of no particular country."""
    folder = tmp_path / NAME
    folder.mkdir()
    environment |= {"HOME": str(folder), "USER": NAME, "LOGNAME": NAME, "LC_ALL": "C"}
    return folder


@pytest.fixture
def at_home(program: Program, home: Path) -> Program:
    """The program with the folders that the system gives this user."""
    assert home.is_dir()
    return replace(program, command=program.command[:1])


def workspace_of(home: Path) -> Path:
    return home / ".local" / "share" / "procura-desktop" / "workspace.sqlite"


def test_a_name_with_blanks_and_letters_of_the_world(at_home: Program, home: Path) -> None:
    opens(at_home)

    with open_workspace(workspace_of(home)) as workspace:
        assert [record.record_id for record in workspace.recent()] == [LABELS]
    assert all(sound for sound, _ in findings(at_home, 0).values())
    assert at_home.run("search", "батарея").returncode == 0


@pytest.mark.external("mounts")
@pytest.mark.parametrize("kept", [True, False], ids=["after a start elsewhere", "at the first start"])
def test_a_home_that_can_only_be_read(at_home: Program, home: Path, kept: bool) -> None:
    if kept:
        opens(at_home)
        at_home.said.unlink()
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    read_only = mounted(at_home, f"mount --bind '{home}' '{home}'; mount -o remount,bind,ro '{home}'")

    opens(read_only)
    name, detail = only_fault(read_only)

    assert name == "folders"
    assert "Read-only file system" in detail
    assert "choose another folder with --data-dir" in detail
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


FULL = "mount -t tmpfs -o size=1m none '{home}'; dd if=/dev/zero of='{home}/fill' bs=4k 2>&1 | grep -q space"


@pytest.mark.external("mounts")
def test_a_disk_that_is_full(at_home: Program, home: Path) -> None:
    full = mounted(at_home, FULL.format(home=home))

    opens(full)
    name, detail = only_fault(full)

    assert name == "folders"
    assert "No space left" in detail
    assert "make room" in detail


@pytest.mark.external("mounts")
def test_a_computer_on_which_nothing_at_all_can_be_written(at_home: Program, home: Path) -> None:
    everything = f"mount -t tmpfs -o ro none /tmp; mount -t tmpfs -o ro none /var/tmp; mkdir -p '{home}'"
    if str(home).startswith("/tmp/"):  # noqa: S108 - what the test hides from the program
        everything = "for place in /var/tmp /dev/shm; do mount -t tmpfs -o ro none $place; done"
        everything += f"; mount --bind '{home}' '{home}'; mount -o remount,bind,ro '{home}'"
    opens(mounted(at_home, everything))


@pytest.mark.external("strace")
def test_a_disk_that_answers_slowly(at_home: Program, home: Path) -> None:
    """Every look into the workspace, and every write, takes 30 ms longer, as over a bad line."""
    opens(at_home)
    at_home.said.unlink()
    calls = "openat,newfstatat,pread64,pwrite64,read,write,fsync,fdatasync,unlink,mkdir,fcntl"
    data = workspace_of(home).parent
    slow = [f"-P{data / name}" for name in ("workspace.sqlite", "workspace.sqlite-wal", ".")]
    opens(
        wrapped(at_home, "strace", "-f", "-qq", "-o/dev/null", *slow, f"-einject={calls}:delay_enter=30000")
    )


@pytest.mark.external("faketime")
def test_a_clock_in_2015(program: Program) -> None:
    then = wrapped(program, "faketime", "2015-01-01 12:00:00")

    opens(then)
    name, detail = only_fault(then)

    assert name == "clock"
    assert "says 2015-01-01" in detail
    assert "set it" in detail


@pytest.mark.external("faketime")
def test_a_clock_in_2015_is_blamed_for_a_certificate_that_is_not_valid_yet(
    program: Program, computer: Computer, https: tuple[Server, str], certificate: Path
) -> None:
    computer.places.settings.write_text(
        f"ca_file = {json.dumps(str(certificate))}\nproxy = 'none'\n", encoding="utf-8"
    )
    then = replace(program, command=(program.command[0], "--data-dir", str(computer.places.data)))

    refused = wrapped(then, "faketime", "2015-01-01 12:00:00").run("update", "--source", https[1])
    assert refused.returncode == 1
    assert "not yet valid" in refused.stderr
    assert "The clock of this computer says 2015-01-01" in refused.stderr
    assert "set the clock" in refused.stderr

    assert then.run("update", "--source", https[1]).returncode == 0


def of_a_newer_program(data: Path) -> None:
    """Leave a data folder as a program of the future might."""
    with open_workspace(data / "workspace.sqlite") as workspace:
        workspace.connection.execute("INSERT INTO migrations VALUES (99, 'of the future', '2030-01-01')")
    library = bytearray((ROOT / "resources" / "library" / "main.sqlite").read_bytes())
    library[60:64] = (99).to_bytes(4, "big")  # the schema, as the head of the file names it
    (data / "library").mkdir()
    (data / "library" / "main.sqlite").write_bytes(library)
    (data / "settings.toml").write_text('theme = "dark"\nhologram = true\n', encoding="utf-8")


def test_after_a_downgrade_everything_newer_is_named_and_left(program: Program, data: Path) -> None:
    of_a_newer_program(data)
    files = [data / "workspace.sqlite", data / "library" / "main.sqlite", data / "settings.toml"]
    before = [file.read_bytes() for file in files]

    found = findings(program, 1)

    said = {name: detail for name, (sound, detail) in found.items() if not sound}
    assert set(said) == {"library", "settings", "workspace"}
    assert "schema 99 is newer" in said["library"] or "does not say which program" in said["library"]
    assert "'hologram' is not a setting" in said["settings"]
    assert "use the later version of the program" in said["workspace"]
    assert [file.read_bytes() for file in files] == before


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("resources/fonts", "resources/fonts: this file belongs to the program and is missing"),
        ("resources/styles", "base.qss: this file belongs to the program and is missing"),
        ("resources/icons", ".svg: this file belongs to the program and is missing"),
        ("resources/library", "there is no library here"),
        ("src/procura_desktop/workspace", "A part of the program is missing"),
        ("src/procura_desktop/gui", "A part of the program is missing"),
    ],
)
def test_a_program_that_was_copied_in_part_says_so(
    program: Program, environment: dict[str, str], tmp_path: Path, part: str, said: str
) -> None:
    copy = tmp_path / "copy"
    for folder in ("src", "resources"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored, copy_function=os.link)
    shutil.rmtree(copy / part)
    environment["PYTHONPATH"] = str(copy / "src")

    done = program.run("--self-test")

    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "install" in done.stderr or part == "resources/library"
    assert "Traceback" not in done.stderr


# Two people at one computer: the program lies where all may read it, as it is installed.


@pytest.fixture
def installed() -> Iterator[Path]:
    """The built program where every user may read it, with a folder for each of them."""
    with TemporaryDirectory(prefix="procura-installed-") as name:  # pytest's own is closed to other users
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(BUNDLE.parent, folder / "opt", symlinks=True)
        for user in ("nobody", "daemon"):
            (folder / user).mkdir()
            shutil.chown(folder / user, user)
        yield folder


def as_user(installed: Path, user: str, said: Path, home: Path | None = None) -> Program:
    """Give the installed program as another user starts it; runuser itself sets another HOME."""
    variables = {"PATH": os.defpath + ":/usr/sbin:/sbin"}
    command = ("runuser", "-u", user, "--", "env", f"HOME={home or installed / user}")
    program = str(installed / "opt" / "procura-desktop")
    return Program(command=(*command, program), environment=variables, said=said)


@pytest.mark.prove
@pytest.mark.only_prove
@pytest.mark.external("bundle", "other users")
def test_two_users_of_one_program_have_each_their_own(installed: Path, tmp_path: Path) -> None:
    users = {user: as_user(installed, user, tmp_path / user) for user in ("nobody", "daemon")}
    running = [program.start(f"procura:main/{LABELS}", **OPENED) for program in users.values()]
    assert [one.wait(60) for one in running] == [0, 0]

    for user, program in users.items():
        painted(program)  # neither was taken for a second start of the other
        assert all(sound for sound, _ in findings(program, 0).values())
        kept = workspace_of(installed / user)
        assert kept.owner() == user


@pytest.mark.prove
@pytest.mark.only_prove
@pytest.mark.external("bundle", "other users")
def test_a_user_without_a_home_reads_all_the_same(installed: Path, tmp_path: Path) -> None:
    program = as_user(installed, "nobody", tmp_path / "said", Path("/nonexistent"))

    opens(program)
    name, detail = only_fault(program)
    assert name == "folders"
    assert "/nonexistent/.local/share/procura-desktop: nothing can be written here" in detail


@pytest.mark.prove
@pytest.mark.only_prove
@pytest.mark.external("bundle", "other users")
def test_two_users_of_one_folder_are_two_programs(installed: Path, tmp_path: Path) -> None:
    """The second may read what the first wrote, and is told that nothing is kept."""
    shared = installed / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    for user in ("nobody", "daemon"):
        program = as_user(installed, user, tmp_path / user)
        program = replace(program, command=(*program.command, "--data-dir", str(shared)))
        opens(program)
    assert (shared / "workspace.sqlite").owner() == "nobody"
