"""Leads a copy of a library file to a later release: only what changed is indexed anew.

The result holds the same lines, and finds the same, as a file built from the full pack. Where the copy cannot
be changed so (an index of another version of the program, no room left between two records), it says
`RebuildNeededError`, and the caller builds the file from its lines.
"""

import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlite_utils import Database

from procura_desktop.domain.records import Record
from procura_desktop.errors import ProcuraError
from procura_desktop.library import rows, schema
from procura_desktop.library.arrival import shown
from procura_desktop.library.build import BUILT_BY, INDEX, insert, keep_originals, write_facts
from procura_desktop.library.cpv import cpv_labels
from procura_desktop.library.delta import Delta
from procura_desktop.library.entries import ASSET, SYNONYMS, Entries
from procura_desktop.library.index import Vocabulary, facet_row, index_row, meaning_rows
from procura_desktop.library.order import in_set_order, list_key
from procura_desktop.library.pack import PackError, decode_record, encode_record
from procura_desktop.library.room import numbers_between
from procura_desktop.library.vocabulary import change_beginnings, change_words, stems_in
from procura_desktop.phrases import phrase

_Indexed = tuple[str | int | bytes, ...]  # what `index_row` gives
_KNOWN = ("number", "kind", "title", "keywords", "summary", "details")  # what the index is made of
_INDEXED = f"SELECT {', '.join(_KNOWN)} FROM record WHERE number = ?"  # noqa: S608 - our own names
# Of an index without contents, FTS5 forgets a row when it is told what was in it.
_UNINDEX = (
    "INSERT INTO record_search (record_search, rowid, title, keywords, summary, body, facets) "
    "VALUES ('delete', ?, ?, ?, ?, ?, ?)"
)


class RebuildNeededError(ProcuraError):
    """The file cannot be changed in place; it must be built from its lines."""


@dataclass(slots=True)
class _Change:
    """Records before and after, by id; `numbers` are those that `before` had."""

    before: dict[str, Record] = field(default_factory=dict)
    after: dict[str, Record] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)


def change_library(copy: Path, delta: Delta) -> None:
    """Change a copy of the library that the delta starts from; whatever goes wrong, the copy is of no use.

    What was changed is not on the disk yet: see `disk.syncing`.

    Raises:
        RebuildNeededError: see above.
        PackError: the lines that come of it are not those that were published.
        OSError: the file cannot be written, or the disk is full.
    """
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")  # a copy that a crash breaks is thrown away
            connection.execute("PRAGMA journal_mode = OFF")
            db = Database(connection)
            _refuse_other_index(db)
            connection.execute("BEGIN IMMEDIATE")
            _apply(db, delta)
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise OSError(f"{copy}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise PackError(
            phrase("details", "the library that the update starts from is damaged: {error}").of(error=error)
        ) from error


def _refuse_other_index(db: Database) -> None:
    facts = dict(db.execute("SELECT key, value FROM library").fetchall())
    if facts.get("built_by") != BUILT_BY:
        raise RebuildNeededError(f"the index was made by {facts.get('built_by')}, this is {BUILT_BY}")
    found = db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    statements = {sql.strip() for (sql,) in found}
    if not statements.issuperset(map(str.strip, (*schema.TABLES, schema.SEARCH_INDEX, *schema.INDEXES))):
        raise RebuildNeededError("its tables are others than this program makes")


def _apply(db: Database, delta: Delta) -> None:
    entries = Entries.of(delta.lines.values())
    records, originals = shown(entries)
    removed = [name for name in delta.removed if _is_record(name)]
    change = _gather(db, records, removed)
    _change_records(db, change)
    published = (*removed, *(record.id for record in records))
    db.conn.executemany("DELETE FROM original WHERE record_id = ?", [(name,) for name in published])
    keep_originals(db, originals)
    _change_assets(db, entries, [name for name in delta.removed if name.startswith(ASSET)])
    if SYNONYMS in delta.removed or entries.synonyms:
        db.execute("DELETE FROM synonym")
        insert(db, "synonym", map(rows.synonym_row, entries.synonyms, range(1, len(entries.synonyms) + 1)))
    _change_meaning(db, change, synonyms_changed=SYNONYMS in delta.removed or bool(entries.synonyms))
    facts = delta.facts
    write_facts(
        db,
        {
            "name": facts.name,
            "version": facts.version,
            "publisher": facts.publisher,
            "published": facts.published,
        },
    )
    (digest,) = db.execute("SELECT value FROM library WHERE key = 'digest'").fetchone()
    if digest != facts.digest:
        raise PackError(
            phrase("details", "the update leads to other lines than were published: the digest differs")
        )


def _is_record(name: str) -> bool:
    return name != SYNONYMS and not name.startswith(ASSET)


def _gather(db: Database, records: list[Record], removed: list[str]) -> _Change:
    """Find what was there of all records concerned, also of those that only carry a group's old title."""
    change = _Change(after={record.id: record for record in records})
    for record_id in (*change.after, *removed):
        _read_before(db, change, record_id)
    for group in _retitled(change):
        for (record_id,) in db.execute(
            "SELECT record_id FROM record_group WHERE group_id = ?", (group,)
        ).fetchall():
            if record_id not in change.before:
                _read_before(db, change, record_id)
                change.after[record_id] = change.before[record_id]
    return change


def _read_before(db: Database, change: _Change, record_id: str) -> None:
    found = db.execute("SELECT number, json FROM record WHERE id = ?", (record_id,)).fetchone()
    if found is not None:
        change.numbers[record_id] = int(found[0])
        change.before[record_id] = decode_record(str(found[1]).encode())


def _retitled(change: _Change) -> Iterator[str]:
    for name in dict.fromkeys((*change.before, *change.after)):
        old, new = change.before.get(name), change.after.get(name)
        was = old.title if old is not None and old.group else ""
        becomes = new.title if new is not None and new.group else ""
        if was != becomes:
            yield name


def _change_records(db: Database, change: _Change) -> None:
    stem_of = stems_in(db)
    gone, come = Vocabulary(stem_of, sys.maxsize), Vocabulary(stem_of, sys.maxsize)
    hashes = {name: _hash(db, name) for name in change.before}
    unindexed = [_take_out(db, old, change.numbers[name], gone) for name, old in change.before.items()]
    numbers = _numbers(db, change)
    titles = dict(db.execute("SELECT id, title FROM record WHERE kind = 'group'").fetchall())
    titles |= {name: record.title for name, record in change.after.items() if record.group}
    ordered = sorted(change.after.values(), key=lambda record: numbers[record.id])
    indexed = _put_in(db, ordered, numbers, titles, come)
    _change_index(db, unindexed, indexed)
    _change_details(db, change, stem_of)
    for record_id, record in change.after.items():
        # Where only its group has another title, it may be shown otherwise than it was published.
        if record is change.before.get(record_id):
            db.execute("UPDATE record SET hash = ? WHERE id = ?", (hashes[record_id], record_id))
    _change_sets(db, change)
    change_words(db, gone, come)
    change_beginnings(db, gone, come)


def _hash(db: Database, record_id: str) -> str:
    (found,) = db.execute("SELECT hash FROM record WHERE id = ?", (record_id,)).fetchone()
    return str(found)


def _take_out(db: Database, record: Record, number: int, gone: Vocabulary) -> _Indexed:
    """Take a record out, and give what the index has of it."""
    found = db.execute(_INDEXED, (number,)).fetchone()
    db.execute("DELETE FROM facet WHERE number = ?", (number,))
    db.execute("DELETE FROM record WHERE number = ?", (number,))
    return index_row(record, dict(zip(_KNOWN, found, strict=True)), gone)


def _put_in(
    db: Database,
    records: list[Record],
    numbers: Mapping[str, int],
    titles: Mapping[str, str],
    come: Vocabulary,
) -> list[_Indexed]:
    """Put records in, and give what the index is to have of them."""
    made = [
        rows.record_row(record, line=encode_record(record), number=numbers[record.id], group_titles=titles)
        for record in records
    ]
    insert(db, "record", made)
    indexed = [index_row(record, row, come) for record, row in zip(records, made, strict=True)]
    insert(db, "facet", map(facet_row, records, indexed))
    return indexed


def _change_index(db: Database, gone: list[_Indexed], come: list[_Indexed]) -> None:
    """Change the index in the order of its rows: so it takes all together and writes one piece."""
    steps = [*((row, _UNINDEX) for row in gone), *((row, INDEX) for row in come)]
    for row, statement in sorted(steps, key=lambda step: int(step[0][0])):
        db.execute(statement, row)


def _change_details(db: Database, change: _Change, stem_of: Callable[[str], str]) -> None:
    """Change the rows of details that differ."""
    old, new = _details(change.before, stem_of), _details(change.after, stem_of)
    for table, keys in rows.DETAILS.items():
        where = " AND ".join(f"{key} = :{key}" for key in keys)
        gone = [row for found, row in old[table].items() if found not in new[table]]
        db.conn.executemany(f"DELETE FROM {table} WHERE {where}", gone)  # noqa: S608 - our own names
        insert(db, table, [row for found, row in new[table].items() if found not in old[table]])


def _details(
    records: Mapping[str, Record], stem_of: Callable[[str], str]
) -> dict[str, dict[tuple[object, ...], rows.Row]]:
    """Give all rows of details of some records: by table, and by all their values."""
    found: dict[str, dict[tuple[object, ...], rows.Row]] = {table: {} for table in rows.DETAILS}
    for record in records.values():
        for table, row in rows.detail_rows(record, stem_of=stem_of):
            found[table][tuple(row.values())] = row
    return found


def _numbers(db: Database, change: _Change) -> dict[str, int]:
    """Give every record its number: the old one where its place among the others is the same."""
    kept, moved = {}, []
    for record_id, record in change.after.items():
        old = change.before.get(record_id)
        if old is not None and list_key(old) == list_key(record):
            kept[record_id] = change.numbers[record_id]
        else:
            moved.append(record)
    found = numbers_between(
        db, sorted(moved, key=list_key), kept={kept[name]: change.after[name] for name in kept}
    )
    if found is None:
        raise RebuildNeededError("there is no room between two records")
    return kept | found


def _change_sets(db: Database, change: _Change) -> None:
    """Write criteria anew: one whose place in its set is the same alone, the others with their whole set."""
    moved, kept = set(), []
    for name in dict.fromkeys((*change.before, *change.after)):
        old, new = change.before.get(name), change.after.get(name)
        if _place_in_set(old) != _place_in_set(new):
            moved |= {_set_of(record) for record in (old, new) if record is not None}
        elif new is not None and new.criterion:
            kept.append(new)
    for record in kept:
        if _set_of(record) not in moved:
            _write_criterion(db, record)
    for group in sorted(moved - {""}):
        _write_set(db, group)


def _set_of(record: Record) -> str:
    """Give the product group whose set a record belongs to or leads; "" means none."""
    if record.criterion:
        return record.criterion.group
    return record.id if record.group else ""


def _place_in_set(record: Record | None) -> tuple[object, ...] | None:
    """Give what the order of a set depends on, of a criterion and of the group."""
    if record is None:
        return None
    if record.criterion:
        criterion = record.criterion
        return (criterion.group, criterion.part, criterion.kind, criterion.code)
    return tuple(part.name for part in record.group.parts) if record.group else ()


def _write_criterion(db: Database, record: Record) -> None:
    where = "criterion WHERE record_id = ?"
    (position,) = db.execute(f"SELECT position FROM {where}", (record.id,)).fetchone()  # noqa: S608 - our own
    db.execute(f"DELETE FROM {where}", (record.id,))  # noqa: S608 - our own name
    insert(db, "criterion", [rows.criterion_row(record, position=int(position))])


def _write_set(db: Database, group: str) -> None:
    db.execute("DELETE FROM criterion WHERE group_id = ?", (group,))
    found = db.execute(
        "SELECT json FROM record WHERE kind = 'criterion' AND id IN "
        "(SELECT record_id FROM record_group WHERE group_id = ? AND position = 0)",
        (group,),
    ).fetchall()
    criteria = [decode_record(json.encode()) for (json,) in found]
    own = db.execute("SELECT json FROM record WHERE id = ? AND kind = 'group'", (group,)).fetchone()
    details = decode_record(own[0].encode()).group if own else None
    ordered = in_set_order(criteria, parts=tuple(part.name for part in details.parts) if details else ())
    insert(db, "criterion", [rows.criterion_row(one, position=at) for at, one in enumerate(ordered, start=1)])


def _change_assets(db: Database, entries: Entries, removed: list[str]) -> None:
    gone = (*(name.removeprefix(ASSET) for name in removed), *(asset.path for asset in entries.assets))
    db.conn.executemany("DELETE FROM asset WHERE path = ?", [(path,) for path in gone])
    insert(db, "asset", map(rows.asset_row, entries.assets))


def _change_meaning(db: Database, change: _Change, *, synonyms_changed: bool) -> None:
    """Make the table of meanings anew where something changed of which it is made."""
    names = {*change.before, *change.after}
    concerned = any(_meant(change.before.get(name)) != _meant(change.after.get(name)) for name in names)
    if not (concerned or synonyms_changed):
        return
    found = db.execute("SELECT json FROM record WHERE kind IN ('term', 'group') ORDER BY number").fetchall()
    records = [decode_record(json.encode()) for (json,) in found]
    lists = db.execute("SELECT words FROM synonym ORDER BY position").fetchall()
    synonyms = [rows.words_of(words) for (words,) in lists]
    db.execute("DELETE FROM meaning")
    made = meaning_rows(records, synonyms=synonyms, cpv_labels=cpv_labels())
    insert(db, "meaning", made, ignore=True)


def _meant(record: Record | None) -> tuple[object, ...] | None:
    """Give what the meanings depend on, of a term and of a group; None means nothing."""
    if record is None:
        return None
    if record.term:
        return (list_key(record), record.title, record.term.translations)
    return (list_key(record), record.group.translations) if record.group else None
