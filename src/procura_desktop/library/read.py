"""Reading a library: records, lists of records, pictures.

A `Library` holds one connection and is used by the thread that opened it. It gives out records, never
rows, and whatever cannot be read is a `LibraryDamagedError`. What decodes, searches and verifies is imported
when it is first called: lists, which a program shows first, need none of it.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, fields
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from procura_desktop.domain.kinds import Confidence, RecordKind
from procura_desktop.errors import RecordNotFoundError
from procura_desktop.library.connection import ReadConnection, Value
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.phrases import phrase
from procura_desktop.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from procura_desktop.domain.records import Asset, Record
    from procura_desktop.library.compare import Differences
    from procura_desktop.library.query import Query
    from procura_desktop.library.search import Finder, Results
    from procura_desktop.library.snippet import Snippet

__all__ = ["Brief", "GlossaryEntry", "Library", "LibraryInfo"]

_T = TypeVar("_T")
_BRIEF = (
    "SELECT r.id, r.kind, r.language, r.title, r.summary, r.updated, r.confidence, "
    "r.product_groups, r.section, r.step, r.detail FROM record AS r"
)
_TITLES = "SELECT id, title FROM record WHERE id IN"
_AT_ONCE = 5_000  # ids of one statement
_HASHES = "SELECT id, hash FROM record WHERE id IN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a list shows of a record.

    Attributes:
        groups: ids of its product groups, the main one first.
        section: of an article ("guidance", "law", "checklists"); the part of a criterion; else "".
        step: of the work, for an article that has one; else "".
        detail: "TS6 · core, comprehensive", "BE · 2018-2019", the type of a label, the abbreviation of
            a term; else "".
        language: of its text (ISO 639-1).
        library: name of its library among several; "" is the main one.
    """

    id: str
    kind: RecordKind
    language: str
    title: str
    summary: str
    updated: str
    confidence: Confidence
    groups: tuple[str, ...]
    section: str
    step: str
    detail: str
    library: str = ""


# In the order in which _BRIEF selects them.
_BRIEF_FIELDS = tuple(field.name for field in fields(Brief) if field.name != "library")
_KINDS, _SURE = get_args(RecordKind), get_args(Confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A term with all the forms by which it is found in a text; the title is the first."""

    id: str
    title: str
    forms: tuple[str, ...]
    definition: str


class Library:
    """One library file, open for reading."""

    def __init__(self, connection: ReadConnection, info: LibraryInfo) -> None:
        """Take over a connection to a file that `open` has checked."""
        self._connection = connection
        self._finder: Finder | None = None
        self._glossary: tuple[GlossaryEntry, ...] | None = None
        self.path = connection.path
        self.info = info
        self.preferred = ""

    @property
    def paths(self) -> "tuple[Path, ...]":
        """The one file, as `Books` asks for it."""
        return (self.path,)

    @property
    def infos(self) -> tuple[LibraryInfo, ...]:
        """What the one library says about itself, as `Books` asks for it."""
        return (self.info,)

    def info_of(self, _record_id: str) -> LibraryInfo:
        """Give what the library says about itself, which holds for all its records."""
        return self.info

    def prefer(self, language: str) -> None:
        """Let texts of this language come first in lists and searches; "" prefers none."""
        self.preferred = language_of(language)
        self._finder = None

    def languages(self) -> tuple[str, ...]:
        """Give the languages that there are texts in."""
        found = self._connection.rows("SELECT DISTINCT language FROM record ORDER BY language")
        return tuple(str(language) for (language,) in found)

    def record(self, record_id: str) -> "Record":
        """Read one record.

        Raises:
            RecordNotFoundError: no record has this id.
        """
        found = self._connection.rows("SELECT json FROM record WHERE id = ?", _clean(record_id))
        if not found:
            raise RecordNotFoundError(record_id=record_id)
        return self._decode(found[0][0])

    def brief(self, record_id: str) -> Brief | None:
        """Give what a list shows of one record; None means that there is none."""
        found = self._briefs("WHERE r.id = ?", _clean(record_id))
        return found[0] if found else None

    def titles(self, ids: Collection[str]) -> dict[str, str]:
        """Give the titles of these records by id; an id that no record has is left out."""
        marks = ", ".join("?" * len(ids))
        found = self._connection.rows(f"{_TITLES} ({marks})", *map(_clean, ids))
        return {str(record_id): str(title) for record_id, title in found}

    def hashes(self, ids: Collection[str]) -> dict[str, str]:
        """Give the hashes of these records by id; an id that no record has is left out."""
        wanted = [_clean(record_id) for record_id in ids]
        found: dict[str, str] = {}
        for begin in range(0, len(wanted), _AT_ONCE):
            some = wanted[begin : begin + _AT_ONCE]
            rows = self._connection.rows(f"{_HASHES} ({', '.join('?' * len(some))})", *some)
            found |= {str(record_id): str(hashed) for record_id, hashed in rows}
        return found

    def briefs(
        self, *, kind: RecordKind | None = None, group: str = "", section: str = ""
    ) -> tuple[Brief, ...]:
        """List records.

        Articles come by step and order, groups by order, criteria by kind (SM, SC, TS, AC, CPC) and
        code, all others by title; before that those of the language that is preferred. Filters left out
        let everything through.
        """
        conditions, values = ["1"], []
        if kind is not None:
            conditions.append("r.kind = ?")
            values.append(str(kind))
        if group:
            conditions.append("r.id IN (SELECT record_id FROM record_group WHERE group_id = ?)")
            values.append(_clean(group))
        if section:
            conditions.append("r.section = ?")
            values.append(_clean(section))
        found = self._briefs(f"WHERE {' AND '.join(conditions)} ORDER BY r.number", *values)
        return preferred_first(found, self.preferred)

    def criteria_of(self, group: str) -> "tuple[Record, ...]":
        """Read all criteria of a product group by part, kind and code."""
        found = self._connection.rows(
            "SELECT r.json FROM criterion AS c JOIN record AS r ON r.id = c.record_id "
            "WHERE c.group_id = ? ORDER BY c.position",
            _clean(group),
        )
        return tuple(self._decode(json) for (json,) in found)

    def linking_to(self, record_id: str) -> tuple[Brief, ...]:
        """List the records that point at this one, in their text or as something to see."""
        return self._briefs(
            "WHERE r.id IN (SELECT from_id FROM link WHERE to_id = ?) ORDER BY r.number", _clean(record_id)
        )

    def cases_of(self, group: str) -> tuple[Brief, ...]:
        """List the cases of a product group by title."""
        return self.briefs(kind="case", group=group)

    def differences_to(self, older: "Library") -> "Differences":
        """Compare with an older edition of the same library."""
        from procura_desktop.library.compare import compare

        return compare(older._connection, self._connection)  # noqa: SLF001 - another of our own kind

    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """Give all terms by title, to find them in other texts; they are read once."""
        if self._glossary is None:
            found = self._connection.rows("SELECT json FROM record WHERE kind = 'term' ORDER BY number")
            self._glossary = tuple(_glossary_entry(self._decode(json)) for (json,) in found)
        return self._glossary

    def asset(self, path: str) -> "Asset | None":
        """Read a picture; None means that there is none of this path."""
        from procura_desktop.domain.records import Asset

        found = self._connection.rows("SELECT path, media_type, data FROM asset WHERE path = ?", _clean(path))
        if not found:
            return None
        return self._shape(dict(zip(("path", "media_type", "data"), found[0], strict=True)), Asset)

    def counts(self) -> dict[RecordKind, int]:
        """Count the records of each kind; every kind has a number."""
        found = Counter(kind for (kind,) in self._connection.rows("SELECT kind FROM record"))
        return {kind: found[kind] for kind in get_args(RecordKind)}

    def search(self, query: "Query", *, limit: int = 50, count: bool = True) -> "Results":
        """Find records, best first; `limit` is of hits, not of what is counted.

        Without `count`, what costs more than finding the best is left uncounted.

        Raises:
            Cancelled: `interrupt` was called meanwhile.
        """
        return self._find().find(query, limit=limit, count=count)

    def group_titles(self) -> dict[str, str]:
        """Give the titles of all product groups by id, in their order."""
        return self._find().group_titles()

    def snippets(self, query: "Query", others: tuple[str, ...] = ()) -> "Callable[[int], Snippet]":
        """Give what makes the sentence of a hit, by its number, that answers a query best.

        `others` are words to mark beside those of the query.
        """
        from procura_desktop.library.snippet import marker_of

        return partial(self._find().snippet_of, marker=marker_of(query, others))

    def prepare_corrections(self) -> None:
        """Read what corrections need, so that the first slip costs no more than others."""
        self._find().planner.prepare()

    def completions(self, text: str) -> tuple[str, ...]:
        """Give what a text that is being typed may become."""
        from procura_desktop.library.complete import completions

        return completions(self._connection, text)

    def _find(self) -> "Finder":
        from procura_desktop.library.search import Finder

        if self._finder is None:
            self._finder = Finder(self._connection, preferred=self.preferred)
        return self._finder

    def interrupt(self) -> None:
        """Stop what another thread is reading here; it ends with `Cancelled`."""
        self._connection.interrupt()

    def verify(self, progress: Progress) -> None:
        """Check the whole file: its pages, its digest and every record and picture; advances in records.

        Raises:
            LibraryDamagedError: this is wrong first.
            Cancelled: the user asked to stop.
        """
        from procura_desktop.library.verify import verify_library

        verify_library(self._connection, info=self.info, progress=progress)

    def close(self) -> None:
        """Close the file; nothing can be read afterwards."""
        self._connection.close()

    def __enter__(self) -> "Library":
        """Give the library itself; leaving closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def _briefs(self, condition: str, *values: Value) -> tuple[Brief, ...]:
        found = self._connection.rows(f"{_BRIEF} {condition}", *values)
        return tuple(self._brief(row) for row in found)

    def _brief(self, row: tuple[Value, ...]) -> Brief:
        values: dict[str, Any] = dict(zip(_BRIEF_FIELDS, row, strict=True))
        if set(map(type, row)) != {str} or values["kind"] not in _KINDS or values["confidence"] not in _SURE:
            raise self._connection.damaged(
                phrase("details", "a list cannot show the record {row}").of(row=row)
            )
        values["groups"] = tuple(values["groups"].split())
        return Brief(**values)

    def _shape(self, values: dict[str, object], kind: type[_T]) -> _T:
        import msgspec

        try:
            return msgspec.convert(values, kind)
        except msgspec.ValidationError as error:
            raise self._connection.damaged(str(error)) from error

    def _decode(self, json: Value) -> "Record":
        from procura_desktop.library.pack import PackError, decode_record

        try:
            return decode_record(str(json).encode())
        except PackError as error:
            raise self._connection.damaged(error.detail) from error


def language_of(tag: str) -> str:
    """Give the language of a tag such as "pt-BR", without the region, in small letters."""
    return tag.partition("-")[0].lower()


def preferred_first(briefs: "tuple[Brief, ...]", language: str) -> "tuple[Brief, ...]":
    """Put those of a language first, and leave the order as it is otherwise; "" prefers none."""
    if not language:
        return briefs
    return tuple(sorted(briefs, key=lambda brief: language_of(brief.language) != language))


def _glossary_entry(record: "Record") -> GlossaryEntry:
    term = record.term
    if term is None:
        raise ValueError(f"{record.id} is no term")
    forms = dict.fromkeys(filter(None, (record.title, term.abbreviation, *term.also)))
    return GlossaryEntry(id=record.id, title=record.title, forms=tuple(forms), definition=term.definition)


def _clean(text: str) -> str:
    """Write lone surrogates as question marks: SQLite takes none, and no id has any."""
    return text.encode("utf-8", "replace").decode()
