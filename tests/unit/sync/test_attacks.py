"""Who holds the mirror or one of the keys is refused, and the library in use untouched.

In the manner of python-tuf's repository simulator: small real signed folders, damaged afterwards.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import TargetFile

from procura_desktop.errors import (
    OlderReleaseError,
    ReleaseExpiredError,
    ReleaseRejectedError,
)
from procura_desktop.library.pack import encode_record
from procura_desktop.library.packfile import pack_bytes
from procura_desktop.settings.folders import folders
from procura_desktop.settings.sources import add_source
from procura_desktop.sync.local import FolderTransport
from tests.factories import make_article
from tests.releases import Publisher, make_publisher
from tests.unit.sync.computer import Computer, refused
from tests.unit.sync.conftest import Published
from tests.unit.sync.editions import (
    Targets,
    copy_of,
    facts_for,
    lines_of,
    only,
    pack_custom,
    put_target,
    records,
    sign_lines,
    sign_other,
    today,
)

REJECTED = ReleaseRejectedError
MEGABYTE = 1024 * 1024


def newest(folder: Path, role: str) -> Path:
    """Give the newest metadata of a role that is named by version."""
    return max(folder.glob(f"metadata/*.{role}.json"), key=lambda path: int(path.name.split(".")[0]))


def edit_json(path: Path, edit: Callable[[dict[str, object]], object]) -> None:
    document = json.loads(path.read_bytes())
    edit(document)
    path.write_bytes(json.dumps(document, separators=(",", ":")).encode())


# Who holds the mirror shows what was true once.


def test_rollback_to_an_older_release_is_refused(computer: Computer, published: Published) -> None:
    computer.update(published.folders[2])
    for older in published.folders[:2]:
        with refused(computer, "older than what was received before", kind=REJECTED):
            computer.update(older)


def test_rollback_of_a_release_signed_again_is_refused(computer: Computer, publisher: Publisher) -> None:
    """Even the publisher's own keys do not lead an ordinary update back."""
    computer.update()
    lines = lines_of(records(edition=1))
    sign_lines(publisher, lines, facts=replace(facts_for(lines), version="2020.1.1"))
    with refused(computer, "edition 2020.1.1 is older than", kind=OlderReleaseError):
        computer.update()


def test_rollback_of_the_targets_alone_is_refused(computer: Computer, publisher: Publisher) -> None:
    computer.update()
    older = copy_of(publisher, publisher.folder.with_name("older"))
    publisher.release(records=records(edition=3), on=today())
    shutil.copyfile(newest(older, "targets"), newest(publisher.folder, "targets"))
    with refused(computer, "not the one that was signed|older", kind=REJECTED):
        computer.update()


def test_a_freeze_is_seen_when_the_timestamp_ends(bundled: Path, tmp_path: Path) -> None:
    """A mirror that shows one good release for ever is found out after a hundred days."""
    assert bundled.is_file()
    frozen = make_publisher(tmp_path / "frozen", on=today() - timedelta(days=101))
    frozen.release(records=records(), on=today() - timedelta(days=101))
    computer = Computer(folders(tmp_path / "data"))
    computer.trusts(frozen)
    with refused(computer, "was to be renewed by", kind=ReleaseExpiredError):
        computer.update()


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_mix_and_match_is_refused(
    computer: Computer, publisher: Publisher, published: Published, role: str
) -> None:
    """Parts of two good releases, each well signed, are no release."""
    wanted = newest(publisher.folder, role)
    shutil.copyfile(newest(published.folders[2], role), wanted)
    with refused(computer, "not the one that was signed|longer than it may be", kind=REJECTED):
        computer.update()


def test_a_new_timestamp_over_old_parts_is_refused(
    computer: Computer, publisher: Publisher, published: Published
) -> None:
    shutil.copyfile(
        published.folders[2] / "metadata" / "timestamp.json", publisher.folder / "metadata" / "timestamp.json"
    )
    with refused(computer, "a file is missing; the copy is not complete", kind=REJECTED):
        computer.update()


# Who has other keys, or too few.


def test_a_strangers_key_is_refused(computer: Computer, tmp_path: Path) -> None:
    stranger = make_publisher(tmp_path / "stranger", on=today())
    stranger.release(records=records(edition=2), on=today())
    with refused(computer, "not signed with enough keys of the publisher who is trusted", kind=REJECTED):
        computer.update(stranger.folder)


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_the_key_of_one_role_signs_for_no_other(
    computer: Computer, publisher: Publisher, tmp_path: Path, role: str
) -> None:
    stranger = make_publisher(tmp_path / "stranger", on=today())
    stranger.release(records=records(edition=1), on=today())
    stranger.release(records=records(edition=2), on=today())
    for name in ("metadata", "targets"):
        for path in (stranger.folder / name).iterdir():
            if role in path.name or name == "targets":
                shutil.copyfile(path, publisher.folder / name / path.name)
    with refused(computer, "not signed with enough keys|not the one that was signed", kind=REJECTED):
        computer.update()


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_metadata_changed_after_signing_is_refused(
    computer: Computer, publisher: Publisher, role: str
) -> None:
    metadata = publisher.folder / "metadata"
    path = metadata / "timestamp.json" if role == "timestamp" else newest(publisher.folder, role)
    edit_json(path, lambda found: found["signed"].update(version=9))  # type: ignore[attr-defined] # any JSON
    with refused(computer, "not signed with enough keys|not the one that was signed", kind=REJECTED):
        computer.update()


@pytest.mark.parametrize("signatures", [[], "first twice"])
def test_a_threshold_that_is_not_met_is_refused(
    bundled: Path, tmp_path: Path, signatures: list[object] | str
) -> None:
    """Of a root that two must sign, one signature is not enough, nor is the same one twice."""
    assert bundled.is_file()
    publisher = make_publisher(tmp_path / "publisher", on=today(), root_keys=2, root_threshold=2)
    publisher.release(records=records(), on=today())
    computer = Computer(folders(tmp_path / "data"))
    computer.trusts(publisher)
    computer.update()
    publisher.rotate("timestamp", on=today())
    publisher.refresh(on=today())

    def fewer(document: dict[str, object]) -> None:
        first = document["signatures"][0]  # type: ignore[index] # any JSON
        document["signatures"] = [first] if signatures == "first twice" else []

    edit_json(publisher.folder / "metadata" / "2.root.json", fewer)
    with refused(computer, "not signed with enough keys", kind=REJECTED):
        computer.update()


def test_a_key_that_was_taken_back_signs_nothing_more(
    computer: Computer, publisher: Publisher, tmp_path: Path
) -> None:
    stolen = Publisher(copy_of(publisher, tmp_path / "stolen"), publisher.keys)
    publisher.rotate("timestamp", on=today())
    publisher.refresh(on=today())
    computer.update()
    stolen.release(records=records(edition=3), on=today())
    shutil.copyfile(publisher.folder / "metadata" / "2.root.json", stolen.folder / "metadata" / "2.root.json")
    with refused(computer, "not signed with enough keys", kind=REJECTED):
        computer.update(stolen.folder)


def test_a_root_that_skips_a_number_is_refused(computer: Computer, publisher: Publisher) -> None:
    publisher.rotate("timestamp", on=today())
    publisher.rotate("snapshot", on=today())
    publisher.refresh(on=today())
    metadata = publisher.folder / "metadata"
    shutil.copyfile(metadata / "3.root.json", metadata / "2.root.json")
    with refused(computer, "older than what was received before, or its parts do not fit", kind=REJECTED):
        computer.update()


# Data without end, or in small drops.


class Endless(FolderTransport):
    """A folder in which one file never ends; it counts what was taken of it."""

    name = ""
    taken = 0

    def read(self, name, *, start=0, most):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN201 - see Transport
        if self.name not in name:
            yield from super().read(name, start=start, most=most)
            return
        left = most + 1 - start
        while left > 0:
            piece = b" " * min(left, 16_384)
            left -= len(piece)
            Endless.taken += len(piece)
            yield piece


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("2.root.json", 512_000),
        ("timestamp.json", 16_384),
        ("snapshot.json", 500),
        ("targets.json", 2000),
        (".delta", 2000),
    ],
)
def test_data_without_end_is_cut_where_it_may_not_go_on(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    monkeypatch.setattr("procura_desktop.sync.places.FolderTransport", Endless)
    monkeypatch.setattr(Endless, "name", name)
    monkeypatch.setattr(Endless, "taken", 0)
    with refused(computer, "longer than it may be|not the one that was signed", kind=REJECTED):
        computer.update()
    assert 0 < Endless.taken <= 2 * (most + 16_384)
    assert not list(computer.place.staging.glob("*.part"))


# Files that are not what was signed.


@pytest.mark.parametrize("change", ["other", "longer", "shorter", "empty"])
@pytest.mark.parametrize("ending", [".delta", ".pack", ".changes"])
def test_a_file_with_another_hash_or_length_is_refused(
    computer: Computer, publisher: Publisher, ending: str, change: str
) -> None:
    if ending == ".pack":
        (computer.place.folder / "main.json").unlink()  # so that no delta fits
    path = max(publisher.folder.glob(f"targets/*{ending}"), key=lambda one: one.name.split(".", 1)[1])
    data = path.read_bytes()
    path.write_bytes(
        {
            "other": bytes([data[0] ^ 1]) + data[1:],
            "longer": data + b"x",
            "shorter": data[:-1],
            "empty": b"",
        }[change]
    )
    with refused(computer, "is not the one that was signed", kind=REJECTED):
        computer.update()


def test_a_file_that_is_missing_is_told(computer: Computer, publisher: Publisher) -> None:
    only(publisher.folder, "targets/*.delta").unlink()
    with refused(computer, "is missing; the copy is not complete, or is just being made", kind=REJECTED):
        computer.update()


def test_a_tampered_pack_that_is_signed_is_refused(computer: Computer, publisher: Publisher) -> None:
    """Well signed, but its lines are not those whose digest was signed."""
    lines = lines_of(records(edition=2))
    good = facts_for(lines)
    other = {**lines, "guidance/a003": encode_record(make_article("guidance/a003", title="Pay here"))}

    def tampered(targets: Targets) -> None:
        targets.clear()
        data = pack_bytes(other, facts_for(other))
        targets["2030.1.1.pack"] = put_target(publisher, "2030.1.1.pack", data, pack_custom(good))

    sign_other(publisher, tampered)
    with refused(computer, "the pack is not the one that was announced", kind=REJECTED):
        computer.update()


def test_a_pack_of_garbage_that_is_signed_is_refused(computer: Computer, publisher: Publisher) -> None:
    def garbage(targets: Targets) -> None:
        pack = next(one for one in targets.values() if one.custom["kind"] == "pack")
        targets.clear()
        name = "2030.1.1.pack"
        targets[name] = put_target(publisher, name, b"garbage", {**pack.custom, "digest": "0" * 64})

    sign_other(publisher, garbage)
    with refused(computer, "the pack is broken", kind=REJECTED):
        computer.update()


@pytest.mark.parametrize("garbage", [b"garbage", b"PRCD\x01\0\0\0\x05garbage", b""])
def test_a_delta_of_garbage_is_passed_over_for_the_pack(
    computer: Computer, publisher: Publisher, garbage: bytes
) -> None:
    def edit(targets: Targets) -> None:
        for name, target in list(targets.items()):
            if target.custom["kind"] == "delta":
                targets[name] = put_target(publisher, name, garbage, target.custom)

    sign_other(publisher, edit)
    computer.update()
    computer.verify()
    assert computer.version.endswith(".2")


def test_a_delta_with_a_wrong_base_is_passed_over_for_the_pack(
    computer: Computer, publisher: Publisher, published: Published
) -> None:
    """It says that it begins with what is here, and was made for something else."""
    wrong = only(published.folders[2], "targets/*.2-*.3.delta").read_bytes()

    def edit(targets: Targets) -> None:
        for name, target in list(targets.items()):
            if target.custom["kind"] == "delta":
                targets[name] = put_target(publisher, name, wrong, target.custom)

    sign_other(publisher, edit)
    computer.update()
    computer.verify()
    assert computer.version.endswith(".2")


# Other libraries and other releases.


@pytest.mark.parametrize("name", ["other", "main-office", "../main", "", "MAIN"])
def test_a_release_of_another_library_is_refused(computer: Computer, publisher: Publisher, name: str) -> None:
    """Under the same root, and still not what was asked for."""
    lines = lines_of(records(edition=3))
    sign_lines(publisher, lines, facts=replace(facts_for(lines), name=name))
    with refused(computer, f"it is of the library '{name}', not of 'main'", kind=REJECTED):
        computer.update()


def test_another_library_touches_nothing_of_the_first(computer: Computer, tmp_path: Path) -> None:
    """Its records have the same ids; each library keeps its own."""
    office = make_publisher(tmp_path / "office", name="main-office", publisher="Office", on=today())
    office.release(records=[make_article("guidance/a001", title="Ours")], on=today())
    other = Computer(computer.places, library="main-office")
    add_source(other.places, "main-office", addresses=(str(office.folder),), root=office.root.read_bytes())
    before = computer.in_use()
    other.update()
    assert other.version.endswith(".1")
    with other.open() as library:
        assert library.record("guidance/a001").title == "Ours"
    after = computer.in_use()
    assert replace(after, files=before.files) == before
    assert before.files.items() <= after.files.items()
    computer.update()
    with other.open() as library:
        assert library.record("guidance/a001").title == "Ours"


@pytest.mark.parametrize("count", [0, 2])
def test_a_release_without_the_one_pack_is_refused(
    computer: Computer, publisher: Publisher, count: int
) -> None:
    def edit(targets: Targets) -> None:
        pack = next(one for one in targets.values() if one.custom["kind"] == "pack")
        targets.clear()
        for number in range(count):
            name = f"{number}.pack"
            targets[name] = TargetFile(pack.length, pack.hashes, name, dict(pack.unrecognized_fields))

    sign_other(publisher, edit)
    with refused(computer, "does not name the one pack of an edition", kind=REJECTED):
        computer.update()


@pytest.mark.parametrize(
    "custom", [{"kind": 5}, {"kind": "pack", "entries": "many"}, [], "x", {"kind": "pack", "digest": None}]
)
def test_a_target_that_says_something_else_is_passed_over(
    computer: Computer, publisher: Publisher, custom: object
) -> None:
    """Of a later program, or another's: what is understood is used."""

    def edit(targets: Targets) -> None:
        other = put_target(publisher, "other.bin", b"x", {})
        other.unrecognized_fields["custom"] = custom
        targets["other.bin"] = other

    sign_other(publisher, edit)
    computer.update()
    assert computer.version.endswith(".2")
