"""Opening library files, sound and unsound."""

import hashlib
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from procura_desktop.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryMissingError,
    LibraryTooNewError,
    LibraryTooOldError,
    RecordNotFoundError,
)
from procura_desktop.library import schema
from procura_desktop.library.connection import ReadConnection
from procura_desktop.library.open import open_first, open_library
from procura_desktop.library.query import parse_query
from procura_desktop.library.read import Library
from procura_desktop.progress import Silent
from tests.factories import build_sample


@pytest.fixture
def copy(library_path: Path, tmp_path: Path) -> Path:
    """A library of this test's own, to be damaged."""
    return Path(shutil.copy(library_path, tmp_path / "copy.sqlite"))


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError) as caught:
        open_library(tmp_path / "none.sqlite")
    assert caught.value.path == tmp_path / "none.sqlite"


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError):
        open_library(tmp_path)


def test_a_file_where_a_folder_should_be_is_missing(copy: Path) -> None:
    with pytest.raises(LibraryMissingError):
        open_library(copy / "main.sqlite")


@pytest.mark.parametrize(
    "data",
    [b"", b"S", b"SQLite format 3\x00", b"hello " * 100, hashlib.shake_128().digest(20_000)],
    ids=["empty", "one byte", "magic only", "text", "random"],
)
def test_what_is_no_library_is_damaged(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "main.sqlite"
    path.write_bytes(data)

    with pytest.raises(LibraryDamagedError):
        open_library(path)


@pytest.mark.parametrize("kept", [0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_truncated_library_is_damaged(copy: Path, kept: float) -> None:
    data = copy.read_bytes()
    copy.write_bytes(data[: int(len(data) * kept)])

    with pytest.raises(LibraryDamagedError):
        open_library(copy)


def test_another_programs_database_is_damaged(tmp_path: Path) -> None:
    change(tmp_path / "other.sqlite", "CREATE TABLE record (id TEXT)", "PRAGMA user_version = 1")

    with pytest.raises(LibraryDamagedError, match="another program"):
        open_library(tmp_path / "other.sqlite")


def test_a_library_without_a_table_is_damaged(copy: Path) -> None:
    change(copy, "DROP TABLE link")

    with pytest.raises(LibraryDamagedError, match="link"):
        open_library(copy)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM library WHERE key = 'digest'",
        "UPDATE library SET value = 'many' WHERE key = 'records'",
        "UPDATE library SET value = '7' WHERE key = 'schema'",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
    ],
)
def test_a_library_with_senseless_facts_is_damaged(copy: Path, statement: str) -> None:
    change(copy, statement)

    with pytest.raises(LibraryDamagedError):
        open_library(copy)


def test_a_library_of_a_later_schema_names_the_program_it_needs(copy: Path) -> None:
    change(
        copy,
        "PRAGMA user_version = 9",
        "UPDATE library SET value = '3.1' WHERE key = 'needs_program'",
        "DROP TABLE link",
    )

    with pytest.raises(LibraryTooNewError) as caught:
        open_library(copy)
    supported = schema.SCHEMA_VERSION
    assert (caught.value.found, caught.value.supported, caught.value.needs) == (9, supported, "3.1")


def test_a_library_of_an_earlier_schema_gives_way_to_the_next(library_path: Path, copy: Path) -> None:
    change(copy, "PRAGMA user_version = 1", "DROP VIEW record_text", "ALTER TABLE record DROP COLUMN details")
    opened, faults = open_first([copy, library_path])

    with opened:
        assert opened.path == library_path
    (fault,) = faults
    assert isinstance(fault, LibraryTooOldError)
    assert fault.found == 1


def test_a_library_that_cannot_be_written_is_read(copy: Path) -> None:
    copy.chmod(0o400)

    with open_library(copy) as library:
        assert library.record("guidance/labels").title == "Labels as proof"


@pytest.mark.parametrize("name", ["a b.sqlite", "a?mode=rw.sqlite", "a#b%20.sqlite", "bücher.sqlite"])
def test_any_file_name_will_do(library_path: Path, tmp_path: Path, name: str) -> None:
    with open_library(Path(shutil.copy(library_path, tmp_path / name))) as library:
        assert library.brief("guidance/labels") is not None
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_first_sound_library_is_opened(library_path: Path, tmp_path: Path) -> None:
    library, wrong = open_first([tmp_path / "none.sqlite", library_path])

    with library:
        assert library.path == library_path
    assert [type(error) for error in wrong] == [LibraryMissingError]


def test_without_any_sound_library_the_first_error_is_raised(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite").touch()

    with pytest.raises(LibraryDamagedError) as caught:
        open_first([tmp_path / "empty.sqlite", tmp_path / "none.sqlite"])
    assert "none.sqlite" in caught.value.__notes__[0]


def use(library: Library) -> None:
    """Read everything once."""
    library.counts()
    library.glossary()
    library.asset("pictures/cycle.svg")
    for brief in library.briefs():
        library.record(brief.id)
        library.linking_to(brief.id)
    library.criteria_of("groups/computers")
    library.search(parse_query("battery furniture"))
    library.search(parse_query("l"))


def test_flipped_bytes_give_nothing_but_our_errors(library_path: Path, tmp_path: Path) -> None:
    data, path = library_path.read_bytes(), tmp_path / "flipped.sqlite"
    chance = random.Random(7)
    for _ in range(150):
        flipped = bytearray(data)
        for place in chance.sample(range(len(data)), 40):
            flipped[place] = chance.randrange(256)
        path.write_bytes(flipped)
        try:
            with open_library(path) as library:
                use(library)
                library.verify(Silent())
        except (LibraryError, RecordNotFoundError):  # a record may have lost its id
            continue


def test_a_zeroed_page_is_found_by_verifying(copy: Path) -> None:
    data = copy.read_bytes()
    found = 0
    for page in range(1, len(data) // schema.PAGE_SIZE):
        start = page * schema.PAGE_SIZE
        copy.write_bytes(data[:start] + bytes(schema.PAGE_SIZE) + data[start + schema.PAGE_SIZE :])
        try:
            with open_library(copy) as library:
                library.verify(Silent())
        except LibraryDamagedError:
            found += 1
    assert found == len(data) // schema.PAGE_SIZE - 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET json = replace(json, 'Labels', 'Tables')",
        "UPDATE record SET title = 'Other' WHERE id = 'guidance/labels'",
        "UPDATE record SET json = '{}' WHERE id = 'guidance/labels'",
        "DELETE FROM record WHERE id = 'guidance/labels'",
        "UPDATE asset SET data = x'00'",
        "UPDATE library SET value = '00' WHERE key = 'digest'",
    ],
)
def test_verifying_finds_what_is_not_as_published(copy: Path, statement: str) -> None:
    change(copy, statement)

    with open_library(copy) as library, pytest.raises(LibraryDamagedError):
        library.verify(Silent())


def test_an_index_that_names_a_record_that_is_gone_is_damaged(copy: Path) -> None:
    change(copy, "DELETE FROM record WHERE kind = 'criterion'")

    with open_library(copy) as library, pytest.raises(LibraryDamagedError, match="not there"):
        library.search(parse_query("battery"))


def test_a_row_that_must_be_there_is_missed(library_path: Path) -> None:
    with closing(ReadConnection(library_path)) as connection, pytest.raises(LibraryDamagedError):
        connection.row("SELECT 1 FROM record WHERE number = ?", 0)


def test_a_sound_library_verifies_and_tells_how_far(tmp_path: Path) -> None:
    told: list[int] = []

    class Noting:
        def advance(self, done: int, total: int | None = None) -> None:
            assert total is not None
            told.append(done)

    with open_library(build_sample(tmp_path / "main.sqlite")) as library:
        library.verify(Noting())
        assert told == list(range(1, library.info.records + 1))


@pytest.mark.parametrize("read", [Library.glossary, Library.briefs, Library.counts], ids=["a", "b", "c"])
def test_a_damaged_row_is_a_damaged_library(copy: Path, read: Callable[[Library], object]) -> None:
    change(copy, "UPDATE record SET kind = 'term', json = 'x', confidence = 'sure' WHERE id LIKE 'terms/%'")

    with open_library(copy) as library:
        if read is Library.counts:
            assert read(library)
        else:
            with pytest.raises(LibraryDamagedError):
                read(library)
