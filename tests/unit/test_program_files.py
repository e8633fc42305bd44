"""What `check` says of the files of the installed program."""

import hashlib
import sys
from pathlib import Path

import pytest

from procura_desktop.cli.program_files import ProgramDamagedError, is_installed, look_at


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program of two files and a link, with the list that its build would write."""
    folder = tmp_path / "procura-desktop"
    (folder / "_internal").mkdir(parents=True)
    (folder / "procura-desktop").write_bytes(b"program")
    (folder / "_internal" / "libQt.so.6").write_bytes(b"library")
    (folder / "_internal" / "libQt.so").symlink_to("libQt.so.6")
    names = ("procura-desktop", "_internal/libQt.so", "_internal/libQt.so.6")
    sums = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "_internal" / "files.sha256").write_text("".join(sums), encoding="utf-8")
    return folder


def look(program: Path) -> str:
    return look_at(program, program / "_internal" / "files.sha256")


def test_a_whole_program_is_sound(program: Path) -> None:
    assert look(program).startswith("all 3 files")


def test_a_file_that_broke_off_is_named(program: Path) -> None:
    (program / "procura-desktop").write_bytes(b"prog")
    with pytest.raises(
        ProgramDamagedError, match="procura-desktop/procura-desktop: missing, or not as it was"
    ):
        look(program)


def test_what_is_missing_is_counted(program: Path) -> None:
    (program / "_internal" / "libQt.so.6").unlink()
    with pytest.raises(ProgramDamagedError, match=r"libQt\.so and 1 more: .*Install the program again"):
        look(program)


def test_a_copy_without_links_is_whole(program: Path) -> None:
    link = program / "_internal" / "libQt.so"
    link.unlink()
    link.write_bytes(b"library")
    assert look(program).startswith("all 3 files")


def test_what_is_not_in_the_list_may_be_replaced(program: Path) -> None:
    listed = program / "_internal" / "files.sha256"
    lines = listed.read_text(encoding="utf-8").splitlines(keepends=True)
    listed.write_text("".join(line for line in lines if "libQt" not in line), encoding="utf-8")
    (program / "_internal" / "libQt.so.6").write_bytes(b"a build of my own")
    assert look(program).startswith("all 1 files")


def test_a_missing_list_is_said(program: Path) -> None:
    (program / "_internal" / "files.sha256").unlink()
    with pytest.raises(ProgramDamagedError, match=r"files\.sha256 cannot be read; install the program again"):
        look(program)


@pytest.mark.parametrize(
    ("system", "program", "listed"),
    [
        ("linux", "/opt/procura-desktop/procura-desktop", True),
        ("win32", "C:/Program Files/Procura Desktop/procura-desktop.com", True),
        ("darwin", "/dist/procura-desktop/procura-desktop", True),
        ("darwin", "/Applications/Procura Desktop.app/Contents/MacOS/procura-desktop", False),
    ],
)
def test_an_application_of_macos_is_vouched_for_by_its_signature(
    monkeypatch: pytest.MonkeyPatch, system: str, program: str, listed: bool
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "executable", program)

    assert is_installed() is listed
