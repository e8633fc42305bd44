"""The .deb and the archive, made of a stand-in for the program: what is in them, what Debian's tools say."""

import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

import debian
import desktop_files
import needs
import product
import tarball
from associations import ASSOCIATIONS, Association
from procura_desktop.cli.arguments import COMMANDS, UsageError, help_text, parse_arguments

LINUX = product.ROOT / "packaging" / "linux"
VERSION = "1.2.3"


@pytest.fixture(autouse=True)
def commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment of the commit that is packaged."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def deb(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("needs dpkg-deb, of the Debian package dpkg")
    monkeypatch.setattr(needs, "depends", lambda _: "libc6 (>= 2.36), libgl1")
    monkeypatch.setattr(needs, "recommends", lambda _: "libcups2")
    (tmp_path / "out").mkdir()
    return debian.make(bundle, tmp_path / "out", version=VERSION, effort=0)


@pytest.fixture
def archive(bundle: Path, tmp_path: Path) -> Path:
    (tmp_path / "packed").mkdir()
    return tarball.make(bundle, tmp_path / "packed", version=VERSION, machine="x86_64", effort=0)


def told(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_deb_has_all_that_a_desktop_wants(deb: Path) -> None:
    lines = told("dpkg-deb", "--contents", deb).splitlines()
    names = {line.split(" ./", 1)[1].partition(" -> ")[0] for line in lines}
    assert {
        "usr/bin/procura-desktop",
        "usr/lib/procura-desktop/procura-desktop",
        "usr/lib/procura-desktop/_internal/libQt6Core.so",
        "usr/share/applications/procura-desktop.desktop",
        "usr/share/icons/hicolor/16x16/apps/procura-desktop.png",
        "usr/share/icons/hicolor/scalable/apps/procura-desktop.svg",
        "usr/share/man/man1/procura-desktop.1.gz",
        "usr/share/metainfo/org.procura_desktop.ProcuraDesktop.metainfo.xml",
        "usr/share/mime/packages/procura-desktop.xml",
        "usr/share/doc/procura-desktop/copyright",
    } <= names
    assert all(" root/root " in line for line in lines)
    assert not [name for name in names if name.startswith(("home", "etc", "var"))]


def test_the_deb_names_what_it_needs_and_has_no_scripts(deb: Path, tmp_path: Path) -> None:
    assert told("dpkg-deb", "--field", deb, "Version").strip() == VERSION
    assert told("dpkg-deb", "--field", deb, "Depends").strip() == "libc6 (>= 2.36), libgl1"
    told("dpkg-deb", "--control", deb, tmp_path / "control")
    assert {file.name for file in (tmp_path / "control").iterdir()} == {"control", "md5sums"}


@pytest.mark.external("lintian")
@pytest.mark.skipif(shutil.which("lintian") is None, reason="needs lintian, of the Debian package lintian")
def test_lintian_finds_no_error(deb: Path) -> None:
    # Of a stand-in, so nothing is said of libraries; ./run prove asks of the whole package.
    told("lintian", "--allow-root", "--fail-on", "error,warning", "--suppress-tags", "unused-override", deb)


def test_two_packagings_are_alike(
    deb: Path, archive: Path, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    for path in bundle.rglob("*"):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & 0o700)
    os.utime(bundle / "_internal" / "LICENSE", (1, 1))
    again = tmp_path / "again"
    again.mkdir()
    assert debian.make(bundle, again, version=VERSION, effort=0).read_bytes() == deb.read_bytes()
    packed = tarball.make(bundle, again, version=VERSION, machine="x86_64", effort=0)
    assert packed.read_bytes() == archive.read_bytes()


def test_the_archive_has_one_folder_and_belongs_to_nobody(archive: Path) -> None:
    with tarfile.open(archive) as opened:
        entries = opened.getmembers()
    assert {entry.name.partition("/")[0] for entry in entries} == {"procura-desktop-1.2.3-linux-x86_64"}
    assert {(entry.uid, entry.gid, entry.uname) for entry in entries} == {(0, 0, "root")}
    script = next(entry for entry in entries if entry.name.endswith("/install.sh"))
    assert script.mode == 0o755


@pytest.mark.external("desktop-file-validate")
@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="needs the Debian package desktop-file-utils"
)
def test_the_menu_entry_is_valid() -> None:
    assert told("desktop-file-validate", LINUX / "procura-desktop.desktop") == ""


@pytest.mark.external("appstreamcli")
@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs the Debian package appstream")
def test_the_description_for_software_centres_is_valid(tmp_path: Path) -> None:
    desktop_files.make(tmp_path, version=VERSION)
    (file,) = (tmp_path / "metainfo").iterdir()
    told("appstreamcli", "validate", "--no-net", file)


def claimed() -> set[str]:
    entry = (LINUX / "procura-desktop.desktop").read_text(encoding="utf-8")
    (line,) = (line for line in entry.splitlines() if line.startswith("MimeType="))
    return {name for name in line.removeprefix("MimeType=").split(";") if name}


@pytest.mark.parametrize("kind", ASSOCIATIONS, ids=lambda kind: kind.ending)
def test_the_menu_entry_claims_the_files_that_the_program_opens(tmp_path: Path, kind: Association) -> None:
    file = tmp_path / f"laptops.{kind.ending}"
    file.touch()
    try:
        parse_arguments([str(file)])
    except UsageError:
        assert kind.mime not in claimed()
    else:
        assert kind.mime in claimed()


def test_the_menu_entry_claims_our_addresses() -> None:
    assert "x-scheme-handler/procura" in claimed()


@pytest.mark.external("update-mime-database")
@pytest.mark.skipif(
    shutil.which("update-mime-database") is None, reason="needs the Debian package shared-mime-info"
)
@pytest.mark.parametrize("kind", ASSOCIATIONS, ids=lambda kind: kind.ending)
def test_a_desktop_knows_our_files(tmp_path: Path, kind: Association) -> None:
    desktop_files.make(tmp_path, version=VERSION)
    told("update-mime-database", tmp_path / "mime")
    globs = (tmp_path / "mime" / "globs2").read_text(encoding="utf-8").splitlines()
    assert f"50:{kind.mime}:*.{kind.ending}" in globs
    described = (tmp_path / "mime" / f"{kind.mime}.xml").read_text(encoding="utf-8")
    assert f"<comment>{kind.title}</comment>" in described


def test_the_icon_is_drawn_in_every_size(tmp_path: Path) -> None:
    from PySide6.QtGui import QColor, QImage

    desktop_files.make(tmp_path, version=VERSION)
    for size in desktop_files.SIZES:
        image = QImage(str(tmp_path / f"icons/hicolor/{size}x{size}/apps/procura-desktop.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() < 128  # the corners are round
        assert image.pixelColor(size // 2, 1) == QColor("#1b6b4f")


def test_the_man_page_names_every_command_and_option() -> None:
    page = (LINUX / "procura-desktop.1").read_text(encoding="utf-8").replace("\\-", "-")
    options = {word.strip(",") for word in help_text().split() if word.startswith("--") and word.strip("-,")}
    commands = {*COMMANDS, *re.findall(r"^  procura-desktop ([a-z]+)", help_text(), re.MULTILINE)}
    assert [name for name in sorted(commands) if f"\n.B {name}\n" not in page] == []
    assert [name for name in sorted(options) if name not in page] == []


@pytest.mark.external("man")
@pytest.mark.skipif(shutil.which("man") is None, reason="needs the Debian package man-db")
def test_the_man_page_is_sound() -> None:
    environment = {**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["man", "--warnings", "-l", str(LINUX / "procura-desktop.1")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_library_that_nobody_brings_stops_the_packaging(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needs, "needed", lambda _: {"libc.so.6", "libGL.so.1", "libnobody.so.1"})
    with pytest.raises(SystemExit, match=r"libnobody\.so\.1"):
        needs.depends(tmp_path)


@pytest.mark.skipif(shutil.which("readelf") is None, reason="needs the Debian package binutils")
def test_what_a_program_needs_is_read_from_its_files(tmp_path: Path) -> None:
    shutil.copyfile("/bin/sh", tmp_path / "program")
    assert needs.needed(tmp_path) == {"libc.so.6"}
    assert needs.depends(tmp_path).startswith("libc6 (>= 2.")
