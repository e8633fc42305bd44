"""A release: numbered, complete, led to from earlier ones, small, and never half there."""

import errno
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Targets

from procura_desktop.domain.records import Asset
from procura_desktop.library.delta import read_delta
from procura_desktop.library.entries import hashes_of
from procura_desktop.library.pack import library_digest
from procura_desktop.library.packfile import read_pack
from procura_desktop.progress import Cancelled, Silent
from procura_desktop.publish.changes import Entry, read_changes
from procura_desktop.publish.errors import KeysError, ReleaseError
from procura_desktop.publish.keys import open_keys
from procura_desktop.publish.lock import locked
from procura_desktop.publish.release import Edition, make_release
from tests.factories import make_article
from tests.releases import TODAY, Publisher, make_publisher, unlock
from tests.unit.publish.client import Client
from tests.unit.publish.editions import edition

DAY = date(2026, 11, 25)
ROUTINE = 3000  # bytes that targets.json may have; the lengths of a large library add some 20


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    """Somebody whose keys are of a fixed day."""
    return make_publisher(tmp_path, on=DAY)


@pytest.fixture(scope="module")
def fifteen(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    """Somebody who has published fifteen times, with the longest usual numbers; only to be read."""
    made = make_publisher(tmp_path_factory.mktemp("fifteen"), on=DAY)
    on = date(2026, 12, 1)
    for number in range(14):
        made.release(records=edition(number), note=f"Round {number}", on=on, version=f"2026.12.{10 + number}")
    records = [*edition(13)[1:], make_article("guidance/new", title="New")]
    made.release(records=records, note="One out, one in", on=on)
    return made


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def targets_of(publisher: Publisher) -> Targets:
    newest = max(
        (publisher.folder / "metadata").glob("*.targets.json"), key=lambda path: int(path.name.split(".")[0])
    )
    return Metadata[Targets].from_file(str(newest)).signed


def data_of(publisher: Publisher, name: str) -> bytes:
    (path,) = (publisher.folder / "targets").glob(f"*.{name}")
    return path.read_bytes()


def log_of(publisher: Publisher) -> tuple[Entry, ...]:
    (name,) = (name for name in targets_of(publisher).targets if name.endswith(".changes"))
    return read_changes(data_of(publisher, name))


def lines_in(publisher: Publisher, version: str) -> Mapping[str, bytes]:
    (path,) = (publisher.folder / "targets").glob(f"*.{version}.pack")
    return read_pack(path, progress=Silent())[0].lines


def test_a_release_is_laid_out_as_the_decision_says(publisher: Publisher) -> None:
    facts = publisher.release(records=edition(0), on=DAY)

    targets = targets_of(publisher).targets
    assert set(targets) == {"2026.11.1.pack", "2026.11.1.changes"}
    assert targets["2026.11.1.pack"].custom == {
        "kind": "pack",
        "library": "main",
        "version": "2026.11.1",
        "digest": facts.digest,
        "entries": 30,
        "publisher": "City of Ghent",
        "published": "2026-11-25",
        "needs": facts.needs,
    }
    assert targets["2026.11.1.changes"].custom == {"kind": "changes"}
    assert set(files_of(publisher.folder)) == {
        "metadata/1.root.json",
        "metadata/1.targets.json",
        "metadata/1.snapshot.json",
        "metadata/timestamp.json",
        *(f"targets/{target.hashes['sha256']}.{name}" for name, target in targets.items()),
    }


def test_a_delta_names_the_beginning_of_its_base(publisher: Publisher) -> None:
    first = publisher.release(records=edition(0), on=DAY)
    publisher.release(records=edition(1), on=DAY)

    target = targets_of(publisher).targets["2026.11.1-2026.11.2.delta"]
    assert target.custom == {"kind": "delta", "base": first.digest[:16]}


def test_a_client_takes_a_release_from_the_first_root(tmp_path: Path) -> None:
    publisher = make_publisher(tmp_path)
    facts = publisher.release(records=edition(0))

    assert Client(publisher).update() == facts


def test_versions_count_within_the_month(publisher: Publisher) -> None:
    days = [date(2026, 11, 25), date(2026, 11, 25), date(2026, 12, 1), date(2027, 1, 1)]

    versions = [publisher.release(records=edition(n), on=on).version for n, on in enumerate(days)]

    assert versions == ["2026.11.1", "2026.11.2", "2026.12.1", "2027.1.1"]


def test_a_given_version_must_follow(publisher: Publisher) -> None:
    assert publisher.release(records=edition(0), on=DAY, version="2026.11.9").version == "2026.11.9"
    for version in ("2026.11.9", "2026.2.10", "november", "2026.11.01", "2026.13.1"):
        with pytest.raises(ReleaseError, match=version):
            publisher.release(records=edition(1), on=DAY, version=version)
    assert publisher.release(records=edition(1), on=DAY).version == "2026.11.10"


def test_a_delta_covers_pictures_synonyms_and_what_is_gone(publisher: Publisher) -> None:
    picture = Asset(path="pictures/a.svg", media_type="image/svg+xml", data=b"<svg/>" * 40)
    publisher.release(records=edition(0), assets=[picture], synonyms=[("laptop", "notebook")], on=DAY)
    new = publisher.release(
        records=edition(0)[1:],
        assets=[replace(picture, data=b"<svg/>" * 41)],
        synonyms=[("laptop", "notebook", "portable")],
        on=DAY,
    )

    lines = dict(lines_in(publisher, "2026.11.1"))
    delta = read_delta(data_of(publisher, "2026.11.1-2026.11.2.delta"), line_of=lines.get)

    assert delta.removed == ("guidance/a00",)
    assert set(delta.lines) == {"asset:pictures/a.svg", "synonyms"}
    left = {name: line for name, line in lines.items() if name not in delta.removed}
    assert library_digest(hashes_of({**left, **delta.lines})) == new.digest


def test_the_first_release_has_nothing_to_compare_with(publisher: Publisher) -> None:
    released = publisher.publish(records=edition(0), note="First", on=DAY)

    assert (released.changes.added, released.changes.changed, released.changes.removed) == ((), (), ())


def test_every_delta_leads_to_the_digest_of_the_newest(fifteen: Publisher) -> None:
    deltas = {name for name in targets_of(fifteen).targets if name.endswith(".delta")}

    assert deltas == {f"2026.12.{number}-2026.12.24.delta" for number in range(12, 24)}
    (digest,) = {entry.digest for entry in log_of(fifteen) if entry.version == "2026.12.24"}
    for name in deltas:
        lines = dict(lines_in(fifteen, name.split("-")[0]))
        delta = read_delta(data_of(fifteen, name), line_of=lines.get)
        for gone in delta.removed:
            del lines[gone]
        assert library_digest(hashes_of({**lines, **delta.lines})) == digest == delta.facts.digest


def test_signed_targets_stay_small_with_twelve_deltas(fifteen: Publisher) -> None:
    place = fifteen.folder / "metadata"

    assert len(targets_of(fifteen).targets) == 14
    assert (place / "15.targets.json").stat().st_size <= ROUTINE
    assert (place / "15.snapshot.json").stat().st_size < 450
    assert (place / "timestamp.json").stat().st_size < 450


def test_the_change_log_tells_what_each_of_twelve_releases_changed(fifteen: Publisher) -> None:
    log = log_of(fifteen)

    assert [entry.version for entry in log] == [f"2026.12.{number}" for number in range(24, 12, -1)]
    assert log[0].note == "One out, one in"
    assert log[0].added == (("guidance/new", "New"),)
    assert log[0].changed == ()
    assert log[0].removed == (("guidance/a00", "Article 0"),)
    assert log[1].changed == (("guidance/a24", "Article 24"), ("guidance/a25", "Article 25"))


def test_old_files_go_and_those_that_are_needed_stay(fifteen: Publisher) -> None:
    names = [path.name[65:] for path in (fifteen.folder / "targets").iterdir()]

    assert {name for name in names if name.endswith(".pack")} == {
        f"2026.12.{number}.pack" for number in range(12, 25)
    }
    assert {name.rpartition("-")[2] for name in names if not name.endswith(".pack")} == {
        "2026.12.23.delta",
        "2026.12.23.changes",
        "2026.12.24.delta",
        "2026.12.24.changes",
    }
    assert sorted(path.name for path in (fifteen.folder / "metadata").iterdir()) == [
        "1.root.json",
        "14.snapshot.json",
        "14.targets.json",
        "15.snapshot.json",
        "15.targets.json",
        "timestamp.json",
    ]


def test_unchanged_input_makes_no_release(publisher: Publisher) -> None:
    facts = publisher.release(records=edition(0), on=DAY)
    before = files_of(publisher.folder)

    again = publisher.publish(records=edition(0), note="Nothing", on=DAY + timedelta(days=9))

    assert not again.new
    assert again.facts == facts
    assert files_of(publisher.folder) == before


def test_the_publisher_stays_who_it_was(publisher: Publisher) -> None:
    publisher.release(records=edition(0), on=DAY)
    publisher.publisher = ""

    assert publisher.release(records=edition(1), on=DAY).publisher == "City of Ghent"


def test_content_that_comes_back_takes_a_delta_too(publisher: Publisher) -> None:
    first = publisher.release(records=edition(0), on=DAY)
    publisher.release(records=edition(1), on=DAY)
    third = publisher.release(records=edition(0), on=DAY)
    publisher.release(records=edition(2), on=DAY)

    assert third.digest == first.digest
    deltas = {name for name in targets_of(publisher).targets if name.endswith(".delta")}
    assert deltas == {"2026.11.3-2026.11.4.delta", "2026.11.2-2026.11.4.delta"}


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    one = make_publisher(tmp_path / "one", on=DAY)
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    two = Publisher(tmp_path / "two" / "release", open_keys(tmp_path / "two" / "keys"))

    for number in range(3):
        one.release(records=edition(number), on=DAY)
        two.release(records=list(reversed(edition(number))), on=DAY)

    assert files_of(one.folder) == files_of(two.folder)


def test_a_delta_that_is_no_shorter_is_left_out(publisher: Publisher) -> None:
    publisher.release(records=edition(0), on=DAY)

    released = publisher.publish(records=[make_article("guidance/other")], on=DAY)

    assert released.without == ("2026.11.1",)
    assert set(released.sizes) == {"2026.11.2.pack", "2026.11.2.changes"}


def test_an_earlier_release_whose_pack_is_gone_has_no_delta(publisher: Publisher) -> None:
    for number in range(2):
        publisher.release(records=edition(number), on=DAY)
    (pack,) = (publisher.folder / "targets").glob("*.2026.11.1.pack")
    pack.unlink()

    released = publisher.publish(records=edition(2), on=DAY)

    assert released.without == ("2026.11.1",)
    assert "2026.11.2-2026.11.3.delta" in released.sizes


@pytest.mark.parametrize("rotated", [(), ("timestamp", "targets"), ("root", "snapshot")], ids=" ".join)
def test_a_run_that_is_killed_between_two_writes_leaves_a_whole_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rotated: tuple[str, ...]
) -> None:
    publisher = make_publisher(tmp_path / "start")
    old = publisher.release(records=edition(0))
    for role in rotated:
        publisher.rotate(role)

    seen = []
    for writes in range(20):
        shutil.copytree(tmp_path / "start", tmp_path / str(writes))
        copy = Publisher(tmp_path / str(writes) / "release", open_keys(tmp_path / str(writes) / "keys"))
        with monkeypatch.context() as patch:
            die_after(writes, patch)
            with suppress(Killed):
                new = copy.release(records=edition(1))
                break
        seen.append(Client(copy).update())
        copy.release(records=edition(1))
        copy.refresh()
        assert Client(copy).update().version != old.version

    assert len(seen) == 6 + len(rotated)  # pack, delta, changes, targets, snapshot, timestamp; and roots
    assert seen[:6] == [old] * 6
    assert seen[6:] == [new] * len(rotated)


def die_after(writes: int, patch: pytest.MonkeyPatch) -> None:
    """End the process at the next file that is moved into its place."""
    left = iter(range(writes))
    really = Path.replace

    def replace_or_die(path: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise Killed
        return really(path, target)

    patch.setattr(Path, "replace", replace_or_die)


def test_the_run_after_an_interrupted_one_leaves_nothing_of_it(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.release(records=edition(0), on=DAY)
    with monkeypatch.context() as patch:
        die_after(5, patch)
        with pytest.raises(Killed):
            publisher.release(records=edition(7), on=DAY)
    (publisher.folder / "targets" / ".half.tmp").write_bytes(b"half")

    publisher.release(records=edition(1), on=DAY)

    named = targets_of(publisher).targets.values()
    left = {path.name for path in (publisher.folder / "targets").iterdir()}
    assert {f"{target.hashes['sha256']}.{target.path}" for target in named} <= left
    assert len(left) == 5  # two of the first release, three of the second


def test_cancelling_leaves_the_old_release(publisher: Publisher) -> None:
    class Stop(Silent):
        def advance(self, done: int, total: int | None = None) -> None:  # noqa: ARG002 - it stops at once
            raise Cancelled

    publisher.release(records=edition(0), on=DAY)
    before = files_of(publisher.folder)
    edit = Edition(name="main", records=edition(1))

    with pytest.raises(Cancelled):
        make_release(edit, publisher.folder, publisher.keys, on=DAY, unlock=unlock, progress=Stop())

    assert files_of(publisher.folder) == before


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "you may not write"), (errno.EIO, "Run the command")],
)
def test_what_the_disk_refuses_is_said_with_what_to_do(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    publisher.release(records=edition(0), on=DAY)
    before = files_of(publisher.folder)

    def refuse(_path: Path, _target: Path) -> None:
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(ReleaseError, match=words):
            publisher.release(records=edition(1), on=DAY)

    assert files_of(publisher.folder) == before


def test_a_file_where_the_folder_should_be_is_refused(publisher: Publisher) -> None:
    publisher.folder.write_bytes(b"")

    with pytest.raises(ReleaseError, match="release"):
        publisher.release(records=edition(0), on=DAY)


def test_two_publishers_at_once_are_told_apart(publisher: Publisher) -> None:
    with locked(publisher.folder), pytest.raises(ReleaseError, match=r"process \d+ on .* publishes here"):
        publisher.release(records=edition(0), on=DAY)

    publisher.release(records=edition(0), on=DAY)
    assert not (publisher.folder / ".publishing").exists()


def test_a_lock_that_a_dead_process_left_does_not_count(publisher: Publisher) -> None:
    publisher.folder.mkdir()
    (publisher.folder / ".publishing").write_text("process 1 on elsewhere\n")

    publisher.release(records=edition(0), on=DAY)


def test_a_folder_of_another_root_is_refused(publisher: Publisher, tmp_path: Path) -> None:
    publisher.release(records=edition(0), on=DAY)
    other = make_publisher(tmp_path / "other", on=DAY)
    other.folder = publisher.folder

    with pytest.raises(ReleaseError, match="another root"):
        other.release(records=edition(1), on=DAY)


def test_a_folder_of_another_library_is_refused(publisher: Publisher) -> None:
    publisher.release(records=edition(0), on=DAY)
    publisher.name = "office"

    with pytest.raises(ReleaseError, match="give --name main"):
        publisher.release(records=edition(1), on=DAY)


def test_an_old_copy_of_the_keys_is_refused(publisher: Publisher) -> None:
    old = publisher.keys
    publisher.rotate("timestamp")
    publisher.release(records=edition(0), on=DAY)
    publisher.keys = old

    with pytest.raises(ReleaseError, match="use the newest copy of the keys"):
        publisher.release(records=edition(1), on=DAY)


def test_an_expired_root_signs_nothing(publisher: Publisher) -> None:
    publisher.release(records=edition(0), on=DAY)

    with pytest.raises(KeysError, match="procura-publish keys renew"):
        publisher.release(records=edition(1), on=DAY + timedelta(days=731))


def test_a_clock_that_goes_backwards_is_noticed(publisher: Publisher) -> None:
    publisher.release(records=edition(0), on=DAY)
    publisher.refresh(on=DAY + timedelta(days=20))

    with pytest.raises(ReleaseError, match="set the clock of this computer"):
        publisher.release(records=edition(1), on=DAY + timedelta(days=19))


@pytest.mark.parametrize("role", ["targets", "snapshot", "timestamp"])
def test_a_missing_key_is_named_before_anything_is_written(publisher: Publisher, role: str) -> None:
    publisher.release(records=edition(0), on=DAY)
    before = files_of(publisher.folder)
    (path,) = publisher.keys.folder.glob(f"{role}-*.pem")
    path.unlink()

    with pytest.raises(KeysError, match=f"{path.name} is missing"):
        publisher.release(records=edition(1), on=DAY)

    assert files_of(publisher.folder) == before


def test_a_release_opens_no_key_of_root(publisher: Publisher) -> None:
    asked: list[str] = []

    def ask(path: Path) -> str:
        asked.append(path.name.partition("-")[0])
        return unlock(path)

    edit = Edition(name="main", records=edition(0))
    make_release(edit, publisher.folder, publisher.keys, on=DAY, unlock=ask, progress=Silent())

    assert asked == ["targets", "snapshot", "timestamp"]


def test_keys_inside_the_release_are_refused(publisher: Publisher) -> None:
    publisher.folder = publisher.keys.folder.parent

    with pytest.raises(ReleaseError, match="the keys lie inside the release"):
        publisher.release(records=edition(0), on=DAY)


@pytest.mark.parametrize("name", ["metadata/timestamp.json", "metadata/1.targets.json", "changes"])
def test_a_damaged_release_is_not_built_upon(publisher: Publisher, name: str) -> None:
    publisher.release(records=edition(0), on=DAY)
    (path,) = (path for path in publisher.folder.rglob("*") if path.as_posix().endswith(name))
    path.write_bytes(path.read_bytes()[:-9] + b"x" * 9)

    with pytest.raises(ReleaseError, match="restore"):
        publisher.release(records=edition(1), on=DAY)


@pytest.mark.parametrize("do", ["delete", "change"])
def test_unchanged_input_tells_of_a_file_that_is_missing_or_damaged(publisher: Publisher, do: str) -> None:
    facts = publisher.release(records=edition(0), on=DAY)
    (path,) = publisher.folder.glob("targets/*.pack")
    if do == "delete":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(ReleaseError, match=rf"damaged: {facts.version}\.pack; restore"):
        publisher.publish(records=edition(0), note="Nothing", on=DAY)


def test_nothing_secret_is_in_a_release(tmp_path: Path) -> None:
    publisher = make_publisher(tmp_path, on=TODAY)
    publisher.release(records=edition(0))
    publisher.rotate("timestamp")
    publisher.refresh()

    for name, data in files_of(publisher.folder).items():
        assert b"PRIVATE" not in data, name
        assert unlock(tmp_path).encode() not in data, name
