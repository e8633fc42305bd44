"""Links, pipes and bombs on a stick or in one file."""

import io
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procura_desktop.errors import (
    NoReleaseError,
    SourceUnreachableError,
    UpdateError,
)
from procura_desktop.sync.local import ArchiveTransport
from procura_desktop.sync.transport import NotThereError
from tests.releases import Publisher
from tests.unit.sync.computer import Computer, everything_around, refused
from tests.unit.sync.conftest import Published
from tests.unit.sync.editions import archive_of, only

MEGABYTE = 1024 * 1024
links_and_pipes = pytest.mark.skipif("sys.platform == 'win32'", reason="there are none there")


@links_and_pipes
@pytest.mark.parametrize("part", ["metadata", "targets"])
def test_a_link_in_place_of_a_folder_is_refused(computer: Computer, publisher: Publisher, part: str) -> None:
    real = publisher.folder.with_name("real")
    (publisher.folder / part).rename(real)
    (publisher.folder / part).symlink_to(real)
    with refused(computer, f"{part} is a link", kind=SourceUnreachableError):
        computer.update()


@links_and_pipes
@pytest.mark.parametrize("pattern", ["metadata/timestamp.json", "metadata/2.targets.json", "targets/*.delta"])
def test_a_link_in_place_of_a_file_is_refused(
    computer: Computer, publisher: Publisher, pattern: str, tmp_path: Path
) -> None:
    path = only(publisher.folder, pattern)
    path.rename(tmp_path / "real")
    path.symlink_to(tmp_path / "real")
    with refused(computer, "is a link", kind=SourceUnreachableError):
        computer.update()


@links_and_pipes
@pytest.mark.parametrize("pattern", ["metadata/timestamp.json", "targets/*.delta"])
def test_a_pipe_in_place_of_a_file_does_not_hold_us(
    computer: Computer, publisher: Publisher, pattern: str
) -> None:
    path = only(publisher.folder, pattern)
    path.unlink()
    os.mkfifo(path)
    with refused(computer, "not a plain file", kind=SourceUnreachableError):
        computer.update()


@pytest.mark.parametrize("pattern", ["metadata/timestamp.json", "targets/*.delta"])
def test_a_folder_in_place_of_a_file_is_refused(
    computer: Computer, publisher: Publisher, pattern: str
) -> None:
    path = only(publisher.folder, pattern)
    path.unlink()
    path.mkdir()
    with refused(computer, "not a plain file|Is a directory", kind=UpdateError):
        computer.update()


@links_and_pipes
def test_a_pipe_in_place_of_a_stick_does_not_hold_us(computer: Computer, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "edition.procura")
    with refused(computer, "no such folder", kind=SourceUnreachableError):
        computer.update(tmp_path / "edition.procura")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_honest_archive_is_taken(
    computer: Computer, publisher: Publisher, tmp_path: Path, method: int
) -> None:
    computer.update(archive_of(publisher.folder, tmp_path / "x.procura", method=method))
    assert computer.version.endswith(".2")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_in_a_way_that_gives_all_at_once_is_refused(
    computer: Computer, publisher: Publisher, tmp_path: Path, method: int
) -> None:
    with refused(computer, "packed in a way that is not allowed", kind=SourceUnreachableError):
        computer.update(archive_of(publisher.folder, tmp_path / "x.procura", method=method))


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_a_zip_bomb_takes_no_memory(
    computer: Computer, publisher: Publisher, tmp_path: Path, method: int
) -> None:
    bomb = tmp_path / "bomb.procura"
    with zipfile.ZipFile(bomb, "w", method) as archive:
        for path in sorted((publisher.folder / "metadata").iterdir()):
            data = path.read_bytes() if "timestamp" not in path.name else b" " * 64 * MEGABYTE
            archive.writestr(f"metadata/{path.name}", data)
    assert bomb.stat().st_size < MEGABYTE
    tracemalloc.start()
    try:
        with refused(computer, "longer than it may be|not allowed", kind=UpdateError):
            computer.update(bomb)
        assert tracemalloc.get_traced_memory()[1] < 20 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_an_archive_of_very_many_files_is_refused(computer: Computer, tmp_path: Path) -> None:
    file = tmp_path / "many.procura"
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(10_001):
            archive.writestr(str(number), b"")
    with refused(computer, "too many files", kind=SourceUnreachableError):
        computer.update(file)


def test_an_archive_with_a_list_of_gigabytes_is_refused_before_it_is_read(
    computer: Computer, tmp_path: Path
) -> None:
    """Also where the list only says so, or stands where the sizes of large archives do."""
    end = b"PK\x05\x06" + bytes(8)
    for size in (4_000_001, 2**31, 2**32 - 1):
        file = tmp_path / f"{size}.procura"
        file.write_bytes(b"x" * 100 + end + size.to_bytes(4, "little") + bytes(6))
        with refused(computer, "too many files", kind=SourceUnreachableError):
            computer.update(file)


@pytest.mark.parametrize(
    "name",
    ["../../metadata/timestamp.json", "/metadata/timestamp.json", "metadata/../metadata/timestamp.json"],
)
def test_members_of_an_archive_are_never_unpacked_by_their_names(
    computer: Computer, tmp_path: Path, name: str
) -> None:
    file = tmp_path / "x.procura"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, b"{}")
    before = everything_around(computer)
    with refused(computer, "there is no release here", kind=NoReleaseError):
        computer.update(file)
    assert everything_around(computer) - before <= {"data/library/main.updates.json"}


@pytest.mark.parametrize("data", [b"", b"PK", b"hello" * 100, b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_archive_is_told(computer: Computer, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.procura"
    file.write_bytes(data)
    with refused(computer, "no update file|no release here", kind=UpdateError):
        computer.update(file)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_damaged_archive_gives_the_release_or_is_refused(
    published: Published, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(published.folders[1].glob("metadata/*")):
            archive.write(path, f"metadata/{path.name}")
    found = bytearray(file.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        found[data.draw(st.integers(0, len(found) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.procura"
    path.write_bytes(found[: data.draw(st.integers(0, len(found)))] if data.draw(st.booleans()) else found)
    try:
        transport = ArchiveTransport(path)
    except SourceUnreachableError:
        return
    try:
        for name in ("metadata/timestamp.json", "metadata/2.targets.json"):
            try:
                assert len(b"".join(transport.read(name, most=10_000))) <= 10_001
            except (SourceUnreachableError, NotThereError):
                continue
    finally:
        transport.close()
