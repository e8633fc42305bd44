"""The only code that makes a library file.

The same records give the same bytes: rows go in by their numbers, nothing depends on the clock or the
machine, and the file is written by VACUUM at the end. It is made beside the place where it goes and moved
there whole; what comes before lies in temporary files of SQLite. Records pass through and are not held, so
that memory grows with the number of different words alone.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from heapq import merge
from itertools import islice
from pathlib import Path
from secrets import token_hex
from types import MappingProxyType

from sqlite_utils import Database
from sqlite_utils.db import Table

from procura_desktop import __version__
from procura_desktop.domain.records import Asset, Record
from procura_desktop.library import rows, schema
from procura_desktop.library.arrived import Arrived
from procura_desktop.library.cpv import cpv_labels
from procura_desktop.library.disk import sync_file, sync_folder
from procura_desktop.library.entries import ASSET, SYNONYMS, synonyms_line
from procura_desktop.library.index import Vocabulary, beginning_rows, facet_row, index_row, meaning_rows
from procura_desktop.library.order import set_key
from procura_desktop.library.pack import PackError, record_hash, sorted_digest
from procura_desktop.library.sortable import sort_bytes
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress

BUILT_BY = f"Procura Desktop {__version__}"
INDEX = "INSERT INTO record_search (rowid, title, keywords, summary, body, facets) VALUES (?, ?, ?, ?, ?, ?)"
_AT_ONCE = 200  # records that go through the tables together
_CACHE_KIB, _TEMPORARY_CACHE_KIB = 32_768, 8_192
# The index is written in pieces, one for each savepoint, which become one at the end. FTS5 has room for 2,000
# of them and says "disk is full" then; 500 of a size become a larger one before, so that three sizes fit.
_WHILE_BUILDING = {"hashsize": 16 * 1024 * 1024, "automerge": 0, "crisismerge": 500}
# Criteria wait here until all of their set are known, and with them the place of each.
_SETS = "CREATE TEMP TABLE placed AS SELECT *, x'' AS place FROM criterion"
_PLACE = """
INSERT INTO temp.placed VALUES (:record_id, :group_id, :part, :position, :code, :kind, :origin, :levels,
    :market_maturity, :burden, :hotspot_stage, :hotspot_impact, :place)
"""
_IN_SETS = """
INSERT INTO criterion
SELECT record_id, group_id, part, row_number() OVER (PARTITION BY group_id ORDER BY place), code, kind,
    origin, levels, market_maturity, burden, hotspot_stage, hotspot_impact
FROM temp.placed ORDER BY record_id
"""


def build_library(
    out: Path,
    *,
    name: str,
    version: str,
    records: Iterable[Record],
    assets: Sequence[Asset],
    progress: Progress,
    synonyms: Sequence[tuple[str, ...]] = (),
    publisher: str = "",
    published: str = "",
    originals: Mapping[str, bytes] = MappingProxyType({}),
) -> None:
    """Make a library file at `out`, which is replaced in one step or not at all; advances in records.

    `records` are gone through once. `publisher` and `published` are those of a release, "" for what is built
    straight from content; `originals` are the published lines, by id, of records that are shown otherwise.

    Raises:
        PackError: a record cannot be written, or two records or two assets share a name.
        OSError: the folder cannot be written, or the disk is full.
        Cancelled: `out` is as it was.
    """
    _check_unique(asset.path for asset in assets)
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.{token_hex(6)}.tmp")
    draft.open("xb").close()
    try:
        with closing(
            sqlite3.connect("", isolation_level=None)
        ) as connection:  # a temporary file, without name
            db = Database(connection)
            _prepare(db)
            db.execute("BEGIN")
            arrived = Arrived.of(db, records)
            insert(db, "asset", map(rows.asset_row, sorted(assets, key=lambda asset: asset.path)))
            insert(db, "synonym", map(rows.synonym_row, synonyms, range(1, len(synonyms) + 1)))
            _fill(db, arrived, originals=originals, synonyms=synonyms, progress=progress)
            for statement in schema.INDEXES:
                db.execute(statement)
            write_facts(
                db, {"name": name, "version": version, "publisher": publisher, "published": published}
            )
            db.execute("COMMIT")
            db.execute("ANALYZE")
            db.execute("VACUUM INTO ?", (str(draft),))
        sync_file(draft)
        draft.replace(out)
        sync_folder(out.parent)
    except sqlite3.OperationalError as error:
        raise OSError(f"{draft}: {error}") from error
    finally:
        draft.unlink(missing_ok=True)


def _prepare(db: Database) -> None:
    """Make the tables."""
    db.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    db.execute("PRAGMA journal_mode = OFF")
    db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    db.execute(f"PRAGMA temp.cache_size = -{_TEMPORARY_CACHE_KIB}")
    for statement in (*schema.TABLES, schema.TEXTS, _SETS):
        db.execute(statement)
    make_index(db)


def make_index(db: Database) -> None:
    """Make an empty index that takes any number of pieces, to be put together at the end."""
    db.execute(schema.SEARCH_INDEX)
    for setting in _WHILE_BUILDING.items():
        db.execute("INSERT INTO record_search (record_search, rank) VALUES (?, ?)", setting)


def _fill(
    db: Database,
    arrived: Arrived,
    *,
    originals: Mapping[str, bytes],
    synonyms: Sequence[tuple[str, ...]],
    progress: Progress,
) -> None:
    vocabulary = Vocabulary()
    _insert_meanings(db, (), synonyms=synonyms)
    records, done = arrived.in_order(), 0
    while some := list(islice(records, _AT_ONCE)):
        _put_in(db, some, arrived, vocabulary, before=done)
        for _ in some:
            done += 1
            progress.advance(done, arrived.total)
    keep_originals(db, originals)
    _insert_meanings(db, (), cpv=cpv_labels())
    insert(db, "word", vocabulary.rows())
    insert(db, "beginning", beginning_rows(vocabulary))
    db.execute(_IN_SETS)
    db.execute("INSERT INTO record_search (record_search) VALUES ('optimize')")
    db.execute("DELETE FROM record_search_config WHERE k <> 'version'")


def _put_in(
    db: Database,
    some: Sequence[tuple[Record, bytes]],
    arrived: Arrived,
    vocabulary: Vocabulary,
    *,
    before: int,
) -> None:
    """Put records into the tables and the index; `before` says how many are there already."""
    records = [record for record, _ in some]
    made = [
        rows.record_row(record, line=line, number=at * schema.NUMBER_STEP, group_titles=arrived.titles)
        for at, (record, line) in enumerate(some, start=before + 1)
    ]
    insert(db, "record", made)
    indexed = [index_row(record, row, vocabulary) for record, row in zip(records, made, strict=True)]
    db.conn.executemany(INDEX, indexed)
    insert(db, "facet", map(facet_row, records, indexed))
    details: dict[str, list[rows.Row]] = {table: [] for table in rows.DETAILS}
    for record in records:
        for table, row in rows.detail_rows(record):
            details[table].append(row)
    for table, found in details.items():
        insert(db, table, found)
    db.conn.executemany(_PLACE, (_placed(record, arrived) for record in records if record.criterion))
    _insert_meanings(db, records)


def _placed(record: Record, arrived: Arrived) -> rows.Row:
    row = rows.criterion_row(record, position=0)
    parts = arrived.parts.get(str(row["group_id"]), ())
    return {**row, "place": sort_bytes(set_key(record, parts=parts))}


def _insert_meanings(
    db: Database,
    records: Iterable[Record],
    *,
    synonyms: Iterable[Sequence[str]] = (),
    cpv: Iterable[Sequence[str]] = (),
) -> None:
    found = meaning_rows(records, synonyms=synonyms, cpv_labels=cpv)
    insert(db, "meaning", found, ignore=True)  # the first counts


def keep_originals(db: Database, originals: Mapping[str, bytes]) -> None:
    """Keep the published lines of records that are shown otherwise; their hashes are of these."""
    for record_id, line in sorted(originals.items()):
        insert(db, "original", [{"record_id": record_id, "line": line.decode()}])
        db.execute("UPDATE record SET hash = ? WHERE id = ?", (record_hash(line), record_id))


def write_facts(db: Database, facts: Mapping[str, str]) -> None:
    """Write what the library says about itself: `facts`, and what can be counted."""
    (records, newest) = db.execute("SELECT count(*), coalesce(max(updated), '') FROM facet").fetchone()
    counted = {
        "schema": schema.SCHEMA_VERSION,
        "digest": sorted_digest(hashes_in(db)),
        "records": records,
        "newest": newest,
        "needs_program": schema.NEEDS_PROGRAM,
        "built_by": BUILT_BY,
    }
    db.execute("DELETE FROM library")
    insert(
        db,
        "library",
        ({"key": key, "value": str(value)} for key, value in sorted({**facts, **counted}.items())),
    )


def hashes_in(db: Database) -> Iterator[tuple[str, str]]:
    """Give (name, hash) of every line that the library holds, sorted by name."""
    others: list[tuple[str, str]] = db.execute(f"SELECT '{ASSET}' || path, hash FROM asset").fetchall()  # noqa: S608 - our own word
    lists = db.execute("SELECT words FROM synonym ORDER BY position").fetchall()
    if lists:
        others.append((SYNONYMS, record_hash(synonyms_line([rows.words_of(words) for (words,) in lists]))))
    return merge(db.execute("SELECT id, hash FROM record ORDER BY id"), sorted(others))


def insert(db: Database, table: str, found: Iterable[rows.Row], *, ignore: bool = False) -> None:
    """Put rows into a table; `ignore` leaves out those whose key is there already."""
    target = db[table]
    if not isinstance(target, Table):
        raise TypeError(f"{table} is no table")
    target.insert_all(found, ignore=ignore)


def _check_unique(paths: Iterable[str]) -> None:
    seen: set[str] = set()
    for path in paths:
        if path in seen:
            raise PackError(phrase("details", "two assets are called {path}").of(path=repr(path)))
        seen.add(path)
