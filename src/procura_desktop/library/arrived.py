"""Records on their way into a library file, put in order on the disk.

They come in any order and go in by their numbers. In between they lie as canonical lines in a temporary table
of SQLite, which sorts them: what is held of them here is what the others need, of product groups alone.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlite_utils import Database

from procura_desktop.domain.records import Record
from procura_desktop.library.order import list_key
from procura_desktop.library.pack import PackError, decode_record, encode_record
from procura_desktop.library.sortable import sort_bytes
from procura_desktop.phrases import phrase

_TABLE = "CREATE TEMP TABLE arrived (id TEXT NOT NULL, place BLOB NOT NULL, line BLOB NOT NULL)"
_IN_ORDER = "SELECT line FROM temp.arrived INDEXED BY arrived_in_order ORDER BY place"
_TWICE = "SELECT id FROM temp.arrived GROUP BY id HAVING count(*) > 1 LIMIT 1"


@dataclass(slots=True)
class Arrived:
    """Records that have arrived in the temporary tables of a database.

    Attributes:
        total: how many.
        titles: of product groups, by id.
        parts: names of the parts of their sets, by id.
    """

    db: Database
    total: int = 0
    titles: dict[str, str] = field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, db: Database, records: Iterable[Record]) -> "Arrived":
        """Take in all of these.

        Raises:
            PackError: a record has no canonical line, or two have one id.
        """
        arrived = cls(db)
        db.execute(_TABLE)
        db.conn.executemany("INSERT INTO temp.arrived VALUES (?, ?, ?)", arrived._rows(records))
        db.execute("CREATE INDEX temp.arrived_in_order ON arrived (place)")
        try:
            db.execute("CREATE UNIQUE INDEX temp.arrived_id ON arrived (id)")
        except sqlite3.IntegrityError as error:
            (twice,) = db.execute(_TWICE).fetchone()
            raise PackError(
                phrase("details", "two records are called {name}").of(name=repr(twice))
            ) from error
        return arrived

    def _rows(self, records: Iterable[Record]) -> Iterator[tuple[str, bytes, bytes]]:
        for record in records:
            line = encode_record(record)
            self.total += 1
            if record.group:
                self.titles[record.id] = record.title
                self.parts[record.id] = tuple(part.name for part in record.group.parts)
            yield record.id, sort_bytes(list_key(record)), line

    def in_order(self) -> Iterator[tuple[Record, bytes]]:
        """Give every record with its line, in the order of `list_key`."""
        for (line,) in self.db.execute(_IN_ORDER):
            yield decode_record(line), line
