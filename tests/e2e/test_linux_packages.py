"""The packages for Linux as users get them: long, and only where `./run package` has made them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
BUNDLE = DIST / "procura-desktop"
QT = Path("_internal/PySide6/Qt/lib/libQt6Svg.so.6")

pytestmark = [
    pytest.mark.prove,
    pytest.mark.only_prove,
    pytest.mark.skipif(not list(DIST.glob("*.deb")), reason="needs the packages that ./run package makes"),
]


def test_the_bundle_holds_what_is_listed_with_its_licences_and_nothing_of_authors() -> None:
    audit = [sys.executable, str(ROOT / "packaging" / "audit.py"), str(BUNDLE)]
    subprocess.run(audit, check=True)


def test_lintian_finds_no_error_in_the_whole_package() -> None:
    if shutil.which("lintian") is None:
        pytest.skip("needs lintian, of the Debian package lintian")
    (deb,) = DIST.glob("*.deb")
    done = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", str(deb)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_checksums_are_those_of_the_packages() -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=DIST, check=True)


def test_a_library_of_qt_may_be_replaced(tmp_path: Path) -> None:
    """As the LGPL asks: another build of it (here with one section more) is used instead."""
    program = Path(shutil.copytree(BUNDLE, tmp_path / "procura-desktop", symlinks=True))
    (tmp_path / "mark").write_bytes(b"built by a user")
    subprocess.run(
        ["objcopy", "--add-section", f".rebuilt={tmp_path / 'mark'}", str(program / QT)],
        check=True,
    )
    said = check(program, tmp_path)
    assert said.returncode == 1
    assert f"FAILED  program    {program / QT} and 1 more" in said.stdout  # the other is the link to it
    assert "ok      window" in said.stdout

    listed = program / "_internal" / "files.sha256"
    lines = listed.read_text(encoding="utf-8").splitlines(keepends=True)
    listed.write_text("".join(line for line in lines if QT.name not in line), encoding="utf-8")
    assert check(program, tmp_path).returncode == 0


def check(program: Path, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(program / "procura-desktop"), "--data-dir", str(data / "data"), "check"],
        env={"PATH": os.environ["PATH"], "HOME": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_clean_minimal_debian_takes_updates_and_loses_them(tmp_path: Path) -> None:
    for tool in ("debootstrap", "Xvfb", "xdotool"):
        if shutil.which(tool) is None:
            pytest.skip(f"needs {tool}")
    if os.geteuid() != 0:
        pytest.skip("needs root, for chroot")
    for name, version in (("packages", "1.0.0"), ("next", "1.0.1")):
        subprocess.run(
            [
                sys.executable,
                str(ROOT / "packaging" / "package.py"),
                str(BUNDLE),
                *("--into", str(tmp_path / name), "--version", version, "--effort", "0"),
            ],
            check=True,
        )
    script = ROOT / "packaging" / "linux" / "try_in_chroot.sh"
    subprocess.run([str(script), str(tmp_path / "packages"), str(tmp_path / "next")], check=True)
