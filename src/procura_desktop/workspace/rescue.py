"""A damaged workspace: what can be read in it goes into a new one, and the old file is kept.

Rows are read page by page without SQLite, which stops at the first damage. A procurement that lost some
criteria keeps the others; criteria whose procurement is lost get a new one around them. What was saved and
what was not is told; that a letter changed within a text nobody can notice but its reader.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from procura_desktop.errors import WorkspaceInUseError, WorkspaceOpenError
from procura_desktop.library.disk import sync_file
from procura_desktop.progress import Cancelled, Progress
from procura_desktop.workspace.alone import alone
from procura_desktop.workspace.migrations import MIGRATIONS, migrate
from procura_desktop.workspace.pages import INDEX_LEAF, TABLE_LEAF, Pages, Row, Value
from procura_desktop.workspace.rescued import Rebuilt, rebuilt
from procura_desktop.workspace.restoring import COMPANIONS, keep_damaged, put_in_place
from procura_desktop.workspace.shapes import TIME_COLUMNS, Shape, shape_of, shapes_of
from procura_desktop.workspace.sound import check_sound
from procura_desktop.workspace.writing import translated_error

_SCHEMA_ROOT = 1
_ID_INDEX = "sqlite_autoindex_procurements_1"
_Named = dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What came of a rescue.

    Attributes:
        kept: where the damaged file is.
        saved: rows in the new workspace, by table.
        lost: rows that were seen and could not be read, by table; rows on a page that is lost are not seen.
        pages: pages that could not be read at all.
        loose: rows of which nobody knows where they belong.
        procurements: titles of those that are whole.
        mended: titles of those that lost criteria, and how many.
        begun: titles of those that were made anew around criteria whose procurement is lost.
        missing: titles of procurements that are lost, or their ids where the title is lost too.
    """

    kept: Path
    saved: Mapping[str, int]
    lost: Mapping[str, int]
    pages: int
    loose: int
    procurements: tuple[str, ...]
    mended: tuple[tuple[str, int], ...]
    begun: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """What was read: rows by table, and ids of procurements that an index knows."""

    rows: dict[str, list[_Named]] = field(default_factory=dict)
    torn: list[_Named] = field(default_factory=list)  # of procurements
    known: set[str] = field(default_factory=set)
    lost: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    loose: int = 0


def rescue(workspace: Path, *, now: datetime, progress: Progress) -> Rescue:
    """Make a new workspace of what can be read in a damaged one, in its place; advances in pages.

    Raises:
        WorkspaceOpenError: a program has it open; nothing was changed.
        WorkspaceInUseError: somebody else has it open; nothing was changed.
        BackupError: the damaged file cannot be kept; nothing was changed.
        WorkspaceError: the new one cannot be written; the damaged file is where it was.
        Cancelled: the user asked to stop; the damaged file is where it was.
    """
    kept = keep_damaged(workspace, now=now)  # before anybody looks: SQLite may write to what it opens
    try:
        with alone(workspace):
            return _in_its_place(workspace, kept, now, progress)
    except (WorkspaceOpenError, WorkspaceInUseError, Cancelled):
        for companion in ("", *COMPANIONS):
            kept.with_name(kept.name + companion).unlink(missing_ok=True)
        raise


def _in_its_place(workspace: Path, kept: Path, now: datetime, progress: Progress) -> Rescue:
    draft = workspace.with_name(f".{workspace.name}.rescued.tmp")
    try:
        pages = Pages(kept.read_bytes(), _beside(kept, "-wal"), _beside(kept, "-journal"))
        draft.unlink(missing_ok=True)
        told = _written(pages, draft, kept, now, progress)
        sync_file(draft)
        check_sound(draft)
        put_in_place(draft, workspace)
    except (OSError, sqlite3.Error) as error:
        raise translated_error(workspace, error) from error
    finally:
        draft.unlink(missing_ok=True)
    return told


def _beside(kept: Path, companion: str) -> bytes:
    path = kept.with_name(f"{kept.name}{companion}")
    return path.read_bytes() if path.exists() else b""


def _written(pages: Pages, draft: Path, kept: Path, now: datetime, progress: Progress) -> Rescue:
    version = _version(pages)
    with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection, MIGRATIONS[:version])
        shapes = shapes_of(connection)
        found = _read(pages, shapes, progress)
        made = rebuilt(
            found.rows.pop("procurements", []), found.rows.pop("procurement_items", []), torn=found.torn
        )
        saved = _insert(connection, made, found, now)
        migrate(connection)
    named = {str(row["id"]) for row in made.bodies}
    missing = (*made.missing, *sorted(found.known - named - set(made.missing_ids)))
    return Rescue(
        kept=kept,
        saved=dict(sorted(saved.items())),
        lost=dict(sorted((found.lost + Counter(made.lost)).items())),
        pages=found.pages,
        loose=found.loose,
        procurements=made.whole,
        mended=made.mended,
        begun=made.begun,
        missing=missing,
    )


def _version(pages: Pages) -> int:
    """Give the number of the last migration that the file had; where that is lost, ours."""
    roots = {name: root for name, _, root in _trees(pages)}
    numbers = [
        row.number
        for page in _below(pages, roots.get("migrations", 0))
        for row in pages.rows(page)
        if row.whole and 0 < row.number <= MIGRATIONS[-1].number
    ]
    return max(numbers, default=MIGRATIONS[-1].number)


def _read(pages: Pages, shapes: Mapping[str, Shape], progress: Progress) -> _Found:
    """Read the trees first, then pages that no tree leads to any more."""
    found = _Found()
    done = set(_below(pages, _SCHEMA_ROOT))
    for name, _, root in _trees(pages):
        for page in _below(pages, root):
            if page in done or (name in shapes and _is_strange(pages, page, shapes[name])):
                continue
            done.add(page)
            progress.advance(len(done), pages.count)
            if not pages.kind(page):
                found.pages += 1
            elif name in shapes:
                _take_page(pages, page, shapes[name], found)
    for page in set(range(1, pages.count + 1)) - done - pages.free():
        progress.advance(len(done), pages.count)
        _take_orphans(pages, page, tuple(shapes.values()), found)
    return found


def _trees(pages: Pages) -> list[tuple[str, str, int]]:
    """Give (name, kind, root page) of every table and index that the file still names."""
    found = []
    for page in _below(pages, _SCHEMA_ROOT):
        for row in pages.rows(page):
            if len(row.values) >= 4:
                kind, name, _, root = row.values[:4]
                if isinstance(name, str) and isinstance(kind, str) and isinstance(root, int):
                    found.append((name, kind, root))
    return found


def _below(pages: Pages, root: int) -> Iterator[int]:
    """Give the pages of a tree from its root on, each once, also those that the file has no more."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        page = waiting.pop()
        if page in seen or not 0 < page <= pages.expected:
            continue
        seen.add(page)
        yield page
        waiting.extend(reversed(pages.children(page)))


def _is_strange(pages: Pages, page: int, shape: Shape) -> bool:
    """Say whether a page holds another table's rows: a damaged inner page can lead anywhere."""
    whole = [row for row in pages.rows(page) if row.whole]
    return bool(whole) and not any(shape.fits(row.values) for row in whole)


def _take_page(pages: Pages, page: int, shape: Shape, found: _Found) -> None:
    for row in pages.rows(page):
        if shape.table and row.whole and shape.fits(row.values):
            found.rows.setdefault(shape.table, []).append(_named(shape, row))
        elif shape.table:
            found.lost[shape.table] += 1
            if shape.table == "procurements":
                found.torn.append(_named(shape, row))
        elif shape.name == _ID_INDEX:
            found.known.update(value for value in row.values[:1] if isinstance(value, str))


def _take_orphans(pages: Pages, page: int, shapes: tuple[Shape, ...], found: _Found) -> None:
    kind = pages.kind(page)
    tree = TABLE_LEAF if kind == TABLE_LEAF else INDEX_LEAF
    for row in pages.rows(page):
        shape = shape_of(row.values, tree, shapes) if row.whole else None
        if shape is None:
            found.loose += 1
        elif shape.name == _ID_INDEX:
            found.known.add(str(row.values[0]))
        elif shape.table:
            found.rows.setdefault(shape.table, []).append(_named(shape, row))


def _named(shape: Shape, row: Row) -> _Named:
    return {
        column.name: row.number if column.is_rowid and value is None else value
        for column, value in zip(shape.columns, row.values, strict=False)
    }


def _timed(table: str, column: str, value: Value, stamp: str) -> Value:
    """Give a value, but the time of now in the place of a time that cannot be read any more."""
    if (table, column) not in TIME_COLUMNS:
        return value
    try:
        return value if datetime.fromisoformat(str(value)).tzinfo is not None else stamp
    except ValueError:
        return stamp


def _insert(connection: sqlite3.Connection, made: Rebuilt, found: _Found, now: datetime) -> Counter[str]:
    """Write rows into the new workspace; of two with one key the first stays, which a tree led to."""
    stamp = now.astimezone(UTC).isoformat(timespec="microseconds")
    tables = {"procurements": made.bodies, "procurement_items": made.items, **found.rows}
    tables.pop("migrations", None)
    saved: Counter[str] = Counter()
    connection.execute("BEGIN")
    for table, rows in tables.items():
        for read in rows:
            row = {name: _timed(table, name, value, stamp) for name, value in read.items()}
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608
            try:
                saved[table] += connection.execute(statement, tuple(row.values())).rowcount
            except sqlite3.IntegrityError:  # a value that the table does not take
                found.lost[table] += 1
    connection.execute("COMMIT")
    return saved
