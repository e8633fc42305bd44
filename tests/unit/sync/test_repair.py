"""A library file of which a part is damaged: mended from what is here, else fetched."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from procura_desktop.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryMissingError,
    UpdateStorageError,
)
from procura_desktop.library.build import build_library
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.verify import damaged_lines
from procura_desktop.progress import Silent
from procura_desktop.sync.repair import mend
from procura_desktop.sync.session import follow
from procura_desktop.sync.update import step_back
from tests.unit.sync.computer import Computer
from tests.unit.sync.editions import records


def path_of(computer: Computer) -> Path:
    with computer.open() as library:
        return library.path


def damage(path: Path, statement: str, *values: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(statement, values).rowcount


def damage_record(path: Path, record_id: str) -> None:
    damage(
        path, "UPDATE record SET json = replace(json, 'What to ask', 'What to pay') WHERE id = ?", record_id
    )


def names_of_damage(path: Path) -> list[str]:
    with closing(ReadConnection(path)) as connection:
        return [one.name for one in damaged_lines(connection, progress=Silent())]


def test_one_damaged_record_is_named(computer: Computer) -> None:
    damage_record(path_of(computer), "guidance/a002")
    assert names_of_damage(path_of(computer)) == ["guidance/a002"]
    with pytest.raises(LibraryDamagedError):
        computer.verify()


def test_one_damaged_record_is_mended_from_the_bundled_library(computer: Computer) -> None:
    whole = computer.digest
    damage_record(path_of(computer), "guidance/a002")
    mend(computer.place, progress=Silent())
    computer.verify()
    assert computer.digest == whole


def test_one_damaged_record_is_mended_from_the_edition_before(computer: Computer) -> None:
    computer.update()
    whole, version = computer.digest, computer.version
    damage_record(path_of(computer), "guidance/a020")
    mend(computer.place, progress=Silent())
    computer.verify()
    assert (computer.digest, computer.version) == (whole, version)


def test_mending_keeps_the_edition_to_go_back_to(computer: Computer) -> None:
    """What is damaged is replaced: it is not what somebody goes back to."""
    first = computer.version
    computer.update()
    damage_record(path_of(computer), "guidance/a020")
    mend(computer.place, progress=Silent())
    step_back(computer.place)
    assert computer.version == first
    computer.verify()


def test_fetching_anew_keeps_the_edition_to_go_back_to(computer: Computer) -> None:
    first = computer.version
    computer.update()
    damage_record(path_of(computer), "guidance/a020")
    with closing(computer.find(anew=True)) as found:
        follow(found, progress=Silent())
    step_back(computer.place)
    assert computer.version == first
    computer.verify()


def test_what_is_nowhere_sound_only_the_pack_brings(computer: Computer) -> None:
    whole = computer.digest
    damage_record(path_of(computer), "guidance/a020")  # the bundled library has but five
    before = computer.in_use()
    with pytest.raises(LibraryDamagedError, match="no other edition here"):
        mend(computer.place, progress=Silent())
    assert computer.in_use() == before
    with closing(computer.find(anew=True)) as found:
        assert found.plan.way == "pack"
        follow(found, progress=Silent())
    computer.verify()
    assert computer.digest != whole


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM word",
        "DELETE FROM beginning",
        "UPDATE record SET title = 'Other' WHERE id = 'guidance/a002'",
    ],
)
def test_a_damaged_index_is_built_anew_of_the_lines(computer: Computer, statement: str) -> None:
    path = path_of(computer)
    damage(path, statement)
    mended = mend(computer.place, progress=Silent())
    computer.verify()
    assert mended != path
    with closing(sqlite3.connect(mended)) as connection:
        assert connection.execute("SELECT count(*) FROM word").fetchone()[0]
        assert connection.execute("SELECT count(*) FROM beginning").fetchone()[0]


def test_a_record_that_is_gone_is_mended_by_the_pack_alone(computer: Computer) -> None:
    damage(path_of(computer), "DELETE FROM record WHERE id = 'guidance/a002'")
    with pytest.raises(LibraryDamagedError):
        mend(computer.place, progress=Silent())


def test_a_damaged_edition_before_does_not_help_and_does_not_harm(computer: Computer, bundled: Path) -> None:
    bundled.write_bytes(b"not a library")
    damage_record(path_of(computer), "guidance/a002")
    with pytest.raises(LibraryDamagedError):
        mend(computer.place, progress=Silent())


def test_the_library_that_came_with_the_program_can_be_mended_too(
    new_computer: Computer, bundled: Path
) -> None:
    damage(bundled, "DELETE FROM word")
    mend(new_computer.place, progress=Silent())
    new_computer.verify()
    assert path_of(new_computer) != bundled


def test_where_there_is_no_library_there_is_nothing_to_mend(new_computer: Computer, bundled: Path) -> None:
    bundled.unlink()
    with pytest.raises(LibraryMissingError):
        mend(new_computer.place, progress=Silent())


def test_a_file_of_which_nothing_can_be_read_is_left_to_the_pack(computer: Computer) -> None:
    path = path_of(computer)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(LibraryError):
        mend(computer.place, progress=Silent())


def test_without_room_mending_changes_nothing(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    damage_record(path_of(computer), "guidance/a002")
    before = computer.in_use()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("procura_desktop.sync.repair.build_entries", full)
    with pytest.raises(UpdateStorageError, match="No space left"):
        mend(computer.place, progress=Silent())
    assert computer.in_use() == before


def test_what_an_update_does_not_touch_is_not_made_to_look_sound(computer: Computer) -> None:
    damage_record(path_of(computer), "guidance/a020")
    computer.update()
    assert names_of_damage(path_of(computer)) == ["guidance/a020"]


def test_over_a_base_that_is_damaged_where_it_counts_the_pack_is_taken(computer: Computer) -> None:
    damage_record(path_of(computer), "guidance/a002")
    computer.update()
    computer.verify()
    assert computer.version.endswith(".2")


def test_a_delta_over_a_damaged_index_is_left_for_the_pack(computer: Computer, bundled: Path) -> None:
    build_library(bundled, name="main", version="dev", records=records(3), assets=(), progress=Silent())
    path = path_of(computer)
    data = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'record_search_data'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)
    computer.update()
    computer.verify()
    assert computer.version.endswith(".2")
