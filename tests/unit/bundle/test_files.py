"""Modes, times and the list of a bundle, and the comparison of two."""

import subprocess
from pathlib import Path

import pytest

import files
import same

MOMENT = 1_700_000_000


@pytest.fixture(autouse=True)
def commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment of the commit that is built."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))


def test_everybody_may_read_whatever_the_umask_was(bundle: Path) -> None:
    for path in bundle.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o700)
    files.settle(bundle)
    modes = {path.name: path.stat().st_mode & 0o777 for path in [bundle, *bundle.rglob("*")]}
    assert modes["procura-desktop"] == modes["_internal"] == modes["licences"] == 0o755
    assert modes["NOTICE.txt"] == modes["libQt6Core.so.6"] == modes["files.sha256"] == 0o644


def test_all_times_are_those_of_the_commit(bundle: Path) -> None:
    files.settle(bundle)
    assert {path.lstat().st_mtime for path in [bundle, *bundle.rglob("*")]} == {MOMENT}


def test_the_list_names_every_file_as_sha256sum_reads_it(bundle: Path) -> None:
    files.settle(bundle)
    files.settle(bundle)
    listed = bundle / "_internal" / files.LIST
    names = {line.partition("  ")[2] for line in listed.read_text(encoding="utf-8").splitlines()}
    there = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    assert names == there - {"_internal/files.sha256"}
    subprocess.run(["sha256sum", "--check", "--quiet", str(listed)], cwd=bundle, check=True)


def tree(folder: Path) -> Path:
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "file").write_text("the same", encoding="ascii")
    (folder / "link").symlink_to("sub/file")
    return folder


def test_two_builds_that_are_alike(tmp_path: Path) -> None:
    assert same.difference(tree(tmp_path / "one"), tree(tmp_path / "other")) == ""


def test_the_first_difference_is_named(tmp_path: Path) -> None:
    one, other = tree(tmp_path / "one"), tree(tmp_path / "other")
    (other / "sub" / "file").write_text("another", encoding="ascii")
    assert same.difference(one, other).startswith("sub/file: content differ")
    (other / "sub" / "file").chmod(0o600)
    assert same.difference(one, other).startswith("sub/file: kind and mode differ, -rw-r--r-- and -rw-------")
    (other / "link").unlink()
    assert same.difference(one, other) == f"link is only in {one}"


def test_where_links_keep_their_times_others_are_set(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, which has no call for the times of a link."""
    monkeypatch.setattr("os.supports_follow_symlinks", set())
    links = {path: path.lstat().st_mtime for path in bundle.rglob("*") if path.is_symlink()}
    files.settle(bundle)
    assert {path.stat().st_mtime for path in bundle.rglob("*") if not path.is_symlink()} == {MOMENT}
    assert {path: path.lstat().st_mtime for path in links} == links
