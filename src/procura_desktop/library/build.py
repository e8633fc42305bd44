"""The only code that makes a library file.

The same records give the same bytes: rows go in sorted, nothing depends on the clock or the machine, and
the file is rewritten by VACUUM at the end. It is made beside the place where it goes and moved there whole.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from secrets import token_hex
from types import MappingProxyType

from sqlite_utils import Database
from sqlite_utils.db import Table

from procura_desktop import __version__
from procura_desktop.domain.records import Asset, Record
from procura_desktop.library import rows, schema
from procura_desktop.library.cpv import cpv_labels
from procura_desktop.library.disk import sync_file, sync_folder
from procura_desktop.library.entries import ASSET, SYNONYMS, synonyms_line
from procura_desktop.library.index import Vocabulary, beginning_rows, index_row, meaning_rows
from procura_desktop.library.order import in_list_order, in_set_order
from procura_desktop.library.pack import PackError, library_digest, record_hash
from procura_desktop.progress import Progress

BUILT_BY = f"Procura Desktop {__version__}"
INDEX = "INSERT INTO record_search (rowid, title, keywords, summary, body, facets) VALUES (?, ?, ?, ?, ?, ?)"


def build_library(
    out: Path,
    *,
    name: str,
    version: str,
    records: Sequence[Record],
    assets: Sequence[Asset],
    progress: Progress,
    synonyms: Sequence[tuple[str, ...]] = (),
    publisher: str = "",
    published: str = "",
    originals: Mapping[str, bytes] = MappingProxyType({}),
) -> None:
    """Make a library file at `out`, which is replaced in one step or not at all; advances in records.

    `publisher` and `published` are those of a release, "" for what is built straight from content;
    `originals` are the published lines, by id, of records that are shown otherwise.

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
            db = Database(connection)
            _fill(
                db, records=records, assets=assets, originals=originals, synonyms=synonyms, progress=progress
            )
            facts = {"name": name, "version": version, "publisher": publisher, "published": published}
            _finish(db, facts)
        sync_file(draft)
        draft.replace(out)
        sync_folder(out.parent)
    except sqlite3.OperationalError as error:
        raise OSError(f"{draft}: {error}") from error
    finally:
        draft.unlink(missing_ok=True)


def _fill(
    db: Database,
    *,
    records: Sequence[Record],
    assets: Sequence[Asset],
    originals: Mapping[str, bytes],
    synonyms: Sequence[tuple[str, ...]],
    progress: Progress,
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
        keep_originals(db, originals)
        insert(db, "asset", map(rows.asset_row, sorted(assets, key=lambda asset: asset.path)))
        insert(db, "synonym", map(rows.synonym_row, synonyms, range(1, len(synonyms) + 1)))
        insert(db, "meaning", meaning_rows(ordered, synonyms=synonyms, cpv_labels=cpv_labels()))
        db.execute("INSERT INTO record_search (record_search) VALUES ('optimize')")


def _finish(db: Database, facts: Mapping[str, str]) -> None:
    with db.conn:
        write_facts(db, facts)
    for statement in schema.INDEXES:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    db.execute("ANALYZE")
    db.vacuum()


def keep_originals(db: Database, originals: Mapping[str, bytes]) -> None:
    """Keep the published lines of records that are shown otherwise; their hashes are of these."""
    for record_id, line in sorted(originals.items()):
        insert(db, "original", [{"record_id": record_id, "line": line.decode()}])
        db.execute("UPDATE record SET hash = ? WHERE id = ?", (record_hash(line), record_id))


def _fill_records(db: Database, ordered: list[Record], *, progress: Progress) -> None:
    """Fill the tables of records and the index over them in one pass, whatever their number."""
    titles = {record.id: record.title for record in ordered if record.group}
    vocabulary = Vocabulary()

    def made() -> Iterator[rows.Row]:
        for done, record in enumerate(ordered, start=1):
            row = rows.record_row(record, number=done * schema.NUMBER_STEP, group_titles=titles)
            db.execute(INDEX, index_row(record, row, vocabulary))
            yield row
            progress.advance(done, len(ordered))

    insert(db, "record", made())
    insert(db, "word", vocabulary.rows())
    insert(db, "beginning", beginning_rows(vocabulary))
    numbers = range(schema.NUMBER_STEP, (len(ordered) + 1) * schema.NUMBER_STEP, schema.NUMBER_STEP)
    insert(db, "facet", map(rows.facet_row, ordered, numbers))


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
        insert(db, table, found)


def _criterion_rows(ordered: list[Record]) -> Iterator[rows.Row]:
    parts = {record.id: tuple(part.name for part in record.group.parts) for record in ordered if record.group}
    sets: dict[str, list[Record]] = defaultdict(list)
    for record in ordered:
        if record.criterion:
            sets[record.criterion.group].append(record)
    for group, criteria in sorted(sets.items()):
        for position, record in enumerate(in_set_order(criteria, parts=parts.get(group, ())), start=1):
            yield rows.criterion_row(record, position=position)


def write_facts(db: Database, facts: Mapping[str, str]) -> None:
    """Write what the library says about itself: `facts`, and what can be counted."""
    pairs = hashes_in(db)
    (newest,) = db.execute("SELECT coalesce(max(updated), '') FROM facet").fetchone()
    (records,) = db.execute("SELECT count(*) FROM facet").fetchone()
    counted = {
        "schema": schema.SCHEMA_VERSION,
        "digest": library_digest(pairs),
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


def hashes_in(db: Database) -> list[tuple[str, str]]:
    """Give (name, hash) of every line that the library holds, in no order."""
    pairs: list[tuple[str, str]] = db.execute("SELECT id, hash FROM record").fetchall()
    pairs += db.execute(f"SELECT '{ASSET}' || path, hash FROM asset").fetchall()  # noqa: S608 - our own word
    lists = db.execute("SELECT words FROM synonym ORDER BY position").fetchall()
    if lists:
        pairs.append((SYNONYMS, record_hash(synonyms_line([rows.words_of(words) for (words,) in lists]))))
    return pairs


def insert(db: Database, table: str, found: Iterable[rows.Row]) -> None:
    """Put rows into a table."""
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
