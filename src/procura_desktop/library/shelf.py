"""Several libraries side by side, read as one: the main one first, then an office's own.

Each keeps its own ids, so none can stand in for a record of another; see `namespace`.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from procura_desktop.domain.kinds import RecordKind
from procura_desktop.errors import LibraryDamagedError, RecordNotFoundError
from procura_desktop.library.facts import LibraryInfo
from procura_desktop.library.read import Brief, GlossaryEntry, Library, preferred_first
from procura_desktop.phrases import phrase

if TYPE_CHECKING:
    from procura_desktop.domain.records import Asset, Record
    from procura_desktop.library.compare import Differences
    from procura_desktop.library.query import Query
    from procura_desktop.library.search import Results
    from procura_desktop.library.snippet import Snippet

APART = 1 << 40  # between the numbers of records of two libraries


class Shelf:
    """Libraries of one thread; the names of all but the main one stand before the ids of their records."""

    def __init__(self, main: Library, others: Sequence[Library]) -> None:
        """Take over open libraries; there is at least one other, and each has its own name."""
        self._main = main
        self._others = {library.info.name: library for library in others}
        if len(self._others) != len(others) or main.info.name in self._others:
            raise ValueError("two libraries have one name")

    @property
    def path(self) -> Path:
        """The file of the main library."""
        return self._main.path

    @property
    def info(self) -> LibraryInfo:
        """What the main library says about itself."""
        return self._main.info

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of all libraries, the main one's first."""
        return (self._main.path, *(library.path for library in self._others.values()))

    @property
    def infos(self) -> tuple[LibraryInfo, ...]:
        """What each library says about itself, the main one first."""
        return (self._main.info, *(library.info for library in self._others.values()))

    @property
    def preferred(self) -> str:
        """The language whose texts come first, in all libraries; "" prefers none."""
        return self._main.preferred

    def info_of(self, record_id: str) -> LibraryInfo:
        """Give what the library of a record says about itself."""
        return self._split(record_id)[0].info

    # Names.

    def _split(self, record_id: str) -> tuple[Library, str, str]:
        """Give the library of an id, its name ("" is the main one), and the id in it."""
        name, slash, local = record_id.partition("/")
        if slash and name in self._others:
            return self._others[name], name, local
        return self._main, "", record_id

    def _named(self, library: Library, name: str, brief: Brief) -> Brief:
        if not name:
            return brief
        groups = tuple(self._name(library, name, group) for group in brief.groups)
        return replace(brief, id=f"{name}/{brief.id}", groups=groups, library=name)

    def _name(self, library: Library, name: str, record_id: str) -> str:
        return f"{name}/{record_id}" if library.brief(record_id) is not None else record_id

    def _name_found(self, library: Library, name: str, record_id: str) -> str:
        return self._name(library, name, record_id) if name else record_id

    def _own(self, library: Library, name: str, record: "Record") -> "Record":
        from procura_desktop.library.namespace import namespaced

        if not name:
            return record
        return namespaced(record, name, is_own=lambda record_id: library.brief(record_id) is not None)

    def _meaning(self, record_id: str) -> Iterator[tuple[Library, str, str]]:
        """Give every library in which something may name this record, its name, and the id it would use."""
        owner, name, local = self._split(record_id)
        yield owner, name, local
        if not name:  # another library may name it too, unless it has a record of that id itself
            for other, library in self._others.items():
                if library.brief(local) is None:
                    yield library, other, local

    # Reading.

    def record(self, record_id: str) -> "Record":
        """Read one record.

        Raises:
            RecordNotFoundError: no library has it.
        """
        library, name, local = self._split(record_id)
        try:
            return self._own(library, name, library.record(local))
        except RecordNotFoundError as error:
            raise RecordNotFoundError(record_id=record_id) from error

    def brief(self, record_id: str) -> Brief | None:
        """Give what a list shows of one record; None means that there is none."""
        library, name, local = self._split(record_id)
        found = library.brief(local)
        return self._named(library, name, found) if found else None

    def titles(self, ids: Collection[str]) -> dict[str, str]:
        """Give the titles of these records by id; an id that nothing has is left out."""
        return self._by_id(ids, lambda library, local: library.titles(local))

    def hashes(self, ids: Collection[str]) -> dict[str, str]:
        """Give the hashes of these records, as their own libraries have them, by id."""
        return self._by_id(ids, lambda library, local: library.hashes(local))

    def _by_id(
        self, ids: Collection[str], ask: Callable[[Library, list[str]], dict[str, str]]
    ) -> dict[str, str]:
        """Ask each library for its own."""
        found: dict[str, str] = {}
        wanted: dict[str, list[str]] = defaultdict(list)
        for record_id in ids:
            _, name, local = self._split(record_id)
            wanted[name].append(local)
        for name, local_ids in wanted.items():
            library = self._others[name] if name else self._main
            before = f"{name}/" if name else ""
            found |= {f"{before}{one}": told for one, told in ask(library, local_ids).items()}
        return found

    def briefs(
        self, *, kind: RecordKind | None = None, group: str = "", section: str = ""
    ) -> tuple[Brief, ...]:
        """List records, those of the main library first, and before that those of the preferred language."""
        places = self._meaning(group) if group else self._all()
        found = tuple(
            self._named(library, name, brief)
            for library, name, local in places
            for brief in library.briefs(kind=kind, group=local, section=section)
        )
        return preferred_first(found, self.preferred)

    def _all(self) -> Iterator[tuple[Library, str, str]]:
        yield self._main, "", ""
        yield from ((library, name, "") for name, library in self._others.items())

    def criteria_of(self, group: str) -> "tuple[Record, ...]":
        """Read all criteria of a product group, those of its own library first."""
        return tuple(
            self._own(library, name, record)
            for library, name, local in self._meaning(group)
            for record in library.criteria_of(local)
        )

    def linking_to(self, record_id: str) -> tuple[Brief, ...]:
        """List the records that point at this one."""
        return tuple(
            self._named(library, name, brief)
            for library, name, local in self._meaning(record_id)
            for brief in library.linking_to(local)
        )

    def cases_of(self, group: str) -> tuple[Brief, ...]:
        """List the cases of a product group."""
        return self.briefs(kind="case", group=group)

    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """Give all terms; a word that two libraries explain is the main one's."""
        known = {form.casefold() for entry in self._main.glossary() for form in entry.forms}
        others = tuple(
            replace(entry, id=f"{name}/{entry.id}")
            for name, library in self._others.items()
            for entry in library.glossary()
            if not known & {form.casefold() for form in entry.forms}
        )
        return (*self._main.glossary(), *others)

    def asset(self, path: str) -> "Asset | None":
        """Read a picture, by its path with its library in front; None means that there is none."""
        library, _, local = self._split(path)
        return library.asset(local)

    def counts(self) -> dict[RecordKind, int]:
        """Count the records of each kind in all libraries."""
        counted = [library.counts() for library, _, _ in self._all()]
        return {kind: sum(one[kind] for one in counted) for kind in get_args(RecordKind)}

    def differences_to(self, older: Library) -> "Differences":
        """Compare a library with an older edition of it.

        Raises:
            LibraryDamagedError: no library here has the name of the older edition, or one cannot be read.
        """
        name = older.info.name
        if name == self._main.info.name:
            return self._main.differences_to(older)
        if name not in self._others:
            raise LibraryDamagedError(
                path=older.path, detail=phrase("details", "no library {name} is here").of(name=repr(name))
            )
        from procura_desktop.library.compare import prefixed

        return prefixed(self._others[name].differences_to(older), name)

    # Searching.

    def search(self, query: "Query", *, limit: int = 50, count: bool = True) -> "Results":
        """Find records in all libraries, best first.

        Raises:
            Cancelled: `interrupt` was called meanwhile.
        """
        from procura_desktop.library.together import Part, together

        found = [
            (library, name, library.search(query, limit=limit, count=count))
            for library, name, _ in self._all()
        ]
        named = [
            Part(results, name, at * APART, partial(self._name_found, library, name))
            for at, (library, name, results) in enumerate(found)
        ]
        return together(named, titles=self.group_titles(), sort=query.sort, limit=limit)

    def snippets(self, query: "Query", others: tuple[str, ...] = ()) -> "Callable[[int], Snippet]":
        """Give what makes the sentence of a hit, by its number."""
        makers = [library.snippets(query, others) for library, _, _ in self._all()]
        return lambda number: makers[number // APART](number % APART)

    def group_titles(self) -> dict[str, str]:
        """Give the titles of all product groups by id."""
        titles = dict(self._main.group_titles())
        for name, library in self._others.items():
            titles |= {f"{name}/{group}": title for group, title in library.group_titles().items()}
        return titles

    def prepare_corrections(self) -> None:
        """Read what corrections need, so that the first slip costs no more than others."""
        for library, _, _ in self._all():
            library.prepare_corrections()

    def completions(self, text: str) -> tuple[str, ...]:
        """Give what a text that is being typed may become."""
        found = (word for library, _, _ in self._all() for word in library.completions(text))
        return tuple(dict.fromkeys(found))

    def interrupt(self) -> None:
        """Stop what another thread is reading here; it ends with `Cancelled`."""
        for library, _, _ in self._all():
            library.interrupt()

    def close(self) -> None:
        """Close all files."""
        for library, _, _ in self._all():
            library.close()
