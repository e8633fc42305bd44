import errno
import os
from pathlib import Path

import pytest

from procura_desktop.library.disk import copy_file


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
