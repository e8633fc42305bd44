"""Disks that are full, closed or gone: nothing is lost, and a message says what to do."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import pytest

from procura_desktop.errors import SourceUnreachableError, UpdateError, UpdateStorageError
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import folders
from procura_desktop.sync import download
from procura_desktop.sync.local import FolderTransport
from procura_desktop.sync.session import follow
from tests.releases import Publisher
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.conftest import bundle
from tests.unit.sync.disks import make_writable, somebody_else
from tests.unit.sync.editions import archive_of

KILOBYTE = 1024


def mount(folder: Path, options: str) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], capture_output=True, check=False
    )
    return done.returncode == 0


@pytest.fixture
def small_disk(computer: Computer) -> Iterator[Computer]:
    """A computer whose data lie on a disk of their own, which is nearly full."""
    data = computer.places.data
    kept = shutil.copytree(data, data.with_name("kept"), symlinks=True)
    shutil.rmtree(data)
    data.mkdir()
    if not mount(data, "size=64m"):
        pytest.skip("needs an administrator who may mount a disk of its own")
    try:
        shutil.copytree(kept, data, symlinks=True, dirs_exist_ok=True)
        yield computer
    finally:
        subprocess.run(["umount", str(data)], check=True)


def fill(disk: Path, *, leave: int) -> Path:
    """Fill a disk but for so many bytes."""
    filler = disk / "filler"
    free = shutil.disk_usage(disk).free
    with filler.open("wb") as file:
        for _ in range(max(0, free - leave) // KILOBYTE):
            file.write(b"x" * KILOBYTE)
    return filler


@pytest.mark.parametrize("leave", [0, 8, 40, 200, 500, 900])
@pytest.mark.parametrize("fresh", [False, True], ids=["delta", "pack"])
def test_a_full_disk_stops_an_update_and_loses_nothing(small_disk: Computer, leave: int, fresh: bool) -> None:
    if fresh:
        (small_disk.place.folder / "main.json").unlink()
    filler = fill(small_disk.places.data, leave=leave * KILOBYTE)
    before = small_disk.in_use()
    if leave < 500:
        with pytest.raises(UpdateStorageError, match=r"cannot be stored .*(No space left|is full)"):
            small_disk.update()
        assert small_disk.in_use() == before
        small_disk.verify()
    else:
        small_disk.update()
    filler.unlink()
    small_disk.update()
    assert small_disk.version.endswith(".2")
    small_disk.verify()


@pytest.mark.parametrize("room", ["draft", "part", "pointer", "metadata"])
def test_without_room_at_any_place_it_is_told_and_nothing_is_lost(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(
            {
                "draft": "procura_desktop.sync.update.copy_file",
                "part": "procura_desktop.sync.download._fetch",
                "pointer": "procura_desktop.library.installed.write_whole",
                "metadata": "tuf.ngclient.updater.os.replace",
            }[room],
            full if room != "part" else _full_at_once,
        )
        with refused(computer, "cannot be stored .*No space left", kind=UpdateStorageError):
            computer.update()
    computer.update()
    assert computer.version.endswith(".2")


def _full_at_once(*_: object) -> None:
    raise UpdateStorageError(path=Path(download.__file__), detail=os.strerror(errno.ENOSPC))


@pytest.mark.skipif("sys.platform == 'win32'", reason="permissions are others there")
@pytest.mark.parametrize("part", ["library", "trust/main", "."])
def test_a_folder_that_may_not_be_written_to_is_told(
    computer: Computer, publisher: Publisher, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer.find().close()  # what nobody may import is there now
    computer.in_use()
    with TemporaryDirectory() as name:  # not in tmp_path, which others may not even enter
        data = shutil.copytree(computer.places.data, Path(name) / "data", symlinks=True)
        release = shutil.copytree(publisher.folder, Path(name) / "release")
        bundle(monkeypatch, Path(name) / "bundled", computer.place.bundled)
        Path(name).chmod(0o755)
        other = Computer(folders(data))
        if part == ".":
            shutil.rmtree(data / "library")
        with somebody_else(data):
            (data / part).chmod(0o555)
            try:
                with pytest.raises(UpdateStorageError, match=r"cannot be stored \(Permission denied\)"):
                    other.update(release)
            finally:
                make_writable(data / part)
            other.update(release)
            assert other.version.endswith(".2")


@pytest.mark.skipif("sys.platform == 'win32'", reason="permissions are others there")
@pytest.mark.parametrize(
    ("part", "used"), [("library", "dev"), ("library/staging", "1"), ("library/staging/main", "1")]
)
def test_a_folder_that_may_not_even_be_entered_is_told(
    computer: Computer, publisher: Publisher, part: str, used: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the start goes on with what can be read."""
    computer.find().close()
    computer.in_use()
    (computer.place.staging).mkdir(parents=True)
    with TemporaryDirectory() as name:
        data = shutil.copytree(computer.places.data, Path(name) / "data", symlinks=True)
        release = shutil.copytree(publisher.folder, Path(name) / "release")
        bundle(monkeypatch, Path(name) / "bundled", computer.place.bundled)
        Path(name).chmod(0o755)
        other = Computer(folders(data))
        with somebody_else(data):
            (data / part).chmod(0)
            try:
                assert other.version.endswith(used)
                with pytest.raises(UpdateStorageError, match=r"cannot be stored \(Permission denied\)"):
                    other.update(release)
            finally:
                make_writable(data / part)
            other.update(release)
            assert other.version.endswith(".2")


def test_a_stick_pulled_out_while_it_is_read_is_told(
    computer: Computer, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has arrived is kept, and the next stick goes on there."""
    (computer.place.folder / "main.json").unlink()
    monkeypatch.setattr("procura_desktop.sync.local.CHUNK", 100)
    away = publisher.folder.with_name("away")

    with closing(computer.find()) as found:
        reading = found.transport.read

        def read(name: str, *, start: int = 0, most: int) -> Iterator[bytes]:
            for count, piece in enumerate(reading(name, start=start, most=most)):
                if count == 2:
                    publisher.folder.rename(away)
                    raise SourceUnreachableError(source=found.transport.address, detail="the folder is gone")
                yield piece

        monkeypatch.setattr(found.transport, "read", read)
        with refused(computer, "the folder is gone", kind=SourceUnreachableError):
            follow(found, progress=Silent())
    with closing(computer.find(away)) as found:
        assert found.plan.of - found.plan.size == 200
        follow(found, progress=Silent())
    computer.verify()
    assert computer.version.endswith(".2")


def test_a_stick_that_cannot_be_read_any_more_is_told(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> BinaryIO:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with closing(computer.find()) as found:
        with monkeypatch.context() as patch:
            patch.setattr(FolderTransport, "_open", unreadable)
            with refused(computer, "Input/output error", kind=SourceUnreachableError):
                follow(found, progress=Silent())
        follow(found, progress=Silent())
    computer.verify()


def test_a_stick_that_is_gone_between_asking_and_fetching_is_told(
    computer: Computer, publisher: Publisher
) -> None:
    with closing(computer.find()) as found:
        publisher.folder.rename(publisher.folder.with_name("away"))
        with refused(computer, "the folder is gone", kind=SourceUnreachableError):
            follow(found, progress=Silent())


def test_a_file_that_is_cut_while_it_is_copied_is_told(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    """A .procura file of which a mail program has saved but the beginning."""
    whole = archive_of(publisher.folder, tmp_path / "whole.procura").read_bytes()
    for size in (0, 10, len(whole) // 2, len(whole) - 1):
        (tmp_path / "x.procura").write_bytes(whole[:size])
        with refused(computer, "this is no update file", kind=UpdateError):
            computer.update(tmp_path / "x.procura")
