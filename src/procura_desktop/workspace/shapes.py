"""Which table a row of a damaged file belongs to: by its place in a tree, else by what it looks like.

What a table looks like is read from a sound workspace of the same version, so that a new table needs nothing
here. Where two tables or indexes look alike, a row without its place is left out rather than put wrong.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from procura_desktop.workspace.pages import INDEX_LEAF, TABLE_LEAF, Value

JSON_COLUMNS = frozenset({("procurements", "body"), ("procurement_items", "document")})
_TYPES: dict[str, tuple[type, ...]] = {
    "TEXT": (str,),
    "INTEGER": (int,),
    "REAL": (float, int),  # a whole number is stored as one
    "BLOB": (bytes,),
}
# Times in UTC (ISO 8601) that are always there: a damaged one would keep whole lists from being read.
TIME_COLUMNS = frozenset(
    {
        ("recent_records", "opened"),
        ("searches", "used"),
        ("procurements", "changed"),
    }
)
_INDEXES = "SELECT name, origin FROM pragma_index_list(?)"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; where `is_rowid`, the number of the row stands for it, and the row has nothing there."""

    name: str
    type: str
    may_be_null: bool
    is_rowid: bool = False


_AFTER_THE_KEY = 1_000
_EXPRESSION = -2  # in the place of a column's number, says SQLite of one that is worked out
_NUMBER = Column("rowid", "INTEGER", may_be_null=False)
_WORKED_OUT = Column("expression", "TEXT", may_be_null=True)  # what an index of an expression holds


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of one table or index look like; `table` is "" for an index, which holds nothing new."""

    name: str
    table: str
    tree: int  # kind of its leaves
    columns: tuple[Column, ...]

    def fits(self, values: Sequence[Value]) -> bool:
        """Say whether a row can be one of this table; a column that a later version added may be missing."""
        return (
            0 < len(values) <= len(self.columns)
            and (bool(self.table) or len(values) == len(self.columns))
            and all(self._can_be(column, value) for column, value in zip(self.columns, values, strict=False))
        )

    def is_telling(self) -> bool:
        """Say whether it has a column of JSON, which nothing else looks like."""
        return any((self.table, column.name) in JSON_COLUMNS for column in self.columns)

    def _can_be(self, column: Column, value: Value) -> bool:
        if value is None:
            return column.may_be_null or column.is_rowid
        if (self.table, column.name) in JSON_COLUMNS and not str(value).startswith("{"):
            return False
        return isinstance(value, _TYPES[column.type])


def shapes_of(connection: sqlite3.Connection) -> dict[str, Shape]:
    """Give the shapes of all tables and indexes of a sound workspace, by name."""
    found = {}
    listed = "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
    for table, without_rowid in connection.execute(listed).fetchall():
        columns = _columns(connection, table, without_rowid=bool(without_rowid))
        found[table] = Shape(table, table, INDEX_LEAF if without_rowid else TABLE_LEAF, columns)
        by_name = {column.name: column for column in columns}
        for index, origin in connection.execute(_INDEXES, (table,)).fetchall():
            if without_rowid and origin == "pk":  # the table itself
                continue
            named = connection.execute("SELECT name, cid FROM pragma_index_xinfo(?)", (index,)).fetchall()
            inner = tuple(
                _WORKED_OUT if place == _EXPRESSION else by_name.get(name, _NUMBER) for name, place in named
            )
            found[index] = Shape(index, "", INDEX_LEAF, inner)
    return found


def shape_of(values: Sequence[Value], tree: int, shapes: Sequence[Shape]) -> Shape | None:
    """Give the one table or index that a row without its place can belong to."""
    candidates = [shape for shape in shapes if shape.tree == tree and shape.fits(values)]
    telling = [shape for shape in candidates if shape.is_telling()]
    found = telling or candidates
    return found[0] if len(found) == 1 else None


def _columns(connection: sqlite3.Connection, table: str, *, without_rowid: bool) -> tuple[Column, ...]:
    """Give the columns as they are stored: without row numbers the key comes first."""
    told = connection.execute(
        'SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (table,)
    ).fetchall()
    if without_rowid:
        told.sort(key=lambda column: column[3] or _AFTER_THE_KEY)
    keys = sum(1 for *_, key in told if key)
    return tuple(
        Column(
            name,
            kind,
            may_be_null=not not_null and not (without_rowid and key),
            is_rowid=bool(key) and keys == 1 and kind == "INTEGER" and not without_rowid,
        )
        for name, kind, not_null, key in told
    )
