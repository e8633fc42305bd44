import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from procura_desktop.domain.anchors import Anchor
from procura_desktop.domain.drafting import confirmation_of, with_items
from procura_desktop.domain.procurement import Head, Procurement
from procura_desktop.errors import BackupError, WorkspaceDamagedError, WorkspaceOpenError
from procura_desktop.progress import Cancelled, Silent
from procura_desktop.workspace.bookmarks import Bookmark, Bookmarks
from procura_desktop.workspace.migrations import MIGRATIONS, migrate
from procura_desktop.workspace.notes import Notes
from procura_desktop.workspace.pages import INDEX_LEAF, Pages
from procura_desktop.workspace.procurements import Procurements
from procura_desktop.workspace.rescue import Rescue, rescue
from procura_desktop.workspace.workspace import open_workspace
from tests.procurements import make_item, make_procurement

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
PAGE = 4096


def titled(number: int) -> Procurement:
    made = make_procurement(f"procurement-{number}")
    return replace(made, head=replace(made.head, title=f"Laptops {number}", purpose="Why. " * 900))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Make a workspace of some hundred pages: twenty procurements, searches, recent records."""
    path = tmp_path_factory.mktemp("sound") / "workspace.sqlite"
    with open_workspace(path) as workspace:
        store = Procurements(workspace)
        for number in range(20):
            store.add(titled(number))
        for number in range(150):
            opened = NOON + timedelta(seconds=number)
            workspace.note_opened("main", f"guidance/{number}", f"Page {number} " * 20, opened)
        workspace.save_search("laptops", NOON, saved=True)
        workspace.set_reading_position("main", "guidance/1", 0.5)
        workspace.set_reading_position("main", "guidance/2", 1.0)
        workspace.set_window_state("main", b"\x00state" * 2000)
        workspace.mark_changes("main", ["guidance/1"], "2026.12.1")
        with workspace.transaction():
            for number in range(120):
                address = f"procura:main/guidance/{number}"
                Bookmarks(workspace).put_back(
                    Bookmark(address=address, title=f"Page {number} " * 9, folder="Later", place=number)
                )
                anchor = Anchor(f"passage {number}", "before", "after", number) if number % 2 else None
                Notes(workspace).add(
                    address, "Page", anchor=anchor, colour="green", words=f"Why {number}? " * 9
                )
            Bookmarks(workspace).add_folder("Later")
    return path.read_bytes()


def confirmed() -> Procurement:
    """Make a procurement with a confirmed criterion, which an index knows too."""
    item = make_item("confirmed")
    assert item.copied is not None
    read = confirmation_of(item.copied.record, by="A", on="2026-11-29", document="SWD(2026) 1", page="7")
    return with_items(Procurement(id="confirmed", head=Head(title="C")), [replace(item, confirmed=read)])


@pytest.fixture
def file(tmp_path: Path, sound: bytes) -> Path:
    path = tmp_path / "workspace.sqlite"
    path.write_bytes(sound)
    return path


def run(path: Path) -> Rescue:
    return rescue(path, now=NOON, progress=Silent())


def stored(path: Path) -> dict[str, Procurement]:
    with open_workspace(path) as workspace:
        return {one.id: one for one in Procurements(workspace).all()}


def counted(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        return {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in names
            if name != "migrations"
        }


def roots(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"))


def spoil(path: Path, *pages: int) -> None:
    """Write nonsense over whole pages, by number from 1."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(b"\xa5" * PAGE)


def damaged(path: Path) -> bool:
    try:
        open_workspace(path).close()
    except WorkspaceDamagedError:
        return True
    return False


def test_of_a_sound_workspace_everything_is_rescued(file: Path) -> None:
    before, counts = stored(file), counted(file)

    told = run(file)

    assert stored(file) == before
    assert counted(file) == counts
    assert {table: count for table, count in counts.items() if count} == told.saved
    assert (told.lost, told.pages, told.loose, told.mended, told.begun, told.missing) == (
        {},
        0,
        0,
        (),
        (),
        (),
    )
    assert len(told.procurements) == 20
    with open_workspace(file) as workspace:
        assert workspace.window_state("main") == b"\x00state" * 2000
        assert workspace.reading_position("main", "guidance/1") == 0.5
        assert workspace.reading_position("main", "guidance/2") == 1.0


@pytest.mark.parametrize("table", ["notes", "bookmarks"])
def test_bookmarks_and_notes_are_known_where_no_tree_leads_to_them(file: Path, table: str) -> None:
    with open_workspace(file) as workspace:
        before = Bookmarks(workspace).all(), Notes(workspace).all()
    root = roots(file)[table]
    assert Pages(file.read_bytes(), b"").children(root)
    spoil(file, root)
    assert damaged(file)

    told = run(file)

    assert told.saved[table] == 120
    with open_workspace(file) as workspace:
        assert (Bookmarks(workspace).all(), Notes(workspace).all()) == before


def test_of_a_spoiled_page_of_notes_the_others_are_rescued(file: Path) -> None:
    leaf = Pages(file.read_bytes(), b"").children(roots(file)["notes"])[1]
    held = len(list(Pages(file.read_bytes(), b"").rows(leaf)))
    spoil(file, leaf)

    told = run(file)

    assert held > 1
    assert told.saved["notes"] == 120 - held
    assert told.saved["bookmarks"] == 120
    assert told.pages == 1


def test_what_was_still_in_the_journal_is_rescued(file: Path) -> None:
    with open_workspace(file) as workspace:
        Procurements(workspace).add(titled(99))
        journal = file.with_name("workspace.sqlite-wal").read_bytes()
        whole = file.read_bytes()
    file.write_bytes(whole)
    file.with_name("workspace.sqlite-wal").write_bytes(journal)

    run(file)

    assert stored(file)["procurement-99"] == titled(99)


def test_a_transaction_that_was_broken_off_is_taken_back(file: Path, tmp_path: Path) -> None:
    before = stored(file)
    broken = tmp_path / "broken.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # as on a disk that several computers share
        connection.execute("PRAGMA cache_size = 2")  # so that it writes before the end
        connection.execute("BEGIN")
        connection.execute("UPDATE procurement_items SET document = replace(document, 'capacity', 'rubbish')")
        connection.execute("DELETE FROM procurements WHERE id > 'procurement-3'")
        broken.write_bytes(file.read_bytes())
        (tmp_path / "broken.sqlite-journal").write_bytes((tmp_path / "workspace.sqlite-journal").read_bytes())
    assert b"rubbish" in broken.read_bytes()

    run(broken)

    assert stored(broken) == before


def test_the_damaged_file_is_kept_under_a_name_that_says_so(file: Path) -> None:
    spoil(file, 5)
    old = file.read_bytes()

    told = run(file)

    assert told.kept.name == "workspace-damaged-20261129T120000-000000.sqlite"
    assert told.kept.read_bytes() == old
    assert {path.name for path in file.parent.iterdir()} == {file.name, told.kept.name}


def test_a_lost_page_of_criteria_costs_these_and_no_more(file: Path) -> None:
    pages = Pages(file.read_bytes())
    leaves = [page for page in range(2, pages.count + 1) if pages.kind(page) == INDEX_LEAF]
    leaf = next(page for page in leaves if any(row.values[1] == "clause-1" for row in pages.rows(page)))
    spoil(file, leaf)
    assert damaged(file)

    told = run(file)

    assert told.pages == 1
    assert 1 <= len(told.mended) <= 4
    now = stored(file)
    assert len(now) == 20
    missing = sum(5 - len(one.items) for one in now.values())
    assert missing == sum(count for _, count in told.mended) > 0
    whole = [one for one in now.values() if one.head.title in told.procurements]
    assert all(one == titled(int(one.id.split("-")[1])) for one in whole)


def test_behind_a_lost_inner_page_the_leaves_are_still_found(file: Path) -> None:
    spoil(file, roots(file)["procurement_items"])
    before = {f"procurement-{number}": titled(number) for number in range(20)}

    told = run(file)

    now = stored(file)
    assert now.keys() == before.keys()
    # An inner page of this table has rows of its own: they are lost, and told.
    assert sum(count for _, count in told.mended) == sum(5 - len(one.items) for one in now.values())
    assert len(told.procurements) >= 10
    assert all(now[name] == before[name] for name in now if now[name].head.title in told.procurements)


def test_criteria_whose_procurement_is_lost_get_a_new_one(file: Path) -> None:
    pages = Pages(file.read_bytes())
    leaf = next(
        page
        for page in pages.children(roots(file)["procurements"])
        if any(row.values[0] == "procurement-7" for row in pages.rows(page))
    )
    lost = [str(row.values[0]) for row in pages.rows(leaf)]
    spoil(file, leaf)

    told = run(file)

    assert set(told.begun) == {f"{name} (rescued criteria)" for name in lost}
    assert [item.id for item in stored(file)["procurement-7"].items] == [
        item.id for item in make_procurement().items
    ]


def test_a_procurement_torn_in_its_text_is_told_by_its_title(file: Path) -> None:
    with open_workspace(file) as workspace:
        Procurements(workspace).add(replace(titled(50), items=()))
    data = bytearray(file.read_bytes())
    at = data.index(b'"title":"Laptops 50"')
    data[at : at + 8] = b"\x00" * 8
    file.write_bytes(data)

    told = run(file)

    assert told.missing == ("Laptops 50",)
    assert told.lost["procurements"] == 1
    assert len(told.procurements) == 20


def test_what_only_the_index_knows_of_is_missed(tmp_path: Path) -> None:
    file = tmp_path / "workspace.sqlite"
    with open_workspace(file) as workspace:
        for number in range(6):
            Procurements(workspace).add(replace(titled(number), items=()))
    spoil(file, Pages(file.read_bytes()).children(roots(file)["procurements"])[0])

    told = run(file)

    assert told.missing
    assert set(told.missing) | stored(file).keys() == {f"procurement-{number}" for number in range(6)}


def test_without_the_first_page_rows_are_told_by_what_they_look_like(file: Path) -> None:
    before, counts = stored(file), counted(file)
    spoil(file, 1)
    assert damaged(file)

    told = run(file)

    assert stored(file) == before
    for table in ("procurements", "procurement_items", "searches", "window_states", "reading_positions"):
        assert told.saved[table] == counts[table]
    assert told.saved["recent_records"] == counts["recent_records"]


def test_what_was_deleted_stays_deleted(file: Path) -> None:
    with open_workspace(file) as workspace:
        Procurements(workspace).delete("procurement-3")

    told = run(file)

    assert "procurement-3" not in stored(file)
    assert (told.missing, told.begun, told.mended) == ((), (), ())


def test_of_a_file_cut_short_the_beginning_is_rescued(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) * 2 // 3 + 100])
    assert damaged(file)

    told = run(file)

    now = stored(file)
    assert len(now) >= 5
    assert told.pages > 0
    assert all(
        one == titled(int(one.id.split("-")[1]))
        for one in now.values()
        if one.head.title in told.procurements
    )


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"a shopping list " * 1000, b"\xff" * 9000])
def test_where_nothing_is_left_there_is_an_empty_workspace_and_the_file(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    told = run(file)

    assert stored(file) == {}
    assert told.saved == {}
    assert told.kept.read_bytes() == content


@pytest.mark.prove
def test_whatever_is_broken_the_result_is_sound_and_nothing_is_made_up(file: Path, prove: bool) -> None:
    chance, data = random.Random(43), file.read_bytes()
    saved = 0
    for _ in range(400 if prove else 12):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 12)):
            at, length = chance.randrange(len(broken)), chance.choice((1, 16, 700, 5000))
            broken[at : at + length] = chance.randbytes(min(length, len(broken) - at))
        file.write_bytes(broken[: chance.choice((len(broken), len(broken), chance.randrange(len(broken))))])

        told = run(file)

        now = stored(file)
        saved += len(now)
        assert len(now) == len(told.procurements) + len(told.mended) + len(told.begun)
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        told.kept.unlink()
    assert saved > 0


def test_rows_of_an_index_become_rows_of_no_table(file: Path) -> None:
    """A row of the index of confirmed criteria has three texts, as an unread change has."""
    with open_workspace(file) as workspace:
        Procurements(workspace).add(confirmed())
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'confirmed_criteria'")
        connection.commit()

    run(file)

    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT * FROM unread_changes").fetchall() == [
            ("main", "guidance/1", "2026.12.1")
        ]


@pytest.mark.parametrize(("table", "column"), [("procurements", "changed"), ("recent_records", "opened")])
def test_a_time_that_makes_no_sense_keeps_no_list_from_being_read(
    file: Path, table: str, column: str
) -> None:
    before = stored(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"UPDATE {table} SET {column} = '2026-12-01T07:04:41.648831+00:0c'")  # noqa: S608
        connection.commit()

    run(file)

    assert stored(file) == before
    with open_workspace(file) as workspace:
        assert len(workspace.recent()) > 1
        changed = {entry.changed for entry in Procurements(workspace).entries()}
        assert (changed == {NOON}) is (table == "procurements")


def test_a_list_with_a_time_that_makes_no_sense_is_damaged(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE procurements SET changed = 'yesterday' WHERE id = 'procurement-1'")
        connection.commit()

    with open_workspace(file) as workspace, pytest.raises(WorkspaceDamagedError, match="yesterday"):
        Procurements(workspace).entries()


def test_an_older_workspace_is_rescued_and_brought_up_to_date(tmp_path: Path) -> None:
    file = tmp_path / "workspace.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:4])
        connection.execute("INSERT INTO searches VALUES ('laptops', '2026-11-29', 1)")

    told = run(file)

    assert told.saved == {"searches": 1}
    with open_workspace(file) as workspace:
        assert [search.text for search in workspace.searches()] == ["laptops"]
    assert not (tmp_path / "backups").exists()


def test_nothing_is_rescued_while_a_program_has_the_workspace_open(file: Path) -> None:
    with open_workspace(file) as workspace:
        workspace.recent()
        with pytest.raises(WorkspaceOpenError):
            run(file)
        workspace.save_search("chairs", NOON, saved=True)

    assert len(stored(file)) == 20
    assert [path.name for path in file.parent.iterdir()] == [file.name]


class Stopped:
    """A person who stops at the tenth page."""

    def advance(self, done: int, total: int | None = None) -> None:
        del total
        if done == 10:
            raise Cancelled


def test_who_stops_a_rescue_leaves_everything_as_it_was(file: Path) -> None:
    spoil(file, 5)
    old = file.read_bytes()

    with pytest.raises(Cancelled):
        rescue(file, now=NOON, progress=Stopped())

    assert file.read_bytes() == old
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_file_that_cannot_be_kept_is_not_touched(file: Path) -> None:
    spoil(file, 5)
    old = file.read_bytes()
    (file.parent / "workspace-damaged-20261129T120000-000000.sqlite").mkdir()

    with pytest.raises(BackupError):
        run(file)

    assert file.read_bytes() == old
