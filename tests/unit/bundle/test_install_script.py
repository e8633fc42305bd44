"""install.sh of the archive: installs, mends, updates, refuses damage, removes; what the user keeps stays."""

import os
import subprocess
import tarfile
import time
from pathlib import Path

import pytest

import files
import tarball


@pytest.fixture
def unpacked(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    files.settle(bundle)
    (tmp_path / "packed").mkdir()
    archive = tarball.make(bundle, tmp_path / "packed", version="1.2.3", machine="x86_64", effort=0)
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path / "Downloads", filter="data")
    (folder,) = (tmp_path / "Downloads").iterdir()
    return folder


@pytest.fixture
def prefix(tmp_path: Path) -> Path:
    """Where it goes; a name as people have them."""
    return tmp_path / "Jana Nováková's 100% юг"


def install(unpacked: Path, prefix: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [str(unpacked / "install.sh"), "--prefix", str(prefix), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def tree(folder: Path) -> set[str]:
    """Give what is installed, without what the desktop makes of it for itself."""
    made = {"mimeinfo.cache", "icon-theme.cache"}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    return {
        name
        for name in found
        if Path(name).name not in made and (not name.startswith("share/mime/") or "/packages/" in name)
    }


def test_it_installs_and_the_program_runs(unpacked: Path, prefix: Path) -> None:
    done = install(unpacked, prefix)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Procura Desktop 1.2.3 is installed" in done.stdout
    said = subprocess.run(
        [str(prefix / "bin" / "procura-desktop"), "check"], capture_output=True, text=True, check=True
    )
    assert said.stdout == "procura-desktop says: check\n"
    entry = (prefix / "share/applications/procura-desktop.desktop").read_text(encoding="utf-8")
    assert f'Exec="{str(prefix).replace("%", "%%")}/bin/procura-desktop" %u\n' in entry
    assert (prefix / "share/mime/packages/procura-desktop.xml").is_file()


def test_a_second_installation_changes_nothing(unpacked: Path, prefix: Path) -> None:
    install(unpacked, prefix)
    before = tree(prefix)
    assert install(unpacked, prefix, "--quiet").stdout == ""
    assert tree(prefix) == before


def test_a_half_installed_program_is_mended_and_old_files_go(unpacked: Path, prefix: Path) -> None:
    install(unpacked, prefix)
    before = tree(prefix)
    (prefix / "lib/procura-desktop/_internal/libQt6Core.so.6").unlink()
    (prefix / "lib/procura-desktop/_internal/of-an-older-version.so").touch()
    (prefix / "lib/procura-desktop.new").mkdir()
    assert install(unpacked, prefix).returncode == 0
    assert tree(prefix) == before


def test_a_damaged_download_is_refused_and_the_program_stays(unpacked: Path, prefix: Path) -> None:
    install(unpacked, prefix)
    before = tree(prefix)
    (unpacked / "procura-desktop/_internal/libQt6Core.so.6").write_bytes(b"libr")
    done = install(unpacked, prefix)
    assert done.returncode == 1
    assert "damaged or was not unpacked whole: procura-desktop/_internal/libQt6Core.so" in done.stderr
    assert tree(prefix) == before


def test_a_download_that_was_not_unpacked_whole_is_refused(unpacked: Path, prefix: Path) -> None:
    (unpacked / "share/applications/procura-desktop.desktop").unlink()
    assert "not unpacked whole: share/applications" in install(unpacked, prefix).stderr
    (unpacked / "files.sha256").unlink()
    assert "unpack the whole download" in install(unpacked, prefix).stderr
    assert not prefix.exists()


def test_a_running_program_is_not_replaced(unpacked: Path, prefix: Path) -> None:
    install(unpacked, prefix)
    program = prefix / "lib/procura-desktop/procura-desktop"
    program.write_bytes(Path("/bin/sleep").read_bytes())
    with subprocess.Popen([str(program), "60"]) as running:
        deadline = time.monotonic() + 10
        while not os.readlink(f"/proc/{running.pid}/exe").startswith(str(prefix)):  # noqa: PTH115
            assert time.monotonic() < deadline
        done = install(unpacked, prefix)
        removed = install(unpacked, prefix, "--uninstall")
        running.terminate()
    assert (done.returncode, removed.returncode) == (1, 1)
    assert "Close it, then run install.sh again" in done.stderr
    assert program.is_file()


def test_removal_takes_all_of_it_and_nothing_else(unpacked: Path, prefix: Path) -> None:
    workspace = prefix / "share/procura-desktop/workspace.sqlite"
    other = prefix / "share/applications/other.desktop"
    for file in (workspace, other):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("mine", encoding="ascii")
    install(unpacked, prefix)
    assert install(unpacked, prefix, "--uninstall").returncode == 0
    assert tree(prefix) == {"share/procura-desktop/workspace.sqlite", "share/applications/other.desktop"}
    again = install(unpacked, prefix, "--uninstall")
    assert again.returncode == 0
    assert "is not installed in" in again.stdout


def test_a_file_of_somebody_else_is_not_overwritten(unpacked: Path, prefix: Path) -> None:
    (prefix / "bin").mkdir(parents=True)
    (prefix / "bin/procura-desktop").write_text("mine", encoding="ascii")
    assert "is not ours" in install(unpacked, prefix).stderr


def test_a_word_that_it_does_not_know_is_refused(unpacked: Path, prefix: Path) -> None:
    done = install(unpacked, prefix, "--removal")
    assert done.returncode == 1
    assert "install.sh takes no --removal" in done.stderr
