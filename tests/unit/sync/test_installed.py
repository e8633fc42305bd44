"""The pointer to the library in use: whatever it says, a sound library opens and nothing else is read."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procura_desktop.errors import NoPreviousError
from procura_desktop.library.installed import (
    BUNDLED,
    Pointer,
    activate,
    go_back,
    library_paths,
    prune,
    read_pointer,
    write_pointer,
)
from tests.factories import build_sample
from tests.unit.sync.computer import Computer


def pointer_file(computer: Computer) -> Path:
    return computer.place.folder / "main.json"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '"main.sqlite"',
        "{}",
        '{"current": 1}',
        '{"current": null}',
        '{"current": "a.sqlite", "other": 1}',
        '{"current": "a.sqlite", "previous": 5}',
        "[" * 100_000,
        "\0",
    ],
)
def test_a_pointer_that_makes_no_sense_is_as_none(computer: Computer, text: str) -> None:
    pointer_file(computer).write_text(text)
    assert read_pointer(computer.place.folder, "main") is None
    assert computer.version == "dev"


@pytest.mark.parametrize(
    "name", ["../main.sqlite", "/etc/passwd", "a/b.sqlite", "..", "../../x", "/", "x/"], ids=repr
)
@pytest.mark.parametrize("key", ["current", "previous"])
def test_a_pointer_never_leads_out_of_its_folder(computer: Computer, name: str, key: str) -> None:
    outside = computer.place.folder.parent / "main.sqlite"
    build_sample(outside, version="outside")
    pointer_file(computer).write_text(json.dumps({"current": "a.sqlite", key: name}))
    assert read_pointer(computer.place.folder, "main") is None
    assert computer.version == "dev"


@given(st.text(max_size=60).filter(lambda text: not text.endswith(".sqlite")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_of_a_pointer_breaks_the_start(computer: Computer, text: str) -> None:
    pointer_file(computer).write_text(json.dumps({"current": text}), encoding="utf-8")
    assert computer.version == "dev"


def test_without_a_pointer_the_bundled_library_is_used(computer: Computer) -> None:
    pointer_file(computer).unlink()
    assert computer.version == "dev"


def test_a_library_put_there_by_hand_is_used_without_a_pointer(new_computer: Computer) -> None:
    new_computer.place.folder.mkdir(parents=True)
    build_sample(new_computer.place.folder / "main.sqlite", version="by hand")
    assert new_computer.version == "by hand"


def test_a_file_that_is_gone_leads_to_the_edition_before(computer: Computer) -> None:
    first = computer.version
    computer.update()
    pointer = read_pointer(computer.place.folder, "main")
    assert pointer is not None
    (computer.place.folder / pointer.current).unlink()
    assert computer.version == first


def test_a_damaged_pair_leads_to_the_bundled_library(computer: Computer) -> None:
    computer.update()
    for path in computer.place.folder.glob("*.sqlite"):
        path.write_bytes(b"not a library")
    assert computer.version == "dev"


def test_going_back_beyond_the_first_leads_to_what_came_with_the_program(computer: Computer) -> None:
    place = computer.place
    pointer = go_back(place.folder, "main", bundled=place.bundled)
    assert pointer == Pointer(current=BUNDLED, previous=pointer.previous, held=True)
    assert library_paths(place.folder, "main", place.bundled) == [place.bundled]
    assert computer.version == "dev"


def test_a_library_that_did_not_come_with_the_program_does_not_go_back_to_nothing(computer: Computer) -> None:
    computer.place.bundled.unlink()
    before = computer.in_use()
    with pytest.raises(NoPreviousError):
        go_back(computer.place.folder, "main", bundled=computer.place.bundled)
    assert computer.in_use() == before


def test_there_is_nothing_before_the_first(new_computer: Computer) -> None:
    with pytest.raises(NoPreviousError):
        go_back(new_computer.place.folder, "main", bundled=new_computer.place.bundled)


def test_pruning_deletes_what_the_pointer_does_not_name_and_nothing_else(tmp_path: Path) -> None:
    stays = [
        "main-2026.1.1-0123abcd-00aa.sqlite",
        "main-2026.1.2-0123abcd-00ab.sqlite",
        "main-office-2026.1.1-0123abcd-00aa.sqlite",
        "main-notes.sqlite",
        "main.sqlite",
    ]
    goes = ["main-2025.1.1-0123abcd-00aa.sqlite", "main-2026.1.2-0123abcd-00ac.sqlite"]
    for name in (*stays, *goes):
        (tmp_path / name).touch()
    write_pointer(tmp_path, "main", Pointer(current=stays[0], previous=stays[1]))
    prune(tmp_path, "main")
    left = {path.name for path in tmp_path.glob("*.sqlite")}
    assert left == set(stays)


def test_without_a_pointer_nothing_is_pruned(tmp_path: Path) -> None:
    (tmp_path / "main-2026.1.1-0123abcd-00aa.sqlite").touch()
    prune(tmp_path, "main")
    assert list(tmp_path.iterdir())


def test_a_pointer_that_cannot_be_written_leaves_the_old_one(
    computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = computer.version
    draft = tmp_path / "draft.sqlite"
    shutil.copyfile(computer.place.bundled, draft)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("procura_desktop.library.installed.write_whole", full)
    with pytest.raises(OSError, match="No space left"):
        activate(computer.place.folder, "main", draft, version="2030.1.1", digest="0" * 64)
    assert computer.version == before
