"""Building a library file: the same bytes, whole or not at all, as documented."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlite_utils import Database

from procura_desktop.domain.records import Record
from procura_desktop.library import schema
from procura_desktop.library.build import INDEX, build_library, make_index
from procura_desktop.library.entries import hashes_of, lines_of_content
from procura_desktop.library.open import open_library
from procura_desktop.library.pack import PackError, encode_record, library_digest
from procura_desktop.library.rows import Row, body, record_row
from procura_desktop.progress import Cancelled, Silent
from tests.factories import CYCLE, build_sample, make_article, sample_records

NOBODY = 65534  # a user without rights on every Unix
DOCUMENT = Path(__file__).parents[3] / "docs" / "library-schema.md"


class Steps:
    """A progress that notes what it is told, and stops where it is asked to."""

    def __init__(self, *, stop_at: int | None = None) -> None:
        self.told: list[tuple[int, int | None]] = []
        self._stop_at = stop_at

    def advance(self, done: int, total: int | None = None) -> None:
        self.told.append((done, total))
        if done == self._stop_at:
            raise Cancelled


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    first = build_sample(tmp_path / "one" / "main.sqlite")
    second = build_sample(tmp_path / "two" / "other.sqlite", records=tuple(reversed(sample_records())))

    assert first.read_bytes() == second.read_bytes()


def test_a_library_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    out = build_sample(tmp_path / "main.sqlite", version="1")
    build_sample(out, version="2")

    with open_library(out) as library:
        assert library.info.version == "2"
    assert list(tmp_path.iterdir()) == [out]


def test_a_cancelled_build_leaves_the_old_library(tmp_path: Path) -> None:
    out = build_sample(tmp_path / "main.sqlite")
    before = out.read_bytes()

    with pytest.raises(Cancelled):
        build_library(
            out, name="main", version="2", records=sample_records(), assets=(), progress=Steps(stop_at=3)
        )

    assert out.read_bytes() == before
    assert list(tmp_path.iterdir()) == [out]


def test_progress_is_told_in_records(tmp_path: Path) -> None:
    steps = Steps()
    build_library(
        tmp_path / "main.sqlite",
        name="main",
        version="1",
        records=sample_records(),
        assets=(),
        progress=steps,
    )

    total = len(sample_records())
    assert steps.told == [(done, total) for done in range(1, total + 1)]


def test_records_may_come_one_after_another(tmp_path: Path) -> None:
    held = build_sample(tmp_path / "held.sqlite")
    passing = tmp_path / "passing.sqlite"
    build_library(
        passing,
        name="main",
        version="2026.11",
        records=iter(sample_records()),
        assets=(CYCLE,),
        progress=Silent(),
    )
    assert passing.read_bytes() == held.read_bytes()


def test_other_tools_read_the_texts(library_path: Path) -> None:
    with closing(sqlite3.connect(library_path)) as connection:
        found = dict(connection.execute("SELECT id, html || '|' || body FROM record_text").fetchall())

    assert found == {
        record.id: f"{record.html}|{body(record.text, str(row_of(record)['details']))}"
        for record in sample_records()
    }


def row_of(record: Record) -> Row:
    return record_row(record, line=encode_record(record), number=16, group_titles={})


def test_two_records_of_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="guidance/labels"):
        build_sample(tmp_path / "main.sqlite", records=(make_article(), make_article(title="Other")))
    assert list(tmp_path.iterdir()) == []


def test_two_pictures_of_one_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=re.escape(CYCLE.path)):
        build_library(
            tmp_path / "main.sqlite",
            name="main",
            version="1",
            records=(),
            assets=(CYCLE, CYCLE),
            progress=Silent(),
        )


def test_a_record_without_canonical_form_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        build_sample(tmp_path / "main.sqlite", records=(replace(make_article(), title="\ud800"),))
    assert list(tmp_path.iterdir()) == []


@contextmanager
def a_user_whom_permissions_stop() -> Iterator[None]:
    """Be nobody for a while, if we are the administrator."""
    administrator = os.geteuid() == 0
    if administrator:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)


@pytest.mark.skipif("sys.platform == 'win32'", reason="permissions are others there")
def test_a_folder_without_permission_is_a_permission_error(tmp_path: Path) -> None:
    build_sample(tmp_path / "main.sqlite")  # imports what nobody may not read
    with TemporaryDirectory() as name:  # not in tmp_path, which nobody may not even enter
        folder = Path(name)
        folder.chmod(0o555)
        with a_user_whom_permissions_stop(), pytest.raises(PermissionError):
            build_sample(folder / "main.sqlite")
        folder.chmod(0o700)
        assert list(folder.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(OSError, match="file"):
        build_sample(tmp_path / "file" / "main.sqlite")


def test_a_library_without_records_can_be_built(tmp_path: Path) -> None:
    with open_library(build_sample(tmp_path / "main.sqlite", records=())) as library:
        library.verify(Silent())
        assert (library.info.records, library.info.newest) == (0, "")
        assert library.info.digest == library_digest(hashes_of(lines_of_content((), (CYCLE,), ())))


def test_any_sqlite_tool_reads_the_facts(library_path: Path) -> None:
    with closing(sqlite3.connect(library_path)) as connection:
        facts = dict(connection.execute("SELECT key, value FROM library"))
        found = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "page_size", "freelist_count", "integrity_check")
        ]

    assert found == [schema.APPLICATION_ID, 2, schema.PAGE_SIZE, 0, "ok"]
    assert facts["name"] == "main"
    assert facts["newest"] == "2026-11-23"
    assert facts["needs_program"] == schema.NEEDS_PROGRAM


def test_the_index_fits_the_records(tmp_path: Path) -> None:
    with closing(sqlite3.connect(build_sample(tmp_path / "main.sqlite"))) as connection:
        connection.execute("INSERT INTO record_search (record_search, rank) VALUES ('integrity-check', 1)")


def test_criteria_groups_sources_and_codes_are_rows(library_path: Path) -> None:
    with closing(sqlite3.connect(library_path)) as connection:
        row = connection.execute(
            "SELECT code, kind, levels, burden FROM criterion WHERE code = 'TS6'"
        ).fetchone()
        codes = connection.execute("SELECT code, record_id FROM cpv ORDER BY code").fetchall()
        seen = connection.execute(
            "SELECT seen FROM record_source WHERE record_id = 'guidance/labels'"
        ).fetchall()
        group = connection.execute(
            "SELECT group_id FROM record_group WHERE record_id = 'cases/ghent-workwear'"
        ).fetchall()

    assert row == ("TS6", "TS", "core, comprehensive", 1)
    assert codes == [("30213100-6", "groups/computers"), ("39100000-3", "groups/furniture")]
    assert seen == [("2026-11-23",)]
    assert group == [("groups/furniture",)]


def test_the_document_names_the_tables_and_columns_there_are(library_path: Path) -> None:
    with closing(sqlite3.connect(library_path)) as connection:
        tables = {
            name: [column[1] for column in connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
            )
            if not name.startswith(("sqlite_", "record_search_"))
        }

    assert _documented_tables() == tables
    assert {*schema.TABLE_NAMES, "record_text"} == set(tables)


def _documented_tables() -> dict[str, list[str]]:
    tables: dict[str, list[str]] = {}
    for part in re.split(r"^## ", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        tables[part.splitlines()[0]] = re.findall(r"^\| `(\w+)` \|", part, flags=re.MULTILINE)
    return tables


def test_the_index_takes_more_pieces_than_a_million_records_make() -> None:
    """FTS5 has room for 2,000 at a time; sqlite-utils sets a savepoint for each batch, which makes one."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        make_index(Database(connection))
        connection.execute("BEGIN")
        for number in range(1, 5_001):
            connection.execute(INDEX, (number, "chair", "", "", f"wood {number % 97}", ""))
            connection.execute("SAVEPOINT batch")
            connection.execute("RELEASE batch")
        connection.execute("INSERT INTO record_search (record_search) VALUES ('optimize')")
        (found,) = connection.execute(
            "SELECT count(*) FROM record_search WHERE record_search MATCH 'chair'"
        ).fetchone()

    assert found == 5_000
