"""Copies of a release for those who have no network: whole, signed, and nothing else."""

import hashlib
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from procura_desktop.errors import ReleaseRejectedError, UpdateStorageError
from procura_desktop.progress import Cancelled, Progress, Silent
from procura_desktop.sync.mirror import mirror
from procura_desktop.sync.places import source_of, trust_of
from tests.releases import Publisher
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.conftest import Published
from tests.unit.sync.editions import only, records, today


def copy_release(
    computer: Computer, to: Path, *, address: Path | str = "", progress: Progress | None = None
) -> int:
    """Mirror what a source has, as the command does."""
    with closing(computer.find(address)) as found:
        trust = trust_of(computer.places, source_of(computer.places, "main"))
        return mirror(found.plan.offer, found.transport, trust, to, progress=progress or Silent())


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


class StopAt:
    """A person who cancels at the n-th report."""

    def __init__(self, count: int) -> None:
        self._left = count

    def advance(self, done: int, total: int | None = None) -> None:
        del done, total
        self._left -= 1
        if self._left < 0:
            raise Cancelled


def test_a_mirror_of_a_mirror_of_a_file_updates_a_computer(computer: Computer, tmp_path: Path) -> None:
    folder, file, again = tmp_path / "share", tmp_path / "edition.procura", tmp_path / "stick"
    copy_release(computer, folder)
    size = copy_release(computer, file, address=folder)
    assert size == file.stat().st_size
    copy_release(computer, again, address=file)
    assert files(again) == files(folder)
    computer.update(again)
    assert computer.version.endswith(".2")
    computer.verify()


def test_a_computer_takes_a_release_from_one_file(computer: Computer, tmp_path: Path) -> None:
    file = tmp_path / "edition.procura"
    copy_release(computer, file)
    computer.update(file)
    assert computer.version.endswith(".2")
    with zipfile.ZipFile(file) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"metadata", "targets"}


def test_a_mirror_holds_what_is_signed_and_nothing_else(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    (publisher.folder / "targets" / "notes.txt").write_text("not signed")
    (publisher.folder / "metadata" / "7.snapshot.json").write_text("{}")
    (publisher.folder / "index.html").write_text("not signed")
    copy_release(computer, tmp_path / "share")
    names = set(files(tmp_path / "share"))
    assert not {name for name in names if "notes" in name or "index" in name or "7.snapshot" in name}
    assert len([name for name in names if name.startswith("targets/")]) == 3


def test_what_is_there_is_not_fetched_again_and_what_is_old_goes(
    computer: Computer, publisher: Publisher, published: Published, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    copy_release(computer, share, address=published.folders[1])
    before = {path: path.stat().st_mtime_ns for path in share.glob("targets/*")}
    copy_release(computer, share, address=published.folders[1])
    assert {path: path.stat().st_mtime_ns for path in share.glob("targets/*")} == before
    publisher.release(records=records(edition=3), on=today())
    copy_release(computer, share)
    assert not set(before) & set(share.glob("targets/*"))
    computer.update(share)
    assert computer.version.endswith(".3")


@pytest.mark.parametrize("count", range(8))
def test_an_interrupted_mirror_leaves_the_old_release_whole(
    computer: Computer, publisher: Publisher, published: Published, tmp_path: Path, count: int
) -> None:
    share = tmp_path / "share"
    copy_release(computer, share, address=published.folders[1])
    publisher.release(records=records(edition=3), on=today())
    with pytest.raises(Cancelled):
        copy_release(computer, share, progress=StopAt(count))
    computer.trusts(publisher, share)
    for path in (computer.places.trust / "main").glob("*.json"):
        path.unlink()  # another computer, which has not seen the newest timestamp
    computer.update()
    assert computer.version.endswith(".2")
    copy_release(computer, share, address=publisher.folder)
    computer.update()
    assert computer.version.endswith(".3")
    assert not [name for name in files(share) if name.endswith((".part", ".tmp"))]


def test_an_interrupted_file_is_not_made(computer: Computer, tmp_path: Path) -> None:
    to = tmp_path / "out"
    to.mkdir()
    with pytest.raises(Cancelled):
        copy_release(computer, to / "edition.procura", progress=StopAt(3))
    assert list(to.iterdir()) == []


def test_a_file_is_replaced_whole(computer: Computer, tmp_path: Path) -> None:
    file = tmp_path / "edition.procura"
    file.write_bytes(b"old")
    with pytest.raises(Cancelled):
        copy_release(computer, file, progress=StopAt(3))
    assert file.read_bytes() == b"old"
    copy_release(computer, file)
    assert zipfile.is_zipfile(file)


def test_a_damaged_file_in_a_mirror_is_mended(computer: Computer, tmp_path: Path) -> None:
    share = tmp_path / "share"
    copy_release(computer, share)
    whole = files(share)
    pack = only(share, "targets/*.pack")
    pack.write_bytes(bytes(pack.stat().st_size))
    copy_release(computer, share)
    assert files(share) == whole


def test_a_source_that_is_damaged_is_not_copied(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    pack = only(publisher.folder, "targets/*2.pack")
    pack.write_bytes(bytes(pack.stat().st_size))
    with refused(computer, "is not the one that was signed", kind=ReleaseRejectedError):
        copy_release(computer, tmp_path / "share")
    assert not (tmp_path / "share" / "metadata" / "timestamp.json").exists()


@pytest.mark.skipif("sys.platform == 'win32'", reason="links need a right of their own there")
@pytest.mark.parametrize("part", ["metadata", "targets"])
def test_a_mirror_does_not_follow_a_link_on_a_stick(computer: Computer, tmp_path: Path, part: str) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "1.root.json").write_text("mine")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / part).symlink_to(precious)
    with refused(computer, "it is a link", kind=UpdateStorageError):
        copy_release(computer, stick)
    assert files(precious) == {"1.root.json": hashlib.sha256(b"mine").hexdigest()}


@pytest.mark.skipif("sys.platform == 'win32'", reason="links need a right of their own there")
def test_a_mirror_does_not_write_through_links_in_its_folders(computer: Computer, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    stick = tmp_path / "stick"
    (stick / "targets").mkdir(parents=True)
    (stick / "metadata").mkdir()
    with closing(computer.find()) as found:
        pack = found.plan.offer.pack
    for name in (
        pack.path,
        f"targets/{pack.sha256}",
        f"targets/{pack.sha256}.part",
        "metadata/timestamp.json",
    ):
        (stick / name).symlink_to(precious)
    copy_release(computer, stick)
    assert precious.read_text() == "mine"
    assert not (stick / pack.path).is_symlink()
    computer.update(stick)


def test_files_of_a_person_stay_in_a_folder_that_is_mirrored_to(computer: Computer, tmp_path: Path) -> None:
    share = tmp_path / "share"
    (share / "targets").mkdir(parents=True)
    (share / "targets" / "letter.odt").write_text("mine")
    copy_release(computer, share)
    assert (share / "targets" / "letter.odt").read_text() == "mine"


def test_where_nothing_can_be_written_it_is_told(computer: Computer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with refused(computer, "cannot be stored", kind=UpdateStorageError):
        copy_release(computer, tmp_path / "file" / "share")


def test_every_root_on_the_way_is_copied(computer: Computer, publisher: Publisher, tmp_path: Path) -> None:
    publisher.rotate("timestamp", on=today())
    publisher.refresh(on=today())
    copy_release(computer, tmp_path / "share")
    assert {"metadata/1.root.json", "metadata/2.root.json"} <= set(files(tmp_path / "share"))
    for path in (computer.places.trust / "main").rglob("*.json"):
        path.unlink()
    computer.update(tmp_path / "share")
    assert computer.version.endswith(".2")
