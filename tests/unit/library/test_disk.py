import errno
import os
from pathlib import Path

import pytest

from procura_desktop.library.disk import copy_file, syncing


def test_a_copy_replaces_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"library" * 10_000)
    (tmp_path / "b").write_bytes(b"x" * 100_000)

    copy_file(tmp_path / "a", tmp_path / "b")

    assert (tmp_path / "b").read_bytes() == (tmp_path / "a").read_bytes()


def test_a_copy_is_made_where_the_system_cannot_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: int) -> int:
        raise OSError(errno.EXDEV, "other device")

    monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    (tmp_path / "a").write_bytes(b"library")

    copy_file(tmp_path / "a", tmp_path / "b")

    assert (tmp_path / "b").read_bytes() == b"library"


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="missing"):
        copy_file(tmp_path / "missing", tmp_path / "b")


def test_a_file_is_on_the_disk_when_its_check_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino))
    (tmp_path / "a").write_bytes(b"library")

    with syncing(tmp_path / "a"):
        assert (tmp_path / "a").read_bytes() == b"library"

    assert synced == [(tmp_path / "a").stat().st_ino]


def test_what_keeps_a_file_from_the_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "a").write_bytes(b"library")

    with pytest.raises(OSError, match="No space left"), syncing(tmp_path / "a"):
        (tmp_path / "a").read_bytes()
