"""From an offer to a library in use, and every way that does not lead there."""

import errno
import json
import os
import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest

from procura_desktop.errors import (
    NoReleaseError,
    NoTrustError,
    OlderReleaseError,
    ReleaseTooNewError,
    SourceUnreachableError,
    UpdateBusyError,
)
from procura_desktop.library.build import build_library
from procura_desktop.library.installed import read_pointer
from procura_desktop.progress import Cancelled, Silent
from procura_desktop.publish.changes import read_changes
from procura_desktop.sync.history import read_history
from procura_desktop.sync.local import FolderTransport
from procura_desktop.sync.lock import only_one
from procura_desktop.sync.session import differences, follow
from procura_desktop.sync.update import step_back
from tests.releases import Publisher
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.conftest import Published
from tests.unit.sync.editions import Targets, records, sign_other, today


class Counted(FolderTransport):
    """A folder that notes what of each file it gave: (name, first byte, end)."""

    served: list[tuple[str, int, int]]

    def read(self, name, *, start=0, most):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN201 - see Transport
        end = start
        try:
            for piece in super().read(name, start=start, most=most):
                end += len(piece)
                yield piece
        finally:
            Counted.served.append((name, start, end))


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, int]]:
    """What was read of folders, other than metadata."""
    Counted.served = []
    monkeypatch.setattr("procura_desktop.sync.places.FolderTransport", Counted)
    return Counted.served


def targets_served(served: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    return [one for one in served if one[0].startswith("targets/")]


class StopAfter:
    """A person who cancels as soon as so many bytes are there."""

    def __init__(self, size: int) -> None:
        self._size = size

    def advance(self, done: int, total: int | None = None) -> None:
        if total is not None and self._size <= done < total:
            raise Cancelled


def test_a_delta_is_taken_where_it_is_shorter(computer: Computer, served: list[tuple[str, int, int]]) -> None:
    with closing(computer.find()) as found:
        assert found.plan.way == "delta"
        assert found.plan.size < found.plan.offer.pack.length
    computer.update()
    assert computer.version.endswith(".2")
    computer.verify()
    assert not [name for name, _, _ in served if name.endswith(".pack")]


def test_the_pack_is_taken_where_no_delta_begins_with_what_is_here(new_computer: Computer) -> None:
    with closing(new_computer.find()) as found:
        assert found.plan.way == "pack"
    new_computer.update()
    assert new_computer.version.endswith(".2")
    new_computer.verify()


def test_a_library_of_content_takes_a_delta_when_it_holds_the_same(
    new_computer: Computer, bundled: Path
) -> None:
    build_library(
        bundled, name="main", version="dev", records=records(edition=1), assets=(), progress=Silent()
    )
    with closing(new_computer.find()) as found:
        assert found.plan.way == "delta"
    new_computer.update()
    assert new_computer.version.endswith(".2")


def test_what_is_in_use_already_is_not_fetched(
    computer: Computer, served: list[tuple[str, int, int]]
) -> None:
    computer.update()
    served.clear()
    with closing(computer.find()) as found:
        assert (found.plan.way, found.plan.size) == ("nothing", 0)
    assert targets_served(served) == []


def test_two_editions_at_once_take_one_delta(computer: Computer, published: Published) -> None:
    done = computer.update(published.folders[2])
    assert done.version.endswith(".3")
    assert {record_id for record_id, _ in done.differences.removed} == {"guidance/a000", "guidance/a001"}


def test_what_changed_is_told(computer: Computer) -> None:
    done = computer.update()
    assert [record_id for record_id, _ in done.differences.added] == ["guidance/a030"]
    assert [record_id for record_id, _ in done.differences.removed] == ["guidance/a000"]
    assert len(done.differences.changed) == 1
    assert differences(computer.place) == done.differences


def test_forward_after_going_back_fetches_nothing(
    computer: Computer, served: list[tuple[str, int, int]]
) -> None:
    computer.update()
    step_back(computer.place)
    assert computer.version.endswith(".1")
    served.clear()
    with closing(computer.find()) as found:
        assert (found.plan.way, found.plan.size) == ("forward", 0)
    computer.update()
    assert computer.version.endswith(".2")
    assert targets_served(served) == []


def test_going_back_is_marked_until_somebody_goes_forward(computer: Computer) -> None:
    computer.update()
    step_back(computer.place)
    pointer = read_pointer(computer.place.folder, "main")
    assert pointer is not None
    assert pointer.held
    computer.update()
    pointer = read_pointer(computer.place.folder, "main")
    assert pointer is not None
    assert not pointer.held


@pytest.mark.parametrize("size", [1, 200, 600])
def test_no_byte_is_fetched_twice_after_a_stop(
    new_computer: Computer, served: list[tuple[str, int, int]], monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr("procura_desktop.sync.local.CHUNK", 64)
    with pytest.raises(Cancelled):
        new_computer.update(progress=StopAfter(size))
    assert new_computer.version == "dev"
    with closing(new_computer.find()) as found:
        assert 0 < found.plan.size < found.plan.of
    new_computer.update()
    new_computer.verify()
    packs = [one for one in targets_served(served) if one[0].endswith(".pack")]
    assert len(packs) == 2
    assert packs[0][2] == packs[1][1] >= size


def test_a_part_that_is_damaged_is_fetched_anew(
    new_computer: Computer, served: list[tuple[str, int, int]]
) -> None:
    with closing(new_computer.find()) as found:
        pack = found.plan.offer.pack
    part = new_computer.place.staging / f"{pack.sha256}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"\0" * 100)
    new_computer.update()
    new_computer.verify()
    assert [start for name, start, _ in targets_served(served) if name == pack.path] == [100, 0]


@pytest.mark.parametrize("more", [0, 50])
def test_a_part_that_is_longer_than_it_may_be_is_fetched_anew(new_computer: Computer, more: int) -> None:
    with closing(new_computer.find()) as found:
        pack = found.plan.offer.pack
    for name in (f"{pack.sha256}.part", pack.sha256):
        path = new_computer.place.staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * (pack.length + more))
    new_computer.update()
    new_computer.verify()


def test_nothing_of_an_update_is_left_lying_about(computer: Computer) -> None:
    computer.update()
    assert not computer.place.staging.exists()
    names = {path.name for path in computer.place.folder.iterdir() if path.suffix != ".sqlite"}
    assert names == {"main.json", "main.lock", "main.changes", "main.updates.json", "staging"}


def test_an_older_edition_is_refused(computer: Computer, publisher: Publisher) -> None:
    computer.update()

    def older(targets: Targets) -> None:
        for target in targets.values():
            if target.custom["kind"] == "pack":
                target.custom["version"] = "2020.1.1"
                target.custom["digest"] = "0" * 64

    sign_other(publisher, older)
    with refused(computer, "edition 2020.1.1 is older than", kind=OlderReleaseError):
        computer.find()


def test_an_edition_for_a_later_program_is_refused(computer: Computer, publisher: Publisher) -> None:
    def later(targets: Targets) -> None:
        for target in targets.values():
            if target.custom["kind"] == "pack":
                target.custom["needs"] = "99.1"

    sign_other(publisher, later)
    with refused(computer, "needs Procura Desktop 99.1 or later", kind=ReleaseTooNewError):
        computer.find()


def test_the_first_address_that_answers_is_used(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    gone = tmp_path / "gone"
    computer.trusts(publisher, gone, empty, publisher.folder, tmp_path / "never asked")
    with closing(computer.find()) as found:
        assert found.plan.offer.source == str(publisher.folder)


def test_when_no_address_answers_the_last_failure_is_told(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    computer.trusts(publisher, tmp_path / "gone", tmp_path / "empty")
    with refused(computer, "there is no release here", kind=NoReleaseError):
        computer.find()
    assert "no release here" in read_history(computer.place).error


def test_without_an_address_one_is_asked_for(computer: Computer) -> None:
    (computer.places.sources / "main" / "source.toml").write_text("addresses = []\n")
    with refused(computer, "choose a folder, a stick or a file", kind=SourceUnreachableError):
        computer.find()


def test_without_trust_nothing_is_asked(new_computer: Computer) -> None:
    shutil.rmtree(new_computer.places.sources)
    with refused(new_computer, "no publisher of the library 'main' is trusted yet", kind=NoTrustError):
        new_computer.find()


def test_the_last_two_libraries_are_kept(computer: Computer, published: Published) -> None:
    computer.update()
    computer.update(published.folders[2])
    assert len(list(computer.place.folder.glob("*.sqlite"))) == 2
    step_back(computer.place)
    assert computer.version.endswith(".2")


def test_files_of_a_library_with_a_longer_name_are_not_deleted(
    computer: Computer, published: Published
) -> None:
    other = computer.place.folder / "main-office-2026.1.1-0123abcd-00ff.sqlite"
    other.write_bytes(b"of another library")
    computer.update()
    computer.update(published.folders[2])
    assert other.exists()


def test_a_second_update_at_the_same_time_waits_its_turn(computer: Computer) -> None:
    with only_one(computer.place.lock), refused(computer, "another update is running", kind=UpdateBusyError):
        computer.update()
    computer.update()


@pytest.mark.skipif(sys.platform == "win32", reason="every disk of Windows knows locks")
def test_a_disk_that_knows_no_locks_takes_updates_too(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    computer.update()
    assert computer.version.endswith(".2")


def test_what_another_program_has_brought_since_is_not_gone_back_from(
    computer: Computer, published: Published
) -> None:
    with closing(computer.find()) as found:
        computer.update(published.folders[2])
        with refused(computer, r"edition [0-9.]+\.2 is older than", kind=OlderReleaseError):
            follow(found, progress=Silent())
    assert computer.version.endswith(".3")


def test_what_another_program_has_brought_since_is_not_fetched_again(
    computer: Computer, served: list[tuple[str, int, int]]
) -> None:
    with closing(computer.find()) as found:
        computer.update()
        before = computer.in_use()
        served.clear()
        follow(found, progress=Silent())
    assert targets_served(served) == []
    assert computer.in_use() == before


def test_an_update_is_done_though_what_it_was_made_of_cannot_be_deleted(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = os.rmdir

    def refuse(path: Path, *, dir_fd: int | None = None) -> None:
        if Path(path) == computer.place.staging:
            raise PermissionError(errno.EACCES, "another program has it open", str(path))
        remove(path, dir_fd=dir_fd)

    monkeypatch.setattr(os, "rmdir", refuse)
    done = computer.update()
    assert computer.version == done.version
    assert read_history(computer.place).error == ""


def test_history_says_when_and_what_went_wrong(computer: Computer, tmp_path: Path) -> None:
    computer.update()
    history = read_history(computer.place)
    assert history.error == ""
    assert history.updated == history.checked != ""
    with pytest.raises(SourceUnreachableError):
        computer.find(tmp_path / "gone")
    later = read_history(computer.place)
    assert "there is no such folder" in later.error
    assert later.updated == history.updated


@pytest.mark.parametrize("text", ["", "[]", "{", '{"checked": 1, "other": 2}', "null"])
def test_a_damaged_history_is_as_none(computer: Computer, text: str) -> None:
    computer.place.updates.write_text(text)
    assert read_history(computer.place).checked == ""
    computer.update()
    assert read_history(computer.place).updated


def test_the_change_log_comes_with_an_update(computer: Computer, published: Published) -> None:
    computer.update(published.folders[2])
    notes = [entry.note for entry in read_changes(computer.place.changes.read_bytes())]
    assert notes == ["Edition 3", "Edition 2", "Edition 1"]


def test_a_library_that_is_damaged_is_replaced_by_the_pack(computer: Computer) -> None:
    pointer = read_pointer(computer.place.folder, "main")
    assert pointer is not None
    path = computer.place.folder / pointer.current
    data = bytearray(path.read_bytes())
    data[5000:] = bytes(len(data) - 5000)
    path.write_bytes(data)
    computer.update()
    assert computer.version.endswith(".2")
    computer.verify()


def test_a_person_who_is_in_the_middle_finds_all_of_the_former_edition(
    computer: Computer, publisher: Publisher
) -> None:
    """A publisher's next release keeps what clients of the last still fetch."""
    with closing(computer.find()) as found:
        publisher.release(records=records(edition=3), on=today())
        follow(found, progress=Silent())
    assert computer.version.endswith(".2")
    assert json.loads((computer.place.folder / "main.json").read_text())["held"] is False
