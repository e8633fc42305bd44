"""The only code that makes a library file.

The same records give the same bytes: rows go in sorted, nothing depends on the clock or the machine, and
the file is rewritten by VACUUM at the end. It is made beside the place where it goes and moved there whole.
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from sqlite_utils import Database
from sqlite_utils.db import Table

from procura_desktop import __version__
from procura_desktop.domain.records import Asset, Record
from procura_desktop.library import rows, schema
from procura_desktop.library.cpv import cpv_labels
from procura_desktop.library.index import Vocabulary, beginning_rows, index_row, meaning_rows
from procura_desktop.library.order import in_list_order, in_set_order
from procura_desktop.library.pack import PackError, library_digest
from procura_desktop.progress import Progress

_INDEX = "INSERT INTO record_search (rowid, title, keywords, summary, body, facets) VALUES (?, ?, ?, ?, ?, ?)"


def build_library(
    out: Path,
    *,
    name: str,
    version: str,
    records: Sequence[Record],
    assets: Sequence[Asset],
    progress: Progress,
    synonyms: Sequence[tuple[str, ...]] = (),
) -> None:
    """Make a library file at `out`, which is replaced in one step or not at all; advances in records.

    Raises:
        PackError: a record cannot be written, or two records or two assets share a name.
        OSError: the folder cannot be written, or the disk is full.
        Cancelled: `out` is as it was.
    """
    _check_unique((record.id for record in records), what="records")
    _check_unique((asset.path for asset in assets), what="assets")
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.{token_hex(6)}.tmp")
    draft.open("xb").close()
    try:
        with closing(sqlite3.connect(draft)) as connection:
            _fill(
                Database(connection),
                name=name,
                version=version,
                records=records,
                assets=assets,
                progress=progress,
                synonyms=synonyms,
            )
        _sync(draft)
        draft.replace(out)
        _sync_folder(out.parent)
    except sqlite3.OperationalError as error:
        raise OSError(f"{draft}: {error}") from error
    finally:
        draft.unlink(missing_ok=True)


def _fill(
    db: Database,
    *,
    name: str,
    version: str,
    records: Sequence[Record],
    assets: Sequence[Asset],
    progress: Progress,
    synonyms: Sequence[tuple[str, ...]],
) -> None:
    db.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    for statement in (*schema.TABLES, schema.SEARCH_INDEX):
        db.execute(statement)
    ordered = in_list_order(records)
    with db.conn:
        _fill_records(db, ordered, progress=progress)
        _fill_details(db, ordered)
        _insert(db, "asset", _asset_rows(assets))
        _insert(db, "library", _fact_rows(db, name=name, version=version))
        _insert(db, "meaning", meaning_rows(ordered, synonyms=synonyms, cpv_labels=cpv_labels()))
        db.execute("INSERT INTO record_search (record_search) VALUES ('optimize')")
    for statement in schema.INDEXES:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    db.execute("ANALYZE")
    db.vacuum()


def _fill_records(db: Database, ordered: list[Record], *, progress: Progress) -> None:
    """Fill the tables of records and the index over them in one pass, whatever their number."""
    titles = {record.id: record.title for record in ordered if record.group}
    vocabulary = Vocabulary()

    def made() -> Iterator[rows.Row]:
        for number, record in enumerate(ordered, start=1):
            row = rows.record_row(record, number=number, group_titles=titles)
            db.execute(_INDEX, index_row(record, row, vocabulary))
            yield row
            progress.advance(number, len(ordered))

    _insert(db, "record", made())
    _insert(db, "word", vocabulary.rows())
    _insert(db, "beginning", beginning_rows(vocabulary))
    _insert(db, "facet", map(rows.facet_row, ordered, range(1, len(ordered) + 1)))


def _fill_details(db: Database, ordered: list[Record]) -> None:
    by_table: dict[str, list[rows.Row]] = defaultdict(list)
    for record in sorted(ordered, key=lambda record: record.id):
        by_table["record_group"] += rows.group_rows(record)
        by_table["record_source"] += rows.source_rows(record)
        by_table["record_name"] += rows.name_rows(record)
        by_table["link"] += rows.link_rows(record)
        by_table["cpv"] += rows.cpv_rows(record)
    by_table["criterion"] += _criterion_rows(ordered)
    for table, found in by_table.items():
        _insert(db, table, found)


def _criterion_rows(ordered: list[Record]) -> Iterator[rows.Row]:
    parts = {record.id: tuple(part.name for part in record.group.parts) for record in ordered if record.group}
    sets: dict[str, list[Record]] = defaultdict(list)
    for record in ordered:
        if record.criterion:
            sets[record.criterion.group].append(record)
    for group, criteria in sorted(sets.items()):
        for position, record in enumerate(in_set_order(criteria, parts=parts.get(group, ())), start=1):
            yield rows.criterion_row(record, position=position)


def _asset_rows(assets: Sequence[Asset]) -> Iterator[rows.Row]:
    for asset in sorted(assets, key=lambda asset: asset.path):
        yield {
            "path": asset.path,
            "media_type": asset.media_type,
            "hash": sha256(asset.data).hexdigest(),
            "data": asset.data,
        }


def _fact_rows(db: Database, *, name: str, version: str) -> Iterator[rows.Row]:
    pairs = db.execute("SELECT id, hash FROM record").fetchall()
    newest = db.execute("SELECT coalesce(max(updated), '') FROM record").fetchone()[0]
    facts = {
        "name": name,
        "version": version,
        "schema": schema.SCHEMA_VERSION,
        "digest": library_digest(pairs),
        "records": len(pairs),
        "newest": newest,
        "needs_program": schema.NEEDS_PROGRAM,
        "built_by": f"Procura Desktop {__version__}",
    }
    for key, value in sorted(facts.items()):
        yield {"key": key, "value": str(value)}


def _insert(db: Database, table: str, found: Iterable[rows.Row]) -> None:
    target = db[table]
    if not isinstance(target, Table):
        raise TypeError(f"{table} is no table")
    target.insert_all(found)


def _check_unique(names: Iterable[str], *, what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise PackError(f"two {what} are called {name!r}")
        seen.add(name)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
