"""Many files are written as one."""

from pathlib import Path

import pytest

from procura_desktop.content.importing.files import write_all


def test_files_and_folders_are_made(tmp_path: Path) -> None:
    write_all({tmp_path / "a" / "b" / "one.md": b"1", tmp_path / "two.md": b"2"})

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "one.md", "two.md"]


def test_failure_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.md").write_bytes(b"old")
    replace = Path.replace

    def fail_at_last(self: Path, target: Path) -> Path:
        if target.name == "last.md":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_last)
    files = {tmp_path / "old.md": b"new", tmp_path / "a" / "new.md": b"new", tmp_path / "last.md": b"new"}

    with pytest.raises(OSError, match="No space left"):
        write_all(files)

    assert [path.name for path in tmp_path.rglob("*")] == ["old.md"]
    assert (tmp_path / "old.md").read_bytes() == b"old"


def test_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")

    with pytest.raises(OSError, match="a"):
        write_all({tmp_path / "one.md": b"1", tmp_path / "a" / "two.md": b"2"})

    assert [path.name for path in tmp_path.rglob("*")] == ["a"]
